package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Values between host and scripts, without running any script. */
class ConversionTest {
  private static final Callables LUA = new Callables(null, LuaBridge.INSTANCE);
  private static final Callables ERLANG = new Callables(null, ErlangBridge.INSTANCE);

  private static Object in(Function<Process, Object> body) {
    return in(SandboxPolicy.standard(), body);
  }

  private static Object in(SandboxPolicy policy, Function<Process, Object> body) {
    Object[] result = new Object[1];
    try (Node node = Node.builder().policy(policy).languages(List.of()).build()) {
      node.evaluate(
          process -> {
            result[0] = body.apply(process);
            return Atom.OK;
          });
    }
    return result[0];
  }

  private static Object toHost(Object term) {
    return in(process -> ERLANG.toHost(process).convert(term));
  }

  private static Object toErlang(Object value) {
    return in(process -> ERLANG.fromHost(process).convert(value));
  }

  private static Object throughLua(Object value) {
    return in(process -> LUA.toHost(process).convert(LUA.fromHost(process).convert(value)));
  }

  @Test
  void simpleValuesCrossBothWays() {
    for (Object value :
        Arrays.asList(1L, 2.5, true, false, null, "text", "grüße 🌙", "", Atom.of("ok"))) {
      assertThat(throughLua(value)).isEqualTo(value);
      assertThat(toHost(toErlang(value))).isEqualTo(value);
    }
  }

  @Test
  void javaNumbersBecomeTheNumbersOfTheLanguage() {
    assertThat(toErlang((byte) 1)).isEqualTo(1L);
    assertThat(toErlang(7)).isEqualTo(7L);
    assertThat(toErlang(1.5f)).isEqualTo(1.5);
    assertThat(toErlang('x')).isEqualTo(Binary.of("x"));
    assertThat(toErlang(BigInteger.TWO)).isEqualTo(2L);
    BigInteger large = BigInteger.TWO.pow(80);
    assertThat(toErlang(large)).isEqualTo(large);
    assertThat(throughLua(large)).isEqualTo(0x1p80);
    assertThatThrownBy(() -> toErlang(Double.NaN)).hasMessage("Erlang has no float NaN");
    assertThat(throughLua(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void bytesThatAreNoTextSurviveTheRoundTrip() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Object text = toHost(Binary.of(bytes));
    assertThat(text).isInstanceOf(String.class);
    assertThat(((Binary) toErlang(text)).toByteArray()).isEqualTo(bytes);
    assertThat(((Binary) toErlang(bytes)).toByteArray()).isEqualTo(bytes);
  }

  @Test
  void compoundValuesOfErlang() {
    Object term =
        new Tuple(
            Atom.of("ok"),
            Cons.list(1L, Nil.EMPTY, Cons.list(2L)),
            TermMap.empty().put(Binary.of("k"), new Tuple()));
    Object expected =
        TupleValue.of(
            Atom.of("ok"), List.of(1L, List.of(), List.of(2L)), Map.of("k", TupleValue.of()));
    assertThat(toHost(term)).isEqualTo(expected);
    assertThat(toErlang(toHost(term))).isEqualTo(term);
  }

  @Test
  void keysMayBeCompound() {
    Object key = new Tuple(Atom.of("a"), Cons.list(1L, 2L));
    Object map = TermMap.empty().put(key, 1L);
    assertThat(toHost(map)).isEqualTo(Map.of(TupleValue.of(Atom.of("a"), List.of(1L, 2L)), 1L));
    assertThat(toErlang(toHost(map))).isEqualTo(map);
  }

  @Test
  void listsAndMapsOfLua() {
    assertThat(throughLua(List.of(1, "b", List.of(true))))
        .isEqualTo(List.of(1L, "b", List.of(true)));
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", List.of(2L));
    map.put(3.5, "x");
    Object back = throughLua(map);
    assertThat(back).isEqualTo(map);
    assertThat(((Map<?, ?>) back).keySet().toString()).isEqualTo("[z, a, 3.5]");
    assertThat(throughLua(List.of())).isEqualTo(Map.of());
    assertThat(throughLua(Map.of(1L, "a", 2L, "b"))).isEqualTo(List.of("a", "b"));
    assertThat(throughLua(new int[] {1, 2})).isEqualTo(List.of(1L, 2L));
    assertThat(throughLua(Set.of("only"))).isEqualTo(List.of("only"));
  }

  @Test
  void aTableCannotHaveEveryKey() {
    Map<Object, Object> map = new HashMap<>();
    map.put(null, 1);
    assertThatThrownBy(() -> throughLua(map)).hasMessage("a Lua table cannot have the key nil");
    assertThatThrownBy(() -> throughLua(Map.of(Double.NaN, 1)))
        .hasMessage("a Lua table cannot have the key NaN");
  }

  @Test
  void aValueThatContainsItself() {
    List<Object> list = new ArrayList<>(List.of(1L));
    list.add(list);
    List<?> back = (List<?>) throughLua(list);
    assertThat(back.get(1)).isSameAs(back);
    assertThatThrownBy(() -> toErlang(list))
        .hasMessage("a value that contains itself cannot become Erlang data");
    Object table =
        in(
            process -> {
              LuaTable self = LuaTable.create(process);
              self.putString(process, "self", self);
              return LUA.toHost(process).convert(self);
            });
    assertThat(((Map<?, ?>) table).get("self")).isSameAs(table);
  }

  @Test
  void depthDoesNotMatter() {
    Object deep = "end";
    for (int i = 0; i < 1_000_000; i++) {
      deep = List.of(deep);
    }
    Object term = toErlang(deep);
    Object back = toHost(term);
    for (int i = 0; i < 1_000_000; i++) {
      back = ((List<?>) back).getFirst();
    }
    assertThat(back).isEqualTo("end");
  }

  @Test
  void whatIsSharedStaysShared() {
    Object term = Atom.of("x");
    for (int i = 0; i < 60; i++) {
      term = new Tuple(term, term);
    }
    TupleValue pair = (TupleValue) toHost(term);
    assertThat(pair.get(0)).isSameAs(pair.get(1));
    Tuple again = (Tuple) toErlang(pair);
    assertThat(again.get(0)).isSameAs(again.get(1));
  }

  @Test
  void aSharedKeyIsNotUnfoldedWithoutEnd() {
    Object key = Atom.of("x");
    for (int i = 0; i < 60; i++) {
      key = new Tuple(key, key);
    }
    Object map = new Tuple(TermMap.empty(), key);
    assertThat(toHost(map)).isInstanceOf(TupleValue.class);
  }

  @Test
  void conversionsAreMetered() {
    SandboxPolicy policy = SandboxPolicy.standard().withLimit(Limit.REDUCTIONS, 10_000);
    List<Long> large = new ArrayList<>();
    for (long i = 0; i < 1_000_000; i++) {
      large.add(i);
    }
    assertThatThrownBy(() -> in(policy, process -> ERLANG.fromHost(process).convert(large)))
        .isInstanceOf(Kill.class)
        .hasMessageStartingWith("reductions limit of 10000 exceeded");
  }

  @Test
  void anUnknownObjectIsOpaqueAndNeverAsked() {
    Object hostile =
        new Object() {
          @Override
          public boolean equals(Object other) {
            throw new AssertionError("equals was called");
          }

          @Override
          public int hashCode() {
            throw new AssertionError("hashCode was called");
          }

          @Override
          public String toString() {
            throw new AssertionError("toString was called");
          }
        };
    assertThat(toErlang(hostile)).isInstanceOf(HostObject.class);
    assertThat(throughLua(hostile) == hostile).isTrue();
    assertThat(throughLua(Map.of("k", hostile))).isInstanceOf(Map.class);
    assertThat(toErlang(new Comparison())).isInstanceOf(HostObject.class);
  }

  /** Implements an interface with one method, but is not meant as a function. */
  private static final class Comparison implements Comparable<Comparison> {
    @Override
    public int compareTo(Comparison other) {
      return 0;
    }
  }
}

package dev.moonbeam.core.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of order, equality and hashing, and the structures that rest on them. */
class TermsTest {
  private static final WorkMeter HUNDRED_THOUSAND =
      new WorkMeter() {
        private long left = 100_000;

        @Override
        public void charge(long work) {
          left -= work;
          if (left < 0) {
            throw new IllegalStateException("enough");
          }
        }
      };

  private static final ExternalFormat.Names NAMES =
      new ExternalFormat.Names() {
        @Override
        public Atom atom(String name) {
          return Atom.of(name);
        }

        @Override
        public Pid pid(long number) {
          return new Pid(number);
        }
      };

  static Object random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 14 : 9)) {
      case 0 -> (long) random.nextInt(5);
      case 1 -> (double) random.nextInt(5);
      case 2 -> Atom.of(List.of("a", "b", "ok", "Z", "").get(random.nextInt(5)));
      case 3 -> BigInteger.ONE.shiftLeft(70).subtract(BigInteger.valueOf(random.nextInt(3)));
      case 4 -> Binary.of("x".repeat(random.nextInt(4)));
      case 5 -> Bits.of(new byte[] {(byte) random.nextInt(256), 7}, random.nextInt(5), 5);
      case 6 -> Nil.EMPTY;
      case 7 -> random.nextLong();
      case 8 -> random.nextInt(7) / 2.0;
      case 9, 10 -> new Cons(random(random, depth - 1), random(random, depth - 1));
      case 11, 12 -> {
        Object[] elements = new Object[random.nextInt(4)];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = random(random, depth - 1);
        }
        yield new Tuple(elements);
      }
      default -> {
        TermMap.Builder map = new TermMap.Builder();
        int size = random.nextInt(10) == 0 ? 60 : random.nextInt(3);
        for (int i = 0; i < size; i++) {
          map.put(random(random, depth - 1), random(random, depth - 1));
        }
        yield map.build();
      }
    };
  }

  @Test
  void orderIsTotalAndAgreesWithEqualityAndHash() {
    Random random = new Random(42);
    List<Object> terms = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      terms.add(random(random, 4));
    }
    for (Object a : terms) {
      for (Object b : terms) {
        int order = TermOrder.compare(a, b);
        assertThat(Integer.signum(TermOrder.compare(b, a))).isEqualTo(-Integer.signum(order));
        assertThat(TermOrder.equal(a, b)).isEqualTo(order == 0);
        boolean same = TermOrder.compareExact(a, b) == 0;
        assertThat(TermOrder.exactlyEqual(a, b)).as("%s %s", a, b).isEqualTo(same);
        if (same) {
          assertThat(TermOrder.hash(a)).isEqualTo(TermOrder.hash(b));
        }
      }
    }
    terms.sort(TermOrder.EXACT);
    for (int i = 1; i < terms.size(); i++) {
      assertThat(TermOrder.compareExact(terms.get(i - 1), terms.get(i))).isNotPositive();
    }
  }

  @Test
  void externalFormatComesBackAsItWas() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Object term = random(random, 5);
      Binary encoded = Binary.of(ExternalFormat.encode(term, WorkMeter.NONE));
      assertThat(ExternalFormat.decode(encoded, NAMES, WorkMeter.NONE).term()).isEqualTo(term);
      byte[] packed = ExternalFormat.encodeCompressed(term, 1, 6, WorkMeter.NONE);
      assertThat(ExternalFormat.decode(Binary.of(packed), NAMES, WorkMeter.NONE).term())
          .isEqualTo(term);
    }
  }

  @Test
  void malformedExternalFormatIsRefused() throws Exception {
    Random random = new Random(8);
    byte[] good = ExternalFormat.encode(random(random, 6), WorkMeter.NONE);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        ExternalFormat.decode(Binary.of(bad), NAMES, WorkMeter.NONE);
      } catch (ExternalFormat.MalformedException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    byte[] nested = new byte[5_000_000];
    for (int i = 0; i + 5 <= nested.length; i += 5) {
      nested[i] = 108;
      nested[i + 4] = 1;
    }
    nested[0] = (byte) 131;
    assertThatThrownBy(() -> ExternalFormat.decode(Binary.of(nested), NAMES, WorkMeter.NONE))
        .isInstanceOf(ExternalFormat.MalformedException.class);
  }

  @Test
  void deepAndSharedTermsAreWalkedWithoutJavaStack() {
    Object deep = Atom.of("x");
    Object other = Atom.of("x");
    for (int i = 0; i < 1_000_000; i++) {
      deep = i % 2 == 0 ? new Cons(deep, Nil.EMPTY) : new Tuple(deep);
      other = i % 2 == 0 ? new Cons(other, Nil.EMPTY) : new Tuple(other);
    }
    assertThat(TermOrder.exactlyEqual(deep, other)).isTrue();
    assertThat(TermOrder.compare(deep, other)).isZero();
    assertThat(TermOrder.hash(deep)).isEqualTo(TermOrder.hash(other));
    assertThat(TermPrinter.print(deep)).startsWith("{[{[");
    Object shared = Atom.of("x");
    Object twin = Atom.of("x");
    for (int i = 0; i < 60; i++) {
      shared = new Tuple(shared, shared);
      twin = new Tuple(twin, twin);
    }
    Object left = shared;
    Object right = twin;
    assertThatThrownBy(() -> TermOrder.exactlyEqual(left, right, HUNDRED_THOUSAND))
        .hasMessage("enough");
    assertThatThrownBy(() -> TermOrder.hash(left, HUNDRED_THOUSAND)).hasMessage("enough");
    assertThatThrownBy(() -> ExternalFormat.encode(left, HUNDRED_THOUSAND)).hasMessage("enough");
  }

  @Test
  void mapsBehaveAsTheirModelAndKeepTheirForm() {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      int range = 1 + random.nextInt(300);
      Map<Object, Object> model = new HashMap<>();
      TermMap map = TermMap.empty();
      for (int i = 0; i < 600; i++) {
        long n = random.nextInt(range);
        // Some keys share all bits of their hash through their class.
        Object key = n % 3 == 0 ? new Colliding(n) : n % 3 == 1 ? (Object) n : Atom.of("k" + n);
        if (random.nextInt(3) == 0) {
          map = map.remove(key);
          model.remove(key);
        } else {
          map = map.put(key, (long) i);
          model.put(key, (long) i);
        }
      }
      assertThat(map.size()).isEqualTo(model.size());
      for (Map.Entry<Object, Object> entry : model.entrySet()) {
        assertThat(map.get(entry.getKey())).isEqualTo(entry.getValue());
      }
      TermMap.Builder rebuilt = new TermMap.Builder();
      model.forEach(rebuilt::put);
      TermMap same = rebuilt.build();
      assertThat(same.keys()).containsExactly(map.keys());
      List<Object> walked = new ArrayList<>();
      for (Object key = map.firstKey(); key != null; key = map.keyAfter(key, WorkMeter.NONE)) {
        walked.add(key);
      }
      assertThat(walked).containsExactly(map.keys());
      assertThat(same).isEqualTo(map);
    }
  }

  private record Colliding(long n) implements Term {
    @Override
    public int kind() {
      return TermOrder.OPAQUE;
    }

    @Override
    public int compareSameKind(Object other) {
      return Long.compare(n, ((Colliding) other).n);
    }

    @Override
    public int termHash() {
      return (int) (n % 5);
    }
  }

  @Test
  void integersAndFloatsCompareExactly() {
    assertThat(TermOrder.compare(9007199254740993L, 9007199254740992.0)).isPositive();
    assertThat(TermOrder.compare(Long.MAX_VALUE, 0x1p63)).isNegative();
    assertThat(TermOrder.equal(1L, 1.0)).isTrue();
    assertThat(TermOrder.exactlyEqual(1L, 1.0)).isFalse();
    assertThat(TermOrder.compare(1L, 1.5)).isNegative();
    assertThat(TermOrder.compare(-1L, -1.5)).isPositive();
    assertThat(TermOrder.compare(BigInteger.ONE.shiftLeft(100), 0x1p100)).isZero();
    assertThat(TermOrder.compareExact(2L, 1.0)).isNegative();
  }

  @Test
  void appendingInALoopIsLinearAndNeverOverwrites() {
    Binary text = Binary.EMPTY;
    for (int i = 0; i < 300_000; i++) {
      text = text.append(Binary.of("ab"));
    }
    assertThat(text.length()).isEqualTo(600_000);
    Binary one = text.append(Binary.of("one"));
    Binary two = text.append(Binary.of("two"));
    assertThat(one.slice(600_000, 3)).isEqualTo(Binary.of("one"));
    assertThat(two.slice(600_000, 3)).isEqualTo(Binary.of("two"));
    assertThat(text.slice(0, 2).append(Binary.of("!"))).isEqualTo(Binary.of("ab!"));
    assertThat(text.at(2)).isEqualTo('a');
  }

  @Test
  void bitsAreBuiltAndMatchedAtAnyOffset() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      BitBuilder builder = new BitBuilder(WorkMeter.NONE);
      int segments = 1 + random.nextInt(6);
      long[] sizes = new long[segments];
      BigInteger[] values = new BigInteger[segments];
      boolean[] little = new boolean[segments];
      for (int i = 0; i < segments; i++) {
        sizes[i] = random.nextInt(90);
        values[i] = new BigInteger((int) sizes[i], random);
        little[i] = random.nextBoolean();
        if (values[i].bitLength() < 63) {
          builder.integer(values[i].longValue(), sizes[i], little[i]);
        } else {
          builder.integer(values[i], sizes[i], little[i]);
        }
      }
      Term built = builder.finish();
      BitMatcher matcher = BitMatcher.of(built);
      assertThat(matcher).isNotNull();
      for (int i = 0; i < segments; i++) {
        Object value = matcher.integer(sizes[i], false, little[i]);
        assertThat(String.valueOf(value)).isEqualTo(values[i].toString());
      }
      assertThat(matcher.atEnd()).isTrue();
      long total = Bits.bitLength(built);
      long cut = random.nextLong(total + 1);
      BitMatcher halves = BitMatcher.of(built);
      Term left = (Term) halves.bits(cut);
      Term right = (Term) halves.rest(1);
      BitBuilder joined = new BitBuilder(WorkMeter.NONE);
      joined.bits(left, 0, Bits.bitLength(left));
      joined.bits(right, 0, Bits.bitLength(right));
      assertThat(joined.finish()).isEqualTo(built);
    }
  }

  @Test
  void floatsPrintAsErlangPrintsThem() {
    assertThat(TermPrinter.formatFloat(1e22)).isEqualTo("1.0e22");
    assertThat(TermPrinter.formatFloat(0.1)).isEqualTo("0.1");
    assertThat(TermPrinter.formatFloat(100000.0)).isEqualTo("1.0e5");
    assertThat(TermPrinter.formatFloat(-0.0)).isEqualTo("-0.0");
    assertThat(TermPrinter.formatFloat(123456789.5)).isEqualTo("123456789.5");
    assertThat(TermPrinter.formatFloat(1.0e-3)).isEqualTo("0.001");
  }
}

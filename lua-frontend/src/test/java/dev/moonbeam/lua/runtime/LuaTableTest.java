package dev.moonbeam.lua.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The table itself: where fields live, in what order they come, what stays unboxed, and who may
 * write.
 */
class LuaTableTest {
  private static void onProcess(Consumer<Process> body) {
    try (Node node = Node.of(SandboxPolicy.trusted())) {
      node.evaluate(
          process -> {
            body.accept(process);
            return Atom.OK;
          });
    }
  }

  private static List<Object> keys(LuaTable table) {
    List<Object> keys = new ArrayList<>();
    table.forEach((key, _) -> keys.add(key));
    return keys;
  }

  @Test
  void uniformNumbersStayUnboxed() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          for (long i = 1; i <= 100; i++) {
            table.putInteger(process, i, i * i);
          }
          assertThat(table.longs.length).isGreaterThanOrEqualTo(100);
          assertThat(table.objects).isEmpty();
          table.putInteger(process, 50, 0.5);
          assertThat(table.longs).isEmpty();
          assertThat(table.getInteger(50)).isEqualTo(0.5);
          assertThat(table.getInteger(51)).isEqualTo(51L * 51);
          assertThat(table.length()).isEqualTo(100);
        });
  }

  @Test
  void integersAndFloatsAreNeverConfused() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          table.putInteger(process, 1, 1L);
          table.putInteger(process, 2, 2.0);
          assertThat(table.getInteger(1)).isEqualTo(1L);
          assertThat(table.getInteger(2)).isEqualTo(2.0);
        });
  }

  @Test
  void floatKeysWithIntegralValuesAreIntegers() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          table.put(process, 1.0, Atom.TRUE);
          table.put(process, 0x1p53, Atom.FALSE);
          assertThat(table.get(1L)).isEqualTo(Atom.TRUE);
          assertThat(table.get(1L << 53)).isEqualTo(Atom.FALSE);
          table.put(process, 0x1p63, Atom.OK);
          assertThat(table.get(0x1p63)).isEqualTo(Atom.OK);
          assertThat(table.get(Long.MAX_VALUE)).isNull();
        });
  }

  @Test
  void aSparseKeyTakesNoArray() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          for (int i = 0; i < 63; i++) {
            table.putInteger(process, 1L << i, (long) i);
          }
          assertThat(table.bytes()).isLessThan(4096);
          assertThat(table.length()).isEqualTo(4);
        });
  }

  @Test
  void keysFilledBackwardsOrFromTwoOnBecomeAnArray() {
    onProcess(
        process -> {
          LuaTable backwards = LuaTable.create(process);
          for (long i = 1000; i >= 1; i--) {
            backwards.putInteger(process, i, i);
          }
          assertThat(backwards.length()).isEqualTo(1000);
          assertThat(backwards.used).isLessThan(100);
          LuaTable fromTwo = LuaTable.create(process);
          for (long i = 2; i <= 1000; i++) {
            fromTwo.putInteger(process, i, i);
          }
          assertThat(fromTwo.objects.length).isGreaterThanOrEqualTo(1000);
          assertThat(fromTwo.getInteger(1)).isNull();
          assertThat(fromTwo.getInteger(1000)).isEqualTo(1000L);
        });
  }

  @Test
  void theLastElementIsABorder() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          table.setList(process, 1, new Object[] {1L, Atom.NIL, 3L, Atom.NIL});
          assertThat(table.length()).isEqualTo(3);
          table.putInteger(process, 3, null);
          assertThat(table.length()).isEqualTo(1);
        });
  }

  @Test
  void traversalGoesByInsertion() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          List<Object> inserted = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            Binary key = Binary.of("key" + i * 7919 % 100);
            table.putString(process, key, (long) i);
            inserted.add(key);
          }
          assertThat(keys(table)).isEqualTo(inserted);
        });
  }

  @Test
  void fieldsMayBeClearedWhileTraversing() {
    onProcess(
        process -> {
          LuaState state = LuaState.of(process);
          LuaTable table = LuaTable.create(process);
          for (long i = 1; i <= 20; i++) {
            table.putInteger(process, i, i);
            table.putString(process, Binary.of("k" + i), i);
          }
          int seen = 0;
          for (Object key = Atom.NIL;
              (key = Traversal.next(process, state, table, key)) != Atom.NIL;
              seen++) {
            table.put(process, key, null);
          }
          assertThat(seen).isEqualTo(40);
          assertThat(table.isEmpty()).isTrue();
        });
  }

  @Test
  void anUnknownKeyEndsATraversal() {
    onProcess(
        process -> {
          LuaTable table = LuaTable.create(process);
          table.setList(process, 1, new Object[] {10L, 20L});
          assertThatThrownBy(() -> table.positionOf(3L))
              .isInstanceOf(IllegalArgumentException.class);
          assertThatThrownBy(() -> table.positionOf(Binary.of("x")))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  @Test
  void agreesWithAHashMapUnderRandomWork() {
    onProcess(
        process -> {
          Random random = new Random(7);
          LuaTable table = LuaTable.create(process);
          Map<Object, Object> model = new HashMap<>();
          for (int step = 0; step < 200_000; step++) {
            Object key =
                switch (random.nextInt(4)) {
                  case 0 -> (Object) (long) random.nextInt(40);
                  case 1 -> Binary.of("s" + random.nextInt(60));
                  case 2 -> random.nextInt(50) + 0.5;
                  default -> (long) random.nextInt(400) - 100;
                };
            if (random.nextInt(3) == 0) {
              table.put(process, key, null);
              model.remove(key);
            } else {
              Object value = random.nextBoolean() ? (Object) (long) step : (Object) (double) step;
              table.put(process, key, value);
              model.put(key, value);
            }
            if (step % 997 == 0) {
              for (Map.Entry<Object, Object> each : model.entrySet()) {
                assertThat(table.get(each.getKey())).isEqualTo(each.getValue());
              }
              assertThat(keys(table)).doesNotHaveDuplicates().hasSize(model.size());
              long border = table.length();
              assertThat(border == 0 || table.getInteger(border) != null).isTrue();
              assertThat(table.getInteger(border + 1)).isNull();
            }
          }
        });
  }

  @Test
  void aForkSeesWhatWasAndWritesForItself() {
    onProcess(
        process -> {
          LuaState first = LuaState.of(process);
          LuaTable table = LuaTable.create(process);
          Binary name = InternedStrings.intern("n");
          Access.rawSet(process, table, name, 1L);
          LuaState second = first.fork(process);
          Access.rawSet(process, table, name, 2L);
          assertThat(Access.rawGet(process, table, name)).isEqualTo(2L);
          second.attach(process);
          assertThat(Access.rawGet(process, table, name)).isEqualTo(1L);
          Access.rawSet(process, table, name, 3L);
          Access.rawSet(process, table, 1L, 4L);
          assertThat(Access.len(process, table, null)).isEqualTo(1L);
          first.attach(process);
          assertThat(Access.rawGet(process, table, name)).isEqualTo(2L);
          assertThat(Access.len(process, table, null)).isEqualTo(0L);
        });
  }

  @Test
  void aForkedCellHasAValueForEachSide() {
    onProcess(
        process -> {
          LuaState first = LuaState.of(process);
          Object cell = Cell.create(process, 1L);
          LuaState second = first.fork(process);
          Cell.set(process, cell, 2L);
          assertThat(Cell.get(process, cell)).isEqualTo(2L);
          second.attach(process);
          assertThat(Cell.get(process, cell)).isEqualTo(1L);
          Cell.set(process, cell, 3L);
          assertThat(Cell.get(process, cell)).isEqualTo(3L);
          first.attach(process);
          assertThat(Cell.get(process, cell)).isEqualTo(2L);
        });
  }

  @Test
  void aFieldSiteFindsItsKeyInForkedTablesToo() {
    onProcess(
        process -> {
          LuaState.of(process);
          LuaTable table = LuaTable.create(process);
          FieldSite site = new FieldSite(Binary.of("field"), null);
          Access.setField(process, table, 1L, site);
          assertThat(Access.field(process, table, site)).isEqualTo(1L);
          LuaState other = LuaState.of(process).fork(process);
          Access.setField(process, table, 2L, site);
          Access.setField(process, table, 3L, site);
          assertThat(Access.field(process, table, site)).isEqualTo(3L);
          other.attach(process);
          assertThat(Access.field(process, table, site)).isEqualTo(1L);
          Access.setField(process, table, Atom.NIL, site);
          assertThat(Access.field(process, table, site)).isEqualTo(Atom.NIL);
        });
  }

  @Test
  void weakKeysAreEphemerons() {
    onProcess(
        process -> {
          LuaTable metatable = LuaTable.create(process);
          metatable.putString(process, "__mode", Binary.of("k"));
          LuaTable weak = LuaTable.create(process);
          weak.setMetatable(process, metatable);
          LuaTable kept = LuaTable.create(process);
          Access.rawSet(process, weak, kept, kept);
          for (int i = 0; i < 100; i++) {
            LuaTable lost = LuaTable.create(process);
            Access.rawSet(process, weak, lost, lost);
          }
          int left = 101;
          for (int attempt = 0; attempt < 50 && left > 2; attempt++) {
            System.gc();
            left = keys(weak.forReading(process)).size();
          }
          // The last one may still lie in a slot of this frame.
          assertThat(left).isLessThanOrEqualTo(2);
          assertThat(Access.rawGet(process, weak, kept)).isSameAs(kept);
        });
  }
}

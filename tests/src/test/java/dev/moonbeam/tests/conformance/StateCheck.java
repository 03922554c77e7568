package dev.moonbeam.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.process.HostProcess;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Version;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks that what runs beside a Lua state, or on it and is undone, leaves the state as it was. */
final class StateCheck {
  private static final String PREPARED = "prepared";

  private final HostProcess process;
  private final LuaState base;
  private final String before;

  /** Prepares a state with something in it besides the library. */
  StateCheck(HostProcess process) {
    this.process = process;
    this.base = on(LuaState::of);
    on(
        running -> {
          LuaTable table = LuaTable.create(running);
          base.globals().forWriting(running).putString(running, PREPARED, table);
          for (long i = 1; i <= 40; i++) {
            table.put(running, i, Binary.of("item " + i));
            table.put(running, Binary.of("key " + i), i);
          }
          return Atom.NIL;
        });
    this.before = contents();
  }

  private <T> T on(Function<Process, T> work) {
    Object[] result = new Object[1];
    process.evaluate(
        running -> {
          result[0] = work.apply(running);
          return Atom.NIL;
        });
    @SuppressWarnings("unchecked") // It is what the work gave.
    T typed = (T) result[0];
    return typed;
  }

  <T> T onFork(Supplier<T> work) {
    LuaState fork = on(base::fork);
    on(running -> attach(running, fork));
    T result = work.get();
    on(running -> attach(running, base));
    assertThat(contents()).as("the state after a run on its fork").isEqualTo(before);
    return result;
  }

  <T> T undone(Supplier<T> work) {
    Version version = on(base::begin);
    T result = work.get();
    on(
        running -> {
          base.goBack(running, version);
          return Atom.NIL;
        });
    assertThat(contents()).as("the state after a run that was undone").isEqualTo(before);
    return result;
  }

  /** As an evaluation of a session of the engine. */
  static <T> T allOrNothing(Process running, Supplier<T> work) {
    LuaState state = LuaState.of(running);
    Version before = state.begin(running);
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (done) {
        state.end(before);
      } else {
        state.goBack(running, before);
      }
    }
  }

  private static Object attach(Process running, LuaState state) {
    state.attach(running);
    return Atom.NIL;
  }

  /** All that can be reached by tables alone, tables being numbered as they are met. */
  private String contents() {
    return on(
        running -> {
          StringBuilder text = new StringBuilder();
          Map<LuaTable, Integer> numbers = new IdentityHashMap<>();
          ArrayDeque<LuaTable> pending = new ArrayDeque<>();
          Function<Object, String> name =
              value -> {
                if (!(value instanceof LuaTable table)) {
                  return String.valueOf(value);
                }
                Integer number = numbers.get(table);
                if (number == null) {
                  number = numbers.size();
                  numbers.put(table, number);
                  pending.add(table);
                }
                return "T" + number;
              };
          name.apply(base.globals());
          name.apply(base.registry());
          for (LuaTable next; (next = pending.poll()) != null; ) {
            LuaTable table = next.forReading(running);
            text.append(name.apply(next)).append(" #").append(table.length()).append('\n');
            table.forEach(
                (key, value) ->
                    text.append(name.apply(key))
                        .append('=')
                        .append(name.apply(value))
                        .append('\n'));
            LuaTable metatable = table.metatable();
            if (metatable != null) {
              text.append("metatable ").append(name.apply(metatable)).append('\n');
            }
          }
          return text.toString();
        });
  }
}

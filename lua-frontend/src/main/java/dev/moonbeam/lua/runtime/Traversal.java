package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;

/** One step of {@code next} (manual, 6.1). */
public final class Traversal {
  private Traversal() {}

  /**
   * The key behind {@code key} (nil: the first), nil at the end; its value goes to {@link
   * LuaState#iterationValue}.
   */
  public static Object next(Process process, LuaState state, LuaTable identity, Object key) {
    LuaTable table = identity.forReading(process);
    int position;
    if (key == Atom.NIL) {
      position = table.nextPosition(0);
    } else {
      try {
        position = state.cursors.advance(table, key);
      } catch (IllegalArgumentException _) {
        process.charge(LuaError.LOOKING);
        throw LuaError.value(process, Binary.of("invalid key to 'next'"));
      }
    }
    if (position == 0) {
      return Atom.NIL;
    }
    state.iterationValue = table.valueAtPosition(position);
    return table.keyAt(position);
  }
}

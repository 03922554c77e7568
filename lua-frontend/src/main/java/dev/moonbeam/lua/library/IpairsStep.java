package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Loops;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Sequence;

/** The iterator that {@code ipairs} gives. */
final class IpairsStep extends Fun implements Loops.Iterator {
  static final IpairsStep STEP = new IpairsStep();

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public String displayName() {
    return "function <ipairs>";
  }

  @Override
  public Object step(Process process, LuaState state, Object subject, Object control) {
    long index =
        1
            + (control instanceof Long integer
                ? integer
                : Arguments.integer(process, "for iterator", 2, control));
    Object value = Sequence.get(process, subject, index);
    if (value == Atom.NIL) {
      return Atom.NIL;
    }
    state.iterationValue = value;
    return index;
  }

  @Override
  public Object call2(Process process, Object table, Object control) {
    if (--process.reductions < 0) {
      process.slice();
    }
    LuaState state = LuaState.of(process);
    Object index = step(process, state, table, control);
    return index == Atom.NIL
        ? Atom.NIL
        : Special.values(new Object[] {index, state.iterationValue});
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    return call2(process, Arguments.value(Arguments.at(arguments, 0)), Arguments.at(arguments, 1));
  }
}

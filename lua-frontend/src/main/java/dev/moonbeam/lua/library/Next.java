package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Loops;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Traversal;

/** {@code next}: by hand, because generic for makes its steps without a call. */
final class Next extends Fun implements Loops.Iterator {
  static final Next NEXT = new Next();

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public String displayName() {
    return "function 'next'";
  }

  @Override
  public Object step(Process process, LuaState state, Object subject, Object control) {
    if (!(subject instanceof LuaTable table)) {
      throw Arguments.typeError(process, "for iterator", 1, "table", subject);
    }
    return Traversal.next(process, state, table, control);
  }

  @Override
  public Object call1(Process process, Object table) {
    return call2(process, table, Atom.NIL);
  }

  @Override
  public Object call2(Process process, Object table, Object key) {
    if (--process.reductions < 0) {
      process.slice();
    }
    LuaState state = LuaState.of(process);
    Object next = Traversal.next(process, state, Arguments.table(process, "next", 1, table), key);
    return next == Atom.NIL ? Atom.NIL : Special.values(new Object[] {next, state.iterationValue});
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    return call2(
        process, Arguments.at(arguments, 0), arguments.length > 1 ? arguments[1] : Atom.NIL);
  }
}

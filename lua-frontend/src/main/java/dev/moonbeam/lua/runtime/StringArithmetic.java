package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;

/**
 * An arithmetic metamethod of the string metatable (manual, 3.4.3): what makes {@code "10" + 1}
 * work. Operators recognise it and skip the call, as long as a script has not put another in its
 * place.
 */
public final class StringArithmetic extends Fun {
  private static final Metamethod[] EVENTS = {
    Metamethod.ADD,
    Metamethod.SUB,
    Metamethod.MUL,
    Metamethod.MOD,
    Metamethod.POW,
    Metamethod.DIV,
    Metamethod.IDIV,
    Metamethod.UNM
  };

  private final Metamethod event;

  private StringArithmetic(Metamethod event) {
    this.event = event;
  }

  /** Puts them all into the metatable of strings. */
  public static void addTo(Process process, LuaTable metatable) {
    for (Metamethod event : EVENTS) {
      metatable.putString(process, event.key, new StringArithmetic(event));
    }
  }

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public String displayName() {
    return "metamethod '" + event.event() + "'";
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    process.charge(1);
    Object a = arguments.length > 0 ? arguments[0] : Atom.NIL;
    return Arithmetic.onStrings(process, event, a, arguments.length > 1 ? arguments[1] : Atom.NIL);
  }
}

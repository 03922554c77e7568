package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermOrder;

/** A coroutine as a Lua value. */
public class LuaThread implements Term {
  @Override
  public int kind() {
    return TermOrder.OPAQUE;
  }

  @Override
  public int compareSameKind(Object other) {
    return this == other ? 0 : termHash() <= ((Term) other).termHash() ? -1 : 1;
  }

  @Override
  public int termHash() {
    return System.identityHashCode(this);
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermOrder;
import org.jspecify.annotations.Nullable;

/**
 * A value of the library's own that scripts see as userdata with a metatable (open files). Identity
 * is the object.
 */
public abstract class LuaUserdata implements Term {
  /** Its metatable in the state that the process runs on. */
  public abstract @Nullable LuaTable metatable(Process process);

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

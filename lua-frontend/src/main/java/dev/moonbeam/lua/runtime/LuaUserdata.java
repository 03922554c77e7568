package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.IdentityTerm;
import org.jspecify.annotations.Nullable;

/**
 * A value of the library's own that scripts see as userdata with a metatable (open files). Identity
 * is the object.
 */
public abstract class LuaUserdata implements IdentityTerm {
  /** Its metatable in the state that the process runs on. */
  public abstract @Nullable LuaTable metatable(Process process);
}

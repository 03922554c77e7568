package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaTable;

/** The metatable by which tuples, lists and maps answer to Lua's operators. */
final class ErlangValues extends Fun {
  private final boolean index;

  private ErlangValues(boolean index) {
    this.index = index;
  }

  static LuaTable metatable(Process process) {
    LuaTable metatable = LuaTable.create(process);
    metatable.putString(process, "__index", new ErlangValues(true));
    metatable.putString(process, "__len", new ErlangValues(false));
    return metatable;
  }

  @Override
  public int arity() {
    return 2;
  }

  @Override
  public String displayName() {
    return index ? "metamethod 'index'" : "metamethod 'len'";
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    process.charge(1);
    Object value = Arguments.at(arguments, 0);
    return index
        ? LuaErlang.element(process, value, Arguments.at(arguments, 1))
        : LuaErlang.size(process, value);
  }
}

package dev.moonbeam.lua.runtime;

/** The contents of a table whose metatable says {@code __mode} (manual, 2.5.4). */
final class WeakTable extends LuaTable {
  WeakTable(Object owner) {
    super(owner);
  }
}

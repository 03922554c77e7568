package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.LuaTable;
import org.jspecify.annotations.Nullable;

/** The {@link ScriptObject} of a table. */
final class LuaObject implements ScriptObject {
  private final Session session;
  private final LuaTable table;

  LuaObject(Session session, LuaTable table) {
    this.session = session;
    this.table = table;
  }

  Session session() {
    return session;
  }

  LuaTable table() {
    return table;
  }

  @Override
  public @Nullable Object get(String name) {
    return session.evaluate(
        running -> {
          Object value = Access.get(running, table, Binary.of(name));
          return session.callables().toHost(running).convert(running.one(value));
        });
  }

  @Override
  public void set(String name, @Nullable Object value) {
    session.evaluate(
        running -> {
          Object term = session.callables().fromHost(running).convert(value);
          Access.set(running, table, Binary.of(name), term);
          return null;
        });
  }

  @Override
  public @Nullable Object call(String name, @Nullable Object... arguments) {
    ScriptFunction method = method(name);
    if (method == null) {
      throw session.failures().noSuchFunction(name);
    }
    return method.call(arguments);
  }

  @Override
  public @Nullable ScriptFunction method(String name) {
    Object method =
        session.evaluate(running -> running.one(Access.get(running, table, Binary.of(name))));
    return method instanceof Fun function
        ? arguments -> session.apply(function, Object.class, withThis(arguments))
        : null;
  }

  private @Nullable Object[] withThis(@Nullable Object[] arguments) {
    @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
    all[0] = this;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LuaObject that && that.table == table;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(table);
  }

  @Override
  public String toString() {
    return "Lua object";
  }
}

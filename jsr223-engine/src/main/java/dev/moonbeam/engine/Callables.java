package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.LuaTable;
import org.jspecify.annotations.Nullable;

/**
 * What becomes a function when it crosses between the host and the scripts of one session, in both
 * directions.
 */
final class Callables {
  private final Session session;
  private final LanguageBridge bridge;

  Callables(Session session, LanguageBridge bridge) {
    this.session = session;
    this.bridge = bridge;
  }

  /** The function for an object of the host that can be called, else null. */
  @Nullable Fun function(Object object) {
    // A function of another session lives in that one's state, so it is called there, as any
    // function of the host is.
    if (object instanceof FunctionOfScript known && known.session().sharesStateWith(session)) {
      return known.function();
    }
    FunctionalMethod method = FunctionalMethod.of(object.getClass());
    return method == null ? null : new HostFunction(this, object, method, bridge);
  }

  /** What a table that is an object becomes. */
  LuaObject object(LuaTable table) {
    return new LuaObject(session, table);
  }

  /** The table of an object of this session; null for one of another, which stays the host's. */
  @Nullable LuaTable table(LuaObject object) {
    return object.session().sharesStateWith(session) ? object.table() : null;
  }

  /** What a function becomes. */
  ScriptFunction scriptFunction(Fun function) {
    return function instanceof HostFunction host && host.target() instanceof ScriptFunction known
        ? known
        : new FunctionOfScript(session, function);
  }

  ToHost toHost(Process process) {
    return new ToHost(process, this);
  }

  FromHost fromHost(Process process) {
    return new FromHost(process, bridge, this);
  }
}

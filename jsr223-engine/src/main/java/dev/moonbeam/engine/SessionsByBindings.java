package dev.moonbeam.engine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * The session of each bindings object. A session is closed some time after its bindings are gone,
 * when another is asked for. Bindings are told apart by identity, since their equality is that of
 * maps.
 */
final class SessionsByBindings {
  private final Supplier<Session> newSession;
  private final Map<Key, Session> sessions = new HashMap<>();
  private final ReferenceQueue<Bindings> gone = new ReferenceQueue<>();

  SessionsByBindings(Supplier<Session> newSession) {
    this.newSession = newSession;
  }

  /** The session for scripts that run in a context. */
  synchronized Session of(ScriptContext context) {
    for (Reference<? extends Bindings> key; (key = gone.poll()) != null; ) {
      Session session = sessions.remove(key);
      if (session != null) {
        session.close();
      }
    }
    Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
    return sessions.computeIfAbsent(new Key(bindings, gone), _ -> newSession.get());
  }

  synchronized void close() {
    new ArrayList<>(sessions.values()).forEach(Session::close);
    sessions.clear();
  }

  private static final class Key extends WeakReference<Bindings> {
    private final int hash;

    Key(Bindings bindings, ReferenceQueue<Bindings> gone) {
      super(bindings, gone);
      this.hash = System.identityHashCode(bindings);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Bindings mine = get();
      return mine != null && other instanceof Key key && key.refersTo(mine);
    }
  }
}

package dev.moonbeam.core.term;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An atom: a name that equals only itself. Interned for the whole JVM, weakly, so that atoms nobody
 * holds are collected; equality is identity.
 */
public final class Atom implements Term {
  private static final ConcurrentHashMap<String, Entry> TABLE = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Atom> UNUSED = new ReferenceQueue<>();

  public static final Atom NIL = of("nil");
  public static final Atom TRUE = of("true");
  public static final Atom FALSE = of("false");
  public static final Atom OK = of("ok");
  public static final Atom ERROR = of("error");
  public static final Atom EXIT = of("exit");
  public static final Atom THROW = of("throw");
  public static final Atom UNDEFINED = of("undefined");
  public static final Atom INFINITY = of("infinity");
  public static final Atom NORMAL = of("normal");
  public static final Atom KILL = of("kill");
  public static final Atom KILLED = of("killed");

  private final String name;
  private final int hash;

  private Atom(String name) {
    this.name = name;
    this.hash = name.hashCode() * 0x9E3779B9;
  }

  /** The atom of that name. */
  public static Atom of(String name) {
    for (Entry stale; (stale = (Entry) UNUSED.poll()) != null; ) {
      TABLE.remove(stale.name, stale);
    }
    Entry entry = TABLE.get(name);
    Atom atom = entry == null ? null : entry.get();
    while (atom == null) {
      Atom fresh = new Atom(name);
      entry =
          TABLE.compute(
              name, (key, old) -> old != null && old.get() != null ? old : new Entry(fresh));
      atom = entry.get();
    }
    return atom;
  }

  /** The atom of that name if it exists now, else null: makes none. */
  public static @org.jspecify.annotations.Nullable Atom existing(String name) {
    Entry entry = TABLE.get(name);
    return entry == null ? null : entry.get();
  }

  public static Atom of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  public String name() {
    return name;
  }

  @Override
  public int kind() {
    return TermOrder.ATOM;
  }

  @Override
  public int compareSameKind(Object other) {
    // Erlang orders atoms by code points; String.compareTo differs above the BMP.
    return this == other ? 0 : TermOrder.compareCodePoints(name, ((Atom) other).name);
  }

  @Override
  public int termHash() {
    return hash;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The bare name, unquoted. */
  @Override
  public String toString() {
    return name;
  }

  private static final class Entry extends WeakReference<Atom> {
    final String name;

    Entry(Atom atom) {
      super(atom, UNUSED);
      this.name = atom.name;
    }
  }
}

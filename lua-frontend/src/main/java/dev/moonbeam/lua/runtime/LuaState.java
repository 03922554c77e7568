package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.SafePoint;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.lua.library.LuaLibrary;
import dev.moonbeam.policy.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The state of a Lua computation: the globals, what the library keeps, and how this computation
 * sees tables and cells that others made. One process runs on it at a time and keeps it in {@code
 * Process.languageState}.
 *
 * <p><b>Forking.</b> A table (or cell) carries the token of the run that made it, {@link #owner}.
 * {@link #fork} gives each side a fresh token: from then on neither owns what was there before, so
 * whoever writes it first copies it, into its own {@link #overlay}. That is O(1), whatever the
 * state's size. Suspended coroutines have a Java stack and cannot be copied: they stay with the
 * side that made them.
 *
 * <p>Thread-safety: confined to the running process; handing it over is the caller's business.
 */
public final class LuaState implements SafePoint {
  private static final int MOST_COLLECTIONS = 20;

  /** A full collection of a small heap takes some milliseconds. */
  private static final int COLLECTION_COST = 100_000;

  /**
   * The run that owns what is made from now on. The process's own field must equal it while it
   * runs.
   */
  Object owner = new Object();

  private Overlay overlay = Overlay.EMPTY;

  private LuaTable globals;

  /** What {@code debug.getregistry} shows. */
  LuaTable registry;

  /** Metatables of values that are not tables, by {@link LuaType}. */
  final @Nullable LuaTable[] metatables;

  private @Nullable LuaTable hostMetatable;

  /** Second result of an iteration step; see {@link Loops}. */
  public Object iterationValue = Atom.NIL;

  private @Nullable LuaThread mainThread;

  /** Whether a collection can have an effect that a script sees. */
  boolean hasWeakTables;

  /** Made when a table first gets a finalizer. */
  private @Nullable Finalizers finalizers;

  /** Collections that scripts have asked for and got. */
  private int collections;

  /** The coroutine that runs; null for the main one. */
  @Nullable LuaThread thread;

  /** The error that a message handler is looking at; see {@link Protected}. */
  @Nullable Raise handled;

  /** Where the last traversals stood, so that a step of {@code next} need not look its key up. */
  final Cursors cursors = new Cursors();

  /** Of the coroutine that runs. */
  public ToBeClosed toBeClosed = new ToBeClosed();

  /** Things that parts of the library keep with a state, by their class. */
  private final java.util.HashMap<Class<?>, Object> parts;

  public LuaState() {
    globals = new LuaTable(owner);
    registry = new LuaTable(owner);
    metatables = new LuaTable[LuaType.values().length];
    parts = new java.util.HashMap<>();
  }

  private LuaState(LuaState from) {
    overlay = from.overlay;
    globals = from.globals;
    registry = from.registry;
    metatables = from.metatables.clone();
    hostMetatable = from.hostMetatable;
    hasWeakTables = from.hasWeakTables;
    parts = new java.util.HashMap<>();
    from.parts.forEach(
        (type, part) -> {
          if (part instanceof Forkable<?> forkable) {
            parts.put(type, forkable.fork());
          }
        });
  }

  /** A part of a state that goes with its forks. */
  public interface Forkable<T> {
    T fork();
  }

  /** The state the process runs on; made, with the library in it, when it has none yet. */
  public static LuaState of(Process process) {
    return process.languageState instanceof LuaState state ? state : attachNew(process);
  }

  private static LuaState attachNew(Process process) {
    LuaState state = new LuaState();
    state.attach(process);
    LuaLibrary.open(process, state);
    return state;
  }

  /** Makes the process run on this state. */
  public void attach(Process process) {
    process.languageState = this;
    process.owner = owner;
  }

  /** The globals table, {@code _G}. */
  public LuaTable globals() {
    return globals;
  }

  public LuaTable registry() {
    return registry;
  }

  /**
   * A state equal to this one that goes its own way from here. O(1). A process that runs on this
   * state must be given, or be: its token changes.
   */
  public LuaState fork(@Nullable Process running) {
    LuaState other = new LuaState(this);
    owner = new Object();
    if (running != null && running.languageState == this) {
      running.owner = owner;
    }
    return other;
  }

  /** Something that a part of the library keeps here, made when first asked for. */
  public <T> T part(Class<T> type, java.util.function.Supplier<? extends T> make) {
    Object part = parts.get(type);
    if (part == null) {
      part = make.get();
      parts.put(type, part);
    }
    return type.cast(part);
  }

  @Nullable LuaTable copyOf(LuaTable table) {
    return (LuaTable) overlay.get(table);
  }

  void putCopy(LuaTable table, LuaTable copy) {
    overlay = overlay.put(table, copy);
  }

  @Nullable Object valueOf(Cell cell) {
    return overlay.get(cell);
  }

  void putValue(Cell cell, Object value) {
    overlay = overlay.put(cell, value);
  }

  /** Sets the metatable that all values of a type other than table share. */
  public void setMetatable(LuaType type, @Nullable LuaTable metatable) {
    metatables[type.ordinal()] = metatable;
  }

  /**
   * The metatable of host objects: their methods, as the engine shows them; null while it has set
   * none.
   */
  public @Nullable LuaTable hostMetatable() {
    return hostMetatable;
  }

  public void setHostMetatable(LuaTable metatable) {
    hostMetatable = metatable;
  }

  /** The main thread as a value; null until a script has asked for it. */
  public @Nullable LuaThread mainThread() {
    return mainThread;
  }

  public LuaThread mainThread(Process process) {
    LuaThread main = mainThread;
    if (main == null) {
      main = new LuaThread(process, Atom.NIL);
      mainThread = main;
    }
    return main;
  }

  Finalizers finalizers() {
    Finalizers present = finalizers;
    if (present == null) {
      present = new Finalizers();
      finalizers = present;
    }
    return present;
  }

  /** Whether finalizers of unreachable tables wait to be called. */
  @Override
  public boolean isDue() {
    return finalizers != null && finalizers.isDue();
  }

  @Override
  public void run(Process process) {
    finalizers().run(process);
  }

  /** Whether a finalizer runs. */
  public boolean isFinalizing() {
    return finalizers != null && finalizers.isRunning();
  }

  /** Whether finalizers are called only where a collection is asked for. */
  public void setCollectorStopped(boolean stopped) {
    finalizers().setStopped(stopped);
  }

  /** The end of the state: calls the finalizers of all tables that have one. */
  public void close(Process process) {
    if (finalizers != null) {
      finalizers.close(process);
    }
  }

  /**
   * A full collection was asked for. It is made only where a script can see its effect, and only so
   * often unless the policy trusts the script: it stops the whole JVM. Finalizers of what it finds
   * are called before this returns.
   */
  public void collect(Process process) {
    boolean trusted = process.node().policy().grants(Capability.DEBUG);
    Finalizers marked = finalizers;
    boolean visible = hasWeakTables || marked != null && !marked.isEmpty();
    if (trusted || visible && collections < MOST_COLLECTIONS) {
      collections++;
      cursors.forget();
      iterationValue = Atom.NIL;
      process.charge(COLLECTION_COST);
      System.gc();
      if (marked != null && marked.awaitHandOver(process)) {
        // Weak tables that only a table to be finalized refers to are cleared by the next one.
        System.gc();
      }
    }
    if (marked != null) {
      marked.run(process);
    }
  }
}

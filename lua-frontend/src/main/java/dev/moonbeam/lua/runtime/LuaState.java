package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.SafePoint;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.lua.library.LuaLibrary;
import dev.moonbeam.lua.runtime.Version.Position;
import dev.moonbeam.lua.runtime.Version.Roots;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a Lua computation: the globals, what the library keeps, and how this computation
 * sees tables and cells that others made. One process runs on it at a time and keeps it in {@code
 * Process.languageState}.
 *
 * <p><b>Runs.</b> A table (or cell) carries the token of the run that made it, an {@link Owner}.
 * {@link #begin} starts a run that can be undone: whoever writes to what was there before notes in
 * the {@link Journal} how it was, so {@link #goBack} costs as much as was written since, in either
 * direction. Taking a state is keeping its {@link Version}, for nothing.
 *
 * <p><b>Forking.</b> {@link #fork} ends the line of runs for both sides: from then on neither owns
 * what was there before, so whoever writes it first copies it, into its own {@link #overlay}. That
 * is O(1), whatever the state's size, and both sides may run at the same time.
 *
 * <p><b>Coroutines</b> have a Java stack, which can be neither copied nor run backwards. They stay
 * with the side that made them; one that was resumed in a run which is undone is dead.
 *
 * <p>Thread-safety: confined to the running process; handing it over is the caller's business.
 */
public final class LuaState implements SafePoint {
  /** Leaves of the overlay that may be of keys which are gone, however few there are in all. */
  private static final int MOST_UNPRUNED = 256;

  /**
   * The reference implementation allows 200 calls through C (LUAI_MAXCCALLS), of which a chunk that
   * runs as a program has three below it.
   */
  static final int MOST_NESTED = 197;

  /** More of them that message handlers may use after that error (a tenth of all, as there). */
  static final int NESTED_IN_HANDLERS = 20;

  static final String C_STACK_OVERFLOW = "C stack overflow";

  /**
   * The run that owns what is made from now on. The process's own field must equal it while it
   * runs.
   */
  Owner.Run owner = new Owner.Run(new Object());

  /** What the present run has changed; null while nobody can go back. */
  @Nullable Journal journal;

  /** The version that the tables themselves show. */
  private Version present = new Version(owner.line());

  private Overlay overlay = Overlay.EMPTY;
  private int putsUntilPruned = MOST_UNPRUNED;

  private LuaTable globals;

  /** What {@code debug.getregistry} shows. */
  LuaTable registry;

  /** Metatables of values that are not tables, by {@link LuaType}. Replaced, never changed. */
  @Nullable LuaTable[] metatables;

  private @Nullable LuaTable hostMetatable;

  /** Second result of an iteration step; see {@link Loops}. */
  public Object iterationValue = Atom.NIL;

  private @Nullable LuaThread mainThread;

  /** Whether a collection can have an effect that a script sees. */
  boolean hasWeakTables;

  /** Where they are, and which tables may join them. */
  WeakTables weakTables;

  private final Collector collector = new Collector(this);

  /**
   * Calls that are going on and that the reference implementation makes through C: of metamethods,
   * in protected mode, by functions of the library, of coroutines. Who makes one gets the number
   * from {@link #nest} and puts it back afterwards, whatever came of it.
   */
  private int nesting;

  /** Of the running coroutine; see {@link Traced}. */
  @Nullable Activation activation;

  @Nullable Hook hook;

  /** The function that a tail call of traced code is about to enter. */
  @Nullable Object tailCallee;

  /** Whether a hook runs. */
  boolean hooking;

  /** Whether chunks loaded from now on are traced. */
  private boolean traces;

  /** How many calls are going on in the running coroutine that it must not yield from. */
  private int unyieldable;

  /** The coroutine that runs; null for the main one. */
  @Nullable LuaThread thread;

  /** The error that a message handler is looking at; see {@link Protected}. */
  @Nullable Raise handled;

  /** Where the last traversals stood, so that a step of {@code next} need not look its key up. */
  final Cursors cursors = new Cursors();

  public final FunctionValues mainFunctions = new FunctionValues();

  /** Of the coroutine that runs. */
  public ToBeClosed toBeClosed = new ToBeClosed();

  private final LibraryParts parts;

  public LuaState() {
    weakTables = new WeakTables();
    globals = new LuaTable(owner);
    registry = new LuaTable(owner);
    metatables = new LuaTable[LuaType.values().length];
    parts = new LibraryParts();
  }

  private LuaState(LuaState from) {
    overlay = from.overlay;
    globals = from.globals;
    registry = from.registry;
    metatables = from.metatables;
    hostMetatable = from.hostMetatable;
    hasWeakTables = from.hasWeakTables;
    weakTables = from.weakTables.fork();
    traces = from.traces;
    parts = from.parts.fork();
  }

  /** A part of a state that goes with its forks. */
  public interface Forkable<T> {
    T fork();
  }

  /**
   * A part of a state that is as it was when a run is undone.
   *
   * @param <S> a value that says how it is
   */
  public interface Undoable<S> {
    S save();

    void load(S saved);
  }

  /** The state the process runs on; made, with the library in it, when it has none yet. */
  public static LuaState of(Process process) {
    return process.languageState instanceof LuaState state ? state : attachNew(process);
  }

  private static LuaState attachNew(Process process) {
    LuaState state = new LuaState();
    state.attach(process);
    boolean opened = false;
    try {
      LuaLibrary.open(process, state);
      opened = true;
    } finally {
      if (!opened) {
        process.languageState = null; // a limit ended it: half a library is none
      }
    }
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
    weakTables = weakTables.fork();
    renew(running, new Object());
    Version before = present;
    present = new Version(owner.line());
    before.setTwin(present);
    if (journal != null) {
      advance();
    }
    return other;
  }

  private void renew(@Nullable Process running, Object line) {
    owner = new Owner.Run(line);
    if (running != null && running.languageState == this) {
      running.owner = owner;
    }
  }

  /** Whether that owner's run was one of this state's since it was forked last. */
  boolean ownsLineOf(Object other) {
    return Owner.lineOf(other) == owner.line();
  }

  // -----------------------------------------------------------------------------------------------
  // versions

  /** The version that this state is at. Only between runs, or to go back to within one. */
  public Version present() {
    return present;
  }

  /**
   * Starts a run that can be undone; within another, a part of that one that can be undone by
   * itself.
   *
   * @return what to go back to
   */
  public Version begin(Process process) {
    Version before = advance();
    renew(process, owner.line());
    return before;
  }

  private Version advance() {
    Version before = present;
    Journal changes = new Journal();
    present = new Version(owner.line());
    before.leave(changes, roots(), present);
    journal = changes;
    return before;
  }

  /**
   * The end of a run: what it changed is kept from here on by the version it started from only, if
   * anybody keeps that.
   *
   * @param before what {@link #begin} gave
   */
  public void end(Version before) {
    if (before.next() == present && before.journal().isEmpty() && before.roots().equals(roots())) {
      before.arrive();
      present = before;
    }
    journal = null;
  }

  /**
   * Makes this state what it was at a version of its own, be that before or after the present one
   * or beside it. Runs that are under way are over; what they have written is at the version they
   * started.
   *
   * @throws IllegalArgumentException when the version is another state's
   */
  public void goBack(Process process, Version version) {
    goTo(version);
    journal = null;
    renew(process, owner.line());
  }

  private void goTo(Version version) {
    Version wanted = version;
    for (Version twin; (twin = wanted.twin()) != null; ) {
      wanted = twin;
    }
    ArrayDeque<Version> way = new ArrayDeque<>();
    Version at = wanted;
    for (Version next; (next = at.next()) != null; at = next) {
      way.push(at);
    }
    if (at == present) {
      for (Version to : way) {
        Version from = present;
        Roots now = roots();
        restore(to.roots());
        from.leave(to.journal().undo(), now, to);
        to.arrive();
        present = to;
      }
    } else if (at.twin() != null) {
      goTo(at);
      goBeforeFork(way, wanted);
    } else {
      throw new IllegalArgumentException("a version of another state");
    }
  }

  /**
   * From the version at which this state was forked to one before that fork.
   *
   * @param way there, from the fork on
   */
  private void goBeforeFork(Iterable<Version> way, Version wanted) {
    Version from = present;
    Roots now = roots();
    Thaw thaw = new Thaw(this);
    Journal changes = new Journal();
    way.forEach(each -> each.journal().undoAfterFork(thaw, changes));
    restore(wanted.roots());
    thaw.finish();
    present = new Version(owner.line());
    // What has been changed in place is kept as it was, to be exchanged on the way back to the
    // fork.
    from.leave(changes, now, present);
    wanted.setTwin(present);
  }

  private Roots roots() {
    return new Roots(
        overlay,
        metatables,
        hostMetatable,
        hasWeakTables,
        hook,
        new Position(
            thread, toBeClosed, toBeClosed.mark(), activation, hooking, nesting, unyieldable));
  }

  private void restore(Roots roots) {
    overlay = roots.overlay();
    metatables = roots.metatables();
    hostMetatable = roots.hostMetatable();
    hasWeakTables = roots.hasWeakTables();
    hook = roots.hook();
    Position position = roots.position();
    thread = position.thread();
    toBeClosed = position.toBeClosed();
    toBeClosed.forget(position.open());
    activation = position.activation();
    hooking = position.hooking();
    nesting = position.nesting();
    unyieldable = position.unyieldable();
    tailCallee = null;
    handled = null;
  }

  /**
   * Writes to a map that is part of this state.
   *
   * @param value null takes the key out
   */
  public <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
    Undo change = new MapUndo<>(map, key, value);
    change.exchange();
    note(change);
  }

  /** Notes a change that is neither to a table nor to a cell, before it is made. */
  void note(Undo change) {
    if (journal != null) {
      journal.add(change);
    }
  }

  /** Something that a part of the library keeps here, made when first asked for. */
  public <T> T part(Class<T> type, Supplier<? extends T> make) {
    return parts.get(this, type, make);
  }

  @Nullable LuaTable copyOf(LuaTable table) {
    Object handle = overlay.get(table);
    return handle == null ? null : TableExtension.copy(table, handle);
  }

  /** The copy is kept with the table, and here only what it is found by: see {@link Overlay}. */
  void putCopy(LuaTable table, LuaTable copy) {
    Object handle = new Object();
    TableExtension.keep(table, handle, copy);
    put(table, handle);
  }

  @Nullable Object valueOf(Cell cell) {
    return overlay.get(cell);
  }

  void putValue(Cell cell, Object value) {
    put(cell, value);
  }

  private void put(Object key, Object value) {
    overlay = overlay.put(key, value);
    if (--putsUntilPruned < 0) {
      overlay = overlay.pruned();
      putsUntilPruned = Math.max(MOST_UNPRUNED, overlay.size());
    }
  }

  /**
   * One more level of {@link #nesting}; gives what it was.
   *
   * @throws Raise when there are too many
   */
  public int nest(Process process) {
    int before = nesting;
    if (before >= MOST_NESTED) {
      checkNesting(process, before);
    }
    nesting = before + 1;
    return before;
  }

  /** Beyond the limit only message handlers of the error that told of it get. */
  private static void checkNesting(Process process, int before) {
    if (before == MOST_NESTED) {
      throw LuaError.raise(process, C_STACK_OVERFLOW);
    }
    if (before >= MOST_NESTED + NESTED_IN_HANDLERS) {
      throw Protected.errorInErrorHandling();
    }
  }

  public int nesting() {
    return nesting;
  }

  /** Goes back to a level. */
  public void unnest(int before) {
    nesting = before;
  }

  public boolean isNestedTooDeeply() {
    return nesting >= MOST_NESTED;
  }

  /**
   * Begins a call that the running coroutine must not yield from; gives what {@link
   * #setUnyieldable} ends it with.
   */
  public int forbidYield() {
    return unyieldable++;
  }

  /** Whether the running coroutine must not yield here. */
  public boolean isUnyieldable() {
    return unyieldable > 0;
  }

  public void setUnyieldable(int before) {
    unyieldable = before;
  }

  public @Nullable Activation activation() {
    return activation;
  }

  /** What ran has been left, by an error perhaps; {@code before} runs now. */
  public void setActivation(@Nullable Activation before) {
    activation = before;
  }

  /** The hook of the coroutine that runs. */
  public @Nullable Hook hook() {
    return hook;
  }

  public void setHook(@Nullable Hook hook) {
    this.hook = hook;
  }

  /** Whether chunks loaded now are traced: one that is has been loaded before. */
  public boolean traces() {
    return traces;
  }

  public void startTracing() {
    traces = true;
  }

  /** From now on tables become weak, or cease to be, when {@code __mode} is written. */
  public void followModes() {
    weakTables.follow();
  }

  /** {@code __mode} has been written to a table. */
  public void modeMayHaveChanged(Process process, LuaTable metatable) {
    weakTables.modeMayHaveChanged(process, metatable);
  }

  /** Sets the metatable that all values of a type other than table share. */
  public void setMetatable(LuaType type, @Nullable LuaTable metatable) {
    @Nullable LuaTable[] changed = metatables.clone();
    changed[type.ordinal()] = metatable;
    metatables = changed;
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

  /** Whether finalizers of unreachable tables wait to be called. */
  @Override
  public boolean isDue() {
    return collector.isDue();
  }

  @Override
  public void run(Process process) {
    collector.run(process);
  }

  /** Garbage collection, as scripts see it. */
  public Collector collector() {
    return collector;
  }
}

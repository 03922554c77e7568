package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Process} needs only once it links, monitors, waits with a timeout, recurses deeply
 * and so on.
 */
final class Extension {
  /** Called when a process that somebody waits for ends. */
  interface Completion {
    void ended(@Nullable Object result, @Nullable Throwable failure);
  }

  /** What a monitor of this process watches. */
  record Watched(@Nullable Pid pid, Object item, Object tag) {}

  private @Nullable SmallMap<Pid, Pid> links;
  private @Nullable SmallMap<Ref, Watched> monitors;
  private @Nullable SmallMap<Ref, Signal.Monitor> monitoredBy;
  private @Nullable SmallMap<Ref, AliasMode> aliases;
  @Nullable Map<Object, Object> dictionary;

  /** The most entries that the dictionary has had. */
  int dictionaryPeak;

  private @Nullable List<Runnable> exitHooks;
  volatile @Nullable Atom name;
  @Nullable Pid groupLeader;
  @Nullable Completion completion;

  /** Null while nobody has asked how long the process waits. */
  @Nullable Waits waits;

  /** See {@link Process#settings}. */
  @Nullable Object settings;

  /** Asked for the exit reason when an exception was not caught: see {@link Process#onCrash}. */
  @Nullable Fun crashHandler;

  private @Nullable WaitAlarm alarm;

  /** The piece of Java stack this process runs on; null while it never left its base. */
  @Nullable Segment segment;

  /** Frames that wait for what runs now: at the base, those of another thread. */
  @Nullable HeldFrames held;

  /**
   * Bytes of frames below the base, where the base is itself called from another process's frames.
   */
  long depthBelow;

  int baseRoom = Calls.WORKER_ROOM;

  /** Whether a coroutine was ever made. */
  boolean usesCoroutines;

  /** The coroutine that runs; null for the process itself. */
  @Nullable Coroutine coroutine;

  /** The thread of the host that runs this process now. */
  volatile @Nullable Thread hostThread;

  /** The host's thread was interrupted: the evaluation is to end. */
  volatile boolean interrupted;

  /** The thread that is in a call of the host. */
  volatile @Nullable Thread caller;

  /**
   * For a hosted process in an evaluation: the process that had called the host, which then asked
   * for it.
   */
  volatile @Nullable Process hostedWithin;

  SmallMap<Pid, Pid> links() {
    SmallMap<Pid, Pid> present = links;
    return present != null ? present : (links = new SmallMap<>());
  }

  boolean isLinked(Pid pid) {
    return links != null && links.contains(pid);
  }

  boolean unlink(Pid pid) {
    return links != null && links.remove(pid) != null;
  }

  SmallMap<Ref, Watched> monitors() {
    SmallMap<Ref, Watched> present = monitors;
    return present != null ? present : (monitors = new SmallMap<>());
  }

  SmallMap<Ref, Signal.Monitor> monitoredBy() {
    SmallMap<Ref, Signal.Monitor> present = monitoredBy;
    return present != null ? present : (monitoredBy = new SmallMap<>());
  }

  SmallMap<Ref, AliasMode> aliases() {
    SmallMap<Ref, AliasMode> present = aliases;
    return present != null ? present : (aliases = new SmallMap<>());
  }

  boolean hasAliases() {
    return aliases != null && aliases.size() > 0;
  }

  void onExit(Runnable hook) {
    if (exitHooks == null) {
      exitHooks = new ArrayList<>(2);
    }
    exitHooks.add(hook);
  }

  /** What a process gives up before others see its end: its name, tables it owns, aliases. */
  void release(Process process) {
    Atom registered = name;
    if (registered != null) {
      process.node().unregister(registered, process.pid());
      name = null;
    }
    if (exitHooks != null) {
      exitHooks.forEach(Runnable::run);
      exitHooks = null;
    }
    if (aliases != null) {
      aliases.forEach((alias, _) -> process.node().aliases().remove(alias));
      aliases = null;
    }
    if (alarm != null) {
      process.node().timers().cancel(alarm);
      alarm = null;
    }
  }

  /** Sees to it that a process about to wait is woken at its deadline. */
  void arm(Process process, long deadline) {
    WaitAlarm present = alarm;
    if (present == null) {
      alarm = present = new WaitAlarm(process);
    }
    present.cover(deadline);
  }

  /**
   * Wakes a process at the deadline of its wait. A server that waits with a timeout for each
   * message would move its entry in the heap each time; instead an entry that is set too early
   * stays and looks again when it fires.
   */
  private static final class WaitAlarm extends Timers.Entry {
    private final Process process;

    /** When the entry is set to fire; Long.MAX_VALUE while it is not set. */
    private volatile long set = Long.MAX_VALUE;

    WaitAlarm(Process process) {
      this.process = process;
    }

    /** The process has published its deadline; an entry that has not fired yet will see it. */
    void cover(long deadline) {
      long before = set;
      if (before - deadline <= 0 && before != Long.MAX_VALUE) {
        return;
      }
      Timers timers = process.node().timers();
      timers.cancel(this);
      set = deadline;
      timers.add(this, deadline);
    }

    @Override
    void fire() {
      set = Long.MAX_VALUE;
      long deadline = process.waitDeadline();
      if (deadline == Long.MAX_VALUE) {
        return;
      }
      // Waking early does no harm: the process looks at the clock and waits again.
      process.wake(null);
    }
  }
}

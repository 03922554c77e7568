package dev.moonbeam.core.process;

import dev.moonbeam.core.code.ExternalFun;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.policy.Limit;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An isolated lightweight process, as on the BEAM: mailbox, links, monitors, dictionary, reduction
 * account. It is an object, not a thread; at any moment at most one thread runs it, and only that
 * thread touches its public fields and calls its methods, except where a method says that any
 * thread may.
 *
 * <p>It is one object in six files, each a superclass of the next: {@link Mailbox} (what has
 * arrived), {@link Metering} (what is used up), {@link Calls} (results of calls, the Java stack),
 * {@link Waiting} (receives, sleep and wake-up), {@link Execution} (on which thread it runs) and
 * this one (what it is, signals, its end). {@link Links} and {@link Hosting} (threads of the host)
 * are more of it.
 *
 * <p>The public fields are what generated code reads and writes in line; everything else is a
 * method. Fields that most processes never need are in {@link Extension}, made when first used: an
 * idle process is a few hundred bytes.
 *
 * <p>A process runs in one of two ways. Most are run by a worker thread of the node ({@link #run})
 * and return to it to wait. A <em>hosted</em> one ({@link Hosting#host}) runs right on a thread of
 * the host and parks that to wait.
 */
public final class Process extends Execution {
  /** Token of the run that may write mutable values (tables, cells) in place. */
  public Object owner = new Object();

  /**
   * The state a language keeps with this process; the core does not look inside, but for what it
   * has put off ({@link SafePoint}).
   */
  public @Nullable Object languageState;

  private final Pid pid;

  /** Set by exit signals: the process ends with this reason as soon as it looks. */
  private @Nullable Object exitReason;

  private Language language;

  /** The process that started this one; null for one that the host started. */
  private @Nullable Pid parent;

  /** The function that this one started with, if that has a name to be called by. */
  private @Nullable ExternalFun entry;

  @Nullable Extension extension;
  private int slot;
  private volatile Priority priority = Priority.NORMAL;
  private boolean trapsExits;

  Process(Node node, Pid pid, Account account, OutputSink output, Language language) {
    super(node, account, output);
    this.pid = pid;
    this.language = language;
    pid.target = this;
  }

  public Pid pid() {
    return pid;
  }

  /** The language whose rules hold where no script's frame says otherwise. */
  public Language language() {
    return language;
  }

  int slot() {
    return slot;
  }

  void setSlot(int slot) {
    this.slot = slot;
  }

  @Override
  Extension extension() {
    Extension present = extension;
    if (present == null) {
      extension = present = new Extension();
    }
    return present;
  }

  /**
   * Runs a body that uses coroutines, now and on whatever stack they are cheap on: a platform
   * thread of the host waits meanwhile.
   */
  public Object detached(Body body) {
    return Hosting.detached(this, body);
  }

  @Override
  void atSafePoint() {
    if (languageState instanceof SafePoint state && state.isDue()) {
      state.run(this);
    }
  }

  @Override
  void endIfAsked() {
    Kill failure = account().failure();
    if (failure != null) {
      throw failure instanceof LimitExceeded limit
          ? new LimitExceeded(limit, null)
          : new Kill(String.valueOf(failure.getMessage()), failure.reason());
    }
    Hosting.endIfInterrupted(this);
    Object reason = exitReason;
    if (reason != null) {
      throw new Kill(
          "ended by an exit signal: " + TermPrinter.write(reason, 200, WorkMeter.NONE), reason);
    }
    long mailboxLimit = node().policy().limit(Limit.MAILBOX);
    if (length() > mailboxLimit) {
      throw exceeded(Limit.MAILBOX, mailboxLimit);
    }
  }

  /**
   * What a language lets scripts set of a process and see again; null while nothing was set. Only
   * for the thread that runs the process.
   */
  public @Nullable Object settings() {
    Extension present = extension;
    return present == null ? null : present.settings;
  }

  public void setSettings(Object settings) {
    extension().settings = settings;
  }

  /**
   * Sets what is called, with nothing else on the stack, when this process ends by an exception
   * that was not caught: {@code handler(Class, Reason, ExitReason)} gives the exit reason. It
   * replaces the usual report. Unlike a handler around the whole body this leaves receives in tail
   * position free to wait without a stack.
   */
  public void onCrash(Fun handler) {
    extension().crashHandler = handler;
  }

  @Override
  void crash(Raise raise) {
    Extension present = extension;
    Fun handler = present == null ? null : present.crashHandler;
    Raise last = raise;
    Object reason = node().exitReason(this, raise);
    try {
      if (handler != null) {
        present.crashHandler = null;
        Segment.dismiss(this);
        room = WORKER_ROOM;
        tailFloor = WORKER_ROOM - TAIL_SPAN;
        reason = call(handler, raise.kind(), raise.reason(), reason);
        last = new Raise(Atom.EXIT, reason, false);
      }
    } catch (Raise within) {
      last = within;
      reason = node().exitReason(this, within);
    } catch (Kill kill) {
      finish(kill.reason(), null, kill);
      return;
    }
    finish(reason, null, last);
  }

  @Override
  void finish(Object reason, @Nullable Object result, @Nullable Throwable failure) {
    Segment.dismiss(this);
    Extension present = extension;
    if (present != null && present.completion != null) {
      present.completion.ended(result, failure);
    } else if (failure instanceof Raise raise && raise.kind() != Atom.EXIT) {
      // An exit is no crash, as in OTP.
      node().crashed(this, reason, raise);
    }
    end(reason);
  }

  /** Tells everybody concerned that this process has ended. */
  void end(Object reason) {
    settleForGood();
    Extension present = extension;
    if (present != null) {
      present.release(this);
    }
    close();
    setEnded();
    pid.target = null;
    node().remove(this);
    present = extension;
    if (present != null) {
      Links.propagate(this, present, reason);
    }
    clear();
    forgetContinuation();
    languageState = null;
    extension = null;
  }

  /**
   * After an evaluation that was killed: links and monitors see its end, the process goes on under
   * its pid.
   */
  void revive(Object reason) {
    fetch();
    exitReason = null;
    Extension present = extension;
    if (present != null) {
      Links.propagate(this, present, reason);
    }
    clear();
    extension = null;
  }

  /** What a host's thread runs as a process. */
  @FunctionalInterface
  public interface Body {
    Object run(Process process);
  }

  /**
   * For how long this process has waited, as far as is known: for messages and timers, and in calls
   * of the host. Counted from the first time that this is called.
   */
  public long waitedNanos() {
    Extension present = extension();
    Waits waits = present.waits;
    if (waits == null) {
      waits = new Waits();
      present.waits = waits;
    }
    return waits.total();
  }

  /** Calls the host from a script: see {@link Hosting#call}. */
  public <T> T hostCall(Callable<T> call) throws Exception {
    return Hosting.call(this, call);
  }

  // ---------------------------------------------------------------- signals

  @Override
  void receive(Signal signal) {
    switch (signal) {
      case Signal.Exit exit -> receiveExit(exit);
      case Signal.Link link -> {
        if (isEnding()) {
          signal(link.from, new Signal.Exit(pid, Links.NOPROC, true));
        } else {
          extension().links().put(link.from, link.from);
        }
      }
      case Signal.Unlink unlink -> extension().unlink(unlink.from);
      case Signal.Monitor monitor -> {
        if (isEnding()) {
          signal(monitor.watcher, new Signal.Down(monitor.ref, monitor.item, Links.NOPROC));
        } else {
          extension().monitoredBy().put(monitor.ref, monitor);
        }
      }
      case Signal.Demonitor demonitor -> extension().monitoredBy().remove(demonitor.ref);
      case Signal.Down down -> Links.receiveDown(this, down);
      case Signal.ToAlias message -> Links.receiveToAlias(this, message);
      case Signal.Ask ask -> {
        Object answer = Atom.UNDEFINED;
        try {
          if (!isEnding()) {
            answer = ask.question.apply(this);
          }
        } finally {
          ask.inquiry.answer(answer);
        }
      }
      case Signal.Purge purge -> {
        if (exitReason == null && runs(purge.code)) {
          exitReason = Atom.KILLED;
        }
      }
      case Signal.Wake _ -> {}
    }
  }

  /** For signals behind the one that ends this process, it is not there any more. */
  private boolean isEnding() {
    return exitReason != null || isClosed();
  }

  private void receiveExit(Signal.Exit exit) {
    if (exit.link && !extension().unlink(exit.from)) {
      return;
    }
    if (!exit.link && exit.reason == Atom.KILL) {
      exitReason = Atom.KILLED;
    } else if (trapsExits) {
      append(new Message(new Tuple(Atom.of("EXIT"), exit.from, exit.reason)));
    } else if ((exit.reason != Atom.NORMAL || exit.from == pid) && exitReason == null) {
      exitReason = exit.reason;
    }
  }

  /** Sends a message. To a process of another node nothing is sent. */
  public void send(Pid to, Object message) {
    if (to.target instanceof Process process && process.node() == node()) {
      Message letter = new Message(message);
      process.deliver(letter, scheduler());
      if ((allocation -= MESSAGE_BYTES) < 0) {
        // Not the content, which may be an atom or a literal and be there for ever.
        sample(letter);
      }
    }
  }

  private static final int MESSAGE_BYTES = 24;

  /** Posts a signal to a process of this node; false when it has ended. */
  boolean signal(Pid to, Signal signal) {
    return to.target instanceof Process process
        && process.node() == node()
        && process.deliver(signal, scheduler());
  }

  /** spawn/1 and its kin: starts a process that calls {@code function}. */
  public Pid spawn(Fun function, Object... arguments) {
    Process child = child(function, arguments);
    child.start(scheduler());
    return child.pid;
  }

  /** A process that does not run yet. */
  private Process child(Fun function, Object[] arguments) {
    Process child = node().create(account(), output(), node().languageOf(this, function));
    allocated(child, PROCESS_BYTES);
    GroupLeaders.inherit(this, child);
    child.parent = pid;
    child.entry = function instanceof ExternalFun named ? named : null;
    child.prepare(function, arguments);
    return child;
  }

  /**
   * spawn_opt: starts a process, linked and monitored from its very beginning where that is asked
   * for.
   *
   * @return the monitor's reference, or null without a monitor, and the pid
   */
  public Spawned spawn(SpawnOptions options, Fun function, Object... arguments) {
    return spawn(options, _ -> {}, function, arguments);
  }

  /**
   * As {@link #spawn(SpawnOptions, Fun, Object...)}.
   *
   * @param announce is told of the process before it runs, so that what it sends then comes before
   *     anything of the process's own
   */
  public Spawned spawn(
      SpawnOptions options, Consumer<Spawned> announce, Fun function, Object... arguments) {
    Process child = child(function, arguments);
    child.priority = options.priority();
    if (options.settings() != null) {
      child.setSettings(options.settings());
    }
    if (options.link()) {
      child.extension().links().put(pid, pid);
      extension().links().put(child.pid, child.pid);
    }
    Ref reference = null;
    if (options.monitor()) {
      reference = makeReference();
      Links.spawnMonitor(this, child, reference, options);
    }
    Spawned spawned = new Spawned(child.pid, reference);
    announce.accept(spawned);
    child.start(scheduler());
    return spawned;
  }

  /** What {@link #spawn(SpawnOptions, Fun, Object...)} gives. */
  public record Spawned(Pid pid, @Nullable Ref monitor) {}

  /** What a process is charged as: its object, pid and table slot. */
  private static final int PROCESS_BYTES = 320;

  /** exit/2: an exit signal. */
  public void exit(Pid to, Object reason) {
    signal(to, new Signal.Exit(pid, reason, false));
    if (to == pid) {
      fetch();
      endIfAsked();
    }
  }

  /** Whether exit signals become messages; gives the value before. */
  public boolean trapExits(boolean trap) {
    boolean before = trapsExits;
    fetch();
    trapsExits = trap;
    return before;
  }

  public boolean trapsExits() {
    return trapsExits;
  }

  /**
   * Asks another process something about itself; waits for the answer; undefined when it has ended.
   */
  public Object ask(Pid other, Function<Process, Object> question) {
    if (other == pid) {
      fetch();
      endIfAsked();
      return question.apply(this);
    }
    Inquiry inquiry = new Inquiry(this);
    if (!signal(other, new Signal.Ask(question, inquiry))) {
      return Atom.UNDEFINED;
    }
    for (; ; ) {
      fetch();
      endIfAsked();
      Object answer = inquiry.answer();
      if (answer != null) {
        return answer;
      }
      park(Long.MAX_VALUE);
    }
  }

  /** What is to be done at the end of this process, by its thread: giving up what it owns. */
  public void onExit(Runnable hook) {
    extension().onExit(hook);
  }

  /** Makes a reference that no message now in the mailbox can hold. */
  public Ref makeReference() {
    Ref reference = node().nextReference();
    markReference(reference);
    return reference;
  }

  /** The process that started this one; null for one that the host started. */
  public @Nullable Pid parent() {
    return parent;
  }

  /** The function that this one started with, where that was given by name. */
  public @Nullable ExternalFun entry() {
    return entry;
  }

  public Priority priority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  // ---------------------------------------------------------------- code

  /**
   * Kills this process if it runs code of that loader: a frame of its Java stack is of it, or what
   * it does when it next wakes. A process that is about to do so looks for itself, at its next
   * slice or receive. Any thread.
   *
   * @return whether it did so now, as far as can be told without stopping it
   */
  public boolean killIfRunning(ClassLoader code) {
    boolean runs = mayRun(code);
    if (runs) {
      deliver(new Signal.Purge(code), null);
    }
    return runs;
  }

  @Override
  public String toString() {
    return pid.toString();
  }
}

package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.WorkMeter;
import org.jspecify.annotations.Nullable;

/**
 * An isolated lightweight process, as on the BEAM: mailbox, links, monitors, dictionary, reduction account. It is an
 * object, not a thread; at any moment at most one thread runs it, and only that thread touches its public fields.
 *
 * <p>The public fields are what generated code reads and writes in line; everything else is a method.
 */
public final class Process implements WorkMeter {
  /** Reductions left in this slice; when it falls below zero generated code calls {@link #slice}. */
  public int reductions;

  /** Bytes left of the Java stack segment this process runs on, as estimated by generated code's frame sizes. */
  public int room;

  /** While {@link #room} is above this, a tail call is made as a plain call; below, it unwinds to a trampoline. */
  public int tailFloor;

  /** Bytes that may still be allocated before the next sample; when it falls below zero: {@link #sample}. */
  public int allocation;

  /** Whether a raise should collect its stack trace. Set and restored by whoever would look at one. */
  public boolean traces;

  /** Token of the run that may write mutable values (tables, cells) in place. */
  public Object owner = new Object();

  /** The state a language keeps with this process; the core does not look inside. */
  public @Nullable Object languageState;

  private final Node node;
  private final Pid pid;

  Process(Node node, Pid pid) {
    this.node = node;
    this.pid = pid;
  }

  public Node node() {
    return node;
  }

  public Pid pid() {
    return pid;
  }

  /** A slice is used up: handles signals, limits and the deadline, lets others run, and refills {@link #reductions}. */
  public void slice() {
    throw new UnsupportedOperationException();
  }

  /** Charges work done by a builtin. May preempt or kill, as {@link #slice}. */
  @Override
  public void charge(long work) {
    throw new UnsupportedOperationException();
  }

  /** {@link #allocation} fell below zero with the allocation of {@code fresh}, which becomes a sample. */
  public void sample(Object fresh) {
    throw new UnsupportedOperationException();
  }

  /** Charges an allocation made by a builtin. */
  public void allocated(Object fresh, long bytes) {
    throw new UnsupportedOperationException();
  }

  /** Asks before making a value of that many bytes: kills when it cannot fit the limits of value or memory. */
  @Override
  public void reserve(long bytes) {
    throw new UnsupportedOperationException();
  }

  /** The one plain value of a call's result: resolves tail calls and waits; first of several; nil of none. */
  public Object one(Object result) {
    throw new UnsupportedOperationException();
  }

  /** All plain values of a call's result. */
  public Object[] all(Object result) {
    throw new UnsupportedOperationException();
  }

  /** Calls a function from Java code and gives its one plain value; keeps {@link #room} honest. */
  public Object call(Fun function, Object... arguments) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #call}, all values. */
  public Object[] callAll(Fun function, Object... arguments) {
    throw new UnsupportedOperationException();
  }
}

package dev.moonbeam.core.process;

import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.policy.Limit;
import java.util.function.Supplier;

/**
 * What a process uses up: reductions, a slice at a time, and allocated bytes. A part of {@link
 * Process} in a file of its own, for the reason given at {@link Mailbox}.
 *
 * <p>{@link #reductions} and {@link #allocation} count down, in generated code too; who finds one
 * below zero calls {@link #slice} or {@link #sample}. The sum of what all processes of an {@link
 * Account} drew is exact: what a process has left it gives back when it waits. Builtins go through
 * {@link #charge}, {@link #allocated} and {@link #reserve}. Called by the thread that runs the
 * process.
 */
abstract sealed class Metering extends Mailbox implements WorkMeter permits Calls {
  /** Reductions left in this slice; who finds it below zero calls {@link #slice}. */
  public int reductions;

  /**
   * Bytes that may still be allocated before the next sample; when it falls below zero: {@link
   * #sample}.
   */
  public int allocation;

  private final Node node;
  private Account account;
  private OutputSink output;

  /** Reductions drawn from the account for this slice. */
  private int granted;

  /** What {@link #allocation} was set to last. */
  private int allocationStep;

  /** Reductions of all slices before this. */
  private long used;

  Metering(Node node, Account account, OutputSink output) {
    this.node = node;
    this.account = account;
    this.output = output;
  }

  public final Node node() {
    return node;
  }

  /** Where what this process prints goes: inherited by the processes it starts. */
  public final OutputSink output() {
    return output;
  }

  public final void setOutput(OutputSink output) {
    this.output = output;
  }

  final Account account() {
    return account;
  }

  /** From now on another account is charged: for an evaluation of its own by the same process. */
  final void chargeTo(Account another) {
    if (another != account) {
      another.join();
      account.leave();
      account = another;
    }
  }

  /**
   * A slice is used up, at a place where any code of the script may run: as {@link #endSlice}, then
   * what the language has put off.
   */
  public final void slice() {
    endSlice();
    atSafePoint();
  }

  /**
   * A slice is used up: handles signals, limits and the deadline, lets others run, and refills
   * {@link #reductions}.
   */
  final void endSlice() {
    settle();
    if (hasArrivals()) {
      fetch();
    }
    // Reductions are refilled before anything is thrown, so that Java code on the way out finds a
    // sane count.
    int grant = account.draw(reductions, node.sliceLength());
    reductions = granted = Math.max(grant, 1);
    endIfAsked();
    if (grant == 0) {
      granted = 0;
      reductions = 0;
      throw exceeded(Limit.REDUCTIONS, account.reductionLimit());
    }
    long now = System.nanoTime();
    if (account.isOver(now)) {
      throw exceeded(Limit.TIME, account.timeLimit());
    }
    letOthersRun(now);
  }

  /**
   * Moves what was used of the slice to {@link #used}; what is left (or overdrawn) stays in {@link
   * #reductions}.
   */
  final void settle() {
    used += (long) granted - reductions;
    granted = reductions;
  }

  /** Takes up a slice where there is no other way out: at least one reduction. */
  final void drawSome() {
    reductions = granted = Math.max(1, account.draw(0, node.sliceLength()));
  }

  /** Takes up a slice. */
  final void draw() {
    reductions = granted = account.draw(0, node.sliceLength());
  }

  /** Gives back what is left of the slice. */
  final void giveBack() {
    settle();
    account.giveBack(reductions);
    granted = reductions = 0;
  }

  /** The end of the process: what it used stays with the account. */
  final void settleForGood() {
    settle();
    account.spent(used);
  }

  /** Goes on with what is left of an allocation step. */
  final void resumeAllocation(int left, int step) {
    allocation = left;
    allocationStep = step;
  }

  final int allocationStep() {
    return allocationStep;
  }

  /**
   * Ends this process if an exit signal, the end of its group or a limit on what it has asks for
   * it.
   */
  abstract void endIfAsked();

  /** Runs what the language has put off; see {@link SafePoint}. */
  abstract void atSafePoint();

  /** At the end of a slice, at time {@code now}: others who wait may run before this goes on. */
  abstract void letOthersRun(long now);

  /** The group's end because of a limit. */
  public final Kill exceeded(Limit limit, long value) {
    LimitExceeded kill = Limits.exceeded(limit, value, Where.now());
    account.fail(kill);
    return kill;
  }

  /**
   * Charges what generated code is about to do: calls, turns of loops, costly operations. Small, so
   * that HotSpot has it in line wherever it is hot.
   */
  public final void spend(int count) {
    if ((reductions -= count) < 0) {
      slice();
    }
  }

  /** Notes what was used, where the slice is not to end right now: something is being thrown. */
  public final void owe(int count) {
    reductions -= count;
  }

  /** Charges work done by a builtin. May preempt or kill, as {@link #endSlice}. */
  @Override
  public final void charge(long work) {
    long left = reductions - work;
    if (left >= 0) {
      reductions = (int) left;
      return;
    }
    while (left < Integer.MIN_VALUE) {
      reductions = Integer.MIN_VALUE;
      left -= Integer.MIN_VALUE;
      endSlice();
      left += reductions;
    }
    reductions = (int) left;
    if (left < 0) {
      endSlice();
    }
  }

  /**
   * {@link #allocation} fell below zero with the allocation of {@code fresh}, which becomes a
   * sample.
   */
  public final void sample(Object fresh) {
    sample(fresh, (long) allocationStep - allocation);
  }

  /** Charges an allocation made by a builtin. */
  public final void allocated(Object fresh, long bytes) {
    long left = allocation - bytes;
    if (left >= 0) {
      allocation = (int) left;
    } else {
      sample(fresh, allocationStep - left);
    }
  }

  /**
   * Charges an allocation where finding what is to stand for it takes time. That must be an object
   * which lives as long as what was allocated: not an atom or a literal, which are there for ever.
   */
  public final void allocated(Supplier<?> fresh, long bytes) {
    long left = allocation - bytes;
    if (left >= 0) {
      allocation = (int) left;
    } else {
      sample(fresh.get(), allocationStep - left);
    }
  }

  /** Charges the update of one key of a map. */
  public final void updated(TermMap changed, Object key) {
    int bytes = changed.putCost();
    if (allocation >= bytes) {
      allocation -= bytes;
    } else {
      allocated(changed.holder(key, this), bytes);
    }
  }

  private void sample(Object fresh, long bytes) {
    allocation = allocationStep = LiveHeap.STEP;
    try {
      allocation = allocationStep = node.liveHeap().sample(fresh, bytes);
    } catch (LimitExceeded kill) {
      account.fail(kill);
      throw kill;
    }
  }

  /**
   * Asks before making a value of that many bytes: kills when it cannot fit the limits of value or
   * memory.
   */
  @Override
  public final void reserve(long bytes) {
    if (bytes < 0 || bytes > node.policy().limit(Limit.VALUE)) {
      throw exceeded(Limit.VALUE, node.policy().limit(Limit.VALUE));
    }
    if (bytes > LiveHeap.STEP) {
      try {
        node.liveHeap().reserve(bytes);
      } catch (LimitExceeded kill) {
        account.fail(kill);
        throw kill;
      }
    }
  }

  /** Reductions used by this process so far. */
  public final long reductionsUsed() {
    return used + granted - reductions;
  }

  /** Writes to {@link #output}, within the limit. */
  public final void write(byte[] bytes, int offset, int length) {
    write(output, bytes, offset, length);
  }

  /** Writes to a sink of the node, such as its error output, within the limit of output. */
  public final void write(OutputSink sink, byte[] bytes, int offset, int length) {
    charge(length >> 6);
    if (!account.writes(length)) {
      throw exceeded(Limit.OUTPUT, node.policy().limit(Limit.OUTPUT));
    }
    sink.write(bytes, offset, length);
  }
}

package dev.moonbeam.core.process;

import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.ResourceLimits;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation may use up, together with every process it starts (and those they start, and
 * on): reductions and wall time. Processes that outlive the evaluation go on spending its account.
 * When any process of the group exceeds a limit the whole group ends with it.
 *
 * <p>A process draws reductions a slice at a time and gives back what it did not use when it waits,
 * so that the sum is exact: an evaluation that runs one process at a time always stops at the same
 * reduction.
 */
final class Account {
  private final Node node;
  private final long reductionLimit;
  private final AtomicLong drawn = new AtomicLong();

  /** Reductions of processes that have ended. */
  private final LongAdder spent = new LongAdder();

  private final long outputLimit;
  private final AtomicLong written = new AtomicLong();
  private final long started = System.nanoTime();
  private final long timeLimit;
  private final long deadline;
  private final AtomicBoolean armed = new AtomicBoolean();
  private final Deadline alarm = new Deadline(this);

  /** Processes of the group that have not ended. */
  private final AtomicInteger members = new AtomicInteger();

  private volatile @Nullable Kill failure;

  Account(Node node) {
    this.node = node;
    this.reductionLimit = node.policy().limit(Limit.REDUCTIONS);
    this.outputLimit = node.policy().limit(Limit.OUTPUT);
    this.timeLimit = node.policy().limit(Limit.TIME);
    this.deadline =
        timeLimit == ResourceLimits.UNLIMITED ? Long.MAX_VALUE : saturatedAdd(started, timeLimit);
  }

  static long saturatedAdd(long time, long duration) {
    long sum = time + duration;
    return duration > 0 && sum < time ? Long.MAX_VALUE : sum;
  }

  /**
   * Settles what is left ({@code rest}; negative when more was used than drawn) and draws the next
   * slice.
   *
   * @return reductions granted, at least 1; 0 when the limit is used up
   */
  int draw(int rest, int wanted) {
    if (reductionLimit == ResourceLimits.UNLIMITED) {
      return wanted;
    }
    long change = (long) wanted - rest;
    long after = drawn.addAndGet(change);
    if (after <= reductionLimit) {
      return wanted;
    }
    long granted = wanted - (after - reductionLimit);
    if (granted > 0) {
      drawn.addAndGet(granted - wanted);
      return (int) granted;
    }
    drawn.addAndGet(-wanted);
    return 0;
  }

  /** Gives back what a process that stops running for now has left. */
  void giveBack(int rest) {
    if (reductionLimit != ResourceLimits.UNLIMITED && rest != 0) {
      drawn.addAndGet(-rest);
    }
  }

  /** Counts output; false when the limit is exceeded by it. */
  boolean writes(int bytes) {
    return outputLimit == ResourceLimits.UNLIMITED || written.addAndGet(bytes) <= outputLimit;
  }

  void spent(long reductions) {
    spent.add(reductions);
  }

  /** Of processes that have ended. */
  long spent() {
    return spent.sum();
  }

  long reductionLimit() {
    return reductionLimit;
  }

  long timeLimit() {
    return timeLimit;
  }

  /** System.nanoTime() at which the group ends; Long.MAX_VALUE for never. */
  long deadline() {
    return deadline;
  }

  boolean isOver(long now) {
    return deadline != Long.MAX_VALUE && now - deadline >= 0;
  }

  /** Why the group ends, or null. */
  @Nullable Kill failure() {
    return failure;
  }

  /**
   * Ends the group: every process of it is killed when it next looks, the waiting ones are woken.
   */
  void fail(Kill kill) {
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failure = kill;
    }
    if (members.get() > 0) {
      node.wakeAll(this);
    }
  }

  /** A process of the group starts. */
  void join() {
    members.incrementAndGet();
  }

  /**
   * A process of the group has ended; nothing waits for the deadline of a group that is no more.
   */
  void leave() {
    if (members.decrementAndGet() == 0 && armed.get()) {
      node.timers().cancel(alarm);
      armed.set(false);
    }
  }

  /**
   * Sees to it that the deadline is noticed though nothing of the group runs. Called when a process
   * of the group is about to wait; running ones look at the clock themselves.
   */
  void armDeadline() {
    if (deadline != Long.MAX_VALUE && !armed.get() && armed.compareAndSet(false, true)) {
      node.timers().add(alarm, deadline);
    }
  }

  private static final class Deadline extends Timers.Entry {
    private final Account account;

    Deadline(Account account) {
      this.account = account;
    }

    @Override
    void fire() {
      account.fail(Limits.exceeded(Limit.TIME, account.timeLimit, ""));
    }
  }
}

package dev.moonbeam.core.process;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of a process: a part of {@link Process} that stands in a file of its own (a
 * superclass rather than a field, because an object more would be felt in a process of a few
 * hundred bytes).
 *
 * <p>Any thread may {@link #post}; that is one compare-and-set on a stack of what has arrived. Only
 * the thread that runs the process calls the other methods. It takes the whole stack at once and
 * turns it round, so messages and signals of one sender stay in order.
 *
 * <p>Selective receive: messages before and including {@link #refused} were looked at and refused
 * by the receive that is going on; they are not looked at again, also after a wait, until it takes
 * a message or times out.
 */
abstract class Mailbox {
  /** Stands in {@link #inbox} once the process has ended: nothing is accepted any more. */
  private static final Message CLOSED = new Message("closed");

  private static final VarHandle INBOX;

  static {
    try {
      INBOX = MethodHandles.lookup().findVarHandle(Mailbox.class, "inbox", Message.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What has arrived and was not looked at yet, latest first. */
  private volatile @Nullable Message inbox;

  private @Nullable Message first;
  private @Nullable Message last;

  /** The last message refused by the receive that is going on; null when it begins at the first. */
  private @Nullable Message refused;

  /**
   * What was last in the mailbox when {@link #markReference} was made: no older message can hold
   * it.
   */
  private @Nullable Message mark;

  private @Nullable Object markReference;
  private int length;

  /** Adds a message or signal; false when the process has ended. Safe for any thread. */
  final boolean post(Message message) {
    for (; ; ) {
      Message head = inbox;
      if (head == CLOSED) {
        return false;
      }
      message.next = head;
      if (INBOX.compareAndSet(this, head, message)) {
        return true;
      }
    }
  }

  /** Whether something has arrived that {@link #fetch} would take in. */
  final boolean hasArrivals() {
    return inbox != null;
  }

  /** Whether the receive that is going on has a message to look at (among those taken in). */
  final boolean hasUnseen() {
    return (refused == null ? first : refused.next) != null;
  }

  /** Takes in what has arrived: messages to the end of the list, signals to {@link #receive}. */
  final void fetch() {
    if (inbox != null) {
      takeIn((Message) INBOX.getAndSet(this, null));
    }
  }

  /** As {@link #fetch} for the last time: from now on {@link #post} refuses. */
  final void close() {
    takeIn((Message) INBOX.getAndSet(this, CLOSED));
  }

  /** Whether the process has ended, or is just taking in its last signals. */
  final boolean isClosed() {
    return inbox == CLOSED;
  }

  private void takeIn(@Nullable Message latestFirst) {
    Message ordered = null;
    for (Message message = latestFirst; message != null && message != CLOSED; ) {
      Message older = message.next;
      message.next = ordered;
      ordered = message;
      message = older;
    }
    Kill kill = null;
    while (ordered != null) {
      Message message = ordered;
      ordered = message.next;
      message.next = null;
      if (message instanceof Signal signal) {
        try {
          receive(signal);
        } catch (Kill end) {
          // To answer a question may use up the last reductions; whoever sent the signals behind it
          // must not be lost.
          kill = end;
        }
      } else {
        append(message);
      }
    }
    if (kill != null) {
      throw kill;
    }
  }

  /** Puts a message at the end of the list: only for the thread that runs the process. */
  final void append(Message message) {
    if (last == null) {
      first = message;
    } else {
      last.next = message;
    }
    last = message;
    length++;
  }

  abstract void receive(Signal signal);

  /** The message that the receive now going on looks at next, left in place; null at the end. */
  final @Nullable Message peek() {
    return refused == null ? first : refused.next;
  }

  /**
   * Accepts the message that {@code nextMessage} gave: it leaves the mailbox, and the next receive
   * starts anew.
   */
  public final void removeMessage() {
    Message before = refused;
    Message taken = before == null ? first : before.next;
    if (taken == null) {
      throw new IllegalStateException("no message was looked at");
    }
    if (before == null) {
      first = taken.next;
    } else {
      before.next = taken.next;
    }
    if (taken == last) {
      last = before;
    }
    if (taken == mark) {
      mark = before;
      if (before == null) {
        markReference = null;
      }
    }
    taken.next = null;
    refused = null;
    length--;
  }

  /**
   * Leaves the message that {@code nextMessage} gave in the mailbox; this receive does not look at
   * it again.
   */
  public final void refuseMessage() {
    refused = refused == null ? first : refused.next;
  }

  /** The next receive starts at the first message again. */
  final void restart() {
    refused = null;
  }

  /**
   * Notes that {@code reference} was made just now, so that no message already here can contain it.
   */
  final void markReference(Object reference) {
    if (last != null) {
      mark = last;
      markReference = reference;
    }
  }

  /**
   * At the start of a receive whose every clause asks for {@code reference}: skips the messages
   * that came before the reference was made, where that is known.
   */
  public final void skipOlderThan(Object reference) {
    if (refused == null && markReference == reference) {
      refused = mark;
    }
  }

  /** Messages taken in and not removed. */
  final int length() {
    return length;
  }

  final @Nullable Message firstMessage() {
    return first;
  }

  /** Removes the message after {@code before} (the first for null), outside of any receive. */
  final void removeAfter(@Nullable Message before) {
    refused = before;
    removeMessage();
  }

  final void clear() {
    first = null;
    last = null;
    refused = null;
    mark = null;
    markReference = null;
    length = 0;
  }
}

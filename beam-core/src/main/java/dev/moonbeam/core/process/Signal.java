package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import java.util.function.Function;

/**
 * What one process tells another beside messages. Signals travel in the same queue as messages,
 * which gives the order that OTP promises: all that one process sends to another, of whatever kind,
 * arrives in the order sent. A signal is handled by the receiver itself, at the end of a slice, at
 * a receive or when it is woken.
 */
abstract sealed class Signal extends Message {
  private Signal() {
    super(Atom.UNDEFINED);
  }

  /** From exit/2, or (where {@code link}) from a linked process that has ended. */
  static final class Exit extends Signal {
    final Pid from;
    final Object reason;
    final boolean link;

    Exit(Pid from, Object reason, boolean link) {
      this.from = from;
      this.reason = reason;
      this.link = link;
    }
  }

  static final class Link extends Signal {
    final Pid from;

    Link(Pid from) {
      this.from = from;
    }
  }

  static final class Unlink extends Signal {
    final Pid from;

    Unlink(Pid from) {
      this.from = from;
    }
  }

  /**
   * {@code watcher} wants to know when the receiver ends; {@code item} is what it monitors by (pid
   * or name).
   */
  static final class Monitor extends Signal {
    final Ref ref;
    final Pid watcher;
    final Object item;

    Monitor(Ref ref, Pid watcher, Object item) {
      this.ref = ref;
      this.watcher = watcher;
      this.item = item;
    }
  }

  static final class Demonitor extends Signal {
    final Ref ref;

    Demonitor(Ref ref) {
      this.ref = ref;
    }
  }

  /** A monitored process has ended. */
  static final class Down extends Signal {
    final Ref ref;
    final Object item;
    final Object reason;

    Down(Ref ref, Object item, Object reason) {
      this.ref = ref;
      this.item = item;
      this.reason = reason;
    }
  }

  /** A message sent to an alias: delivered only while the alias is active. */
  static final class ToAlias extends Signal {
    final Ref alias;
    final Object message;

    ToAlias(Ref alias, Object message) {
      this.alias = alias;
      this.message = message;
    }
  }

  /** Asks the receiver about itself; the answer is handed to {@link Inquiry}. */
  static final class Ask extends Signal {
    final Function<Process, Object> question;
    final Inquiry inquiry;

    Ask(Function<Process, Object> question, Inquiry inquiry) {
      this.question = question;
      this.inquiry = inquiry;
    }
  }

  /** Code is purged: the receiver ends if it runs it. */
  static final class Purge extends Signal {
    final ClassLoader code;

    Purge(ClassLoader code) {
      this.code = code;
    }
  }

  /** Nothing but a reason to wake up and look at limits. */
  static final class Wake extends Signal {}
}

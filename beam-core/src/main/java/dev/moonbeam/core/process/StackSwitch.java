package dev.moonbeam.core.process;

/** Two stacks and the going to and fro between them: the mechanics of a {@link Coroutine}. */
interface StackSwitch {
  /** Goes to the other stack; comes back when it calls {@link #out} or its body ends. */
  void into(Process process);

  /** On the other stack: goes back to who called {@link #into}. */
  void out();

  /** Whether {@link #into} was ever called. */
  boolean started();

  /** Whether the body has ended. */
  boolean finished();

  /** Whether both use one thread's stack, one on top of the other. */
  boolean sharesStack();

  /** The other stack while it is not the one that runs, innermost first. */
  StackTraceElement[] stackTrace();

  /** The best switch that this JVM has to offer. */
  static StackSwitch create(Runnable body) {
    return ContinuationSwitch.AVAILABLE ? new ContinuationSwitch(body) : new ThreadSwitch(body);
  }
}

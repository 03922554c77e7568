package dev.moonbeam.core.process;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Evaluations in the middle of compiling or loading a module, which may be the business of the host
 * or of a process that calls the module for the first time.
 */
public final class Apart {
  private Apart() {}

  /**
   * Runs the body as an evaluation of its own and waits for its end; when a host function that a
   * script called asks for it, it is part of that script's evaluation.
   *
   * @throws Raise what it did not catch
   * @throws Kill when a limit or an interrupt of the thread ended it
   */
  public static Object evaluate(Node node, Process.Body body) {
    return Hosting.callingHost() != null ? node.evaluate(body) : onThreadOfItsOwn(node, body);
  }

  /** The thread may be a process's own, and nobody here knows how much of its stack is left. */
  private static Object onThreadOfItsOwn(Node node, Process.Body body) {
    FutureTask<Object> evaluation = new FutureTask<>(() -> node.evaluate(body));
    Thread thread = Thread.ofPlatform().name("moonbeam-apart").daemon().start(evaluation);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return evaluation.get();
        } catch (InterruptedException e) {
          // Ends the evaluation, which then says so.
          interrupted = true;
          thread.interrupt();
        } catch (ExecutionException e) {
          switch (e.getCause()) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new CompletionException(e.getCause());
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

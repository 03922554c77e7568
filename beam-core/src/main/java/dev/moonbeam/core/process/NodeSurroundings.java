package dev.moonbeam.core.process;

import dev.moonbeam.core.language.Surroundings;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A node as the surroundings of the compilations for it. A call is an evaluation of its own; when
 * the compilation was asked for by a host function that a script called, it is part of that
 * script's evaluation.
 */
public final class NodeSurroundings implements Surroundings {
  private final Node node;

  public NodeSurroundings(Node node) {
    this.node = node;
  }

  @Override
  public boolean isExported(String module, String function, int arity) {
    return node.code().ensureLoaded(module) && node.code().isExported(module, function, arity);
  }

  @Override
  public Object call(String module, String function, Object... arguments) {
    return Hosting.callingHost() != null
        ? evaluate(module, function, arguments)
        : onThreadOfItsOwn(module, function, arguments);
  }

  private Object evaluate(String module, String function, Object... arguments) {
    return node.evaluate(
        process ->
            process.call(node.code().external(module, function, arguments.length), arguments));
  }

  /**
   * The thread that compiles may be a process's, which calls a module for the first time: nobody
   * knows how much of its stack is left.
   */
  private Object onThreadOfItsOwn(String module, String function, Object... arguments) {
    FutureTask<Object> evaluation = new FutureTask<>(() -> evaluate(module, function, arguments));
    Thread thread = Thread.ofPlatform().name("moonbeam-compile-time").daemon().start(evaluation);
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

  @Override
  public void dependsOnMore() {
    // Whoever keeps compiled code listens for itself.
  }
}

package dev.moonbeam.engine;

import org.jspecify.annotations.Nullable;

/**
 * A function of a script, to be called by the host. It runs as an evaluation of its own: on the
 * calling thread, under the policy of its node, with a fresh budget. Called from a function of the
 * host that a script is calling, it runs as part of that script's evaluation instead, on its
 * budget.
 *
 * <p>Equal to another of the same function. Safe for use by several threads as the node is.
 */
@FunctionalInterface
public interface ScriptFunction {
  /**
   * Calls the function with values of the host and gives its (first) result.
   *
   * @throws ScriptFailure when it raises, is killed or exceeds a limit
   */
  @Nullable Object call(@Nullable Object... arguments) throws ScriptFailure;
}

package dev.moonbeam.core.process;

import dev.moonbeam.core.language.Surroundings;

/** A node as the surroundings of the compilations for it. */
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
    return Apart.evaluate(
        node,
        process ->
            process.call(node.code().external(module, function, arguments.length), arguments));
  }

  @Override
  public void dependsOnMore() {
    // Whoever keeps compiled code listens for itself.
  }
}

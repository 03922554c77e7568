package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.term.Atom;
import org.jspecify.annotations.Nullable;

/** The code server of a node. */
public final class NodeCodeServer implements CodeServer {
  private final Node node;

  public NodeCodeServer(Node node) {
    this.node = node;
  }

  @Override
  public LoadedModule define(CompiledModule script) {
    throw new UnsupportedOperationException(node + ": no module loader yet");
  }

  @Override
  public LoadedModule load(CompiledModule module) {
    throw new UnsupportedOperationException(node + ": no module loader yet");
  }

  @Override
  public @Nullable Fun function(Atom module, Atom function, int arity) {
    throw new UnsupportedOperationException(node + ": no module loader yet");
  }
}

package dev.moonbeam.core.language;

import dev.moonbeam.core.process.Node;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What the host lends to the scripts of a node beside its output. Libraries ask here, after the
 * policy: having it says nothing about who may use it.
 *
 * @param input standard input, for those granted {@code STANDARD_INPUT}
 * @param modulePath folders in which modules are looked for by name, in order, for those granted
 *     {@code LOAD_MODULES}: {@code NAME.erl} at the first call of an Erlang module, {@code
 *     NAME.lua} by Lua's {@code require}
 */
public record HostResources(InputStream input, List<Path> modulePath) {
  private static final HostResources NONE =
      new HostResources(InputStream.nullInputStream(), List.of());

  public HostResources {
    modulePath = List.copyOf(modulePath);
  }

  /** Those of a node. */
  public static HostResources of(Node node) {
    return (HostResources) node.properties().getOrDefault(HostResources.class, NONE);
  }

  /** Lends them to a node. */
  public void lendTo(Node node) {
    node.properties().put(HostResources.class, this);
  }
}

package dev.moonbeam.core.language;

import dev.moonbeam.core.process.Node;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the host lends to the scripts of a node beside its output. Libraries ask here, after the
 * policy: having it says nothing about who may use it.
 *
 * @param input standard input, for those granted {@code STANDARD_INPUT}
 * @param modulePath folders in which modules are looked for by name, in order, for those granted
 *     {@code LOAD_MODULES}: {@code NAME.erl} at the first call of an Erlang module, {@code
 *     NAME.lua} by Lua's {@code require}
 * @param includePath folders of headers that modules of the path are compiled with
 * @param defines macros that they are compiled with
 */
public record HostResources(
    InputStream input, List<Path> modulePath, List<Path> includePath, Map<String, String> defines) {
  private static final HostResources NONE =
      new HostResources(InputStream.nullInputStream(), List.of(), List.of(), Map.of());

  public HostResources {
    modulePath = List.copyOf(modulePath);
    includePath = List.copyOf(includePath);
    defines = Map.copyOf(defines);
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

package dev.moonbeam.engine;

import dev.moonbeam.cache.ScriptCache;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings of a node to be made. Not safe for use by several threads. */
public final class NodeBuilder {
  private final Node.Builder node = Node.builder();
  private ScriptCache cache = Compilation.SHARED;
  private InputStream input = InputStream.nullInputStream();
  private List<Path> modulePath = List.of();
  private List<Path> includePath = List.of();
  private Map<String, String> defines = Map.of();

  NodeBuilder() {}

  /** What scripts on the node may use up and reach; {@link SandboxPolicy#standard} by default. */
  public NodeBuilder policy(SandboxPolicy policy) {
    node.policy(policy);
    return this;
  }

  /** Where scripts print to, in bytes as they write them; nowhere by default. */
  public NodeBuilder output(OutputStream stream) {
    node.output(OutputSink.to(stream));
    return this;
  }

  /** What scripts read where the policy grants standard input; nothing by default. */
  public NodeBuilder input(InputStream stream) {
    input = stream;
    return this;
  }

  /**
   * Folders in which modules are looked for by name where the policy grants it; none by default.
   */
  public NodeBuilder modulePath(List<Path> folders) {
    modulePath = List.copyOf(folders);
    return this;
  }

  /**
   * Folders with headers that Erlang sources may include ({@code -include}, {@code -include_lib});
   * none by default. A header is found in them, below them, and beside the file that includes it
   * where that lies below one of them.
   */
  public NodeBuilder includePath(List<Path> folders) {
    includePath = List.copyOf(folders);
    return this;
  }

  /** Macros that are defined in every Erlang source, with the text they stand for. */
  public NodeBuilder defines(Map<String, String> macros) {
    defines = Map.copyOf(macros);
    return this;
  }

  /** Where reports of crashed processes go; nowhere by default. */
  public NodeBuilder errorOutput(OutputStream stream) {
    node.errorOutput(OutputSink.to(stream));
    return this;
  }

  /** How many processes run at once; as many as there are processors by default. */
  public NodeBuilder schedulers(int count) {
    node.schedulers(count);
    return this;
  }

  /** A cache of compiled scripts of one's own instead of the JVM's. */
  public NodeBuilder cache(ScriptCache own) {
    cache = own;
    return this;
  }

  /** For tests: reductions between looks at signals and limits. */
  public NodeBuilder sliceLength(int reductions) {
    node.sliceLength(reductions);
    return this;
  }

  public MoonbeamNode build() {
    return new MoonbeamNode(node.build(), cache, input, modulePath, includePath, defines);
  }
}

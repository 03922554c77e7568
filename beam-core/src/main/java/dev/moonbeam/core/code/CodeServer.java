package dev.moonbeam.core.code;

/** A node's modules: current and old versions, loading, purging, links of remote call sites. */
public interface CodeServer {
  /** Defines a script that is not a module: it has no name in the code server and is collected when unused. */
  LoadedModule define(CompiledModule script);

  /** Makes the module current; what was current becomes old; an older one is purged first. Atomic. */
  LoadedModule load(CompiledModule module);
}

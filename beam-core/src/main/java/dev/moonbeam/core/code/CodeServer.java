package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import org.jspecify.annotations.Nullable;

/** A node's modules: current and old versions, loading, purging, links of remote call sites. */
public interface CodeServer {
  /** Defines a script that is not a module: it has no name in the code server and is collected when unused. */
  LoadedModule define(CompiledModule script);

  /** Makes the module current; what was current becomes old; an older one is purged first. Atomic. */
  LoadedModule load(CompiledModule module);

  /** The exported function of current code (or the builtin), loading the module if it can be found; null when none. */
  @Nullable Fun function(Atom module, Atom function, int arity);
}

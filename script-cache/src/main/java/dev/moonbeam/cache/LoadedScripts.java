package dev.moonbeam.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.code.LoadedModule;

/**
 * Scripts that a node has defined classes for, so that running one again finds it compiled by
 * HotSpot as well. Bounded like {@link ScriptCache}: a script that is evicted is collected, classes
 * and all, once nothing of it runs.
 *
 * <p>One for a node. Safe for use by several threads.
 */
public final class LoadedScripts {
  /**
   * Bytes of class files for a node. Defined, a script takes some four times as much: class loader,
   * metaspace, profile.
   */
  public static final long STANDARD_WEIGHT = 16L << 20;

  private final CodeServer code;
  private final Cache<Identity, LoadedModule> scripts;

  public LoadedScripts(CodeServer code, long maximumWeight) {
    this.code = code;
    this.scripts =
        Caffeine.newBuilder()
            .maximumWeight(maximumWeight)
            .weigher((Identity key, LoadedModule loaded) -> key.script.weight())
            .executor(Runnable::run)
            .build();
  }

  /** The script as this node has it loaded. */
  public LoadedModule get(CompiledScript script) {
    return scripts.get(new Identity(script), key -> code.define(key.script.module()));
  }

  /**
   * A compiled script is the same one only if it is the same object; comparing class files would
   * cost more.
   */
  private record Identity(CompiledScript script) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && that.script == script;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(script);
    }
  }
}

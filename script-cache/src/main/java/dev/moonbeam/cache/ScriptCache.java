package dev.moonbeam.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.language.Surroundings;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Compiled scripts by all that their compiled form depends on: source and its name, language,
 * options, policy, version of the compiler. Bounded by the bytes its entries hold; the least useful
 * go first (W-TinyLFU), so that a flood of scripts used once does not wash out those in use.
 *
 * <p>A source asked for by several threads at once is compiled once, by the first on its own
 * thread; the others wait. A source that does not compile is not remembered, nor is one whose
 * compilation depended on more than the key holds ({@link Surroundings#dependsOnMore}).
 *
 * <p>Starts no thread: Caffeine's upkeep runs on the callers. Safe for use by several threads.
 */
public final class ScriptCache {
  /** Room for some ten thousand scripts of a page: class files come out at 2 to 10 KB. */
  public static final long STANDARD_WEIGHT = 64L << 20;

  private final ScriptCompiler compiler;
  private final String compilerVersion;
  private final Cache<ScriptKey, CompiledScript> scripts;

  /**
   * Compilations under way. Not in the cache, so that a failure needs no entry there, and no log
   * line.
   */
  private final ConcurrentMap<ScriptKey, CompletableFuture<CompiledScript>> compiling =
      new ConcurrentHashMap<>();

  /**
   * @param compilerVersion changes whenever the same source would compile to something else
   * @param maximumWeight in bytes, about
   */
  public ScriptCache(ScriptCompiler compiler, String compilerVersion, long maximumWeight) {
    this.compiler = compiler;
    this.compilerVersion = compilerVersion;
    this.scripts =
        Caffeine.newBuilder()
            .maximumWeight(maximumWeight)
            .weigher(
                (ScriptKey key, CompiledScript script) ->
                    (int) Math.min(Integer.MAX_VALUE, (long) key.weight() + script.weight()))
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /**
   * The compiled form of a source, from the cache where it is. Warnings go to {@code
   * options.warnings()} either way.
   *
   * @param policy fingerprint of the policy that the script will run under
   * @throws CompileException when it does not compile
   */
  public CompiledScript get(
      Language language, SourceUnit source, CompileOptions options, String policy)
      throws CompileException {
    ScriptKey key = ScriptKey.of(language, source, options, policy, compilerVersion);
    CompiledScript script = scripts.getIfPresent(key);
    if (script == null) {
      CompletableFuture<CompiledScript> mine = new CompletableFuture<>();
      CompletableFuture<CompiledScript> other = compiling.putIfAbsent(key, mine);
      script =
          other == null
              ? lead(key, mine, language, source, options)
              : follow(other, language, source, options);
    }
    script.warnings().forEach(options.warnings());
    return script;
  }

  /** How often a script was found, and what is held now. */
  public Statistics statistics() {
    CacheStats stats = scripts.stats();
    long weight = scripts.policy().eviction().orElseThrow().weightedSize().orElse(0);
    return new Statistics(
        stats.hitCount(),
        stats.missCount(),
        stats.evictionCount(),
        scripts.estimatedSize(),
        weight);
  }

  /** Forgets everything. Scripts that run now are not affected. */
  public void clear() {
    scripts.invalidateAll();
  }

  private CompiledScript lead(
      ScriptKey key,
      CompletableFuture<CompiledScript> followers,
      Language language,
      SourceUnit source,
      CompileOptions options)
      throws CompileException {
    try {
      // Another thread may have finished between the look into the cache and taking the lead.
      CompiledScript script = scripts.asMap().get(key);
      if (script == null) {
        Watched watched = new Watched(options.surroundings());
        script = compile(language, source, options.withSurroundings(watched));
        if (!watched.dependsOnMore) {
          scripts.put(key, script);
        }
      }
      followers.complete(script);
      return script;
    } catch (CompileException | RuntimeException | Error e) {
      followers.completeExceptionally(e);
      throw e;
    } finally {
      compiling.remove(key, followers);
    }
  }

  private CompiledScript follow(
      CompletableFuture<CompiledScript> leader,
      Language language,
      SourceUnit source,
      CompileOptions options)
      throws CompileException {
    try {
      return leader.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CompileException failure) {
        throw new CompileException(failure.diagnostics());
      }
      // The leader was interrupted or out of memory, which says nothing about the source.
      return compile(language, source, options);
    }
  }

  private CompiledScript compile(Language language, SourceUnit source, CompileOptions options)
      throws CompileException {
    List<Diagnostic> warnings = new ArrayList<>();
    return new CompiledScript(
        compiler.compile(language, source, options.withWarnings(warnings::add)), warnings);
  }

  /** Notices a compilation whose outcome the key does not tell. */
  private static final class Watched implements Surroundings {
    private final Surroundings surroundings;
    private volatile boolean dependsOnMore;

    Watched(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public boolean isExported(String module, String function, int arity) {
      return surroundings.isExported(module, function, arity);
    }

    @Override
    public Object call(String module, String function, Object... arguments) {
      return surroundings.call(module, function, arguments);
    }

    @Override
    public void dependsOnMore() {
      dependsOnMore = true;
      surroundings.dependsOnMore();
    }
  }

  /**
   * Figures of a cache.
   *
   * @param entries scripts held, about
   * @param weight bytes they hold, about
   */
  public record Statistics(long hits, long misses, long evictions, long entries, long weight) {}
}

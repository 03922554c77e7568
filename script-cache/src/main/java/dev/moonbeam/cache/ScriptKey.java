package dev.moonbeam.cache;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.SourceUnit;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything the compiled form of a source depends on. Compared in full, not by a digest: that is
 * exact, and needs no cryptography, whose providers take longer to start than a small script to
 * compile (30 ms, measured).
 *
 * <p>Comparable, so that sources written to have one hash code end up in a balanced tree, not in a
 * chain.
 */
final class ScriptKey implements Comparable<ScriptKey> {
  private final String text;

  /**
   * All but the text; each part with its length, so that no two lists of parts are the same string.
   */
  private final String circumstances;

  private final int hash;

  private ScriptKey(String text, String circumstances) {
    this.text = text;
    this.circumstances = circumstances;
    this.hash = 31 * text.hashCode() + circumstances.hashCode();
  }

  /**
   * @param policy fingerprint of the policy: it decides on includes, and no code is shared across
   *     policies
   * @param compiler version of the compiler
   */
  static ScriptKey of(
      Language language,
      SourceUnit source,
      CompileOptions options,
      String policy,
      String compiler) {
    StringBuilder all = new StringBuilder(256);
    append(all, compiler);
    append(all, language.id());
    append(all, language.languageVersion());
    append(all, policy);
    append(all, source.name());
    append(all, options.bindingNames());
    append(all, options.includePaths());
    for (var define : new TreeMap<>(options.defines()).entrySet()) {
      append(all, define.getKey());
      append(all, define.getValue());
    }
    all.append(options.metering()).append(options.maxSourceLength());
    return new ScriptKey(source.text(), all.toString());
  }

  private static void append(StringBuilder all, Collection<String> texts) {
    all.append(texts.size()).append('*');
    for (String text : texts) {
      append(all, text);
    }
  }

  private static void append(StringBuilder all, String text) {
    all.append(text.length()).append(':').append(text);
  }

  /** About the bytes it holds. */
  int weight() {
    return (int) Math.min(Integer.MAX_VALUE / 2, 2L * (text.length() + circumstances.length()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScriptKey that
        && hash == that.hash
        && text.equals(that.text)
        && circumstances.equals(that.circumstances);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(ScriptKey other) {
    int order = text.compareTo(other.text);
    return order != 0 ? order : circumstances.compareTo(other.circumstances);
  }
}

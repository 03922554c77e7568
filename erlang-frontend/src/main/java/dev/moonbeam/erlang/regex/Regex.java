package dev.moonbeam.erlang.regex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern: instructions for {@link RegexMatcher}. Immutable, for use by any number of
 * threads.
 */
public final class Regex {
  final int[] code;
  final CharSet[] sets;
  final int[][] references;
  final int registers;
  final int groups;
  final int options;
  final Newline newline;

  /** Whether a match can only begin where the search does. */
  final boolean anchored;

  /** The bytes a match can begin with; null when it may be empty. */
  final boolean @Nullable [] first;

  private final boolean unicode;
  private final Map<String, List<Integer>> names;

  Regex(
      RegexCompiler compiler,
      PatternReader reader,
      int options,
      boolean unicode,
      Newline newline,
      boolean anchored,
      boolean @Nullable [] first) {
    this.code = compiler.code();
    this.sets = compiler.sets();
    this.references = compiler.references();
    this.registers = compiler.registers();
    this.groups = reader.groups;
    this.options = options;
    this.unicode = unicode;
    this.newline = newline;
    this.anchored = anchored;
    this.first = first;
    this.names = new TreeMap<>(reader.names());
  }

  /**
   * Compiles a pattern.
   *
   * @param pattern well-formed UTF-8 with {@link RegexOption#UTF}
   */
  public static Regex compile(byte[] pattern, int options, Newline newline)
      throws RegexSyntaxException {
    if (pattern.length > RegexParser.LONGEST) {
      throw new RegexSyntaxException("regular expression is too large", 0);
    }
    PatternReader reader = new PatternReader(pattern, options);
    Newline lines = newline;
    for (boolean more = true; more; ) {
      more = false;
      for (Newline other : Newline.values()) {
        if (reader.accept("(*" + other + ")")) {
          lines = other;
          more = true;
        }
      }
      if (reader.accept("(*UTF8)") || reader.accept("(*UTF)")) {
        if (!Utf8.isWellFormed(pattern)) {
          throw reader.errorAt("invalid UTF-8 string", 0);
        }
        reader.options |= RegexOption.UTF;
        more = true;
      }
      if (reader.has(RegexOption.UTF) && reader.has(RegexOption.NEVER_UTF)) {
        throw reader.errorAt("setting UTF is disabled by the application", 0);
      }
      if (reader.accept("(*NO_START_OPT)")) {
        reader.options |= RegexOption.NO_START_OPTIMIZE;
        more = true;
      }
      if (reader.accept("(*UCP)")) {
        reader.options |= RegexOption.UCP;
        more = true;
      }
      if (reader.accept("(*BSR_ANYCRLF)")) {
        reader.options |= RegexOption.BSR_ANYCRLF;
        more = true;
      }
      if (reader.accept("(*BSR_UNICODE)")) {
        reader.options &= ~RegexOption.BSR_ANYCRLF;
        more = true;
      }
    }
    int all = reader.options;
    RegexNode node = new RegexParser(reader).parse();
    RegexCompiler compiler = new RegexCompiler(reader.groups, all);
    compiler.compile(node);
    return new Regex(
        compiler,
        reader,
        all,
        (options & RegexOption.UTF) != 0,
        lines,
        (all & RegexOption.ANCHORED) != 0 || MatchStart.isAnchored(node),
        (all & RegexOption.NO_START_OPTIMIZE) != 0
            ? null
            : MatchStart.bytes(node, (all & RegexOption.UTF) != 0));
  }

  /** Number of groups. */
  public int groups() {
    return groups;
  }

  /** The groups' names in order, each with its groups. */
  public Map<String, List<Integer>> names() {
    return names;
  }

  public Newline newline() {
    return newline;
  }

  /** Whether subjects are UTF-8, because the options say so or the pattern itself. */
  public boolean isUtf() {
    return (options & RegexOption.UTF) != 0;
  }

  /** Whether the options said so: then texts are lists of code points. */
  public boolean isUnicode() {
    return unicode;
  }

  public boolean hasTwoByteNewline() {
    return newline == Newline.CRLF || newline == Newline.ANYCRLF || newline == Newline.ANY;
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.regex.Newline;
import dev.moonbeam.erlang.regex.Regex;
import dev.moonbeam.erlang.regex.RegexSyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of module {@code re} as terms. A compiled one is {@code {re_pattern, Groups,
 * Unicode, TwoByteNewline, Binary}}, where the binary has what is needed to compile it again: it
 * can be stored and sent like any term. The patterns used last are kept compiled, for all nodes of
 * the JVM: they are immutable, and compiling is charged for whether or not it was needed.
 */
final class RePattern {
  private static final Atom TAG = Atom.of("re_pattern");
  private static final byte[] MAGIC = {'M', 'B', 'R', '1'};

  /** Options in four bytes and the newline in one follow the magic. */
  private static final int HEADER = MAGIC.length + 5;

  private static final int KEPT = 256;

  /** A longer pattern is rare, and would make what is kept large. */
  private static final int LONGEST_KEPT = 1024;

  private record Key(Binary pattern, int options, Newline newline) {}

  private static final Map<Key, Regex> RECENT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Regex> eldest) {
              return size() > KEPT;
            }
          });

  private RePattern() {}

  static Regex compile(Process process, Binary pattern, int options, @Nullable Newline newline)
      throws RegexSyntaxException {
    process.charge(2L * pattern.length());
    if (newline == null) {
      throw new RegexSyntaxException("inconsistent NEWLINE options", 0);
    }
    Key key = new Key(pattern, options, newline);
    Regex known = RECENT.get(key);
    if (known != null) {
      return known;
    }
    process.reserve(64L * pattern.length());
    Regex regex = Regex.compile(pattern.toByteArray(), options, newline);
    if (pattern.length() <= LONGEST_KEPT) {
      RECENT.put(new Key(pattern.compact(), options, newline), regex);
    }
    return regex;
  }

  static Tuple term(Process process, Regex regex, Binary pattern, int options) {
    byte[] bytes = Arrays.copyOf(MAGIC, HEADER + pattern.length());
    for (int i = 0; i < 4; i++) {
      bytes[MAGIC.length + i] = (byte) (options >> 8 * i);
    }
    bytes[HEADER - 1] = (byte) regex.newline().ordinal();
    System.arraycopy(pattern.array(), pattern.offset(), bytes, HEADER, pattern.length());
    process.allocated(bytes, bytes.length);
    return new Tuple(
        TAG,
        (long) regex.groups(),
        regex.isUnicode() ? 1L : 0L,
        regex.hasTwoByteNewline() ? 1L : 0L,
        Binary.of(bytes));
  }

  static boolean isCompiled(Object term) {
    return term instanceof Tuple tuple && tuple.size() == 5 && tuple.get(0) == TAG;
  }

  /**
   * The pattern of such a term; null when it was not made by {@link #term}.
   *
   * @param newline what ends a line for the match at hand, null for what the pattern says
   */
  static @Nullable Regex of(Process process, Object term, @Nullable Newline newline) {
    if (!isCompiled(term)
        || !(((Tuple) term).get(4) instanceof Binary binary)
        || binary.length() < HEADER) {
      return null;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (binary.at(i) != MAGIC[i]) {
        return null;
      }
    }
    int options = 0;
    for (int i = 0; i < 4; i++) {
      options |= binary.at(MAGIC.length + i) << 8 * i;
    }
    int compiled = binary.at(HEADER - 1);
    if (compiled >= Newline.values().length) {
      return null;
    }
    Binary pattern = binary.slice(HEADER, binary.length() - HEADER);
    boolean utf = (options & dev.moonbeam.erlang.regex.RegexOption.UTF) != 0;
    if (utf && ReModule.text(process, pattern, true) == null) {
      return null;
    }
    try {
      return compile(
          process, pattern, options, newline == null ? Newline.values()[compiled] : newline);
    } catch (RegexSyntaxException e) {
      return null;
    }
  }
}

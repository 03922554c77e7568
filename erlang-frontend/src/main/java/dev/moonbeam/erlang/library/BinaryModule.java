package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Module {@code binary}: parts, search, splitting and replacing, on bytes. */
@BuiltinModule("binary")
public final class BinaryModule {
  private static final Atom NOMATCH = Atom.of("nomatch");
  private static final Atom GLOBAL = Atom.of("global");
  private static final Atom TRIM = Atom.of("trim");
  private static final Atom TRIM_ALL = Atom.of("trim_all");
  private static final Atom SCOPE = Atom.of("scope");
  private static final Atom INSERT_REPLACED = Atom.of("insert_replaced");

  /** What compiled patterns are tagged with, as in OTP: one needle (Boyer-Moore), several. */
  private static final Atom ONE_NEEDLE = Atom.of("bm");

  private static final Atom NEEDLES = Atom.of("ac");

  private static final Set<Atom> SPLIT_OPTIONS = Set.of(GLOBAL, TRIM, TRIM_ALL);
  private static final Set<Atom> REPLACE_OPTIONS = Set.of(GLOBAL, INSERT_REPLACED);

  private BinaryModule() {}

  @Builtin("at")
  public static Object at(Process process, Object binary, Object position) {
    if (binary instanceof Binary b && position instanceof Long at && at >= 0 && at < b.length()) {
      return (long) b.at(at.intValue());
    }
    throw Errors.badarg(process, binary, position);
  }

  @Builtin("first")
  public static Object first(Process process, Object binary) {
    if (binary instanceof Binary b && b.length() > 0) {
      return (long) b.at(0);
    }
    throw Errors.badarg(process, binary);
  }

  @Builtin("last")
  public static Object last(Process process, Object binary) {
    if (binary instanceof Binary b && b.length() > 0) {
      return (long) b.at(b.length() - 1);
    }
    throw Errors.badarg(process, binary);
  }

  @Builtin("part")
  public static Object part(Process process, Object binary, Object part) {
    return BinaryBifs.binaryPart(process, binary, part);
  }

  @Builtin("part")
  public static Object part(Process process, Object binary, Object start, Object length) {
    return BinaryBifs.binaryPart(process, binary, start, length);
  }

  @Builtin("bin_to_list")
  public static Object binToList(Process process, Object binary) {
    return BinaryBifs.binaryToList(process, binary);
  }

  @Builtin("bin_to_list")
  public static Object binToList(Process process, Object binary, Object part) {
    return Lists.ofBytes(process, (Binary) BinaryBifs.binaryPart(process, binary, part), Nil.EMPTY);
  }

  @Builtin("bin_to_list")
  public static Object binToList(Process process, Object binary, Object start, Object length) {
    return Lists.ofBytes(
        process, (Binary) BinaryBifs.binaryPart(process, binary, start, length), Nil.EMPTY);
  }

  @Builtin("list_to_bin")
  public static Object listToBin(Process process, Object list) {
    return BinaryBifs.listToBinary(process, list);
  }

  @Builtin("copy")
  public static Object copy(Process process, Object binary) {
    if (binary instanceof Binary b) {
      return BinaryBifs.made(process, Binary.of(b.toByteArray()));
    }
    throw Errors.badarg(process, binary);
  }

  @Builtin("copy")
  public static Object copy(Process process, Object binary, Object times) {
    if (!(binary instanceof Binary b) || !(times instanceof Long count) || count < 0) {
      throw Errors.badarg(process, binary, times);
    }
    if (b.length() == 0 || count == 0) {
      return Binary.EMPTY;
    }
    if (count > Integer.MAX_VALUE || count * b.length() > Integer.MAX_VALUE - 64) {
      throw Errors.systemLimit(process, binary, times);
    }
    int total = (int) (count * b.length());
    process.reserve(total);
    byte[] bytes = new byte[total];
    System.arraycopy(b.array(), b.offset(), bytes, 0, b.length());
    for (int done = b.length(); done < total; done *= 2) {
      System.arraycopy(bytes, 0, bytes, done, Math.min(done, total - done));
      if (done > total / 2) {
        break;
      }
    }
    return BinaryBifs.made(process, Binary.of(bytes));
  }

  @Builtin("referenced_byte_size")
  public static Object referencedByteSize(Process process, Object binary) {
    if (binary instanceof Binary b) {
      return (long) b.retainedBytes();
    }
    throw Errors.badarg(process, binary);
  }

  @Builtin("encode_unsigned")
  public static Object encodeUnsigned(Process process, Object integer) {
    return encodeUnsigned(process, integer, Atom.of("big"));
  }

  @Builtin("encode_unsigned")
  public static Object encodeUnsigned(Process process, Object integer, Object endianness) {
    Boolean little = BinaryBifs.littleEndian(endianness);
    if (!Numbers.isInteger(integer) || Numbers.big(integer).signum() < 0 || little == null) {
      throw Errors.badarg(process, integer, endianness);
    }
    byte[] bytes = Numbers.big(integer).toByteArray();
    if (bytes.length > 1 && bytes[0] == 0) {
      bytes = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }
    if (little) {
      reverse(bytes);
    }
    return BinaryBifs.made(process, Binary.of(bytes));
  }

  @Builtin("decode_unsigned")
  public static Object decodeUnsigned(Process process, Object binary) {
    return decodeUnsigned(process, binary, Atom.of("big"));
  }

  @Builtin("decode_unsigned")
  public static Object decodeUnsigned(Process process, Object binary, Object endianness) {
    Boolean little = BinaryBifs.littleEndian(endianness);
    if (!(binary instanceof Binary b) || little == null) {
      throw Errors.badarg(process, binary, endianness);
    }
    if (8L * b.length() > Numbers.MOST_BITS) {
      throw Errors.systemLimit(process, binary, endianness);
    }
    process.charge(b.length() >> 6);
    byte[] bytes = b.toByteArray();
    if (little) {
      reverse(bytes);
    }
    return Numbers.normalize(new BigInteger(1, bytes));
  }

  private static void reverse(byte[] bytes) {
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
  }

  @Builtin("encode_hex")
  public static Object encodeHex(Process process, Object binary) {
    if (binary instanceof Binary b) {
      return hex(process, b, HexFormat.of().withUpperCase());
    }
    throw Errors.badarg(process, binary);
  }

  /** Since OTP 26: with the case of the letters. */
  @Builtin("encode_hex")
  public static Object encodeHex(Process process, Object binary, Object letters) {
    if (binary instanceof Binary b && letters == Atom.of("lowercase")) {
      return hex(process, b, HexFormat.of());
    }
    if (binary instanceof Binary b && letters == Atom.of("uppercase")) {
      return hex(process, b, HexFormat.of().withUpperCase());
    }
    throw Errors.badarg(process, binary, letters);
  }

  private static Object hex(Process process, Binary binary, HexFormat format) {
    process.reserve(2L * binary.length());
    process.charge(binary.length() >> 3);
    int end = binary.offset() + binary.length();
    return BinaryBifs.made(
        process, Binary.ofLatin1(format.formatHex(binary.array(), binary.offset(), end)));
  }

  @Builtin("decode_hex")
  public static Object decodeHex(Process process, Object binary) {
    if (!(binary instanceof Binary b) || (b.length() & 1) != 0) {
      throw Errors.badarg(process, binary);
    }
    byte[] bytes = new byte[b.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(b.at(2 * i), 16);
      int low = Character.digit(b.at(2 * i + 1), 16);
      if (high < 0 || low < 0) {
        throw Errors.badarg(process, binary);
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return BinaryBifs.made(process, Binary.of(bytes));
  }

  @Builtin("longest_common_prefix")
  public static Object longestCommonPrefix(Process process, Object list) {
    return common(process, list, false);
  }

  @Builtin("longest_common_suffix")
  public static Object longestCommonSuffix(Process process, Object list) {
    return common(process, list, true);
  }

  private static Object common(Process process, Object list, boolean suffix) {
    Object[] all = Lists.toArray(process, list);
    if (all == null || all.length == 0 || !(all[0] instanceof Binary first)) {
      throw Errors.badarg(process, list);
    }
    int common = first.length();
    for (Object each : all) {
      if (!(each instanceof Binary b)) {
        throw Errors.badarg(process, list);
      }
      common = Math.min(common, b.length());
      int same = 0;
      while (same < common
          && (suffix
              ? b.at(b.length() - 1 - same) == first.at(first.length() - 1 - same)
              : b.at(same) == first.at(same))) {
        same++;
      }
      process.charge(same >> 6);
      common = same;
    }
    return (long) common;
  }

  /** What to search for: one or several non-empty byte strings, longest first. */
  private record Pattern(Binary[] needles, boolean[] starts) {
    static Pattern of(Binary... needles) {
      boolean[] starts = new boolean[256];
      for (Binary needle : needles) {
        starts[needle.at(0)] = true;
      }
      return new Pattern(needles, starts);
    }
  }

  /** A place found. */
  private record Found(int start, int length) {}

  @Builtin("compile_pattern")
  public static Object compilePattern(Process process, Object pattern) {
    Pattern compiled = pattern(process, pattern);
    if (compiled == null) {
      throw Errors.badarg(process, pattern);
    }
    return new Tuple(
        compiled.needles.length == 1 ? ONE_NEEDLE : NEEDLES,
        new Tuple((Object[]) compiled.needles));
  }

  private static @Nullable Pattern pattern(Process process, Object pattern) {
    if (pattern instanceof Binary needle) {
      return needle.length() == 0 ? null : Pattern.of(needle);
    }
    Object[] all = needles(process, pattern);
    if (all == null || all.length == 0) {
      return null;
    }
    Binary[] needles = new Binary[all.length];
    for (int i = 0; i < all.length; i++) {
      if (!(all[i] instanceof Binary needle) || needle.length() == 0) {
        return null;
      }
      needles[i] = needle;
    }
    java.util.Arrays.sort(needles, (a, b) -> Integer.compare(b.length(), a.length()));
    return Pattern.of(needles);
  }

  private static Object @Nullable [] needles(Process process, Object pattern) {
    if (pattern instanceof Tuple compiled) {
      return compiled.size() == 2
              && compiled.get(1) instanceof Tuple needles
              && compiled.get(0) == (needles.size() == 1 ? ONE_NEEDLE : NEEDLES)
          ? needles.elements()
          : null;
    }
    return Lists.toArray(process, pattern);
  }

  /** The first place from {@code from} on, the longest needle of those that start there. */
  private static @Nullable Found search(
      Process process, Binary text, int from, int end, Pattern pattern) {
    boolean[] starts = pattern.starts;
    int work = 0;
    for (int i = from; i < end; i++) {
      if (starts[text.at(i)]) {
        for (Binary needle : pattern.needles) {
          int length = needle.length();
          if (length <= end - i) {
            int same = 1;
            if (needle.at(0) != text.at(i)) {
              same = -1;
            }
            while (same > 0 && same < length && text.at(i + same) == needle.at(same)) {
              same++;
            }
            work += Math.max(1, same);
            if (same == length) {
              process.charge((i - from >> 5) + (work >> 4));
              return new Found(i, length);
            }
          }
          work++;
        }
        if (work > 16_384) {
          process.charge(work >> 4);
          work = 0;
        }
      }
    }
    process.charge((end - from >> 5) + (work >> 4));
    return null;
  }

  /**
   * The part of the text to look at, as start and end; null when the options are wrong.
   *
   * @param others the options that there are beside the scope
   */
  private static int @Nullable [] scope(Binary text, Object options, Set<Atom> others) {
    int[] scope = {0, text.length()};
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head instanceof Tuple option && option.size() == 2 && option.get(0) == SCOPE) {
        if (!(option.get(1) instanceof Tuple part)
            || part.size() != 2
            || !(part.get(0) instanceof Long start)
            || !(part.get(1) instanceof Long length)) {
          return null;
        }
        long first = length < 0 ? start + length : start;
        long last = length < 0 ? start : start + length;
        if (first < 0 || last > text.length() || first > last) {
          return null;
        }
        scope[0] = (int) first;
        scope[1] = (int) last;
      } else if (cell.head instanceof Atom flag) {
        if (flag == INSERT_REPLACED || !others.contains(flag)) {
          return null;
        }
      } else if (!(cell.head instanceof Tuple insert)
          || insert.size() != 2
          || insert.get(0) != INSERT_REPLACED
          || !others.contains(INSERT_REPLACED)) {
        return null;
      }
    }
    return rest == Nil.EMPTY ? scope : null;
  }

  private static Tuple tuple(Found found) {
    return new Tuple((long) found.start, (long) found.length);
  }

  @Builtin("match")
  public static Object match(Process process, Object subject, Object pattern) {
    return match(process, subject, pattern, Nil.EMPTY);
  }

  @Builtin("match")
  public static Object match(Process process, Object subject, Object pattern, Object options) {
    Pattern needles = pattern(process, pattern);
    int[] scope = subject instanceof Binary text ? scope(text, options, Set.of()) : null;
    if (!(subject instanceof Binary text) || needles == null || scope == null) {
      throw Errors.badarg(process, subject, pattern, options);
    }
    Found found = search(process, text, scope[0], scope[1], needles);
    return found == null ? NOMATCH : tuple(found);
  }

  @Builtin("matches")
  public static Object matches(Process process, Object subject, Object pattern) {
    return matches(process, subject, pattern, Nil.EMPTY);
  }

  @Builtin("matches")
  public static Object matches(Process process, Object subject, Object pattern, Object options) {
    Pattern needles = pattern(process, pattern);
    int[] scope = subject instanceof Binary text ? scope(text, options, Set.of()) : null;
    if (!(subject instanceof Binary text) || needles == null || scope == null) {
      throw Errors.badarg(process, subject, pattern, options);
    }
    TermBuffer out = new TermBuffer(process);
    int from = scope[0];
    for (Found found; (found = search(process, text, from, scope[1], needles)) != null; ) {
      Tuple place = tuple(found);
      process.allocated(place, 80);
      process.charge(1);
      out.add(place);
      from = found.start + found.length;
    }
    return out.toList(Nil.EMPTY);
  }

  @Builtin("split")
  public static Object split(Process process, Object subject, Object pattern) {
    return split(process, subject, pattern, Nil.EMPTY);
  }

  @Builtin("split")
  public static Object split(Process process, Object subject, Object pattern, Object options) {
    Pattern needles = pattern(process, pattern);
    int[] scope = subject instanceof Binary text ? scope(text, options, SPLIT_OPTIONS) : null;
    if (!(subject instanceof Binary text) || needles == null || scope == null) {
      throw Errors.badarg(process, subject, pattern, options);
    }
    boolean global = has(options, GLOBAL);
    boolean trimAll = has(options, TRIM_ALL);
    TermBuffer out = new TermBuffer(process);
    int start = 0;
    int from = scope[0];
    for (Found found; (found = search(process, text, from, scope[1], needles)) != null; ) {
      addPart(process, out, text, start, found.start, trimAll);
      start = from = found.start + found.length;
      if (!global) {
        break;
      }
    }
    addPart(process, out, text, start, text.length(), trimAll);
    int keep = out.size();
    if (has(options, TRIM) || trimAll) {
      while (keep > 0 && ((Binary) out.get(keep - 1)).length() == 0) {
        keep--;
      }
    }
    return Lists.fromArray(process, out.toArray(), keep, Nil.EMPTY);
  }

  private static void addPart(
      Process process, TermBuffer out, Binary text, int from, int to, boolean dropEmpty) {
    if (to > from || !dropEmpty) {
      Binary part = text.slice(from, to - from);
      if (part.array() != text.array()) {
        process.allocated(part.array(), 48L + part.length());
      } else {
        process.allocated(part, 32);
      }
      process.charge(1);
      out.add(part);
    }
  }

  private static boolean has(Object options, Atom option) {
    for (Object rest = options; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head == option) {
        return true;
      }
    }
    return false;
  }

  @Builtin("replace")
  public static Object replace(
      Process process, Object subject, Object pattern, Object replacement) {
    return replace(process, subject, pattern, replacement, Nil.EMPTY);
  }

  @Builtin("replace")
  public static Object replace(
      Process process, Object subject, Object pattern, Object replacement, Object options) {
    Pattern needles = pattern(process, pattern);
    int[] scope = subject instanceof Binary text ? scope(text, options, REPLACE_OPTIONS) : null;
    if (!(subject instanceof Binary text)
        || !(replacement instanceof Binary fresh)
        || needles == null
        || scope == null) {
      throw Errors.badarg(process, subject, pattern, replacement, options);
    }
    int[] inserts = insertions(options, fresh.length());
    if (inserts == null) {
      throw Errors.badarg(process, subject, pattern, replacement, options);
    }
    boolean global = has(options, GLOBAL);
    TermBuffer out = new TermBuffer(process);
    int start = 0;
    int from = scope[0];
    for (Found found; (found = search(process, text, from, scope[1], needles)) != null; ) {
      out.add(text.window(start, found.start - start));
      int done = 0;
      for (int insert : inserts) {
        out.add(fresh.window(done, insert - done));
        out.add(text.window(found.start, found.length));
        done = insert;
      }
      out.add(fresh.window(done, fresh.length() - done));
      process.charge(1);
      start = from = found.start + found.length;
      if (!global) {
        break;
      }
    }
    if (out.size() == 0) {
      return subject;
    }
    out.add(text.window(start, text.length() - start));
    Object joined = IoLists.toBinary(process, out.toList(Nil.EMPTY));
    if (joined == null) {
      throw new IllegalStateException();
    }
    return joined;
  }

  /** Where in the replacement what was found is to be inserted. */
  private static int @Nullable [] insertions(Object options, int most) {
    for (Object rest = options; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head instanceof Tuple option
          && option.size() == 2
          && option.get(0) == INSERT_REPLACED) {
        Object places = option.get(1) instanceof Long ? Cons.list(option.get(1)) : option.get(1);
        java.util.TreeSet<Integer> sorted = new java.util.TreeSet<>();
        for (; places instanceof Cons place; places = place.tail) {
          if (!(place.head instanceof Long at) || at < 0 || at > most) {
            return null;
          }
          sorted.add(at.intValue());
        }
        return sorted.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return new int[0];
  }
}

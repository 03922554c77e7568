package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.regex.Newline;
import dev.moonbeam.erlang.regex.RegexMatcher;
import dev.moonbeam.erlang.regex.RegexOption;
import dev.moonbeam.erlang.runtime.Numbers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of re:compile/2, run/3, replace/4 and split/3, read from a list. */
final class ReOptions {
  /** What the values of captures are. */
  enum CaptureType {
    INDEX,
    LIST,
    BINARY
  }

  private static final Map<Atom, Integer> PATTERN =
      Map.ofEntries(
          Map.entry(Atom.of("caseless"), RegexOption.CASELESS),
          Map.entry(Atom.of("multiline"), RegexOption.MULTILINE),
          Map.entry(Atom.of("dotall"), RegexOption.DOTALL),
          Map.entry(Atom.of("extended"), RegexOption.EXTENDED),
          Map.entry(Atom.of("ungreedy"), RegexOption.UNGREEDY),
          Map.entry(Atom.of("dupnames"), RegexOption.DUPNAMES),
          Map.entry(Atom.of("unicode"), RegexOption.UTF),
          Map.entry(Atom.of("ucp"), RegexOption.UCP),
          Map.entry(Atom.of("dollar_endonly"), RegexOption.DOLLAR_ENDONLY),
          Map.entry(Atom.of("firstline"), RegexOption.FIRSTLINE),
          Map.entry(Atom.of("no_auto_capture"), RegexOption.NO_AUTO_CAPTURE),
          Map.entry(Atom.of("bsr_anycrlf"), RegexOption.BSR_ANYCRLF),
          Map.entry(Atom.of("bsr_unicode"), 0),
          Map.entry(Atom.of("never_utf"), RegexOption.NEVER_UTF),
          Map.entry(Atom.of("no_start_optimize"), RegexOption.NO_START_OPTIMIZE));

  private static final Map<Atom, Newline> NEWLINES =
      Map.of(
          Atom.of("cr"), Newline.CR,
          Atom.of("crlf"), Newline.CRLF,
          Atom.of("lf"), Newline.LF,
          Atom.of("anycrlf"), Newline.ANYCRLF,
          Atom.of("any"), Newline.ANY);

  /** PCRE's bits for them: given together they may make a third. */
  private static final Map<Newline, Integer> NEWLINE_BITS =
      Map.of(Newline.CR, 1, Newline.LF, 2, Newline.CRLF, 3, Newline.ANY, 4, Newline.ANYCRLF, 5);

  private static final Map<Atom, CaptureType> TYPES =
      Map.of(
          Atom.of("index"), CaptureType.INDEX,
          Atom.of("list"), CaptureType.LIST,
          Atom.of("binary"), CaptureType.BINARY);

  private static final Atom ANCHORED = Atom.of("anchored");
  private static final Atom INFINITY = Atom.of("infinity");

  /** PCRE's own default. */
  private static final long MATCH_LIMIT = 10_000_000;

  int pattern;

  /** Null when those given contradict each other. */
  @Nullable Newline newline = Newline.LF;

  private int newlineBits;
  boolean newlineGiven;
  boolean patternOptions;

  /** One of those that say how to match, which compiling does not take. */
  boolean runOptions;

  boolean anchored;
  boolean global;
  boolean notBeginning;
  boolean notEnd;
  boolean notEmpty;
  boolean notEmptyAtStart;
  boolean reportErrors;
  long offset;
  long matchLimit = MATCH_LIMIT;
  long depthLimit = Long.MAX_VALUE;
  Object capture = Atom.of("all");
  CaptureType type = CaptureType.INDEX;
  boolean captureGiven;
  @Nullable Atom result;
  long parts = Long.MAX_VALUE;
  boolean trim;
  boolean group;

  private ReOptions() {}

  /** Null when it is no list, or one of them is not known. */
  static @Nullable ReOptions read(Process process, Object list) {
    ReOptions options = new ReOptions();
    Object rest = list;
    while (rest instanceof Cons cell) {
      process.charge(1);
      boolean known =
          cell.head instanceof Atom name
              ? options.flag(name)
              : cell.head instanceof Tuple tuple && options.setting(tuple);
      if (!known) {
        return null;
      }
      rest = cell.tail;
    }
    return rest == Nil.EMPTY ? options : null;
  }

  private boolean flag(Atom name) {
    Integer bit = PATTERN.get(name);
    if (bit != null) {
      pattern |= bit;
      patternOptions = true;
      return true;
    }
    if (name == ANCHORED) {
      anchored = true;
      return true;
    }
    runOptions = true;
    switch (name.name()) {
      case "global" -> global = true;
      case "notbol" -> notBeginning = true;
      case "noteol" -> notEnd = true;
      case "notempty" -> notEmpty = true;
      case "notempty_atstart" -> notEmptyAtStart = true;
      case "report_errors" -> reportErrors = true;
      case "trim" -> trim = true;
      case "group" -> group = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean setting(Tuple tuple) {
    if (tuple.size() < 2 || tuple.size() > 3 || !(tuple.get(0) instanceof Atom name)) {
      return false;
    }
    Object value = tuple.get(1);
    if (tuple.size() == 3) {
      CaptureType wanted = tuple.get(2) instanceof Atom kind ? TYPES.get(kind) : null;
      if (!name.name().equals("capture") || wanted == null) {
        return false;
      }
      type = wanted;
      return capture(value);
    }
    switch (name.name()) {
      case "newline" -> {
        newlineGiven = true;
        Newline wanted = value instanceof Atom kind ? NEWLINES.get(kind) : null;
        if (wanted == null) {
          return false;
        }
        newlineBits |= NEWLINE_BITS.get(wanted);
        newline = null;
        NEWLINE_BITS.forEach(
            (kind, bits) -> {
              if (bits == newlineBits) {
                newline = kind;
              }
            });
        return true;
      }
      case "capture" -> {
        return capture(value);
      }
      case "offset" -> {
        runOptions = true;
        offset = Numbers.isInteger(value) && value instanceof Long n ? n : -1;
        return offset >= 0;
      }
      case "match_limit" -> {
        runOptions = true;
        matchLimit = value instanceof Long n && n >= 0 ? n : -1;
        return matchLimit >= 0;
      }
      case "match_limit_recursion" -> {
        runOptions = true;
        depthLimit = value instanceof Long n && n >= 0 ? n : -1;
        return depthLimit >= 0;
      }
      case "return" -> {
        result = value instanceof Atom kind ? kind : Atom.UNDEFINED;
        return true;
      }
      case "parts" -> {
        if (value == INFINITY) {
          return true;
        }
        if (value instanceof Long none && none == 0) {
          trim = true;
          return true;
        }
        parts = value instanceof Long n ? n : -1;
        return parts > 0;
      }
      default -> {
        return false;
      }
    }
  }

  private boolean capture(Object value) {
    capture = value;
    captureGiven = true;
    runOptions = true;
    return value instanceof Atom || value instanceof Cons || value == Nil.EMPTY;
  }

  RegexMatcher.Search search() {
    return new RegexMatcher.Search(
        anchored, notBeginning, notEnd, notEmpty, notEmptyAtStart, matchLimit, depthLimit);
  }

  /** The search after an empty match: at the same place, for something. */
  RegexMatcher.Search retry() {
    return new RegexMatcher.Search(
        true, notBeginning, notEnd, notEmpty, true, matchLimit, depthLimit);
  }
}

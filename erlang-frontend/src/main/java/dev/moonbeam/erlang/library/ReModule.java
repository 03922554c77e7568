package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.regex.Regex;
import dev.moonbeam.erlang.regex.RegexMatcher;
import dev.moonbeam.erlang.regex.RegexOption;
import dev.moonbeam.erlang.regex.RegexSyntaxException;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Module {@code re}: compiling and running; {@link ReEdit} splits and replaces. */
@BuiltinModule("re")
public final class ReModule {
  private static final Atom MATCH = Atom.of("match");
  private static final Atom NO_MATCH = Atom.of("nomatch");
  private static final Atom COMPILE = Atom.of("compile");
  private static final Atom ALL = Atom.of("all");
  private static final Tuple UNSET = new Tuple(-1L, 0L);

  private ReModule() {}

  @Builtin("version")
  public static Object version(Process process) {
    return Binary.of("8.44 2020-02-12");
  }

  @Builtin("compile")
  public static Object compile(Process process, Object pattern) {
    return compile(process, pattern, Nil.EMPTY);
  }

  @Builtin("compile")
  public static Object compile(Process process, Object pattern, Object options) {
    ReOptions read = ReOptions.read(process, options);
    if (read == null || read.runOptions || read.result != null) {
      throw Errors.badarg(process, pattern, options);
    }
    int bits = read.pattern | (read.anchored ? RegexOption.ANCHORED : 0);
    Binary text = text(process, pattern, (bits & RegexOption.UTF) != 0);
    if (text == null) {
      throw Errors.badarg(process, pattern, options);
    }
    try {
      Regex regex = RePattern.compile(process, text, bits, read.newline);
      return new Tuple(Atom.OK, RePattern.term(process, regex, text, bits));
    } catch (RegexSyntaxException e) {
      return new Tuple(Atom.ERROR, description(process, e));
    }
  }

  private static Tuple description(Process process, RegexSyntaxException e) {
    return new Tuple(Lists.ofText(process, e.getMessage()), (long) e.offset());
  }

  @Builtin("inspect")
  public static Object inspect(Process process, Object pattern, Object item) {
    Regex regex = RePattern.of(process, pattern, null);
    if (regex == null || !(item instanceof Atom name) || !name.name().equals("namelist")) {
      throw Errors.badarg(process, pattern, item);
    }
    TermBuffer names = new TermBuffer(process);
    regex.names().keySet().forEach(known -> names.add(Binary.of(known)));
    return new Tuple(item, names.toList(Nil.EMPTY));
  }

  /** Bytes of a pattern or subject, null when it is none: in UTF-8, or an I/O list as it is. */
  static @Nullable Binary text(Process process, Object data, boolean unicode) {
    if (!unicode) {
      return IoLists.toBinary(process, data);
    }
    CharData.Decoded decoded = CharData.decode(process, data, false);
    if (decoded.end() != CharData.End.COMPLETE) {
      return null;
    }
    if (data instanceof Binary binary) {
      return binary;
    }
    byte[] bytes = decoded.text().getBytes(StandardCharsets.UTF_8);
    process.allocated(bytes, bytes.length);
    return Binary.of(bytes);
  }

  /** A pattern and a subject ready to be matched. */
  record Job(Regex regex, Binary subject, byte[] bytes, ReOptions options) {}

  /**
   * Null when pattern or subject are none.
   *
   * @throws RegexSyntaxException when the pattern does not compile
   */
  static @Nullable Job job(Process process, Object subject, Object pattern, ReOptions options)
      throws RegexSyntaxException {
    Regex regex;
    if (RePattern.isCompiled(pattern)) {
      regex =
          options.patternOptions
              ? null
              : RePattern.of(process, pattern, options.newlineGiven ? options.newline : null);
    } else {
      int bits = options.pattern;
      Binary text = text(process, pattern, (bits & RegexOption.UTF) != 0);
      regex = text == null ? null : RePattern.compile(process, text, bits, options.newline);
    }
    Binary data = regex == null ? null : text(process, subject, regex.isUnicode());
    if (regex == null
        || data == null
        || regex.isUtf() && !regex.isUnicode() && text(process, data, true) == null) {
      return null;
    }
    boolean whole = data.offset() == 0 && data.array().length == data.length();
    if (!whole) {
      process.charge(data.length() >> 6);
      process.reserve(data.length());
    }
    return new Job(regex, data, whole ? data.array() : data.toByteArray(), options);
  }

  @Builtin("run")
  public static Object run(Process process, Object subject, Object pattern) {
    return run(process, subject, pattern, Nil.EMPTY, new Object[] {subject, pattern});
  }

  @Builtin("run")
  public static Object run(Process process, Object subject, Object pattern, Object options) {
    return run(process, subject, pattern, options, new Object[] {subject, pattern, options});
  }

  private static Object run(
      Process process, Object subject, Object pattern, Object list, Object[] arguments) {
    ReOptions options = ReOptions.read(process, list);
    if (options == null || options.result != null) {
      throw Errors.badarg(process, arguments);
    }
    Job job;
    try {
      job = job(process, subject, pattern, options);
    } catch (RegexSyntaxException e) {
      if (!options.reportErrors) {
        throw Errors.badarg(process, arguments);
      }
      return new Tuple(Atom.ERROR, new Tuple(COMPILE, description(process, e)));
    }
    if (job == null) {
      throw Errors.badarg(process, arguments);
    }
    if (options.offset > job.subject.length()) {
      throw Errors.badarg(process, arguments);
    }
    Captures captures = Captures.of(process, job);
    if (captures == null) {
      throw Errors.badarg(process, arguments);
    }
    TermBuffer found = new TermBuffer(process);
    RegexMatcher.Result result =
        matches(
            process,
            job,
            matcher -> {
              if (!captures.isNone()) {
                found.add(captures.values(process, matcher));
              }
              return options.global;
            });
    if (result != RegexMatcher.Result.MATCH && result != RegexMatcher.Result.NO_MATCH) {
      return options.reportErrors ? new Tuple(Atom.ERROR, limit(result)) : NO_MATCH;
    }
    if (result == RegexMatcher.Result.NO_MATCH) {
      return NO_MATCH;
    }
    if (captures.isNone()) {
      return MATCH;
    }
    return new Tuple(MATCH, options.global ? found.toList(Nil.EMPTY) : found.get(0));
  }

  private static Atom limit(RegexMatcher.Result result) {
    return Atom.of(
        result == RegexMatcher.Result.MATCH_LIMIT ? "match_limit" : "match_limit_recursion");
  }

  /** What is done with a match; whether to look for another. */
  interface Visitor {
    boolean visit(RegexMatcher matcher);
  }

  /**
   * Visits matches from left to right. After an empty one the same place is tried for one that is
   * not empty, as PCRE's documentation has it.
   *
   * @return MATCH when there was one, else how the search ended
   */
  static RegexMatcher.Result matches(Process process, Job job, Visitor visitor) {
    RegexMatcher search = new RegexMatcher(process, job.regex, job.bytes, job.options.search());
    RegexMatcher retry = null;
    int at = (int) job.options.offset;
    boolean empty = false;
    RegexMatcher.Result outcome = RegexMatcher.Result.NO_MATCH;
    for (; ; ) {
      RegexMatcher matcher = search;
      if (empty) {
        retry =
            retry != null
                ? retry
                : new RegexMatcher(process, job.regex, job.bytes, job.options.retry());
        matcher = retry;
      }
      RegexMatcher.Result result = matcher.find(at);
      if (result == RegexMatcher.Result.MATCH) {
        outcome = result;
        process.charge(2);
        if (!visitor.visit(matcher)) {
          return outcome;
        }
        empty = matcher.start(0) == matcher.end(0);
        at = Math.max(matcher.end(0), at);
      } else if (result == RegexMatcher.Result.NO_MATCH && empty && at < job.bytes.length) {
        at = search.next(at);
        empty = false;
      } else {
        return outcome == RegexMatcher.Result.MATCH ? outcome : result;
      }
    }
  }

  /** Which groups are wanted, and as what. */
  private record Captures(
      Job job,
      ReOptions.CaptureType type,
      @Nullable List<Integer>[] groups,
      boolean all,
      int first) {

    /** Null when they are not well formed. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable Captures of(Process process, Job job) {
      ReOptions options = job.options;
      if (options.capture instanceof Atom name) {
        switch (name.name()) {
          case "all", "all_but_first" -> {
            return new Captures(job, options.type, new List[0], true, name == ALL ? 0 : 1);
          }
          case "first" -> {
            return new Captures(job, options.type, new List[] {List.of(0)}, false, 0);
          }
          case "all_names" -> {
            List[] named = job.regex.names().values().toArray(List[]::new);
            return new Captures(job, options.type, named, false, 0);
          }
          case "none" -> {
            return new Captures(job, options.type, new List[0], false, 0);
          }
          default -> {
            return null;
          }
        }
      }
      Object[] wanted = Lists.toArray(process, options.capture);
      if (wanted == null) {
        return null;
      }
      List[] groups = new List[wanted.length];
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i] instanceof Long number) {
          boolean exists = number >= 0 && number <= job.regex.groups();
          groups[i] = exists ? List.of(number.intValue()) : List.of();
        } else {
          String name =
              wanted[i] instanceof Atom atom ? atom.name() : CharData.toText(process, wanted[i]);
          if (name == null) {
            return null;
          }
          groups[i] = job.regex.names().getOrDefault(name, List.of());
        }
      }
      return new Captures(job, options.type, groups, false, 0);
    }

    boolean isNone() {
      return !all && groups.length == 0;
    }

    Object values(Process process, RegexMatcher matcher) {
      TermBuffer values = new TermBuffer(process);
      if (all) {
        int last = job.regex.groups();
        while (last > 0 && matcher.start(last) < 0) {
          last--;
        }
        for (int group = first; group <= last; group++) {
          values.add(value(process, matcher, group));
        }
      } else {
        for (List<Integer> group : groups) {
          int set = 0;
          while (set < group.size() && matcher.start(group.get(set)) < 0) {
            set++;
          }
          values.add(value(process, matcher, set < group.size() ? group.get(set) : -1));
        }
      }
      return values.toList(Nil.EMPTY);
    }

    private Object value(Process process, RegexMatcher matcher, int group) {
      int start = group < 0 ? -1 : matcher.start(group);
      int length = start < 0 ? 0 : matcher.end(group) - start;
      if (type == ReOptions.CaptureType.INDEX) {
        return start < 0 ? UNSET : new Tuple((long) start, (long) Math.max(0, length));
      }
      Binary text = length <= 0 ? Binary.EMPTY : job.subject.slice(start, length);
      return type == ReOptions.CaptureType.BINARY ? text : list(process, text, job.regex);
    }
  }

  /** A piece of a subject as a list: of characters, or of bytes. */
  static Object list(Process process, Binary text, Regex regex) {
    return regex.isUnicode()
        ? Lists.ofText(process, text.toString())
        : Lists.ofBytes(process, text, Nil.EMPTY);
  }
}

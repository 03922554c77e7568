package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.regex.Regex;
import dev.moonbeam.erlang.regex.RegexMatcher;
import dev.moonbeam.erlang.regex.RegexSyntaxException;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Module {@code re}: splitting and replacing, on what {@link ReModule} matches. */
@BuiltinModule("re")
public final class ReEdit {
  private static final Atom LIST = Atom.of("list");
  private static final Atom BINARY = Atom.of("binary");
  private static final Atom IODATA = Atom.of("iodata");

  private ReEdit() {}

  /** The options and what they are for; null when they do not go with splitting or replacing. */
  private static @Nullable ReOptions options(Process process, Object list) {
    ReOptions options = ReOptions.read(process, list);
    boolean fits =
        options != null
            && !options.captureGiven
            && !options.reportErrors
            && (options.result == null
                || options.result == LIST
                || options.result == BINARY
                || options.result == IODATA);
    return fits ? options : null;
  }

  private static ReModule.Job job(
      Process process, Object subject, Object pattern, ReOptions options, Object[] arguments) {
    ReModule.Job job = null;
    try {
      job = ReModule.job(process, subject, pattern, options);
    } catch (RegexSyntaxException e) {
      // As for any other pattern that is none.
    }
    if (job == null) {
      throw Errors.badarg(process, arguments);
    }
    if (options.offset > job.subject().length()) {
      throw Errors.badarg(process, arguments);
    }
    return job;
  }

  // Splitting

  @Builtin("split")
  public static Object split(Process process, Object subject, Object pattern) {
    return split(process, subject, pattern, Nil.EMPTY, new Object[] {subject, pattern});
  }

  @Builtin("split")
  public static Object split(Process process, Object subject, Object pattern, Object options) {
    return split(process, subject, pattern, options, new Object[] {subject, pattern, options});
  }

  private static Object split(
      Process process, Object subject, Object pattern, Object list, Object[] arguments) {
    ReOptions options = options(process, list);
    if (options == null || options.global || options.trim && options.parts != Long.MAX_VALUE) {
      throw Errors.badarg(process, arguments);
    }
    ReModule.Job job = job(process, subject, pattern, options, arguments);
    Splitter splitter = new Splitter(process, job);
    if (job.subject().length() > 0) {
      ReModule.matches(process, job, splitter::take);
    }
    return splitter.finish();
  }

  /** Gathers the pieces between matches, with what their groups matched. */
  private static final class Splitter {
    private final Process process;
    private final ReModule.Job job;
    private final ReOptions options;
    private final List<Object[]> pieces = new ArrayList<>();
    private int from;

    Splitter(Process process, ReModule.Job job) {
      this.process = process;
      this.job = job;
      this.options = job.options();
    }

    boolean take(RegexMatcher matcher) {
      if (pieces.size() + 1 >= options.parts) {
        return false;
      }
      int start = matcher.start(0);
      int end = matcher.end(0);
      if (end <= from && start == end || start < from) {
        return true;
      }
      int groups = job.regex().groups();
      process.reserve(64L * (groups + 1));
      Object[] piece = new Object[groups + 1];
      piece[0] = job.subject().slice(from, start - from);
      for (int group = 1; group <= groups; group++) {
        int at = matcher.start(group);
        piece[group] =
            at < 0 ? Binary.EMPTY : job.subject().slice(at, Math.max(0, matcher.end(group) - at));
      }
      process.allocated(piece, 64L * piece.length);
      pieces.add(piece);
      from = end;
      return true;
    }

    Object finish() {
      pieces.add(new Object[] {job.subject().slice(from, job.subject().length() - from)});
      if (options.trim && job.subject().length() > 0) {
        trim();
      }
      TermBuffer result = new TermBuffer(process);
      for (Object[] piece : pieces) {
        if (options.group) {
          TermBuffer group = new TermBuffer(process);
          for (Object part : piece) {
            group.add(convert(process, job, (Binary) part));
          }
          result.add(group.toList(Nil.EMPTY));
        } else {
          for (Object part : piece) {
            result.add(convert(process, job, (Binary) part));
          }
        }
      }
      return result.toList(Nil.EMPTY);
    }

    /** Drops what is empty at the end; grouped, only whole groups of empty pieces. */
    private void trim() {
      while (!pieces.isEmpty()) {
        Object[] last = pieces.getLast();
        int kept = last.length;
        while (kept > 0 && ((Binary) last[kept - 1]).length() == 0) {
          kept--;
        }
        if (kept == last.length || kept > 0 && options.group) {
          return;
        }
        pieces.removeLast();
        if (kept > 0) {
          pieces.add(java.util.Arrays.copyOf(last, kept));
          return;
        }
      }
    }
  }

  private static Object convert(Process process, ReModule.Job job, Binary text) {
    return job.options().result == LIST ? ReModule.list(process, text, job.regex()) : text;
  }

  // Replacing

  /** A part of a replacement: text, or a group. */
  private record Part(@Nullable Binary text, int group) {}

  @Builtin("replace")
  public static Object replace(
      Process process, Object subject, Object pattern, Object replacement) {
    return replace(
        process,
        subject,
        pattern,
        replacement,
        Nil.EMPTY,
        new Object[] {subject, pattern, replacement});
  }

  @Builtin("replace")
  public static Object replace(
      Process process, Object subject, Object pattern, Object replacement, Object options) {
    return replace(
        process,
        subject,
        pattern,
        replacement,
        options,
        new Object[] {subject, pattern, replacement, options});
  }

  private static Object replace(
      Process process,
      Object subject,
      Object pattern,
      Object replacement,
      Object list,
      Object[] arguments) {
    if (replacement instanceof Fun) {
      Object[] all = {subject, pattern, replacement, list};
      return Special.tailCall(process.node().code().external("re_replacement", "replace", 4), all);
    }
    ReOptions options = options(process, list);
    if (options == null || options.trim || options.group || options.parts != Long.MAX_VALUE) {
      throw Errors.badarg(process, arguments);
    }
    ReModule.Job job = job(process, subject, pattern, options, arguments);
    Binary text = ReModule.text(process, replacement, job.regex().isUnicode());
    List<Part> parts = text == null ? null : parts(process, text);
    if (parts == null) {
      throw Errors.badarg(process, arguments);
    }
    TermBuffer pieces = new TermBuffer(process);
    int[] from = {0};
    RegexMatcher.Result found =
        ReModule.matches(
            process,
            job,
            matcher -> {
              int start = Math.max(from[0], matcher.start(0));
              if (start > from[0]) {
                pieces.add(job.subject().slice(from[0], start - from[0]));
              }
              pieces.add(replaced(process, job, matcher, parts));
              from[0] = Math.max(from[0], matcher.end(0));
              return options.global;
            });
    if (found != RegexMatcher.Result.MATCH && options.result == null
        || found != RegexMatcher.Result.MATCH && options.result == IODATA) {
      return subject;
    }
    int left = job.subject().length() - from[0];
    Object rest = left == 0 ? Nil.EMPTY : job.subject().slice(from[0], left);
    Object whole = pieces.size() == 0 ? rest : pieces.toList(rest);
    if (options.result == null || options.result == IODATA) {
      return whole;
    }
    Binary bytes = IoLists.toBinary(process, whole);
    if (bytes == null) {
      throw new IllegalStateException("pieces of a replacement");
    }
    return options.result == BINARY ? bytes : ReModule.list(process, bytes, job.regex());
  }

  private static Object replaced(
      Process process, ReModule.Job job, RegexMatcher matcher, List<Part> parts) {
    if (parts.size() == 1 && parts.getFirst().text != null) {
      return parts.getFirst().text;
    }
    TermBuffer pieces = new TermBuffer(process);
    Regex regex = job.regex();
    process.charge(parts.size());
    for (Part part : parts) {
      if (part.text != null) {
        pieces.add(part.text);
        continue;
      }
      int start = part.group <= regex.groups() ? matcher.start(part.group) : -1;
      int length = start < 0 ? 0 : Math.max(0, matcher.end(part.group) - start);
      pieces.add(length == 0 ? Binary.EMPTY : job.subject().slice(start, length));
    }
    return pieces.toList(Nil.EMPTY);
  }

  /** {@code &}, {@code \N}, {@code \gN} and {@code \g{N}} are groups; null for a wrong one. */
  private static @Nullable List<Part> parts(Process process, Binary text) {
    List<Part> parts = new ArrayList<>();
    ByteArrayOutputStream literal = new ByteArrayOutputStream();
    process.reserve(2L * text.length());
    process.charge(text.length() / 8);
    for (int i = 0; i < text.length(); i++) {
      int c = text.at(i);
      if (c == '&') {
        add(parts, literal, 0);
        continue;
      }
      if (c != '\\' || i + 1 == text.length()) {
        literal.write(c);
        continue;
      }
      int next = text.at(++i);
      int digits = i;
      boolean braced = false;
      if (next == 'g') {
        digits++;
        braced = digits < text.length() && text.at(digits) == '{';
        digits += braced ? 1 : 0;
      }
      int end = digits;
      long group = 0;
      while (end < text.length() && text.at(end) >= '0' && text.at(end) <= '9') {
        group = Math.min(group * 10 + text.at(end++) - '0', Integer.MAX_VALUE);
      }
      boolean closed = !braced || end < text.length() && text.at(end) == '}';
      boolean plain = next != 'g' && (next < '1' || next > '9');
      if (plain) {
        literal.write(next);
      } else if (end == digits || !closed) {
        if (next == 'g' && braced) {
          return null;
        }
        literal.write(next);
      } else {
        add(parts, literal, (int) group);
        i = braced ? end : end - 1;
      }
    }
    if (literal.size() > 0 || parts.isEmpty()) {
      parts.add(new Part(Binary.of(literal.toByteArray()), 0));
    }
    return parts;
  }

  private static void add(List<Part> parts, ByteArrayOutputStream literal, int group) {
    if (literal.size() > 0) {
      parts.add(new Part(Binary.of(literal.toByteArray()), 0));
      literal.reset();
    }
    parts.add(new Part(null, group));
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Calls;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.StringBuffer;

/** {@code string.gsub}. */
final class Substitution {
  private Substitution() {}

  static Object gsub(Process process, Object s, Object pattern, Object replacement, Object n) {
    Binary subject = Arguments.string(process, "gsub", 1, s);
    Binary text = Arguments.string(process, "gsub", 2, pattern);
    long most = Arguments.integer(process, "gsub", 4, n, subject.length() + 1L);
    Object replace =
        switch (replacement) {
          case Binary string -> string;
          case Long integer -> Numbers.toBinary(integer);
          case Double real -> Numbers.toBinary(real);
          case LuaTable table -> table;
          case Fun function -> function;
          default ->
              throw Arguments.typeError(process, "gsub", 3, "string/function/table", replacement);
        };
    PatternMatcher matcher = new PatternMatcher(process, subject, text);
    boolean anchored = matcher.isAnchored();
    StringBuffer result = new StringBuffer(process, 0);
    boolean changed = false;
    long count = 0;
    int at = 0;
    int copied = 0; // what lies before has gone to the result
    int lastEnd = -1;
    while (count < most) {
      if (!anchored) {
        at = matcher.nextCandidate(at);
        if (at > subject.length()) {
          break;
        }
      }
      int end = matcher.match(at, true);
      if (end >= 0 && end != lastEnd) {
        count++;
        result.add(subject.array(), subject.offset() + copied, at - copied);
        changed |= add(process, result, matcher, subject, at, end, replace);
        at = end;
        copied = end;
        lastEnd = end;
      } else if (at < subject.length()) {
        at++;
      } else {
        break;
      }
      if (anchored) {
        break;
      }
    }
    if (!changed) {
      return Special.values(new Object[] {subject, count});
    }
    result.add(subject.array(), subject.offset() + copied, subject.length() - copied);
    return Special.values(new Object[] {result.toBinary(), count});
  }

  /** Adds what stands for one match; whether that may differ from the match. */
  private static boolean add(
      Process process,
      StringBuffer result,
      PatternMatcher matcher,
      Binary subject,
      int from,
      int to,
      Object replace) {
    Object value;
    switch (replace) {
      case Binary string -> {
        addTemplate(process, result, matcher, subject, from, to, string);
        return true;
      }
      case LuaTable table -> value = Access.get(process, table, matcher.capture(0, from, to));
      default -> {
        Object[] captures = new Object[matcher.results()];
        for (int i = 0; i < captures.length; i++) {
          captures[i] = matcher.capture(i, from, to);
        }
        LuaState state = LuaState.of(process);
        int unyieldable = state.forbidYield();
        try {
          value = Calls.one(process, replace, captures);
        } finally {
          state.setUnyieldable(unyieldable);
        }
      }
    }
    if (value == Atom.NIL || value == Atom.FALSE) {
      result.add(subject.array(), subject.offset() + from, to - from);
      return false;
    }
    if (value instanceof Binary string) {
      result.add(string);
    } else if (value instanceof Long || value instanceof Double) {
      result.add(Numbers.format(value));
    } else {
      throw LuaError.library(
          process, "invalid replacement value (a " + LuaType.of(value).word() + ")");
    }
    return true;
  }

  private static void addTemplate(
      Process process,
      StringBuffer result,
      PatternMatcher matcher,
      Binary subject,
      int from,
      int to,
      Binary template) {
    process.charge(template.length() >> 4);
    byte[] bytes = template.array();
    int end = template.offset() + template.length();
    for (int at = template.offset(); at < end; at++) {
      if (bytes[at] != '%') {
        result.add(bytes[at]);
        continue;
      }
      at++;
      int c = at < end ? bytes[at] : 0;
      if (at < end && c == '%') {
        result.add('%');
      } else if (c == '0') {
        result.add(subject.array(), subject.offset() + from, to - from);
      } else if (c >= '1' && c <= '9') {
        int index = c - '1';
        if (index >= matcher.results()) {
          throw LuaError.library(process, "invalid capture index %" + (index + 1));
        }
        Object capture = matcher.capture(index, from, to);
        if (capture instanceof Binary string) {
          result.add(string);
        } else {
          result.add(Numbers.format(capture));
        }
      } else {
        throw LuaError.library(process, "invalid use of '%' in replacement string");
      }
    }
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.LineTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a chunk call their functions: written by the lowering, read when a message or a
 * traceback names a function as its caller does ({@code method 'm'}, {@code upvalue 'f'}). Complete
 * before the chunk runs.
 *
 * <p>A call is known by the number that stands in the code for its line: the line itself for the
 * first call of a function there, a number of its own for each that calls its function something
 * else. A chunk of {@value #FIRST} lines or more has no such numbers, nor does it have more than as
 * many of them: calls of one line that cannot be told apart have no names.
 */
public final class CallTable implements LineTable {
  private static final long serialVersionUID = 2L;

  /** The first number that is no line; with as many behind it they leave a bit of 16 free. */
  private static final int FIRST = 0x4000;

  private record Numbered(int line, VariableName name) implements java.io.Serializable {}

  private final boolean tellsApart;

  /** By the line of the function they are in, and their own. */
  private final HashMap<Long, VariableName> first = new HashMap<>();

  private final ArrayList<Numbered> others = new ArrayList<>();

  /** While the table is filled: the numbers that a line has in {@link #others}. */
  private transient @Nullable Map<Long, List<Integer>> numbers = new HashMap<>();

  /** For a chunk that ends on that line. */
  public CallTable(int lastLine) {
    this.tellsApart = lastLine < FIRST;
  }

  private static long key(int functionLine, int line) {
    return (long) functionLine << 32 | line;
  }

  /**
   * Notes a call.
   *
   * @param name null for one without
   * @return the number that stands for its line
   */
  public int add(int functionLine, int line, @Nullable VariableName name) {
    VariableName called = name == null ? CallNames.NAMELESS : name;
    long key = key(functionLine, line);
    VariableName there = first.putIfAbsent(key, called);
    if (there == null || there.equals(called)) {
      return line;
    }
    if (numbers == null || !tellsApart) {
      first.put(key, CallNames.NAMELESS);
      return line;
    }
    List<Integer> here = numbers.computeIfAbsent(key, _ -> new ArrayList<>(2));
    for (int each : here) {
      if (others.get(each).name.equals(called)) {
        return FIRST + each;
      }
    }
    if (others.size() == FIRST) {
      first.put(key, CallNames.NAMELESS);
      return line;
    }
    here.add(others.size());
    others.add(new Numbered(line, called));
    return FIRST + others.size() - 1;
  }

  @Override
  public int line(int number) {
    return isLine(number) ? number : others.get(number - FIRST).line;
  }

  private boolean isLine(int number) {
    return number < FIRST || number - FIRST >= others.size();
  }

  /** What the call at that number calls its function; null when it has no name there. */
  @Nullable VariableName at(int functionLine, int number) {
    VariableName name =
        isLine(number) ? first.get(key(functionLine, number)) : others.get(number - FIRST).name;
    return name == null || name.equals(CallNames.NAMELESS) ? null : name;
  }
}

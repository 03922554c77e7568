package dev.moonbeam.lua.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the calls of a chunk call their functions, by line: written by the lowering, read when a message or a traceback names
 * a function as its caller does ({@code method 'm'}, {@code upvalue 'f'}). Complete before the chunk runs.
 */
public final class CallTable {
  /** Key of this among a module's attributes. */
  public static final String ATTRIBUTE = "lua.calls";

  private final Map<Integer, List<VariableName>> calls = new HashMap<>();

  /** Notes a call. */
  public void add(int line, VariableName name) {
    List<VariableName> here = calls.computeIfAbsent(line, _ -> new ArrayList<>(1));
    if (!here.contains(name)) {
      here.add(name);
    }
  }

  List<VariableName> at(int line) {
    return calls.getOrDefault(line, List.of());
  }
}

package dev.moonbeam.lua.runtime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What the calls of a chunk call their functions, by the line of the function they are in and their
 * own: written by the lowering, read when a message or a traceback names a function as its caller
 * does ({@code method 'm'}, {@code upvalue 'f'}). Complete before the chunk runs.
 */
public final class CallTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Key of this among a module's attributes. */
  public static final String ATTRIBUTE = "lua.calls";

  private final HashMap<Long, ArrayList<VariableName>> calls = new HashMap<>();

  private static long key(int functionLine, int line) {
    return (long) functionLine << 32 | line;
  }

  /** Notes a call. */
  public void add(int functionLine, int line, VariableName name) {
    ArrayList<VariableName> here =
        calls.computeIfAbsent(key(functionLine, line), _ -> new ArrayList<>(1));
    if (!here.contains(name)) {
      here.add(name);
    }
  }

  List<VariableName> at(int functionLine, int line) {
    List<VariableName> here = calls.get(key(functionLine, line));
    return here == null ? List.of() : here;
  }
}

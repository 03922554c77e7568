package dev.moonbeam.erlang.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The macros in force, by name and arity. Predefined ones are kept by {@link MacroExpander}. */
final class MacroTable {
  private final Map<String, List<Macro>> macros = new HashMap<>();

  /** Whether any macro of that name is defined. */
  boolean defines(String name) {
    return macros.containsKey(name);
  }

  List<Macro> named(String name) {
    return macros.getOrDefault(name, List.of());
  }

  @Nullable Macro find(String name, int arity) {
    for (Macro macro : named(name)) {
      if (macro.arity() == arity) {
        return macro;
      }
    }
    return null;
  }

  /** False when there is one of that name and arity already. */
  boolean define(Macro macro) {
    if (find(macro.name(), macro.arity()) != null) {
      return false;
    }
    macros.computeIfAbsent(macro.name(), any -> new ArrayList<>()).add(macro);
    return true;
  }

  void undefine(String name) {
    macros.remove(name);
  }
}

package dev.moonbeam.core.code;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The builtins that remote calls reach on a node, and the languages that bring precompiled modules.
 * Immutable.
 */
final class Library {
  private record Row(BuiltinTable table, int index, BuiltinRow row) {}

  private final SandboxPolicy policy;
  private final List<Language> languages;
  private final Map<String, Map<String, Row>> modules = new HashMap<>();

  Library(SandboxPolicy policy, List<Language> languages) {
    this.policy = policy;
    this.languages = languages;
    for (Language language : languages) {
      for (BuiltinTable table : language.remoteBuiltins()) {
        List<BuiltinRow> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
          BuiltinRow row = rows.get(i);
          modules
              .computeIfAbsent(table.module(), _ -> new HashMap<>())
              .put(key(row.name(), row.arity()), new Row(table, i, row));
        }
      }
    }
  }

  private static String key(String function, int arity) {
    return function + "/" + arity;
  }

  boolean hasBuiltins(String module) {
    return modules.containsKey(module);
  }

  Set<String> functions(String module) {
    return modules.getOrDefault(module, Map.of()).keySet();
  }

  boolean has(String module, String function, int arity) {
    return modules.getOrDefault(module, Map.of()).containsKey(key(function, arity));
  }

  /** The builtin as a function value, or what denies it; null when there is none. */
  @Nullable Fun link(String module, String function, int arity) {
    Row row = modules.getOrDefault(module, Map.of()).get(key(function, arity));
    if (row == null) {
      return null;
    }
    for (Capability capability : row.row().needs()) {
      if (!policy.grants(capability)) {
        return new DeniedBuiltin(row.row(), capability);
      }
    }
    return row.table().link(row.index());
  }

  /** The precompiled module of that name, or null. */
  @Nullable CompiledModule module(String name) {
    for (Language language : languages) {
      CompiledModule module = language.shippedModule(name);
      if (module != null) {
        return module;
      }
    }
    return null;
  }

  List<String> names() {
    return new ArrayList<>(modules.keySet());
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module's functions may refer to: its functions, imports and records. Shared by lint and
 * lowering.
 */
final class ModuleContext {
  /** A record's name and fields, in order. */
  record RecordType(String name, List<Form.Field> fields) {
    /**
     * Place of the field in the tuple, from 0 (which is the name); -1 when there is no such field.
     */
    int index(String field) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(field)) {
          return i + 1;
        }
      }
      return -1;
    }

    int size() {
      return fields.size() + 1;
    }

    @Nullable Node defaultValue(int index) {
      return fields.get(index - 1).value();
    }
  }

  final String module;

  /** Whether functions that are nowhere defined are looked for at run time, as the shell does. */
  final boolean script;

  final Map<String, RecordType> records = new HashMap<>();
  final Set<FunctionName> functions = new HashSet<>();
  final Map<FunctionName, String> imports = new HashMap<>();

  /** Automatically imported functions that {@code -compile({no_auto_import, ...})} takes back. */
  final Set<FunctionName> notAutoImported = new HashSet<>();

  boolean noAutoImport;

  /**
   * What records with default values may come to, all together: where each has the one before twice
   * as a default, the last is twice as large with every one of them.
   */
  private static final int MOST_IN_DEFAULTS = 500_000;

  /** How many records with default values the expression being lowered stands in. */
  private int depthOfDefaults;

  private int inDefaults;

  ModuleContext(String module, boolean script) {
    this.module = module;
    this.script = script;
  }

  /** A record is lowered that has expressions as default values. */
  void enterDefaults() {
    depthOfDefaults++;
  }

  void leaveDefaults() {
    depthOfDefaults--;
  }

  /** An expression is lowered, perhaps one more time. */
  void countDefault(long at) {
    if (depthOfDefaults > 0 && ++inDefaults > MOST_IN_DEFAULTS) {
      throw new LoweringError(
          at, "default values of records come to more than " + MOST_IN_DEFAULTS + " expressions");
    }
  }

  /** Whether the module has taken the function of module erlang back. */
  boolean isNotAutoImported(FunctionName function) {
    return noAutoImport || notAutoImported.contains(function);
  }

  /** Whether a call without prefix means the function of module erlang. */
  boolean isBif(String name, int arity) {
    FunctionName function = new FunctionName(name, arity);
    return Bifs.isAutoImported(name, arity)
        && !functions.contains(function)
        && !imports.containsKey(function)
        && !isNotAutoImported(function);
  }

  /** Whether a call in a guard means the guard function of module erlang. */
  boolean isGuardBif(String name, int arity) {
    FunctionName function = new FunctionName(name, arity);
    String imported = imports.get(function);
    return Bifs.isGuard(name, arity)
        && !functions.contains(function)
        && (imported == null ? !isNotAutoImported(function) : imported.equals("erlang"));
  }

  /** Whether the module has or imports a function of this name. */
  boolean isDefined(FunctionName function) {
    return functions.contains(function) || imports.containsKey(function);
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.erlang.syntax.Form;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who uses what in a module: which functions each function calls, and which records. What the
 * default of a record's field uses counts where a record is made with that default.
 */
final class LintUsage {
  /** What one function, or one default, uses itself. */
  private static final class Uses {
    final Set<FunctionName> calls = new HashSet<>();
    final Set<String> records = new HashSet<>();
    final Set<Form.Field> defaults = new HashSet<>();
  }

  private final Map<FunctionName, Uses> functions = new HashMap<>();
  private final Map<Form.Field, Uses> defaults = new IdentityHashMap<>();
  private final Set<String> records = new HashSet<>();

  private @Nullable Uses current;
  private boolean inDefault;

  void enter(FunctionName function) {
    current = functions.computeIfAbsent(function, any -> new Uses());
    inDefault = false;
  }

  void enterDefault(Form.Field field) {
    current = defaults.computeIfAbsent(field, any -> new Uses());
    inDefault = true;
  }

  /** A default that is wrong counts as none. */
  void dropDefault(Form.Field field) {
    defaults.remove(field);
  }

  void leave() {
    current = null;
  }

  void call(FunctionName function) {
    if (current != null) {
      current.calls.add(function);
    }
  }

  void record(String name) {
    if (current != null && inDefault) {
      current.records.add(name);
    } else {
      records.add(name);
    }
  }

  boolean usesRecord(String name) {
    return records.contains(name);
  }

  /** A record is made with the default of that field. */
  void useDefault(Form.Field field) {
    Uses into = current;
    Deque<Form.Field> todo = new ArrayDeque<>();
    todo.add(field);
    while (!todo.isEmpty()) {
      Form.Field each = todo.pop();
      Uses uses = defaults.get(each);
      if (uses == null || into != null && !into.defaults.add(each)) {
        continue;
      }
      if (into != null) {
        into.calls.addAll(uses.calls);
      }
      uses.records.forEach(this::record);
      todo.addAll(uses.defaults);
    }
  }

  /** All functions that those call, directly or not, and those themselves. */
  Set<FunctionName> reached(Collection<FunctionName> roots) {
    Set<FunctionName> reached = new HashSet<>(roots);
    Deque<FunctionName> todo = new ArrayDeque<>(reached);
    while (!todo.isEmpty()) {
      Uses uses = functions.get(todo.pop());
      if (uses != null) {
        for (FunctionName callee : uses.calls) {
          if (reached.add(callee)) {
            todo.add(callee);
          }
        }
      }
    }
    return reached;
  }
}

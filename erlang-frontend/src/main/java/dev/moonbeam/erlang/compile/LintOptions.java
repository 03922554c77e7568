package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a module's {@code -compile} attributes ask to be warned of (compile manual, options {@code
 * warn_...} and {@code nowarn_...}). Of options that contradict one another the last counts.
 */
final class LintOptions {
  private final List<Object> options;

  final boolean unusedVariables;
  final boolean underscoreMatch;
  final boolean exportAll;
  final boolean exportedVariables;
  final boolean shadowedVariables;
  final boolean unusedImport;
  final boolean unusedFunction;
  final boolean unusedType;
  final boolean unusedRecord;
  final boolean bifClash;
  final boolean deprecatedFunction;
  final boolean deprecatedType;
  final boolean obsoleteGuard;
  final boolean untypedRecord;
  final boolean missingSpec;
  final boolean missingSpecAll;
  final boolean removed;
  final boolean nifInline;

  /** 0: nothing is said of format strings; 1: what is wrong; 2: also what may be. */
  final int format;

  LintOptions(List<Form> forms) {
    options = flat(ModuleForms.options(forms));
    unusedVariables = asked("unused_vars", true);
    underscoreMatch = asked("underscore_match", true);
    exportAll = asked("export_all", true);
    exportedVariables = asked("export_vars", false);
    shadowedVariables = asked("shadow_vars", true);
    unusedImport = asked("unused_import", false);
    unusedFunction = asked("unused_function", true);
    unusedType = asked("unused_type", true);
    unusedRecord = asked("unused_record", true);
    bifClash = asked("bif_clash", true);
    deprecatedFunction = asked("deprecated_function", true);
    deprecatedType = asked("deprecated_type", true);
    obsoleteGuard = asked("obsolete_guard", true);
    untypedRecord = asked("untyped_record", false);
    missingSpec = asked("missing_spec", false);
    missingSpecAll = asked("missing_spec_all", false);
    removed = asked("removed", true);
    nifInline = asked("nif_inline", true);
    format = formatLevel();
  }

  /** The elements of lists in lists. */
  static List<Object> flat(List<Object> terms) {
    Deque<Object> todo = new ArrayDeque<>(terms);
    List<Object> flat = new ArrayList<>();
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Cons cell -> {
          todo.push(cell.tail);
          todo.push(cell.head);
        }
        case Nil _ -> {}
        case Object other -> flat.add(other);
      }
    }
    return flat;
  }

  boolean has(String option) {
    return options.contains(Atom.of(option));
  }

  boolean asked(String warning, boolean byDefault) {
    Atom on = Atom.of("warn_" + warning);
    Atom off = Atom.of("nowarn_" + warning);
    boolean asked = byDefault;
    for (Object option : options) {
      asked = option == on || option != off && asked;
    }
    return asked;
  }

  private int formatLevel() {
    int level = 1;
    for (Object option : options) {
      if (option == Atom.of("warn_format")) {
        level = 1;
      } else if (option == Atom.of("nowarn_format")) {
        level = 0;
      } else if (option instanceof Tuple pair
          && pair.size() == 2
          && pair.get(0) == Atom.of("warn_format")
          && pair.get(1) instanceof Long asked) {
        level = Math.clamp(asked, 0, 2);
      }
    }
    return level;
  }

  /** What options of the form {@code {Tag, Terms}} hold. */
  List<Object> terms(String tag) {
    List<Object> terms = new ArrayList<>();
    for (Object option : options) {
      if (option instanceof Tuple pair && pair.size() == 2 && pair.get(0) == Atom.of(tag)) {
        terms.add(pair.get(1));
      }
    }
    return flat(terms);
  }

  Set<FunctionName> functions(String tag) {
    Set<FunctionName> names = new HashSet<>();
    for (Object each : terms(tag)) {
      FunctionName name = ModuleForms.functionName(each);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether functions are put in place of calls of them, by any option that asks for it. */
  boolean inlines() {
    return has("inline") || !terms("inline").isEmpty();
  }
}

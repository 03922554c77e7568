package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.BuiltinTypes;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lint of types and specifications: what they name must exist. */
final class LintTypes {
  private static final Atom USER_TYPE = Atom.of("user_type");
  private static final Atom TYPE = Atom.of("type");
  private static final Atom RECORD = Atom.of("record");

  private final LintModule module;
  private final List<Form> forms;
  private final Map<FunctionName, Form.Type> defined = new HashMap<>();
  private final Set<FunctionName> used = new HashSet<>();
  private final Set<FunctionName> exported = new HashSet<>();

  LintTypes(LintModule module, List<Form> forms) {
    this.module = module;
    this.forms = forms;
  }

  void check(Set<FunctionName> exports) {
    for (Form form : forms) {
      if (form instanceof Form.Type type) {
        FunctionName name = new FunctionName(type.name(), type.parameters().size());
        if (BuiltinTypes.isBuiltin(type.name(), type.parameters().size())) {
          module.error(
              type.file(),
              type.at(),
              "type " + shown(name) + " is a builtin type; it cannot be redefined");
        } else if (defined.putIfAbsent(name, type) != null) {
          module.error(type.file(), type.at(), "type " + shown(name) + " already defined");
        }
      }
    }
    Set<String> specs = new HashSet<>();
    for (Form form : forms) {
      switch (form) {
        case Form.Type type -> {
          uses(type.type(), type.file());
          LintTypeVariables.check(module, type);
        }
        case Form.Record record ->
            record
                .fields()
                .forEach(
                    field -> {
                      if (field.type() != null) {
                        uses(field.type(), record.file());
                        LintTypeVariables.check(module, field.type(), record.file());
                      }
                    });
        case Form.Spec spec -> {
          uses(spec.types(), spec.file());
          LintTypeVariables.check(module, spec);
          spec(spec, specs);
        }
        case Form.Attribute attribute when attribute.name().equals("export_type") ->
            exported(attribute);
        default -> {}
      }
    }
    for (Map.Entry<FunctionName, Form.Type> each : defined.entrySet()) {
      Form.Type type = each.getValue();
      opaque(each.getKey(), type);
      boolean own = type.file().equals(forms.getLast().file());
      if (own && !used.contains(each.getKey()) && !module.hasOption("nowarn_unused_type")) {
        module.warning(type.file(), type.at(), "type " + shown(each.getKey()) + " is unused");
      }
    }
  }

  private void opaque(FunctionName name, Form.Type type) {
    if (!type.kind().equals("opaque")) {
      return;
    }
    if (!exported.contains(name)) {
      module.warning(type.file(), type.at(), "opaque type " + shown(name) + " is not exported");
    }
    if (type.type() instanceof Tuple any
        && any.size() == 4
        && any.get(0) == TYPE
        && (any.get(2) == Atom.of("any") || any.get(2) == Atom.of("term"))) {
      module.warning(
          type.file(),
          type.at(),
          "opaque type " + shown(name) + " is underspecified and therefore meaningless");
    }
  }

  private void exported(Form.Attribute attribute) {
    List<FunctionName> names = new ArrayList<>();
    ModuleForms.functionNames(attribute.value(), names);
    for (FunctionName name : names) {
      used.add(name);
      exported.add(name);
      if (!defined.containsKey(name)) {
        module.error(attribute.file(), attribute.at(), "type " + shown(name) + " undefined");
      }
    }
  }

  private void spec(Form.Spec spec, Set<String> specs) {
    FunctionName name = new FunctionName(spec.name(), spec.arity());
    if (spec.module() != null && !spec.module().equals(module.context.module)) {
      return;
    }
    if (!specs.add(spec.kind() + " " + name)) {
      module.error(
          spec.file(),
          spec.at(),
          spec.kind() + " for " + LintModule.shown(name) + " already defined");
    } else if (spec.kind().equals("spec") && !module.context.functions.contains(name)) {
      module.error(spec.file(), spec.at(), "spec for undefined function " + LintModule.shown(name));
    }
  }

  /** Looks through an abstract type with a stack of its own, however deep it nests. */
  private void uses(Object type, String file) {
    List<Object> todo = new ArrayList<>();
    todo.add(type);
    while (!todo.isEmpty()) {
      Object each = todo.removeLast();
      if (each instanceof Cons cell) {
        todo.add(cell.head);
        todo.add(cell.tail);
      } else if (each instanceof Tuple tuple) {
        if (tuple.size() == 4 && tuple.get(0) == USER_TYPE && tuple.get(2) instanceof Atom name) {
          use(
              new FunctionName(name.name(), ModuleForms.elements(tuple.get(3)).size()),
              tuple,
              file);
        } else if (tuple.size() == 4
            && tuple.get(0) == TYPE
            && tuple.get(2) instanceof Atom builtin
            && tuple.get(3) instanceof Cons) {
          FunctionName name =
              new FunctionName(builtin.name(), ModuleForms.elements(tuple.get(3)).size());
          used.add(name);
        }
        if (tuple.size() == 4 && tuple.get(0) == TYPE && tuple.get(2) == RECORD) {
          recordType(tuple, file);
        }
        for (int i = 1; i < tuple.size(); i++) {
          todo.add(tuple.get(i));
        }
      }
    }
  }

  private void use(FunctionName name, Tuple type, String file) {
    used.add(name);
    if (!defined.containsKey(name) && !BuiltinTypes.isBuiltin(name.name(), name.arity())) {
      module.error(file, at(type), "type " + shown(name) + " undefined");
    }
  }

  private void recordType(Tuple type, String file) {
    if (type.get(3) instanceof Cons cell
        && cell.head instanceof Tuple name
        && name.size() == 3
        && name.get(2) instanceof Atom record) {
      module.recordUsed(record.name());
      if (!module.context.records.containsKey(record.name())) {
        module.error(file, at(type), "record " + LintModule.atom(record.name()) + " undefined");
      }
    }
  }

  private static long at(Tuple type) {
    return type.get(1) instanceof Tuple place
            && place.get(0) instanceof Long line
            && place.get(1) instanceof Long column
        ? Place.of(line.intValue(), column.intValue())
        : Place.NONE;
  }

  private static String shown(FunctionName name) {
    StringBuilder text = new StringBuilder(LintModule.atom(name.name())).append('(');
    for (int i = 0; i < name.arity(); i++) {
      text.append(i == 0 ? "_" : ",_");
    }
    return text.append(')').toString();
  }

  /** Whether a type or specification mentions the record. */
  static boolean mentionsRecord(List<Form> forms, String record) {
    Atom name = Atom.of(record);
    for (Form form : forms) {
      Object type =
          switch (form) {
            case Form.Type each -> each.type();
            case Form.Spec each -> each.types();
            default -> null;
          };
      List<Object> todo = new ArrayList<>();
      if (type != null) {
        todo.add(type);
      }
      while (!todo.isEmpty()) {
        Object each = todo.removeLast();
        if (each instanceof Cons cell) {
          todo.add(cell.head);
          todo.add(cell.tail);
        } else if (each instanceof Tuple tuple) {
          if (tuple.size() == 4
              && tuple.get(2) == RECORD
              && tuple.get(3) instanceof Cons cell
              && cell.head instanceof Tuple atom
              && atom.size() == 3
              && atom.get(2) == name) {
            return true;
          }
          for (int i = 1; i < tuple.size(); i++) {
            todo.add(tuple.get(i));
          }
        }
      }
    }
    return false;
  }
}

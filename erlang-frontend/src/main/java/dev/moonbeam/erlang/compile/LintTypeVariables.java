package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.AbstractFormatReader;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type variable that stands only once in a type or in a clause of a specification. */
final class LintTypeVariables {
  private static final Atom VAR = Atom.of("var");
  private static final Atom ANN_TYPE = Atom.of("ann_type");

  /** Place of a variable that was seen once; {@link #OFTEN} after the second time. */
  private final Map<String, Long> seen = new LinkedHashMap<>();

  private static final long OFTEN = -1;

  private LintTypeVariables() {}

  static void check(LintModule module, Form.Type type) {
    LintTypeVariables variables = new LintTypeVariables();
    variables.count(type.type());
    for (Node.Var parameter : type.parameters()) {
      variables.count(parameter.name(), parameter.at());
    }
    variables.report(module, type.file());
  }

  static void check(LintModule module, Form.Spec spec) {
    for (Object clause : ModuleForms.elements(spec.types())) {
      LintTypeVariables variables = new LintTypeVariables();
      variables.count(clause);
      variables.report(module, spec.file());
    }
  }

  /** The type of a record's field. */
  static void check(LintModule module, Object type, String file) {
    LintTypeVariables variables = new LintTypeVariables();
    variables.count(type);
    variables.report(module, file);
  }

  private void count(Object type) {
    List<Object> todo = new ArrayList<>();
    todo.add(type);
    while (!todo.isEmpty()) {
      Object each = todo.removeLast();
      if (each instanceof Cons cell) {
        todo.add(cell.tail);
        todo.add(cell.head);
      } else if (each instanceof Tuple tuple && tuple.size() > 2) {
        if (tuple.get(0) == VAR && tuple.size() == 3 && tuple.get(2) instanceof Atom name) {
          count(name.name(), AbstractFormatReader.place(tuple.get(1)));
        } else if (tuple.get(0) == ANN_TYPE && tuple.get(2) instanceof Cons named) {
          // In Name :: type() the name is only for people.
          todo.add(named.tail);
        } else {
          for (int i = tuple.size() - 1; i > 1; i--) {
            todo.add(tuple.get(i));
          }
        }
      }
    }
  }

  private void count(String name, long at) {
    if (!name.startsWith("_")) {
      seen.merge(name, at, (_, _) -> OFTEN);
    }
  }

  private void report(LintModule module, String file) {
    seen.forEach(
        (name, at) -> {
          if (at != OFTEN) {
            module.error(file, at, "type variable '" + name + "' is only used once (is unbound)");
          }
        });
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The two transforms that {@code eunit.hrl} asks for, on the tree itself: {@code eunit_autoexport}
 * exports a module's tests and gives it a {@code test/0} that runs them; {@code eunit_striptests}
 * takes tests out.
 */
final class EunitExports {
  private static final String TEST = "_test";
  private static final String GENERATOR = "_test_";
  private static final String EXPORTED = "_exported_";
  private static final String WRAPPER = "eunit_wrapper_";

  private EunitExports() {}

  static List<Form> autoexport(List<Form> forms) {
    List<Form> out = new ArrayList<>();
    List<Object> exports = new ArrayList<>();
    boolean hasTest = false;
    for (Form form : forms) {
      if (form instanceof Form.Function function) {
        hasTest |= function.name().equals("test") && function.arity() == 0;
        if (isExported(function)) {
          exports.add(name(function.name(), function.arity()));
        }
      }
    }
    if (!hasTest) {
      exports.add(name("test", 0));
    }
    for (Form form : forms) {
      if (form instanceof Form.End && !hasTest) {
        out.add(testFunction(form, moduleName(forms)));
      }
      out.add(form);
      if (form instanceof Form.Attribute attribute && attribute.name().equals("module")) {
        out.add(new Form.Attribute(0, form.file(), "export", Cons.list(exports.toArray())));
      }
    }
    return out;
  }

  private static boolean isExported(Form.Function function) {
    String name = function.name();
    return function.arity() == 0
        ? name.endsWith(TEST) || name.endsWith(GENERATOR) || name.endsWith(EXPORTED)
        : name.equals(WRAPPER) && function.arity() == 1;
  }

  private static Tuple name(String name, long arity) {
    return new Tuple(Atom.of(name), arity);
  }

  private static Object moduleName(List<Form> forms) {
    for (Form form : forms) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("module")) {
        return attribute.value() instanceof Tuple tuple ? tuple.get(0) : attribute.value();
      }
    }
    return Atom.UNDEFINED;
  }

  /** {@code test() -> eunit:test(Module).} */
  private static Form testFunction(Form end, Object module) {
    Node test =
        new Node.Call(
            0,
            new Node.Remote(
                0, new Node.Literal(0, Atom.of("eunit")), new Node.Literal(0, Atom.of("test"))),
            List.of(new Node.Literal(0, module)));
    return new Form.Function(
        0, end.file(), "test", 0, List.of(new Node.Clause(0, List.of(), List.of(), List.of(test))));
  }

  static List<Form> striptests(List<Form> forms) {
    return forms.stream().filter(form -> !(form instanceof Form.Function f && isTest(f))).toList();
  }

  private static boolean isTest(Form.Function function) {
    return function.arity() == 0
        && (function.name().endsWith(TEST) || function.name().endsWith(GENERATOR));
  }
}

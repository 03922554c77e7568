package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.erlang.syntax.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lint of guards (reference manual, "Guard Sequences"), and of sizes and keys in patterns. */
final class LintGuard {
  private static final Set<String> NOT_IN_GUARDS = Set.of("!", "++", "--");

  private final LintFunction function;

  /** In the size of a segment of a pattern, which is refused in other words. */
  private boolean inSize;

  /** What the test at hand named that is not bound: of that nothing is said in the next. */
  private final Map<String, Long> unbound = new HashMap<>();

  LintGuard(LintFunction function) {
    this.function = function;
  }

  void guard(List<List<Node>> alternatives, LintScope scope) {
    for (List<Node> tests : alternatives) {
      for (Node test : tests) {
        test(test, scope);
      }
    }
  }

  /** The size of a segment of a pattern. */
  void size(Node size, LintScope scope) {
    inSize = true;
    expression(size, scope);
    inSize = false;
  }

  /** A test at the top of a guard, where old type tests may stand. */
  void test(Node test, LintScope scope) {
    if (ObsoleteFunctions.isTypeTest(test)
        && test instanceof Node.Call(long at, Node.Literal(_, Atom old), var arguments)) {
      obsolete(at, new FunctionName(old.name(), arguments.size()));
      FunctionName name = new FunctionName(old.name(), arguments.size());
      if (name.arity() == 1) {
        parts(arguments, scope);
        if (isRedefined(name)) {
          local(at, name);
        }
        end(scope);
        return;
      }
    } else if (test instanceof Node.Call(long at, Node.Literal(_, Atom name), var arguments)) {
      function.calls.obsolete(at, "erlang", name.name(), arguments.size());
    }
    expression(ObsoleteFunctions.current(test), scope);
  }

  private void obsolete(long at, FunctionName old) {
    if (function.options().obsoleteGuard) {
      function.warning(at, "%1$s obsolete (use is_%1$s)".formatted(old));
    }
    if (function.module.isLocal(new FunctionName("is_" + old.name(), old.arity()))) {
      function.error(
          at,
          ("obsolete %1$s/1 (meaning is_%1$s/1) is illegal when there is a"
                  + " local/imported function named is_%1$s/1 ")
              .formatted(old.name()));
    }
  }

  /** An expression that a guard may hold; anything else is refused where it starts. */
  void expression(Node node, LintScope scope) {
    part(node, scope);
    end(scope);
  }

  private void end(LintScope scope) {
    unbound.forEach((name, at) -> scope.bind(name, at).use());
    unbound.clear();
  }

  private void variable(Node.Var variable, LintScope scope) {
    if (scope.find(variable.name()) != null) {
      function.variable(variable, scope);
      return;
    }
    function.error(variable.at(), "variable '" + variable.name() + "' is unbound");
    unbound.put(variable.name(), variable.at());
  }

  void parts(List<Node> nodes, LintScope scope) {
    nodes.forEach(node -> part(node, scope));
  }

  /** A part of a test: none sees that another was wrong. */
  void part(Node node, LintScope scope) {
    switch (node) {
      case Node.Var variable -> variable(variable, scope);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.TupleOf tuple -> parts(tuple.elements(), scope);
      case Node.ListOf list -> {
        parts(list.elements(), scope);
        if (list.tail() != null) {
          part(list.tail(), scope);
        }
      }
      case Node.MapOf map -> {
        if (map.base() != null) {
          part(map.base(), scope);
        }
        function.expressions.checkFields(map);
        for (Node.MapField field : map.fields()) {
          part(field.key(), scope);
          part(field.value(), scope);
        }
      }
      case Node.Bits bits -> function.bits.guard(bits, scope);
      case Node.RecordAccess access -> {
        part(access.record(), scope);
        function.records.field(access.name(), access.field(), access.at(), access.fieldAt());
      }
      case Node.RecordIndex index -> function.records.index(index);
      case Node.RecordOf record when record.base() == null -> function.records.guard(record, scope);
      case Node.Unary unary -> part(unary.operand(), scope);
      case Node.Binary binary -> {
        part(binary.left(), scope);
        part(binary.right(), scope);
        if (NOT_IN_GUARDS.contains(binary.operator())) {
          illegal(binary.at());
        }
      }
      case Node.Call call -> call(call, scope);
      default -> illegal(node.at());
    }
  }

  private void illegal(long at) {
    function.error(at, inSize ? "illegal bit size" : "illegal guard expression");
  }

  private void local(long at, FunctionName name) {
    function.error(
        at,
        "call to local/imported function "
            + LintModule.shown(name)
            + (inSize
                ? " is illegal in a size expression for a binary segment"
                : " is illegal in guard"));
  }

  private void call(Node.Call call, LintScope scope) {
    int arity = call.arguments().size();
    switch (call.function()) {
      case Node.Literal(_, Atom atom) -> local(call, new FunctionName(atom.name(), arity), scope);
      case Node.Remote(_, Node.Literal(_, Atom erlang), Node.Literal(_, Atom name))
          when erlang.name().equals("erlang") -> {
        if (name.name().equals("is_record") && (arity == 2 || arity == 3)) {
          local(call, new FunctionName("is_record", arity), scope);
          return;
        }
        parts(call.arguments(), scope);
        if (!Bifs.isGuard(name.name(), arity) && !isOperator(name.name(), arity)) {
          illegal(call.at());
        }
      }
      default -> illegal(call.at());
    }
  }

  private void local(Node.Call call, FunctionName name, LintScope scope) {
    List<Node> arguments = call.arguments();
    if (name.name().equals("is_record") && name.arity() == 2) {
      part(arguments.getFirst(), scope);
      if (arguments.get(1) instanceof Node.Literal(long at, Atom tag)) {
        function.records.exists(tag.name(), at);
      } else {
        part(arguments.get(1), scope);
        illegal(call.at());
      }
      return;
    }
    if (name.name().equals("is_record")
        && name.arity() == 3
        && arguments.get(1) instanceof Node.Literal(_, Atom _)
        && arguments.get(2) instanceof Node.Literal(_, Object size)
        && PatternConstants.isInteger(size)) {
      part(arguments.getFirst(), scope);
      if (isRedefined(name)) {
        local(call.at(), name);
      }
      return;
    }
    parts(arguments, scope);
    if (name.name().equals("is_record") && name.arity() == 3) {
      illegal(call.at());
    } else if (!Bifs.isGuard(name.name(), name.arity()) || isRedefined(name)) {
      if (function.module.isLocal(name) || function.module.imported(name) != null) {
        local(call.at(), name);
      } else {
        illegal(call.at());
      }
    }
  }

  /** Whether a name does not mean the function of module erlang. */
  private boolean isRedefined(FunctionName name) {
    if (function.module.isLocal(name)) {
      return true;
    }
    String imported = function.module.imported(name);
    return imported == null
        ? function.context().isNotAutoImported(name)
        : !imported.equals("erlang");
  }

  private static boolean isOperator(String name, int arity) {
    return arity == 1 && ErlangPrimitives.UNARY.containsKey(name)
        || arity == 2
            && (ErlangPrimitives.COMPARISONS.containsKey(name)
                || ErlangPrimitives.BINARY.containsKey(name) && !NOT_IN_GUARDS.contains(name));
  }

  /** What a constant of a message looks like, as {@code ~tw} shows it. */
  static String shown(Object term) {
    return TermPrinter.print(term);
  }
}

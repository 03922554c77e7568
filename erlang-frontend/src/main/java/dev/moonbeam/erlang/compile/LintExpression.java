package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.LintScope.Binding;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lint of expressions: which variables they see, and which they leave bound. */
final class LintExpression {
  private final LintFunction function;

  LintExpression(LintFunction function) {
    this.function = function;
  }

  void body(List<Node> nodes, LintScope scope) {
    nodes.forEach(node -> expression(node, scope));
  }

  /** Operands: none sees what another binds. */
  void operands(List<Node> nodes, LintScope scope) {
    if (nodes.size() == 1) {
      expression(nodes.getFirst(), scope);
      return;
    }
    List<LintScope> parts = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      LintScope part = new LintScope(scope);
      expression(node, part);
      if (!part.own.isEmpty()) {
        parts.add(part);
      }
    }
    scope.addAll(parts, function::repeated);
  }

  void expression(Node node, LintScope scope) {
    switch (node) {
      case Node.Var variable -> function.variable(variable, scope);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.ListOf list -> {
        List<Node> all = list.elements();
        if (list.tail() != null) {
          all = new ArrayList<>(all);
          all.add(list.tail());
        }
        operands(all, scope);
      }
      case Node.TupleOf tuple -> operands(tuple.elements(), scope);
      case Node.MapOf map -> map(map, scope);
      case Node.RecordOf record -> function.records.construction(record, scope);
      case Node.RecordAccess access -> function.records.access(access, scope);
      case Node.RecordIndex index -> function.records.index(index);
      case Node.Bits bits -> function.bits.construction(bits, scope);
      case Node.ListComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope);
      case Node.BitComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope);
      case Node.MapComprehension each ->
          comprehension(List.of(each.key(), each.value()), each.qualifiers(), scope);
      case Node.Block block -> body(block.body(), scope);
      case Node.If conditions -> ways(conditions.clauses(), scope, "if", conditions.at(), null);
      case Node.Case each -> {
        expression(each.subject(), scope);
        ways(each.clauses(), scope, "case", each.at(), null);
      }
      case Node.Receive receive -> receive(receive, scope);
      case Node.Maybe maybe -> maybe(maybe, scope);
      case Node.MaybeMatch match -> match(match.pattern(), match.value(), scope);
      case Node.Try attempt -> attempt(attempt, scope);
      case Node.Catch each -> {
        LintScope inner = new LintScope(scope);
        expression(each.body(), inner);
        scope.addUnsafe(inner, "catch", each.at());
      }
      case Node.FunOf fun -> fun(fun, scope);
      case Node.LocalFun fun -> function.calls.local(fun);
      case Node.RemoteFun fun -> operands(List.of(fun.module(), fun.name(), fun.arity()), scope);
      case Node.Call call -> function.calls.call(call, scope);
      case Node.Remote remote -> function.error(Node.start(remote.module()), "illegal expression");
      case Node.Match match -> match(match.pattern(), match.value(), scope);
      case Node.Binary binary -> binary(binary, scope);
      case Node.Unary unary -> expression(unary.operand(), scope);
    }
  }

  private void match(Node pattern, Node value, LintScope scope) {
    function.patterns.aliases(pattern, value, scope);
    expression(value, scope);
    function.patterns.match(pattern, scope);
  }

  private void binary(Node.Binary node, LintScope scope) {
    if (node.operator().equals("andalso") || node.operator().equals("orelse")) {
      LintScope left = scope.inner();
      expression(node.left(), left);
      LintScope inner = left.inner();
      expression(node.right(), inner);
      // What the left side has bound stays as that has left it.
      inner.own.values().removeIf(each -> each.known && left.own.containsKey(each.name));
      LintScope right = new LintScope(scope);
      right.addUnsafe(inner, node.operator(), node.at());
      scope.addAll(List.of(left, right), (_, _) -> {});
      return;
    }
    operands(List.of(node.left(), node.right()), scope);
  }

  private void map(Node.MapOf map, LintScope scope) {
    List<Node> nodes = new ArrayList<>();
    if (map.base() != null) {
      nodes.add(map.base());
    }
    checkFields(map);
    for (Node.MapField field : map.fields()) {
      nodes.add(field.key());
      nodes.add(field.value());
    }
    operands(nodes, scope);
  }

  /** A new map has nothing that could be updated. */
  void checkFields(Node.MapOf map) {
    for (Node.MapField field : map.fields()) {
      if (map.base() == null && field.exact()) {
        function.error(
            field.at(), "only association operators '=>' are allowed in map construction");
      }
    }
  }

  private void ways(
      List<Node.Clause> clauses,
      LintScope scope,
      String construct,
      long at,
      @Nullable LintScope another) {
    List<LintScope> ways = new ArrayList<>();
    if (another != null) {
      ways.add(another);
    }
    for (Node.Clause clause : clauses) {
      ways.add(way(clause, scope));
    }
    scope.addWays(ways, construct, at);
  }

  private LintScope way(Node.Clause clause, LintScope scope) {
    LintScope way = new LintScope(scope);
    function.patterns.clause(clause.patterns(), way);
    function.guards.guard(clause.guard(), way);
    body(clause.body(), way);
    return way;
  }

  private void receive(Node.Receive receive, LintScope scope) {
    if (receive.timeout() == null) {
      ways(receive.clauses(), scope, "receive", receive.at(), null);
      return;
    }
    // The clauses see nothing of what the timeout binds.
    LintScope timeout = new LintScope(scope);
    expression(receive.timeout(), timeout);
    LintScope after = new LintScope(scope);
    body(receive.after(), after);
    LintScope all = new LintScope(scope);
    ways(receive.clauses(), all, "receive", receive.at(), after);
    scope.addAll(List.of(timeout, all), function::repeated);
  }

  private void maybe(Node.Maybe maybe, LintScope scope) {
    LintScope steps = new LintScope(scope);
    body(maybe.steps(), steps);
    scope.addUnsafe(steps, "maybe", maybe.at());
    if (!maybe.otherwise().isEmpty()) {
      LintScope otherwise = new LintScope(scope);
      ways(maybe.otherwise(), otherwise, "else", maybe.elseAt(), null);
      scope.addUnsafe(otherwise, "else", maybe.elseAt());
    }
  }

  private void attempt(Node.Try attempt, LintScope scope) {
    LintScope body = new LintScope(scope);
    body(attempt.body(), body);
    LintScope of = new LintScope(body);
    ways(attempt.of(), of, "try", attempt.at(), null);
    LintScope unsafe = new LintScope(scope);
    unsafe.addUnsafe(body, "try", attempt.at());
    LintScope handlers = new LintScope(unsafe);
    for (Node.CatchClause handler : attempt.handlers()) {
      handlers.addUnsafe(handler(handler, unsafe), "try", attempt.at());
    }
    LintScope after = new LintScope(unsafe);
    after.addUnsafe(of, "try", attempt.at());
    after.addUnsafe(handlers, "try", attempt.at());
    LintScope last = new LintScope(after);
    body(attempt.after(), last);
    for (LintScope part : List.of(unsafe, of, handlers, last)) {
      scope.addUnsafe(part, "try", attempt.at());
    }
  }

  private LintScope handler(Node.CatchClause handler, LintScope scope) {
    LintScope way = new LintScope(scope);
    function.patterns.clause(List.of(handler.kind(), handler.pattern()), way);
    Node.Var trace = handler.trace();
    LintScope guarded = new LintScope(way);
    if (trace != null && !trace.name().equals("_")) {
      Binding before = way.find(trace.name());
      if (before != null) {
        function.compared(before, trace, way);
        function.error(
            trace.at(), "stacktrace variable '" + trace.name() + "' must not be previously bound");
      }
      guarded.bind(trace.name(), trace.at()).traceInGuard = true;
      function.guards.guard(handler.guard(), guarded);
      if (before == null) {
        function.bind(trace.name(), trace.at(), way);
      }
    } else {
      function.guards.guard(handler.guard(), guarded);
    }
    body(handler.body(), way);
    return way;
  }

  private void fun(Node.FunOf fun, LintScope scope) {
    LintScope named = new LintScope(scope);
    if (fun.name() != null && !fun.name().equals("_")) {
      Binding shadowed = scope.find(fun.name());
      if (shadowed != null && shadowed.unsafeIn == null) {
        function.shadowed(fun.at(), fun.name(), "'named fun'");
      }
      Binding self = named.bind(fun.name(), fun.at());
      function.watch(self);
    }
    boolean inDefault = function.inDefault;
    function.inDefault = false;
    function.clauses(fun.clauses(), named, true);
    function.inDefault = inDefault;
    scope.addKnown(named);
  }

  private void comprehension(
      List<Node> template, List<Node.Qualifier> qualifiers, LintScope scope) {
    boolean inDefault = function.inDefault;
    function.inDefault = false;
    List<LintScope> inside = new ArrayList<>();
    LintScope inner = new LintScope(scope);
    inside.add(inner);
    for (Node.Qualifier qualifier : qualifiers) {
      inner = new LintScope(inner);
      inside.add(inner);
      switch (qualifier) {
        case Node.Filter filter -> filter(filter.test(), inner);
        case Node.ListGenerator generator ->
            generator(List.of(generator.pattern()), generator.source(), inner);
        case Node.BitGenerator generator -> {
          if (generator.pattern() instanceof Node.Bits bits) {
            function.bits.generatorPattern(bits);
          } else {
            function.error(generator.at(), "illegal pattern");
          }
          generator(List.of(generator.pattern()), generator.source(), inner);
        }
        case Node.MapGenerator generator ->
            generator(List.of(generator.key(), generator.value()), generator.source(), inner);
      }
    }
    function.inDefault = inDefault;
    LintScope made = new LintScope(inner);
    operands(template, made);
    inside.add(made);
    inside.forEach(scope::addKnown);
  }

  private void filter(Node test, LintScope scope) {
    if (ObsoleteFunctions.isTypeTest(test)
        && test instanceof Node.Call(_, Node.Literal(_, Atom name), var arguments)
        && !function.context().isDefined(new FunctionName(name.name(), arguments.size()))) {
      function.guards.test(test, scope);
    } else {
      expression(test, scope);
    }
  }

  private void generator(List<Node> heads, Node source, LintScope scope) {
    LintScope before = new LintScope(scope.outer);
    expression(source, before);
    if (scope.outer != null) {
      scope.outer.addKnown(before);
    }
    function.patterns.head(heads, scope, scope.outer, "generate");
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions without clauses of their own: terms, operators, matches, calls. The entrance for all
 * others.
 */
final class LowerExpression {
  private static final Atom ERLANG = Atom.of("erlang");

  /** Up to here a list is made cell by cell, beyond from an array. */
  private static final int MOST_CELLS = 8;

  /** Up to here a tuple's elements are operands of their own. */
  private static final int MOST_INLINE = 64;

  private final Lowering lowering;

  LowerExpression(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Lowers a sequence and gives the value of its last expression. */
  Expr body(List<Node> nodes, Block block) {
    for (Node node : nodes.subList(0, nodes.size() - 1)) {
      block.effect(value(node, block));
    }
    return value(nodes.getLast(), block);
  }

  /**
   * The value of an expression. What must happen before it goes to the block; the result must be
   * evaluated once, at the block's end as it is now.
   */
  Expr value(Node node, Block block) {
    lowering.module.countDefault(node.at());
    return switch (node) {
      case Node.Var variable -> lowering.variable(variable, block.scope);
      case Node.Literal literal -> Lowering.constant(literal.value());
      case Node.Char character -> Lowering.constant((long) character.codePoint());
      case Node.Str string -> Lowering.constant(ConstantTerms.string(string.text(), Nil.EMPTY));
      case Node.ListOf list -> list(list, block);
      case Node.TupleOf tuple -> tuple(values(tuple.elements(), block), tuple.at());
      case Node.MapOf map -> map(map, block);
      case Node.RecordOf record -> lowering.records.record(record, block);
      case Node.RecordAccess access -> lowering.records.access(access, block);
      case Node.RecordIndex index -> Lowering.constant(lowering.records.index(index));
      case Node.Bits bits -> lowering.bits.construct(bits, block);
      case Node.ListComprehension each -> lowering.comprehensions.list(each, block);
      case Node.BitComprehension each -> lowering.comprehensions.bits(each, block);
      case Node.MapComprehension each -> lowering.comprehensions.map(each, block);
      case Node.Block inner -> body(inner.body(), block);
      case Node.If conditions -> lowering.clauses.conditions(conditions, block);
      case Node.Case each -> lowering.clauses.caseOf(each, block);
      case Node.Receive receive -> lowering.clauses.receive(receive, block);
      case Node.Maybe maybe -> lowering.clauses.maybe(maybe, block);
      case Node.Try attempt -> lowering.attempts.attempt(attempt, block);
      case Node.Catch each -> lowering.attempts.caught(each, block);
      case Node.FunOf fun -> lowering.funs.fun(fun, block);
      case Node.LocalFun fun -> lowering.funs.local(fun);
      case Node.RemoteFun fun -> lowering.funs.remote(fun, block);
      case Node.Call call -> call(call, block);
      case Node.Match match -> match(match, block);
      case Node.Binary binary -> binary(binary, block);
      case Node.Unary unary -> unary(unary, block);
      case Node.Remote remote -> throw new LoweringError(remote.at(), "illegal expression");
      case Node.MaybeMatch match -> throw new LoweringError(match.at(), "illegal expression");
    };
  }

  /**
   * Several operands, evaluated from left to right. Where a later one needs steps before it, the
   * earlier ones are evaluated in front of those.
   */
  List<Expr> values(List<Node> nodes, Block block) {
    int count = nodes.size();
    List<Expr> values = new ArrayList<>(count);
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      values.add(value(nodes.get(i), block));
      positions[i] = block.position();
    }
    int end = block.position();
    for (int i = count - 2; i >= 0; i--) {
      if (positions[i] < end && !Block.isAtomic(values.get(i))) {
        values.set(i, block.bindAt(positions[i], values.get(i), "operand"));
      }
    }
    return values;
  }

  // ---- Terms -----------------------------------------------------------------------------------

  static Expr tuple(List<Expr> elements, long at) {
    Object[] constants = constants(elements);
    if (constants != null) {
      return Lowering.constant(constants.length == 0 ? Tuple.EMPTY : new Tuple(constants));
    }
    return elements.size() > MOST_INLINE
        ? Lowering.op(ErlangPrimitives.largeTuple(elements.size()), at, Lowering.array(elements))
        : new Expr.PrimOp(CorePrimitives.tuple(elements.size()), elements, null, Lowering.line(at));
  }

  private static Object @Nullable [] constants(List<Expr> values) {
    Object[] constants = new Object[values.size()];
    for (int i = 0; i < constants.length; i++) {
      if (!(values.get(i) instanceof Expr.Const(Object value))) {
        return null;
      }
      constants[i] = value;
    }
    return constants;
  }

  private Expr list(Node.ListOf list, Block block) {
    if (list.tail() == null) {
      return list(values(list.elements(), block), Lowering.constant(Nil.EMPTY), list.at());
    }
    List<Node> all = new ArrayList<>(list.elements());
    all.add(list.tail());
    List<Expr> values = values(all, block);
    Expr tail = values.removeLast();
    return list(values, tail, list.at());
  }

  /** A list with constant cells at its end as one constant. */
  static Expr list(List<Expr> elements, Expr tail, long at) {
    Expr result = tail;
    int count = elements.size();
    while (count > 0
        && result instanceof Expr.Const(Object rest)
        && elements.get(count - 1) instanceof Expr.Const(Object head)) {
      result = Lowering.constant(new Cons(head, rest));
      count--;
    }
    if (count > MOST_CELLS) {
      return Lowering.op(
          ErlangPrimitives.list(count), at, Lowering.array(elements.subList(0, count)), result);
    }
    for (int i = count - 1; i >= 0; i--) {
      result = Lowering.op(CorePrimitives.CONS, at, elements.get(i), result);
    }
    return result;
  }

  private Expr map(Node.MapOf map, Block block) {
    List<Node> nodes = new ArrayList<>();
    if (map.base() != null) {
      nodes.add(map.base());
    }
    for (Node.MapField field : map.fields()) {
      nodes.add(field.key());
      nodes.add(field.value());
    }
    List<Expr> values = values(nodes, block);
    if (map.base() == null) {
      Object constant = ConstantTerms.term(map);
      return constant != null
          ? Lowering.constant(constant)
          : Lowering.op(ErlangPrimitives.MAP_OF, map.at(), Lowering.array(values));
    }
    if (map.fields().isEmpty()) {
      return Lowering.op(ErlangPrimitives.MAP_CHECK, map.at(), values.getFirst());
    }
    if (map.fields().size() > 1) {
      // All keys and values come before the first update.
      values.replaceAll(value -> block.bind(value, "operand"));
    }
    Expr result = values.getFirst();
    for (MapUpdates.Update update : MapUpdates.inOrder(map.fields(), values)) {
      Primitive primitive = update.exact() ? ErlangPrimitives.MAP_UPDATE : ErlangPrimitives.MAP_PUT;
      result = Lowering.op(primitive, map.at(), result, update.key(), update.value());
    }
    return result;
  }

  // ---- Operators -------------------------------------------------------------------------------

  private Expr binary(Node.Binary node, Block block) {
    String operator = node.operator();
    switch (operator) {
      case "andalso", "orelse" -> {
        return shortCircuit(node, block);
      }
      case "!" -> {
        List<Expr> operands = values(List.of(node.left(), node.right()), block);
        return remote(ERLANG, "send", operands, node.at());
      }
      case "++" -> {
        if (isShortList(node.left())) {
          return prefixed(node, block);
        }
      }
      default -> {
        Primitive comparison = ErlangPrimitives.COMPARISONS.get(operator);
        if (comparison != null) {
          return lowering.guards.comparison(
              comparison, node.at(), node.left(), node.right(), block);
        }
      }
    }
    List<Expr> operands = values(List.of(node.left(), node.right()), block);
    Primitive primitive = specialised(operator, operands.getLast());
    return new Expr.PrimOp(primitive, operands, null, Lowering.line(node.at()));
  }

  /** A constant right operand can rule out what the general operation must look for. */
  private static Primitive specialised(String operator, Expr right) {
    if (right instanceof Expr.Const(Long constant)) {
      if (operator.equals("div") && constant != 0 && constant != -1) {
        return ErlangPrimitives.DIV_SAFE;
      }
      if (operator.equals("bsr") && constant >= 0) {
        return ErlangPrimitives.BSR_SAFE;
      }
    }
    Primitive primitive = ErlangPrimitives.BINARY.get(operator);
    if (primitive == null) {
      throw new IllegalStateException(operator);
    }
    return primitive;
  }

  private static boolean isShortList(Node node) {
    return node instanceof Node.Str string && string.text().length() <= MOST_CELLS
        || node instanceof Node.ListOf list
            && list.tail() == null
            && list.elements().size() <= MOST_CELLS;
  }

  /** {@code [A, B] ++ Tail} is {@code [A, B | Tail]}, whatever the tail is. */
  private Expr prefixed(Node.Binary node, Block block) {
    if (node.left() instanceof Node.Str string) {
      List<Expr> characters = new ArrayList<>();
      string.text().codePoints().forEach(c -> characters.add(Lowering.constant((long) c)));
      return list(characters, value(node.right(), block), node.at());
    }
    Node.ListOf left = (Node.ListOf) node.left();
    return list(new Node.ListOf(node.at(), left.elements(), node.right()), block);
  }

  private Expr shortCircuit(Node.Binary node, Block block) {
    Expr first = lowering.guards.condition(node.left(), block, false, node.at());
    Block inner = new Block(block.scope.inner(), false);
    Expr second = inner.close(value(node.right(), inner));
    return node.operator().equals("andalso")
        ? new Expr.If(first, second, Lowering.constant(Atom.FALSE))
        : new Expr.If(first, Lowering.constant(Atom.TRUE), second);
  }

  private Expr unary(Node.Unary node, Block block) {
    Object constant = ConstantTerms.negated(node.operator(), ConstantTerms.term(node.operand()));
    if (constant != null) {
      return Lowering.constant(constant);
    }
    Primitive primitive = ErlangPrimitives.UNARY.get(node.operator());
    if (primitive == null) {
      throw new LoweringError(node.at(), "illegal expression");
    }
    return Lowering.op(primitive, node.at(), value(node.operand(), block));
  }

  // ---- Matches ---------------------------------------------------------------------------------

  private Expr match(Node.Match node, Block block) {
    Expr value = value(node.value(), block);
    if (node.pattern() instanceof Node.Var variable) {
      if (variable.name().equals("_")) {
        return value;
      }
      if (block.scope.find(variable.name()) == null) {
        Variable bound = block.scope.define(variable.name());
        block.add((rest, escapes) -> Block.let(bound, value, rest));
        return new Expr.Ref(bound);
      }
    }
    Expr subject = block.bind(value, "value");
    LowerPattern.Heads heads = lowering.patterns.heads(block.scope, false);
    Pattern pattern = lowering.patterns.pattern(node.pattern(), heads);
    Expr guard = heads.with(null);
    block.add(
        (rest, escapes) ->
            new Expr.Case(
                List.of(subject),
                List.of(new Expr.Clause(List.of(pattern), guard, rest, Lowering.line(node.at()))),
                Lowering.op(ErlangPrimitives.BADMATCH, node.at(), subject)));
    return subject;
  }

  // ---- Calls -----------------------------------------------------------------------------------

  private Expr call(Node.Call call, Block block) {
    return switch (call.function()) {
      case Node.Literal(_, Atom name) -> localCall(name.name(), call, block);
      case Node.Remote remote -> remoteCall(remote, call, block);
      default -> {
        Expr inPlace = lowering.funs.applied(call, block);
        if (inPlace != null) {
          yield inPlace;
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(call.function());
        nodes.addAll(call.arguments());
        List<Expr> values = values(nodes, block);
        Expr function = values.removeFirst();
        yield new Expr.Apply(function, values, null, Lowering.CALL, null, Lowering.line(call.at()));
      }
    };
  }

  private Expr localCall(String name, Node.Call call, Block block) {
    int arity = call.arguments().size();
    FunctionName function = new FunctionName(name, arity);
    ModuleContext module = lowering.module;
    if (name.equals("record_info") && arity == 2) {
      return lowering.records.info(call);
    }
    if (module.functions.contains(function)) {
      return new Expr.Call(
          function, values(call.arguments(), block), null, Lowering.line(call.at()));
    }
    String imported = module.imports.get(function);
    if (imported != null) {
      return remote(Atom.of(imported), name, values(call.arguments(), block), call.at());
    }
    if (module.isBif(name, arity) || module.isGuardBif(name, arity)) {
      return bif(name, call, block);
    }
    if (module.script) {
      return remote(Atom.of("shell_default"), name, values(call.arguments(), block), call.at());
    }
    throw new LoweringError(call.at(), "function " + function + " undefined");
  }

  /**
   * A call of a function of module erlang: in line where it is an operator or a pure guard
   * function.
   */
  private Expr bif(String name, Node.Call call, Block block) {
    List<Node> arguments = call.arguments();
    Expr test = lowering.guards.typeTest(call, block);
    if (test != null) {
      return test;
    }
    if (name.equals("is_record")
        && arguments.size() == 2
        && arguments.get(1) instanceof Node.Literal(_, Atom tag)) {
      Expr value = value(arguments.getFirst(), block);
      return Lowering.op(ErlangPrimitives.IS_TAGGED, call.at(), value, Lowering.constant(tag));
    }
    if (name.equals("apply")
        && arguments.size() == 2
        && arguments.getLast() instanceof Node.ListOf list
        && list.tail() == null
        && !(arguments.getFirst() instanceof Node.Literal)) {
      // apply(F, [A, B]) is F(A, B).
      return call(new Node.Call(call.at(), arguments.getFirst(), list.elements()), block);
    }
    if (name.equals("apply")
        && arguments.size() == 3
        && arguments.getLast() instanceof Node.ListOf list
        && list.tail() == null) {
      // apply(M, F, [A, B]) is M:F(A, B).
      Node.Remote target = new Node.Remote(call.at(), arguments.get(0), arguments.get(1));
      return remoteCall(target, new Node.Call(call.at(), target, list.elements()), block);
    }
    List<Expr> values = values(arguments, block);
    Primitive primitive = lowering.guardFunctions.find(name, arguments.size());
    if (primitive != null) {
      return new Expr.PrimOp(primitive, values, null, Lowering.line(call.at()));
    }
    return remote(ERLANG, name, values, call.at());
  }

  private Expr remoteCall(Node.Remote remote, Node.Call call, Block block) {
    int arity = call.arguments().size();
    if (remote.module() instanceof Node.Literal(_, Atom module)
        && remote.function() instanceof Node.Literal(_, Atom name)) {
      if (module == ERLANG) {
        Expr operation = operator(name.name(), call, block);
        if (operation != null) {
          return operation;
        }
        return bif(name.name(), call, block);
      }
      if (MatchSpecification.isCall(module.name(), name.name(), call.arguments())
          && call.arguments().getFirst() instanceof Node.FunOf fun) {
        return value(MatchSpecification.of(fun, lowering.module), block);
      }
      return remote(module, name.name(), values(call.arguments(), block), call.at());
    }
    List<Node> nodes = new ArrayList<>(arity + 2);
    nodes.add(remote.module());
    nodes.add(remote.function());
    nodes.addAll(call.arguments());
    List<Expr> values = values(nodes, block);
    return new Expr.RemoteCall(
        values.get(0), values.get(1), values.subList(2, values.size()), Lowering.line(call.at()));
  }

  /** {@code erlang:'+'(A, B)}. */
  private @Nullable Expr operator(String name, Node.Call call, Block block) {
    return switch (asOperation(name, call)) {
      case Node.Binary binary -> binary(binary, block);
      case Node.Unary unary -> unary(unary, block);
      case null, default -> null;
    };
  }

  /** What a call of a function of module erlang with an operator's name means; null for others. */
  static @Nullable Node asOperation(String name, Node.Call call) {
    List<Node> arguments = call.arguments();
    if (arguments.size() == 2
        && (ErlangPrimitives.BINARY.containsKey(name)
            || ErlangPrimitives.COMPARISONS.containsKey(name)
            || name.equals("!"))) {
      return new Node.Binary(call.at(), name, arguments.getFirst(), arguments.getLast());
    }
    return arguments.size() == 1 && ErlangPrimitives.UNARY.containsKey(name)
        ? new Node.Unary(call.at(), name, arguments.getFirst())
        : null;
  }

  static Expr remote(Atom module, String name, List<Expr> arguments, long at) {
    return new Expr.RemoteCall(
        Lowering.constant(module), Lowering.constant(Atom.of(name)), arguments, Lowering.line(at));
  }
}

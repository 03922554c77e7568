package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guards (reference manual, "Guard Sequences"): conditions of type BOOL. An exception makes a whole
 * guard fail, which the IR does for the guard of a clause; of several guards separated by
 * semicolons each but the last is tried on its own.
 */
final class LowerGuard {
  private final Lowering lowering;

  LowerGuard(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The guard sequence, or null for none. */
  @Nullable Expr guard(List<List<Node>> alternatives, Scope scope) {
    if (alternatives.isEmpty()) {
      return null;
    }
    Expr result = conjunction(alternatives.getLast(), scope);
    for (List<Node> alternative : alternatives.subList(0, alternatives.size() - 1).reversed()) {
      Expr test = conjunction(alternative, scope);
      result = new Expr.If(mayRaise(alternative) ? contained(test) : test, Lowering.yes(), result);
    }
    return result;
  }

  /** The condition, false where it raises. */
  private static Expr contained(Expr test) {
    return new Expr.Case(
        List.of(), List.of(new Expr.Clause(List.of(), test, Lowering.yes(), 0)), Lowering.no());
  }

  private Expr conjunction(List<Node> tests, Scope scope) {
    Expr result = test(ObsoleteFunctions.current(tests.getLast()), scope);
    for (Node each : tests.subList(0, tests.size() - 1).reversed()) {
      Expr test = test(ObsoleteFunctions.current(each), scope);
      result = new Expr.If(test, result, Lowering.no());
    }
    return result;
  }

  private boolean mayRaise(List<Node> tests) {
    return !tests.stream().allMatch(this::isTotal);
  }

  /** Whether a test over variables and literals alone, which cannot raise. */
  boolean isTotal(Node node) {
    return switch (node) {
      case Node.Var _, Node.Literal _, Node.Char _, Node.Str _ -> true;
      case Node.TupleOf tuple -> tuple.elements().stream().allMatch(this::isTotal);
      case Node.ListOf list ->
          list.elements().stream().allMatch(this::isTotal)
              && (list.tail() == null || isTotal(list.tail()));
      case Node.Binary binary ->
          ErlangPrimitives.COMPARISONS.containsKey(binary.operator())
              && isTotal(binary.left())
              && isTotal(binary.right());
      case Node.Call call -> {
        String name = guardName(call);
        yield name != null
            && ErlangPrimitives.TYPE_TESTS.containsKey(name)
            && call.arguments().size() == 1
            && isTotal(call.arguments().getFirst());
      }
      default -> false;
    };
  }

  /** Whether the expression always gives true or false where it does not raise. */
  boolean isBoolean(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal.value() == Atom.TRUE || literal.value() == Atom.FALSE;
      case Node.Binary binary ->
          switch (binary.operator()) {
            case "and", "or", "xor" -> true;
            case "andalso", "orelse" -> isBoolean(binary.right());
            default -> ErlangPrimitives.COMPARISONS.containsKey(binary.operator());
          };
      case Node.Unary unary -> unary.operator().equals("not");
      case Node.Call call -> {
        String name = guardName(call);
        yield name != null
            && (ErlangPrimitives.TYPE_TESTS.containsKey(name) && call.arguments().size() == 1
                || name.equals("is_record") && call.arguments().size() > 1);
      }
      default -> false;
    };
  }

  /** One test in a guard: true exactly when the expression gives true. */
  Expr test(Node node, Scope scope) {
    Block block = new Block(scope, false);
    return block.close(condition(node, block, true));
  }

  /** An operand in a guard, a map key or a segment's size: an expression that binds nothing. */
  Expr operand(Node node, Scope scope) {
    Block block = new Block(scope, false);
    return block.close(lowering.expressions.value(node, block));
  }

  /**
   * An expression as a condition.
   *
   * @param lenient anything but true counts as false, as a guard has it; otherwise what is not a
   *     boolean raises {badarg, V}, as {@code andalso} has it
   */
  Expr condition(Node node, Block block, boolean lenient) {
    return condition(node, block, lenient, node.at());
  }

  /**
   * @param at where it is said that the value is not a boolean
   */
  Expr condition(Node node, Block block, boolean lenient, long at) {
    switch (node) {
      case Node.Literal literal when literal.value() == Atom.TRUE -> {
        return Lowering.yes();
      }
      case Node.Literal literal when literal.value() == Atom.FALSE -> {
        return Lowering.no();
      }
      case Node.Binary(long operatorAt, String operator, Node left, Node right) -> {
        Primitive comparison = ErlangPrimitives.COMPARISONS.get(operator);
        if (comparison != null) {
          return comparison(comparison, operatorAt, left, right, block);
        }
        boolean and = operator.equals("andalso");
        if ((and || operator.equals("orelse"))
            && (lenient ? isBoolean(right) || isBoolean(left) : isBoolean(right))) {
          return shortCircuit(and, operatorAt, left, right, block, lenient);
        }
        if ((operator.equals("and") || operator.equals("or"))
            && isBoolean(left)
            && isBoolean(right)
            && isTotal(right)) {
          return shortCircuit(operator.equals("and"), operatorAt, left, right, block, lenient);
        }
      }
      case Node.Unary(long operatorAt, String operator, Node operand)
          when operator.equals("not") && isBoolean(operand) -> {
        return Lowering.op(ErlangPrimitives.NEGATION, operatorAt, condition(operand, block, false));
      }
      case Node.Call call -> {
        Expr test = typeTest(call, block);
        if (test != null) {
          return test;
        }
        if (call.function()
                instanceof Node.Remote(_, Node.Literal(_, Atom module), Node.Literal(_, Atom name))
            && module == Atom.of("erlang")) {
          Node operation = LowerExpression.asOperation(name.name(), call);
          if (operation != null) {
            return condition(operation, block, lenient, at);
          }
        }
      }
      default -> {}
    }
    Expr value = lowering.expressions.value(node, block);
    return lenient || isBoolean(node)
        ? Lowering.op(ErlangPrimitives.SAME, node.at(), value, Lowering.constant(Atom.TRUE))
        : Lowering.op(ErlangPrimitives.TRUTH, at, value);
  }

  /**
   * {@code left andalso right}; in a guard, a left operand that is not a boolean makes the guard
   * fail.
   */
  private Expr shortCircuit(
      boolean and, long at, Node left, Node right, Block block, boolean lenient) {
    Expr first = condition(left, block, false, at);
    // What the right operand binds must not be lifted out in front of the left one.
    Block inner = new Block(block.scope.inner(), false);
    Expr second = inner.close(condition(right, inner, lenient));
    return and
        ? new Expr.If(first, second, Lowering.no())
        : new Expr.If(first, Lowering.yes(), second);
  }

  Expr comparison(Primitive comparison, long at, Node left, Node right, Block block) {
    List<Expr> operands = lowering.expressions.values(List.of(left, right), block);
    if (comparison == ErlangPrimitives.EXACT_EQUAL || comparison == ErlangPrimitives.EQUAL) {
      if (isIdentity(operands.getFirst()) || isIdentity(operands.getLast())) {
        return new Expr.PrimOp(ErlangPrimitives.SAME, operands, null, Lowering.line(at));
      }
    }
    if (comparison == ErlangPrimitives.EXACT_NOT_EQUAL
        || comparison == ErlangPrimitives.NOT_EQUAL) {
      if (isIdentity(operands.getFirst()) || isIdentity(operands.getLast())) {
        return Lowering.op(
            ErlangPrimitives.NEGATION,
            at,
            new Expr.PrimOp(ErlangPrimitives.SAME, operands, null, Lowering.line(at)));
      }
    }
    return new Expr.PrimOp(comparison, operands, null, Lowering.line(at));
  }

  /** Whether equal to this means identical to it. */
  private static boolean isIdentity(Expr operand) {
    return operand instanceof Expr.Const(Object value)
        && (value instanceof Atom || value == Nil.EMPTY);
  }

  /** Type tests, record tests; null for other calls. */
  @Nullable Expr typeTest(Node.Call call, Block block) {
    String name = guardName(call);
    if (name == null) {
      return null;
    }
    List<Node> arguments = call.arguments();
    if (arguments.size() == 1) {
      Primitive test = ErlangPrimitives.TYPE_TESTS.get(name);
      return test == null
          ? null
          : Lowering.op(test, call.at(), lowering.expressions.value(arguments.getFirst(), block));
    }
    if (!name.equals("is_record") || !(arguments.get(1) instanceof Node.Literal(_, Atom tag))) {
      return null;
    }
    Expr tagTerm = Lowering.constant(tag);
    if (arguments.size() == 2) {
      ModuleContext.RecordType record = lowering.module.records.get(tag.name());
      if (record == null) {
        return null;
      }
      return Lowering.op(
          ErlangPrimitives.IS_RECORD,
          call.at(),
          lowering.expressions.value(arguments.getFirst(), block),
          tagTerm,
          Lowering.constant((long) record.size()));
    }
    if (arguments.get(2) instanceof Node.Literal(_, Long size)) {
      return Lowering.op(
          ErlangPrimitives.IS_RECORD,
          call.at(),
          lowering.expressions.value(arguments.getFirst(), block),
          tagTerm,
          Lowering.constant(size));
    }
    return null;
  }

  /** The name of a guard function of module erlang that this calls, or null. */
  @Nullable String guardName(Node.Call call) {
    int arity = call.arguments().size();
    return switch (call.function()) {
      case Node.Literal(_, Atom name) ->
          lowering.module.isGuardBif(name.name(), arity) ? name.name() : null;
      case Node.Remote(_, Node.Literal(_, Atom module), Node.Literal(_, Atom name)) ->
          module.name().equals("erlang") && Bifs.isGuard(name.name(), arity) ? name.name() : null;
      default -> null;
    };
  }

  /** Whether a filter of a comprehension is a guard, so that it fails rather than raises. */
  boolean isGuard(Node node) {
    return switch (node) {
      case Node.Var _, Node.Literal _, Node.Char _, Node.Str _, Node.RecordIndex _ -> true;
      case Node.TupleOf tuple -> tuple.elements().stream().allMatch(this::isGuard);
      case Node.ListOf list ->
          list.elements().stream().allMatch(this::isGuard)
              && (list.tail() == null || isGuard(list.tail()));
      case Node.MapOf map ->
          (map.base() == null || isGuard(map.base()))
              && map.fields().stream()
                  .allMatch(field -> isGuard(field.key()) && isGuard(field.value()));
      case Node.Bits bits ->
          bits.elements().stream()
              .allMatch(e -> isGuard(e.value()) && (e.size() == null || isGuard(e.size())));
      case Node.RecordAccess access -> isGuard(access.record());
      case Node.RecordOf record ->
          record.base() == null
              && record.fields().stream().allMatch(field -> isGuard(field.value()));
      case Node.Unary unary -> isGuard(unary.operand());
      case Node.Binary binary ->
          !binary.operator().equals("!")
              && !binary.operator().equals("++")
              && !binary.operator().equals("--")
              && isGuard(binary.left())
              && isGuard(binary.right());
      case Node.Call call ->
          guardName(call) != null && call.arguments().stream().allMatch(this::isGuard);
      default -> false;
    };
  }

  /** {@code value} when {@code test} holds and does not raise, else {@code otherwise}. */
  static Expr when(Expr test, Expr value, Expr otherwise) {
    return new Expr.Case(List.of(), List.of(new Expr.Clause(List.of(), test, value, 0)), otherwise);
  }
}

package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.FieldSite;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.runtime.OperandNames;
import dev.moonbeam.lua.runtime.VariableName;
import dev.moonbeam.lua.syntax.LuaExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as values: one, or all results of a last call or {@code ...} (manual section 3.4).
 */
final class LowerExpression {
  /** A call with its results, to be taken as they come. */
  private static final UnaryOperator<Expr> AS_IT_IS = UnaryOperator.identity();

  private final FunctionLowering in;
  final Names names;
  private final LowerTable tables;

  LowerExpression(FunctionLowering in) {
    this.in = in;
    this.names = new Names(in);
    this.tables = new LowerTable(in);
  }

  /** Whether an expression can give other than one value. */
  static boolean isMulti(LuaExpression expression) {
    return switch (expression) {
      case LuaExpression.Vararg _ -> true;
      case LuaExpression.Suffixed suffixed -> isCall(suffixed);
      default -> false;
    };
  }

  static boolean isCall(LuaExpression.Suffixed suffixed) {
    return !(suffixed.suffixes().getLast() instanceof LuaExpression.Index);
  }

  /** An expression list: the values that are sure to come, and what its last expression adds. */
  record Values(List<Expr> first, @Nullable Expr rest) {
    /** The whole list as VALUES. */
    Expr all() {
      return rest != null && first.isEmpty() ? rest : new Expr.AllResults(packed());
    }

    /** The whole list as what a function returns. */
    Expr packed() {
      return new Expr.Values(first, rest);
    }
  }

  Values values(List<LuaExpression> expressions) {
    List<Expr> first = new ArrayList<>(expressions.size());
    for (int i = 0; i < expressions.size() - 1; i++) {
      first.add(told(expressions.get(i), expressions.get(i).line()));
    }
    if (!expressions.isEmpty()) {
      LuaExpression last = expressions.getLast();
      if (isMulti(last)) {
        return new Values(first, multi(last));
      }
      first.add(told(last, last.line()));
    }
    return new Values(first, null);
  }

  /** All results, as VALUES. */
  Expr multi(LuaExpression expression) {
    return expression instanceof LuaExpression.Suffixed suffixed
        ? chain(suffixed, Expr.AllResults::new)
        : rest();
  }

  /** A call whose results pass through: in tail position, or as a statement. */
  Expr call(LuaExpression.Suffixed call) {
    return chain(call, AS_IT_IS);
  }

  private Expr rest() {
    Variable rest = in.context.rest;
    if (rest == null) {
      throw new IllegalStateException("'...' in a function that has none");
    }
    return new Expr.Ref(rest);
  }

  /** One value. */
  Expr value(LuaExpression expression) {
    return switch (expression) {
      case LuaExpression.Nil _ -> Expr.NIL;
      case LuaExpression.True _ -> new Expr.Const(Atom.TRUE);
      case LuaExpression.False _ -> new Expr.Const(Atom.FALSE);
      case LuaExpression.Numeral(Object value, _) -> new Expr.Const(value);
      case LuaExpression.Text(Binary value, _) -> new Expr.Const(value);
      case LuaExpression.Vararg _ -> new Expr.Nth(rest(), 0);
      case LuaExpression.Name name -> name(name);
      case LuaExpression.Parenthesized(LuaExpression inner, _) -> value(inner);
      case LuaExpression.Suffixed suffixed -> chain(suffixed, AS_IT_IS);
      case LuaExpression.Unary unary -> unary(unary);
      case LuaExpression.Operation operation -> operation(operation);
      case LuaExpression.And and -> and(and);
      case LuaExpression.Or or -> or(or);
      case LuaExpression.Concatenation chain -> concatenation(chain);
      case LuaExpression.Table table -> tables.table(table);
      case LuaExpression.Function function -> in.lambda(function);
    };
  }

  // ---- variables
  // ---------------------------------------------------------------------------------------------------

  private Expr name(LuaExpression.Name name) {
    Local local = in.resolution.local(name);
    if (local != null) {
      return read(local);
    }
    return primitive(LuaPrimitives.FIELD, globalSite(name), name.line(), environment(name));
  }

  static Expr read(Local local) {
    return local.isCell() ? primitive(LuaPrimitives.CELL_GET, 0, local.current()) : local.current();
  }

  /** The table that a global name is a field of. */
  Expr environment(LuaExpression.Name name) {
    return read(in.resolution.environment(name));
  }

  FieldSite globalSite(LuaExpression.Name name) {
    Local environment = in.resolution.environment(name);
    String kind = environment.function == in.context.scope ? "local" : "upvalue";
    return new FieldSite(Binary.of(name.name()), new VariableName(kind, environment.name));
  }

  // ---- suffixes
  // ----------------------------------------------------------------------------------------------------

  /**
   * A prefix expression with all its suffixes; {@code wrap} is put around the last one when it is a
   * call.
   */
  private Expr chain(LuaExpression.Suffixed suffixed, UnaryOperator<Expr> wrap) {
    Sequence steps = new Sequence();
    Expr value =
        prefix(
            suffixed.base(), suffixed.suffixes().subList(0, suffixed.suffixes().size() - 1), steps);
    VariableName name = nameBeforeLast(suffixed);
    LuaExpression.Suffix last = suffixed.suffixes().getLast();
    Expr result = suffix(value, name, last, steps);
    return steps.then(isCall(suffixed) ? wrap.apply(result) : result);
  }

  /** What the last suffix of an expression is applied to. */
  Expr prefix(LuaExpression base, List<LuaExpression.Suffix> suffixes, Sequence steps) {
    Expr value = value(base);
    VariableName name = names.of(base);
    for (int i = 0; i < suffixes.size(); i++) {
      value = suffix(value, name, suffixes.get(i), steps);
      name = names.of(base, suffixes, i);
    }
    return value;
  }

  @Nullable VariableName nameBeforeLast(LuaExpression.Suffixed suffixed) {
    List<LuaExpression.Suffix> suffixes = suffixed.suffixes();
    return suffixes.size() == 1
        ? names.of(suffixed.base())
        : names.of(suffixed.base(), suffixes, suffixes.size() - 2);
  }

  private Expr suffix(
      Expr value, @Nullable VariableName name, LuaExpression.Suffix suffix, Sequence steps) {
    return switch (suffix) {
      case LuaExpression.Index(LuaExpression key, int line) -> index(value, name, value(key), line);
      case LuaExpression.Call(List<LuaExpression> arguments, int line) ->
          apply(value, List.of(), arguments, name, line);
      case LuaExpression.MethodCall(String method, List<LuaExpression> arguments, int line) -> {
        Expr self = steps.bind("self", value);
        Expr function =
            primitive(LuaPrimitives.METHOD, new FieldSite(Binary.of(method), name), line, self);
        yield apply(function, List.of(self), arguments, new VariableName("method", method), line);
      }
    };
  }

  private static Expr index(Expr object, @Nullable VariableName name, Expr key, int line) {
    if (key instanceof Expr.Const(Binary field)) {
      return primitive(LuaPrimitives.FIELD, new FieldSite(field, name), line, object);
    }
    return primitive(LuaPrimitives.INDEX, OperandNames.of(name), line, object, key);
  }

  private Expr apply(
      Expr function,
      List<Expr> self,
      List<LuaExpression> arguments,
      @Nullable VariableName name,
      int line) {
    Values values = values(arguments);
    List<Expr> first = values.first;
    if (!self.isEmpty()) {
      first = new ArrayList<>(self);
      first.addAll(values.first);
    }
    int number = in.noteCall(line, name);
    return new Expr.Apply(function, first, values.rest, LuaPrimitives.LUA_CALL, name, number);
  }

  // ---- operators
  // ---------------------------------------------------------------------------------------------------

  private Expr unary(LuaExpression.Unary unary) {
    if (unary.operator() == LuaExpression.UnaryOperator.NOT) {
      Expr test = in.conditions.test(unary.operand());
      Boolean known = LowerCondition.constant(test);
      return known != null
          ? new Expr.Const(Atom.of(!known))
          : primitive(LuaPrimitives.NOT, unary.line(), test);
    }
    Expr operand = value(unary.operand());
    if (operand instanceof Expr.Const(var constant)) {
      Object folded =
          switch (unary.operator()) {
            case NEGATE -> Fold.negate(constant);
            case BIT_NOT -> Fold.complement(constant);
            default -> null;
          };
      if (folded != null) {
        return new Expr.Const(folded);
      }
    }
    Primitive primitive =
        switch (unary.operator()) {
          case NEGATE -> LuaPrimitives.UNM;
          case LENGTH -> LuaPrimitives.LEN;
          case BIT_NOT -> LuaPrimitives.BNOT;
          case NOT -> LuaPrimitives.NOT;
        };
    return primitive(primitive, OperandNames.of(names.of(unary.operand())), unary.line(), operand);
  }

  private Expr operation(LuaExpression.Operation operation) {
    if (in.tracing != null) {
      return tracedOperation(operation, in.tracing);
    }
    return operation(operation, value(operation.left()), value(operation.right()));
  }

  /**
   * The debug library finds the left operand on the stack while the right one is evaluated. Lua
   * fetches a field as left operand when it has read the operator.
   */
  private Expr tracedOperation(LuaExpression.Operation operation, Tracing tracing) {
    LuaExpression first = operation.left();
    if (first instanceof LuaExpression.Suffixed(var base, var suffixes)
        && suffixes.getLast() instanceof LuaExpression.Index(var key, _)) {
      List<LuaExpression.Suffix> moved = new ArrayList<>(suffixes);
      moved.set(moved.size() - 1, new LuaExpression.Index(key, operation.line()));
      first = new LuaExpression.Suffixed(base, moved);
    }
    Expr left = value(first);
    if (left instanceof Expr.Const || operation.right() instanceof LuaExpression.Numeral) {
      return operation(operation, left, value(operation.right()));
    }
    Sequence steps = new Sequence();
    Variable cell = new Variable("temporary&");
    int depth = in.context.cells(in.context.mark());
    steps.let(cell, primitive(LuaPrimitives.CELL_NEW, 0, left));
    steps.effect(tracing.local("(temporary)", new Expr.Ref(cell), depth, 0));
    Variable right = new Variable("right");
    steps.let(right, value(operation.right()));
    steps.effect(tracing.leave(depth));
    return steps.then(
        operation(
            operation,
            primitive(LuaPrimitives.CELL_GET, 0, new Expr.Ref(cell)),
            new Expr.Ref(right)));
  }

  /** The line of an expression's last token, or nearly so. */
  static int endLine(LuaExpression expression) {
    return switch (expression) {
      case LuaExpression.Operation operation -> endLine(operation.right());
      case LuaExpression.And and -> endLine(and.right());
      case LuaExpression.Or or -> endLine(or.right());
      case LuaExpression.Unary unary -> endLine(unary.operand());
      case LuaExpression.Concatenation chain -> endLine(chain.operands().getLast());
      case LuaExpression.Function function -> function.endLine();
      default -> expression.line();
    };
  }

  private Expr operation(LuaExpression.Operation operation, Expr left, Expr right) {
    if (left instanceof Expr.Const(var a) && right instanceof Expr.Const(var b)) {
      Object folded = Fold.binary(operation.operator(), a, b);
      if (folded != null) {
        return new Expr.Const(folded);
      }
    }
    Primitive primitive =
        switch (operation.operator()) {
          case ADD -> LuaPrimitives.ADD;
          case SUBTRACT -> LuaPrimitives.SUB;
          case MULTIPLY -> LuaPrimitives.MUL;
          case DIVIDE -> LuaPrimitives.DIV;
          case FLOOR_DIVIDE -> LuaPrimitives.IDIV;
          case MODULO -> LuaPrimitives.MOD;
          case POWER -> LuaPrimitives.POW;
          case BIT_AND -> LuaPrimitives.BAND;
          case BIT_OR -> LuaPrimitives.BOR;
          case BIT_XOR -> LuaPrimitives.BXOR;
          case SHIFT_LEFT -> LuaPrimitives.SHL;
          case SHIFT_RIGHT -> LuaPrimitives.SHR;
          case EQUAL -> LuaPrimitives.EQ;
          case NOT_EQUAL -> LuaPrimitives.NE;
          case LESS -> LuaPrimitives.LT;
          case LESS_EQUAL -> LuaPrimitives.LE;
          case GREATER -> LuaPrimitives.GT;
          case GREATER_EQUAL -> LuaPrimitives.GE;
        };
    Object site =
        operation.operator().isComparison()
            ? null
            : OperandNames.of(names.of(operation.left()), names.of(operation.right()));
    return primitive(primitive, site, operation.line(), left, right);
  }

  private Expr concatenation(LuaExpression.Concatenation chain) {
    List<VariableName> operands = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < chain.operands().size(); i++) {
      LuaExpression each = chain.operands().get(i);
      values.add(told(each, i < chain.lines().size() ? chain.lines().get(i) : each.line()));
      operands.add(names.of(each));
    }
    return primitive(
        LuaPrimitives.CONCAT,
        OperandNames.of(operands.toArray(VariableName[]::new)),
        chain.line(),
        new Expr.AllResults(new Expr.Values(values, null)));
  }

  /**
   * An expression that Lua puts into a register of its own: where lines are told, that has one,
   * even if it is a constant or a local variable.
   */
  Expr told(LuaExpression expression, int line) {
    Expr value = value(expression);
    boolean silent =
        Sequence.isAtom(value)
            || value instanceof Expr.PrimOp op && op.primitive() == LuaPrimitives.CELL_GET;
    return in.tracing == null || !silent ? value : new Expr.Seq(in.tracing.line(line), value);
  }

  private Expr and(LuaExpression.And and) {
    Expr left = value(and.left());
    Boolean known = LowerCondition.constant(LowerCondition.test(left));
    if (known != null) {
      return known ? value(and.right()) : left;
    }
    if (LowerCondition.isBool(left)) {
      return new Expr.If(left, value(and.right()), new Expr.Const(Atom.FALSE));
    }
    Sequence steps = new Sequence();
    Expr bound = steps.bind("and", left);
    return steps.then(new Expr.If(LowerCondition.test(bound), value(and.right()), bound));
  }

  private Expr or(LuaExpression.Or or) {
    if (or.left() instanceof LuaExpression.And(LuaExpression condition, LuaExpression then, _)) {
      return conditional(condition, then, or.right());
    }
    Expr left = value(or.left());
    Boolean known = LowerCondition.constant(LowerCondition.test(left));
    if (known != null) {
      return known ? left : value(or.right());
    }
    if (LowerCondition.isBool(left)) {
      return new Expr.If(left, new Expr.Const(Atom.TRUE), value(or.right()));
    }
    Sequence steps = new Sequence();
    Expr bound = steps.bind("or", left);
    return steps.then(new Expr.If(LowerCondition.test(bound), bound, value(or.right())));
  }

  /** {@code condition and then or otherwise}: no value is made of the condition. */
  private Expr conditional(LuaExpression condition, LuaExpression then, LuaExpression otherwise) {
    Expr value = value(then);
    Boolean known = LowerCondition.constant(LowerCondition.test(value));
    if (known != null && known) {
      return in.conditions.branch(condition, () -> value, () -> value(otherwise));
    }
    Label no = new Label("or", List.of());
    Expr jump = new Expr.Jump(no, List.of());
    Sequence steps = new Sequence();
    Expr chosen;
    if (LowerCondition.isBool(value)) {
      chosen = new Expr.If(value, new Expr.Const(Atom.TRUE), jump);
    } else {
      Expr bound = steps.bind("and", value);
      chosen = steps.then(new Expr.If(LowerCondition.test(bound), bound, jump));
    }
    Expr body = in.conditions.branch(condition, () -> chosen, () -> jump);
    return new Expr.Join(no, false, value(otherwise), body);
  }
}

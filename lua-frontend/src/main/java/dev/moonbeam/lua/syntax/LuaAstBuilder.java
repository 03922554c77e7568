package dev.moonbeam.lua.syntax;

import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.syntax.LuaParser.ArgsContext;
import dev.moonbeam.lua.syntax.LuaParser.AttribNameContext;
import dev.moonbeam.lua.syntax.LuaParser.BlockContext;
import dev.moonbeam.lua.syntax.LuaParser.ChunkContext;
import dev.moonbeam.lua.syntax.LuaParser.ExprContext;
import dev.moonbeam.lua.syntax.LuaParser.ExprListContext;
import dev.moonbeam.lua.syntax.LuaParser.FieldContext;
import dev.moonbeam.lua.syntax.LuaParser.FunctionBodyContext;
import dev.moonbeam.lua.syntax.LuaParser.SimpleExprContext;
import dev.moonbeam.lua.syntax.LuaParser.StatContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixedExprContext;
import dev.moonbeam.lua.syntax.LuaParser.TableConstructorContext;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes the syntax tree from the parse tree: sorts flat expressions by precedence, and refuses what
 * the grammar lets pass ({@code ...} outside a variadic function, unknown attributes). It recurses
 * as Lua's own parser does and counts the same levels, so chains of right-associative and unary
 * operators are bounded too.
 */
final class LuaAstBuilder {
  /** Lua's limit on what one function call can take as registers; also bounds argument lists. */
  private static final int MAX_LIST = 250;

  /** Variables that a loop keeps for itself and that count, too. */
  private static final int NUMERIC_FOR_STATE = 3;

  private static final int GENERIC_FOR_STATE = 4;

  private final TokenStream tokens;
  private int level;
  private boolean variadic = true;

  /** Locals active in the function being read, and where that starts; 0 for the chunk. */
  private int locals;

  private int functionLine;

  LuaAstBuilder(TokenStream tokens) {
    this.tokens = tokens;
  }

  Block chunk(ChunkContext chunk) {
    Block block = block(chunk.block());
    return new Block(block.statements(), line(chunk.EOF().getSymbol()), block.lastLine());
  }

  private Block block(BlockContext context) {
    List<LuaStatement> statements = new ArrayList<>();
    int outside = locals;
    for (StatContext each : context.stat()) {
      enter(each.getStart());
      LuaStatement statement = statement(each);
      level--;
      if (statement != null) {
        statements.add(statement);
      }
    }
    if (context.returnStat() != null) {
      statements.add(
          new LuaStatement.Return(
              expressions(context.returnStat().exprList()), line(context.returnStat().getStart())));
    }
    locals = outside;
    Token stop = context.getStop();
    int line = stop == null ? line(context.getStart()) : line(stop);
    return new Block(List.copyOf(statements), line, line);
  }

  private void enter(Token token) {
    if (++level > LuaParserBase.MAX_LEVELS) {
      throw new SyntaxError("C stack overflow", token.getLine(), 0);
    }
  }

  private @Nullable LuaStatement statement(StatContext context) {
    int line = line(context.getStart());
    return switch (context) {
      case LuaParser.EmptyStatContext _ -> null;
      case LuaParser.LabelStatContext label ->
          new LuaStatement.Label(label.NAME().getText(), line, line(following(label.getStop())));
      case LuaParser.BreakStatContext _ -> new LuaStatement.Break(line);
      case LuaParser.GotoStatContext jump -> new LuaStatement.Goto(jump.NAME().getText(), line);
      case LuaParser.DoStatContext block -> new LuaStatement.Do(block(block.block()), line);
      case LuaParser.WhileStatContext loop ->
          new LuaStatement.While(expression(loop.expr()), block(loop.block()), line);
      case LuaParser.RepeatStatContext loop ->
          new LuaStatement.Repeat(block(loop.block()), expression(loop.expr()), line);
      case LuaParser.IfStatContext branch -> ifStatement(branch, line);
      case LuaParser.ForStatContext loop -> forStatement(loop, line);
      case LuaParser.FunctionStatContext function -> functionStatement(function, line);
      case LuaParser.LocalStatContext local -> local(local, line);
      case LuaParser.ExprStatContext expression -> expressionStatement(expression, line);
      default -> throw new IllegalStateException("no such statement: " + context.getClass());
    };
  }

  private LuaStatement ifStatement(LuaParser.IfStatContext context, int line) {
    List<LuaStatement.Arm> arms = new ArrayList<>();
    List<ExprContext> conditions = context.expr();
    List<BlockContext> blocks = context.block();
    for (int i = 0; i < conditions.size(); i++) {
      arms.add(
          new LuaStatement.Arm(
              expression(conditions.get(i)),
              block(blocks.get(i)),
              line(context.THEN(i).getSymbol())));
    }
    Block otherwise = context.otherwise == null ? null : block(context.otherwise);
    return new LuaStatement.If(List.copyOf(arms), otherwise, line);
  }

  private LuaStatement forStatement(LuaParser.ForStatContext context, int line) {
    int outside = locals;
    LuaStatement loop;
    if (context.ASSIGN() != null) {
      List<ExprContext> bounds = context.expr();
      LuaExpression start = expression(bounds.get(0));
      LuaExpression limit = expression(bounds.get(1));
      LuaExpression step = bounds.size() > 2 ? expression(bounds.get(2)) : null;
      locals += NUMERIC_FOR_STATE;
      declare(context.NAME());
      String variable = context.NAME(0).getText();
      loop =
          new LuaStatement.NumericFor(variable, start, limit, step, block(context.block()), line);
    } else {
      List<LuaExpression> values = expressions(context.exprList());
      locals += GENERIC_FOR_STATE;
      declare(context.NAME());
      loop =
          new LuaStatement.GenericFor(texts(context.NAME()), values, block(context.block()), line);
    }
    locals = outside;
    return loop;
  }

  /** Counts new locals, and refuses the one that is too many at the token that follows its name. */
  private void declare(List<TerminalNode> names) {
    for (TerminalNode name : names) {
      if (++locals > LuaParserBase.MAX_LOCALS) {
        throw LuaParserBase.tooManyLocals(functionLine, following(name.getSymbol()));
      }
    }
  }

  /** The token behind a token. */
  private Token following(Token token) {
    return tokens.get(token.getTokenIndex() + 1);
  }

  /** {@code function a.b:c() end} assigns to {@code a.b.c}. */
  private LuaStatement functionStatement(LuaParser.FunctionStatContext context, int line) {
    List<TerminalNode> names = context.NAME();
    boolean method = context.COLON() != null;
    Token first = names.getFirst().getSymbol();
    LuaExpression target = new LuaExpression.Name(first.getText(), line(first));
    List<LuaExpression.Suffix> path = new ArrayList<>();
    for (TerminalNode name : names.subList(1, names.size())) {
      path.add(
          new LuaExpression.Index(
              text(name.getText(), line(name.getSymbol())), line(name.getSymbol())));
    }
    if (!path.isEmpty()) {
      target = new LuaExpression.Suffixed(target, List.copyOf(path));
    }
    String last = names.getLast().getText();
    String name = (method ? "method '" : path.isEmpty() ? "function '" : "field '") + last + "'";
    LuaExpression function = function(name, method, context.functionBody(), line);
    return new LuaStatement.Assign(List.of(target), List.of(function), line, true);
  }

  private LuaStatement local(LuaParser.LocalStatContext context, int line) {
    if (context.FUNCTION() != null) {
      declare(List.of(context.NAME()));
      String name = context.NAME().getText();
      return new LuaStatement.LocalFunction(
          name, function("local '" + name + "'", false, context.functionBody(), line), line);
    }
    List<LuaStatement.Declaration> variables = new ArrayList<>();
    boolean closes = false;
    int outside = locals;
    for (AttribNameContext each : context.attribName()) {
      declare(List.of(each.NAME(0)));
      Attribute attribute = attribute(each);
      if (attribute == Attribute.CLOSE) {
        if (closes) {
          throw at("multiple to-be-closed variables in local list", each.getStart());
        }
        closes = true;
      }
      variables.add(
          new LuaStatement.Declaration(each.NAME(0).getText(), attribute, line(each.getStart())));
    }
    List<LuaExpression> values = expressions(context.exprList());
    locals = outside + variables.size();
    if (variables.size() == 1
        && values.size() == 1
        && values.getFirst() instanceof LuaExpression.Function function) {
      values = List.of(named("local '" + variables.getFirst().name() + "'", function));
    }
    return new LuaStatement.Local(List.copyOf(variables), values, line);
  }

  private static Attribute attribute(AttribNameContext context) {
    if (context.NAME().size() == 1) {
      return Attribute.NONE;
    }
    TerminalNode attribute = context.NAME(1);
    return switch (attribute.getText()) {
      case "const" -> Attribute.CONST;
      case "close" -> Attribute.CLOSE;
      default -> throw at("unknown attribute '" + attribute.getText() + "'", attribute.getSymbol());
    };
  }

  private LuaStatement expressionStatement(LuaParser.ExprStatContext context, int line) {
    if (context.ASSIGN() == null) {
      return new LuaStatement.CallStatement(
          (LuaExpression.Suffixed) suffixed(context.suffixedExpr(0)));
    }
    List<LuaExpression> targets = new ArrayList<>();
    for (SuffixedExprContext each : context.suffixedExpr()) {
      targets.add(suffixed(each));
    }
    if (level + targets.size() > LuaParserBase.MAX_LEVELS) {
      throw new SyntaxError("C stack overflow", line, 0);
    }
    List<LuaExpression> values = expressions(context.exprList());
    if (targets.size() == 1
        && values.size() == 1
        && values.getFirst() instanceof LuaExpression.Function function) {
      values = List.of(named(nameOf(targets.getFirst()), function));
    }
    return new LuaStatement.Assign(List.copyOf(targets), values, line, false);
  }

  private static @Nullable String nameOf(LuaExpression target) {
    return switch (target) {
      case LuaExpression.Name name -> "function '" + name.name() + "'";
      case LuaExpression.Suffixed suffixed
          when suffixed.suffixes().getLast() instanceof LuaExpression.Index index
              && index.key() instanceof LuaExpression.Text key ->
          "field '" + key.value() + "'";
      default -> null;
    };
  }

  private static LuaExpression.Function named(
      @Nullable String name, LuaExpression.Function function) {
    return new LuaExpression.Function(
        name,
        function.self(),
        function.parameters(),
        function.variadic(),
        function.body(),
        function.line(),
        function.endLine(),
        function.text());
  }

  private List<LuaExpression> expressions(@Nullable ExprListContext context) {
    if (context == null) {
      return List.of();
    }
    List<LuaExpression> expressions = new ArrayList<>();
    for (ExprContext each : context.expr()) {
      expressions.add(expression(each));
    }
    return List.copyOf(expressions);
  }

  LuaExpression expression(ExprContext context) {
    Operands operands = new Operands(context);
    return operands.expression(0);
  }

  /** On which line a string literal ends. */
  private static int endLine(Token token) {
    return line(token) + (int) token.getText().lines().count() - 1;
  }

  private LuaExpression simple(SimpleExprContext context) {
    if (context.suffixedExpr() != null) {
      return suffixed(context.suffixedExpr());
    }
    if (context.tableConstructor() != null) {
      return table(context.tableConstructor());
    }
    Token token = context.getStart();
    int line = line(token);
    return switch (token.getType()) {
      case LuaParser.NUMERAL -> new LuaExpression.Numeral(valueOf(token), line);
      case LuaParser.STRING -> new LuaExpression.Text((Binary) valueOf(token), endLine(token));
      case LuaParser.NIL -> new LuaExpression.Nil(line);
      case LuaParser.TRUE -> new LuaExpression.True(line);
      case LuaParser.FALSE -> new LuaExpression.False(line);
      case LuaParser.FUNCTION -> function(null, false, context.functionBody(), line);
      case LuaParser.ELLIPSIS -> {
        if (!variadic) {
          throw at("cannot use '...' outside a vararg function near '...'", token);
        }
        yield new LuaExpression.Vararg(line);
      }
      default -> throw new IllegalStateException("no such expression: " + token);
    };
  }

  private LuaExpression suffixed(SuffixedExprContext context) {
    Token first = context.getStart();
    LuaExpression base =
        context.NAME() != null
            ? new LuaExpression.Name(first.getText(), line(first))
            : new LuaExpression.Parenthesized(expression(context.expr()), line(first));
    List<SuffixContext> suffixes = context.suffix();
    if (suffixes.isEmpty()) {
      return base;
    }
    List<LuaExpression.Suffix> steps = new ArrayList<>(suffixes.size());
    for (SuffixContext each : suffixes) {
      steps.add(suffix(each, line(first)));
    }
    return new LuaExpression.Suffixed(base, List.copyOf(steps));
  }

  /**
   * {@code start}: the line where the whole expression starts, which is where Lua says that a call
   * is.
   */
  private LuaExpression.Suffix suffix(SuffixContext context, int start) {
    if (context.DOT() != null) {
      Token name = context.NAME().getSymbol();
      return new LuaExpression.Index(text(name.getText(), line(name)), line(name));
    }
    if (context.LEFT_BRACKET() != null) {
      return new LuaExpression.Index(
          expression(context.expr()), line(context.RIGHT_BRACKET().getSymbol()));
    }
    List<LuaExpression> arguments = arguments(context.args());
    if (arguments.size() > MAX_LIST) {
      throw new SyntaxError("function or expression needs too many registers", start, 0);
    }
    return context.COLON() != null
        ? new LuaExpression.MethodCall(context.NAME().getText(), arguments, start)
        : new LuaExpression.Call(arguments, start);
  }

  private List<LuaExpression> arguments(ArgsContext context) {
    if (context.STRING() != null) {
      Token token = context.STRING().getSymbol();
      return List.of(new LuaExpression.Text((Binary) valueOf(token), line(token)));
    }
    return context.tableConstructor() != null
        ? List.of(table(context.tableConstructor()))
        : expressions(context.exprList());
  }

  private LuaExpression.Function function(
      @Nullable String name, boolean self, FunctionBodyContext context, int line) {
    boolean outer = variadic;
    int outerLocals = locals;
    int outerLine = functionLine;
    locals = self ? 1 : 0;
    functionLine = line;
    LuaParser.ParametersContext parameters = context.parameters();
    if (parameters != null) {
      declare(parameters.NAME());
    }
    variadic = parameters != null && parameters.ELLIPSIS() != null;
    LuaExpression.Function function =
        new LuaExpression.Function(
            name,
            self,
            parameters == null ? List.of() : texts(parameters.NAME()),
            variadic,
            new Block(
                block(context.block()).statements(),
                line(following(context.getStop())),
                line(context.getStop())),
            line,
            line(context.getStop()),
            new LuaExpression.Extent(
                context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1));
    variadic = outer;
    locals = outerLocals;
    functionLine = outerLine;
    return function;
  }

  private LuaExpression table(TableConstructorContext context) {
    List<LuaExpression.Field> fields = new ArrayList<>();
    for (FieldContext each : context.field()) {
      fields.add(field(each));
    }
    return new LuaExpression.Table(fields, line(context.getStart()), line(context.getStop()));
  }

  private LuaExpression.Field field(FieldContext context) {
    int line = line(context.getStart());
    LuaExpression value = expression(context.expr(context.expr().size() - 1));
    if (context.NAME() != null) {
      String name = context.NAME().getText();
      if (value instanceof LuaExpression.Function function) {
        value = named("field '" + name + "'", function);
      }
      return new LuaExpression.Field(text(name, line), value, line);
    }
    LuaExpression key = context.LEFT_BRACKET() == null ? null : expression(context.expr(0));
    return new LuaExpression.Field(key, value, line);
  }

  private static LuaExpression.Text text(String name, int line) {
    return new LuaExpression.Text(Binary.of(name), line);
  }

  private static List<String> texts(List<TerminalNode> names) {
    return names.stream().map(TerminalNode::getText).toList();
  }

  private static int line(Token token) {
    return token.getLine();
  }

  private static Object valueOf(Token token) {
    if (token instanceof LuaToken literal && literal.value() instanceof Object value) {
      return value;
    }
    throw new IllegalStateException("a literal without value: " + token);
  }

  private static SyntaxError at(String message, Token token) {
    return new SyntaxError(message, token.getLine(), token.getCharPositionInLine() + 1);
  }

  /**
   * The flat list of an expression, and how far it has been sorted into a tree: precedence
   * climbing.
   */
  private final class Operands {
    private final List<ParseTree> parts;
    private int next;

    Operands(ExprContext context) {
      this.parts = context.children;
    }

    /** Reads operators that bind tighter than {@code limit}. */
    LuaExpression expression(int limit) {
      enter(token() != null ? token() : ((SimpleExprContext) parts.get(next)).getStart());
      LuaExpression left;
      Token unary = token();
      if (unary != null) {
        next++;
        left = unary(unary, expression(Precedence.UNARY));
      } else {
        left = simple((SimpleExprContext) parts.get(next++));
      }
      for (Token operator; (operator = token()) != null; ) {
        Precedence precedence = Precedence.of(operator.getType());
        if (precedence.left() <= limit) {
          break;
        }
        next++;
        left = binary(operator, left, expression(precedence.right()));
      }
      level--;
      return left;
    }

    /** The operator that comes next, or null before an operand and at the end. */
    private @Nullable Token token() {
      return next < parts.size() && parts.get(next) instanceof TerminalNode leaf
          ? leaf.getSymbol()
          : null;
    }

    private LuaExpression unary(Token token, LuaExpression operand) {
      LuaExpression.UnaryOperator operator =
          switch (token.getType()) {
            case LuaParser.NOT -> LuaExpression.UnaryOperator.NOT;
            case LuaParser.MINUS -> LuaExpression.UnaryOperator.NEGATE;
            case LuaParser.HASH -> LuaExpression.UnaryOperator.LENGTH;
            default -> LuaExpression.UnaryOperator.BIT_NOT;
          };
      return new LuaExpression.Unary(operator, operand, line(token));
    }

    private LuaExpression binary(Token token, LuaExpression left, LuaExpression right) {
      int line = line(token);
      return switch (token.getType()) {
        case LuaParser.AND -> new LuaExpression.And(left, right, line);
        case LuaParser.OR -> new LuaExpression.Or(left, right, line);
        case LuaParser.CONCAT -> concatenation(left, right, line);
        default ->
            new LuaExpression.Operation(Precedence.operator(token.getType()), left, right, line);
      };
    }

    private LuaExpression concatenation(LuaExpression left, LuaExpression right, int line) {
      List<LuaExpression> operands = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      operands.add(left);
      lines.add(line);
      if (right instanceof LuaExpression.Concatenation(var rest, var further)) {
        operands.addAll(rest);
        lines.addAll(further);
      } else {
        operands.add(right);
      }
      return new LuaExpression.Concatenation(List.copyOf(operands), List.copyOf(lines));
    }
  }
}

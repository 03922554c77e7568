package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.ErlangParser.ArgumentsContext;
import dev.moonbeam.erlang.syntax.ErlangParser.AtomContext;
import dev.moonbeam.erlang.syntax.ErlangParser.BinElementContext;
import dev.moonbeam.erlang.syntax.ErlangParser.ClauseContext;
import dev.moonbeam.erlang.syntax.ErlangParser.ClausesContext;
import dev.moonbeam.erlang.syntax.ErlangParser.ExprContext;
import dev.moonbeam.erlang.syntax.ErlangParser.ExprsContext;
import dev.moonbeam.erlang.syntax.ErlangParser.FunClauseContext;
import dev.moonbeam.erlang.syntax.ErlangParser.FunExprContext;
import dev.moonbeam.erlang.syntax.ErlangParser.GuardContext;
import dev.moonbeam.erlang.syntax.ErlangParser.HashSuffixContext;
import dev.moonbeam.erlang.syntax.ErlangParser.MaxContext;
import dev.moonbeam.erlang.syntax.ErlangParser.OperatorContext;
import dev.moonbeam.erlang.syntax.ErlangParser.PrefixContext;
import dev.moonbeam.erlang.syntax.ErlangParser.PrimaryContext;
import dev.moonbeam.erlang.syntax.ErlangParser.QualifierContext;
import dev.moonbeam.erlang.syntax.ErlangParser.QualifiersContext;
import dev.moonbeam.erlang.syntax.ErlangParser.TryExprContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Parse tree to syntax tree, for expressions. Flat operator lists get their precedence here, with
 * two explicit stacks, so that a chain of any length costs no Java stack.
 */
final class ExpressionBuilder {
  /** An operator waiting for its right operand. */
  private record Pending(Token token, int precedence, boolean prefix) {}

  private static final int CATCH_PRECEDENCE = 0;
  private static final int PREFIX_PRECEDENCE = 600;

  private ExpressionBuilder() {}

  // ---- Operators -------------------------------------------------------------------------------

  static Node expr(ExprContext context) {
    List<ParseTree> children = context.children;
    if (children.size() == 1) {
      return primary((PrimaryContext) children.getFirst());
    }
    Deque<Node> operands = new ArrayDeque<>();
    Deque<Pending> pending = new ArrayDeque<>();
    for (ParseTree child : children) {
      switch (child) {
        case PrefixContext prefix -> {
          Token token = prefix.getStart();
          int precedence =
              token.getType() == ErlangLexer.CATCH ? CATCH_PRECEDENCE : PREFIX_PRECEDENCE;
          pending.push(new Pending(token, precedence, true));
        }
        case OperatorContext operator -> {
          Token token = operator.getStart();
          int precedence = precedence(token.getType());
          reduce(operands, pending, token, precedence);
          pending.push(new Pending(token, precedence, false));
        }
        case PrimaryContext primary -> operands.push(primary(primary));
        default -> throw new IllegalStateException();
      }
    }
    while (!pending.isEmpty()) {
      apply(operands, pending.pop());
    }
    return operands.pop();
  }

  /** Applies what binds tighter than the operator at hand. */
  private static void reduce(
      Deque<Node> operands, Deque<Pending> pending, Token token, int precedence) {
    while (!pending.isEmpty()) {
      Pending top = pending.getFirst();
      if (top.precedence < precedence) {
        return;
      }
      if (top.precedence == precedence) {
        if (isRightAssociative(precedence)) {
          return;
        }
        if (precedence == COMPARISON) {
          throw new SyntaxError(Tokens.at(token), "syntax error before: " + Tokens.shown(token));
        }
      }
      apply(operands, pending.pop());
    }
  }

  private static final int COMPARISON = 200;

  /** Reference manual, "Operator Precedence". */
  private static int precedence(int type) {
    return switch (type) {
      case ErlangLexer.MATCH, ErlangLexer.SEND -> 100;
      case ErlangLexer.ORELSE -> 150;
      case ErlangLexer.ANDALSO -> 160;
      case ErlangLexer.EQ,
          ErlangLexer.NE,
          ErlangLexer.LE,
          ErlangLexer.LT,
          ErlangLexer.GE,
          ErlangLexer.GT,
          ErlangLexer.EXACT_EQ,
          ErlangLexer.EXACT_NE ->
          COMPARISON;
      case ErlangLexer.PLUSPLUS, ErlangLexer.MINUSMINUS -> 300;
      case ErlangLexer.STAR,
          ErlangLexer.SLASH,
          ErlangLexer.DIV,
          ErlangLexer.REM,
          ErlangLexer.BAND,
          ErlangLexer.AND ->
          500;
      default -> 400;
    };
  }

  private static boolean isRightAssociative(int precedence) {
    return precedence < COMPARISON || precedence == 300;
  }

  private static void apply(Deque<Node> operands, Pending operator) {
    Token token = operator.token;
    Node right = operands.pop();
    if (operator.prefix) {
      operands.push(
          token.getType() == ErlangLexer.CATCH
              ? new Node.Catch(Tokens.at(token), right)
              : new Node.Unary(Tokens.at(token), token.getText(), right));
      return;
    }
    Node left = operands.pop();
    operands.push(
        token.getType() == ErlangLexer.MATCH
            ? new Node.Match(Node.start(left), left, right)
            : new Node.Binary(Tokens.at(token), operatorName(token), left, right));
  }

  private static String operatorName(Token token) {
    return token.getText().intern();
  }

  // ---- Calls, records, maps --------------------------------------------------------------------

  private static Node primary(PrimaryContext context) {
    List<ParseTree> children = context.children;
    if (children.getFirst() instanceof MaxContext max) {
      Node first = max(max);
      if (children.size() == 1) {
        return first;
      }
      return switch (children.get(1)) {
        case ArgumentsContext arguments -> new Node.Call(first.at(), first, arguments(arguments));
        case TerminalNode colon -> {
          Node remote =
              new Node.Remote(
                  Tokens.at(colon.getSymbol()), first, max((MaxContext) children.get(2)));
          yield children.size() == 3
              ? remote
              : new Node.Call(first.at(), remote, arguments((ArgumentsContext) children.get(3)));
        }
        default -> suffixes(first, children, 1);
      };
    }
    return suffixes(null, children, 0);
  }

  private static Node suffixes(@Nullable Node base, List<ParseTree> children, int from) {
    Node node = base;
    for (int i = from; i < children.size(); i++) {
      node = suffix(node, (HashSuffixContext) children.get(i));
    }
    if (node == null) {
      throw new IllegalStateException();
    }
    return node;
  }

  private static Node suffix(@Nullable Node base, HashSuffixContext context) {
    Token hash = context.getStart();
    long at = Tokens.at(hash);
    List<AtomContext> atoms = context.atom();
    if (context.PERIOD() != null) {
      String name = name(atoms.getFirst());
      String field = name(atoms.getLast());
      long fieldAt = Tokens.at(atoms.getLast().getStart());
      return base == null
          ? new Node.RecordIndex(at, name, field, fieldAt)
          : new Node.RecordAccess(at, base, name, field, fieldAt);
    }
    if (!atoms.isEmpty()) {
      List<Node.RecordField> fields = new ArrayList<>();
      for (ErlangParser.RecordFieldContext each : context.recordField()) {
        fields.add(recordField(each));
      }
      return new Node.RecordOf(at, base, name(atoms.getFirst()), fields);
    }
    List<Node.MapField> fields = new ArrayList<>();
    for (ErlangParser.MapFieldContext each : context.mapField()) {
      fields.add(
          new Node.MapField(
              Tokens.at(((TerminalNode) each.getChild(1)).getSymbol()),
              each.ASSOC() != null,
              expr(each.expr(0)),
              expr(each.expr(1))));
    }
    if (context.qualifiers() != null) {
      Node.MapField template = fields.getFirst();
      if (base != null || template.exact()) {
        throw syntaxError(context.DOUBLE_BAR().getSymbol());
      }
      return new Node.MapComprehension(
          at, template.key(), template.value(), qualifiers(context.qualifiers()));
    }
    return new Node.MapOf(at, base, fields);
  }

  private static Node.RecordField recordField(ErlangParser.RecordFieldContext context) {
    Token token = context.getStart();
    return new Node.RecordField(
        Tokens.at(token),
        context.atom() == null ? null : name(context.atom()),
        expr(context.expr()),
        context.atom() == null ? token.getText().intern() : null);
  }

  static SyntaxError syntaxError(Token token) {
    return new SyntaxError(Tokens.at(token), "syntax error before: " + Tokens.shown(token));
  }

  static List<Node> arguments(ArgumentsContext context) {
    return exprList(context.expr());
  }

  private static List<Node> exprList(List<ExprContext> contexts) {
    List<Node> nodes = new ArrayList<>(contexts.size());
    for (ExprContext each : contexts) {
      nodes.add(expr(each));
    }
    return nodes;
  }

  static List<Node> exprs(ExprsContext context) {
    return exprList(context.expr());
  }

  // ---- Operands --------------------------------------------------------------------------------

  private static Node max(MaxContext context) {
    ParseTree first = context.children.getFirst();
    Token token = context.getStart();
    long at = Tokens.at(token);
    return switch (first) {
      case AtomContext atom -> new Node.Literal(at, Atom.of(name(atom)));
      case ErlangParser.StringsContext strings -> strings(strings);
      case ErlangParser.ListContext list -> list(list);
      case ErlangParser.BinaryContext binary -> binary(binary);
      case ErlangParser.TupleContext tuple -> new Node.TupleOf(at, exprList(tuple.expr()));
      case ErlangParser.ReceiveContext receive -> receive(receive);
      case TryExprContext attempt -> attempt(attempt);
      case ErlangParser.MaybeExprContext maybe -> maybe(maybe);
      case FunExprContext fun -> fun(fun);
      case TerminalNode terminal -> terminal(context, terminal.getSymbol(), at);
      default -> throw new IllegalStateException();
    };
  }

  private static Node terminal(MaxContext context, Token token, long at) {
    return switch (token.getType()) {
      case ErlangLexer.VAR -> new Node.Var(at, token.getText().intern());
      case ErlangLexer.INTEGER -> new Node.Literal(at, integer(token));
      case ErlangLexer.FLOAT ->
          literal(token, () -> new Node.Literal(at, Literals.decimal(token.getText())));
      case ErlangLexer.CHAR -> new Node.Char(at, character(token));
      case ErlangLexer.LPAREN -> expr(context.expr());
      case ErlangLexer.BEGIN -> new Node.Block(at, exprs(context.exprs()));
      case ErlangLexer.CASE -> new Node.Case(at, expr(context.expr()), clauses(context.clauses()));
      case ErlangLexer.IF -> {
        List<Node.Clause> clauses = new ArrayList<>();
        for (ErlangParser.IfClauseContext each : context.ifClause()) {
          clauses.add(
              new Node.Clause(
                  Tokens.at(each.getStart()), List.of(), guard(each.guard()), exprs(each.exprs())));
        }
        yield new Node.If(at, clauses);
      }
      default -> throw new IllegalStateException(token.toString());
    };
  }

  /** A literal's value, which may turn out to be none. */
  private interface Reading<T> {
    T read() throws Literals.BadLiteral;
  }

  private static <T> T literal(Token token, Reading<T> reading) {
    try {
      return reading.read();
    } catch (Literals.BadLiteral e) {
      throw new SyntaxError(Tokens.at(token), e.getMessage());
    }
  }

  static Object integer(Token token) {
    return literal(token, () -> Literals.integer(token.getText()));
  }

  static int character(Token token) {
    return literal(token, () -> Literals.character(token.getText()));
  }

  static String name(AtomContext context) {
    Token token = context.getStart();
    return literal(token, () -> Literals.atom(token.getText())).name();
  }

  private static Node strings(ErlangParser.StringsContext context) {
    long at = Tokens.at(context.getStart());
    if (context.children.size() == 1) {
      Object value = string(context.getStart());
      return value instanceof String text ? new Node.Str(at, text) : new Node.Literal(at, value);
    }
    StringBuilder joined = new StringBuilder();
    for (ParseTree child : context.children) {
      Token token = ((TerminalNode) child).getSymbol();
      if (!(string(token) instanceof String text) || token.getType() == ErlangLexer.SIGIL) {
        throw syntaxError(token);
      }
      joined.append(text);
    }
    return new Node.Str(at, joined.toString());
  }

  private static Object string(Token token) {
    String text = token.getText();
    return literal(
        token,
        () ->
            switch (token.getType()) {
              case ErlangLexer.STRING -> Literals.string(text);
              case ErlangLexer.TRIPLE_STRING -> Literals.tripleQuoted(text);
              default -> {
                Object value = Literals.sigil(text);
                if (value == null) {
                  throw new Literals.BadLiteral("illegal sigil prefix");
                }
                yield value;
              }
            });
  }

  private static Node list(ErlangParser.ListContext context) {
    long at = Tokens.at(context.getStart());
    List<Node> elements = exprList(context.expr());
    if (context.qualifiers() != null) {
      return new Node.ListComprehension(at, elements.getFirst(), qualifiers(context.qualifiers()));
    }
    if (context.BAR() != null) {
      Node tail = elements.removeLast();
      return new Node.ListOf(at, elements, tail);
    }
    long end = elements.isEmpty() ? at : Tokens.at(context.getStop());
    return new Node.ListOf(at, elements, null, end);
  }

  private static Node binary(ErlangParser.BinaryContext context) {
    long at = Tokens.at(context.getStart());
    List<Node.BitElement> elements = new ArrayList<>();
    for (BinElementContext each : context.binElement()) {
      elements.add(element(each));
    }
    if (context.qualifiers() != null) {
      Node.BitElement template = elements.getFirst();
      if (template.size() != null || !template.types().isEmpty()) {
        throw syntaxError(context.DOUBLE_BAR().getSymbol());
      }
      return new Node.BitComprehension(at, template.value(), qualifiers(context.qualifiers()));
    }
    return new Node.Bits(at, elements);
  }

  private static Node.BitElement element(BinElementContext context) {
    long at = Tokens.at(context.getStart());
    Node value = max(context.max(0));
    if (context.prefix() != null) {
      Token prefix = context.prefix().getStart();
      value = new Node.Unary(at, prefix.getText(), value);
    }
    Node size = context.COLON() == null ? null : max(context.max(1));
    List<Node.BitType> types = new ArrayList<>();
    for (ErlangParser.BinTypeContext each : context.binType()) {
      int argument = -1;
      if (each.INTEGER() != null) {
        argument =
            integer(each.INTEGER().getSymbol()) instanceof Long unit && unit <= 1_000_000
                ? unit.intValue()
                : 1_000_000;
      }
      types.add(new Node.BitType(name(each.atom()), argument));
    }
    return new Node.BitElement(at, value, size, types);
  }

  private static List<Node.Qualifier> qualifiers(QualifiersContext context) {
    List<Node.Qualifier> qualifiers = new ArrayList<>();
    for (QualifierContext each : context.qualifier()) {
      List<Node> parts = exprList(each.expr());
      TerminalNode arrow = each.LARROW() != null ? each.LARROW() : each.BINARROW();
      long at = arrow == null ? Place.NONE : Tokens.at(arrow.getSymbol());
      qualifiers.add(
          switch (parts.size()) {
            case 1 -> new Node.Filter(parts.getFirst());
            case 3 -> new Node.MapGenerator(at, parts.get(0), parts.get(1), parts.get(2));
            default ->
                each.LARROW() != null
                    ? new Node.ListGenerator(at, parts.get(0), parts.get(1))
                    : new Node.BitGenerator(at, parts.get(0), parts.get(1));
          });
    }
    return qualifiers;
  }

  // ---- Clauses ---------------------------------------------------------------------------------

  static List<List<Node>> guard(@Nullable GuardContext context) {
    if (context == null) {
      return List.of();
    }
    List<List<Node>> alternatives = new ArrayList<>();
    for (ExprsContext each : context.exprs()) {
      alternatives.add(exprs(each));
    }
    return alternatives;
  }

  private static List<Node.Clause> clauses(@Nullable ClausesContext context) {
    if (context == null) {
      return List.of();
    }
    List<Node.Clause> clauses = new ArrayList<>();
    for (ClauseContext each : context.clause()) {
      clauses.add(
          new Node.Clause(
              Tokens.at(each.getStart()),
              List.of(expr(each.expr())),
              guard(each.guard()),
              exprs(each.exprs())));
    }
    return clauses;
  }

  private static Node receive(ErlangParser.ReceiveContext context) {
    boolean after = context.AFTER() != null;
    return new Node.Receive(
        Tokens.at(context.getStart()),
        clauses(context.clauses()),
        after ? expr(context.expr()) : null,
        after ? exprs(context.exprs()) : List.of());
  }

  private static Node attempt(TryExprContext context) {
    List<Node.CatchClause> handlers = new ArrayList<>();
    if (context.tryClauses() != null) {
      for (ErlangParser.TryClauseContext each : context.tryClauses().tryClause()) {
        handlers.add(handler(each));
      }
    }
    List<ExprsContext> bodies = context.exprs();
    return new Node.Try(
        Tokens.at(context.getStart()),
        exprs(bodies.getFirst()),
        clauses(context.clauses()),
        handlers,
        bodies.size() > 1 ? exprs(bodies.getLast()) : List.of());
  }

  private static Node.CatchClause handler(ErlangParser.TryClauseContext context) {
    Token start = context.getStart();
    long at = Tokens.at(start);
    ParseTree second = context.getChildCount() > 1 ? context.getChild(1) : null;
    boolean classed =
        second instanceof TerminalNode colon && isClassColon(colon) && !isExpr(context, 0);
    Node kind = new Node.Literal(at, Atom.THROW);
    if (classed) {
      kind =
          context.atom() != null
              ? new Node.Literal(at, Atom.of(name(context.atom())))
              : new Node.Var(at, start.getText().intern());
    }
    Node.Var trace = null;
    for (int i = 1; i < context.getChildCount(); i++) {
      if (isExpr(context, i - 1)
          && context.getChild(i) instanceof TerminalNode colon
          && isClassColon(colon)) {
        Token name = ((TerminalNode) context.getChild(i + 1)).getSymbol();
        trace = new Node.Var(Tokens.at(name), name.getText().intern());
      }
    }
    return new Node.CatchClause(
        at, kind, expr(context.expr()), trace, guard(context.guard()), exprs(context.exprs()));
  }

  private static boolean isExpr(ParserRuleContext context, int index) {
    return context.getChild(index) instanceof ExprContext;
  }

  private static boolean isClassColon(TerminalNode node) {
    return node.getSymbol().getType() == ErlangLexer.CLASS_COLON;
  }

  private static Node maybe(ErlangParser.MaybeExprContext context) {
    List<Node> steps = new ArrayList<>();
    for (ErlangParser.MaybeStepContext each : context.maybeStep()) {
      List<ExprContext> parts = each.expr();
      Node first = expr(parts.getFirst());
      steps.add(
          parts.size() == 1
              ? first
              : new Node.MaybeMatch(first.at(), first, expr(parts.getLast())));
    }
    long elseAt = context.ELSE() == null ? Place.NONE : Tokens.at(context.ELSE().getSymbol());
    return new Node.Maybe(Tokens.at(context.getStart()), steps, elseAt, clauses(context.clauses()));
  }

  private static Node fun(FunExprContext context) {
    long at = Tokens.at(context.getStart());
    if (context.funClause().isEmpty()) {
      List<ErlangParser.FunNameContext> names = context.funName();
      if (names.isEmpty()) {
        Token arity = context.INTEGER().getSymbol();
        if (!(integer(arity) instanceof Long count) || count > 255) {
          throw new SyntaxError(Tokens.at(arity), "bad function arity");
        }
        return new Node.LocalFun(at, name(context.atom()), count.intValue());
      }
      Node arity =
          context.INTEGER() != null
              ? new Node.Literal(
                  Tokens.at(context.INTEGER().getSymbol()), integer(context.INTEGER().getSymbol()))
              : new Node.Var(
                  Tokens.at(context.VAR().getSymbol()), context.VAR().getText().intern());
      return new Node.RemoteFun(at, funName(names.get(0)), funName(names.get(1)), arity);
    }
    String name = null;
    List<Node.Clause> clauses = new ArrayList<>();
    for (FunClauseContext each : context.funClause()) {
      String own = each.VAR() == null ? null : each.VAR().getText();
      if (!clauses.isEmpty() && (own == null ? name != null : !own.equals(name))) {
        throw syntaxError(each.getStart());
      }
      name = own;
      HeadPatterns.check(each.arguments());
      clauses.add(
          new Node.Clause(
              Tokens.at(each.getStart()),
              arguments(each.arguments()),
              guard(each.guard()),
              exprs(each.exprs())));
    }
    return new Node.FunOf(at, name == null ? null : name.intern(), clauses);
  }

  private static Node funName(ErlangParser.FunNameContext context) {
    long at = Tokens.at(context.getStart());
    return context.atom() != null
        ? new Node.Literal(at, Atom.of(name(context.atom())))
        : new Node.Var(at, context.getText().intern());
  }
}

package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.erlang.syntax.ErlangParser.FunctionClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Parse tree to syntax tree, for forms. */
final class FormBuilder {
  private FormBuilder() {}

  static Form.Function function(String file, ErlangParser.FunctionFormContext context) {
    List<Node.Clause> clauses = new ArrayList<>();
    String name = "";
    int arity = 0;
    for (FunctionClauseContext each : context.functionClause()) {
      String own = ExpressionBuilder.name(each.atom());
      HeadPatterns.check(each.arguments());
      List<Node> patterns = ExpressionBuilder.arguments(each.arguments());
      if (clauses.isEmpty()) {
        name = own;
        arity = patterns.size();
      } else if (!own.equals(name) || patterns.size() != arity) {
        throw new SyntaxError(Tokens.at(each.getStart()), "head mismatch");
      }
      clauses.add(
          new Node.Clause(
              Tokens.at(each.getStart()),
              patterns,
              ExpressionBuilder.guard(each.guard()),
              ExpressionBuilder.exprs(each.exprs())));
    }
    return new Form.Function(Tokens.at(context.getStart()), file, name, arity, clauses);
  }

  static Form.Attribute attribute(String file, ErlangParser.AttributeContext context) {
    String name = ExpressionBuilder.name(context.atom());
    long at = Tokens.at(context.atom().getStart());
    List<Node> values = values(context);
    return new Form.Attribute(at, file, name, AttributeBuilder.value(name, values));
  }

  private static List<Node> values(ErlangParser.AttributeContext context) {
    return context.expr().stream().map(ExpressionBuilder::expr).toList();
  }

  /** What is wrong with a record's definition that reads as an attribute only. */
  static SyntaxError badRecord(ErlangParser.AttributeContext context) {
    return AttributeBuilder.badRecord(values(context));
  }

  static Form.Record record(String file, ErlangParser.RecordFormContext context) {
    List<Form.Field> fields = new ArrayList<>();
    for (ErlangParser.RecordFieldDeclContext each : context.recordFieldDecl()) {
      fields.add(
          new Form.Field(
              Tokens.at(each.getStart()),
              ExpressionBuilder.name(each.atom()),
              each.expr() == null ? null : ExpressionBuilder.expr(each.expr()),
              each.topType() == null ? null : TypeBuilder.type(each.topType())));
    }
    return new Form.Record(
        Tokens.at(context.atom(0).getStart()),
        file,
        ExpressionBuilder.name(context.atom(1)),
        fields);
  }

  static Form.Type type(String file, ErlangParser.TypeFormContext context) {
    ErlangParser.TypeDefContext definition = context.typeDef();
    List<Node.Var> parameters = new ArrayList<>();
    for (org.antlr.v4.runtime.tree.TerminalNode each : definition.VAR()) {
      Token token = each.getSymbol();
      if (token.getText().equals("_")) {
        throw new SyntaxError(Tokens.at(token), "bad type variable");
      }
      parameters.add(new Node.Var(Tokens.at(token), token.getText().intern()));
    }
    return new Form.Type(
        Tokens.at(context.atom().getStart()),
        file,
        ExpressionBuilder.name(context.atom()),
        ExpressionBuilder.name(definition.atom()),
        parameters,
        TypeBuilder.type(definition.topType()));
  }

  /** What is wrong with the definition of a type whose name is some other expression. */
  static SyntaxError badType(ErlangParser.BadTypeFormContext context) {
    if (context.topType() == null) {
      Node value = ExpressionBuilder.expr(context.expr());
      return new SyntaxError(Node.start(value), "bad attribute");
    }
    if (ExpressionBuilder.expr(context.expr()) instanceof Node.Call call
        && call.function() instanceof Node.Literal(_, Atom _)) {
      for (Node argument : call.arguments()) {
        if (!(argument instanceof Node.Var)) {
          return new SyntaxError(Node.start(argument), "bad type variable");
        }
      }
    }
    String word = ExpressionBuilder.name(context.atom());
    return new SyntaxError(Tokens.at(context.atom().getStart()), "bad " + word + " declaration");
  }

  static Form.Spec spec(String file, ErlangParser.SpecFormContext context) {
    ErlangParser.SpecContext spec = context.spec();
    List<ErlangParser.AtomContext> names = spec.atom();
    List<Object> types = new ArrayList<>();
    for (ErlangParser.SpecClauseContext each : spec.specClause()) {
      types.add(TypeBuilder.clause(each));
    }
    return new Form.Spec(
        Tokens.at(context.atom().getStart()),
        file,
        ExpressionBuilder.name(context.atom()),
        names.size() == 2 ? ExpressionBuilder.name(names.getFirst()) : null,
        ExpressionBuilder.name(names.getLast()),
        TypeBuilder.arity(spec.specClause().getFirst()),
        Cons.list(types.toArray()));
  }

  static boolean isTypeWord(String word) {
    return word.equals("type") || word.equals("opaque") || word.equals("nominal");
  }

  static boolean isSpecWord(String word) {
    return word.equals("spec") || word.equals("callback");
  }

  /** The atom as a word, for callers that compare names. */
  static String word(Token token) {
    try {
      return Tokens.isAtom(token) ? Literals.atom(token.getText()).name() : token.getText();
    } catch (Literals.BadLiteral e) {
      return Atom.UNDEFINED.name();
    }
  }
}

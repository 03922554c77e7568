package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ErlangParser.ArithTypeContext;
import dev.moonbeam.erlang.syntax.ErlangParser.RangeTypeContext;
import dev.moonbeam.erlang.syntax.ErlangParser.SpecClauseContext;
import dev.moonbeam.erlang.syntax.ErlangParser.TopTypeContext;
import dev.moonbeam.erlang.syntax.ErlangParser.TopTypesContext;
import dev.moonbeam.erlang.syntax.ErlangParser.TypeContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Parse tree of types to terms of the abstract format (ERTS, "The Abstract Format", section Types).
 */
final class TypeBuilder {
  private TypeBuilder() {}

  static Object type(TopTypeContext context) {
    Object type = union(context.unionType());
    if (context.VAR() == null) {
      return type;
    }
    Token variable = context.VAR().getSymbol();
    return tuple("ann_type", context, Cons.list(variable(variable), type));
  }

  private static Object union(ErlangParser.UnionTypeContext context) {
    List<Object> alternatives = new ArrayList<>();
    ErlangParser.UnionTypeContext each = context;
    while (true) {
      alternatives.add(range(each.rangeType()));
      TopTypeContext rest = each.topType();
      if (rest == null) {
        break;
      }
      if (rest.VAR() != null) {
        alternatives.add(type(rest));
        break;
      }
      each = rest.unionType();
    }
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : named("union", context, Cons.list(alternatives.toArray()));
  }

  private static Object range(RangeTypeContext context) {
    List<ArithTypeContext> bounds = context.arithType();
    Object low = arithmetic(bounds.getFirst());
    return bounds.size() == 1
        ? low
        : named("range", context, Cons.list(low, arithmetic(bounds.getLast())));
  }

  /** Constant integer expressions; precedence is kept in two levels, which is what types use. */
  private static Object arithmetic(ArithTypeContext context) {
    Object result = null;
    Object product = null;
    Token sum = null;
    Token times = null;
    List<Token> prefixes = new ArrayList<>();
    for (ParseTree child : context.children) {
      switch (child) {
        case ErlangParser.TypePrefixContext prefix -> prefixes.add(prefix.getStart());
        case ErlangParser.TypeOperatorContext operator -> {
          Token token = operator.getStart();
          if (isMultiplicative(token.getType())) {
            times = token;
          } else {
            result = combined(result, sum, product);
            sum = token;
            product = null;
          }
        }
        case TypeContext type -> {
          Object operand = type(type);
          for (Token prefix : prefixes.reversed()) {
            operand = new Tuple(Atom.of("op"), place(prefix), Atom.of(prefix.getText()), operand);
          }
          prefixes.clear();
          product = combined(product, times, operand);
          times = null;
        }
        default -> throw new IllegalStateException();
      }
    }
    Object combined = combined(result, sum, product);
    if (combined == null) {
      throw new IllegalStateException();
    }
    return combined;
  }

  private static @Nullable Object combined(
      @Nullable Object left, @Nullable Token operator, @Nullable Object right) {
    return left == null || operator == null || right == null
        ? right
        : new Tuple(Atom.of("op"), place(operator), Atom.of(operator.getText()), left, right);
  }

  private static boolean isMultiplicative(int type) {
    return switch (type) {
      case ErlangLexer.STAR,
          ErlangLexer.SLASH,
          ErlangLexer.DIV,
          ErlangLexer.REM,
          ErlangLexer.BAND,
          ErlangLexer.AND ->
          true;
      default -> false;
    };
  }

  private static Object type(TypeContext context) {
    return switch (context) {
      case ErlangParser.ParenTypeContext paren -> type(paren.topType());
      case ErlangParser.VarTypeContext variable -> variable(variable.getStart());
      case ErlangParser.AtomTypeContext atom -> atomType(atom.atom());
      case ErlangParser.IntegerTypeContext integer ->
          new Tuple(
              Atom.of("integer"),
              place(integer.getStart()),
              ExpressionBuilder.integer(integer.getStart()));
      case ErlangParser.CharTypeContext character ->
          new Tuple(
              Atom.of("char"),
              place(character.getStart()),
              (long) ExpressionBuilder.character(character.getStart()));
      case ErlangParser.NamedTypeContext call -> call(call);
      case ErlangParser.RemoteTypeContext remote ->
          tuple(
              "remote_type",
              remote,
              Cons.list(
                  atomType(remote.atom(0)), atomType(remote.atom(1)), types(remote.topTypes())));
      case ErlangParser.ListTypeContext list -> {
        if (list.topType() == null) {
          yield named("nil", list, Nil.EMPTY);
        }
        String name = list.ELLIPSIS() == null ? "list" : "nonempty_list";
        yield named(name, list, Cons.list(type(list.topType())));
      }
      case ErlangParser.TupleTypeContext tuple -> named("tuple", tuple, types(tuple.topTypes()));
      case ErlangParser.MapTypeContext map -> {
        List<Object> pairs = new ArrayList<>();
        for (ErlangParser.MapPairTypeContext pair : map.mapPairType()) {
          pairs.add(
              new Tuple(
                  Atom.of("type"),
                  place(((TerminalNode) pair.getChild(1)).getSymbol()),
                  Atom.of(pair.ASSOC() == null ? "map_field_assoc" : "map_field_exact"),
                  Cons.list(type(pair.topType(0)), type(pair.topType(1)))));
        }
        yield named("map", map, Cons.list(pairs.toArray()));
      }
      case ErlangParser.RecordTypeContext record -> {
        List<Object> parts = new ArrayList<>();
        parts.add(atomType(record.atom()));
        for (ErlangParser.FieldTypeContext field : record.fieldType()) {
          parts.add(
              named("field_type", field, Cons.list(atomType(field.atom()), type(field.topType()))));
        }
        yield named("record", record, Cons.list(parts.toArray()));
      }
      case ErlangParser.BinaryTypeContext binary -> binary(binary);
      case ErlangParser.FunTypeContext fun -> fun(fun);
      default -> throw new IllegalStateException();
    };
  }

  private static Object call(ErlangParser.NamedTypeContext context) {
    Atom name = atom(context.atom());
    Object arguments = types(context.topTypes());
    if (arguments == Nil.EMPTY && (name.name().equals("tuple") || name.name().equals("map"))) {
      arguments = Atom.of("any");
    }
    boolean builtin =
        BuiltinTypes.isBuiltin(
            name.name(), context.topTypes() == null ? 0 : context.topTypes().topType().size());
    return new Tuple(
        Atom.of(builtin ? "type" : "user_type"), place(context.getStart()), name, arguments);
  }

  private static Object binary(ErlangParser.BinaryTypeContext context) {
    Object base = number(context, 0L);
    Object unit = number(context, 0L);
    for (ErlangParser.BinaryTypeElementContext element : context.binaryTypeElement()) {
      if (element.STAR() == null) {
        base = type(element.type());
      } else {
        unit = type(element.type());
      }
    }
    return named("binary", context, Cons.list(base, unit));
  }

  private static Object number(ParserRuleContext context, long value) {
    return new Tuple(Atom.of("integer"), place(context.getStart()), value);
  }

  private static Object fun(ErlangParser.FunTypeContext context) {
    if (context.topType() == null) {
      return named("fun", context, Nil.EMPTY);
    }
    Object arguments =
        context.ELLIPSIS() != null
            ? new Tuple(Atom.of("type"), place(context.LPAREN(1).getSymbol()), Atom.of("any"))
            : new Tuple(
                Atom.of("type"),
                place(context.LPAREN(1).getSymbol()),
                Atom.of("product"),
                types(context.topTypes()));
    return new Tuple(
        Atom.of("type"),
        place(context.LPAREN(1).getSymbol()),
        Atom.of("fun"),
        Cons.list(arguments, type(context.topType())));
  }

  /** One clause of a spec as a fun type, bounded where it has constraints. */
  static Object clause(SpecClauseContext context) {
    Object fun =
        named(
            "fun",
            context,
            Cons.list(
                named("product", context, types(context.topTypes())), type(context.topType())));
    if (context.constraint().isEmpty()) {
      return fun;
    }
    List<Object> constraints = new ArrayList<>();
    for (ErlangParser.ConstraintContext each : context.constraint()) {
      Object constrained =
          each.atom() != null
              ? types(each.topTypes())
              : Cons.list(variable(each.VAR().getSymbol()), type(each.topType()));
      constraints.add(
          named(
              "constraint",
              each,
              Cons.list(
                  new Tuple(Atom.of("atom"), place(each.getStart()), Atom.of("is_subtype")),
                  constrained)));
    }
    return named("bounded_fun", context, Cons.list(fun, Cons.list(constraints.toArray())));
  }

  static int arity(SpecClauseContext context) {
    return context.topTypes() == null ? 0 : context.topTypes().topType().size();
  }

  private static Object types(@Nullable TopTypesContext context) {
    if (context == null) {
      return Nil.EMPTY;
    }
    List<Object> types = new ArrayList<>();
    for (TopTypeContext each : context.topType()) {
      types.add(type(each));
    }
    return Cons.list(types.toArray());
  }

  private static Object named(String name, ParserRuleContext context, Object arguments) {
    return new Tuple(Atom.of("type"), place(context.getStart()), Atom.of(name), arguments);
  }

  private static Object tuple(String tag, ParserRuleContext context, Object rest) {
    return new Tuple(Atom.of(tag), place(context.getStart()), rest);
  }

  private static Object variable(Token token) {
    return new Tuple(Atom.of("var"), place(token), Atom.of(token.getText()));
  }

  private static Object atomType(ErlangParser.AtomContext context) {
    return new Tuple(Atom.of("atom"), place(context.getStart()), atom(context));
  }

  private static Atom atom(ErlangParser.AtomContext context) {
    return Atom.of(ExpressionBuilder.name(context));
  }

  private static Object place(Token token) {
    return new Tuple((long) token.getLine(), (long) token.getCharPositionInLine() + 1);
  }
}

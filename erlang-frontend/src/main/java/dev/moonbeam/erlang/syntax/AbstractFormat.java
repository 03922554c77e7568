package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Syntax trees as terms, in the form that OTP's tools exchange (ERTS User's Guide, "The Abstract
 * Format"). Annotations are {@code {Line, Column}}.
 */
public final class AbstractFormat {
  private AbstractFormat() {}

  /** A module's forms, with the attributes that say in which file they stand. */
  public static Object forms(List<Form> forms) {
    List<Object> terms = new ArrayList<>(forms.size() + 1);
    String file = null;
    for (Form form : forms) {
      if (!form.file().equals(file)) {
        long line = file == null ? 1 : Place.line(form.at());
        file = form.file();
        Tuple value = new Tuple(ConstantTerms.string(file, Nil.EMPTY), line);
        terms.add(tuple("attribute", Place.of((int) line, 1), Atom.of("file"), value));
      }
      terms.add(form(form));
    }
    return Cons.list(terms.toArray());
  }

  public static Object form(Form form) {
    return switch (form) {
      case Form.Function function ->
          tuple(
              "function",
              function.at(),
              Atom.of(function.name()),
              (long) function.arity(),
              list(function.clauses(), AbstractFormat::clause));
      case Form.Attribute attribute ->
          tuple("attribute", attribute.at(), Atom.of(attribute.name()), attribute.value());
      case Form.Record record ->
          tuple(
              "attribute",
              record.at(),
              Atom.of("record"),
              new Tuple(Atom.of(record.name()), list(record.fields(), AbstractFormat::field)));
      case Form.Type type ->
          tuple(
              "attribute",
              type.at(),
              Atom.of(type.kind()),
              new Tuple(
                  Atom.of(type.name()),
                  type.type(),
                  list(type.parameters(), AbstractFormat::expression)));
      case Form.Spec spec -> {
        Object name =
            spec.module() == null
                ? new Tuple(Atom.of(spec.name()), (long) spec.arity())
                : new Tuple(Atom.of(spec.module()), Atom.of(spec.name()), (long) spec.arity());
        yield tuple("attribute", spec.at(), Atom.of(spec.kind()), new Tuple(name, spec.types()));
      }
      case Form.End end -> tuple("eof", end.at());
    };
  }

  private static Object field(Form.Field field) {
    Object name = tuple("atom", field.at(), Atom.of(field.name()));
    Object untyped =
        field.value() == null
            ? tuple("record_field", field.at(), name)
            : tuple("record_field", field.at(), name, expression(field.value()));
    return field.type() == null
        ? untyped
        : new Tuple(Atom.of("typed_record_field"), untyped, field.type());
  }

  private static Object clause(Node.Clause clause) {
    return tuple(
        "clause",
        clause.at(),
        expressions(clause.patterns()),
        guard(clause.guard()),
        expressions(clause.body()));
  }

  private static Object guard(List<List<Node>> guard) {
    return list(guard, AbstractFormat::expressions);
  }

  /** Clauses of a catch have one pattern: {@code {Class, Pattern, Trace}}. */
  private static Object handler(Node.CatchClause handler) {
    Object trace =
        handler.trace() == null
            ? tuple("var", handler.at(), Atom.of("_"))
            : expression(handler.trace());
    Object head =
        tuple(
            "tuple",
            handler.at(),
            Cons.list(expression(handler.kind()), expression(handler.pattern()), trace));
    return tuple(
        "clause",
        handler.at(),
        Cons.list(head),
        guard(handler.guard()),
        expressions(handler.body()));
  }

  private static Object expressions(List<Node> nodes) {
    return list(nodes, AbstractFormat::expression);
  }

  public static Object expression(Node node) {
    long at = node.at();
    return switch (node) {
      case Node.Var variable -> tuple("var", at, Atom.of(variable.name()));
      case Node.Literal literal -> literal(at, literal.value());
      case Node.Char character -> tuple("char", at, (long) character.codePoint());
      case Node.Str string -> tuple("string", at, ConstantTerms.string(string.text(), Nil.EMPTY));
      case Node.ListOf list -> cells(list);
      case Node.TupleOf tuple -> tuple("tuple", at, expressions(tuple.elements()));
      case Node.MapOf map -> {
        Object fields = list(map.fields(), AbstractFormat::mapField);
        yield map.base() == null
            ? tuple("map", at, fields)
            : tuple("map", at, expression(map.base()), fields);
      }
      case Node.RecordOf record -> {
        Object fields = list(record.fields(), AbstractFormat::recordField);
        Atom name = Atom.of(record.name());
        yield record.base() == null
            ? tuple("record", at, name, fields)
            : tuple("record", at, expression(record.base()), name, fields);
      }
      case Node.RecordAccess access ->
          tuple(
              "record_field",
              at,
              expression(access.record()),
              Atom.of(access.name()),
              tuple("atom", access.fieldAt(), Atom.of(access.field())));
      case Node.RecordIndex index ->
          tuple(
              "record_index",
              at,
              Atom.of(index.name()),
              tuple("atom", index.fieldAt(), Atom.of(index.field())));
      case Node.Bits bits -> tuple("bin", at, list(bits.elements(), AbstractFormat::element));
      case Node.ListComprehension each ->
          tuple(
              "lc",
              at,
              expression(each.template()),
              list(each.qualifiers(), AbstractFormat::qualifier));
      case Node.BitComprehension each ->
          tuple(
              "bc",
              at,
              expression(each.template()),
              list(each.qualifiers(), AbstractFormat::qualifier));
      case Node.MapComprehension each ->
          tuple(
              "mc",
              at,
              tuple("map_field_assoc", at, expression(each.key()), expression(each.value())),
              list(each.qualifiers(), AbstractFormat::qualifier));
      case Node.Block block -> tuple("block", at, expressions(block.body()));
      case Node.If conditions ->
          tuple("if", at, list(conditions.clauses(), AbstractFormat::clause));
      case Node.Case each ->
          tuple(
              "case", at, expression(each.subject()), list(each.clauses(), AbstractFormat::clause));
      case Node.Receive receive -> {
        Object clauses = list(receive.clauses(), AbstractFormat::clause);
        yield receive.timeout() == null
            ? tuple("receive", at, clauses)
            : tuple(
                "receive",
                at,
                clauses,
                expression(receive.timeout()),
                expressions(receive.after()));
      }
      case Node.Try attempt ->
          tuple(
              "try",
              at,
              expressions(attempt.body()),
              list(attempt.of(), AbstractFormat::clause),
              list(attempt.handlers(), AbstractFormat::handler),
              expressions(attempt.after()));
      case Node.Catch each -> tuple("catch", at, expression(each.body()));
      case Node.Maybe maybe -> {
        Object steps = expressions(maybe.steps());
        yield maybe.otherwise().isEmpty()
            ? tuple("maybe", at, steps)
            : tuple(
                "maybe",
                at,
                steps,
                tuple("else", maybe.elseAt(), list(maybe.otherwise(), AbstractFormat::clause)));
      }
      case Node.MaybeMatch match ->
          tuple("maybe_match", at, expression(match.pattern()), expression(match.value()));
      case Node.FunOf fun -> {
        Object clauses = list(fun.clauses(), AbstractFormat::clause);
        yield fun.name() == null
            ? tuple("fun", at, new Tuple(Atom.of("clauses"), clauses))
            : tuple("named_fun", at, Atom.of(fun.name()), clauses);
      }
      case Node.LocalFun fun ->
          tuple("fun", at, new Tuple(Atom.of("function"), Atom.of(fun.name()), (long) fun.arity()));
      case Node.RemoteFun fun ->
          tuple(
              "fun",
              at,
              new Tuple(
                  Atom.of("function"),
                  expression(fun.module()),
                  expression(fun.name()),
                  expression(fun.arity())));
      case Node.Call call ->
          tuple("call", at, expression(call.function()), expressions(call.arguments()));
      case Node.Remote remote ->
          tuple("remote", at, expression(remote.module()), expression(remote.function()));
      case Node.Match match ->
          tuple("match", at, expression(match.pattern()), expression(match.value()));
      case Node.Binary binary ->
          tuple(
              "op",
              at,
              Atom.of(binary.operator()),
              expression(binary.left()),
              expression(binary.right()));
      case Node.Unary unary ->
          tuple("op", at, Atom.of(unary.operator()), expression(unary.operand()));
    };
  }

  private static Object literal(long at, Object value) {
    return switch (value) {
      case Atom atom -> tuple("atom", at, atom);
      case Long _, BigInteger _ -> tuple("integer", at, value);
      case Double _ -> tuple("float", at, value);
      // A binary sigil, which the abstract format spells as a string in UTF-8.
      case dev.moonbeam.core.term.Binary binary ->
          tuple(
              "bin",
              at,
              Cons.list(
                  tuple(
                      "bin_element",
                      at,
                      tuple("string", at, ConstantTerms.string(binary.toString(), Nil.EMPTY)),
                      Atom.of("default"),
                      Cons.list(Atom.of("utf8")))));
      default -> throw new IllegalArgumentException(String.valueOf(value));
    };
  }

  private static Object cells(Node.ListOf list) {
    Object tail = list.tail() == null ? tuple("nil", list.end()) : expression(list.tail());
    for (int i = list.elements().size() - 1; i >= 0; i--) {
      Node element = list.elements().get(i);
      tail = tuple("cons", i == 0 ? list.at() : Node.start(element), expression(element), tail);
    }
    return tail;
  }

  private static Object mapField(Node.MapField field) {
    return tuple(
        field.exact() ? "map_field_exact" : "map_field_assoc",
        field.at(),
        expression(field.key()),
        expression(field.value()));
  }

  private static Object recordField(Node.RecordField field) {
    Object name =
        field.name() == null
            ? tuple("var", field.at(), Atom.of("_"))
            : tuple("atom", field.at(), Atom.of(field.name()));
    return tuple("record_field", field.at(), name, expression(field.value()));
  }

  private static Object element(Node.BitElement element) {
    return tuple(
        "bin_element",
        element.at(),
        expression(element.value()),
        orDefault(element.size() == null ? null : expression(element.size())),
        orDefault(
            element.types().isEmpty() ? null : list(element.types(), AbstractFormat::bitType)));
  }

  private static Object bitType(Node.BitType type) {
    return type.argument() < 0
        ? Atom.of(type.name())
        : new Tuple(Atom.of(type.name()), (long) type.argument());
  }

  private static Object orDefault(@Nullable Object value) {
    return value == null ? Atom.of("default") : value;
  }

  private static Object qualifier(Node.Qualifier qualifier) {
    return switch (qualifier) {
      case Node.Filter filter -> expression(filter.test());
      case Node.ListGenerator each ->
          tuple("generate", each.at(), expression(each.pattern()), expression(each.source()));
      case Node.BitGenerator each ->
          tuple("b_generate", each.at(), expression(each.pattern()), expression(each.source()));
      case Node.MapGenerator each ->
          tuple(
              "m_generate",
              each.at(),
              tuple("map_field_exact", each.at(), expression(each.key()), expression(each.value())),
              expression(each.source()));
    };
  }

  private static <T> Object list(List<T> items, Function<? super T, Object> shape) {
    List<Object> terms = new ArrayList<>(items.size());
    for (T item : items) {
      terms.add(shape.apply(item));
    }
    return Cons.list(terms.toArray());
  }

  private static Tuple tuple(String tag, long at, Object... rest) {
    Object[] elements = new Object[rest.length + 2];
    elements[0] = Atom.of(tag);
    elements[1] = new Tuple((long) Place.line(at), (long) Place.column(at));
    System.arraycopy(rest, 0, elements, 2, rest.length);
    return new Tuple(elements);
  }
}

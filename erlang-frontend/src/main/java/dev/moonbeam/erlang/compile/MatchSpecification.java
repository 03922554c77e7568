package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ets:fun2ms(fun ... end)}: the fun as a match specification (STDLIB, {@code ms_transform};
 * ERTS, "Match Specifications in Erlang"). OTP does this by a parse transform; here it is part of
 * the language, so that it needs no code that runs while compiling. Works on the syntax tree: the
 * result is an expression that makes the specification.
 */
final class MatchSpecification {
  private final ModuleContext module;

  /** What a variable of the head stands for: {@code '$1'}, or {@code '$_'} for the whole object. */
  private final Map<String, Node> bound = new HashMap<>();

  private MatchSpecification(ModuleContext module) {
    this.module = module;
  }

  /** Whether the call is to be done here. */
  static boolean isCall(String module, String name, List<Node> arguments) {
    return (module.equals("ets") || module.equals("dbg"))
        && name.equals("fun2ms")
        && arguments.size() == 1
        && arguments.getFirst() instanceof Node.FunOf;
  }

  static Node of(Node.FunOf fun, ModuleContext module) {
    List<Node> clauses = new ArrayList<>();
    for (Node.Clause clause : fun.clauses()) {
      if (clause.patterns().size() != 1) {
        throw new LoweringError(
            clause.at(), "ets:fun2ms requires fun with single variable or tuple parameter");
      }
      clauses.addAll(new MatchSpecification(module).clause(clause));
    }
    return new Node.ListOf(fun.at(), clauses, null);
  }

  /** One for each alternative of the guard. */
  private List<Node> clause(Node.Clause clause) {
    long at = clause.at();
    Node head = whole(clause.patterns().getFirst());
    Node body = new Node.ListOf(at, expressions(clause.body()), null);
    List<List<Node>> alternatives = clause.guard().isEmpty() ? List.of(List.of()) : clause.guard();
    List<Node> specifications = new ArrayList<>();
    for (List<Node> tests : alternatives) {
      Node guard = new Node.ListOf(at, expressions(tests), null);
      specifications.add(new Node.TupleOf(at, List.of(head, guard, body)));
    }
    return specifications;
  }

  private List<Node> expressions(List<Node> nodes) {
    return nodes.stream().map(this::expression).toList();
  }

  /** The object's pattern; a variable beside it stands for all of the object. */
  private Node whole(Node pattern) {
    if (pattern instanceof Node.Match(_, Node left, Node right)) {
      if (left instanceof Node.Var(long at, String name)) {
        bound.put(name, atom(at, "$_"));
        return whole(right);
      }
      if (right instanceof Node.Var(long at, String name)) {
        bound.put(name, atom(at, "$_"));
        return whole(left);
      }
    }
    return head(pattern);
  }

  private Node head(Node pattern) {
    long at = pattern.at();
    return switch (pattern) {
      case Node.Var(_, String name) -> {
        if (name.equals("_")) {
          yield atom(at, "_");
        }
        Node known = bound.get(name);
        if (known == null) {
          known = atom(at, "$" + (numbered() + 1));
          bound.put(name, known);
        }
        yield known;
      }
      case Node.TupleOf tuple ->
          new Node.TupleOf(at, tuple.elements().stream().map(this::head).toList());
      case Node.ListOf list ->
          new Node.ListOf(
              at,
              list.elements().stream().map(this::head).toList(),
              list.tail() == null ? null : head(list.tail()));
      case Node.MapOf map when map.base() == null ->
          new Node.MapOf(
              at,
              null,
              map.fields().stream()
                  .map(each -> new Node.MapField(each.at(), false, each.key(), head(each.value())))
                  .toList());
      case Node.RecordOf record when record.base() == null -> {
        RecordType type = type(record.name(), at);
        List<Node> elements = fields(record, type, atom(at, "_"), true);
        elements.addFirst(atom(at, record.name()));
        yield new Node.TupleOf(at, elements);
      }
      case Node.Literal _, Node.Char _, Node.Str _, Node.Unary _, Node.Bits _ -> pattern;
      default -> throw new LoweringError(at, "illegal pattern");
    };
  }

  private long numbered() {
    return bound.values().stream()
        .filter(each -> each instanceof Node.Literal(_, Object name) && !name.equals(Atom.of("$_")))
        .count();
  }

  private RecordType type(String name, long at) {
    RecordType type = module.records.get(name);
    if (type == null) {
      throw new LoweringError(at, "record " + name + " undefined");
    }
    return type;
  }

  /** The record's fields in order; {@code missing} where none is given, or the field's default. */
  private List<Node> fields(Node.RecordOf record, RecordType type, Node missing, boolean inHead) {
    List<Node> fields = new ArrayList<>();
    for (int i = 1; i < type.size(); i++) {
      Node value = inHead ? null : type.defaultValue(i);
      for (Node.RecordField field : record.fields()) {
        if (field.name() == null || type.index(field.name()) == i) {
          value = field.value();
        }
      }
      fields.add(value == null ? missing : inHead ? head(value) : expression(value));
    }
    return fields;
  }

  private Node expression(Node node) {
    long at = node.at();
    return switch (node) {
      case Node.Var variable -> {
        Node known = bound.get(variable.name());
        yield known != null ? known : new Node.TupleOf(at, List.of(atom(at, "const"), variable));
      }
      case Node.Literal _, Node.Char _, Node.Str _ -> node;
      case Node.TupleOf tuple -> constructed(at, expressions(tuple.elements()));
      case Node.ListOf list ->
          new Node.ListOf(
              at,
              expressions(list.elements()),
              list.tail() == null ? null : expression(list.tail()));
      case Node.MapOf map when map.base() == null ->
          new Node.MapOf(
              at,
              null,
              map.fields().stream()
                  .map(
                      each ->
                          new Node.MapField(
                              each.at(), false, expression(each.key()), expression(each.value())))
                  .toList());
      case Node.RecordOf record when record.base() == null -> {
        RecordType type = type(record.name(), at);
        List<Node> elements = fields(record, type, atom(at, "undefined"), false);
        elements.addFirst(atom(at, record.name()));
        yield constructed(at, elements);
      }
      case Node.RecordAccess access -> {
        long index = type(access.name(), at).index(access.field()) + 1L;
        yield new Node.TupleOf(
            at,
            List.of(atom(at, "element"), new Node.Literal(at, index), expression(access.record())));
      }
      case Node.Unary unary -> operation(at, unary.operator(), List.of(unary.operand()));
      case Node.Binary binary ->
          operation(at, binary.operator(), List.of(binary.left(), binary.right()));
      case Node.Call(_, Node.Literal(_, Atom name), List<Node> arguments) -> {
        if (arguments.isEmpty() && name.name().equals("object")) {
          yield atom(at, "$_");
        }
        if (arguments.isEmpty() && name.name().equals("bindings")) {
          yield atom(at, "$$");
        }
        yield operation(at, name.name(), arguments);
      }
      case Node.Call(
              _,
              Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name)),
              List<Node> arguments)
          when owner.name().equals("erlang") ->
          operation(at, name.name(), arguments);
      default ->
          throw new LoweringError(
              at,
              "fun2ms: the body and guards of the fun may hold only what match specifications can"
                  + " say");
    };
  }

  /** In a body, a tuple in a tuple means a tuple. */
  private static Node constructed(long at, List<Node> elements) {
    return new Node.TupleOf(at, List.of(new Node.TupleOf(at, elements)));
  }

  private Node operation(long at, String name, List<Node> operands) {
    List<Node> parts = new ArrayList<>();
    parts.add(atom(at, name));
    operands.forEach(each -> parts.add(expression(each)));
    return new Node.TupleOf(at, parts);
  }

  private static Node atom(long at, String name) {
    return new Node.Literal(at, Atom.of(name));
  }
}

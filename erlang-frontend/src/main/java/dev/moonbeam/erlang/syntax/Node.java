package dev.moonbeam.erlang.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression, pattern or guard of the syntax tree; the three share their nodes, as in Erlang's
 * abstract format, and lint says what may stand where. Immutable. {@code at} is a {@link Place}.
 */
public sealed interface Node {
  long at();

  /** Where the text of an expression starts; {@link #at} of an operation is its operator. */
  static long start(Node node) {
    Node first = node;
    while (true) {
      Node left =
          switch (first) {
            case Binary binary -> binary.left();
            case Match match -> match.pattern();
            case Call call -> call.function();
            case Remote remote -> remote.module();
            case RecordAccess access -> access.record();
            case RecordOf record -> record.base();
            case MapOf map -> map.base();
            default -> null;
          };
      if (left == null) {
        return first.at();
      }
      first = left;
    }
  }

  /** A variable; {@code _} is one too. */
  record Var(long at, String name) implements Node {}

  /** An atom, integer, float or binary (sigil): the term itself. */
  record Literal(long at, Object value) implements Node {}

  /** {@code $a}: an integer that prints as a character. */
  record Char(long at, int codePoint) implements Node {}

  record Str(long at, String text) implements Node {}

  /**
   * {@code [A, B | Tail]}; a null tail is the empty list. No elements and no tail: {@code []}.
   *
   * @param end where the empty list stands that ends it: at its bracket
   */
  record ListOf(long at, List<Node> elements, @Nullable Node tail, long end) implements Node {
    public ListOf(long at, List<Node> elements, @Nullable Node tail) {
      this(at, elements, tail, at);
    }
  }

  record TupleOf(long at, List<Node> elements) implements Node {}

  /** {@code #{...}}, or {@code base#{...}}. */
  record MapOf(long at, @Nullable Node base, List<MapField> fields) implements Node {}

  /** {@code key => value}, or {@code key := value} where {@code exact}. */
  record MapField(long at, boolean exact, Node key, Node value) {}

  /** {@code #name{...}}, or {@code base#name{...}}. */
  record RecordOf(long at, @Nullable Node base, String name, List<RecordField> fields)
      implements Node {}

  /**
   * {@code name = value}.
   *
   * @param name null where there is a variable in its place, which only {@code _} may be
   */
  record RecordField(long at, @Nullable String name, Node value, @Nullable String variable) {
    public RecordField(long at, @Nullable String name, Node value) {
      this(at, name, value, null);
    }
  }

  /** {@code record#name.field}. */
  record RecordAccess(long at, Node record, String name, String field, long fieldAt)
      implements Node {}

  /** {@code #name.field}. */
  record RecordIndex(long at, String name, String field, long fieldAt) implements Node {}

  record Bits(long at, List<BitElement> elements) implements Node {}

  /** {@code value:size/types}. */
  record BitElement(long at, Node value, @Nullable Node size, List<BitType> types) {}

  /** {@code integer}, {@code unit:8}. */
  record BitType(String name, int argument) {}

  record ListComprehension(long at, Node template, List<Qualifier> qualifiers) implements Node {}

  record BitComprehension(long at, Node template, List<Qualifier> qualifiers) implements Node {}

  record MapComprehension(long at, Node key, Node value, List<Qualifier> qualifiers)
      implements Node {}

  /** What stands right of {@code ||}. */
  sealed interface Qualifier {}

  record Filter(Node test) implements Qualifier {}

  record ListGenerator(long at, Node pattern, Node source) implements Qualifier {}

  record BitGenerator(long at, Node pattern, Node source) implements Qualifier {}

  record MapGenerator(long at, Node key, Node value, Node source) implements Qualifier {}

  /** {@code begin ... end}. */
  record Block(long at, List<Node> body) implements Node {}

  /** Clauses without patterns. */
  record If(long at, List<Clause> clauses) implements Node {}

  record Case(long at, Node subject, List<Clause> clauses) implements Node {}

  record Receive(long at, List<Clause> clauses, @Nullable Node timeout, List<Node> after)
      implements Node {}

  record Try(
      long at, List<Node> body, List<Clause> of, List<CatchClause> handlers, List<Node> after)
      implements Node {}

  /**
   * {@code class:pattern:trace when guard -> body}.
   *
   * @param kind an atom or variable; the literal {@code throw} where the source has none
   * @param trace name of the variable for the stack trace, or null
   */
  record CatchClause(
      long at,
      Node kind,
      Node pattern,
      @Nullable Var trace,
      List<List<Node>> guard,
      List<Node> body) {}

  record Catch(long at, Node body) implements Node {}

  /** {@code maybe ... else ... end}; steps may be {@link MaybeMatch}. */
  record Maybe(long at, List<Node> steps, long elseAt, List<Clause> otherwise) implements Node {}

  /** {@code pattern ?= value}, only as a step of {@link Maybe}. */
  record MaybeMatch(long at, Node pattern, Node value) implements Node {}

  /** {@code fun (...) -> ... end}, with a name or without. */
  record FunOf(long at, @Nullable String name, List<Clause> clauses) implements Node {}

  /** {@code fun name/arity}. */
  record LocalFun(long at, String name, int arity) implements Node {}

  /** {@code fun module:name/arity}. */
  record RemoteFun(long at, Node module, Node name, Node arity) implements Node {}

  record Call(long at, Node function, List<Node> arguments) implements Node {}

  /** {@code module:function}, as the function of a {@link Call}. */
  record Remote(long at, Node module, Node function) implements Node {}

  /** {@code operator} as written: {@code "+"}, {@code "andalso"}, {@code "!"}. */
  record Binary(long at, String operator, Node left, Node right) implements Node {}

  record Unary(long at, String operator, Node operand) implements Node {}

  record Match(long at, Node pattern, Node value) implements Node {}

  /** A clause of a function, fun, case, receive or if. No guard: an empty list. */
  record Clause(long at, List<Node> patterns, List<List<Node>> guard, List<Node> body) {}
}

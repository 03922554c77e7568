package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Patterns (reference manual, "Patterns"). */
final class LowerPattern {
  /**
   * A longer string in a pattern is compared as a whole rather than matched character by character.
   */
  private static final int LONGEST_SPELLED_STRING = 24;

  private final Lowering lowering;

  LowerPattern(Lowering lowering) {
    this.lowering = lowering;
  }

  /**
   * The patterns of one clause: what they bind, and the tests that a repeated variable asks for.
   */
  final class Heads {
    final Scope scope;

    /** Funs and generators: variables of the surroundings are shadowed. */
    private final boolean shadowing;

    private final Set<String> bound = new HashSet<>();
    private @Nullable Expr test;

    /** What the bit string pattern at hand has bound so far: its sizes may use that. */
    private @Nullable Scope segments;

    Heads(Scope scope, boolean shadowing) {
      this.scope = scope;
      this.shadowing = shadowing;
    }

    /** The guard, preceded by the tests of repeated variables; null for none. */
    @Nullable Expr with(@Nullable Expr guard) {
      if (test == null) {
        return guard;
      }
      return guard == null ? test : new Expr.If(test, guard, Lowering.no());
    }

    /**
     * The key of a map or the size of a segment: a guard expression, which makes the pattern fail
     * where it raises. It sees what was bound before the clause and, in a bit string, by the
     * segments before it, but nothing else that the clause binds.
     *
     * @param failed what it gives where it raises, which nothing matches
     */
    Expr operand(Node node, Expr failed) {
      Scope surroundings = segments != null ? segments : before();
      Expr value = lowering.guards.operand(node, surroundings);
      return lowering.guards.isTotal(node) ? value : LowerTry.orElse(value, failed);
    }

    /** Runs {@code work}, which makes the patterns of a bit string's segments. */
    <T> T inBitString(Supplier<T> work) {
      Scope outer = segments;
      segments = new Scope(before());
      try {
        return work.get();
      } finally {
        segments = outer;
      }
    }

    private @Nullable Scope before() {
      return shadowing ? scope.outer() : scope;
    }

    private Pattern variable(Node.Var node) {
      Pattern pattern = binding(node);
      if (segments != null && pattern instanceof Pattern.Bind(Variable variable)) {
        segments.define(node.name(), variable);
      }
      return pattern;
    }

    private Pattern binding(Node.Var node) {
      String name = node.name();
      if (name.equals("_")) {
        return new Pattern.Any();
      }
      if (bound.contains(name)) {
        Variable again = new Variable(name);
        Expr same =
            Lowering.op(
                ErlangPrimitives.EXACT_EQUAL,
                node.at(),
                lowering.variable(node, scope),
                new Expr.Ref(again));
        test = test == null ? same : new Expr.If(test, same, Lowering.no());
        return new Pattern.Bind(again);
      }
      if (!shadowing && scope.find(name) != null) {
        return new Pattern.Equal(lowering.variable(node, scope));
      }
      bound.add(name);
      return new Pattern.Bind(scope.define(name));
    }
  }

  Heads heads(Scope scope, boolean shadowing) {
    return new Heads(scope, shadowing);
  }

  List<Pattern> patterns(List<Node> nodes, Heads heads) {
    List<Pattern> patterns = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      patterns.add(pattern(node, heads));
    }
    return patterns;
  }

  Pattern pattern(Node node, Heads heads) {
    return switch (node) {
      case Node.Var variable -> heads.variable(variable);
      case Node.Literal literal -> new Pattern.Literal(literal.value());
      case Node.Char character -> new Pattern.Literal((long) character.codePoint());
      case Node.Str string -> string(string.text(), new Pattern.Literal(Nil.EMPTY));
      case Node.ListOf list -> list(list, heads);
      case Node.TupleOf tuple -> new Pattern.TupleOf(patterns(tuple.elements(), heads));
      case Node.MapOf map -> map(map, heads);
      case Node.RecordOf record -> lowering.records.pattern(record, heads);
      case Node.RecordIndex index -> new Pattern.Literal(lowering.records.index(index));
      case Node.Bits bits -> lowering.bits.pattern(bits, heads);
      case Node.Match match -> both(match, heads);
      case Node.Binary binary when binary.operator().equals("++") -> prefixed(binary, heads);
      case Node.Binary _, Node.Unary _ -> {
        Object value = ConstantExpressions.value(node);
        if (value == null) {
          throw new LoweringError(node.at(), "illegal pattern");
        }
        yield new Pattern.Literal(value);
      }
      default -> throw new LoweringError(node.at(), "illegal pattern");
    };
  }

  private static Pattern string(String text, Pattern tail) {
    if (text.length() > LONGEST_SPELLED_STRING
        && tail instanceof Pattern.Literal(Object end)
        && end == Nil.EMPTY) {
      return new Pattern.Literal(ConstantTerms.string(text, Nil.EMPTY));
    }
    Pattern list = tail;
    for (int i = text.length(); i > 0; ) {
      int codePoint = text.codePointBefore(i);
      list = new Pattern.ConsCell(new Pattern.Literal((long) codePoint), list);
      i -= Character.charCount(codePoint);
    }
    return list;
  }

  private Pattern list(Node.ListOf list, Heads heads) {
    List<Pattern> elements = patterns(list.elements(), heads);
    Pattern tail =
        list.tail() == null ? new Pattern.Literal(Nil.EMPTY) : pattern(list.tail(), heads);
    for (Pattern element : elements.reversed()) {
      tail = new Pattern.ConsCell(element, tail);
    }
    return tail;
  }

  private Pattern map(Node.MapOf map, Heads heads) {
    List<Pattern.Entry> entries = new ArrayList<>();
    for (Node.MapField field : map.fields()) {
      // No map holds a reference that was made just now.
      Expr none = Lowering.op(ErlangPrimitives.NEW_REFERENCE, field.key().at());
      Expr key = heads.operand(field.key(), none);
      entries.add(new Pattern.Entry(key, pattern(field.value(), heads)));
    }
    return new Pattern.MapWith(entries);
  }

  private Pattern both(Node.Match match, Heads heads) {
    Pattern left = pattern(match.pattern(), heads);
    Pattern right = pattern(match.value(), heads);
    if (left instanceof Pattern.Bind(Variable variable)) {
      return new Pattern.Alias(variable, right);
    }
    if (right instanceof Pattern.Bind(Variable variable)) {
      return new Pattern.Alias(variable, left);
    }
    return new Pattern.Both(left, right);
  }

  /** {@code "literal" ++ Tail}. */
  private Pattern prefixed(Node.Binary append, Heads heads) {
    return switch (append.left()) {
      case Node.Str string -> string(string.text(), pattern(append.right(), heads));
      case Node.ListOf list when list.tail() == null -> {
        List<Pattern> elements = patterns(list.elements(), heads);
        Pattern tail = pattern(append.right(), heads);
        for (Pattern element : elements.reversed()) {
          tail = new Pattern.ConsCell(element, tail);
        }
        yield tail;
      }
      // "a" ++ "b" ++ Tail associates to the right, ("a" ++ "b") ++ Tail does not.
      case Node.Binary inner when inner.operator().equals("++") ->
          prefixed(
              new Node.Binary(
                  inner.at(),
                  "++",
                  inner.left(),
                  new Node.Binary(append.at(), "++", inner.right(), append.right())),
              heads);
      default -> throw new LoweringError(append.at(), "illegal pattern");
    };
  }
}

package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * What attributes hold, as terms. Those that the language knows must have their form, and are
 * refused where they first depart from it.
 */
final class AttributeBuilder {
  private AttributeBuilder() {}

  /**
   * The value of an attribute.
   *
   * @param values the expressions between its parentheses, at least one
   */
  static Object value(String name, List<Node> values) {
    return switch (name) {
      case "module" -> module(values);
      case "export" -> {
        one(values, "bad export declaration");
        yield functions(values.getFirst());
      }
      case "import" -> imports(values);
      // Of a source the preprocessor takes it; of tokens that come from elsewhere it is a form.
      case "file" -> {
        if (values.size() != 2) {
          throw bad(values.getFirst(), "bad file declaration");
        }
        yield new Tuple(term(values.getFirst()), term(values.getLast()));
      }
      case "doc", "moduledoc" -> {
        // OTP 27: what a function is equivalent to may be written as a call.
        one(values, "bad attribute");
        Object term = ConstantTerms.term(values.getFirst());
        yield term == null ? Atom.FALSE : term;
      }
      default -> {
        one(values, "bad attribute");
        yield term(values.getFirst());
      }
    };
  }

  private static SyntaxError bad(Node node, String message) {
    return new SyntaxError(Node.start(node), message);
  }

  private static void one(List<Node> values, String message) {
    if (values.size() > 1) {
      throw bad(values.get(1), message);
    }
  }

  private static Object term(Node node) {
    Object term = ConstantTerms.term(node);
    if (term == null) {
      throw bad(node, "bad attribute");
    }
    return term;
  }

  private static boolean isAtom(Node node) {
    return node instanceof Node.Literal(_, Atom _);
  }

  /** {@code -module(name)}; with parameters it is a pair, as of old. */
  private static Object module(List<Node> values) {
    if (!isAtom(values.getFirst()) || values.size() > 2) {
      throw bad(values.getFirst(), "bad module declaration");
    }
    if (values.size() == 1) {
      return term(values.getFirst());
    }
    Node rest = values.get(1);
    if (!(rest instanceof Node.ListOf list) || list.tail() != null) {
      throw bad(rest, "bad variable list");
    }
    for (Node each : list.elements()) {
      if (!(each instanceof Node.Var)) {
        throw bad(each, "bad variable list");
      }
    }
    return new Tuple(term(values.getFirst()), Nil.EMPTY);
  }

  private static Object imports(List<Node> values) {
    if (!isAtom(values.getFirst()) || values.size() != 2) {
      throw bad(values.get(values.size() > 1 ? 1 : 0), "bad import declaration");
    }
    return new Tuple(term(values.get(0)), functions(values.get(1)));
  }

  /** {@code [f/1, g/2]}. */
  private static Object functions(Node node) {
    List<Object> pairs = new ArrayList<>();
    Node rest = node;
    while (rest instanceof Node.ListOf list) {
      for (Node each : list.elements()) {
        // What is wrong with the first is wrong with the list.
        pairs.add(function(each, pairs.isEmpty() ? list : each));
      }
      if (list.tail() == null) {
        return Cons.list(pairs.toArray());
      }
      rest = list.tail();
    }
    throw bad(rest, "bad Name/Arity");
  }

  private static Object function(Node node, Node whole) {
    if (!(node instanceof Node.Binary(_, String operator, Node name, Node arity))
        || !operator.equals("/")) {
      throw bad(whole, "bad Name/Arity");
    }
    if (!isAtom(name)) {
      throw bad(name, "bad function name");
    }
    if (!(arity instanceof Node.Literal(_, Object number))
        || !(number instanceof Long || number instanceof java.math.BigInteger)) {
      throw bad(arity, "bad function arity");
    }
    return new Tuple(term(name), number);
  }

  /** What is wrong with a record's definition that was read as an attribute. */
  static SyntaxError badRecord(List<Node> values) {
    if (!isAtom(values.getFirst()) || values.size() != 2) {
      return bad(values.getFirst(), "bad record declaration");
    }
    if (!(values.get(1) instanceof Node.TupleOf fields)) {
      return bad(values.get(1), "bad record declaration");
    }
    for (Node field : fields.elements()) {
      if (!isAtom(field) && !(field instanceof Node.Match match && isAtom(match.pattern()))) {
        return bad(field, "bad record field");
      }
    }
    return bad(values.getFirst(), "bad record declaration");
  }
}

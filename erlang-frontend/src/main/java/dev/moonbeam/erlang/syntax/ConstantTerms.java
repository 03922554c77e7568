package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Literal expressions as terms: what attributes hold, and what the lowering makes constants of. */
public final class ConstantTerms {
  private ConstantTerms() {}

  /**
   * The term, or null when the expression is not a literal. {@code f/1} is {@code {f,1}}, for
   * attributes.
   */
  public static @Nullable Object term(Node node) {
    if (node instanceof Node.Binary(_, String operator, Node.Literal name, Node.Literal arity)
        && operator.equals("/")
        && name.value() instanceof Atom
        && arity.value() instanceof Long) {
      return new Tuple(name.value(), arity.value());
    }
    return switch (node) {
      case Node.Literal literal -> literal.value();
      case Node.Char character -> (long) character.codePoint();
      case Node.Str string -> string(string.text(), Nil.EMPTY);
      case Node.Unary(_, String operator, Node operand) -> negated(operator, term(operand));
      case Node.TupleOf tuple -> {
        @Nullable Object[] elements = terms(tuple.elements());
        yield elements == null ? null : new Tuple(elements);
      }
      case Node.ListOf list -> {
        Object[] elements = terms(list.elements());
        Object tail = list.tail() == null ? Nil.EMPTY : term(list.tail());
        yield elements == null || tail == null ? null : Cons.listWithTail(tail, elements);
      }
      case Node.MapOf map when map.base() == null -> map(map);
      case Node.Bits bits -> bytes(bits);
      default -> null;
    };
  }

  private static Object @Nullable [] terms(List<Node> nodes) {
    Object[] terms = new Object[nodes.size()];
    for (int i = 0; i < terms.length; i++) {
      Object term = term(nodes.get(i));
      if (term == null) {
        return null;
      }
      terms[i] = term;
    }
    return terms;
  }

  private static @Nullable Object map(Node.MapOf map) {
    TermMap built = TermMap.empty();
    for (Node.MapField field : map.fields()) {
      Object key = term(field.key());
      Object value = term(field.value());
      if (field.exact() || key == null || value == null) {
        return null;
      }
      built = built.put(key, value);
    }
    return built;
  }

  /** Only the simplest: strings and small integers without size or type. */
  private static @Nullable Object bytes(Node.Bits bits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Node.BitElement element : bits.elements()) {
      if (element.size() != null) {
        return null;
      }
      if (element.value() instanceof Node.Str string) {
        if (element.types().isEmpty()) {
          string.text().codePoints().forEach(out::write);
        } else if (element.types().equals(List.of(new Node.BitType("utf8", -1)))) {
          out.writeBytes(string.text().getBytes(StandardCharsets.UTF_8));
        } else {
          return null;
        }
      } else if (element.types().isEmpty() && term(element.value()) instanceof Long value) {
        out.write(value.intValue());
      } else {
        return null;
      }
    }
    return Binary.of(out.toByteArray());
  }

  /** The list of a text's code points, in front of a tail. */
  public static Object string(String text, Object tail) {
    Object list = tail;
    for (int i = text.length(); i > 0; ) {
      int codePoint = text.codePointBefore(i);
      list = new Cons((long) codePoint, list);
      i -= Character.charCount(codePoint);
    }
    return list;
  }

  /** {@code -1}, {@code +1}. */
  public static @Nullable Object negated(String operator, @Nullable Object operand) {
    if (operator.equals("+")) {
      return operand instanceof Long || operand instanceof Double || operand instanceof BigInteger
          ? operand
          : null;
    }
    if (!operator.equals("-")) {
      return null;
    }
    return switch (operand) {
      case Long value when value != Long.MIN_VALUE -> -value;
      case BigInteger value -> {
        BigInteger negated = value.negate();
        yield negated.bitLength() < 64 ? (Object) negated.longValue() : negated;
      }
      case Double value -> -value;
      case null, default -> null;
    };
  }
}

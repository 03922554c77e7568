package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantArithmetic;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The atoms and integer expressions that stand in types, as terms of the abstract format. */
final class LintTypeValues {
  /** People write one or two operators; what nests deeper is not a bound of a range. */
  private static final int MOST_NESTING = 100;

  private LintTypeValues() {}

  static @Nullable Atom atom(Object term) {
    return term instanceof Tuple tuple
            && tuple.size() == 3
            && tuple.get(0) == Atom.of("atom")
            && tuple.get(2) instanceof Atom atom
        ? atom
        : null;
  }

  /** A tuple of at least that size, or null. */
  static @Nullable Tuple tuple(@Nullable Object term, int size) {
    return term instanceof Tuple tuple && tuple.size() >= size ? tuple : null;
  }

  /** The value of an integer expression, or null where there is none. */
  static @Nullable BigInteger integer(Object term) {
    return integer(term, 0);
  }

  private static @Nullable BigInteger integer(Object term, int depth) {
    Tuple tuple = tuple(term, 3);
    if (tuple == null || depth > MOST_NESTING || !(tuple.get(0) instanceof Atom tag)) {
      return null;
    }
    return switch (tag.name()) {
      case "integer", "char" -> ConstantArithmetic.integer(tuple.get(2));
      case "op" -> {
        if (!(tuple.get(2) instanceof Atom operator) || tuple.size() < 4) {
          yield null;
        }
        BigInteger left = integer(tuple.get(3), depth + 1);
        if (tuple.size() == 4) {
          yield left == null ? null : unary(operator.name(), left);
        }
        BigInteger right = integer(tuple.get(4), depth + 1);
        yield left == null || right == null
            ? null
            : ConstantArithmetic.binary(operator.name(), left, right);
      }
      default -> null;
    };
  }

  private static @Nullable BigInteger unary(String operator, BigInteger value) {
    return switch (operator) {
      case "+" -> value;
      case "-" -> value.negate();
      case "bnot" -> value.not();
      default -> null;
    };
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binaries: what is sure to fail when they are made, and segments that match nothing. */
final class ForeseenBits {
  private static final BigInteger LAST_CODE_POINT = BigInteger.valueOf(0x10ffff);
  private static final Set<Long> FLOAT_SIZES = Set.of(16L, 32L, 64L);

  private final Foresight foresight;

  ForeseenBits(Foresight foresight) {
    this.foresight = foresight;
  }

  // ---- Construction ----------------------------------------------------------------------------

  Foreseen construction(Node.Bits bits, ForeseenScope scope) {
    boolean mistyped = false;
    // What comes after a segment of unknown value is not evaluated.
    boolean known = true;
    for (Node.BitElement element : bits.elements()) {
      Foreseen value = foresight.expression(element.value(), scope, Foresight.Use.VALUE);
      Foreseen size =
          element.size() == null
              ? Foreseen.UNKNOWN
              : foresight.expression(element.size(), scope, Foresight.Use.VALUE);
      SegmentType type = SegmentType.of(element);
      if (element.value() instanceof Node.Str string) {
        mistyped |= type.name().equals("binary") && !string.text().isEmpty();
        continue;
      }
      if (isMistyped(element.value(), type) || isBadSize(element.size())) {
        mistyped = true;
        continue;
      }
      if (size instanceof Foreseen.Constant(Object given, _) && !isSize(given)) {
        foresight.warning(
            element.at(), "binary construction will fail because the size of a segment is invalid");
        known = false;
      }
      known &=
          value instanceof Foreseen.Constant
              && (element.size() == null || size instanceof Foreseen.Constant);
      if (known && value instanceof Foreseen.Constant(Object term, _)) {
        known = segment(bits.at(), type, term, sizeOf(size));
      }
    }
    if (mistyped) {
      foresight.certain(bits.at(), "binary construction will fail because of a type mismatch");
    }
    Object term = ConstantTerms.term(bits);
    return term == null
        ? Foreseen.UNKNOWN
        : new Foreseen.Constant(term, bits.elements().size() + 1);
  }

  private static @Nullable Object sizeOf(Foreseen size) {
    return size instanceof Foreseen.Constant(Object term, _) ? term : null;
  }

  private static boolean isSize(Object term) {
    return term instanceof Long size && size >= 0
        || term instanceof BigInteger large && large.signum() > 0;
  }

  private static boolean isBadSize(@Nullable Node size) {
    Object term = size == null ? null : ConstantTerms.term(size);
    return term != null && !isSize(term) && term != Atom.of("all");
  }

  /** Whether a value that is written out cannot be of the segment's type. */
  private static boolean isMistyped(Node value, SegmentType type) {
    Object term = ConstantTerms.term(value);
    if (term == null) {
      return value instanceof Node.TupleOf || value instanceof Node.ListOf;
    }
    return switch (type.name()) {
      case "float" -> !(term instanceof Double) && !PatternConstants.isInteger(term);
      case "binary" -> !(term instanceof Binary) && !(term instanceof Bits);
      default -> !PatternConstants.isInteger(term);
    };
  }

  /** Evaluates a segment; whether that goes on with the next. */
  private boolean segment(long at, SegmentType type, Object value, @Nullable Object size) {
    String failure =
        switch (type.name()) {
          case "binary" -> binary(type, value, size);
          case "float" ->
              value instanceof Double
                      && size instanceof Long given
                      && !FLOAT_SIZES.contains(given * type.unit())
                  ? "invalid size for a float segment"
                  : null;
          case "integer" -> null;
          default ->
              isCodePoint(value)
                  ? null
                  : "invalid Unicode code point in a utf8/utf16/utf32 segment";
        };
    if (failure != null) {
      foresight.warning(
          at, "binary construction will fail with a 'badarg' exception (" + failure + ")");
    }
    return failure == null;
  }

  private static @Nullable String binary(SegmentType type, Object value, @Nullable Object size) {
    if (!(value instanceof Binary) && !(value instanceof Bits)) {
      return null;
    }
    long bits = Bits.bitLength((Term) value);
    if (size == null) {
      return bits % type.unit() == 0
          ? null
          : "size " + bits + " cannot be evenly divided by unit " + type.unit();
    }
    return size instanceof Long given && given * type.unit() > bits
        ? "field size for binary/bitstring greater than actual size"
        : null;
  }

  private static boolean isCodePoint(Object value) {
    return value instanceof Long code
        && code >= 0
        && code <= 0x10ffff
        && (code < 0xd800 || code > 0xdfff);
  }

  // ---- Patterns --------------------------------------------------------------------------------

  /** Whether a segment of a pattern can match at all; told of where it cannot. */
  boolean canMatch(Node.BitElement element, ForeseenScope scope) {
    SegmentType type = SegmentType.of(element);
    Object size = null;
    if (element.size() != null) {
      size = sizeOf(known(element.size(), scope));
      if (size != null && !isSize(size)) {
        return tell(
            element, "'" + TermPrinter.print(size) + "' is not a valid size for a binary segment");
      }
    }
    Object value =
        element.value() instanceof Node.Var || element.value() instanceof Node.Str
            ? null
            : ConstantExpressions.value(element.value());
    if (value == null) {
      return true;
    }
    boolean isInteger = PatternConstants.isInteger(value);
    if (isInteger && type.name().equals("integer")) {
      return integer(element, type, whole(value), size);
    }
    if (type.name().equals("float") && (isInteger || value instanceof Double)) {
      return true;
    }
    if (isInteger && type.isUtf()) {
      return whole(value).signum() >= 0 && whole(value).compareTo(LAST_CODE_POINT) <= 0
          || tell(element, "the value " + value + " is not a valid Unicode code point");
    }
    return tell(
        element,
        "'" + TermPrinter.print(value) + "' is not of the expected type '" + type.name() + "'");
  }

  private static Foreseen known(Node size, ForeseenScope scope) {
    if (size instanceof Node.Var(_, String name)) {
      Foreseen found = scope.find(name);
      return found == null ? Foreseen.UNKNOWN : found;
    }
    Object term = ConstantExpressions.value(size);
    return term == null ? Foreseen.UNKNOWN : Foreseen.constant(term);
  }

  private static BigInteger whole(Object value) {
    return value instanceof BigInteger large ? large : BigInteger.valueOf((Long) value);
  }

  private boolean integer(
      Node.BitElement element, SegmentType type, BigInteger value, @Nullable Object size) {
    if (!type.signed() && value.signum() < 0) {
      return tell(
          element,
          "the negative value "
              + value
              + " will never match the value of an 'unsigned' binary segment");
    }
    if (element.size() != null && !(size instanceof Long)) {
      return true;
    }
    long bits = (size instanceof Long given ? given : type.defaultSize()) * type.unit();
    int needed = type.signed() && value.signum() != 0 ? value.bitLength() + 1 : value.bitLength();
    return needed <= bits
        || tell(
            element,
            "the value "
                + value
                + " will not fit in "
                + (type.signed() ? "a 'signed'" : "an 'unsigned'")
                + " binary segment of size "
                + bits);
  }

  private boolean tell(Node.BitElement element, String what) {
    foresight.warning(element.at(), "this clause cannot match because " + what);
    return false;
  }
}

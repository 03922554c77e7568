package dev.moonbeam.core.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@link Expr.Case} or {@link Expr.Receive}. Variables are bound at most once in a
 * clause.
 */
public sealed interface Pattern {

  /** Matches anything. */
  record Any() implements Pattern {}

  /** Matches anything and binds it. */
  record Bind(Variable variable) implements Pattern {}

  /** Matches a term exactly equal ({@code =:=}) to the literal. */
  record Literal(Object value) implements Pattern {}

  /**
   * Matches a term exactly equal to the value of an expression without effects (a variable bound
   * before).
   */
  record Equal(Expr value) implements Pattern {}

  /** Matches what {@code pattern} matches and binds the whole. */
  record Alias(Variable variable, Pattern pattern) implements Pattern {}

  /** Both patterns must match the same term. */
  record Both(Pattern left, Pattern right) implements Pattern {}

  record ConsCell(Pattern head, Pattern tail) implements Pattern {}

  record TupleOf(List<Pattern> elements) implements Pattern {}

  /** A map that has every key; keys are expressions without effects. */
  record MapWith(List<Entry> entries) implements Pattern {}

  record Entry(Expr key, Pattern value) {}

  /**
   * A byte or bit string made of the segments, to its very end. Segments are matched left to right;
   * a size may use variables that earlier segments bind.
   */
  record BitString(List<Segment> segments) implements Pattern {}

  /**
   * One segment.
   *
   * @param size in units; null for the default of the type (and, for binary, all the rest)
   * @param unit bits a unit
   */
  record Segment(
      Pattern value,
      @Nullable Expr size,
      int unit,
      SegmentType type,
      boolean signed,
      boolean little) {}

  /**
   * What a segment of a bit string holds. Native endianness is resolved by the frontend (little).
   */
  enum SegmentType {
    INTEGER,
    FLOAT,
    BITS,
    UTF8,
    UTF16,
    UTF32
  }
}

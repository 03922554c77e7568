package dev.moonbeam.core.pass;

import dev.moonbeam.core.code.Matching;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern.*;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compiles the segments of one bit string pattern: each is read from the context, which moves on,
 * and bound or tested before the next, whose size may depend on it.
 */
final class SegmentTests {
  private final List<Segment> segments;
  private final Variable context;
  private final Row row;
  private final Label next;
  private final Supplier<Expr> matched;

  /**
   * @param row the clause without this pattern; segments bind variables of it
   * @param next where to go when a segment does not match
   * @param matched makes what follows when all have matched; asked once
   */
  private SegmentTests(
      List<Segment> segments, Variable context, Row row, Label next, Supplier<Expr> matched) {
    this.segments = segments;
    this.context = context;
    this.row = row;
    this.next = next;
    this.matched = matched;
  }

  static Expr compile(
      List<Segment> segments, Variable context, Row row, Label next, Supplier<Expr> matched) {
    return new SegmentTests(segments, context, row, next, matched).from(0);
  }

  /** From this segment on. */
  private Expr from(int index) {
    if (index == segments.size()) {
      return new If(
          op(MatchPrimitives.AT_END, new Ref(context)), matched.get(), new Jump(next, List.of()));
    }
    Segment segment = segments.get(index);
    long flags = Matching.flags(segment.signed(), segment.little());
    Expr ref = new Ref(context);
    boolean last = index == segments.size() - 1;
    return switch (segment.type()) {
      case INTEGER -> {
        Expr size = size(segment, 8);
        if (size instanceof Const(Long bits) && bits > 0 && bits <= 64) {
          Expr some = new Const(flags);
          if (segment.signed()) {
            yield new If(
                op(MatchPrimitives.HAS, ref, size),
                number(op(MatchPrimitives.SIGNED, ref, size, some), index),
                new Jump(next, List.of()));
          }
          if (bits < 64) {
            Expr reading =
                bits == 8
                    ? op(MatchPrimitives.NEXT_BYTE, ref)
                    : op(MatchPrimitives.UNSIGNED, ref, size, some);
            yield natural(reading, index);
          }
        }
        yield read(op(MatchPrimitives.INTEGER, ref, size, new Const(flags)), index);
      }
      case FLOAT -> read(op(MatchPrimitives.REAL, ref, size(segment, 64), new Const(flags)), index);
      case BITS -> {
        Expr unit = new Const((long) segment.unit());
        if (segment.size() != null) {
          Expr size = size(segment, 0);
          yield segment.value() instanceof Any
              ? new If(
                  op(MatchPrimitives.SKIP, ref, size), from(index + 1), new Jump(next, List.of()))
              : read(op(MatchPrimitives.PART, ref, size), index);
        }
        if (last && segment.value() instanceof Any) {
          yield new If(
              op(MatchPrimitives.DIVIDES, ref, unit), matched.get(), new Jump(next, List.of()));
        }
        yield read(op(MatchPrimitives.REST, ref, unit), index);
      }
      case UTF8 -> natural(op(MatchPrimitives.UTF8, ref), index);
      case UTF16 -> read(op(MatchPrimitives.UTF16, ref, new Const(flags)), index);
      case UTF32 -> read(op(MatchPrimitives.UTF32, ref, new Const(flags)), index);
    };
  }

  private Expr size(Segment segment, long standard) {
    if (segment.size() == null) {
      return new Const(standard);
    }
    if (segment.size() instanceof Const(Long size) && size >= 0 && size < 1L << 40) {
      return new Const(size * segment.unit());
    }
    return op(MatchPrimitives.SIZE, row.inRow(segment.size()), new Const((long) segment.unit()));
  }

  /** Reads a LONG that is negative where there is no such segment. */
  private Expr natural(Expr reading, int index) {
    Variable value = new Variable("number", Type.LONG);
    return new Let(
        value,
        reading,
        new If(
            op(MatchPrimitives.NOT_NEGATIVE, new Ref(value), new Const(0L)),
            after(index, value),
            new Jump(next, List.of())));
  }

  /** Reads a LONG that is there. */
  private Expr number(Expr reading, int index) {
    Variable value = new Variable("number", Type.LONG);
    return new Let(value, reading, after(index, value));
  }

  private Expr read(Expr reading, int index) {
    Variable value = new Variable("segment");
    return new Let(
        value,
        reading,
        new If(
            op(CorePrimitives.IS_ABSENT, new Ref(value)),
            new Jump(next, List.of()),
            after(index, value)));
  }

  /**
   * A segment was read into {@code value}: binds or tests it at once, for the sizes behind it may
   * need it.
   */
  private Expr after(int index, Variable value) {
    Row read = new Row(row.clause(), new ArrayList<>(), row.bindings());
    read.add(value, segments.get(index).value());
    Expr body = from(index + 1);
    for (Row.Check check : read.checks().reversed()) {
      Expr wanted =
          switch (check.pattern()) {
            case Literal(var literal) -> new Const(literal);
            case Equal(var expr) -> row.inRow(expr);
            default -> throw new IllegalArgumentException("pattern in a bit segment");
          };
      body =
          new If(
              new PrimOp(MatchPrimitives.EQUAL, List.of(new Ref(value), wanted), null, 0),
              body,
              new Jump(next, List.of()));
    }
    return body;
  }

  private static Expr op(Primitive primitive, Expr... operands) {
    return CorePrimitives.op(primitive, operands);
  }
}

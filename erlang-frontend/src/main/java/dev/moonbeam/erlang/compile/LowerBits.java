package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Pattern.SegmentType;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.erlang.runtime.BitSyntax;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bit syntax (reference manual, "Bit Syntax Expressions"). */
final class LowerBits {
  private final Lowering lowering;

  LowerBits(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A segment with its defaults filled in; a null size is all of a bit string, or none for UTF. */
  record Specification(
      SegmentType type, @Nullable Node size, int unit, boolean signed, boolean little) {
    boolean isUtf() {
      return type == SegmentType.UTF8 || type == SegmentType.UTF16 || type == SegmentType.UTF32;
    }
  }

  static Specification specification(Node.BitElement element) {
    String type = null;
    int unit = -1;
    boolean signed = false;
    boolean little = false;
    for (Node.BitType each : element.types()) {
      switch (each.name()) {
        case "unit" -> unit = each.argument();
        case "signed" -> signed = true;
        case "unsigned" -> signed = false;
        // The node's own order; the JVM's numbers have none, little is what most processors have.
        case "little", "native" -> little = true;
        case "big" -> little = false;
        default -> type = each.name();
      }
    }
    if (type == null) {
      // The lone segment of a string takes the string's bytes; other terms are integers.
      type = "integer";
    }
    SegmentType kind =
        switch (type) {
          case "integer" -> SegmentType.INTEGER;
          case "float" -> SegmentType.FLOAT;
          case "utf8" -> SegmentType.UTF8;
          case "utf16" -> SegmentType.UTF16;
          case "utf32" -> SegmentType.UTF32;
          case "binary", "bytes", "bitstring", "bits" -> SegmentType.BITS;
          default -> throw new LoweringError(element.at(), "undefined bit type " + type);
        };
    Node size = element.size();
    if (unit < 0) {
      unit = type.equals("binary") || type.equals("bytes") ? 8 : 1;
    }
    if (size == null) {
      if (kind == SegmentType.INTEGER) {
        size = new Node.Literal(element.at(), 8L);
        unit = 1;
      } else if (kind == SegmentType.FLOAT) {
        size = new Node.Literal(element.at(), 64L);
        unit = 1;
      }
    }
    return new Specification(kind, size, unit, signed, little);
  }

  // ---- Construction ----------------------------------------------------------------------------

  Expr construct(Node.Bits node, Block block) {
    Object constant = ConstantTerms.term(node);
    if (constant != null) {
      return Lowering.constant(constant);
    }
    if (node.elements().isEmpty()) {
      return Lowering.constant(Binary.EMPTY);
    }
    return Lowering.op(
        ErlangPrimitives.BITS_FINISH,
        node.at(),
        append(Lowering.op(ErlangPrimitives.BITS_NEW, node.at()), node, block));
  }

  /** Appends the segments to a builder; gives the builder. All values are evaluated first. */
  Expr append(Expr builder, Node.Bits node, Block block) {
    List<Node> nodes = new ArrayList<>();
    for (Node.BitElement element : node.elements()) {
      Specification specification = specification(element);
      if (!(element.value() instanceof Node.Str)) {
        nodes.add(element.value());
      }
      if (specification.size != null) {
        nodes.add(specification.size);
      }
    }
    List<Expr> values = lowering.expressions.values(nodes, block);
    // Segments are appended one inside the other, so what may have effects is evaluated before.
    values.replaceAll(value -> block.bind(value, "part"));
    // Whatever fails, it is the construction as a whole that fails.
    Expr result = builder;
    int next = 0;
    for (Node.BitElement element : node.elements()) {
      Specification specification = specification(element);
      if (element.value() instanceof Node.Str string) {
        Expr size = specification.size == null ? null : values.get(next++);
        result = appendString(result, string.text(), size, specification, node.at());
      } else {
        Expr value = values.get(next++);
        Expr size = specification.size == null ? null : values.get(next++);
        result = append(result, value, size, specification, node.at());
      }
    }
    return result;
  }

  private static Expr appendString(
      Expr builder, String text, @Nullable Expr size, Specification specification, long at) {
    if (specification.type == SegmentType.INTEGER
        && size instanceof Expr.Const(Object bits)
        && bits.equals(8L)
        && specification.unit == 1) {
      byte[] bytes = new byte[text.codePointCount(0, text.length())];
      int[] index = {0};
      text.codePoints().forEach(c -> bytes[index[0]++] = (byte) c);
      return sited(
          ErlangPrimitives.BITS_ALL,
          at,
          new BitSyntax.Segment(8, false),
          builder,
          Lowering.constant(Binary.of(bytes)));
    }
    Expr result = builder;
    boolean plain = size instanceof Expr.Const(Long bits) && bits >= 0;
    if (text.isEmpty() && size != null && !plain) {
      // Nothing is written, but the size must be one.
      return Lowering.op(ErlangPrimitives.BITS_NONE, at, builder, size);
    }
    for (int c : text.codePoints().toArray()) {
      result = append(result, Lowering.constant((long) c), size, specification, at);
    }
    return result;
  }

  private static Expr append(
      Expr builder, Expr value, @Nullable Expr size, Specification specification, long at) {
    BitSyntax.Segment site = new BitSyntax.Segment(specification.unit, specification.little);
    return switch (specification.type) {
      case INTEGER ->
          size instanceof Expr.Const(Object bits) && bits.equals(8L) && specification.unit == 1
              ? Lowering.op(ErlangPrimitives.BITS_BYTE, at, builder, value)
              : sited(ErlangPrimitives.BITS_INTEGER, at, site, builder, value, given(size));
      case FLOAT -> sited(ErlangPrimitives.BITS_FLOAT, at, site, builder, value, given(size));
      case BITS ->
          size == null
              ? sited(ErlangPrimitives.BITS_ALL, at, site, builder, value)
              : sited(ErlangPrimitives.BITS_PART, at, site, builder, value, size);
      case UTF8 -> Lowering.op(ErlangPrimitives.BITS_UTF8, at, builder, value);
      case UTF16 -> sited(ErlangPrimitives.BITS_UTF16, at, site, builder, value);
      case UTF32 -> sited(ErlangPrimitives.BITS_UTF32, at, site, builder, value);
    };
  }

  private static Expr given(@Nullable Expr size) {
    if (size == null) {
      throw new IllegalStateException();
    }
    return size;
  }

  static Expr sited(Primitive primitive, long at, Object site, Expr... operands) {
    return new Expr.PrimOp(primitive, List.of(operands), site, Lowering.line(at));
  }

  // ---- Matching --------------------------------------------------------------------------------

  Pattern pattern(Node.Bits node, LowerPattern.Heads heads) {
    return new Pattern.BitString(heads.inBitString(() -> segments(node, heads, false)));
  }

  /**
   * The segments as patterns.
   *
   * @param sizesOnly match any values of these sizes, as a generator does to skip what its pattern
   *     refuses
   */
  List<Pattern.Segment> segments(Node.Bits node, LowerPattern.Heads heads, boolean sizesOnly) {
    List<Pattern.Segment> segments = new ArrayList<>();
    for (Node.BitElement element : node.elements()) {
      Specification specification = specification(element);
      Expr size =
          specification.size == null
              ? null
              : heads.operand(specification.size, Lowering.constant(Atom.FALSE));
      if (element.value() instanceof Node.Str string) {
        for (int c : string.text().codePoints().toArray()) {
          Pattern value = sizesOnly ? new Pattern.Any() : new Pattern.Literal((long) c);
          segments.add(segment(value, size, specification));
        }
      } else {
        Pattern value = lowering.patterns.pattern(element.value(), heads);
        if (sizesOnly && !(value instanceof Pattern.Bind)) {
          value = new Pattern.Any();
        }
        segments.add(segment(asFloat(value, specification), size, specification));
      }
    }
    return segments;
  }

  /** In a float segment an integer literal stands for the float. */
  private static Pattern asFloat(Pattern value, Specification specification) {
    return specification.type == SegmentType.FLOAT
            && value instanceof Pattern.Literal(Number number)
            && Double.isFinite(number.doubleValue())
        ? new Pattern.Literal(number.doubleValue())
        : value;
  }

  private static Pattern.Segment segment(
      Pattern value, @Nullable Expr size, Specification specification) {
    return new Pattern.Segment(
        value,
        size,
        specification.unit,
        specification.type,
        specification.signed,
        specification.little);
  }
}

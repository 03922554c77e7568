package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.term.Cons;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Primitives of the core itself: making and testing terms. Passes use them; frontends may. */
public final class CorePrimitives {
  /**
   * Bytes of a list cell on a 64-bit JVM with compressed references: header 12, two references,
   * rounded.
   */
  public static final int CONS_BYTES = 24;

  public static final Primitive CONS =
      plain("cons", Type.TERM, Instruction.CONS, CONS_BYTES, Type.TERM, Type.TERM);

  /** A list cell with that head, whose tail {@link #LINK} is to set. */
  public static final Primitive CELL =
      new Primitive(
          "cell",
          List.of(
              new Variant(
                  List.of(Type.TERM),
                  Type.TERM,
                  new Primitive.MethodBody(StaticMethod.of(Cons.class, "cell"), false, false))),
          false,
          false,
          false,
          false,
          true,
          0,
          CONS_BYTES);

  /** Sets the tail of a cell that nobody has seen yet. Gives nothing. */
  public static final Primitive LINK =
      method(
          "link",
          false,
          false,
          false,
          StaticMethod.of(Cons.class, "link"),
          Type.TERM,
          Type.TERM,
          Type.TERM);

  public static final Primitive HEAD = plain("head", Type.TERM, Instruction.HEAD, 0, Type.TERM);
  public static final Primitive TAIL = plain("tail", Type.TERM, Instruction.TAIL, 0, Type.TERM);

  /** Site: the index from 0, an Integer. */
  public static final Primitive ELEMENT =
      plain("element", Type.TERM, Instruction.ELEMENT, 0, Type.TERM);

  public static final Primitive IS_CONS =
      plain("is_cons", Type.BOOL, Instruction.IS_CONS, 0, Type.TERM);
  public static final Primitive IS_NIL =
      plain("is_nil", Type.BOOL, Instruction.IS_NIL, 0, Type.TERM);

  /** Site: the size, an Integer. */
  public static final Primitive IS_TUPLE =
      plain("is_tuple", Type.BOOL, Instruction.IS_TUPLE, 0, Type.TERM);

  public static final Primitive IS_ABSENT =
      plain("is_absent", Type.BOOL, Instruction.IS_ABSENT, 0, Type.TERM);
  public static final Primitive IS_LONG =
      plain("is_long", Type.BOOL, Instruction.IS_LONG, 0, Type.TERM);
  public static final Primitive IS_DOUBLE =
      plain("is_double", Type.BOOL, Instruction.IS_DOUBLE, 0, Type.TERM);
  public static final Primitive UNBOX_LONG =
      plain("unbox_long", Type.LONG, Instruction.UNBOX_LONG, 0, Type.TERM);
  public static final Primitive UNBOX_DOUBLE =
      plain("unbox_double", Type.DOUBLE, Instruction.UNBOX_DOUBLE, 0, Type.TERM);
  public static final Primitive LONG_ADD =
      plain("long_add", Type.LONG, Instruction.LONG_ADD, 0, Type.LONG, Type.LONG);
  public static final Primitive LONG_MUL =
      plain("long_mul", Type.LONG, Instruction.LONG_MUL, 0, Type.LONG, Type.LONG);
  public static final Primitive LONG_AND =
      plain("long_and", Type.LONG, Instruction.LONG_AND, 0, Type.LONG, Type.LONG);
  public static final Primitive LONG_EQ =
      plain("long_eq", Type.BOOL, Instruction.LONG_EQ, 0, Type.LONG, Type.LONG);
  public static final Primitive NOT = plain("not", Type.BOOL, Instruction.NOT, 0, Type.BOOL);
  public static final Primitive SAME =
      plain("same", Type.BOOL, Instruction.SAME, 0, Type.TERM, Type.TERM);

  /** A list of results as one term, and back: how it is captured or handed to another function. */
  public static final Primitive PACK = plain("pack", Type.TERM, Instruction.PACK, 0, Type.VALUES);

  public static final Primitive UNPACK =
      plain("unpack", Type.VALUES, Instruction.UNPACK, 0, Type.TERM);

  private static final Primitive[] TUPLES =
      IntStream.range(0, 17).mapToObj(CorePrimitives::makeTuple).toArray(Primitive[]::new);

  private CorePrimitives() {}

  /** The operation on operands, of no particular line. */
  public static Expr op(Primitive primitive, Expr... operands) {
    return new Expr.PrimOp(primitive, List.of(operands), null, 0);
  }

  /** Makes a tuple of {@code size} terms. */
  public static Primitive tuple(int size) {
    return size < TUPLES.length ? TUPLES[size] : makeTuple(size);
  }

  private static Primitive makeTuple(int size) {
    // Tuple 16, array header 16, a reference each, rounded up to 8.
    int bytes = 32 + (4 * size + 7 & ~7);
    return new Primitive(
        "tuple",
        List.of(new Variant(Collections.nCopies(size, Type.TERM), Type.TERM, Instruction.TUPLE)),
        false,
        true,
        false,
        false,
        true,
        0,
        bytes);
  }

  private static Primitive plain(
      String name, Type result, Instruction instruction, int bytes, Type... parameters) {
    return new Primitive(
        name,
        List.of(new Variant(List.of(parameters), result, instruction)),
        false,
        true,
        false,
        false,
        true,
        0,
        bytes);
  }

  /** A primitive of one variant, done by a static method. */
  public static Primitive method(
      String name,
      boolean pure,
      boolean raises,
      boolean process,
      StaticMethod method,
      Type result,
      Type... parameters) {
    return new Primitive(
        name,
        List.of(
            new Variant(
                List.of(parameters), result, new Primitive.MethodBody(method, process, false))),
        false,
        pure,
        raises,
        false,
        true,
        0,
        0);
  }
}

package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.CallProtocol;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import java.util.List;

/** Primitives of the compiler's tests: integers that promote, as a frontend would define them. */
public final class Arithmetic {
  static final Primitive ADD = exact("add", Instruction.LONG_ADD_EXACT, Instruction.DOUBLE_ADD);
  static final Primitive SUB =
      exact("subtract", Instruction.LONG_SUB_EXACT, Instruction.DOUBLE_SUB);
  static final Primitive MUL =
      exact("multiply", Instruction.LONG_MUL_EXACT, Instruction.DOUBLE_MUL);
  static final Primitive LT = comparison("less", Instruction.LONG_LT, Instruction.DOUBLE_LT);
  static final Primitive EQ = comparison("equal", Instruction.LONG_EQ, Instruction.DOUBLE_EQ);

  /** Wraps at 64 bits. */
  static final Primitive WRAPPING_ADD =
      new Primitive(
          "wrapping_add",
          List.of(
              new Variant(List.of(Type.LONG, Type.LONG), Type.LONG, Instruction.LONG_ADD),
              new Variant(List.of(Type.DOUBLE, Type.DOUBLE), Type.DOUBLE, Instruction.DOUBLE_ADD),
              general("add")),
          true,
          true,
          true,
          false,
          true,
          0,
          0);

  /** Raises error with its operand as reason. */
  static final Primitive FAIL =
      new Primitive(
          "fail",
          List.of(
              new Variant(
                  List.of(Type.TERM),
                  Type.TERM,
                  new MethodBody(StaticMethod.of(Arithmetic.class, "fail"), true, false))),
          false,
          false,
          true,
          false,
          false,
          0,
          0);

  static final Primitive REASON =
      new Primitive(
          "reason",
          List.of(
              new Variant(
                  List.of(Type.TERM),
                  Type.TERM,
                  new MethodBody(StaticMethod.of(Arithmetic.class, "reason"), false, false))),
          false,
          true,
          false,
          false,
          true,
          0,
          0);

  static final CallProtocol CALL =
      new CallProtocol("call", StaticMethod.of(Arithmetic.class, "notFunction"));

  private Arithmetic() {}

  private static Variant general(String method) {
    return new Variant(
        List.of(Type.TERM, Type.TERM),
        Type.TERM,
        new MethodBody(StaticMethod.of(Arithmetic.class, method), false, false));
  }

  private static Primitive exact(String name, Instruction longs, Instruction doubles) {
    return new Primitive(
        name,
        List.of(
            new Variant(List.of(Type.LONG, Type.LONG), Type.TERM, longs),
            new Variant(List.of(Type.DOUBLE, Type.DOUBLE), Type.DOUBLE, doubles),
            general(name)),
        true,
        true,
        true,
        false,
        true,
        0,
        0);
  }

  private static Primitive comparison(String name, Instruction longs, Instruction doubles) {
    return new Primitive(
        name,
        List.of(
            new Variant(List.of(Type.LONG, Type.LONG), Type.BOOL, longs),
            new Variant(List.of(Type.DOUBLE, Type.DOUBLE), Type.BOOL, doubles),
            new Variant(
                List.of(Type.TERM, Type.TERM),
                Type.BOOL,
                new MethodBody(StaticMethod.of(Arithmetic.class, name), false, false))),
        true,
        true,
        false,
        false,
        true,
        0,
        0);
  }

  public static Object add(Object a, Object b) {
    return a instanceof Double || b instanceof Double
        ? (Object) (toDouble(a) + toDouble(b))
        : small(big(a).add(big(b)));
  }

  public static Object subtract(Object a, Object b) {
    return a instanceof Double || b instanceof Double
        ? (Object) (toDouble(a) - toDouble(b))
        : small(big(a).subtract(big(b)));
  }

  public static Object multiply(Object a, Object b) {
    return a instanceof Double || b instanceof Double
        ? (Object) (toDouble(a) * toDouble(b))
        : small(big(a).multiply(big(b)));
  }

  public static boolean less(Object a, Object b) {
    return TermOrder.compare(a, b) < 0;
  }

  public static boolean equal(Object a, Object b) {
    return TermOrder.equal(a, b);
  }

  public static Object fail(Process process, Object reason) {
    throw new Raise(Atom.ERROR, reason, process.traces);
  }

  public static Object reason(Object raised) {
    return ((Raise) raised).reason();
  }

  public static Object notFunction(
      Process process, Object callee, Object[] arguments, Object site) {
    throw new Raise(Atom.ERROR, new Tuple(Atom.of("badfun"), callee), process.traces);
  }

  private static double toDouble(Object number) {
    return number(number).doubleValue();
  }

  private static BigInteger big(Object number) {
    return number(number) instanceof BigInteger big
        ? big
        : BigInteger.valueOf(number(number).longValue());
  }

  private static Number number(Object term) {
    if (term instanceof Number number) {
      return number;
    }
    throw new Raise(Atom.ERROR, Atom.of("badarith"), false);
  }

  private static Object small(BigInteger big) {
    return big.bitLength() < 64 ? (Object) big.longValue() : big;
  }
}

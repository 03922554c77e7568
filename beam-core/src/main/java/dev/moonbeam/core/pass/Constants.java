package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.Const;
import dev.moonbeam.core.ir.Expr.PrimOp;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;

/** What instructions give on constants. */
final class Constants {
  private Constants() {}

  /**
   * The constant result, or the operation itself when it is left to run time (overflow; results
   * without a literal).
   */
  static Expr evaluate(Instruction instruction, PrimOp op) {
    Object a = ((Const) op.arguments().getFirst()).value();
    Object b = ((Const) op.arguments().getLast()).value();
    return switch (instruction) {
      case LONG_ADD -> number((long) a + (long) b);
      case LONG_SUB -> number((long) a - (long) b);
      case LONG_MUL -> number((long) a * (long) b);
      case LONG_NEG -> number(-(long) a);
      case LONG_AND -> number((long) a & (long) b);
      case LONG_OR -> number((long) a | (long) b);
      case LONG_XOR -> number((long) a ^ (long) b);
      case LONG_NOT -> number(~(long) a);
      case LONG_ADD_EXACT -> {
        long sum = (long) a + (long) b;
        yield (((long) a ^ sum) & ((long) b ^ sum)) < 0 ? op : number(sum);
      }
      case LONG_SUB_EXACT -> {
        long difference = (long) a - (long) b;
        yield (((long) a ^ (long) b) & ((long) a ^ difference)) < 0 ? op : number(difference);
      }
      case LONG_MUL_EXACT -> {
        long product = (long) a * (long) b;
        yield Math.multiplyHigh((long) a, (long) b) != product >> 63 ? op : number(product);
      }
      case LONG_NEG_EXACT -> (long) a == Long.MIN_VALUE ? op : number(-(long) a);
      case LONG_EQ -> truth((long) a == (long) b);
      case LONG_NE -> truth((long) a != (long) b);
      case LONG_LT -> truth((long) a < (long) b);
      case LONG_LE -> truth((long) a <= (long) b);
      case LONG_GT -> truth((long) a > (long) b);
      case LONG_GE -> truth((long) a >= (long) b);
      case DOUBLE_ADD -> real((double) a + (double) b);
      case DOUBLE_SUB -> real((double) a - (double) b);
      case DOUBLE_MUL -> real((double) a * (double) b);
      case DOUBLE_DIV -> real((double) a / (double) b);
      case DOUBLE_NEG -> real(-(double) a);
      case DOUBLE_EQ -> truth((double) a == (double) b);
      case DOUBLE_NE -> truth((double) a != (double) b);
      case DOUBLE_LT -> truth((double) a < (double) b);
      case DOUBLE_LE -> truth((double) a <= (double) b);
      case DOUBLE_GT -> truth((double) a > (double) b);
      case DOUBLE_GE -> truth((double) a >= (double) b);
      case LONG_TO_DOUBLE -> real((double) (long) a);
      case NOT -> truth(!(a == Atom.TRUE || Boolean.TRUE.equals(a)));
      case SAME -> a instanceof Atom || b instanceof Atom ? truth(a == b) : op;
      case NOT_SAME -> a instanceof Atom || b instanceof Atom ? truth(a != b) : op;
      case IS_LONG -> truth(a instanceof Long);
      case IS_DOUBLE -> truth(a instanceof Double);
      case UNBOX_LONG -> a instanceof Long ? new Const(a) : op;
      case UNBOX_DOUBLE -> a instanceof Double ? new Const(a) : op;
      case IS_CONS -> truth(a instanceof Cons);
      case IS_NIL -> truth(a == Nil.EMPTY);
      case IS_ABSENT -> truth(false);
      case HEAD -> a instanceof Cons cons ? new Const(cons.head) : op;
      case TAIL -> a instanceof Cons cons ? new Const(cons.tail) : op;
      case CONS -> new Const(new Cons(a, b));
      case TUPLE, IS_TUPLE, ELEMENT, PACK, UNPACK -> op;
    };
  }

  private static Expr number(long value) {
    return new Const(value);
  }

  private static Expr real(double value) {
    return new Const(value);
  }

  private static Expr truth(boolean value) {
    return new Const(value);
  }
}

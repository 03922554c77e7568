package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Speculation;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;

/**
 * Estimates the bytes of JVM code that an expression takes: rather too many than too few. Measured
 * over the methods of more than 1,200 bytes that OTP's modules and the Lua programs of the tests
 * become, the estimate is 1.0 to 2.2 times the truth, in the middle 1.35.
 */
final class CodeSize {
  private CodeSize() {}

  static int of(Expr expr) {
    int[] size = {own(expr)};
    Exprs.forEachChild(expr, child -> size[0] += of(child));
    return size[0];
  }

  /**
   * Of what HotSpot compiles together: with what it inlines into loops. Of a loop and its copies
   * ({@link Specialise}), which are tried one after the other, the largest counts; what the copies'
   * exits lead to is the old loop's.
   */
  static int running(Expr expr) {
    return running(expr, false);
  }

  private static int running(Expr expr, boolean inLoop) {
    Expr head = expr;
    while (head instanceof Join join && !join.loop()) {
      head = join.body();
    }
    if (head instanceof Join(var label, _, var turn, If(_, Jump(var entered, _), var otherwise))
        && entered == label) {
      int old = running(otherwise, inLoop);
      for (Expr at = expr; at != head; at = ((Join) at).body()) {
        old += running(((Join) at).target(), inLoop);
      }
      return Math.max(running(turn, true), old);
    }
    boolean inside = inLoop || expr instanceof Join join && join.loop();
    int[] size = {own(expr) + (inLoop ? inlined(expr) : 0)};
    Exprs.forEachChild(expr, child -> size[0] += running(child, inside));
    return size[0];
  }

  /** About what is inlined for a node that runs often. */
  private static int inlined(Expr expr) {
    return switch (expr) {
      case Call _ -> 300;
      case Apply _ -> 100;
      case PrimOp op when Typing.variant(op).body() instanceof Primitive.MethodBody ->
          op.primitive().speculate() ? 0 : 70;
      default -> 0;
    };
  }

  /** Of the node alone, without what is inside its children. */
  static int own(Expr expr) {
    return switch (expr) {
      case Const(var value) -> value instanceof Long ? 2 : 3;
      case Ref _ -> 2;
      case Let _ -> 3;
      case Seq _ -> 1;
      case If _ -> 4;
      case IfUnboxed _ -> 40;
      case Join _ -> 3;
      case Jump(_, var arguments) -> 3 + 3 * arguments.size();
      case Switch(_, var arms, _) -> 10 + 14 * arms.size();
      case Call(_, var arguments, _, _) -> 36 + 6 * arguments.size();
      case RemoteCall(_, _, var arguments, _) -> 26 + 7 * arguments.size();
      case Apply(_, var arguments, var rest, _, _, _) ->
          62 + 13 * arguments.size() + (rest == null ? 0 : 10);
      case PrimOp op -> primitive(op);
      case MakeFun(_, var captured) -> 8 + 3 * captured.size();
      case Try _ -> 56;
      case AllResults _ -> 4;
      case LastCall _ -> 0;
      case Values(var first, _) -> 4 + 5 * first.size();
      case Nth _ -> 6;
      case Charge _ -> 14;
      case Allocating _ -> 26;
      case Unrolled _ -> 12;
      case Case _, Receive _, Lambda _, LetRec _ -> 100;
    };
  }

  private static int primitive(PrimOp op) {
    Primitive.Variant variant = Typing.variant(op);
    int operands = op.arguments().size();
    if (isExact(variant)) {
      return 42;
    }
    if (isNumeric(variant)) {
      return 4;
    }
    if (variant != op.primitive().general() || !op.primitive().speculate()) {
      return variant.body() instanceof Primitive.MethodBody ? 8 + operands : 6 + 5 * operands;
    }
    int terms = 0;
    for (Expr operand : op.arguments()) {
      terms += Typing.typeOf(operand) == Type.TERM ? 1 : 0;
    }
    int size = 12;
    for (Primitive.Variant typed : Speculation.worthTesting(op)) {
      // A test of each TERM operand's class and its value; the instruction; the way out.
      size += isExact(typed) ? 26 + 20 * terms : 7 + 18 * terms;
    }
    return size;
  }

  /** One instruction on numbers that gives one. */
  private static boolean isNumeric(Primitive.Variant variant) {
    return variant.body() instanceof Primitive.Instruction
        && isNumber(variant.result())
        && variant.parameters().stream().allMatch(CodeSize::isNumber);
  }

  private static boolean isNumber(Type type) {
    return type == Type.LONG || type == Type.DOUBLE;
  }

  private static boolean isExact(Primitive.Variant variant) {
    return variant.body() instanceof Primitive.Instruction instruction && instruction.exact();
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Typing;

/** Estimates the bytes of JVM code that an expression takes: rather too many than too few. */
final class CodeSize {
  private CodeSize() {}

  static int of(Expr expr) {
    int[] size = {own(expr)};
    Exprs.forEachChild(expr, child -> size[0] += of(child));
    return size[0];
  }

  /** Of the node alone, without what is inside its children. */
  static int own(Expr expr) {
    return switch (expr) {
      case Const _ -> 4;
      case Ref _ -> 3;
      case Let _, Seq _ -> 4;
      case If _ -> 10;
      case IfUnboxed _ -> 70;
      case Join _ -> 6;
      case Jump(_, var arguments) -> 4 + 4 * arguments.size();
      case Switch(_, var arms, _) -> 30 + 16 * arms.size();
      case Call(_, var arguments, _, _) -> 70 + 16 * arguments.size();
      case RemoteCall(_, _, var arguments, _) -> 60 + 16 * arguments.size();
      case Apply(_, var arguments, _, _, _, _) -> 90 + 30 * arguments.size();
      case PrimOp op -> primitive(op);
      case MakeFun(_, var captured) -> 12 + 4 * captured.size();
      case Try _ -> 70;
      case AllResults _ -> 6;
      case Values(var first, _) -> 12 + 7 * first.size();
      case Nth _ -> 6;
      case Charge _ -> 7;
      case Allocating _ -> 26;
      case Unrolled _ -> 12;
      case Case _, Receive _, Lambda _, LetRec _ -> 100;
    };
  }

  private static int primitive(PrimOp op) {
    Primitive.Variant variant = Typing.variant(op);
    boolean exact =
        variant.body() instanceof Primitive.Instruction instruction && instruction.exact();
    boolean speculates = op.primitive().speculate() && variant == op.primitive().general();
    int operands = op.arguments().size();
    return 14 + 4 * operands + (exact ? 45 : 0) + (speculates ? 60 + 30 * operands : 0);
  }
}

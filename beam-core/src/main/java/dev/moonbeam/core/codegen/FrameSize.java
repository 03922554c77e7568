package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;

/**
 * An estimate, never too small, of the bytes that a call of a function takes on the Java stack while it is interpreted
 * (compiled frames are smaller).
 *
 * @param counted false for a function that calls no script function: it is a leaf, and the reserve that every segment of
 *     stack keeps for the Java code of builtins holds it
 */
record FrameSize(int bytes, boolean counted) {
  /** Return address, method, cache, locals pointer, monitor and expression stack pointers of an interpreted frame. */
  private static final int FIXED = 112;

  /** Slots for temporaries of calls and speculation, beside a call's own arguments. */
  private static final int TEMPORARIES = 12;

  /** Leaves up to this size are not counted. */
  private static final int SMALL = 1024;

  static FrameSize of(FunctionDef function) {
    Scan scan = new Scan();
    int slots = scan.slots(function.body()) + function.allParameters().size() + 1 + TEMPORARIES;
    int bytes = FIXED + 8 * (slots + scan.widest);
    return new FrameSize(bytes, scan.calls || bytes > SMALL);
  }

  /** Walks a body once. */
  private static final class Scan {
    boolean calls;
    int widest;

    /** Slots that the variables bound in the expression need at once. */
    int slots(Expr expr) {
      int bound = 0;
      int most = 0;
      Expr at = expr;
      while (true) {
        switch (at) {
          case Let(_, var value, var body) -> {
            bound += 2;
            most = Math.max(most, bound + slots(value));
            at = body;
            continue;
          }
          case Seq(var first, var second) -> {
            most = Math.max(most, bound + slots(first));
            at = second;
            continue;
          }
          case Charge(_, var body) -> {
            at = body;
            continue;
          }
          case Join(var label, _, var target, var body) -> {
            bound += 2 * label.parameters().size();
            widest = Math.max(widest, 2 * label.parameters().size());
            return Math.max(most, bound + Math.max(slots(target), slots(body)));
          }
          case IfUnboxed(var value, _, var then, _, var otherwise) -> {
            bound += 6;
            return Math.max(
                most, bound + slots(value) + Math.max(slots(then), slots(otherwise)));
          }
          case Try(var body, _, var of, _, var handler, _, _) -> {
            calls = true;
            return Math.max(most, bound + 4 + Math.max(slots(body), Math.max(slots(of), slots(handler))));
          }
          case Call call -> {
            calls = true;
            widest = Math.max(widest, call.arguments().size());
          }
          case Apply apply -> {
            calls = true;
            widest = Math.max(widest, apply.arguments().size());
          }
          case RemoteCall call -> {
            calls = true;
            widest = Math.max(widest, call.arguments().size());
          }
          case PrimOp op -> widest = Math.max(widest, 2 * op.arguments().size());
          default -> {}
        }
        // Operands that need a temporary each are counted one slot a nested node.
        int[] deepest = {0};
        int[] operands = {0};
        Exprs.forEachChild(
            at,
            child -> {
              operands[0] += 2;
              deepest[0] = Math.max(deepest[0], slots(child));
            });
        int here = at instanceof If || at instanceof Switch ? 0 : Math.min(operands[0], 512);
        return Math.max(most, bound + here + deepest[0]);
      }
    }
  }
}

package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_int;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Typing;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The reductions of an innermost loop that makes no call, counted in a local variable. The loop
 * becomes two: the inner one runs while the slice lasts and holds nothing but the loop's own code,
 * so that HotSpot keeps its variables in registers; the outer one pays, once a slice.
 *
 * <pre>
 *   slice:  base = left = process.reductions
 *   turn:   ...                                     a charge is left -= n
 *           back: if (left >= 0) goto turn
 *           pay; goto slice                         process.spend(base - left)
 *   out:    pay; goto ...
 *   raise:  process.reductions -= base - left; throw
 * </pre>
 *
 * What is charged to the process meanwhile is charged as ever. Whatever could run other code (a
 * metamethod) is paid for before, so that no turn is lost when it does not come back.
 */
final class Turns {
  private final CodeBuilder code;
  private final dev.moonbeam.core.ir.Label loop;
  private final int base;
  private final int left;
  private final Label slice;
  private final Label turn;
  private final Label end;

  /** Join points of the loop's body: a jump to one of them stays in the loop. */
  private final Set<dev.moonbeam.core.ir.Label> inside =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param slot the first of two free local variables
   * @param slice where the loop is entered
   */
  Turns(CodeBuilder code, dev.moonbeam.core.ir.Label loop, int slot, Label slice) {
    this.code = code;
    this.loop = loop;
    this.base = slot;
    this.left = slot + 1;
    this.slice = slice;
    this.turn = code.newLabel();
    this.end = code.newLabel();
  }

  /** Whether a loop's turns can be counted so: it is metered, and does little else than compute. */
  static boolean countable(Join join) {
    return join.loop() && isMetered(join.target()) && computes(join.target());
  }

  private static boolean isMetered(Expr expr) {
    if (expr instanceof Charge) {
      return true;
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || isMetered(child));
    return found[0];
  }

  private static boolean computes(Expr expr) {
    boolean fits =
        switch (expr) {
          case Call _, RemoteCall _, Apply _, Try _ -> false;
          case Join(_, var loop, _, _) -> !loop;
          case Charge(var reductions, _) -> reductions <= Short.MAX_VALUE;
          // Where an operation is only tried in line, to pay is for the rare case that it is not.
          case PrimOp op ->
              !op.primitive().suspends()
                  || op.primitive().speculate()
                  || !(Typing.variant(op).body() instanceof MethodBody);
          default -> true;
        };
    boolean[] all = {fits};
    Exprs.forEachChild(expr, child -> all[0] = all[0] && computes(child));
    return all[0];
  }

  /** The head of the loop. */
  void begin() {
    code.labelBinding(slice);
    code.aload(0).getfield(Descriptors.PROCESS, "reductions", CD_int);
    code.dup().istore(base).istore(left);
    code.labelBinding(turn);
  }

  void charge(int reductions) {
    code.iinc(left, -reductions);
  }

  /** A jump to the loop's head, whose parameters have their new values. */
  void back() {
    code.iload(left).ifge(turn);
    pay();
    code.goto_(slice);
  }

  /** Before control leaves the loop, or may. Leaves the operand stack as it is. */
  void pay() {
    code.aload(0).iload(base).iload(left).dup().istore(base).isub();
    code.invokevirtual(Descriptors.PROCESS, "spend", Descriptors.SPEND);
  }

  /** Behind the loop's code, where nothing falls through to: what is thrown in it is paid for. */
  void end() {
    code.labelBinding(end);
    Label thrown = code.newLabel();
    code.exceptionCatchAll(turn, end, thrown);
    code.labelBinding(thrown);
    code.aload(0).iload(base).iload(left).isub();
    code.invokevirtual(Descriptors.PROCESS, "owe", Descriptors.SPEND).athrow();
  }

  boolean isLoop(dev.moonbeam.core.ir.Label label) {
    return label == loop;
  }

  void enclose(dev.moonbeam.core.ir.Label label) {
    inside.add(label);
  }

  boolean encloses(dev.moonbeam.core.ir.Label label) {
    return inside.contains(label);
  }
}

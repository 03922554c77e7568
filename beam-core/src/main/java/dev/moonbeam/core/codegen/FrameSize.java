package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate, never too small, of the bytes that a call of a function takes on the Java stack
 * while it is interpreted (compiled frames are smaller).
 *
 * @param takes whether some way through the function takes the frame's room off the stack before it
 *     goes on: not one that only makes tail calls, nor a leaf, which the reserve holds that every
 *     segment of stack keeps for the Java code of builtins
 * @param tries whether it has a handler
 * @param large whether it is too large for that reserve, even as a leaf
 */
record FrameSize(int bytes, boolean takes, boolean tries, boolean large) {
  /**
   * Return address, saved registers, method, cache, locals and stack pointers of an interpreted
   * frame, and some spare.
   */
  private static final int FIXED = 96;

  /** Operand stack that any code may use beside what its nested operands hold there. */
  private static final int WORKING = 4;

  /** Leaves up to this size are not counted. */
  private static final int SMALL = 1024;

  static FrameSize of(FunctionDef function) {
    Scan scan = new Scan();
    int slots = scan.slots(function.body()) + function.allParameters().size() + 2;
    int bytes = FIXED + 8 * (slots + WORKING + scan.stack);
    boolean large = bytes > SMALL;
    return new FrameSize(bytes, large || returnsHere(function.body()), scan.tries, large);
  }

  /** Whether a call is made anywhere in an expression. */
  static boolean hasCall(Expr expr) {
    return switch (expr) {
      case Call _, RemoteCall _, Apply _, Try _ -> true;
      default -> {
        boolean[] found = {false};
        Exprs.forEachChild(expr, child -> found[0] = found[0] || hasCall(child));
        yield found[0];
      }
    };
  }

  /** Whether a call in an expression in tail position comes back to it; one in a loop counts. */
  private static boolean returnsHere(Expr expr) {
    return switch (expr) {
      case Let(_, var value, var body) -> hasCall(value) || returnsHere(body);
      case Seq(var first, var second) -> hasCall(first) || returnsHere(second);
      case Charge(_, var body) -> returnsHere(body);
      case Unrolled(_, _, var body) -> returnsHere(body);
      case If(var condition, var then, var otherwise) ->
          hasCall(condition) || returnsHere(then) || returnsHere(otherwise);
      case IfUnboxed(var value, _, var then, _, var otherwise) ->
          hasCall(value) || returnsHere(then) || returnsHere(otherwise);
      case Switch(var scrutinee, var arms, var otherwise) ->
          hasCall(scrutinee)
              || arms.stream().anyMatch(arm -> returnsHere(arm.body()))
              || returnsHere(otherwise);
      case Join(_, var loop, var target, var body) ->
          (loop ? hasCall(target) : returnsHere(target)) || returnsHere(body);
      case Try _ -> true;
      default -> {
        // What is left of a tail call are its operands; of anything else, all of it.
        boolean[] found = {false};
        Exprs.forEachChild(expr, child -> found[0] = found[0] || hasCall(child));
        yield found[0];
      }
    };
  }

  /** Walks a body once. */
  private static final class Scan {
    boolean tries;

    /** The most operands that are on the stack at once. */
    int stack;

    private int pending;

    /**
     * Slots that the variables bound in the expression, and the temporaries of its operations, need
     * at once.
     */
    int slots(Expr expr) {
      int bound = 0;
      int most = 0;
      Expr at = expr;
      while (true) {
        switch (at) {
          case Let(var variable, var value, var body) -> {
            bound += width(variable.type());
            most = Math.max(most, bound + slots(value));
            at = body;
          }
          case Seq(var first, var second) -> {
            most = Math.max(most, bound + slots(first));
            at = second;
          }
          case Charge(_, var body) -> at = body;
          case Unrolled(_, _, var body) -> at = body;
          default -> {
            return Math.max(most, bound + one(at));
          }
        }
      }
    }

    private int one(Expr expr) {
      return switch (expr) {
        case Join(var label, var loop, var target, var body) -> {
          // A loop may count its turns.
          int bound = loop ? 2 : 0;
          for (Variable parameter : label.parameters()) {
            bound += width(parameter.type());
          }
          yield bound + Math.max(slots(target), slots(body));
        }
        case Try(var body, _, var of, _, var handler, _, _) -> {
          tries = true;
          yield 3 + Math.max(slots(body), Math.max(slots(of), slots(handler)));
        }
        case IfUnboxed(var value, _, var then, _, var otherwise) ->
            3 + Math.max(slots(value), Math.max(slots(then), slots(otherwise)));
        case If(var condition, var then, var otherwise) ->
            Math.max(slots(condition), Math.max(slots(then), slots(otherwise)));
        case Switch(var scrutinee, var arms, var otherwise) -> {
          int most = Math.max(slots(scrutinee), slots(otherwise));
          for (Arm arm : arms) {
            most = Math.max(most, slots(arm.body()));
          }
          yield 2 + most;
        }
        case Call(_, var arguments, var rest, _) -> {
          // A tail call that is put off keeps what it passes in temporaries.
          yield Math.max(arguments.size() + 1, operands(all(arguments, rest)));
        }
        case RemoteCall(var module, var function, var arguments, _) -> {
          List<Expr> all = new ArrayList<>(arguments);
          all.addFirst(function);
          all.addFirst(module);
          yield Math.max(arguments.size(), operands(all));
        }
        case Apply(var function, var arguments, var rest, _, _, _) -> {
          List<Expr> all = all(arguments, rest);
          all.addFirst(function);
          yield temporaries(all) + operands(all);
        }
        case PrimOp op -> {
          boolean simple =
              !op.primitive().speculate() && Typing.variant(op).body() instanceof MethodBody;
          yield operands(op.arguments()) + (simple ? 0 : 2 + temporaries(op.arguments()));
        }
        case MakeFun(_, var captured) -> temporaries(captured) + operands(captured);
        default -> {
          List<Expr> children = new ArrayList<>();
          Exprs.forEachChild(expr, children::add);
          yield 1 + operands(children);
        }
      };
    }

    private static List<Expr> all(List<Expr> arguments, @Nullable Expr rest) {
      List<Expr> all = new ArrayList<>(arguments);
      if (rest != null) {
        all.add(rest);
      }
      return all;
    }

    /**
     * Slots of operands that are evaluated one after another, each waiting on the stack for the
     * others.
     */
    private int operands(List<Expr> operands) {
      int most = 0;
      int outer = pending;
      for (Expr operand : operands) {
        most = Math.max(most, slots(operand));
        pending += 2;
      }
      stack = Math.max(stack, pending);
      pending = outer;
      return most;
    }

    private static int temporaries(List<Expr> operands) {
      int slots = 0;
      for (Expr operand : operands) {
        if (!(operand instanceof Const) && !(operand instanceof Ref)) {
          slots += width(Typing.typeOf(operand));
        }
      }
      return slots;
    }

    private static int width(@Nullable Type type) {
      return type == Type.LONG || type == Type.DOUBLE ? 2 : 1;
    }
  }
}

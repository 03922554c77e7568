package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Primitive.Instruction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The static type of an expression, given the types of its variables. Null stands for an expression
 * that never gives a value (a jump, a raise). Inference and code generation both ask here, so they
 * cannot disagree.
 */
public final class Typing {
  /**
   * Types of operations that have been found. Who asks about a whole tree from its leaves up, while
   * no variable changes its type, takes time in proportion to the tree with it.
   */
  static final class Known {
    private final IdentityHashMap<PrimOp, Optional<Type>> operations = new IdentityHashMap<>();
  }

  private Typing() {}

  /** The type, or null where control does not come back. */
  public static @Nullable Type typeOf(Expr expr) {
    return typeOf(expr, null);
  }

  static @Nullable Type typeOf(Expr expr, @Nullable Known known) {
    Expr at = expr;
    while (true) {
      switch (at) {
        case Const(var value) -> {
          return value instanceof Long
              ? Type.LONG
              : value instanceof Double
                  ? Type.DOUBLE
                  : value instanceof Boolean ? Type.BOOL : Type.TERM;
        }
        case Ref(var variable) -> {
          return variable.type();
        }
        case Let let -> at = let.body();
        case Seq seq -> at = seq.second();
        case LetRec letRec -> at = letRec.body();
        case Charge charge -> at = charge.body();
        case Unrolled unrolled -> at = unrolled.body();
        case Allocating allocating -> at = allocating.value();
        case If(_, var then, var otherwise) -> {
          return merge(typeOf(then, known), typeOf(otherwise, known));
        }
        case IfUnboxed(_, _, var then, _, var otherwise) -> {
          return merge(typeOf(then, known), typeOf(otherwise, known));
        }
        case Join(_, _, var target, var body) -> {
          return merge(typeOf(body, known), typeOf(target, known));
        }
        case Try(_, _, var of, _, var handler, _, _) -> {
          return merge(typeOf(of, known), typeOf(handler, known));
        }
        case Switch(_, var arms, var otherwise) -> {
          Type type = typeOf(otherwise, known);
          for (Arm arm : arms) {
            type = merge(type, typeOf(arm.body(), known));
          }
          return type;
        }
        case Case(_, var clauses, var noMatch) -> {
          Type type = typeOf(noMatch, known);
          for (Clause clause : clauses) {
            type = merge(type, typeOf(clause.body(), known));
          }
          return type;
        }
        case Jump _ -> {
          return null;
        }
        case PrimOp op -> {
          return typeOf(op, known);
        }
        case AllResults _ -> {
          return Type.VALUES;
        }
        case Receive _,
            Values _,
            Nth _,
            Call _,
            RemoteCall _,
            Apply _,
            LastCall _,
            Lambda _,
            MakeFun _ -> {
          return Type.TERM;
        }
      }
    }
  }

  private static @Nullable Type typeOf(PrimOp op, @Nullable Known known) {
    @Nullable Optional<Type> found = known == null ? null : known.operations.get(op);
    if (found != null) {
      return found.orElse(null);
    }
    Type type = op.primitive().returns() ? result(op, known) : null;
    if (known != null) {
      known.operations.put(op, Optional.ofNullable(type));
    }
    return type;
  }

  private static Type result(PrimOp op, @Nullable Known known) {
    Primitive.Variant variant = variant(op, known);
    return variant.body() instanceof Instruction instruction && instruction.exact()
        ? Type.TERM
        : variant.result();
  }

  /** The variant that the operands' static types select. */
  public static Primitive.Variant variant(PrimOp op) {
    return variant(op, null);
  }

  static Primitive.Variant variant(PrimOp op, @Nullable Known known) {
    if (op.primitive().variants().size() == 1) {
      return op.primitive().general();
    }
    List<Type> operands = new ArrayList<>(op.arguments().size());
    for (Expr argument : op.arguments()) {
      Type type = typeOf(argument, known);
      operands.add(type == null ? Type.TERM : type);
    }
    Primitive.Variant variant = op.primitive().select(operands);
    return variant == null ? op.primitive().general() : variant;
  }

  /** The type that holds values of both. */
  public static @Nullable Type merge(@Nullable Type left, @Nullable Type right) {
    if (left == null || left == right) {
      return right;
    }
    return right == null ? left : Type.TERM;
  }
}

package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Type;

/**
 * What the lowering itself knows of types: enough to see that a numeric for starts with an integer.
 */
final class Types {
  private Types() {}

  static Type of(Expr value) {
    return switch (value) {
      case Expr.Const(Long _) -> Type.LONG;
      case Expr.Const(Double _) -> Type.DOUBLE;
      case Expr.Ref(var variable) -> variable.type();
      case Expr.AllResults _ -> Type.VALUES;
      case Expr.PrimOp(var primitive, var arguments, _, _) -> {
        Primitive.Variant variant = primitive.select(arguments.stream().map(Types::of).toList());
        yield variant == null ? Type.TERM : variant.result();
      }
      default -> Type.TERM;
    };
  }
}

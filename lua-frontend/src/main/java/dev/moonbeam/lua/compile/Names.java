package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.VariableName;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What error messages call the value of an expression: {@code local 'x'}, {@code field 'y'}. */
final class Names {
  private final FunctionLowering in;

  Names(FunctionLowering in) {
    this.in = in;
  }

  @Nullable VariableName of(LuaExpression expression) {
    return switch (expression) {
      case LuaExpression.Name name -> variable(name);
      case LuaExpression.Text text -> constant(text.value());
      case LuaExpression.Parenthesized(LuaExpression inner, _) -> of(inner);
      case LuaExpression.Suffixed(var base, var suffixes) ->
          of(base, suffixes, suffixes.size() - 1);
      default -> null;
    };
  }

  /** Of what suffix number {@code at} gives. */
  @Nullable VariableName of(LuaExpression base, List<LuaExpression.Suffix> suffixes, int at) {
    if (at == 0
        && base instanceof LuaExpression.Name(String name, _)
        && name.equals(LuaResolver.ENVIRONMENT)
        && suffixes.getFirst() instanceof LuaExpression.Index(LuaExpression.Text global, _)) {
      return new VariableName("global", global.value().toLatin1());
    }
    return of(suffixes.get(at));
  }

  private static @Nullable VariableName of(LuaExpression.Suffix suffix) {
    if (!(suffix instanceof LuaExpression.Index(LuaExpression key, _))) {
      return null;
    }
    return switch (key) {
      case LuaExpression.Text text -> new VariableName("field", text.value().toLatin1());
      // As the reference implementation, whose instruction for small indices has no name to tell.
      case LuaExpression.Numeral(Long index, _) when index >= 0 && index <= 255 ->
          new VariableName("field", "integer index");
      default -> new VariableName("field", "?");
    };
  }

  private @Nullable VariableName variable(LuaExpression.Name name) {
    Local local = in.resolution.local(name);
    if (local == null) {
      return new VariableName("global", name.name());
    }
    if (local.attribute == Attribute.CONST && local.current instanceof Expr.Const(var value)) {
      return value instanceof Binary text ? constant(text) : null;
    }
    return new VariableName(local.function == in.context.scope ? "local" : "upvalue", name.name());
  }

  private static VariableName constant(Binary text) {
    return new VariableName("constant", text.toLatin1());
  }
}

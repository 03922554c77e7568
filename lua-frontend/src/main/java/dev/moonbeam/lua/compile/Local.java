package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A local variable, or the chunk's {@code _ENV}. The resolver fills in how it is used; the lowering
 * keeps here what it is at the place being lowered.
 *
 * <p>A local that is never reassigned, or never captured, is no variable of the IR: its value is.
 * Only one that is both, or that must be kept, becomes a cell, and then the value kept here is the
 * cell.
 */
final class Local {
  final String name;
  final Attribute attribute;
  final FunctionScope function;

  /** Place among the active locals of its function: how deep in its scopes it was declared. */
  final int depth;

  /** Another local of its function and name that it hides. */
  final @Nullable Local shadowed;

  boolean captured;
  boolean reassigned;

  /** Must be a variable at run time, however it is used; see {@link Introspection}. */
  boolean kept;

  /**
   * The IR's value of the variable (or its cell) at the place being lowered; null outside of its
   * scope.
   */
  @Nullable Expr current;

  Local(
      String name,
      Attribute attribute,
      FunctionScope function,
      int depth,
      @Nullable Local shadowed) {
    this.name = name;
    this.attribute = attribute;
    this.function = function;
    this.depth = depth;
    this.shadowed = shadowed;
  }

  boolean isCell() {
    return captured && reassigned || kept;
  }

  Expr current() {
    Expr value = current;
    if (value == null) {
      throw new IllegalStateException("local " + name + " is used outside of its scope");
    }
    return value;
  }

  @Override
  public String toString() {
    return name;
  }
}

package dev.moonbeam.lua.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of Lua (manual section 3.3). Identity matters, as for {@link LuaExpression}. */
public sealed interface LuaStatement {
  int line();

  /**
   * {@code targets} are names, or suffixed expressions that end in an index; {@code definition}:
   * whether it is written {@code function a.b() ... end}.
   */
  record Assign(
      List<LuaExpression> targets, List<LuaExpression> values, int line, boolean definition)
      implements LuaStatement {}

  record CallStatement(LuaExpression.Suffixed call) implements LuaStatement {
    @Override
    public int line() {
      return call.line();
    }
  }

  record Do(Block body, int line) implements LuaStatement {}

  record While(LuaExpression condition, Block body, int line) implements LuaStatement {}

  /** The condition is in the scope of the body's locals. */
  record Repeat(Block body, LuaExpression condition, int line) implements LuaStatement {}

  record If(List<Arm> arms, @Nullable Block otherwise, int line) implements LuaStatement {}

  /** {@code if} or {@code elseif} with its block; {@code line} is that of its {@code then}. */
  record Arm(LuaExpression condition, Block body, int line) {}

  /** {@code step} is null for 1. */
  record NumericFor(
      String variable,
      LuaExpression start,
      LuaExpression limit,
      @Nullable LuaExpression step,
      Block body,
      int line)
      implements LuaStatement {}

  record GenericFor(List<String> variables, List<LuaExpression> values, Block body, int line)
      implements LuaStatement {}

  record Local(List<Declaration> variables, List<LuaExpression> values, int line)
      implements LuaStatement {}

  /** A variable of a {@link Local} statement. */
  record Declaration(String name, Attribute attribute, int line) {}

  /** What a local variable was declared as. */
  enum Attribute {
    NONE,
    CONST,
    CLOSE
  }

  /** The name is in scope in the function. */
  record LocalFunction(String name, LuaExpression.Function function, int line)
      implements LuaStatement {}

  /** {@code values} is empty for a bare return. */
  record Return(List<LuaExpression> values, int line) implements LuaStatement {}

  record Break(int line) implements LuaStatement {}

  record Goto(String label, int line) implements LuaStatement {}

  /**
   * {@code checkLine} is where Lua is when it looks whether the label may stand here: at the token
   * that follows.
   */
  record Label(String name, int line, int checkLine) implements LuaStatement {}
}

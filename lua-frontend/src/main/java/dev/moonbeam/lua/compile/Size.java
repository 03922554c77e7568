package dev.moonbeam.lua.compile;

import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.List;

/** Counts syntax nodes up to a limit. */
final class Size {
  private int left;

  private Size(int limit) {
    this.left = limit;
  }

  /**
   * Whether a block has at most so many nodes. A function in it counts as too many: copies of it
   * would be two functions.
   */
  static boolean within(Block block, int limit) {
    Size size = new Size(limit);
    size.block(block);
    return size.left >= 0;
  }

  private void block(Block block) {
    for (LuaStatement each : block.statements()) {
      if (left < 0) {
        return;
      }
      statement(each);
    }
  }

  private void statement(LuaStatement statement) {
    left--;
    switch (statement) {
      case LuaStatement.Assign assign -> {
        expressions(assign.targets());
        expressions(assign.values());
      }
      case LuaStatement.CallStatement call -> expression(call.call());
      case LuaStatement.Do(Block body, _) -> block(body);
      case LuaStatement.While loop -> {
        expression(loop.condition());
        block(loop.body());
      }
      case LuaStatement.Repeat loop -> {
        block(loop.body());
        expression(loop.condition());
      }
      case LuaStatement.If branch -> {
        for (LuaStatement.Arm arm : branch.arms()) {
          expression(arm.condition());
          block(arm.body());
        }
        if (branch.otherwise() != null) {
          block(branch.otherwise());
        }
      }
      case LuaStatement.NumericFor loop -> {
        expression(loop.start());
        expression(loop.limit());
        block(loop.body());
      }
      case LuaStatement.GenericFor loop -> {
        expressions(loop.values());
        block(loop.body());
      }
      case LuaStatement.Local local -> expressions(local.values());
      case LuaStatement.LocalFunction _ -> left = -1;
      case LuaStatement.Return result -> expressions(result.values());
      case LuaStatement.Break _, LuaStatement.Goto _, LuaStatement.Label _ -> {}
    }
  }

  private void expressions(List<LuaExpression> expressions) {
    for (LuaExpression each : expressions) {
      if (left < 0) {
        return;
      }
      expression(each);
    }
  }

  private void expression(LuaExpression expression) {
    left--;
    if (left < 0) {
      return;
    }
    switch (expression) {
      case LuaExpression.Parenthesized(LuaExpression inner, _) -> expression(inner);
      case LuaExpression.Suffixed(LuaExpression base, List<LuaExpression.Suffix> suffixes) -> {
        expression(base);
        suffixes.forEach(this::suffix);
      }
      case LuaExpression.Unary unary -> expression(unary.operand());
      case LuaExpression.Operation operation -> {
        expression(operation.left());
        expression(operation.right());
      }
      case LuaExpression.And and -> {
        expression(and.left());
        expression(and.right());
      }
      case LuaExpression.Or or -> {
        expression(or.left());
        expression(or.right());
      }
      case LuaExpression.Concatenation chain -> expressions(chain.operands());
      case LuaExpression.Table table -> table.fields().forEach(each -> expression(each.value()));
      case LuaExpression.Function _ -> left = -1;
      case LuaExpression.Nil _,
          LuaExpression.True _,
          LuaExpression.False _,
          LuaExpression.Numeral _,
          LuaExpression.Text _,
          LuaExpression.Vararg _,
          LuaExpression.Name _ -> {}
    }
  }

  private void suffix(LuaExpression.Suffix suffix) {
    switch (suffix) {
      case LuaExpression.Index(LuaExpression key, _) -> expression(key);
      case LuaExpression.Call(List<LuaExpression> arguments, _) -> expressions(arguments);
      case LuaExpression.MethodCall(_, List<LuaExpression> arguments, _) -> expressions(arguments);
    }
  }
}

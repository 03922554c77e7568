package dev.moonbeam.lua.compile;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import dev.moonbeam.lua.syntax.LuaSyntax;
import dev.moonbeam.lua.syntax.SyntaxError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** From Lua source to the core IR. */
public final class LuaCompiler {
  private LuaCompiler() {}

  /**
   * The chunk as a module whose function {@code main} captures {@code _ENV} and takes the chunk's
   * arguments.
   */
  public static CoreModule compile(SourceUnit source) throws CompileException {
    return compile(source, false);
  }

  /**
   * As {@link #compile(SourceUnit)}.
   *
   * @param traced whether the debug library can look into the chunk, whatever it says
   */
  static CoreModule compile(SourceUnit source, boolean traced) throws CompileException {
    return compile(source, () -> lower(source, traced));
  }

  /**
   * A function as {@link BinaryChunk} has it: a module whose {@code main} is the function and
   * captures its upvalues, each in a cell.
   *
   * @param source {@code return function} with the function's parameters and body
   * @param line number of its first line
   * @param self whether the function has that parameter before those in the source
   * @param names of outer variables; others are global
   * @param constants values of outer constants, by name
   * @param traced as for a chunk
   */
  static CoreModule compileFunction(
      SourceUnit source,
      int line,
      boolean self,
      List<String> names,
      Map<String, Object> constants,
      boolean traced)
      throws CompileException {
    return compile(
        source,
        () -> {
          Block chunk = LuaSyntax.parse(source, line);
          if (chunk.statements().size() == 1
              && chunk.statements().getFirst() instanceof LuaStatement.Return result
              && result.values().size() == 1
              && result.values().getFirst() instanceof LuaExpression.Function function) {
            return lower(source, self ? function.withSelf() : function, names, constants, traced);
          }
          throw LuaSyntax.refusal(source, new SyntaxError("function expected", line, 0));
        });
  }

  private static CoreModule lower(
      SourceUnit source,
      LuaExpression.Function function,
      List<String> names,
      Map<String, Object> constants,
      boolean traced)
      throws CompileException {
    try {
      Resolution resolution = LuaResolver.resolve(function, names, constants, traced);
      return ModuleLowering.lower(source, function, resolution);
    } catch (SyntaxError error) {
      throw LuaSyntax.refusal(source, error);
    }
  }

  private static CoreModule compile(SourceUnit source, Callable<CoreModule> work)
      throws CompileException {
    try {
      return LargeStack.run(work::call);
    } catch (LargeStack.TooDeep deep) {
      throw LuaSyntax.refusal(source, new SyntaxError("chunk has too many syntax levels", 1, 0));
    } catch (CompileException | RuntimeException refused) {
      throw refused;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CoreModule lower(SourceUnit source, boolean traced) throws CompileException {
    Block chunk = LuaSyntax.parse(source);
    try {
      return ModuleLowering.lower(source, chunk, LuaResolver.resolve(chunk, traced));
    } catch (SyntaxError error) {
      throw LuaSyntax.refusal(source, error);
    }
  }
}

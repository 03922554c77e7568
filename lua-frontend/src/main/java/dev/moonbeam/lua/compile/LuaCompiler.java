package dev.moonbeam.lua.compile;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaSyntax;
import dev.moonbeam.lua.syntax.SyntaxError;

/** From Lua source to the core IR. */
public final class LuaCompiler {
  private LuaCompiler() {}

  /**
   * The chunk as a module whose function {@code main} captures {@code _ENV} and takes the chunk's
   * arguments.
   */
  public static CoreModule compile(SourceUnit source) throws CompileException {
    try {
      return LargeStack.run(() -> lower(source));
    } catch (LargeStack.TooDeep deep) {
      throw LuaSyntax.refusal(source, new SyntaxError("chunk has too many syntax levels", 1, 0));
    } catch (CompileException | RuntimeException refused) {
      throw refused;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CoreModule lower(SourceUnit source) throws CompileException {
    Block chunk = LuaSyntax.parse(source);
    try {
      return ModuleLowering.lower(source.name(), chunk, LuaResolver.resolve(chunk));
    } catch (SyntaxError error) {
      throw LuaSyntax.refusal(source, error);
    }
  }
}

package dev.moonbeam.lua;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.lua.compile.ChunkLoader;
import dev.moonbeam.lua.compile.LuaCompiler;
import dev.moonbeam.lua.library.LuaLibrary;
import dev.moonbeam.lua.runtime.Activation;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.lua.syntax.AstPrinter;
import dev.moonbeam.lua.syntax.LuaSyntax;
import java.util.List;

/** Lua 5.4 as the core and the engine see it. */
public final class LuaLanguage implements Language {
  /**
   * The reference implementation's stack has a million slots (LUAI_MAXSTACK), which is as many
   * levels of the smallest functions and some 200,000 of larger ones; this is a million of the
   * smallest, whose frames are smaller than the unit.
   */
  private static final long MOST_LEVELS = 700_000;

  @Override
  public String id() {
    return "lua";
  }

  @Override
  public List<String> names() {
    return List.of("lua", "Lua", "lua5.4", "Lua5.4", "moonbeam-lua");
  }

  @Override
  public List<String> extensions() {
    return List.of("lua");
  }

  @Override
  public List<String> mimeTypes() {
    return List.of("text/x-lua", "application/x-lua", "text/lua");
  }

  @Override
  public String languageName() {
    return "Lua";
  }

  @Override
  public String languageVersion() {
    return "5.4";
  }

  @Override
  public CoreModule lower(SourceUnit source, CompileOptions options) throws CompileException {
    if (source.text().length() > options.maxSourceLength()) {
      throw new CompileException(
          List.of(
              new Diagnostic(
                  Diagnostic.Severity.ERROR,
                  new Position(source.name(), 0, 0),
                  "source is longer than the limit of " + options.maxSourceLength() + " characters",
                  null)));
    }
    return LuaCompiler.compile(source);
  }

  @Override
  public String dumpSyntaxTree(SourceUnit source, CompileOptions options) throws CompileException {
    try {
      return LargeStack.run(() -> AstPrinter.print(LuaSyntax.parse(source)));
    } catch (CompileException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<BuiltinTable> builtins() {
    return LuaLibrary.tables();
  }

  @Override
  public boolean isModule(SourceUnit source) {
    return false;
  }

  /**
   * The chunk's first result. Bindings are globals while it runs; globals that it assigned go back
   * to them.
   */
  @Override
  public Object run(Process process, LoadedModule script, Bindings bindings) {
    return runWithArguments(process, script, bindings, new Object[0]);
  }

  @Override
  public Object runWithArguments(
      Process process, LoadedModule script, Bindings bindings, Object[] arguments) {
    LuaState state = LuaState.of(process);
    GlobalBindings globals = GlobalBindings.bind(process, bindings);
    int open = state.toBeClosed.mark();
    Activation activation = state.activation();
    Object result;
    try {
      Fun main = ChunkLoader.main(process, script, state.globals());
      result =
          script.compiled().attributes().containsKey(Prototype.USES_COROUTINES)
              ? process.detached(running -> running.call(main, arguments))
              : process.call(main, arguments);
    } catch (Raise error) {
      Raise closed = state.toBeClosed.unwind(process, open, error);
      Raise last = closed == null ? error : closed;
      UncaughtError.note(process, last);
      throw last;
    } finally {
      state.setActivation(activation);
    }
    globals.giveBack(process);
    return result;
  }

  @Override
  public void close(Process process) {
    if (process.languageState instanceof LuaState state) {
      state.collector().close(process);
    }
  }

  @Override
  public long mostLevels() {
    return MOST_LEVELS;
  }

  @Override
  public Throwable depthExceeded(Process process) {
    // The function that has no room any more has not begun yet: its caller is at fault.
    return LuaError.raiseAt(process, 2, "stack overflow");
  }

  @Override
  public String display(Object value) {
    return switch (value) {
      case Long integer -> Numbers.format(integer);
      case Double real -> Numbers.format(real);
      default -> String.valueOf(value);
    };
  }

  @Override
  public String describe(Process process, Throwable failure) {
    if (process.languageState instanceof LuaState state && state.nesting() == 0) {
      state.setActivation(null); // Nothing runs any more of what tracing has noted.
    }
    return failure instanceof Raise error
        ? UncaughtError.describe(process, error)
        : "lua: " + failure.getMessage();
  }

  @Override
  public void exportRuntimeTo(Module generated) {
    Module here = LuaLanguage.class.getModule();
    here.addExports("dev.moonbeam.lua.runtime", generated);
    here.addExports("dev.moonbeam.lua.library", generated);
  }
}

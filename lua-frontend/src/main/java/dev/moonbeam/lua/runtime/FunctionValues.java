package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.library.LibraryNames;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which function value it is that runs in a frame of code that is not traced. The Java stack tells
 * only whose code runs. That is enough for a chunk's main function, for a function that captures
 * nothing, and where a global variable holds the function; of other functions there may be many.
 *
 * <p>An object has the main functions of one state. Thread-safety: confined to the running process.
 */
public final class FunctionValues {
  private final Map<GeneratedCode, WeakReference<Fun>> mains = new WeakHashMap<>();

  /** Notes the main function of a chunk that was loaded. */
  public void add(Fun main) {
    if (main instanceof ModuleFun function) {
      mains.put(function.loader(), new WeakReference<>(main));
    }
  }

  /** The function of a frame, null when it is not known. */
  public static @Nullable Fun of(
      Process process, Frames.Frame frame, Frames.@Nullable Frame caller) {
    if (frame.isLibrary()) {
      return library(process, frame.method());
    }
    CompiledFunction function = frame.function();
    if (function == null || !(frame.code() instanceof ModuleLoader loader)) {
      return null;
    }
    if (function.displayName().equals("main chunk")) {
      WeakReference<Fun> main = LuaState.of(process).mainFunctions.mains.get(loader);
      return main == null ? null : main.get();
    }
    if (function.captured() == 0 && !Frames.isPiece(function)) {
      return loader.function(function);
    }
    Fun global = CallNames.globalFunction(process, frame, CallNames.declaredName(function));
    if (global != null) {
      return global;
    }
    VariableName name = CallNames.name(frame, caller);
    return name == null ? null : CallNames.globalFunction(process, frame, name.name());
  }

  /** {@code print}, or {@code string.rep} of the table that the global has. */
  private static @Nullable Fun library(Process process, String className) {
    String name = LibraryNames.of(className);
    if (name == null) {
      return null;
    }
    LuaTable table = LuaState.of(process).globals();
    int dot = name.indexOf('.');
    if (dot > 0) {
      if (!(table.forReading(process).getString(name.substring(0, dot))
          instanceof LuaTable inner)) {
        return null;
      }
      table = inner;
    }
    return table.forReading(process).getString(name.substring(dot + 1)) instanceof Fun value
            && value.getClass().getName().equals(className)
        ? value
        : null;
  }
}

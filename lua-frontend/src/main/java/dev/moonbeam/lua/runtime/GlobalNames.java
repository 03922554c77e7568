package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.library.LibraryNames;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names by which every part of a program can reach a function: {@code f} of a global variable,
 * {@code string.rep} of a field of a module in {@code package.loaded}. The Java stack tells whose
 * code runs; a function stands for all that have its code.
 *
 * <p>An object is for one traceback.
 */
final class GlobalNames {
  private static final Binary LOADED = InternedStrings.intern("_LOADED");
  private static final String GLOBALS = "_G.";

  private record Named(Fun function, String name) {}

  private final Map<CompiledFunction, Named> names = new IdentityHashMap<>();

  GlobalNames(Process process) {
    if (LuaState.of(process).registry().forReading(process).get(LOADED)
        instanceof LuaTable loaded) {
      addAll(process, loaded, "", true);
    }
  }

  private void addAll(Process process, LuaTable identity, String prefix, boolean modules) {
    LuaTable table = identity.forReading(process);
    for (int at = table.nextPosition(0); at != 0; at = table.nextPosition(at)) {
      process.charge(1);
      if (!(table.keyAt(at) instanceof Binary key)) {
        continue;
      }
      Object value = table.valueAtPosition(at);
      if (value instanceof Fun function) {
        CompiledFunction prototype = LibraryNames.prototype(function);
        if (prototype != null) {
          names.putIfAbsent(prototype, new Named(function, prefix + key.toLatin1()));
        }
      } else if (modules && value instanceof LuaTable module) {
        String name = key.toLatin1() + ".";
        addAll(process, module, name.equals(GLOBALS) ? "" : name, false);
      }
    }
  }

  /** Of the function of a frame; null when it has none. */
  @Nullable String of(Frames.Frame frame) {
    if (frame.isLibrary()) {
      return LibraryNames.of(frame.method());
    }
    CompiledFunction function = frame.function();
    Named named = function == null ? null : names.get(function);
    return named != null && named.function.getClass().getClassLoader() == frame.code()
        ? named.name
        : null;
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.lua.runtime.StringArithmetic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of library functions by the Java class of their function value, for messages and
 * tracebacks.
 */
public final class LibraryNames {
  private LibraryNames() {}

  private static final class Names {
    static final Map<String, String> BY_CLASS = names();

    private static Map<String, String> names() {
      Map<String, String> names = new HashMap<>();
      for (BuiltinTable table : LuaLibrary.tables()) {
        List<BuiltinRow> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
          BuiltinRow row = rows.get(i);
          String prefix = row.module().isEmpty() ? "" : row.module() + ".";
          names.put(table.getClass().getName() + "$" + row.method() + "_" + i, prefix + row.name());
        }
      }
      List<BuiltinRow> rows = new LuaFileMethodsTable().rows();
      for (int i = 0; i < rows.size(); i++) {
        names.put(LuaFileMethodsTable.class.getName() + "$" + rows.get(i).method() + "_" + i, "?");
      }
      names.put(Next.class.getName(), "next");
      names.put(IpairsStep.class.getName(), "?");
      return Map.copyOf(names);
    }
  }

  /** Functions that library functions make. */
  private static final Set<String> CLOSURES =
      Set.of(
          LuaCoroutine.Wrapped.class.getName(),
          LuaFileMethods.Lines.class.getName(),
          LuaPackage.Searcher.class.getName(),
          LuaString.Gmatch.class.getName(),
          LuaUtf8.Codes.class.getName(),
          StringArithmetic.class.getName());

  /** Whether the class of that name is a library function's. */
  public static boolean isFunction(String className) {
    return Names.BY_CLASS.containsKey(className) || CLOSURES.contains(className);
  }

  /** {@code string.rep}, {@code print}; null when it has no name of its own. */
  public static @Nullable String of(String className) {
    String name = Names.BY_CLASS.get(className);
    return "?".equals(name) ? null : name;
  }

  /** Whether a library function keeps something: it was made by a call, as an iterator is. */
  static boolean isClosure(Fun function) {
    return !(function instanceof ModuleFun)
        && !Names.BY_CLASS.containsKey(function.getClass().getName());
  }

  /** The prototype behind a Lua function's value, or null for a library function. */
  public static @Nullable CompiledFunction prototype(Fun function) {
    if (!(function.getClass().getClassLoader() instanceof GeneratedCode code)) {
      return null;
    }
    List<CompiledFunction> functions = code.compiled().functions();
    String className = function.getClass().getName();
    int index = Integer.parseInt(className.substring(className.lastIndexOf('$') + 1));
    return className.equals(ModuleLoader.funClassName(code.compiled().className(), index))
        ? functions.get(index)
        : null;
  }
}

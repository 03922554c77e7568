package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.InternedStrings;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.StringArithmetic;
import java.util.List;

/**
 * Puts the standard library into a fresh state: every function that the node's policy grants, a
 * refusal for the rest.
 */
public final class LuaLibrary {
  private static final String CHARACTER_PATTERN = "[\0-\u007F\u00C2-\u00FD][\u0080-\u00BF]*";

  private static final List<BuiltinTable> TABLES =
      List.of(
          new LuaBasicTable(),
          new LuaLoadTable(),
          new LuaGarbageTable(),
          new LuaStringTable(),
          new LuaTableLibraryTable(),
          new LuaMathTable(),
          new LuaUtf8Table(),
          new LuaCoroutineTable(),
          new LuaOsTable(),
          new LuaIoTable(),
          new LuaPackageTable(),
          new LuaDebugTable(),
          new LuaUpvaluesTable(),
          new LuaLocalsTable());

  private static final BuiltinTable INTEROP = new LuaErlangTable();
  private static final BuiltinTable FILE_METHODS = new LuaFileMethodsTable();

  /** Fields of library {@code math} that are no functions, and the like: room for them at once. */
  private static final int CONSTANTS = 4;

  private LuaLibrary() {}

  /** The tables that the builtins of Lua come from. */
  public static List<BuiltinTable> tables() {
    return TABLES;
  }

  /** Fills the globals of a state that the process runs on. */
  public static void open(Process process, LuaState state) {
    LuaTable globals = state.globals();
    globals.putString(process, "_G", globals);
    globals.putString(process, "_VERSION", Binary.of("Lua 5.4"));
    LuaTable loaded = LuaTable.create(process);
    loaded.putString(process, "_G", globals);
    state.registry().putString(process, "_LOADED", loaded);
    for (BuiltinTable table : TABLES) {
      Shelf shelf = Shelf.of(process, table);
      shelf.putInto(
          process,
          shelf.module().isEmpty()
              ? globals
              : library(process, globals, loaded, shelf.module(), shelf.size()));
    }
    globals.putString(process, "next", Next.NEXT);
    LuaTable math = library(process, globals, loaded, "math");
    math.putString(process, "pi", Math.PI);
    math.putString(process, "huge", Double.POSITIVE_INFINITY);
    math.putString(process, "maxinteger", Long.MAX_VALUE);
    math.putString(process, "mininteger", Long.MIN_VALUE);
    LuaTable utf8 = library(process, globals, loaded, "utf8");
    utf8.putString(process, "charpattern", Binary.ofLatin1(CHARACTER_PATTERN));
    LuaPackage.open(process, state, library(process, globals, loaded, "package"));
    openFiles(process, state, library(process, globals, loaded, "io"));
    Shelf interop = Shelf.of(process, INTEROP);
    LuaTable erlang = LuaTable.create(process, interop.size());
    interop.putInto(process, erlang);
    loaded.putString(process, "erlang", erlang);
    state.setMetatable(LuaType.USERDATA, ErlangValues.metatable(process));
    LuaTable strings = LuaTable.create(process);
    strings.putString(process, "__index", library(process, globals, loaded, "string"));
    StringArithmetic.addTo(process, strings);
    state.setMetatable(LuaType.STRING, strings);
  }

  /** The metatable of files, and the standard ones. */
  private static void openFiles(Process process, LuaState state, LuaTable io) {
    LuaTable methods = LuaTable.create(process);
    LuaTable metatable = LuaTable.create(process);
    metatable.putString(process, "__name", Binary.of(LuaFile.TYPE_NAME));
    metatable.putString(process, "__index", methods);
    Shelf.of(process, FILE_METHODS)
        .forEach(
            (name, function) ->
                (name.at(0) == '_' ? metatable : methods).putString(process, name, function));
    state.registry().putString(process, LuaFile.TYPE_NAME, metatable);
    LuaIo.Streams streams = LuaIo.streams(process);
    io.putString(process, "stdin", streams.standardInput);
    io.putString(process, "stdout", streams.standardOutput);
    io.putString(process, "stderr", streams.errorOutput);
  }

  private static LuaTable library(Process process, LuaTable globals, LuaTable loaded, String name) {
    return library(process, globals, loaded, name, 0);
  }

  private static LuaTable library(
      Process process, LuaTable globals, LuaTable loaded, String name, int functions) {
    if (loaded.getString(InternedStrings.intern(name)) instanceof LuaTable present) {
      return present;
    }
    LuaTable fresh = LuaTable.create(process, functions == 0 ? 0 : functions + CONSTANTS);
    globals.putString(process, name, fresh);
    loaded.putString(process, name, fresh);
    return fresh;
  }
}

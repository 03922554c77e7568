package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.InternedStrings;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.StringArithmetic;
import dev.moonbeam.policy.Capability;
import java.util.List;

/**
 * Puts the standard library into a fresh state: every function that the node's policy grants, a
 * refusal for the rest.
 */
public final class LuaLibrary {
  private static final String CHARACTER_PATTERN = "[\0-\u007F\u00C2-\u00FD][\u0080-\u00BF]*";

  private LuaLibrary() {}

  /** The tables that the builtins of Lua come from. */
  public static List<BuiltinTable> tables() {
    return List.of(
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
  }

  /** Fills the globals of a state that the process runs on. */
  public static void open(Process process, LuaState state) {
    LuaTable globals = state.globals();
    globals.putString(process, "_G", globals);
    globals.putString(process, "_VERSION", Binary.of("Lua 5.4"));
    LuaTable loaded = LuaTable.create(process);
    loaded.putString(process, "_G", globals);
    state.registry().putString(process, "_LOADED", loaded);
    for (BuiltinTable table : tables()) {
      LuaTable library =
          table.module().isEmpty() ? globals : library(process, globals, loaded, table.module());
      List<BuiltinRow> rows = table.rows();
      for (int i = 0; i < rows.size(); i++) {
        library.putString(process, rows.get(i).name(), function(process, table, i));
      }
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
    LuaTable erlang = LuaTable.create(process);
    LuaErlangTable interop = new LuaErlangTable();
    for (int i = 0; i < interop.rows().size(); i++) {
      erlang.putString(process, interop.rows().get(i).name(), function(process, interop, i));
    }
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
    BuiltinTable table = new LuaFileMethodsTable();
    List<BuiltinRow> rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      String name = rows.get(i).name();
      (name.startsWith("__") ? metatable : methods).putString(process, name, table.link(i));
    }
    state.registry().putString(process, LuaFile.TYPE_NAME, metatable);
    LuaIo.Streams streams = LuaIo.streams(process);
    io.putString(process, "stdin", streams.standardInput);
    io.putString(process, "stdout", streams.standardOutput);
    io.putString(process, "stderr", streams.errorOutput);
  }

  private static LuaTable library(Process process, LuaTable globals, LuaTable loaded, String name) {
    if (loaded.getString(InternedStrings.intern(name)) instanceof LuaTable present) {
      return present;
    }
    LuaTable fresh = LuaTable.create(process);
    globals.putString(process, name, fresh);
    loaded.putString(process, name, fresh);
    return fresh;
  }

  private static Fun function(Process process, BuiltinTable table, int index) {
    BuiltinRow row = table.rows().get(index);
    for (Capability capability : row.needs()) {
      if (!process.node().policy().grants(capability)) {
        return new Denied(row, capability);
      }
    }
    return table.link(index);
  }
}

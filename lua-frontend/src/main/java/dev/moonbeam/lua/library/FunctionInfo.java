package dev.moonbeam.lua.library;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Frames;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.lua.runtime.Traceback;
import org.jspecify.annotations.Nullable;

/** What {@code debug.getinfo} tells about a function, or about a frame of one. */
final class FunctionInfo {
  private final @Nullable GeneratedCode code;
  private final @Nullable CompiledFunction function;
  private final @Nullable Fun value;
  private final int line;
  private final @Nullable String nameKind;
  private final @Nullable String name;

  private FunctionInfo(
      @Nullable GeneratedCode code,
      @Nullable CompiledFunction function,
      @Nullable Fun value,
      int line,
      @Nullable String nameKind,
      @Nullable String name) {
    this.code = code;
    this.function = function;
    this.value = value;
    this.line = line;
    this.nameKind = nameKind;
    this.name = name;
  }

  static FunctionInfo of(Fun value) {
    CompiledFunction function = LibraryNames.prototype(value);
    GeneratedCode code =
        value.getClass().getClassLoader() instanceof GeneratedCode generated ? generated : null;
    return new FunctionInfo(code, function, value, -1, null, null);
  }

  static FunctionInfo of(Process process, Frames.Frame frame, Frames.@Nullable Frame caller) {
    // kind 'name', or a description without a name
    String described = Traceback.describe(process, frame, caller);
    int quote = described.indexOf('\'');
    String kind = quote < 0 ? null : described.substring(0, quote - 1);
    String name = quote < 0 ? null : described.substring(quote + 1, described.length() - 1);
    if (name != null && kind != null && kind.equals("function")) {
      kind = "global";
      name = name.substring(name.lastIndexOf('.') + 1);
    }
    return new FunctionInfo(frame.code(), frame.function(), null, frame.line(), kind, name);
  }

  /** The host that called the script. */
  static FunctionInfo base() {
    return new FunctionInfo(null, null, null, -1, null, null);
  }

  LuaTable table(Process process, String what) {
    LuaTable table = LuaTable.create(process);
    if (what.indexOf('S') >= 0) {
      source(process, table);
    }
    if (what.indexOf('l') >= 0) {
      table.putString(process, "currentline", (long) line);
    }
    if (what.indexOf('u') >= 0) {
      Prototype prototype = value == null ? null : Prototype.of(value);
      long captured = function == null ? 0 : function.captured();
      table.putString(process, "nups", prototype == null ? captured : (long) prototype.upvalues());
      table.putString(process, "nparams", function == null ? 0L : (long) function.arity());
      table.putString(process, "isvararg", Atom.of(function == null || function.variadic()));
    }
    if (what.indexOf('n') >= 0) {
      table.putString(process, "namewhat", Binary.of(nameKind == null ? "" : nameKind));
      if (name != null) {
        table.putString(process, "name", Binary.ofLatin1(name));
      }
    }
    if (what.indexOf('r') >= 0) {
      table.putString(process, "ftransfer", 0L);
      table.putString(process, "ntransfer", 0L);
    }
    if (what.indexOf('t') >= 0) {
      table.putString(process, "istailcall", Atom.FALSE);
    }
    if (what.indexOf('f') >= 0 && value != null) {
      table.putString(process, "func", value);
    }
    return table;
  }

  private void source(Process process, LuaTable table) {
    String file = code == null ? "[C]" : code.compiled().sourceFile();
    boolean text = file.startsWith("[string ");
    Object given = code == null ? null : code.compiled().attributes().get(Prototype.CHUNK_NAME);
    table.putString(
        process,
        "source",
        given != null ? given : Binary.ofLatin1(code == null ? "=[C]" : text ? file : "@" + file));
    table.putString(process, "short_src", Binary.ofLatin1(file));
    boolean main = function != null && function.displayName().equals("main chunk");
    table.putString(process, "what", Binary.of(code == null ? "C" : main ? "main" : "Lua"));
    long defined = function == null ? -1 : main ? 0 : function.line();
    table.putString(process, "linedefined", defined);
    Prototype prototype = value == null ? null : Prototype.of(value);
    table.putString(
        process, "lastlinedefined", prototype == null || main ? defined : prototype.lastLine());
  }
}

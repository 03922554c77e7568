package dev.moonbeam.lua.library;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.compile.BinaryChunk;
import dev.moonbeam.lua.runtime.Activation;
import dev.moonbeam.lua.runtime.Frames;
import dev.moonbeam.lua.runtime.FunctionValues;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.lua.runtime.Traceback;
import dev.moonbeam.lua.runtime.VariableName;
import org.jspecify.annotations.Nullable;

/** What {@code debug.getinfo} tells about a function, or about a frame of one. */
final class FunctionInfo {
  private final @Nullable GeneratedCode code;
  private final @Nullable CompiledFunction function;
  private final @Nullable Fun value;
  private final @Nullable Activation activation;
  private final boolean tail;
  private final int line;
  private final @Nullable VariableName name;

  private FunctionInfo(
      @Nullable GeneratedCode code,
      @Nullable CompiledFunction function,
      @Nullable Fun value,
      @Nullable Activation activation,
      boolean tail,
      int line,
      @Nullable VariableName name) {
    this.code = code;
    this.function = function;
    this.value = value;
    this.activation = activation;
    this.tail = tail;
    this.line = line;
    this.name = name;
  }

  static FunctionInfo of(Fun value) {
    CompiledFunction function = LibraryNames.prototype(value);
    GeneratedCode code =
        value.getClass().getClassLoader() instanceof GeneratedCode generated ? generated : null;
    return new FunctionInfo(code, function, value, null, false, -1, null);
  }

  static FunctionInfo of(Process process, Frames.Frame frame, Frames.@Nullable Frame caller) {
    Activation activation = frame.activation();
    Fun value =
        activation == null ? FunctionValues.of(process, frame, caller) : activation.function();
    return new FunctionInfo(
        frame.code(),
        value == null ? frame.function() : LibraryNames.prototype(value),
        value,
        activation,
        frame.isTailCall(),
        frame.line(),
        Traceback.name(frame, caller));
  }

  /** The host that called the script. */
  static FunctionInfo base() {
    return new FunctionInfo(null, null, null, null, false, -1, null);
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
      if (value != null && LibraryNames.isClosure(value)) {
        captured = 1;
      }
      table.putString(process, "nups", prototype == null ? captured : (long) prototype.upvalues());
      table.putString(process, "nparams", function == null ? 0L : (long) function.arity());
      table.putString(process, "isvararg", Atom.of(function == null || function.variadic()));
    }
    if (what.indexOf('n') >= 0) {
      table.putString(process, "namewhat", Binary.of(name == null ? "" : name.kind()));
      if (name != null) {
        table.putString(process, "name", Binary.ofLatin1(name.name()));
      }
    }
    if (what.indexOf('r') >= 0) {
      table.putString(
          process, "ftransfer", activation == null ? 0L : (long) activation.transferFirst());
      table.putString(
          process, "ntransfer", activation == null ? 0L : (long) activation.transferCount());
    }
    if (what.indexOf('t') >= 0) {
      table.putString(process, "istailcall", Atom.of(tail));
    }
    if (what.indexOf('L') >= 0 && value != null && Prototype.of(value) != null) {
      table.putString(process, "activelines", lines(process, value));
    }
    if (what.indexOf('f') >= 0 && value != null) {
      table.putString(process, "func", value);
    }
    return table;
  }

  /** Its lines that have code, as keys. */
  private static LuaTable lines(Process process, Fun function) {
    LuaTable lines = LuaTable.create(process);
    Tuple active = BinaryChunk.activeLines(process, function);
    process.charge(active.size());
    for (int i = 0; i < active.size(); i++) {
      lines.put(process, active.get(i), Atom.TRUE);
    }
    return lines;
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

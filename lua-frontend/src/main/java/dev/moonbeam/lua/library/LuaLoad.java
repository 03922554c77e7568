package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.compile.BinaryChunk;
import dev.moonbeam.lua.compile.ChunkLoader;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Calls;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.StringBuffer;
import dev.moonbeam.policy.Capability;
import java.io.IOException;

/** Functions that load code (manual, 6.1). */
@BuiltinModule(
    value = "",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaLoad {
  private static final Object[] ALL = {Binary.of("a")};
  private static final Binary TEXT_AND_BINARY = Binary.of("bt");

  private LuaLoad() {}

  @Builtin(value = "load", needs = Capability.LOAD_CODE)
  public static Object load(
      Process process, Object chunk, Object name, Object mode, Object[] environment) {
    Object env = environment.length > 0 ? environment[0] : LuaState.of(process).globals();
    Binary modes = Arguments.string(process, "load", 3, mode, TEXT_AND_BINARY);
    Binary source;
    Binary chunkName;
    if (chunk instanceof Binary || chunk instanceof Long || chunk instanceof Double) {
      source = Arguments.string(process, "load", 1, chunk);
      chunkName = Arguments.string(process, "load", 2, name, source);
    } else {
      chunkName = Arguments.string(process, "load", 2, name, Binary.of("=(load)"));
      if (!(chunk instanceof Fun reader)) {
        throw Arguments.typeError(process, "load", 1, "function", chunk);
      }
      try {
        source = read(process, reader);
      } catch (Raise error) {
        return failure(error.reason());
      }
    }
    return compile(process, source, chunkName, modes.toLatin1(), env);
  }

  /** Joins the pieces that a reader gives until it gives nil or nothing. */
  private static Binary read(Process process, Fun reader) {
    StringBuffer source = new StringBuffer(process, 256);
    while (true) {
      process.charge(1);
      Object piece = Calls.one(process, reader);
      if (piece == Atom.NIL || piece instanceof Binary empty && empty.length() == 0) {
        return source.toBinary();
      }
      if (piece instanceof Binary string) {
        source.add(string);
      } else if (piece instanceof Long || piece instanceof Double) {
        source.add(Numbers.format(piece));
      } else {
        throw LuaError.library(process, "reader function must return a string");
      }
    }
  }

  /** The function, or nil and a message. */
  static Object compile(
      Process process, Binary source, Binary name, String mode, Object environment) {
    boolean binary = source.length() > 0 && source.at(0) == BinaryChunk.SIGNATURE;
    if (mode.indexOf(binary ? 'b' : 't') < 0) {
      String form = binary ? "binary" : "text";
      return failure(Binary.of("attempt to load a " + form + " chunk (mode is '" + mode + "')"));
    }
    try {
      return binary
          ? BinaryChunk.load(process, source, environment)
          : ChunkLoader.load(process, source, name, environment);
    } catch (CompileException e) {
      return failure(ChunkLoader.message(e));
    } catch (BinaryChunk.Malformed e) {
      return failure(e.message(name));
    }
  }

  static Object failure(Object message) {
    return Special.values(new Object[] {Atom.NIL, message});
  }

  /**
   * As {@link #compile} for the text of a file: a first line that starts with {@code #} is a
   * comment.
   */
  static Object compileFile(
      Process process, Binary source, Binary file, String mode, Object environment) {
    Binary text = source;
    if (text.length() >= 3 && text.at(0) == 0xEF && text.at(1) == 0xBB && text.at(2) == 0xBF) {
      text = text.slice(3, text.length() - 3);
    }
    if (text.length() > 0 && text.at(0) == '#') {
      int end = 0;
      while (end < text.length() && text.at(end) != '\n') {
        end++;
      }
      if (end + 1 < text.length() && text.at(end + 1) == BinaryChunk.SIGNATURE) {
        end++;
      }
      text = text.slice(end, text.length() - end); // the line end stays, for the count of lines
    }
    return compile(process, text, Binary.of("@").append(file), mode, environment);
  }

  @Builtin(value = "loadfile", cost = 200, needs = Capability.LOAD_CODE)
  public static Object loadFile(Process process, Object name, Object mode, Object[] environment) {
    Object env = environment.length > 0 ? environment[0] : LuaState.of(process).globals();
    String modes = Arguments.string(process, "loadfile", 2, mode, TEXT_AND_BINARY).toLatin1();
    if (Arguments.isNil(name)) {
      Object text =
          process.one(
              LuaFileMethods.read(
                  process, LuaIo.streams(process).standardInput, "loadfile", ALL, 0));
      Binary source = text instanceof Binary string ? string : Binary.EMPTY;
      return compile(process, source, Binary.of("=stdin"), modes, env);
    }
    Binary file = Arguments.string(process, "loadfile", 1, name);
    try {
      Binary source = LuaPackage.read(process, FileAccess.toRead(process, file));
      return compileFile(process, source, file, modes, env);
    } catch (FileAccess.Failure failure) {
      return failure(cannotOpen(file, failure));
    } catch (IOException e) {
      return failure(cannotOpen(file, FileAccess.of(e)));
    }
  }

  private static Binary cannotOpen(Binary file, FileAccess.Failure failure) {
    return Binary.ofLatin1("cannot open " + file.toLatin1() + ": " + failure.getMessage());
  }

  @Builtin(value = "dofile", cost = 200, needs = Capability.LOAD_CODE)
  public static Object doFile(Process process, Object name) {
    Object[] loaded = process.all(loadFile(process, name, Arguments.ABSENT, Fun.NO_ARGUMENTS));
    if (loaded[0] == Atom.NIL) {
      throw LuaError.value(process, loaded[1]);
    }
    return Special.values(Calls.all(process, loaded[0]));
  }

  @Builtin(value = "require", cost = 20)
  public static Object require(Process process, Object name) {
    return LuaPackage.require(process, name);
  }
}

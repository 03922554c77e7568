package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.TermPrinter;

/** Making strings: {@code tostring}, and growing ones that are charged for as they grow. */
public final class Strings {
  /** The most bytes that an array can have on every JVM. */
  static final long LONGEST = Integer.MAX_VALUE - 64;

  private static final Binary NIL = InternedStrings.intern("nil");
  private static final Binary TRUE = InternedStrings.intern("true");
  private static final Binary FALSE = InternedStrings.intern("false");

  private Strings() {}

  /** Asks for room for a string of that many bytes. */
  public static int room(Process process, long bytes) {
    if (bytes > LONGEST) {
      throw LuaError.library(process, "resulting string too large");
    }
    process.reserve(bytes);
    return (int) bytes;
  }

  /** A new string, charged for. Takes the array over. */
  public static Binary made(Process process, byte[] bytes) {
    Binary string = Binary.of(bytes);
    process.allocated(string, 40L + bytes.length);
    return string;
  }

  /** As {@code tostring}: honours {@code __tostring} and {@code __name}. */
  public static Binary toString(Process process, Object value) {
    return switch (value) {
      case Binary string -> string;
      case Long integer -> Numbers.toBinary(integer);
      case Double real -> Numbers.toBinary(real);
      case Atom atom when atom == Atom.NIL -> NIL;
      case Atom atom when atom == Atom.TRUE -> TRUE;
      case Atom atom when atom == Atom.FALSE -> FALSE;
      default -> describe(process, value);
    };
  }

  private static Binary describe(Process process, Object value) {
    Object handler = Metamethod.TOSTRING.of(process, value);
    if (handler != null) {
      Object text = Calls.one(process, handler, value);
      if (text instanceof Binary string) {
        return string;
      }
      if (text instanceof Long || text instanceof Double) {
        return Numbers.toBinary(text);
      }
      throw LuaError.library(process, "'__tostring' must return a string");
    }
    return Binary.ofLatin1(plain(process, value));
  }

  /** Type and identity, {@code table: 0x0001b2c3}. */
  static String plain(Process process, Object value) {
    return switch (value) {
      case LuaTable _, LuaUserdata _, LuaThread _, Fun _, HostObject _ ->
          "%s: 0x%08x".formatted(LuaError.typeName(process, value), System.identityHashCode(value));
      default -> TermPrinter.print(value);
    };
  }
}

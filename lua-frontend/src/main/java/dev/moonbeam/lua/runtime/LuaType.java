package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;

/**
 * The types of Lua values (manual, 2.1). What Lua has no word for (pids, tuples, host objects) is
 * userdata.
 */
public enum LuaType {
  NIL("nil"),
  BOOLEAN("boolean"),
  NUMBER("number"),
  STRING("string"),
  FUNCTION("function"),
  THREAD("thread"),
  TABLE("table"),
  USERDATA("userdata");

  private final String word;
  private final Binary string;

  LuaType(String word) {
    this.word = word;
    this.string = InternedStrings.intern(word);
  }

  /** As {@code type} names it. */
  public String word() {
    return word;
  }

  public Binary string() {
    return string;
  }

  public static LuaType of(Object value) {
    return switch (value) {
      case LuaTable _ -> TABLE;
      case Binary _ -> STRING;
      case Long _ -> NUMBER;
      case Double _ -> NUMBER;
      case Atom atom ->
          atom == Atom.NIL ? NIL : atom == Atom.TRUE || atom == Atom.FALSE ? BOOLEAN : USERDATA;
      case Fun _ -> FUNCTION;
      case LuaThread _ -> THREAD;
      default -> USERDATA;
    };
  }
}

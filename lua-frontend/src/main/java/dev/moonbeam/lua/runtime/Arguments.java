package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;

/**
 * What library functions expect of their arguments, and the errors when they get something else:
 * "bad argument #1 to 'insert' (table expected, got nil)". Positions count from 1. An argument that
 * was not passed is {@link #ABSENT}; it is nil wherever it is not an error, and never leaves the
 * library function that got it.
 */
public final class Arguments {
  /** Stands for an argument that was not passed, which messages call "no value". */
  public static final Object ABSENT = new Object();

  private Arguments() {}

  public static boolean isNil(Object value) {
    return value == Atom.NIL || value == ABSENT;
  }

  /** The argument at that index (from 0) of a variadic function. */
  public static Object at(Object[] arguments, int index) {
    return index < arguments.length ? arguments[index] : ABSENT;
  }

  /** The argument as a value to keep. */
  public static Object value(Object argument) {
    return argument == ABSENT ? Atom.NIL : argument;
  }

  public static LuaTable table(Process process, String function, int position, Object value) {
    if (value instanceof LuaTable table) {
      return table;
    }
    throw typeError(process, function, position, "table", value);
  }

  public static long integer(Process process, String function, int position, Object value) {
    if (value instanceof Long integer) {
      return integer;
    }
    return convertInteger(process, function, position, value);
  }

  private static long convertInteger(Process process, String function, int position, Object value) {
    Object number = Numbers.toNumber(process, value);
    if (number == null) {
      throw typeError(process, function, position, "number", value);
    }
    Long integer = Numbers.integerOf(number);
    if (integer == null) {
      throw error(process, function, position, "number has no integer representation");
    }
    return integer;
  }

  public static long integer(
      Process process, String function, int position, Object value, long otherwise) {
    return isNil(value) ? otherwise : integer(process, function, position, value);
  }

  /** A number, Long or Double. */
  public static Object number(Process process, String function, int position, Object value) {
    if (value instanceof Long || value instanceof Double) {
      return value;
    }
    Object number = Numbers.toNumber(process, value);
    if (number == null) {
      throw typeError(process, function, position, "number", value);
    }
    return number;
  }

  public static double real(Process process, String function, int position, Object value) {
    return value instanceof Double real
        ? real
        : ((Number) number(process, function, position, value)).doubleValue();
  }

  /** A string; a number is converted. */
  public static Binary string(Process process, String function, int position, Object value) {
    if (value instanceof Binary string) {
      return string;
    }
    if (value instanceof Long || value instanceof Double) {
      return Numbers.toBinary(value);
    }
    throw typeError(process, function, position, "string", value);
  }

  public static Binary string(
      Process process, String function, int position, Object value, Binary otherwise) {
    return isNil(value) ? otherwise : string(process, function, position, value);
  }

  /** Any value, but it must have been passed. */
  public static Object any(Process process, String function, int position, Object value) {
    if (value == ABSENT) {
      throw error(process, function, position, "value expected");
    }
    return value;
  }

  public static Raise typeError(
      Process process, String function, int position, String expected, Object value) {
    return error(
        process,
        function,
        position,
        expected
            + " expected, got "
            + (value == ABSENT ? "no value" : LuaError.typeName(process, value)));
  }

  /** "bad argument #position to 'function' (message)". */
  public static Raise error(Process process, String function, int position, String message) {
    process.charge(LuaError.LOOKING);
    CallNames.Called called = CallNames.ofLibraryCall(function);
    if (called.method()) {
      return position == 1
          ? LuaError.library(
              process, "calling '" + called.name() + "' on bad self (" + message + ")")
          : badArgument(process, position - 1, called.name(), message);
    }
    return badArgument(process, position, called.name(), message);
  }

  private static Raise badArgument(Process process, int position, String function, String message) {
    return LuaError.library(
        process, "bad argument #" + position + " to '" + function + "' (" + message + ")");
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Arithmetic;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.InternedStrings;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Numbers;

/** Library {@code math} (manual, 6.7), with the functions that 5.3 programs still use. */
@BuiltinModule(
    value = "math",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaMath {
  private static final Binary INTEGER = InternedStrings.intern("integer");
  private static final Binary FLOAT = InternedStrings.intern("float");

  private LuaMath() {}

  /** A float with an integral value as an integer where it fits. */
  private static Object integral(double value) {
    Long integer = Numbers.integerOf(value);
    return integer == null ? (Object) value : integer;
  }

  /** An integer as it is; anything else that is a number, a string too, as a float. */
  private static Object numeric(Process process, String function, int position, Object value) {
    return value instanceof Long
        ? value
        : (Object) Arguments.real(process, function, position, value);
  }

  @Builtin("abs")
  public static Object abs(Process process, Object x) {
    Object number = numeric(process, "abs", 1, x);
    return number instanceof Long integer
        ? (Object) (integer < 0 ? -integer : integer)
        : (Object) Math.abs((Double) number);
  }

  @Builtin("ceil")
  public static Object ceil(Process process, Object x) {
    Object number = numeric(process, "ceil", 1, x);
    return number instanceof Double real ? integral(Math.ceil(real)) : number;
  }

  @Builtin("floor")
  public static Object floor(Process process, Object x) {
    if (x instanceof Double real) {
      double floor = Math.floor(real);
      long integer = (long) floor;
      return integer == floor && integer != Long.MAX_VALUE ? (Object) integer : integral(floor);
    }
    Object number = numeric(process, "floor", 1, x);
    return number instanceof Double real ? integral(Math.floor(real)) : number;
  }

  @Builtin("sqrt")
  public static Object sqrt(Process process, Object x) {
    return Math.sqrt(Arguments.real(process, "sqrt", 1, x));
  }

  @Builtin("sin")
  public static Object sin(Process process, Object x) {
    return Math.sin(Arguments.real(process, "sin", 1, x));
  }

  @Builtin("cos")
  public static Object cos(Process process, Object x) {
    return Math.cos(Arguments.real(process, "cos", 1, x));
  }

  @Builtin("tan")
  public static Object tan(Process process, Object x) {
    return Math.tan(Arguments.real(process, "tan", 1, x));
  }

  @Builtin("asin")
  public static Object asin(Process process, Object x) {
    return Math.asin(Arguments.real(process, "asin", 1, x));
  }

  @Builtin("acos")
  public static Object acos(Process process, Object x) {
    return Math.acos(Arguments.real(process, "acos", 1, x));
  }

  @Builtin("atan")
  public static Object atan(Process process, Object y, Object x) {
    return arcTangent(process, "atan", y, x);
  }

  private static Object arcTangent(Process process, String name, Object y, Object x) {
    double dividend = Arguments.real(process, name, 1, y);
    return Math.atan2(dividend, Arguments.isNil(x) ? 1 : Arguments.real(process, name, 2, x));
  }

  @Builtin("atan2")
  public static Object atan2(Process process, Object y, Object x) {
    return arcTangent(process, "atan2", y, x);
  }

  @Builtin("sinh")
  public static Object sinh(Process process, Object x) {
    return Math.sinh(Arguments.real(process, "sinh", 1, x));
  }

  @Builtin("cosh")
  public static Object cosh(Process process, Object x) {
    return Math.cosh(Arguments.real(process, "cosh", 1, x));
  }

  @Builtin("tanh")
  public static Object tanh(Process process, Object x) {
    return Math.tanh(Arguments.real(process, "tanh", 1, x));
  }

  @Builtin("exp")
  public static Object exp(Process process, Object x) {
    return Math.exp(Arguments.real(process, "exp", 1, x));
  }

  @Builtin("pow")
  public static Object pow(Process process, Object x, Object y) {
    return Arithmetic.pow(
        Arguments.real(process, "pow", 1, x), Arguments.real(process, "pow", 2, y));
  }

  @Builtin("log")
  public static Object log(Process process, Object x, Object base) {
    double value = Arguments.real(process, "log", 1, x);
    if (Arguments.isNil(base)) {
      return Math.log(value);
    }
    double radix = Arguments.real(process, "log", 2, base);
    if (radix == 2) {
      return logTwo(value);
    }
    return radix == 10 ? Math.log10(value) : Math.log(value) / Math.log(radix);
  }

  /** Exact for powers of two, as C's log2. */
  private static double logTwo(double value) {
    if (value > 0 && !Double.isInfinite(value)) {
      int exponent = Math.getExponent(value);
      if (exponent >= Double.MIN_EXPONENT && value == Math.scalb(1.0, exponent)) {
        return exponent;
      }
    }
    return Math.log(value) / Math.log(2);
  }

  @Builtin("log10")
  public static Object log10(Process process, Object x) {
    return Math.log10(Arguments.real(process, "log10", 1, x));
  }

  @Builtin("deg")
  public static Object deg(Process process, Object x) {
    return Arguments.real(process, "deg", 1, x) * (180.0 / Math.PI);
  }

  @Builtin("rad")
  public static Object rad(Process process, Object x) {
    return Arguments.real(process, "rad", 1, x) * (Math.PI / 180.0);
  }

  @Builtin("frexp")
  public static Object frexp(Process process, Object x) {
    double value = Arguments.real(process, "frexp", 1, x);
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return Special.values(new Object[] {value, 0L});
    }
    int exponent = Math.getExponent(value);
    if (exponent < Double.MIN_EXPONENT) {
      exponent = Math.getExponent(value * 0x1p54) - 54;
    }
    double fraction = Math.scalb(Math.scalb(value, -exponent / 2), -(exponent - exponent / 2) - 1);
    return Special.values(new Object[] {fraction, exponent + 1L});
  }

  @Builtin("ldexp")
  public static Object ldexp(Process process, Object x, Object e) {
    double mantissa = Arguments.real(process, "ldexp", 1, x);
    long exponent = Arguments.integer(process, "ldexp", 2, e);
    return Math.scalb(mantissa, (int) Math.max(-5000, Math.min(5000, exponent)));
  }

  @Builtin("fmod")
  public static Object fmod(Process process, Object a, Object b) {
    // The second first, as C's order of evaluation has it in Lua's own.
    Object y = numeric(process, "fmod", 2, b);
    Object x = numeric(process, "fmod", 1, a);
    if (x instanceof Long m && y instanceof Long n) {
      if (n == 0) {
        throw Arguments.error(process, "fmod", 2, "zero");
      }
      return m % n;
    }
    return ((Number) x).doubleValue() % ((Number) y).doubleValue();
  }

  @Builtin("modf")
  public static Object modf(Process process, Object x) {
    Object number = numeric(process, "modf", 1, x);
    if (number instanceof Long) {
      return Special.values(new Object[] {number, 0.0});
    }
    double value = (Double) number;
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    double fraction = value == whole ? 0.0 : value - whole;
    return Special.values(new Object[] {integral(whole), fraction});
  }

  @Builtin("tointeger")
  public static Object toInteger(Process process, Object x) {
    Long integer = Numbers.toInteger(process, Arguments.any(process, "tointeger", 1, x));
    return integer == null ? Atom.NIL : integer;
  }

  @Builtin("type")
  public static Object type(Process process, Object x) {
    return switch (Arguments.any(process, "type", 1, x)) {
      case Long _ -> INTEGER;
      case Double _ -> FLOAT;
      default -> Atom.NIL;
    };
  }

  @Builtin("ult")
  public static Object ult(Process process, Object a, Object b) {
    long x = Arguments.integer(process, "ult", 1, a);
    return Atom.of(Long.compareUnsigned(x, Arguments.integer(process, "ult", 2, b)) < 0);
  }

  @Builtin("max")
  public static Object max(Process process, Object first, Object[] rest) {
    return extreme(process, "max", first, rest);
  }

  @Builtin("min")
  public static Object min(Process process, Object first, Object[] rest) {
    return extreme(process, "min", first, rest);
  }

  private static Object extreme(Process process, String function, Object first, Object[] rest) {
    if (first == Arguments.ABSENT) {
      throw Arguments.error(process, function, 1, "value expected");
    }
    boolean max = function.equals("max");
    // Whatever compares is taken, as in Lua's own: strings too.
    Object best = first;
    for (Object each : rest) {
      if (max ? Comparison.lt(process, best, each) : Comparison.lt(process, each, best)) {
        best = each;
      }
    }
    process.charge(rest.length >> 3);
    return best;
  }

  // ----------------------------------------------------------------------------------------------------------- random

  @Builtin("random")
  public static Object random(Process process, Object[] arguments) {
    RandomNumbers generator = generator(process);
    long random = generator.next();
    long low = 1;
    long high;
    switch (arguments.length) {
      case 0 -> {
        return (random >>> 11) * 0x1p-53;
      }
      case 1 -> {
        high = Arguments.integer(process, "random", 1, arguments[0]);
        if (high == 0) {
          return random;
        }
      }
      case 2 -> {
        low = Arguments.integer(process, "random", 1, arguments[0]);
        high = Arguments.integer(process, "random", 2, arguments[1]);
      }
      default -> throw LuaError.library(process, "wrong number of arguments");
    }
    if (low > high) {
      throw Arguments.error(process, "random", 1, "interval is empty");
    }
    return low + generator.project(random, high - low);
  }

  @Builtin("randomseed")
  public static Object randomSeed(Process process, Object[] arguments) {
    long first;
    long second = 0;
    if (arguments.length == 0) {
      first = System.nanoTime();
      second = System.identityHashCode(arguments);
    } else {
      Object seed = Arguments.number(process, "randomseed", 1, arguments[0]);
      Long integer = Numbers.integerOf(seed);
      if (integer == null) {
        throw Arguments.error(process, "randomseed", 1, "number has no integer representation");
      }
      first = integer;
      second = Arguments.integer(process, "randomseed", 2, Arguments.at(arguments, 1), 0);
    }
    generator(process).seed(first, second);
    return Special.values(new Object[] {first, second});
  }

  private static RandomNumbers generator(Process process) {
    return LuaState.of(process).part(RandomNumbers.class, RandomNumbers::new);
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.erlang.runtime.Errors;
import java.math.BigInteger;

/** Module {@code math}: results are finite or the call is badarith. */
@BuiltinModule("math")
public final class MathModule {
  private MathModule() {}

  private static double real(Process process, Object number, Object... arguments) {
    double value =
        switch (number) {
          case Double d -> d;
          case Long n -> (double) n;
          case BigInteger n -> n.doubleValue();
          default -> throw Errors.badarg(process, arguments);
        };
    if (Double.isInfinite(value)) {
      throw Errors.badarith(process, arguments);
    }
    return value;
  }

  private static Object finite(Process process, double value, Object... arguments) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw Errors.badarith(process, arguments);
  }

  @Builtin("pi")
  public static Object pi(Process process) {
    return Math.PI;
  }

  @Builtin("tau")
  public static Object tau(Process process) {
    return Math.TAU;
  }

  @Builtin("sin")
  public static Object sin(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.sin(x), number);
  }

  @Builtin("cos")
  public static Object cos(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.cos(x), number);
  }

  @Builtin("tan")
  public static Object tan(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.tan(x), number);
  }

  @Builtin("asin")
  public static Object asin(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.asin(x), number);
  }

  @Builtin("acos")
  public static Object acos(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.acos(x), number);
  }

  @Builtin("atan")
  public static Object atan(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.atan(x), number);
  }

  @Builtin("sinh")
  public static Object sinh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.sinh(x), number);
  }

  @Builtin("cosh")
  public static Object cosh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.cosh(x), number);
  }

  @Builtin("tanh")
  public static Object tanh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.tanh(x), number);
  }

  @Builtin("exp")
  public static Object exp(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.exp(x), number);
  }

  @Builtin("log")
  public static Object log(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.log(x), number);
  }

  @Builtin("log10")
  public static Object log10(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.log10(x), number);
  }

  @Builtin("sqrt")
  public static Object sqrt(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.sqrt(x), number);
  }

  @Builtin("ceil")
  public static Object ceil(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.ceil(x), number);
  }

  @Builtin("floor")
  public static Object floor(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.floor(x), number);
  }

  @Builtin("asinh")
  public static Object asinh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x), number);
  }

  @Builtin("acosh")
  public static Object acosh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, Math.log(x + Math.sqrt(x * x - 1)), number);
  }

  @Builtin("atanh")
  public static Object atanh(Process process, Object number) {
    double x = real(process, number, number);
    return finite(process, 0.5 * Math.log1p(2 * x / (1 - x)), number);
  }

  /** Exact for powers of two. */
  @Builtin("log2")
  public static Object log2(Process process, Object number) {
    double x = real(process, number, number);
    int exponent = Math.getExponent(x);
    return x > 0 && x == Math.scalb(1.0, exponent)
        ? (Object) (double) exponent
        : logarithm(process, x, number);
  }

  /** The exponent apart, so that only a number near 1 is divided by an inexact constant. */
  private static Object logarithm(Process process, double x, Object number) {
    if (x <= 0) {
      return finite(process, Double.NaN, number);
    }
    int exponent = Math.getExponent(x);
    return exponent + Math.log(x / Math.scalb(1.0, exponent)) / Math.log(2);
  }

  @Builtin("pow")
  public static Object pow(Process process, Object base, Object exponent) {
    double x = real(process, base, base, exponent);
    double y = real(process, exponent, base, exponent);
    return finite(process, Math.pow(x, y), base, exponent);
  }

  @Builtin("atan2")
  public static Object atan2(Process process, Object y, Object x) {
    return finite(process, Math.atan2(real(process, y, y, x), real(process, x, y, x)), y, x);
  }

  @Builtin("fmod")
  public static Object fmod(Process process, Object x, Object y) {
    return finite(process, real(process, x, x, y) % real(process, y, x, y), x, y);
  }

  /** Abramowitz and Stegun 7.1.5 near zero, the continued fraction of 7.1.14 farther out. */
  @Builtin("erf")
  public static Object erf(Process process, Object number) {
    return erf(real(process, number, number));
  }

  @Builtin("erfc")
  public static Object erfc(Process process, Object number) {
    double x = real(process, number, number);
    return x > 2 ? fraction(x) : 1 - erf(x);
  }

  private static double erf(double x) {
    double size = Math.abs(x);
    if (size > 2) {
      return Math.copySign(1 - fraction(size), x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 100 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private static double fraction(double x) {
    double value = 0;
    for (int n = 120; n >= 1; n--) {
      value = n / 2.0 / (x + value);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + value);
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.runtime.Operators;

/** The operators as functions, for {@code fun erlang:'+'/2} and {@code apply}. */
@BuiltinModule("erlang")
public final class OperatorBifs {
  private OperatorBifs() {}

  @Builtin(value = "+", guard = true)
  public static Object add(Process process, Object left, Object right) {
    return Operators.add(process, left, right);
  }

  @Builtin(value = "-", guard = true)
  public static Object subtract(Process process, Object left, Object right) {
    return Operators.subtract(process, left, right);
  }

  @Builtin(value = "*", guard = true)
  public static Object multiply(Process process, Object left, Object right) {
    return Operators.multiply(process, left, right);
  }

  @Builtin(value = "/", guard = true)
  public static Object divide(Process process, Object left, Object right) {
    return Operators.divide(process, left, right);
  }

  @Builtin(value = "div", guard = true)
  public static Object div(Process process, Object left, Object right) {
    return Operators.div(process, left, right);
  }

  @Builtin(value = "rem", guard = true)
  public static Object rem(Process process, Object left, Object right) {
    return Operators.rem(process, left, right);
  }

  @Builtin(value = "band", guard = true)
  public static Object band(Process process, Object left, Object right) {
    return Operators.band(process, left, right);
  }

  @Builtin(value = "bor", guard = true)
  public static Object bor(Process process, Object left, Object right) {
    return Operators.bor(process, left, right);
  }

  @Builtin(value = "bxor", guard = true)
  public static Object bxor(Process process, Object left, Object right) {
    return Operators.bxor(process, left, right);
  }

  @Builtin(value = "bsl", guard = true)
  public static Object bsl(Process process, Object left, Object right) {
    return Operators.bsl(process, left, right);
  }

  @Builtin(value = "bsr", guard = true)
  public static Object bsr(Process process, Object left, Object right) {
    return Operators.bsr(process, left, right);
  }

  @Builtin(value = "and", guard = true)
  public static Object and(Process process, Object left, Object right) {
    return Operators.and(process, left, right);
  }

  @Builtin(value = "or", guard = true)
  public static Object or(Process process, Object left, Object right) {
    return Operators.or(process, left, right);
  }

  @Builtin(value = "xor", guard = true)
  public static Object xor(Process process, Object left, Object right) {
    return Operators.xor(process, left, right);
  }

  @Builtin(value = "++")
  public static Object append(Process process, Object left, Object right) {
    return Operators.append(process, left, right);
  }

  @Builtin(value = "--")
  public static Object subtractLists(Process process, Object left, Object right) {
    return Operators.subtractLists(process, left, right);
  }

  /** An older name of {@code ++}. */
  @Builtin("append")
  public static Object appended(Process process, Object left, Object right) {
    return Operators.append(process, left, right);
  }

  /** An older name of {@code --}. */
  @Builtin("subtract")
  public static Object subtracted(Process process, Object left, Object right) {
    return Operators.subtractLists(process, left, right);
  }

  @Builtin(value = "==", guard = true)
  public static Object equal(Process process, Object left, Object right) {
    return Atom.of(Operators.equal(process, left, right));
  }

  @Builtin(value = "/=", guard = true)
  public static Object notEqual(Process process, Object left, Object right) {
    return Atom.of(Operators.notEqual(process, left, right));
  }

  @Builtin(value = "=:=", guard = true)
  public static Object exactEqual(Process process, Object left, Object right) {
    return Atom.of(Operators.exactEqual(process, left, right));
  }

  @Builtin(value = "=/=", guard = true)
  public static Object exactNotEqual(Process process, Object left, Object right) {
    return Atom.of(Operators.exactNotEqual(process, left, right));
  }

  @Builtin(value = "<", guard = true)
  public static Object less(Process process, Object left, Object right) {
    return Atom.of(Operators.less(process, left, right));
  }

  @Builtin(value = "=<", guard = true)
  public static Object lessEqual(Process process, Object left, Object right) {
    return Atom.of(Operators.lessEqual(process, left, right));
  }

  @Builtin(value = ">", guard = true)
  public static Object greater(Process process, Object left, Object right) {
    return Atom.of(Operators.greater(process, left, right));
  }

  @Builtin(value = ">=", guard = true)
  public static Object greaterEqual(Process process, Object left, Object right) {
    return Atom.of(Operators.greaterEqual(process, left, right));
  }

  @Builtin(value = "+", guard = true)
  public static Object plus(Process process, Object operand) {
    return Operators.plus(process, operand);
  }

  @Builtin(value = "-", guard = true)
  public static Object negate(Process process, Object operand) {
    return Operators.negate(process, operand);
  }

  @Builtin(value = "bnot", guard = true)
  public static Object bnot(Process process, Object operand) {
    return Operators.bnot(process, operand);
  }

  @Builtin(value = "not", guard = true)
  public static Object not(Process process, Object operand) {
    return Operators.not(process, operand);
  }
}

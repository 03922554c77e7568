package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import java.util.Arrays;

/**
 * The small static methods that generated code calls around calls, results and matches: what would
 * be too long in line. HotSpot inlines them.
 */
public final class Calls {
  private Calls() {}

  /** Result number {@code index}, nil when there are fewer. */
  public static Object nth(Object[] values, int index) {
    return index < values.length ? values[index] : Atom.NIL;
  }

  /** Values that are handed on in such numbers are paid for: a call may have a million. */
  private static final int MANY = 64;

  /** Both lists in one. */
  public static Object[] concat(Object[] first, Object[] rest, Process process) {
    if (rest.length == 0) {
      return first;
    }
    return joined(first, first.length, rest, process);
  }

  private static Object[] joined(Object[] first, int count, Object[] rest, Process process) {
    if (rest.length >= MANY) {
      process.charge(rest.length >> 4);
      process.reserve(8L * rest.length);
    }
    Object[] joined = Arrays.copyOf(first, count + rest.length);
    System.arraycopy(rest, 0, joined, count, rest.length);
    if (rest.length >= MANY) {
      process.allocated(joined, 16L + 8L * joined.length);
    }
    return joined;
  }

  /**
   * All results of a call behind other values.
   *
   * @param first the others, and one free place
   * @param result what the call returned
   */
  public static Object[] append(Object[] first, Object result, Process process) {
    if (result instanceof Special) {
      return joined(first, first.length - 1, process.all(result), process);
    }
    first[first.length - 1] = result;
    return first;
  }

  /** Of calls that only the compiler makes, of functions it knows. */
  public static Object notFunction(
      Process process, Object callee, Object[] arguments, Object site) {
    throw new IllegalStateException("not a function: " + callee);
  }

  /** The arguments from {@code index} on. */
  public static Object[] from(Object[] arguments, int index) {
    return index == 0
        ? arguments
        : index >= arguments.length
            ? Fun.NO_ARGUMENTS
            : Arrays.copyOfRange(arguments, index, arguments.length);
  }

  /** Leaves a call to the nearest trampoline; like any call of a function value it pays there. */
  public static Object tailCall(Object function, Object[] arguments) {
    return Special.tailCall((Fun) function, arguments);
  }

  /** As {@link #tailCall}, for a call that has been paid for. */
  public static Object paidTailCall(Process process, Object function, Object[] arguments) {
    process.reductions++;
    return Special.tailCall((Fun) function, arguments);
  }

  public static Object tail0(Fun function) {
    return Special.tailCall(function, Fun.NO_ARGUMENTS);
  }

  public static Object tail1(Object a, Fun function) {
    return Special.tailCall(function, new Object[] {a});
  }

  public static Object tail2(Object a, Object b, Fun function) {
    return Special.tailCall(function, new Object[] {a, b});
  }

  public static Object tail3(Object a, Object b, Object c, Fun function) {
    return Special.tailCall(function, new Object[] {a, b, c});
  }

  public static Object tail4(Object a, Object b, Object c, Object d, Fun function) {
    return Special.tailCall(function, new Object[] {a, b, c, d});
  }

  public static boolean isTuple(Object term, int size) {
    return term instanceof Tuple tuple && tuple.size() == size;
  }

  /** Equality of a term with a literal that is compared by value. */
  public static boolean isLiteral(Object term, Object literal) {
    return term == literal || TermOrder.exactlyEqual(term, literal);
  }

  /** Exact equality of any two terms, charged by what has to be looked at. */
  public static boolean exactlyEqual(Process process, Object left, Object right) {
    return left == right || TermOrder.exactlyEqual(left, right, process);
  }

  /** Where a switch over atoms dispatches: the atom's hash, 0 for another term. */
  public static int atomHash(Object term) {
    return term instanceof Atom atom ? atom.hashCode() : 0;
  }
}

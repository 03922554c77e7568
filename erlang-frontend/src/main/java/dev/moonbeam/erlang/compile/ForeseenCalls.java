package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantArithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates calls of functions without effects whose arguments are known, as far as that is simple;
 * tells which of those fail, and which functions have no effects.
 */
final class ForeseenCalls {
  private static final Predicate<Object> IS_LIST =
      term -> term instanceof Cons || term == Nil.EMPTY;
  private static final Predicate<Object> IS_INTEGER = PatternConstants::isInteger;
  private static final Predicate<Object> IS_NUMBER = IS_INTEGER.or(term -> term instanceof Double);
  private static final Predicate<Object> IS_ATOM = term -> term instanceof Atom;
  private static final Predicate<Object> IS_BITS =
      term -> term instanceof Bits || term instanceof Binary;
  private static final Predicate<Object> IS_BINARY = term -> term instanceof Binary;
  private static final Predicate<Object> IS_TUPLE = term -> term instanceof Tuple;
  private static final Predicate<Object> IS_MAP = term -> term instanceof TermMap;
  private static final Predicate<Object> IS_TRUTH = term -> term == Atom.TRUE || term == Atom.FALSE;

  private static final Map<String, Predicate<Object>> TYPE_TESTS =
      Map.ofEntries(
          Map.entry("is_atom", IS_ATOM),
          Map.entry("is_binary", IS_BINARY),
          Map.entry("is_bitstring", IS_BITS),
          Map.entry("is_boolean", IS_TRUTH),
          Map.entry("is_float", term -> term instanceof Double),
          Map.entry("is_function", _ -> false),
          Map.entry("is_integer", IS_INTEGER),
          Map.entry("is_list", IS_LIST),
          Map.entry("is_map", IS_MAP),
          Map.entry("is_number", IS_NUMBER),
          Map.entry("is_pid", _ -> false),
          Map.entry("is_port", _ -> false),
          Map.entry("is_reference", _ -> false),
          Map.entry("is_tuple", IS_TUPLE));

  /** What the one argument of a function must be, at least. */
  private static final Map<String, Predicate<Object>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("abs", IS_NUMBER),
          Map.entry("atom_to_binary", IS_ATOM),
          Map.entry("atom_to_list", IS_ATOM),
          Map.entry("binary_to_atom", IS_BINARY),
          Map.entry("binary_to_float", IS_BINARY),
          Map.entry("binary_to_integer", IS_BINARY),
          Map.entry("binary_to_list", IS_BINARY),
          Map.entry("bit_size", IS_BITS),
          Map.entry("byte_size", IS_BITS),
          Map.entry("ceil", IS_NUMBER),
          Map.entry("float", IS_NUMBER),
          Map.entry("float_to_binary", term -> term instanceof Double),
          Map.entry("float_to_list", term -> term instanceof Double),
          Map.entry("floor", IS_NUMBER),
          Map.entry("hd", term -> term instanceof Cons),
          Map.entry("integer_to_binary", IS_INTEGER),
          Map.entry("integer_to_list", IS_INTEGER),
          Map.entry("length", IS_LIST),
          Map.entry("list_to_atom", IS_LIST),
          Map.entry("list_to_binary", IS_LIST),
          Map.entry("list_to_float", IS_LIST),
          Map.entry("list_to_integer", IS_LIST),
          Map.entry("list_to_pid", IS_LIST),
          Map.entry("list_to_tuple", IS_LIST),
          Map.entry("round", IS_NUMBER),
          Map.entry("size", IS_TUPLE.or(IS_BITS)),
          Map.entry("tl", term -> term instanceof Cons),
          Map.entry("trunc", IS_NUMBER),
          Map.entry("tuple_size", IS_TUPLE),
          Map.entry("tuple_to_list", IS_TUPLE));

  private static final Set<String> COMPARISONS =
      Set.of("==", "/=", "=:=", "=/=", "<", ">", "=<", ">=");

  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "div", "rem", "band", "bor", "bxor", "bsl", "bsr");

  private static final Set<String> LOGIC = Set.of("and", "or", "xor");

  private ForeseenCalls() {}

  /** What a call comes to: a value, or the reason of the error. */
  record Outcome(Foreseen value, @Nullable String failure) {
    static final Outcome UNKNOWN = new Outcome(Foreseen.UNKNOWN, null);

    static Outcome of(Object term) {
      return new Outcome(Foreseen.constant(term), null);
    }

    static Outcome fails(String reason) {
      return new Outcome(Foreseen.UNKNOWN, reason);
    }
  }

  /** Whether a call of module erlang gives true or false whenever it returns. */
  static boolean givesTruth(String name, int arity) {
    return arity == 2 && (COMPARISONS.contains(name) || LOGIC.contains(name))
        || arity == 1 && (TYPE_TESTS.containsKey(name) || name.equals("not"));
  }

  static boolean isComparison(String name) {
    return COMPARISONS.contains(name);
  }

  /** A call of a function of module erlang. */
  static Outcome evaluate(String name, List<Foreseen> arguments) {
    List<Object> terms = new ArrayList<>();
    for (Foreseen argument : arguments) {
      if (!(argument instanceof Foreseen.Constant(Object term, _))) {
        return partly(name, arguments);
      }
      terms.add(term);
    }
    return switch (terms.size()) {
      case 1 -> unary(name, terms.getFirst());
      case 2 -> binary(name, terms.get(0), terms.get(1), arguments);
      default -> Outcome.UNKNOWN;
    };
  }

  private static Outcome partly(String name, List<Foreseen> arguments) {
    if (!name.equals("length") || arguments.size() != 1) {
      return Outcome.UNKNOWN;
    }
    Foreseen rest = arguments.getFirst();
    while (rest instanceof Foreseen.ConsOf(_, Foreseen tail)) {
      rest = tail;
    }
    return rest instanceof Foreseen.Constant(Object end, _) && !isProperList(end)
        ? Outcome.fails("badarg")
        : Outcome.UNKNOWN;
  }

  private static boolean isProperList(Object term) {
    Object rest = term;
    while (rest instanceof Cons cell) {
      rest = cell.tail;
    }
    return rest == Nil.EMPTY;
  }

  private static Outcome unary(String name, Object operand) {
    Predicate<Object> test = TYPE_TESTS.get(name);
    if (test != null) {
      return new Outcome(Foreseen.of(test.test(operand)), null);
    }
    switch (name) {
      case "not":
        return IS_TRUTH.test(operand)
            ? new Outcome(Foreseen.of(operand == Atom.FALSE), null)
            : Outcome.fails("badarg");
      case "+", "-":
        return IS_NUMBER.test(operand) ? sign(name, operand) : Outcome.fails("badarith");
      case "bnot":
        return ConstantArithmetic.integer(operand) instanceof BigInteger value
            ? Outcome.of(ConstantArithmetic.term(value.not()))
            : Outcome.fails("badarith");
      default:
        Predicate<Object> fits = ARGUMENTS.get(name);
        return fits == null || fits.test(operand) ? simple(name, operand) : Outcome.fails("badarg");
    }
  }

  private static Outcome sign(String name, Object operand) {
    if (name.equals("+")) {
      return Outcome.of(operand);
    }
    return operand instanceof Double value
        ? Outcome.of(-value)
        : Outcome.of(ConstantArithmetic.term(integerOf(operand).negate()));
  }

  /** The value of what is often written with an argument that is known. */
  private static Outcome simple(String name, Object operand) {
    return switch (operand) {
      case Tuple tuple when name.equals("tuple_size") || name.equals("size") ->
          Outcome.of((long) tuple.size());
      case Cons cell when name.equals("hd") -> Outcome.of(cell.head);
      case Cons cell when name.equals("tl") -> Outcome.of(cell.tail);
      case Object list when name.equals("length") ->
          isProperList(list) ? Outcome.of(length(list)) : Outcome.fails("badarg");
      case Object number when name.equals("abs") && IS_INTEGER.test(number) ->
          Outcome.of(ConstantArithmetic.term(integerOf(number).abs()));
      case Object list when name.equals("list_to_tuple") && !isProperList(list) ->
          Outcome.fails("badarg");
      default -> Outcome.UNKNOWN;
    };
  }

  private static long length(Object list) {
    long length = 0;
    for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
      length++;
    }
    return length;
  }

  private static Outcome binary(String name, Object left, Object right, List<Foreseen> arguments) {
    if (ARITHMETIC.contains(name)) {
      return arithmetic(name, left, right);
    }
    if (LOGIC.contains(name)) {
      if (!IS_TRUTH.test(left) || !IS_TRUTH.test(right)) {
        return Outcome.fails("badarg");
      }
      boolean a = left == Atom.TRUE;
      boolean b = right == Atom.TRUE;
      boolean result = name.equals("and") ? a && b : name.equals("or") ? a || b : a != b;
      return new Outcome(Foreseen.of(result), null);
    }
    return switch (name) {
      case "==" -> new Outcome(Foreseen.of(TermOrder.equal(left, right)), null);
      case "/=" -> new Outcome(Foreseen.of(!TermOrder.equal(left, right)), null);
      case "=:=" -> new Outcome(Foreseen.of(TermOrder.exactlyEqual(left, right)), null);
      case "=/=" -> new Outcome(Foreseen.of(!TermOrder.exactlyEqual(left, right)), null);
      case "<" -> new Outcome(Foreseen.of(TermOrder.compare(left, right) < 0), null);
      case "=<" -> new Outcome(Foreseen.of(TermOrder.compare(left, right) <= 0), null);
      case ">" -> new Outcome(Foreseen.of(TermOrder.compare(left, right) > 0), null);
      case ">=" -> new Outcome(Foreseen.of(TermOrder.compare(left, right) >= 0), null);
      case "max" -> new Outcome(arguments.get(TermOrder.compare(left, right) >= 0 ? 0 : 1), null);
      case "min" -> new Outcome(arguments.get(TermOrder.compare(left, right) <= 0 ? 0 : 1), null);
      case "++" -> isProperList(left) ? Outcome.UNKNOWN : Outcome.fails("badarg");
      case "--" ->
          isProperList(left) && isProperList(right) ? Outcome.UNKNOWN : Outcome.fails("badarg");
      case "element" -> element(left, right, arguments.get(1));
      case "is_map_key", "map_get" -> mapAccess(name, left, right);
      case "is_function" ->
          right instanceof Long arity && arity >= 0
              ? new Outcome(Foreseen.of(false), null)
              : Outcome.fails("badarg");
      default -> Outcome.UNKNOWN;
    };
  }

  private static Outcome element(Object index, Object tuple, Foreseen whole) {
    if (index instanceof Long place
        && whole.apart() instanceof Foreseen.TupleOf(List<Foreseen> elements)
        && place >= 1
        && place <= elements.size()) {
      return new Outcome(elements.get((int) (place - 1)), null);
    }
    return Outcome.fails("badarg");
  }

  private static Outcome mapAccess(String name, Object key, Object map) {
    if (!(map instanceof TermMap)) {
      return Outcome.fails("{badmap," + LintGuard.shown(map) + "}");
    }
    return Outcome.UNKNOWN;
  }

  private static Outcome arithmetic(String name, Object left, Object right) {
    boolean real = Set.of("+", "-", "*", "/").contains(name);
    if (!IS_NUMBER.test(left)
        || !IS_NUMBER.test(right)
        || !real && !(IS_INTEGER.test(left) && IS_INTEGER.test(right))) {
      return Outcome.fails("badarith");
    }
    boolean division = Set.of("/", "div", "rem").contains(name);
    if (division && (right instanceof Long n && n == 0 || right instanceof Double d && d == 0)) {
      return Outcome.fails("badarith");
    }
    if (name.equals("/") || left instanceof Double || right instanceof Double) {
      return Outcome.UNKNOWN;
    }
    BigInteger result = ConstantArithmetic.binary(name, integerOf(left), integerOf(right));
    return result == null ? Outcome.UNKNOWN : Outcome.of(ConstantArithmetic.term(result));
  }

  private static BigInteger integerOf(Object term) {
    BigInteger value = ConstantArithmetic.integer(term);
    if (value == null) {
      throw new IllegalStateException();
    }
    return value;
  }
}

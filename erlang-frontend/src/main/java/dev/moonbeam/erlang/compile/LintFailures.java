package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Calls of functions without effects that are known to fail, since what they are given is written
 * out: OTP's {@code sys_core_fold} evaluates such calls, and warns of those it cannot.
 */
final class LintFailures {
  private static final Predicate<Object> IS_LIST =
      term -> term instanceof Cons || term == Nil.EMPTY;
  private static final Predicate<Object> IS_INTEGER =
      term -> term instanceof Long || term instanceof BigInteger;
  private static final Predicate<Object> IS_NUMBER = IS_INTEGER.or(term -> term instanceof Double);
  private static final Predicate<Object> IS_BINARY = term -> term instanceof Binary;
  private static final Predicate<Object> IS_TUPLE = term -> term instanceof Tuple;

  /** What the one argument of a function must be. */
  private static final Map<String, Predicate<Object>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("abs", IS_NUMBER),
          Map.entry("atom_to_binary", term -> term instanceof Atom),
          Map.entry("atom_to_list", term -> term instanceof Atom),
          Map.entry("binary_to_atom", IS_BINARY),
          Map.entry("binary_to_list", IS_BINARY),
          Map.entry("bit_size", IS_BINARY),
          Map.entry("byte_size", IS_BINARY),
          Map.entry("ceil", IS_NUMBER),
          Map.entry("float", IS_NUMBER),
          Map.entry("floor", IS_NUMBER),
          Map.entry("hd", term -> term instanceof Cons),
          Map.entry("integer_to_binary", IS_INTEGER),
          Map.entry("integer_to_list", IS_INTEGER),
          Map.entry("length", IS_LIST),
          Map.entry("list_to_atom", IS_LIST),
          Map.entry("list_to_binary", IS_LIST),
          Map.entry("list_to_float", IS_LIST),
          Map.entry("list_to_integer", IS_LIST),
          Map.entry("list_to_tuple", IS_LIST),
          Map.entry("round", IS_NUMBER),
          Map.entry("size", IS_TUPLE.or(IS_BINARY)),
          Map.entry("tl", term -> term instanceof Cons),
          Map.entry("trunc", IS_NUMBER),
          Map.entry("tuple_size", IS_TUPLE),
          Map.entry("tuple_to_list", IS_TUPLE));

  private final LintFunction function;

  LintFailures(LintFunction function) {
    this.function = function;
  }

  /** A call of a function of module erlang. */
  void call(Node.Call call, String name) {
    if (call.arguments().size() != 1) {
      return;
    }
    Predicate<Object> fits = ARGUMENTS.get(name);
    Object argument = ConstantExpressions.value(call.arguments().getFirst());
    if (fits != null && argument != null && !fits.test(argument)) {
      function.late(call.at(), "the call to " + name + "/1 will fail with a 'badarg' exception");
    }
  }

  void unary(Node.Unary node) {
    Object operand = ConstantExpressions.value(node.operand());
    if (operand == null) {
      return;
    }
    String operator = node.operator();
    boolean fits =
        switch (operator) {
          case "not" -> operand == Atom.TRUE || operand == Atom.FALSE;
          case "bnot" -> IS_INTEGER.test(operand);
          default -> IS_NUMBER.test(operand);
        };
    if (!fits) {
      String reason = operator.equals("not") ? "badarg" : "badarith";
      function.late(
          node.at(),
          "evaluation of operator "
              + LintModule.atom(operator)
              + "/1 will fail with a '"
              + reason
              + "' exception");
    }
  }

  /** A module or function that is written out and no atom. */
  void remote(Node.Call call, Node.Remote remote) {
    if (isNoAtom(remote.module()) || isNoAtom(remote.function())) {
      function.late(call.at(), "invalid module and/or function name; this call will always fail");
    }
  }

  private static boolean isNoAtom(Node node) {
    return switch (node) {
      case Node.Literal(_, Object value) -> !(value instanceof Atom);
      case Node.Char _, Node.Str _, Node.ListOf _, Node.TupleOf _ -> true;
      default -> false;
    };
  }
}

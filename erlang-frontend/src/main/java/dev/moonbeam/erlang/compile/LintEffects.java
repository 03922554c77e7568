package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.syntax.Node;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions whose value nobody takes and that do nothing else: what OTP's optimiser ({@code
 * sys_core_fold}) warns of, in its words.
 */
final class LintEffects {
  private static final Set<String> COMPARISONS =
      Set.of("==", "/=", "=:=", "=/=", "<", ">", "=<", ">=");

  /** Guard functions and the like that cannot even fail. */
  private static final Set<String> SAFE =
      Set.of(
          "is_atom/1",
          "is_boolean/1",
          "is_binary/1",
          "is_bitstring/1",
          "is_float/1",
          "is_function/1",
          "is_integer/1",
          "is_list/1",
          "is_map/1",
          "is_number/1",
          "is_pid/1",
          "is_port/1",
          "is_reference/1",
          "is_tuple/1",
          "date/0",
          "time/0",
          "get/0",
          "get/1",
          "get_keys/0",
          "group_leader/0",
          "is_alive/0",
          "make_ref/0",
          "max/2",
          "min/2",
          "node/0",
          "nodes/0",
          "processes/0",
          "registered/0",
          "self/0",
          "term_to_binary/1");

  /** Those that do nothing but may fail. */
  private static final Set<String> PURE =
      Set.of(
          "abs/1",
          "atom_to_binary/1",
          "atom_to_binary/2",
          "atom_to_list/1",
          "binary_part/2",
          "binary_part/3",
          "binary_to_atom/1",
          "binary_to_atom/2",
          "binary_to_float/1",
          "binary_to_integer/1",
          "binary_to_list/1",
          "binary_to_list/3",
          "bit_size/1",
          "byte_size/1",
          "ceil/1",
          "element/2",
          "float/1",
          "float_to_list/1",
          "float_to_binary/1",
          "floor/1",
          "hd/1",
          "integer_to_binary/1",
          "integer_to_list/1",
          "is_function/2",
          "is_map_key/2",
          "is_record/2",
          "is_record/3",
          "length/1",
          "list_to_atom/1",
          "list_to_binary/1",
          "list_to_float/1",
          "list_to_integer/1",
          "list_to_integer/2",
          "list_to_pid/1",
          "list_to_tuple/1",
          "map_get/2",
          "pid_to_list/1",
          "round/1",
          "setelement/3",
          "size/1",
          "split_binary/2",
          "tl/1",
          "trunc/1",
          "tuple_size/1",
          "tuple_to_list/1");

  private final LintFunction function;

  LintEffects(LintFunction function) {
    this.function = function;
  }

  /** An expression that stands where only its effect counts. */
  void effect(Node node) {
    switch (node) {
      case Node.Literal(_, Object value) -> {
        if (!(value instanceof Atom) && value != Nil.EMPTY) {
          useless(node);
        }
      }
      case Node.ListOf list -> {
        if (!list.elements().isEmpty()) {
          useless(node);
        }
      }
      case Node.Str string -> {
        if (!string.text().isEmpty()) {
          useless(node);
        }
      }
      case Node.TupleOf _, Node.Char _, Node.FunOf _, Node.Bits _ -> useless(node);
      case Node.MapOf map -> {
        if (map.base() == null) {
          useless(node);
        }
      }
      case Node.LocalFun _, Node.RemoteFun _ -> ignored(node.at(), "fun construction");
      case Node.Binary(long at, String operator, _, _) -> operator(at, operator);
      case Node.Unary unary -> ignored(unary.at(), operation(unary.operator(), 1));
      case Node.Call call -> call(call);
      case Node.Block block -> effect(block.body().getLast());
      case Node.Case each -> each.clauses().forEach(clause -> effect(clause.body().getLast()));
      case Node.If each -> each.clauses().forEach(clause -> effect(clause.body().getLast()));
      case Node.Receive each -> {
        each.clauses().forEach(clause -> effect(clause.body().getLast()));
        if (!each.after().isEmpty()) {
          effect(each.after().getLast());
        }
      }
      case Node.ListComprehension each -> effect(each.template());
      default -> {}
    }
  }

  /** Arithmetic with operands that are written out and cannot do. */
  void arithmetic(Node.Binary node) {
    boolean real = Set.of("+", "-", "*", "/").contains(node.operator());
    boolean whole =
        Set.of("div", "rem", "band", "bor", "bxor", "bsl", "bsr").contains(node.operator());
    Object left = constant(node.left());
    Object right = constant(node.right());
    if (left == null || right == null || !real && !whole) {
      return;
    }
    boolean zero = right instanceof Long n && n == 0 || right instanceof Double d && d == 0;
    boolean division = Set.of("/", "div", "rem").contains(node.operator());
    if (division && zero || !isNumber(left, whole) || !isNumber(right, whole)) {
      function.late(
          node.at(),
          "evaluation of operator "
              + LintModule.atom(node.operator())
              + "/2 will fail with a 'badarith' exception");
    }
  }

  private static @Nullable Object constant(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal.value();
      case Node.Char character -> (long) character.codePoint();
      default -> null;
    };
  }

  private static boolean isNumber(Object value, boolean whole) {
    return value instanceof Long
        || value instanceof BigInteger
        || !whole && value instanceof Double;
  }

  private void useless(Node node) {
    function.late(node.at(), "a term is constructed, but never used");
  }

  private void ignored(long at, String what) {
    function.late(
        at,
        "the result of "
            + what
            + " is ignored (suppress the warning by assigning the expression to the _ variable)");
  }

  private static String operation(String operator, int arity) {
    return "evaluating operator " + LintModule.atom(operator) + "/" + arity;
  }

  private void operator(long at, String operator) {
    if (COMPARISONS.contains(operator)) {
      function.late(at, "use of operator " + LintModule.atom(operator) + " has no effect");
    } else if (!Set.of("andalso", "orelse", "!").contains(operator)) {
      ignored(at, operation(operator, 2));
    }
  }

  private void call(Node.Call call) {
    List<Node> arguments = call.arguments();
    String name =
        switch (call.function()) {
          case Node.Literal(_, Atom local)
              when function.context().isBif(local.name(), arguments.size()) ->
              local.name();
          case Node.Remote(_, Node.Literal(_, Atom module), Node.Literal(_, Atom remote))
              when module.name().equals("erlang") ->
              remote.name();
          default -> "";
        };
    String shown = name + "/" + arguments.size();
    if (SAFE.contains(shown)) {
      function.late(call.at(), "the call to " + shown + " has no effect");
    } else if (PURE.contains(shown)) {
      ignored(call.at(), "calling " + shown);
    }
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One innermost loop and its copies: what {@link Specialise} does, to which see. */
final class LoopCopies {
  /** Of larger loops no copy is made: it would take too long to find out what it is worth. */
  private static final int LARGEST = 40_000;

  /**
   * A larger copy is dropped: what one method may hold goes to the old loop and to inlining. In a
   * function that will be cut a copy has a method for itself.
   */
  private static final int LARGEST_COPY = 2_500;

  /**
   * Up to this size a loop gets a copy for each kind of numbers. Of a larger one there is a single
   * copy, if that is much smaller than the loop.
   */
  private static final int SMALL = 1000;

  /** What part of the loop's size the copy of a large one may have, in percent. */
  private static final int WORTH = 92;

  /**
   * The same in a function that will be cut: there the copy is a function, too, which is entered
   * with boxes.
   */
  private static final int WORTH_CALLING = 60;

  /** What follows a number is not doubled when it is larger than this. */
  private static final int LARGEST_REST = 130;

  private final Join loop;
  private final int worth;
  private final int largest;
  private final Label label;
  private final List<Variable> parameters;

  /** The old loop's turn, each computation in it with a name. */
  private final Expr turn;

  private final SideExits exits;

  /** Parameters that the copies have unboxed, by their place. */
  private final List<Integer> candidates = new ArrayList<>();

  /**
   * A copy.
   *
   * @param fits whether what the loop starts with suits it
   * @param entry the jump into it
   */
  private record Copy(Label label, Expr turn, Expr fits, Jump entry) {
    /** The loop's head with this copy tried before {@code otherwise}. */
    Expr before(Expr otherwise) {
      return new Join(label, true, turn, new If(fits, entry, otherwise));
    }
  }

  /**
   * @param cut whether the function around the loop will be cut
   */
  LoopCopies(Join loop, boolean cut) {
    this.loop = loop;
    this.worth = cut ? WORTH_CALLING : WORTH;
    this.largest = cut ? Split.LARGEST : LARGEST_COPY;
    this.label = loop.label();
    this.parameters = label.parameters();
    this.exits = new SideExits(label, cut);
    this.turn = exits.named(loop.target());
  }

  /** The loop with its copies, or as it is where none is worth making. */
  Expr specialised() {
    int size = CodeSize.of(loop.target());
    if (size > LARGEST) {
      return loop;
    }
    boolean longs = false;
    boolean doubles = false;
    for (int i = 0; i < parameters.size(); i++) {
      Variable parameter = parameters.get(i);
      if (parameter.type() == Type.TERM && changes(turn, label, i)) {
        boolean asLong = computed(turn, parameter, Type.LONG);
        boolean asDouble = computed(turn, parameter, Type.DOUBLE);
        if (asLong || asDouble) {
          candidates.add(i);
          longs |= asLong;
          doubles |= asDouble;
        }
      }
    }
    List<Copy> copies = new ArrayList<>();
    List<Type> types = doubles ? types() : List.of();
    boolean floats = types.contains(Type.DOUBLE);
    List<Variable> around = floats && mayBeFloats(turn, size) ? around() : List.of();
    if (longs && (size <= SMALL || around.isEmpty())) {
      add(copies, Collections.nCopies(candidates.size(), Type.LONG), List.of());
    }
    if (!around.isEmpty()) {
      add(copies, types, around);
    }
    if (floats && (size <= SMALL || copies.isEmpty())) {
      add(copies, types, List.of());
    }
    if (copies.isEmpty()) {
      return loop;
    }
    Expr heads = exits.head(turn);
    for (Copy copy : copies.reversed()) {
      heads = copy.before(heads);
    }
    return new Join(label, true, exits.define(turn, heads), loop.body());
  }

  private void add(List<Copy> copies, List<Type> types, List<Variable> around) {
    var known = exits.known();
    Copy copy = copy(types, around);
    if (copy == null) {
      exits.retain(known);
      return;
    }
    int size = CodeSize.of(copy.turn());
    if (size <= largest && (size <= SMALL || size <= CodeSize.of(turn) * worth / 100)) {
      copies.add(copy);
    } else {
      exits.retain(known);
    }
  }

  /** What each candidate is in a loop over floats. */
  private List<Type> types() {
    List<Type> types = new ArrayList<>();
    Map<Variable, Expr> values = new IdentityHashMap<>();
    definitions(turn, values);
    for (int i : candidates) {
      types.add(staysDouble(turn, label, i, values) ? Type.DOUBLE : Type.LONG);
    }
    return types;
  }

  private static void definitions(Expr expr, Map<Variable, Expr> values) {
    if (expr instanceof Let(var variable, var value, _)) {
      values.put(variable, value);
    }
    Exprs.forEachChild(expr, child -> definitions(child, values));
  }

  /**
   * Whether a parameter that is a float stays one: false for a counter, which every turn adds an
   * integer to.
   */
  private static boolean staysDouble(
      Expr expr, Label label, int index, Map<Variable, Expr> values) {
    if (expr instanceof Jump(var to, var arguments) && to == label) {
      Expr argument = arguments.get(index);
      Expr value =
          argument instanceof Ref(var variable)
              ? values.getOrDefault(variable, argument)
              : argument;
      return !(value instanceof PrimOp op)
          || op.arguments().stream().noneMatch(LoopCopies::isLong)
          || Typing.typeOf(value) == Type.DOUBLE;
    }
    boolean[] stays = {true};
    Exprs.forEachChild(
        expr, child -> stays[0] = stays[0] && staysDouble(child, label, index, values));
    return stays[0];
  }

  private static boolean isLong(Expr expr) {
    return Typing.typeOf(expr) == Type.LONG;
  }

  /** Whether some turn hands on another value for a parameter. */
  private static boolean changes(Expr expr, Label label, int index) {
    if (expr instanceof Jump(var to, var arguments) && to == label) {
      return !(arguments.get(index) instanceof Ref(var variable)
          && variable == label.parameters().get(index));
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || changes(child, label, index));
    return found[0];
  }

  /**
   * Whether a variable is an operand of an operation that has a variant on that type worth a test.
   */
  private static boolean computed(Expr expr, Variable variable, Type type) {
    if (expr instanceof PrimOp op && op.primitive().speculate()) {
      for (int i = 0; i < op.arguments().size(); i++) {
        if (op.arguments().get(i) instanceof Ref(var used) && used == variable) {
          for (Primitive.Variant variant : op.primitive().variants()) {
            if (variant.parameters().get(i) == type) {
              return true;
            }
          }
        }
      }
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || computed(child, variable, type));
    return found[0];
  }

  /**
   * Whether a copy over floats is worth it: in a small loop, which gets others, too, there must be
   * a literal float or a division; in a large one nothing that is for integers.
   */
  private static boolean mayBeFloats(Expr turn, int size) {
    return size <= SMALL ? has(turn, Type.DOUBLE) || hasLiteral(turn) : !has(turn, Type.LONG);
  }

  private static boolean hasLiteral(Expr expr) {
    boolean[] found = {expr instanceof Const(Double _)};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || hasLiteral(child));
    return found[0];
  }

  /** Whether there is an operation on numbers that always gives this type. */
  private static boolean has(Expr expr, Type result) {
    boolean[] found = {expr instanceof PrimOp op && gives(op.primitive().variants(), result)};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || has(child, result));
    return found[0];
  }

  private static boolean gives(List<Primitive.Variant> variants, Type result) {
    return variants.size() > 1
        && variants.stream()
            .limit(variants.size() - 1)
            .allMatch(each -> each.result() == result && !each.parameters().contains(Type.TERM));
  }

  /** Variables from around the loop that it computes with and that are not known as numbers. */
  private List<Variable> around() {
    List<Variable> found = new ArrayList<>();
    for (Variable variable : FreeVariables.of(turn).variables()) {
      if (variable.type() == Type.TERM
          && !parameters.contains(variable)
          && isFloat(turn, variable)) {
        found.add(variable);
      }
    }
    return found;
  }

  /** Whether a variable is an operand of something that may be a computation with floats. */
  private static boolean isFloat(Expr expr, Variable variable) {
    if (expr instanceof PrimOp op
        && givesDouble(op, variable)
        && op.arguments().stream().noneMatch(LoopCopies::isLong)) {
      return true;
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || isFloat(child, variable));
    return found[0];
  }

  /** Whether an operation has a variant that takes a variable as a double and gives one. */
  private static boolean givesDouble(PrimOp op, Variable variable) {
    for (int i = 0; i < op.arguments().size(); i++) {
      if (op.arguments().get(i) instanceof Ref(var used) && used == variable) {
        for (Primitive.Variant variant : op.primitive().variants()) {
          if (variant.parameters().get(i) == Type.DOUBLE && variant.result() == Type.DOUBLE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The expression with operands of computations with floats replaced. */
  private static Expr withDoubles(Expr expr, Map<Variable, Variable> doubles) {
    Expr inner = Exprs.mapChildren(expr, child -> withDoubles(child, doubles));
    if (!(inner instanceof PrimOp op)) {
      return inner;
    }
    return Exprs.mapChildren(
        op,
        operand ->
            operand instanceof Ref(var variable)
                    && doubles.containsKey(variable)
                    && givesDouble(op, variable)
                ? new Ref(doubles.get(variable))
                : operand);
  }

  /**
   * A copy of the loop; null when a turn would leave it.
   *
   * @param types what the candidates are in it
   * @param around variables from around the loop that are doubles in it
   */
  private @Nullable Copy copy(List<Type> types, List<Variable> around) {
    Substitution substitution = new Substitution();
    Map<Variable, Variable> twins = new IdentityHashMap<>();
    List<Variable> copied = new ArrayList<>();
    List<Expr> entry = new ArrayList<>();
    List<Expr> tests = new ArrayList<>();
    Map<Integer, Type> wanted = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Variable parameter = parameters.get(i);
      int candidate = candidates.indexOf(i);
      if (candidate < 0) {
        copied.add(substitution.fresh(parameter));
        entry.add(new Ref(parameter));
      } else {
        Variable typed = new Variable(parameter.name(), types.get(candidate));
        substitution.replace(parameter, new Ref(typed));
        copied.add(typed);
        wanted.put(i, typed.type());
        enter(parameter, typed.type(), entry, tests);
      }
      twins.put(parameter, copied.getLast());
    }
    Map<Variable, Variable> doubles = new IdentityHashMap<>();
    for (Variable variable : around) {
      Variable typed = new Variable(variable.name(), Type.DOUBLE);
      doubles.put(variable, typed);
      copied.add(typed);
      enter(variable, Type.DOUBLE, entry, tests);
    }
    Label twin = new Label(types.contains(Type.DOUBLE) ? "doubles" : "longs", copied);
    Expr copy = withDoubles(substitution.apply(turn), doubles);
    Types.infer(copy);
    copy = exits.leaving(turn, copy, twins, wanted);
    if (leaves(copy, wanted)) {
      return null;
    }
    copy = redirect(unboxed(copy, label, wanted), label, twin);
    Expr fits = tests.getFirst();
    for (Expr test : tests.subList(1, tests.size())) {
      fits = new If(fits, test, new Const(false));
    }
    return new Copy(twin, copy, fits, new Jump(twin, entry));
  }

  /** Whether a turn hands on a number that is sure to be of another type than the copy wants. */
  private boolean leaves(Expr expr, Map<Integer, Type> wanted) {
    if (expr instanceof Jump(var to, var arguments) && to == label) {
      for (int i = 0; i < arguments.size(); i++) {
        Type type = typeOf(arguments.get(i));
        if (wanted.containsKey(i) && type != Type.TERM && type != wanted.get(i)) {
          return true;
        }
      }
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || leaves(child, wanted));
    return found[0];
  }

  private static void enter(Variable variable, Type type, List<Expr> entry, List<Expr> tests) {
    Ref value = new Ref(variable);
    boolean isLong = type == Type.LONG;
    tests.add(CorePrimitives.op(isLong ? CorePrimitives.IS_LONG : CorePrimitives.IS_DOUBLE, value));
    entry.add(
        CorePrimitives.op(isLong ? CorePrimitives.UNBOX_LONG : CorePrimitives.UNBOX_DOUBLE, value));
  }

  /**
   * A variable whose value the next turn wants unboxed is tested where it is bound, with what
   * follows twice: else it would be boxed in each turn for the way out of the loop.
   */
  private static Expr unboxed(Expr expr, Label label, Map<Integer, Type> wanted) {
    return switch (expr) {
      case Let(var variable, var value, var body) -> {
        Type type = wantedOf(variable, body, label, wanted);
        if (type == null
            || !(value instanceof PrimOp)
            || Typing.typeOf(value) != Type.TERM
            || CodeSize.of(body) > LARGEST_REST) {
          yield new Let(variable, value, unboxed(body, label, wanted));
        }
        Variable number = new Variable(variable.name(), type);
        Variable other = new Variable(variable.name());
        Expr then = new Substitution().replace(variable, new Ref(number)).apply(body);
        Types.infer(then);
        yield new IfUnboxed(
            value,
            number,
            unboxed(then, label, wanted),
            other,
            new Substitution().replace(variable, new Ref(other)).apply(body));
      }
      case IfUnboxed(var value, var number, var then, var other, var otherwise) ->
          new IfUnboxed(value, number, unboxed(then, label, wanted), other, otherwise);
      case Seq(var first, var second) -> new Seq(first, unboxed(second, label, wanted));
      case Charge(var reductions, var body) -> new Charge(reductions, unboxed(body, label, wanted));
      case Join(var point, var isLoop, var target, var body) ->
          new Join(point, isLoop, unboxed(target, label, wanted), unboxed(body, label, wanted));
      case If(var condition, var then, var otherwise) ->
          new If(condition, unboxed(then, label, wanted), unboxed(otherwise, label, wanted));
      default -> expr;
    };
  }

  /** The type that jumps to {@code label} want a variable in, or null. */
  private static @Nullable Type wantedOf(
      Variable variable, Expr expr, Label label, Map<Integer, Type> wanted) {
    if (expr instanceof Jump(var to, var arguments) && to == label) {
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof Ref(var used) && used == variable) {
          return wanted.get(i);
        }
      }
    }
    Type[] found = {null};
    Exprs.forEachChild(
        expr,
        child -> found[0] = found[0] != null ? found[0] : wantedOf(variable, child, label, wanted));
    return found[0];
  }

  /** The copy with its jumps to the loop's head staying in the copy while the values fit. */
  private static Expr redirect(Expr expr, Label from, Label to) {
    return Tails.map(
        expr,
        tail ->
            tail instanceof Jump(var label, var arguments) && label == from
                ? turn(arguments, 0, new ArrayList<>(), from, to)
                : tail);
  }

  /** Evaluates the arguments in order; {@code done} holds atoms for those before {@code index}. */
  private static Expr turn(List<Expr> arguments, int index, List<Expr> done, Label from, Label to) {
    if (index == arguments.size()) {
      // What the copy has from around the loop it keeps.
      List<Expr> all = new ArrayList<>(done);
      to.parameters()
          .subList(index, to.parameters().size())
          .forEach(each -> all.add(new Ref(each)));
      return new Jump(to, all);
    }
    Expr argument = arguments.get(index);
    Type wanted = to.parameters().get(index).type();
    boolean tested = wanted != from.parameters().get(index).type();
    if (!tested || Typing.typeOf(argument) == wanted) {
      if (argument instanceof Ref || argument instanceof Const) {
        return turn(arguments, index + 1, with(done, argument), from, to);
      }
      Variable value = new Variable("next", tested ? wanted : typeOf(argument));
      return new Let(
          value, argument, turn(arguments, index + 1, with(done, new Ref(value)), from, to));
    }
    Variable unboxed = new Variable("next", wanted);
    Variable other = new Variable("next");
    // The way out: what is left is evaluated as it is, and the loop goes on at its head.
    List<Expr> boxed = with(done, new Ref(other));
    return new IfUnboxed(
        argument,
        unboxed,
        turn(arguments, index + 1, with(done, new Ref(unboxed)), from, to),
        other,
        leave(arguments, index + 1, boxed, from));
  }

  private static Expr leave(List<Expr> arguments, int index, List<Expr> done, Label from) {
    List<Expr> all = new ArrayList<>(done);
    for (int i = index; i < arguments.size(); i++) {
      all.add(new Substitution().apply(arguments.get(i)));
    }
    return new Jump(from, all);
  }

  private static List<Expr> with(List<Expr> list, Expr last) {
    List<Expr> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  private static Type typeOf(Expr expr) {
    @Nullable Type type = Typing.typeOf(expr);
    return type == null ? Type.TERM : type;
  }
}

package dev.moonbeam.core.pass;

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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the copies of a loop that {@link Specialise} makes leave in the middle of a turn. Where a
 * copy computes something that must be a number of one type, but for operands of a kind that nobody
 * expects, it goes on with that number unboxed; what turns out otherwise goes on in the old loop,
 * with the rest of the turn. So no way through a copy meets one that has boxes.
 *
 * <pre>
 *   loop self(v) =                         loop self(v) =
 *     let d = v - field(c)                   join rest(c, d, v') = ... in
 *     ...                          =>        loop doubles(v:double) =
 *                                              if unboxed d = v - field(c) then ... else jump rest(c, boxed, boxed v)
 *                                            in if v is a double then jump doubles(v)
 *                                               else let d = v - field(c) jump rest(c, d, v)
 * </pre>
 *
 * The rest of a turn is there once, whichever copies leave for it: {@link #old} is the old loop's
 * body without it, {@link #define} puts it around the loop's heads.
 */
final class SideExits {
  /** An exit with more than this to hand over is longer than what it saves. */
  private static final int LARGEST_HAND_OVER = 32;

  private final Label loop;

  /** By the variable whose value is in doubt. */
  private final Map<Variable, Exit> exits = new IdentityHashMap<>();

  /**
   * @param live variables bound within the loop that the rest of the turn uses, in the order of the
   *     label's parameters
   * @param rest what follows the variable's binding
   */
  private record Exit(Label label, List<Variable> live, Expr rest) {}

  SideExits(Label loop) {
    this.loop = loop;
  }

  /** The variables that have an exit now, for {@link #retain}. */
  Set<Variable> known() {
    return Set.copyOf(exits.keySet());
  }

  /** Forgets exits that a copy has which is not wanted in the end. */
  void retain(Set<Variable> known) {
    exits.keySet().removeIf(each -> !known.contains(each));
  }

  // The copy

  /**
   * A copy's turn with exits.
   *
   * @param source the turn of the old loop
   * @param copy the same with other variables, some of them unboxed
   * @param twins what the variables of the old loop are in the copy: at first the loop's parameters
   * @param wanted the types of the copy's own parameters, by their place
   */
  Expr leaving(Expr source, Expr copy, Map<Variable, Variable> twins, Map<Integer, Type> wanted) {
    return switch (source) {
      case Let(var variable, _, var rest)
          when copy instanceof Let(var twin, var value, var body) -> {
        Type type = expected(value);
        if (type == null || !isWanted(twin, type, body, wanted)) {
          twins.put(variable, twin);
          yield new Let(twin, value, leaving(rest, body, twins, wanted));
        }
        Exit exit = exit(variable, rest, twins);
        if (exit == null) {
          twins.put(variable, twin);
          yield new Let(twin, value, leaving(rest, body, twins, wanted));
        }
        Variable number = new Variable(twin.name(), type);
        Variable other = new Variable(twin.name());
        List<Expr> handedOver = new ArrayList<>();
        for (Variable each : exit.live()) {
          handedOver.add(new Ref(each == variable ? other : twins.get(each)));
        }
        Expr then = new Substitution().replace(twin, new Ref(number)).apply(body);
        Types.infer(then);
        twins.put(variable, number);
        yield new IfUnboxed(
            value,
            number,
            leaving(rest, then, twins, wanted),
            other,
            new Jump(exit.label(), handedOver));
      }
      case Seq(_, var second) when copy instanceof Seq(var first, var twin) ->
          new Seq(first, leaving(second, twin, twins, wanted));
      case Charge(_, var body) when copy instanceof Charge(var reductions, var twin) ->
          new Charge(reductions, leaving(body, twin, twins, wanted));
      case If(_, var then, var otherwise)
          when copy instanceof If(var condition, var thenTwin, var otherwiseTwin) ->
          new If(
              condition,
              leaving(then, thenTwin, new IdentityHashMap<>(twins), wanted),
              leaving(otherwise, otherwiseTwin, new IdentityHashMap<>(twins), wanted));
      // What jumps to a join point must stay where that is in scope; what follows it need not.
      case Join(var label, _, var target, _)
          when copy instanceof Join(var twin, var isLoop, var targetTwin, var body) -> {
        for (int i = 0; i < label.parameters().size(); i++) {
          twins.put(label.parameters().get(i), twin.parameters().get(i));
        }
        yield new Join(twin, isLoop, leaving(target, targetTwin, twins, wanted), body);
      }
      default -> copy;
    };
  }

  /** The exit behind a variable's binding; null where there is too much to hand over. */
  private @Nullable Exit exit(Variable variable, Expr rest, Map<Variable, Variable> twins) {
    Exit known = exits.get(variable);
    if (known != null) {
      return known;
    }
    List<Variable> live = new ArrayList<>();
    List<Variable> parameters = new ArrayList<>();
    for (Variable free : FreeVariables.of(rest).variables()) {
      if (free == variable || twins.containsKey(free)) {
        if (free.type() == Type.VALUES || free.type() == Type.BOOL) {
          return null;
        }
        live.add(free);
        parameters.add(new Variable(free.name(), free.type()));
      }
    }
    if (live.size() > LARGEST_HAND_OVER) {
      return null;
    }
    Exit exit = new Exit(new Label("rest", parameters), live, rest);
    exits.put(variable, exit);
    return exit;
  }

  /**
   * The type that the value of an operation on TERMs is sure to have unless its operands are of a
   * kind that few programs compute with (objects with operators of their own), or null.
   */
  private static @Nullable Type expected(Expr value) {
    if (!(value instanceof PrimOp op) || Typing.typeOf(value) != Type.TERM || !computes(op)) {
      return null;
    }
    boolean longs = false;
    boolean doubles = false;
    for (Primitive.Variant variant : typed(op)) {
      longs |= variant.result() == Type.LONG || isExact(variant);
      doubles |= variant.result() == Type.DOUBLE;
    }
    if (longs != doubles) {
      return longs ? Type.LONG : Type.DOUBLE;
    }
    for (Expr operand : op.arguments()) {
      if (Typing.typeOf(operand) == Type.DOUBLE) {
        return Type.DOUBLE;
      }
    }
    return null;
  }

  private static boolean isExact(Primitive.Variant variant) {
    return variant.body() instanceof Primitive.Instruction instruction && instruction.exact();
  }

  private static List<Primitive.Variant> typed(PrimOp op) {
    List<Primitive.Variant> variants = op.primitive().variants();
    return variants.subList(0, variants.size() - 1);
  }

  /** Whether an operation gives a number for numbers. */
  private static boolean computes(PrimOp op) {
    return op.primitive().variants().size() > 1
        && typed(op).stream()
            .allMatch(
                each ->
                    isExact(each) || each.result() == Type.LONG || each.result() == Type.DOUBLE);
  }

  /** Whether what follows a variable's binding has a use for it unboxed. */
  private boolean isWanted(Variable variable, Type type, Expr expr, Map<Integer, Type> wanted) {
    if (expr instanceof PrimOp op) {
      for (int i = 0; i < op.arguments().size(); i++) {
        int place = i;
        if (op.arguments().get(i) instanceof Ref(var used)
            && used == variable
            && typed(op).stream().anyMatch(each -> each.parameters().get(place) == type)) {
          return true;
        }
      }
    }
    if (expr instanceof Jump(var to, var arguments) && to == loop) {
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) instanceof Ref(var used)
            && used == variable
            && wanted.get(i) == type) {
          return true;
        }
      }
    }
    boolean[] found = {false};
    Exprs.forEachChild(
        expr, child -> found[0] = found[0] || isWanted(variable, type, child, wanted));
    return found[0];
  }

  // The old loop

  /** The old loop's turn, with what follows an exit where the exits lead to. */
  Expr old(Expr source) {
    return switch (source) {
      case Let(var variable, var value, var body) -> {
        Exit exit = exits.get(variable);
        yield new Let(
            variable,
            value,
            exit == null
                ? old(body)
                : new Jump(
                    exit.label(), exit.live().stream().map(each -> (Expr) new Ref(each)).toList()));
      }
      case Seq(var first, var second) -> new Seq(first, old(second));
      case Charge(var reductions, var body) -> new Charge(reductions, old(body));
      case If(var condition, var then, var otherwise) ->
          new If(condition, old(then), old(otherwise));
      case Join(var label, var isLoop, var target, var body) ->
          new Join(label, isLoop, old(target), body);
      default -> source;
    };
  }

  /** The loop's heads, with what the exits lead to around them. */
  Expr define(Expr source, Expr heads) {
    List<Exit> inOrder = new ArrayList<>();
    collect(source, inOrder);
    Expr result = heads;
    for (Exit exit : inOrder) {
      Substitution substitution = new Substitution();
      for (int i = 0; i < exit.live().size(); i++) {
        substitution.replace(exit.live().get(i), new Ref(exit.label().parameters().get(i)));
      }
      // Later exits are around earlier ones, whose rest leads to them.
      result = new Join(exit.label(), false, substitution.apply(old(exit.rest())), result);
    }
    return result;
  }

  private void collect(Expr source, List<Exit> inOrder) {
    switch (source) {
      case Let(var variable, _, var body) -> {
        if (exits.containsKey(variable)) {
          inOrder.add(exits.get(variable));
        }
        collect(body, inOrder);
      }
      case Seq(_, var second) -> collect(second, inOrder);
      case Charge(_, var body) -> collect(body, inOrder);
      case If(_, var then, var otherwise) -> {
        collect(then, inOrder);
        collect(otherwise, inOrder);
      }
      case Join(_, _, var target, _) -> collect(target, inOrder);
      default -> {}
    }
  }

  // Operands

  /**
   * A turn whose computations have names: an exit is where a variable is bound. Operands are
   * evaluated in the order they were.
   */
  static Expr named(Expr expr) {
    return switch (expr) {
      case Let(var variable, var value, var body) ->
          naming(value, named -> new Let(variable, named, named(body)));
      case Seq(var first, var second) -> naming(first, named -> new Seq(named, named(second)));
      case If(var condition, var then, var otherwise) ->
          naming(condition, named -> new If(named, named(then), named(otherwise)));
      case Jump(var label, var arguments) -> operands(arguments, named -> new Jump(label, named));
      case Charge(var reductions, var body) -> new Charge(reductions, named(body));
      case Join(var label, var loop, var target, var body) ->
          new Join(label, loop, named(target), named(body));
      default -> expr;
    };
  }

  private static Expr naming(Expr value, Function<Expr, Expr> then) {
    return value instanceof PrimOp(var primitive, var arguments, var site, var line)
        ? operands(arguments, named -> then.apply(new PrimOp(primitive, named, site, line)))
        : then.apply(value);
  }

  /** Binds the operands up to the last one that computes a number. */
  private static Expr operands(List<Expr> operands, Function<List<Expr>, Expr> then) {
    int last = operands.size() - 1;
    while (last >= 0 && !isComputed(operands.get(last))) {
      last--;
    }
    return operands(operands, 0, last, new ArrayList<>(), then);
  }

  /** Whether an operand is a computation, or has one among its own. */
  private static boolean isComputed(Expr expr) {
    return expr instanceof PrimOp op
        && (computes(op) || op.arguments().stream().anyMatch(SideExits::isComputed));
  }

  private static Expr operands(
      List<Expr> operands, int index, int last, List<Expr> done, Function<List<Expr>, Expr> then) {
    if (index == operands.size()) {
      return then.apply(done);
    }
    Expr operand = operands.get(index);
    if (index > last || operand instanceof Ref || operand instanceof Const) {
      List<Expr> more = new ArrayList<>(done);
      more.add(operand);
      return operands(operands, index + 1, last, more, then);
    }
    return naming(
        operand,
        named -> {
          Type type = Typing.typeOf(named);
          Variable variable = new Variable("operand", type == null ? Type.TERM : type);
          List<Expr> more = new ArrayList<>(done);
          more.add(new Ref(variable));
          return new Let(variable, named, operands(operands, index + 1, last, more, then));
        });
  }
}

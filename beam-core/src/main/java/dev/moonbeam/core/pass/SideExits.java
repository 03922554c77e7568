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
import java.util.Collections;
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
 * The rest of a turn is there once, whichever copies leave for it: {@link #head} is the old loop's
 * turn without it, {@link #define} puts it around the loop's heads.
 *
 * <p>In a copy that looks ({@link Primitive#look}) a value from a table that is no integer has had
 * no effect: the turn goes on in the old loop where the last effect was, and what it has computed
 * since is computed again. All that leave for there do so by one way, however many they are.
 */
final class SideExits {
  /** An exit with more than this to hand over is longer than what it saves. */
  private static final int LARGEST_HAND_OVER = 32;

  private final Label loop;

  /** Whether copies look for integers in tables. */
  private final boolean looks;

  /** By what they lead to. */
  private final Map<Expr, Exit> exits = new IdentityHashMap<>();

  /**
   * @param live variables bound within the loop that the rest of the turn uses, in the order of the
   *     label's parameters
   * @param rest a part of the old loop's turn
   */
  private record Exit(Label label, List<Variable> live, Expr rest) {
    Jump jump(Function<Variable, Variable> value) {
      return new Jump(label, live.stream().map(each -> (Expr) new Ref(value.apply(each))).toList());
    }
  }

  SideExits(Label loop, boolean looks) {
    this.loop = loop;
    this.looks = looks;
  }

  /** The exits there are now, for {@link #retain}. */
  Set<Expr> known() {
    Set<Expr> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(exits.keySet());
    return known;
  }

  /** Forgets exits that a copy has which is not wanted in the end. */
  void retain(Set<Expr> known) {
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
    boolean all = wanted.values().stream().allMatch(Type.LONG::equals);
    return new Leaving(wanted, looks && all).from(source, copy, twins);
  }

  /** A place in a copy's turn, and the way out to the same place in the old loop. */
  private final class Place {
    private final Expr rest;
    private final Label label = new Label("leave", List.of());
    private @Nullable Expr way;

    Place(Expr rest) {
      this.rest = rest;
    }

    /** A jump to the way out; null where there is too much to hand over. */
    @Nullable Jump leave(Map<Variable, Variable> twins) {
      if (way == null) {
        Exit exit = exit(rest, null, twins);
        if (exit == null) {
          return null;
        }
        way = exit.jump(twins::get);
      }
      return new Jump(label, List.of());
    }

    /** What follows the place in the copy, which may have jumps to the way out. */
    Expr around(Expr copy) {
      return way == null ? copy : new Join(label, false, way, copy);
    }
  }

  /** The way through one copy. */
  private final class Leaving {
    private final Map<Integer, Type> wanted;
    private final boolean looking;

    Leaving(Map<Integer, Type> wanted, boolean looking) {
      this.wanted = wanted;
      this.looking = looking;
    }

    /** From a place on at which the turn may go on in the old loop. */
    Expr from(Expr source, Expr copy, Map<Variable, Variable> twins) {
      Place place = new Place(source);
      return place.around(visit(source, copy, twins, place, true));
    }

    private Expr after(
        boolean repeatable,
        Expr source,
        Expr copy,
        Map<Variable, Variable> twins,
        @Nullable Place place,
        boolean handsOver) {
      if (repeatable) {
        return visit(source, copy, twins, place, handsOver);
      }
      return handsOver ? from(source, copy, twins) : visit(source, copy, twins, null, false);
    }

    /**
     * @param place the last one that has no effect behind it, if any
     * @param handsOver whether the rest of the turn could stand by itself
     */
    private Expr visit(
        Expr source,
        Expr copy,
        Map<Variable, Variable> twins,
        @Nullable Place place,
        boolean handsOver) {
      return switch (source) {
        case Let(var variable, _, var rest)
            when copy instanceof Let(var twin, var value, var body) -> {
          Expr looked = looked(variable, rest, twin, value, body, twins, place, handsOver);
          if (looked != null) {
            yield looked;
          }
          Type type = handsOver ? expected(value) : null;
          Exit exit =
              type != null && isWanted(twin, type, body) ? exit(rest, variable, twins) : null;
          if (exit == null) {
            twins.put(variable, twin);
            yield new Let(
                twin, value, after(isRepeatable(value), rest, body, twins, place, handsOver));
          }
          Variable number = new Variable(twin.name(), type);
          Variable other = new Variable(twin.name());
          Jump leave = exit.jump(each -> each == variable ? other : twins.get(each));
          twins.put(variable, number);
          Expr then = unboxed(twin, number, body);
          yield new IfUnboxed(value, number, from(rest, then, twins), other, leave);
        }
        case Seq(_, var second) when copy instanceof Seq(var first, var twin) ->
            new Seq(first, after(isRepeatable(first), second, twin, twins, place, handsOver));
        case Charge(_, var body) when copy instanceof Charge(var reductions, var twin) ->
            new Charge(reductions, after(false, body, twin, twins, place, handsOver));
        case If(_, var then, var otherwise)
            when copy instanceof If(var condition, var thenTwin, var otherwiseTwin) -> {
          boolean repeatable = isRepeatable(condition);
          Map<Variable, Variable> thenTwins = new IdentityHashMap<>(twins);
          Map<Variable, Variable> otherwiseTwins = new IdentityHashMap<>(twins);
          yield new If(
              condition,
              after(repeatable, then, thenTwin, thenTwins, place, handsOver),
              after(repeatable, otherwise, otherwiseTwin, otherwiseTwins, place, handsOver));
        }
        // What jumps to a join point must stay where that is in scope; what follows it need not.
        case Join(var label, _, var target, var inside)
            when copy instanceof Join(var twin, var isLoop, var targetTwin, var body) -> {
          Map<Variable, Variable> insideTwins = new IdentityHashMap<>(twins);
          for (int i = 0; i < label.parameters().size(); i++) {
            twins.put(label.parameters().get(i), twin.parameters().get(i));
          }
          yield new Join(
              twin,
              isLoop,
              after(false, target, targetTwin, twins, null, handsOver),
              looking ? visit(inside, body, insideTwins, place, false) : body);
        }
        default -> copy;
      };
    }

    /**
     * A value of a table that is wanted as an integer, looked at first; null where there is none.
     */
    private @Nullable Expr looked(
        Variable variable,
        Expr rest,
        Variable twin,
        Expr value,
        Expr body,
        Map<Variable, Variable> twins,
        @Nullable Place place,
        boolean handsOver) {
      if (!looking
          || place == null
          || !(value instanceof PrimOp(var primitive, var arguments, _, var line))
          || primitive.look() == null
          || !isWanted(twin, Type.LONG, body)) {
        return null;
      }
      Jump leave = place.leave(twins);
      if (leave == null) {
        return null;
      }
      Variable number = new Variable(twin.name(), Type.LONG);
      twins.put(variable, number);
      Expr then = unboxed(twin, number, body);
      return new IfUnboxed(
          new PrimOp(primitive.look(), arguments, null, line),
          number,
          visit(rest, then, twins, place, handsOver),
          new Variable(twin.name()),
          leave);
    }

    private static Expr unboxed(Variable twin, Variable number, Expr body) {
      Expr then = new Substitution().replace(twin, new Ref(number)).apply(body);
      Types.infer(then);
      return then;
    }

    /** Whether what follows a variable's binding has a use for it unboxed. */
    private boolean isWanted(Variable variable, Type type, Expr expr) {
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
      Exprs.forEachChild(expr, child -> found[0] = found[0] || isWanted(variable, type, child));
      return found[0];
    }
  }

  /**
   * The exit to a part of the old loop's turn; null where there is too much to hand over.
   *
   * @param bound a variable bound just before it, which has no twin yet
   */
  private @Nullable Exit exit(Expr rest, @Nullable Variable bound, Map<Variable, Variable> twins) {
    Exit known = exits.get(rest);
    if (known != null) {
      return known;
    }
    List<Variable> live = new ArrayList<>();
    List<Variable> parameters = new ArrayList<>();
    for (Variable free : FreeVariables.of(rest).variables()) {
      if (free == bound || twins.containsKey(free)) {
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
    exits.put(rest, exit);
    return exit;
  }

  /** Whether it does no harm to evaluate an expression once more. */
  private static boolean isRepeatable(Expr expr) {
    return switch (expr) {
      case Const _, Ref _ -> true;
      case PrimOp op -> {
        Primitive.Variant variant = Typing.variant(op);
        yield (op.primitive().pure()
                || computes(op)
                    && variant.parameters().stream()
                        .allMatch(each -> each == Type.LONG || each == Type.DOUBLE))
            && op.arguments().stream().allMatch(SideExits::isRepeatable);
      }
      default -> false;
    };
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

  // The old loop

  /** The old loop's turn, or a part of it, with what is behind an exit where the exits lead to. */
  Expr head(Expr source) {
    Exit exit = exits.get(source);
    return exit == null ? old(source) : exit.jump(each -> each);
  }

  private Expr old(Expr source) {
    return switch (source) {
      case Let(var variable, var value, var body) -> new Let(variable, value, head(body));
      case Seq(var first, var second) -> new Seq(first, head(second));
      case Charge(var reductions, var body) -> new Charge(reductions, head(body));
      case If(var condition, var then, var otherwise) ->
          new If(condition, head(then), head(otherwise));
      case Join(var label, var isLoop, var target, var body) ->
          new Join(label, isLoop, head(target), body);
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
    Exit exit = exits.get(source);
    if (exit != null) {
      inOrder.add(exit);
    }
    switch (source) {
      case Let let -> collect(let.body(), inOrder);
      case Seq seq -> collect(seq.second(), inOrder);
      case Charge charge -> collect(charge.body(), inOrder);
      case If(_, var then, var otherwise) -> {
        collect(then, inOrder);
        collect(otherwise, inOrder);
      }
      case Join join -> collect(join.target(), inOrder);
      default -> {}
    }
  }

  // Operands

  /**
   * A turn whose computations have names: an exit is where a variable is bound. Operands are
   * evaluated in the order they were.
   */
  Expr named(Expr expr) {
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

  private Expr naming(Expr value, Function<Expr, Expr> then) {
    return value instanceof PrimOp(var primitive, var arguments, var site, var line)
        ? operands(arguments, named -> then.apply(new PrimOp(primitive, named, site, line)))
        : then.apply(value);
  }

  /** Binds the operands up to the last one that computes a number. */
  private Expr operands(List<Expr> operands, Function<List<Expr>, Expr> then) {
    int last = operands.size() - 1;
    while (last >= 0 && !isComputed(operands.get(last))) {
      last--;
    }
    return operands(operands, 0, last, new ArrayList<>(), then);
  }

  /** Whether an operand is a computation, or has one among its own. */
  private boolean isComputed(Expr expr) {
    return expr instanceof PrimOp op
        && (computes(op)
            || looks && op.primitive().look() != null
            || op.arguments().stream().anyMatch(this::isComputed));
  }

  private Expr operands(
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

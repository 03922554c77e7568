package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
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

/**
 * Gives an innermost loop copies that hold its numbers unboxed. A parameter whose type is not known
 * but which is computed with is tested where the loop is entered; while all are longs (or doubles)
 * the turns run in the copy, and the value for the next turn is computed without a box. When one
 * turns out otherwise (a sum past 64 bits, a float) everything is boxed and the loop goes on at its
 * old head, which tests again.
 *
 * <pre>
 *   loop self(N, Acc) = ...                      loop self(N, Acc) =
 *                                                  loop long(n:long, acc:long) = ...
 *                                        =>          if unboxed n - 1 then if unboxed acc + n then jump long ...
 *                                                    else jump self(boxed)
 *                                                  in if both are longs jump long(n, acc) else ...
 * </pre>
 *
 * Runs behind metering, so that a turn costs the same whichever copy it runs in.
 */
public final class Specialise implements Pass {
  /**
   * Loops with larger bodies are left as they are: three copies of them cost more than boxes do.
   */
  private static final int LARGEST = 1600;

  /** What follows a number is not doubled when it is larger than this. */
  private static final int LARGEST_REST = 200;

  @Override
  public String name() {
    return "specialise";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(function.withBody(visit(function.body())));
    }
    return module.withFunctions(functions);
  }

  private static Expr visit(Expr expr) {
    Expr inner = Exprs.mapChildren(expr, Specialise::visit);
    return inner instanceof Join join
            && join.loop()
            && !hasLoop(join.target())
            && CodeSize.of(join.target()) <= LARGEST
        ? specialise(join)
        : inner;
  }

  private static boolean hasLoop(Expr expr) {
    if (expr instanceof Join join && join.loop()) {
      return true;
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || hasLoop(child));
    return found[0];
  }

  private static Expr specialise(Join loop) {
    List<Variable> parameters = loop.label().parameters();
    boolean longs = false;
    boolean doubles = false;
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Variable parameter = parameters.get(i);
      if (parameter.type() == Type.TERM && changes(loop.target(), loop.label(), i)) {
        boolean asLong = computed(loop.target(), parameter, Type.LONG);
        boolean asDouble = computed(loop.target(), parameter, Type.DOUBLE);
        if (asLong || asDouble) {
          candidates.add(i);
          longs |= asLong;
          doubles |= asDouble;
        }
      }
    }
    if (candidates.isEmpty()) {
      return loop;
    }
    Expr target = loop.target();
    if (doubles) {
      List<Type> types = new ArrayList<>();
      Map<Variable, Expr> values = new IdentityHashMap<>();
      definitions(loop.target(), values);
      for (int i : candidates) {
        types.add(staysDouble(loop.target(), loop.label(), i, values) ? Type.DOUBLE : Type.LONG);
      }
      if (types.contains(Type.DOUBLE)) {
        target = version(loop, candidates, types, target);
      }
    }
    if (longs) {
      target = version(loop, candidates, Collections.nCopies(candidates.size(), Type.LONG), target);
    }
    return new Join(loop.label(), true, target, loop.body());
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
          || op.arguments().stream().noneMatch(Specialise::isLong)
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

  /** The loop's head with one more copy of the loop, tried before {@code otherwise}. */
  private static Expr version(
      Join loop, List<Integer> candidates, List<Type> types, Expr otherwise) {
    Substitution substitution = new Substitution();
    List<Variable> parameters = new ArrayList<>();
    List<Expr> entry = new ArrayList<>();
    Expr allFit = null;
    List<Variable> old = loop.label().parameters();
    for (int i = 0; i < old.size(); i++) {
      int candidate = candidates.indexOf(i);
      if (candidate < 0) {
        parameters.add(substitution.fresh(old.get(i)));
        entry.add(new Ref(old.get(i)));
        continue;
      }
      Type type = types.get(candidate);
      Variable typed = new Variable(old.get(i).name(), type);
      substitution.replace(old.get(i), new Ref(typed));
      parameters.add(typed);
      boolean isLong = type == Type.LONG;
      Expr test =
          CorePrimitives.op(
              isLong ? CorePrimitives.IS_LONG : CorePrimitives.IS_DOUBLE, new Ref(old.get(i)));
      entry.add(
          CorePrimitives.op(
              isLong ? CorePrimitives.UNBOX_LONG : CorePrimitives.UNBOX_DOUBLE,
              new Ref(old.get(i))));
      allFit = allFit == null ? test : new If(allFit, test, new Const(false));
    }
    Label label = new Label(types.contains(Type.DOUBLE) ? "doubles" : "longs", parameters);
    Expr copy = substitution.apply(loop.target());
    Types.infer(copy);
    Map<Integer, Type> wanted = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      wanted.put(candidates.get(i), types.get(i));
    }
    copy = unboxed(copy, loop.label(), wanted);
    Expr turns = redirect(copy, loop.label(), label);
    return new Join(
        label,
        true,
        turns,
        new If(allFit == null ? new Const(true) : allFit, new Jump(label, entry), otherwise));
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
      case Seq(var first, var second) -> new Seq(first, unboxed(second, label, wanted));
      case Charge(var reductions, var body) -> new Charge(reductions, unboxed(body, label, wanted));
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
      return new Jump(to, done);
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

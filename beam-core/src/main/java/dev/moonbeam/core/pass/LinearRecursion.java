package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Levels;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a function that calls itself at most once on each way through it, and goes on with the
 * result, two loops for when it gets deep. The first goes down and notes, for each call, the
 * variables that what follows it uses ({@link Levels}); the second comes back. So recursion as deep
 * as a list is long leaves no frames for each collection to walk, and runs in code that HotSpot
 * compiles as it does any loop.
 *
 * <pre>
 *   sum(L) =                               sum(L) =
 *     if is_nil(L) then 0                    if is_nil(L) then 0
 *     else head(L) + sum(tail(L))            else let T = tail(L)
 *                                              let result = if deep() then sum-rest(T) else sum(T)
 *                                              head(L) + result
 *
 *                                    =>    sum-rest(L) =
 *                                            let levels = levels()
 *                                            loop up(value) =
 *                                              if no_levels(levels) then value
 *                                              else jump up(pop(levels) + value)
 *                                            in
 *                                            loop down(L) =
 *                                              if is_nil(L) then jump up(0)
 *                                              else do push(levels, head(L)); jump down(tail(L))
 *                                            in jump down(L)
 * </pre>
 *
 * Only for languages that ask for it ({@link CoreModule#FRAMELESS_RECURSION}). How deep the stack
 * is must not show: what happens is the same either way, in the same order, and so are the stack
 * traces of what is raised, for {@code levels} says from which lines the turns were called. This
 * runs behind metering, and no turn of its loops is charged, so neither does it show in the count
 * of reductions: what a call costs is charged before it, as ever. The limit of depth holds, too.
 */
final class LinearRecursion implements Pass {
  /** What is larger is not written twice. */
  private static final int LARGEST = 1600;

  private static final Primitive DEEP =
      CorePrimitives.method(
          "deep", false, false, true, StaticMethod.of(Levels.class, "areDue"), Type.BOOL);

  private static final Primitive LEVELS = primitive("levels", "make", Type.TERM, 2, Type.LONG);
  private static final Primitive EMPTY = primitive("no_levels", "isEmpty", Type.BOOL, 1, Type.TERM);
  private static final Primitive POP = primitive("pop", "pop", Type.TERM, 1, Type.TERM);
  private static final Primitive HISTORY = primitive("history", "history", Type.LONG, 1, Type.TERM);

  /** By the number of values; they charge what they allocate. */
  private static final List<Primitive> PUSH =
      IntStream.rangeClosed(1, Levels.WIDEST)
          .mapToObj(
              width ->
                  CorePrimitives.method(
                      "push",
                      false,
                      true,
                      true,
                      StaticMethod.of(Levels.class, "push" + width),
                      Type.TERM,
                      Collections.nCopies(width + 1, Type.TERM).toArray(Type[]::new)))
          .toList();

  private static Primitive primitive(
      String name, String method, Type result, int arity, Type parameter) {
    return CorePrimitives.method(
        name,
        false,
        false,
        false,
        StaticMethod.of(Levels.class, method),
        result,
        Collections.nCopies(arity, parameter).toArray(Type[]::new));
  }

  @Override
  public String name() {
    return "recursion";
  }

  @Override
  public CoreModule run(CoreModule module) {
    if (!module.attributes().containsKey(CoreModule.FRAMELESS_RECURSION)) {
      return module;
    }
    RestFunctions rests = new RestFunctions(module);
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      Rest rest = Rest.of(function);
      if (rest == null) {
        functions.add(function);
      } else {
        FunctionName name = rests.name(function, function.allParameters().size());
        functions.add(function.withBody(rest.unlessDeep(name)));
        functions.add(rest.rest(name));
      }
    }
    return functions.size() == module.functions().size() ? module : module.withFunctions(functions);
  }

  /** Thrown, and caught, within this class: the recursion is not of the kind that is meant here. */
  private static final class OtherRecursion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherRecursion() {
      super(null, null, false, false);
    }
  }

  /** The two loops of one function. */
  private static final class Rest {
    /**
     * A call, and what is done with its result.
     *
     * @param noted the variables of its level that {@code rest} uses
     */
    private record Site(int line, Variable result, Expr rest, List<Variable> noted) {}

    private record Binding(Variable variable, Expr value) {}

    /** A call that is an operand, what is evaluated before it, and what of its result. */
    private record Place(List<Binding> before, Call call, Variable result, Expr after) {}

    private final FunctionDef function;

    private final List<Variable> parameters = new ArrayList<>();
    private final List<Integer> changing = new ArrayList<>();
    private final Label down;
    private final Label up = new Label("up", List.of(new Variable("value")));
    private final Variable levels = new Variable("levels");
    private final List<Site> sites = new ArrayList<>();

    /** The join points around what is being visited, innermost first. */
    private final Deque<Join> around = new ArrayDeque<>();

    private final Expr turn;

    /** How many values a level notes; not known yet while the calls are looked for. */
    private int width = 1;

    /** Whether the first of them says which call it is. */
    private boolean numbered;

    /** Null where the function is not of that kind. */
    static @Nullable Rest of(FunctionDef function) {
      if (function.rest() != null) {
        return null;
      }
      List<Call> calls = new ArrayList<>();
      calls(function.body(), function, calls);
      if (calls.isEmpty() || CodeSize.of(function.body()) > LARGEST) {
        return null;
      }
      try {
        return new Rest(function, calls);
      } catch (OtherRecursion e) {
        return null;
      }
    }

    private static void calls(Expr expr, FunctionDef function, List<Call> into) {
      if (RestFunctions.isCall(expr, function)) {
        into.add((Call) expr);
      }
      Exprs.forEachChild(expr, child -> calls(child, function, into));
    }

    private Rest(FunctionDef function, List<Call> calls) {
      this.function = function;
      Tails.forEach(function.body(), end -> require(!(end instanceof Values)));
      List<Variable> declared = function.allParameters();
      Substitution substitution = new Substitution();
      List<Variable> turning = new ArrayList<>();
      for (int i = 0; i < declared.size(); i++) {
        Variable parameter = declared.get(i);
        Variable own = new Variable(parameter.name(), parameter.type());
        parameters.add(own);
        int index = i;
        if (calls.stream()
            .allMatch(c -> c.arguments().get(index) instanceof Ref(var v) && v == parameter)) {
          substitution.replace(parameter, new Ref(own));
        } else {
          changing.add(i);
          turning.add(substitution.fresh(parameter));
        }
      }
      down = new Label("down", turning);
      Expr body = substitution.apply(function.body());
      down(body);
      require(sites.size() <= Raise.Turns.MOST_CALLS);
      numbered = sites.size() > 1;
      int most = sites.stream().mapToInt(site -> site.noted().size()).max().orElseThrow();
      width = Math.max(1, numbered ? most + 1 : most);
      require(width <= Levels.WIDEST);
      sites.clear();
      turn = down(body);
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new OtherRecursion();
      }
    }

    private boolean callsItself(Expr expr) {
      boolean[] found = {RestFunctions.isCall(expr, function)};
      Exprs.forEachChild(expr, child -> found[0] = found[0] || callsItself(child));
      return found[0];
    }

    private interface Context {
      Expr with(Expr value);
    }

    /** What becomes of a call and of what is done with its result. */
    private interface Turn {
      Expr of(Place place, Context context);
    }

    /** What stands in tail position, with its calls and all that gives a result replaced. */
    private Expr map(Expr expr, Turn turn, UnaryOperator<Expr> end) {
      return switch (expr) {
        case Let(var variable, var value, var body) ->
            callsItself(value)
                ? turn.of(place(value), v -> new Let(variable, v, body))
                : new Let(variable, value, map(body, turn, end));
        case Seq(var first, var second) ->
            callsItself(first)
                ? turn.of(place(first), v -> new Seq(v, second))
                : new Seq(first, map(second, turn, end));
        case If(var condition, var then, var otherwise) ->
            callsItself(condition)
                ? turn.of(place(condition), v -> new If(v, then, otherwise))
                : new If(condition, map(then, turn, end), map(otherwise, turn, end));
        case Switch(var scrutinee, var arms, var otherwise) -> {
          if (callsItself(scrutinee)) {
            yield turn.of(place(scrutinee), v -> new Switch(v, arms, otherwise));
          }
          List<Arm> mapped = new ArrayList<>();
          arms.forEach(arm -> mapped.add(new Arm(arm.literal(), map(arm.body(), turn, end))));
          yield new Switch(scrutinee, mapped, map(otherwise, turn, end));
        }
        case Charge(var reductions, var body) -> new Charge(reductions, map(body, turn, end));
        case Join(var label, var loop, var target, var body) -> {
          Join join = (Join) expr;
          Expr to = loop ? within(join, target, turn, end) : map(target, turn, end);
          yield new Join(label, loop, to, within(join, body, turn, end));
        }
        case Try(var body, var result, var of, var raised, var handler, var trace, var line) -> {
          require(!callsItself(body));
          yield new Try(
              body, result, map(of, turn, end), raised, map(handler, turn, end), trace, line);
        }
        default -> callsItself(expr) ? turn.of(place(expr), v -> v) : end.apply(expr);
      };
    }

    private Expr within(Join join, Expr part, Turn turn, UnaryOperator<Expr> end) {
      around.push(join);
      Expr result = map(part, turn, end);
      around.pop();
      return result;
    }

    // The first loop

    private Expr down(Expr body) {
      return map(body, this::turn, this::result);
    }

    private List<Expr> arguments(Call call) {
      return changing.stream().map(call.arguments()::get).toList();
    }

    private Expr result(Expr end) {
      return RestFunctions.neverComesBack(end)
          ? end
          : new Jump(up, List.of(RestFunctions.value(end)));
    }

    /** Notes what is to be done with the result of the call and takes the next turn. */
    private Expr turn(Place place, Context context) {
      Site site = site(place, closed(context.with(place.after())));
      List<Binding> before = new ArrayList<>(place.before());
      // A level is noted once nothing of its own can be raised before it makes its call.
      List<Expr> arguments = named(arguments(place.call()), before);
      List<Expr> noted = new ArrayList<>();
      noted.add(new Ref(levels));
      if (numbered) {
        noted.add(new Const((long) sites.size()));
      }
      site.noted().forEach(variable -> noted.add(new Ref(variable)));
      while (noted.size() <= width) {
        noted.add(Expr.NIL);
      }
      sites.add(site);
      Primitive push = PUSH.get(width - 1);
      Expr result =
          new Seq(
              new PrimOp(push, noted.subList(0, width + 1), null, 0), new Jump(down, arguments));
      return bound(before, result);
    }

    private static Expr bound(List<Binding> bindings, Expr body) {
      Expr result = body;
      for (Binding binding : bindings.reversed()) {
        result = new Let(binding.variable(), binding.value(), result);
      }
      return result;
    }

    /** Where the call is in an expression whose operands are evaluated one after the other. */
    private Place place(Expr expr) {
      if (RestFunctions.isCall(expr, function)) {
        Call call = (Call) expr;
        call.arguments().forEach(argument -> require(!callsItself(argument)));
        Variable result = new Variable("result");
        return new Place(List.of(), call, result, new Ref(result));
      }
      require(
          expr instanceof PrimOp
              || expr instanceof Call
              || expr instanceof RemoteCall
              || expr instanceof Apply
              || expr instanceof Allocating);
      List<Binding> before = new ArrayList<>();
      Place[] found = {null};
      Expr after =
          Exprs.mapChildren(
              expr,
              operand -> {
                if (found[0] != null) {
                  return operand;
                }
                if (!callsItself(operand)) {
                  return named(operand, before);
                }
                found[0] = place(operand);
                before.addAll(found[0].before());
                return found[0].after();
              });
      return new Place(before, found[0].call(), found[0].result(), after);
    }

    /** An operand that keeps its value: bound to a variable unless it is one. */
    private static Expr named(Expr operand, List<Binding> before) {
      if (operand instanceof Const || operand instanceof Ref) {
        return operand;
      }
      Type type = Typing.typeOf(operand);
      require(type == Type.TERM || type == Type.LONG || type == Type.DOUBLE);
      Variable variable = new Variable("operand");
      before.add(new Binding(variable, operand));
      return new Ref(variable);
    }

    private static List<Expr> named(List<Expr> operands, List<Binding> before) {
      List<Expr> named = new ArrayList<>();
      operands.forEach(operand -> named.add(named(operand, before)));
      return named;
    }

    /** With the join points that it leads to: what is done once the loop has been left. */
    private Expr closed(Expr rest) {
      Expr closed = rest;
      for (Join join : around) {
        if (FreeVariables.of(closed).labels().contains(join.label())) {
          require(!join.loop());
          closed = new Join(join.label(), false, join.target(), closed);
        }
      }
      require(!callsItself(closed));
      return closed;
    }

    private Site site(Place place, Expr rest) {
      List<Variable> noted = new ArrayList<>(FreeVariables.of(rest).variables());
      noted.remove(place.result());
      noted.removeAll(parameters);
      noted.forEach(variable -> require(variable.type() != Type.VALUES));
      return new Site(place.call().line(), place.result(), rest, noted);
    }

    // The second loop

    private Expr comeBack() {
      Variable value = up.parameters().getFirst();
      List<Variable> noted = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        noted.add(new Variable("noted"));
      }
      Expr rest = after(sites.getLast(), noted);
      if (numbered) {
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i < sites.size() - 1; i++) {
          arms.add(new Arm((long) i, after(sites.get(i), noted)));
        }
        rest = new Switch(new Ref(noted.getFirst()), arms, rest);
      }
      for (Variable variable : noted) {
        rest = new Let(variable, CorePrimitives.op(POP, new Ref(levels)), rest);
      }
      return new If(CorePrimitives.op(EMPTY, new Ref(levels)), new Ref(value), rest);
    }

    private Expr after(Site site, List<Variable> noted) {
      Substitution substitution = new Substitution();
      substitution.replace(site.result(), new Ref(up.parameters().getFirst()));
      int first = numbered ? 1 : 0;
      List<Binding> unboxed = new ArrayList<>();
      for (int i = 0; i < site.noted().size(); i++) {
        Variable variable = site.noted().get(i);
        Ref value = new Ref(noted.get(first + i));
        if (variable.type() == Type.TERM) {
          substitution.replace(variable, value);
        } else {
          unboxed.add(new Binding(substitution.fresh(variable), value));
        }
      }
      return bound(unboxed, Tails.map(substitution.apply(site.rest()), this::result));
    }

    // The functions

    /** The function's own body, which looks at each call how deep the stack is. */
    Expr unlessDeep(FunctionName rest) {
      return map(
          function.body(),
          (place, context) -> {
            List<Binding> before = new ArrayList<>(place.before());
            Call call = place.call();
            List<Expr> arguments = named(call.arguments(), before);
            Expr result =
                new If(
                    CorePrimitives.op(DEEP),
                    new Call(rest, arguments, null, call.line()),
                    new Call(call.function(), arguments, null, call.line()));
            before.add(new Binding(place.result(), result));
            return bound(before, context.with(place.after()));
          },
          end -> end);
    }

    /** The function for all levels from then on. */
    FunctionDef rest(FunctionName name) {
      List<Long> lines = sites.stream().map(site -> (long) site.line()).toList();
      Tuple calls = RestFunctions.calls(name, lines);
      List<Expr> initial = changing.stream().map(i -> (Expr) new Ref(parameters.get(i))).toList();
      Expr goDown = new Join(down, true, unrolled(calls, turn), new Jump(down, initial));
      Expr loops = new Join(up, true, unrolled(calls, comeBack()), goDown);
      Expr make =
          CorePrimitives.op(LEVELS, new Const((long) width), new Const((long) sites.size()));
      FunctionDef rest =
          new FunctionDef(
              name,
              List.of(),
              parameters,
              null,
              true,
              new Let(levels, make, loops),
              function.displayName(),
              function.line());
      Types.infer(rest);
      return rest;
    }

    private Expr unrolled(Tuple calls, Expr body) {
      return new Unrolled(CorePrimitives.op(HISTORY, new Ref(levels)), calls, body);
    }
  }
}

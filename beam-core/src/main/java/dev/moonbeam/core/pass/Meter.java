package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts metering in: one reduction for each call and each turn of a loop, what a primitive says it
 * costs, and the bytes of what is allocated in line.
 *
 * <p>A call of a function of the module is paid for by the caller; a function value pays for itself
 * in the small methods around it, a remote call where it is linked. So a function that calls
 * nothing pays nothing, and a caller pays for many calls at once: what must happen on every way
 * from here on is charged here, before it happens. Only what raises on the way has paid for more
 * than it did. What a join point costs is paid by those who jump to it. A tail call is charged by
 * itself: code generation makes one test of that and of the room left. The first turn of a loop
 * that is a function's whole body is the function's entry, so a call costs the same whether it is
 * made or became a jump.
 *
 * <pre>
 *   if n < 2 then n                       if n < 2 then n
 *   else fib(n - 1) + fib(n - 2)     =>   else charge 2; fib(n - 1) + fib(n - 2)
 * </pre>
 */
final class Meter implements Pass {
  @Override
  public String name() {
    return "meter";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(function.withBody(new Body(function.body()).metered()));
    }
    return module.withFunctions(functions);
  }

  /** The metering of one function. */
  private static final class Body {
    private final Expr body;
    private final Set<Call> tailCalls = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a jump to a label has to pay. */
    private final Map<Label, Integer> tolls = new HashMap<>();

    /** What every turn of a loop pays beside the turn itself, once it is known. */
    private final Map<Label, Integer> turns = new HashMap<>();

    /** Labels that control does not come back from: what they lead to raises. */
    private final Set<Label> fatal = new HashSet<>();

    /** What is to be paid in front of the expression that is being visited. */
    private int due;

    /** Whether its value never comes. */
    private boolean raises;

    /** Whether this visit is only to find out what the turns of loops cost. */
    private boolean looking;

    Body(Expr body) {
      this.body = body;
      Tails.forEach(
          body,
          tail -> {
            if (tail instanceof Call call) {
              tailCalls.add(call);
            }
          });
    }

    Expr metered() {
      return alone(body);
    }

    /** An expression that pays for itself, right in front. */
    private Expr alone(Expr expr) {
      int outer = due;
      boolean outerRaises = raises;
      due = 0;
      Expr visited = visit(expr);
      Expr paid = charge(due, visited);
      due = outer;
      raises = outerRaises;
      return paid;
    }

    private static Expr charge(int reductions, Expr expr) {
      return reductions == 0 ? expr : new Charge(reductions, expr);
    }

    /** The expression metered inside; adds to {@link #due} what is left to be paid before it. */
    private Expr visit(Expr expr) {
      return switch (expr) {
        case If(var condition, var then, var otherwise) -> {
          Expr test = visit(condition);
          List<Expr> arms = arms(List.of(then, otherwise));
          yield new If(test, arms.getFirst(), arms.getLast());
        }
        case Switch(var scrutinee, var arms, var otherwise) -> {
          Expr value = visit(scrutinee);
          List<Expr> bodies = new ArrayList<>(arms.stream().map(Arm::body).toList());
          bodies.add(otherwise);
          bodies = arms(bodies);
          List<Arm> visited = new ArrayList<>(arms.size());
          for (int i = 0; i < arms.size(); i++) {
            visited.add(new Arm(arms.get(i).literal(), bodies.get(i)));
          }
          yield new Switch(value, visited, bodies.getLast());
        }
        case Join join -> join.loop() ? loop(join) : join(join);
        case Jump(var label, _) -> {
          Expr visited = Exprs.mapChildren(expr, this::visit);
          due += tolls.getOrDefault(label, 0);
          raises |= fatal.contains(label);
          yield visited;
        }
        case Try(var tried, var result, var of, var raised, var handler, var trace, var line) ->
            new Try(visit(tried), result, alone(of), raised, alone(handler), trace, line);
        case Call call -> {
          Expr visited = Exprs.mapChildren(expr, this::visit);
          if (tailCalls.contains(call)) {
            yield new Charge(1, visited);
          }
          due++;
          yield visited;
        }
        case PrimOp op -> {
          Expr visited = Exprs.mapChildren(op, this::visit);
          due += op.primitive().reductions();
          raises |= !op.primitive().returns();
          yield op.primitive().bytes() > 0
              ? new Allocating(op.primitive().bytes(), visited)
              : visited;
        }
        case MakeFun fun when !fun.captured().isEmpty() ->
            new Allocating(16 + 4 * fun.captured().size(), Exprs.mapChildren(fun, this::visit));
        default -> Exprs.mapChildren(expr, this::visit);
      };
    }

    /** What all ways have in common is left to be paid before; the rest is paid in each. */
    private List<Expr> arms(List<Expr> arms) {
      int outer = due;
      boolean outerRaises = raises;
      List<Expr> visited = new ArrayList<>(arms.size());
      int[] costs = new int[arms.size()];
      int least = Integer.MAX_VALUE;
      int leastRaising = Integer.MAX_VALUE;
      for (int i = 0; i < costs.length; i++) {
        due = 0;
        raises = false;
        visited.add(visit(arms.get(i)));
        costs[i] = due;
        if (raises) {
          leastRaising = Math.min(leastRaising, due);
        } else {
          least = Math.min(least, due);
        }
      }
      // A way that ends in an error may have paid too much.
      boolean allRaise = least == Integer.MAX_VALUE;
      int common = allRaise ? leastRaising : least;
      for (int i = 0; i < costs.length; i++) {
        visited.set(i, charge(Math.max(0, costs[i] - common), visited.get(i)));
      }
      due = outer + common;
      raises = outerRaises || allRaise;
      return visited;
    }

    private Expr join(Join join) {
      int outer = due;
      boolean outerRaises = raises;
      due = 0;
      raises = false;
      Expr target = visit(join.target());
      tolls.put(join.label(), due);
      if (raises) {
        fatal.add(join.label());
      }
      due = outer;
      raises = outerRaises;
      return new Join(join.label(), false, target, visit(join.body()));
    }

    private Expr loop(Join loop) {
      Label label = loop.label();
      int outer = due;
      boolean outerRaises = raises;
      // A look at an outermost loop finds out about all the loops in it: every one is visited
      // twice.
      if (!turns.containsKey(label)) {
        boolean outerLooking = looking;
        looking = true;
        tolls.put(label, 0);
        due = 0;
        visit(loop.target());
        turns.put(label, due);
        looking = outerLooking;
      }
      int known = turns.get(label);
      Expr target = loop.target();
      if (!looking) {
        tolls.put(label, 1 + known);
        due = 0;
        // Jumps out of the loop may have come to pay more since.
        target = visit(target);
        target = charge(due - known, target);
      }
      tolls.put(label, loop == body && loop.body() instanceof Jump ? known : 1 + known);
      due = outer;
      raises = outerRaises;
      return new Join(label, true, target, visit(loop.body()));
    }
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lifts out of operand position what needs an empty JVM operand stack (a try: its handler starts
 * with an empty one; a loop: HotSpot replaces only frames with an empty one), and cuts operands
 * that nest deeply. What stands before a lifted operand is lifted too, so the order of evaluation
 * stays.
 */
final class Normalize implements Pass {
  /**
   * Operands nested deeper than this are computed into variables: each level may hold the operand
   * stack.
   */
  private static final int DEPTH = 24;

  @Override
  public String name() {
    return "normalize";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(function.withBody(new Body().visit(function.body())));
    }
    return module.withFunctions(functions);
  }

  /** One function. {@link #visit} leaves what it learnt of its result in the two fields. */
  private static final class Body {
    /** Whether the expression just visited holds something that needs an empty operand stack. */
    private boolean control;

    /** How deep its operands nest. */
    private int depth;

    Expr visit(Expr expr) {
      switch (expr) {
        case Const _, Ref _ -> {
          control = false;
          depth = 0;
          return expr;
        }
        case PrimOp(var primitive, var arguments, var site, var line) -> {
          return operands(expr, arguments, a -> new PrimOp(primitive, a, site, line));
        }
        case Call(var function, var arguments, var rest, var line) -> {
          return withRest(expr, arguments, rest, (a, r) -> new Call(function, a, r, line));
        }
        case RemoteCall(var module, var function, var arguments, var line) -> {
          List<Expr> all = new ArrayList<>(arguments);
          all.addFirst(function);
          all.addFirst(module);
          return operands(
              expr,
              all,
              a -> new RemoteCall(a.get(0), a.get(1), List.copyOf(a.subList(2, a.size())), line));
        }
        case Apply(var function, var arguments, var rest, var protocol, var site, var line) -> {
          List<Expr> all = new ArrayList<>(arguments);
          all.addFirst(function);
          return withRest(
              expr,
              all,
              rest,
              (a, r) ->
                  new Apply(
                      a.getFirst(), List.copyOf(a.subList(1, a.size())), r, protocol, site, line));
        }
        case MakeFun(var function, var captured) -> {
          return operands(expr, captured, a -> new MakeFun(function, a));
        }
        case Values(var first, var rest) -> {
          return withRest(expr, first, rest, Values::new);
        }
        case Jump(var label, var arguments) -> {
          return operands(expr, arguments, a -> new Jump(label, a));
        }
        case Nth(var values, var index) -> {
          return operands(expr, List.of(values), a -> new Nth(a.getFirst(), index));
        }
        case AllResults(var call) -> {
          // The call itself must stay: what is lifted out of its operands goes around both.
          return around(visit(call), AllResults::new);
        }
        case Allocating(var bytes, var value) -> {
          return around(visit(value), v -> new Allocating(bytes, v));
        }
        case Switch(var scrutinee, var arms, var otherwise) -> {
          Expr s = visit(scrutinee);
          List<Arm> visited = new ArrayList<>(arms.size());
          boolean any = control;
          for (Arm arm : arms) {
            visited.add(new Arm(arm.literal(), visit(arm.body())));
            any |= control;
          }
          Expr o = visit(otherwise);
          control |= any;
          depth = 1;
          return s instanceof Ref || s instanceof Const
              ? new Switch(s, visited, o)
              : lift(s, t -> new Switch(t, visited, o));
        }
        default -> {
          boolean[] any = {
            expr instanceof Try
                || expr instanceof Join join && join.loop()
                || expr instanceof Receive
          };
          Expr result =
              Exprs.mapChildren(
                  expr,
                  child -> {
                    Expr c = visit(child);
                    any[0] |= control;
                    return c;
                  });
          control = any[0];
          depth = 1;
          return result;
        }
      }
    }

    /** Rebuilds around an operand that may have become a chain of lets. */
    private Expr around(Expr inner, Function<Expr, Expr> rebuild) {
      List<Let> lets = new ArrayList<>();
      Expr core = inner;
      while (core instanceof Let let) {
        lets.add(let);
        core = let.body();
      }
      Expr result = rebuild.apply(core);
      for (int i = lets.size() - 1; i >= 0; i--) {
        result = new Let(lets.get(i).variable(), lets.get(i).value(), result);
      }
      return result;
    }

    private interface Rebuild {
      Expr with(List<Expr> operands, @org.jspecify.annotations.Nullable Expr rest);
    }

    private Expr withRest(
        Expr whole,
        List<Expr> arguments,
        @org.jspecify.annotations.Nullable Expr rest,
        Rebuild rebuild) {
      if (rest == null) {
        return operands(whole, arguments, a -> rebuild.with(a, null));
      }
      List<Expr> all = new ArrayList<>(arguments);
      all.add(rest);
      return operands(
          whole, all, a -> rebuild.with(List.copyOf(a.subList(0, a.size() - 1)), a.getLast()));
    }

    private Expr operands(Expr whole, List<Expr> operands, Function<List<Expr>, Expr> rebuild) {
      List<Expr> visited = new ArrayList<>(operands.size());
      boolean same = true;
      boolean any = false;
      int last = -1;
      int deepest = 0;
      for (int i = 0; i < operands.size(); i++) {
        Expr v = visit(operands.get(i));
        same &= v == operands.get(i);
        visited.add(v);
        if (control || depth >= DEPTH) {
          last = i;
          any |= control;
        } else {
          deepest = Math.max(deepest, depth);
        }
      }
      if (last < 0) {
        control = false;
        depth = deepest + 1;
        return same ? whole : rebuild.apply(visited);
      }
      List<Let> lifted = new ArrayList<>();
      for (int i = 0; i <= last; i++) {
        Expr operand = visited.get(i);
        if (!(operand instanceof Const) && !(operand instanceof Ref)) {
          Variable variable = temporary(operand);
          lifted.add(new Let(variable, operand, Expr.NIL));
          visited.set(i, new Ref(variable));
        }
      }
      Expr result = rebuild.apply(visited);
      for (int i = lifted.size() - 1; i >= 0; i--) {
        result = new Let(lifted.get(i).variable(), lifted.get(i).value(), result);
      }
      control = any;
      depth = deepest + 1;
      return result;
    }

    private static Expr lift(Expr operand, Function<Expr, Expr> rebuild) {
      Variable variable = temporary(operand);
      return new Let(variable, operand, rebuild.apply(new Ref(variable)));
    }

    private static Variable temporary(Expr operand) {
      Type type = Typing.typeOf(operand);
      return new Variable("t", type == Type.VALUES || type == Type.BOOL ? type : Type.TERM);
    }
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Raise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a loop of a function that builds a list by calling itself for the rest of it. Such a call
 * is the last thing but for the list cell that its result goes into, so the cell is made before and
 * handed on: a second function, cut out of the first, puts its result there, and what it calls
 * itself for is another turn of its loop.
 *
 * <pre>
 *   map(F, L) =                            map(F, L) =
 *     if is_nil(L) then []                   if is_nil(L) then []
 *     else                                   else
 *       cons(F(head(L)),                       let cell = cell(F(head(L)))
 *            map(F, tail(L)))        =>        do map-rest(F, tail(L), cell); cell
 *
 *                                          map-rest(F, L, before) =
 *                                            loop rest(F, L, before, history = 0) =
 *                                              unrolled history
 *                                              if is_nil(L) then link(before, [])
 *                                              else
 *                                                let cell = cell(F(head(L)))
 *                                                do link(before, cell)
 *                                                jump rest(F, tail(L), cell, history * 16 + 1)
 * </pre>
 *
 * A cell is seen by nobody else before the list is complete. The order of evaluation and what is
 * charged stay as they are, and so do stack traces of what is raised: {@code history} says from
 * which lines the turns were called.
 */
final class ListTails implements Pass {
  /** What is larger is not written twice. */
  private static final int LARGEST = 1600;

  /** Cells before the call, as in {@code [A, B | f(T)]}. */
  private static final int MOST_CELLS = 8;

  @Override
  public String name() {
    return "listtails";
  }

  @Override
  public CoreModule run(CoreModule module) {
    RestFunctions rests = new RestFunctions(module);
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      if (buildsList(function)) {
        FunctionName rest = rests.name(function, function.allParameters().size() + 1);
        functions.add(function.withBody(first(function, rest)));
        functions.add(rest(function, rest));
      } else {
        functions.add(function);
      }
    }
    return functions.size() == module.functions().size() ? module : module.withFunctions(functions);
  }

  private static boolean buildsList(FunctionDef function) {
    if (function.rest() != null || CodeSize.of(function.body()) > LARGEST) {
      return false;
    }
    boolean[] builds = {false};
    boolean[] single = {true};
    Tails.map(
        function.body(),
        end -> {
          builds[0] |= Cells.of(end, function) != null;
          single[0] &= !(end instanceof Values);
          return end;
        });
    return builds[0] && single[0];
  }

  /** The function's own body, which makes the first cell. */
  private static Expr first(FunctionDef function, FunctionName rest) {
    return Tails.map(
        function.body(),
        end -> {
          Cells cells = Cells.of(end, function);
          return cells == null
              ? end
              : cells.made((first, last) -> new Seq(cells.callOf(rest, last), first));
        });
  }

  /** The function that links what comes after a cell to it: a loop. */
  private static FunctionDef rest(FunctionDef function, FunctionName name) {
    Substitution substitution = new Substitution();
    List<Variable> parameters = new ArrayList<>();
    List<Variable> turning = new ArrayList<>();
    List<Expr> initial = new ArrayList<>();
    for (Variable parameter : function.allParameters()) {
      turning.add(substitution.fresh(parameter));
      parameters.add(new Variable(parameter.name(), parameter.type()));
    }
    Variable before = new Variable("before");
    turning.add(before);
    parameters.add(new Variable("before"));
    parameters.forEach(parameter -> initial.add(new Ref(parameter)));
    Variable history = new Variable("history", Type.LONG);
    turning.add(history);
    initial.add(new Const(0L));
    Label label = new Label("rest", turning);
    List<Long> lines = lines(function);
    Expr body =
        Tails.map(
            substitution.apply(function.body()),
            end -> {
              Cells cells = Cells.of(end, function);
              if (cells != null) {
                return cells.made(
                    (first, last) ->
                        new Seq(
                            link(new Ref(before), first),
                            turn(
                                label,
                                cells.call(),
                                last,
                                later(history, number(cells.call(), lines), lines.size()))));
              }
              if (RestFunctions.isCall(end, function)) {
                return turn(label, (Call) end, new Ref(before), new Ref(history));
              }
              return RestFunctions.neverComesBack(end)
                  ? end
                  : link(new Ref(before), RestFunctions.value(end));
            });
    Expr loop =
        new Join(
            label,
            true,
            new Unrolled(new Ref(history), RestFunctions.calls(name, lines), body),
            new Jump(label, initial));
    return new FunctionDef(
        name, List.of(), parameters, null, true, loop, function.displayName(), function.line());
  }

  /** The lines of the calls that become turns; of more than there are numbers, the first. */
  private static List<Long> lines(FunctionDef function) {
    Set<Long> lines = new LinkedHashSet<>();
    Tails.forEach(
        function.body(),
        end -> {
          Cells cells = Cells.of(end, function);
          if (cells != null) {
            lines.add((long) cells.call().line());
          }
        });
    return lines.stream().limit(Raise.Turns.MOST_CALLS).toList();
  }

  private static int number(Call call, List<Long> lines) {
    int index = lines.indexOf((long) call.line());
    return index < 0 ? lines.size() : index + 1;
  }

  private static Jump turn(Label label, Call call, Expr cell, Expr history) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.add(cell);
    arguments.add(history);
    return new Jump(label, arguments);
  }

  /**
   * The history with a call added, unless the latest is of the same line: a trace shows only one of
   * them.
   */
  private static Expr later(Variable history, int number, int numbers) {
    Expr added =
        CorePrimitives.op(
            CorePrimitives.LONG_ADD,
            CorePrimitives.op(
                CorePrimitives.LONG_MUL, new Ref(history), new Const(Raise.Turns.STEP)),
            new Const((long) number));
    Expr latest =
        CorePrimitives.op(
            CorePrimitives.LONG_AND, new Ref(history), new Const((long) Raise.Turns.MOST_CALLS));
    return numbers == 1
        ? new Const((long) number)
        : new If(
            CorePrimitives.op(CorePrimitives.LONG_EQ, latest, new Const((long) number)),
            new Ref(history),
            added);
  }

  private static Expr link(Expr cell, Expr tail) {
    return CorePrimitives.op(CorePrimitives.LINK, cell, tail);
  }

  /** {@code [Heads... | f(Arguments)]}, where f is the function that this stands in. */
  private record Cells(List<Expr> heads, Call call) {

    static @Nullable Cells of(Expr end, FunctionDef function) {
      List<Expr> heads = new ArrayList<>();
      Expr rest = end;
      while (rest instanceof PrimOp op
          && op.primitive() == CorePrimitives.CONS
          && heads.size() < MOST_CELLS) {
        heads.add(op.arguments().getFirst());
        rest = op.arguments().getLast();
      }
      return !heads.isEmpty()
              && rest instanceof Call call
              && call.function().equals(function.name())
          ? new Cells(heads, call)
          : null;
    }

    interface Body {
      Expr with(Expr first, Expr last);
    }

    /** The cells made and linked, the last one's tail still open, around what is done then. */
    Expr made(Body body) {
      List<Variable> cells = new ArrayList<>();
      for (int i = 0; i < heads.size(); i++) {
        cells.add(new Variable("cell"));
      }
      Expr result = body.with(new Ref(cells.getFirst()), new Ref(cells.getLast()));
      for (int i = heads.size() - 1; i >= 0; i--) {
        if (i > 0) {
          result = new Seq(link(new Ref(cells.get(i - 1)), new Ref(cells.get(i))), result);
        }
        Expr cell = CorePrimitives.op(CorePrimitives.CELL, heads.get(i));
        result = new Let(cells.get(i), cell, result);
      }
      return result;
    }

    Call callOf(FunctionName rest, Expr cell) {
      List<Expr> arguments = new ArrayList<>(call.arguments());
      arguments.add(cell);
      return new Call(rest, arguments, null, call.line());
    }
  }
}

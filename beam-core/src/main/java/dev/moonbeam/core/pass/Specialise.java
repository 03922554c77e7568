package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import java.util.ArrayList;
import java.util.List;

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
 * In a copy over floats the variables from around the loop that it computes with are tested at its
 * entry, too: tests that no turn changes make HotSpot double such a loop again and again, which
 * takes it most of a second, with the program interpreted meanwhile. Numbers of a single turn are
 * unboxed as far as {@link SideExits} go.
 *
 * <p>Runs behind metering, so that a turn costs the same whichever copy it runs in.
 */
final class Specialise implements Pass {
  private static final int LARGE_END = 1500;

  /** Whether the function that is visited is too large for one method whatever is done here. */
  private boolean cut;

  /** How much larger it may become otherwise. */
  private int room;

  @Override
  public String name() {
    return "specialise";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      cut = !Split.fits(function.body());
      Expr body = LoopEnds.moved(function.body(), this::isApart);
      room = Split.LARGEST - CodeSize.of(body);
      functions.add(function.withBody(visit(body)));
    }
    return module.withFunctions(functions);
  }

  private Expr visit(Expr expr) {
    Expr inner = Exprs.mapChildren(expr, this::visit);
    if (!(inner instanceof Join join) || !join.loop() || hasLoop(join.target())) {
      return inner;
    }
    Expr specialised = new LoopCopies(join, cut).specialised();
    int growth = CodeSize.of(specialised) - CodeSize.of(inner);
    if (!cut && growth > room) {
      return inner;
    }
    room -= growth;
    return specialised;
  }

  /**
   * Whether what follows a loop is better not copied with it: it would be no innermost one, or take
   * the room. Otherwise a copy's end knows its numbers.
   */
  private boolean isApart(Expr end) {
    return hasLoop(end) || cut && CodeSize.of(end) > LARGE_END;
  }

  private static boolean hasLoop(Expr expr) {
    if (expr instanceof Join join && join.loop()) {
      return true;
    }
    boolean[] found = {false};
    Exprs.forEachChild(expr, child -> found[0] = found[0] || hasLoop(child));
    return found[0];
  }
}

package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the lowering of one function stands: which locals are in scope (their values are kept in
 * {@link Local#current}), what must be closed on the way out, where break and goto lead.
 */
final class FunctionContext {
  final FunctionScope scope;

  /** The variadic arguments, of type VALUES; null for a function that takes none. */
  final @Nullable Variable rest;

  /** Locals declared so far whose block is open, in order. */
  private final List<Local> active = new ArrayList<>();

  private final Map<LabelScope, Goal> labels = new IdentityHashMap<>();

  @Nullable Closing closing;
  @Nullable Goal breaks;

  FunctionContext(FunctionScope scope, @Nullable Variable rest) {
    this.scope = scope;
    this.rest = rest;
  }

  /** A to-be-closed value that is open here, and those opened before it. */
  record Closing(Expr value, @Nullable Closing outer) {}

  /**
   * A place that can be jumped to.
   *
   * @param selector put before the other arguments when several places share one join point
   * @param carried whose values are its arguments
   * @param closing what is still open there
   */
  record Goal(
      Label label, @Nullable Long selector, List<Local> carried, @Nullable Closing closing) {
    /** The jump itself, from where nothing is open that is not open there. */
    Expr jump() {
      List<Expr> arguments = new ArrayList<>();
      if (selector != null) {
        arguments.add(new Expr.Const(selector));
      }
      for (Local each : carried) {
        // In a shared join point, a local of another place may not exist yet.
        arguments.add(each.current == null ? Expr.NIL : each.current);
      }
      return new Expr.Jump(label, arguments);
    }
  }

  void declare(Local local, Expr value) {
    local.current = value;
    active.add(local);
  }

  boolean isActive(Local local) {
    return active.contains(local);
  }

  int mark() {
    return active.size();
  }

  /** Locals declared since a mark. */
  List<Local> since(int mark) {
    return active.subList(mark, active.size());
  }

  /** How many of the locals declared before a mark are variables at run time. */
  int cells(int mark) {
    int count = 0;
    for (Local each : active.subList(0, mark)) {
      count += each.isCell() ? 1 : 0;
    }
    return count;
  }

  /** Ends the scope of locals declared since a mark. */
  void leave(int mark) {
    while (active.size() > mark) {
      active.removeLast().current = null;
    }
  }

  void goal(LabelScope label, Goal goal) {
    labels.put(label, goal);
  }

  Goal goal(LabelScope label) {
    Goal goal = labels.get(label);
    if (goal == null) {
      throw new IllegalStateException("goto a label that is not open: " + label.name);
    }
    return goal;
  }

  /** Everything that lowering changes, to come back to for another branch. */
  Snapshot snapshot() {
    Expr[] values = new Expr[active.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = active.get(i).current();
    }
    return new Snapshot(List.copyOf(active), values, closing, breaks);
  }

  void restore(Snapshot snapshot) {
    leave(0);
    for (int i = 0; i < snapshot.values.length; i++) {
      declare(snapshot.locals.get(i), snapshot.values[i]);
    }
    closing = snapshot.closing;
    breaks = snapshot.breaks;
  }

  /** See {@link #snapshot}. */
  static final class Snapshot {
    private final List<Local> locals;
    private final Expr[] values;
    private final @Nullable Closing closing;
    private final @Nullable Goal breaks;

    private Snapshot(
        List<Local> locals, Expr[] values, @Nullable Closing closing, @Nullable Goal breaks) {
      this.locals = locals;
      this.values = values;
      this.closing = closing;
      this.breaks = breaks;
    }
  }
}

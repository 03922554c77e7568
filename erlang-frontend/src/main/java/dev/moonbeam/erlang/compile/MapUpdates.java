package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the associations of {@code Map#{...}} are made, which shows when a key of
 * {@code :=} is missing. As {@code erlc} has it, neighbours whose keys are literals form a group: a
 * key stands in it once, with its last value; {@code =>} comes before {@code :=}, and each in the
 * order of the keys.
 */
final class MapUpdates {
  /** One association, made or updated. */
  record Update(boolean exact, Expr key, Expr value) {}

  private final List<Update> updates = new ArrayList<>();
  private final List<Update> group = new ArrayList<>();

  private MapUpdates() {}

  /**
   * @param values the map, then keys and values in turn
   */
  static List<Update> inOrder(List<Node.MapField> fields, List<Expr> values) {
    MapUpdates order = new MapUpdates();
    for (int i = 0; i < fields.size(); i++) {
      order.add(new Update(fields.get(i).exact(), values.get(2 * i + 1), values.get(2 * i + 2)));
    }
    order.endGroup();
    return order.updates;
  }

  private void add(Update update) {
    if (!(update.key() instanceof Expr.Const)) {
      endGroup();
      updates.add(update);
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      Update same = group.get(i);
      if (compare(same, update) == 0) {
        group.set(i, new Update(same.exact(), same.key(), update.value()));
        return;
      }
    }
    group.add(update);
  }

  private void endGroup() {
    group.sort(MapUpdates::compare);
    for (Update update : group) {
      if (!update.exact()) {
        updates.add(update);
      }
    }
    for (Update update : group) {
      if (update.exact()) {
        updates.add(update);
      }
    }
    group.clear();
  }

  /** By the order that keys have in a map: 1 and 1.0 are two. */
  private static int compare(Update left, Update right) {
    return TermOrder.compareExact(
        ((Expr.Const) left.key()).value(), ((Expr.Const) right.key()).value());
  }
}

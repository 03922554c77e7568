package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.FieldSite;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.syntax.LuaExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Table constructors (manual section 3.4.9). List items are stored fifty at a time, as in Lua, so
 * that a long constructor needs no more stack than that, and a keyed field among them is
 * overwritten in the same cases.
 */
final class LowerTable {
  private static final int BATCH = 50;

  private final FunctionLowering in;

  LowerTable(FunctionLowering in) {
    this.in = in;
  }

  Expr table(LuaExpression.Table table) {
    List<LuaExpression.Field> fields = table.fields();
    long items = fields.stream().filter(each -> each.key() == null).count();
    Sequence steps = new Sequence();
    Expr made =
        primitive(
            LuaPrimitives.NEW_TABLE,
            table.line(),
            new Expr.Const(items),
            new Expr.Const(fields.size() - items));
    if (fields.isEmpty()) {
      return made;
    }
    Expr result = steps.bind("table", made);
    boolean mixed = items > 0 && items < fields.size();
    List<Expr> batch = new ArrayList<>();
    long stored = 0;
    for (int i = 0; i < fields.size(); i++) {
      LuaExpression.Field field = fields.get(i);
      if (field.key() != null) {
        steps.effect(keyed(result, field));
        continue;
      }
      boolean last = i == fields.size() - 1;
      if (last && LowerExpression.isMulti(field.value())) {
        store(result, stored, batch, in.expressions.multi(field.value()), table.endLine(), steps);
        return steps.then(result);
      }
      // Kept for later only while nothing else can be evaluated between.
      Expr value = in.expressions.told(field.value(), last ? table.endLine() : field.line());
      batch.add(mixed ? steps.bind("item", value) : value);
      if (batch.size() == BATCH) {
        store(result, stored, batch, null, field.line(), steps);
        stored += BATCH;
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) {
      store(result, stored, batch, null, table.endLine(), steps);
    }
    return steps.then(result);
  }

  private Expr keyed(Expr table, LuaExpression.Field field) {
    LuaExpression key = field.key();
    if (key == null) {
      throw new IllegalArgumentException("a list item has no key");
    }
    Expr at = in.expressions.value(key);
    Expr value = in.expressions.value(field.value());
    return at instanceof Expr.Const(Binary name)
        ? primitive(LuaPrimitives.SET_FIELD, new FieldSite(name, null), field.line(), table, value)
        : primitive(LuaPrimitives.SET_ENTRY, field.line(), table, at, value);
  }

  private static void store(
      Expr table, long stored, List<Expr> batch, @Nullable Expr rest, int line, Sequence steps) {
    steps.effect(
        primitive(
            batch.isEmpty() ? LuaPrimitives.SET_LIST : LuaPrimitives.SET_FRESH_LIST,
            line,
            table,
            new Expr.Const(stored + 1),
            new LowerExpression.Values(batch, rest).all()));
  }
}

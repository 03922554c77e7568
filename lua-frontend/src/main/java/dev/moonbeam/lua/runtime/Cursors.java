package dev.moonbeam.lua.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where the last two traversals by {@code next} stood (two, because loops nest). Only hints: the
 * key at the position is compared before it is believed.
 */
final class Cursors {
  private @Nullable LuaTable first;
  private int firstPosition;
  private @Nullable LuaTable second;
  private int secondPosition;

  /**
   * The position behind {@code key} in a table, see {@link LuaTable#nextPosition}.
   *
   * @throws IllegalArgumentException when the table has no such key
   */
  int advance(LuaTable table, Object key) {
    int position;
    if (key instanceof Long integer && integer >= 1 && integer <= table.size) {
      return remember(table, table.nextPosition((int) (long) integer));
    }
    if (table == first && isAt(table, firstPosition, key)) {
      position = firstPosition;
    } else if (table == second && isAt(table, secondPosition, key)) {
      position = secondPosition;
      second = first;
      secondPosition = firstPosition;
      first = table;
    } else {
      position = table.positionOf(key);
      second = first;
      secondPosition = firstPosition;
      first = table;
    }
    firstPosition = table.nextPosition(position);
    return firstPosition;
  }

  /** Lets the tables go. */
  void forget() {
    first = null;
    second = null;
  }

  private int remember(LuaTable table, int position) {
    if (position < 0) {
      if (table != first) {
        second = first;
        secondPosition = firstPosition;
        first = table;
      }
      firstPosition = position;
    }
    return position;
  }

  private static boolean isAt(LuaTable table, int position, Object key) {
    return position < 0 && -1 - position < table.used && table.entries[-1 - position] == key;
  }
}

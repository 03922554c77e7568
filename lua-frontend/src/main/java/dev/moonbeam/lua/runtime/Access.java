package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Reading and writing fields (manual, 2.4 {@code __index} and {@code __newindex}). The methods that
 * generated code calls try the plain case in a few instructions and leave the rest to a slow half,
 * so that HotSpot inlines them.
 */
public final class Access {
  /** As in the reference implementation: longer chains of tables are taken for a loop. */
  private static final int LONGEST_CHAIN = 2000;

  /** Steps of inheritance that are taken here; each is charged where there are more. */
  private static final int INHERITED = 8;

  private static final int STRING = LuaType.STRING.ordinal();

  private Access() {}

  // -------------------------------------------------------------------------------------------
  // fields by constant name

  /** {@code object.key}. */
  public static Object field(Process process, Object object, FieldSite site) {
    if (object instanceof LuaTable table) {
      Object[] slots = table.entries;
      int hint = site.hints().slot;
      if (hint < slots.length && slots[hint] == site.key()) {
        Object value = slots[hint + 1];
        if (value != null) {
          return value;
        }
      }
    }
    return fieldMissed(process, object, site);
  }

  private static Object fieldMissed(Process process, Object object, FieldSite site) {
    if (object instanceof LuaTable table) {
      if ((table.filter & site.mask()) != 0) {
        Object value = find(table, site);
        if (value != null) {
          return value;
        }
      }
      if (table.extension == null) {
        Object value = inherited(table, site);
        if (value != null) {
          return value;
        }
      }
    }
    if (object instanceof LuaTable table && table.extension != null) {
      LuaTable contents = table.forReading(process);
      Object[] slots = contents.entries;
      int hint = site.hints().slot;
      if (hint < slots.length && slots[hint] == site.key() && slots[hint + 1] != null) {
        return slots[hint + 1];
      }
      Object value = find(contents, site);
      if (value != null) {
        return value;
      }
    }
    return get(process, object, site.key(), site.object(), null);
  }

  /**
   * What a plain table without the key inherits along {@code __index} while that leads from one
   * plain table to the next; null when it does not, or too far, or nothing is found.
   */
  private static @Nullable Object inherited(LuaTable heir, FieldSite site) {
    LuaTable metatable = heir.metatable;
    if (metatable == null) {
      return Atom.NIL;
    }
    for (int step = 0; step < INHERITED && metatable != null; step++) {
      if (!(indexHandler(metatable, site, step) instanceof LuaTable parent)
          || parent.extension != null) {
        return null;
      }
      Object[] slots = parent.entries;
      int hint = site.hints().slot;
      if (hint < slots.length && slots[hint] == site.key() && slots[hint + 1] != null) {
        return slots[hint + 1];
      }
      Object value = (parent.filter & site.mask()) == 0 ? null : find(parent, site);
      if (value != null) {
        return value;
      }
      metatable = parent.metatable;
    }
    return null;
  }

  /**
   * The {@code __index} of the metatable of what is inherited from in so many steps, by the site's
   * hints; null when there is none.
   */
  private static @Nullable Object indexHandler(LuaTable metatable, FieldSite site, int step) {
    Object[] slots = metatable.entries;
    int hint = step == 0 ? site.hints().index : site.hints().further;
    if (hint < slots.length && slots[hint] == Metamethod.INDEX.key) {
      return slots[hint + 1];
    }
    int slot = metatable.findString(Metamethod.INDEX.key);
    if (slot < 0) {
      return null;
    }
    if (slots[slot] == Metamethod.INDEX.key) {
      if (step == 0) {
        site.hints().index = slot;
      } else {
        site.hints().further = slot;
      }
    }
    return slots[slot + 1];
  }

  /** The key's value in this very table, or null; remembers the slot. */
  private static @Nullable Object find(LuaTable table, FieldSite site) {
    Object[] slots = table.entries;
    int slot = table.findString(site.key());
    if (slot < 0 || slot >= slots.length) {
      return null;
    }
    Object value = slots[slot + 1];
    if (value != null) {
      if (slots[slot] != site.key()) {
        slots[slot] = site.key(); // an equal string that was computed: from now on identity decides
      }
      site.hints().slot = slot;
    }
    return value;
  }

  /** {@code object.key = value}; gives the object back. */
  public static Object setField(Process process, Object object, Object value, FieldSite site) {
    if (object instanceof LuaTable table && table.owner == process.owner) {
      Object[] slots = table.entries;
      int hint = site.hints().slot;
      if (hint < slots.length
          && slots[hint] == site.key()
          && slots[hint + 1] != null
          && value != Atom.NIL) {
        slots[hint + 1] = value;
        return object;
      }
    }
    return setFieldMissed(process, object, value, site);
  }

  private static Object setFieldMissed(
      Process process, Object object, Object value, FieldSite site) {
    if (object instanceof LuaTable table
        && table.owner == process.owner
        && table.extension == null) {
      int slot = (table.filter & site.mask()) == 0 ? -1 : table.findString(site.key());
      if (slot >= 0 && table.entries[slot + 1] != null) {
        table.entries[slot] = site.key();
        table.entries[slot + 1] = value == Atom.NIL ? null : value;
        site.hints().slot = slot;
        return object;
      }
      if (table.metatable == null) {
        if (slot < 0) {
          site.hints().slot = table.used;
        }
        table.putString(process, site.key(), value == Atom.NIL ? null : value);
        return object;
      }
    }
    if (object instanceof LuaTable table && table.extension != null && value != Atom.NIL) {
      LuaTable contents = table.forReading(process);
      if (find(contents, site) != null) {
        table.forWriting(process, site.key(), value).entries[site.hints().slot + 1] = value;
        return object;
      }
    }
    set(process, object, site.key(), value, site.object(), null);
    return object;
  }

  /** {@code object.__mode = value}, which tables whose metatable it is come to feel at once. */
  public static Object setMode(Process process, Object object, Object value, FieldSite site) {
    set(process, object, site.key(), value, site.object(), null);
    if (object instanceof LuaTable metatable) {
      LuaState.of(process).modeMayHaveChanged(process, metatable);
    }
    return object;
  }

  /** The function of {@code object:key(...)}. */
  public static Object method(Process process, Object object, FieldSite site) {
    if (object instanceof LuaTable table) {
      if ((table.filter & site.mask()) == 0 && table.extension == null && table.metatable != null) {
        // The usual object: no such field of its own, the class is the metatable's __index.
        LuaTable metatable = table.metatable;
        Object[] slots = metatable.entries;
        int hint = site.hints().index;
        if (hint < slots.length
            && slots[hint] == Metamethod.INDEX.key
            && slots[hint + 1] instanceof LuaTable parent) {
          Object[] methods = parent.entries;
          int at = site.hints().slot;
          if (at < methods.length && methods[at] == site.key()) {
            Object value = methods[at + 1];
            if (value != null) {
              return value;
            }
          }
        }
      }
      return field(process, object, site);
    }
    if (object instanceof Binary) {
      LuaTable metatable = LuaState.of(process).metatables[STRING];
      if (metatable != null && indexHandler(metatable, site, 0) instanceof LuaTable library) {
        Object[] methods = library.entries;
        int at = site.hints().slot;
        if (at < methods.length && methods[at] == site.key() && methods[at + 1] != null) {
          return methods[at + 1];
        }
        Object value = find(library, site);
        if (value != null) {
          return value;
        }
      }
    }
    return fieldMissed(process, object, site);
  }

  // ---------------------------------------------------------------------------------------------------------- any key

  // What is usual stands in short methods, the rest in others: HotSpot compiles a script's function
  // with all that it inlines up to a limit on the sum of their bytes, whether they run or not.

  /** {@code object[key]}. */
  public static Object index(Process process, Object object, Object key, @Nullable Object site) {
    if (key instanceof Long integer) {
      return index(process, object, (long) integer, site);
    }
    if (object instanceof LuaTable table && key instanceof Binary string) {
      Object value = table.getString(string);
      if (value != null) {
        return value;
      }
    }
    return indexMissed(process, object, key, site);
  }

  private static Object indexMissed(
      Process process, Object object, Object key, @Nullable Object site) {
    if (object instanceof LuaTable table) {
      Object value = key instanceof Binary ? null : table.get(key);
      if (value != null) {
        return value;
      }
      if (table.extension == null && table.metatable == null) {
        return Atom.NIL;
      }
    }
    return get(process, object, key, null, (OperandNames) site);
  }

  public static Object index(Process process, Object object, long key, @Nullable Object site) {
    if (object instanceof LuaTable table) {
      Object value = table.getInteger(key);
      if (value != null) {
        return value;
      }
    }
    return indexMissed(process, object, key, site);
  }

  private static Object indexMissed(
      Process process, Object object, long key, @Nullable Object site) {
    return object instanceof LuaTable table && table.extension == null && table.metatable == null
        ? Atom.NIL
        : get(process, object, key, null, (OperandNames) site);
  }

  /** What {@link #index} gives where that is in the table itself; else null. For integers. */
  public static @Nullable Object look(Object object, long key) {
    if (object instanceof LuaTable table) {
      long i = key - 1;
      long[] integers = table.longs;
      return i >= 0 && i < integers.length && i < table.size
          ? (Object) integers[(int) i]
          : table.getInteger(key);
    }
    return null;
  }

  public static @Nullable Object look(Object object, Object key) {
    return object instanceof LuaTable table ? table.get(key) : null;
  }

  /** {@code object[key] = value}; gives the object back. */
  public static Object setIndex(
      Process process, Object object, Object key, Object value, @Nullable Object site) {
    if (key instanceof Long integer) {
      return setIndex(process, object, (long) integer, value, site);
    }
    if (object instanceof LuaTable table
        && table.owner == process.owner
        && table.extension == null
        && table.metatable == null
        && key instanceof Binary string) {
      table.putString(process, string, value == Atom.NIL ? null : value);
      return object;
    }
    set(process, object, key, value, null, (OperandNames) site);
    return object;
  }

  public static Object setIndex(
      Process process, Object object, long key, Object value, @Nullable Object site) {
    if (object instanceof LuaTable table && table.owner == process.owner) {
      long i = key - 1;
      Object[] values = table.objects;
      if (i >= 0 && i < values.length && values[(int) i] != null && value != Atom.NIL) {
        values[(int) i] = value;
        return object;
      }
      return setElement(process, table, key, value, site);
    }
    set(process, object, key, value, null, (OperandNames) site);
    return object;
  }

  /** Into a table of this run's own, where no object is replaced by another. */
  private static Object setElement(
      Process process, LuaTable table, long key, Object value, @Nullable Object site) {
    long i = key - 1;
    if (i >= 0 && i < table.size) {
      if (value instanceof Long integer) {
        if (i < table.longs.length) {
          table.longs[(int) i] = integer;
          return table;
        }
      } else if (value instanceof Double real && i < table.doubles.length) {
        table.doubles[(int) i] = real;
        return table;
      }
    }
    if (table.extension == null && table.metatable == null) {
      table.putInteger(process, key, value == Atom.NIL ? null : value);
    } else {
      set(process, table, key, value, null, (OperandNames) site);
    }
    return table;
  }

  public static Object setIndex(
      Process process, Object object, long key, long value, @Nullable Object site) {
    if (object instanceof LuaTable table && table.owner == process.owner) {
      long i = key - 1;
      long[] values = table.longs;
      if (i >= 0 && i < table.size && i < values.length) {
        values[(int) i] = value;
        return object;
      }
    }
    return setIndex(process, object, key, (Object) value, site);
  }

  public static Object setIndex(
      Process process, Object object, long key, double value, @Nullable Object site) {
    if (object instanceof LuaTable table && table.owner == process.owner) {
      long i = key - 1;
      double[] values = table.doubles;
      if (i >= 0 && i < table.size && i < values.length) {
        values[(int) i] = value;
        return object;
      }
    }
    return setIndex(process, object, key, (Object) value, site);
  }

  // ------------------------------------------------------------------------------------------------- with metatables

  /** Reads a field with metamethods, for the library. */
  public static Object get(Process process, Object object, Object key) {
    return get(process, object, key, null, null);
  }

  /** Writes a field with metamethods, for the library. */
  public static void set(Process process, Object object, Object key, Object value) {
    set(process, object, key, value, null, null);
  }

  /** Reads a field of a table without metamethods. */
  public static Object rawGet(Process process, LuaTable table, Object key) {
    return LuaTable.orNil(table.forReading(process).get(key));
  }

  /** Writes a field of a table without metamethods. */
  public static void rawSet(Process process, LuaTable table, Object key, Object value) {
    checkKey(process, key);
    Object present = value == Atom.NIL ? null : value;
    table.forWriting(process, key, present).put(process, key, present);
  }

  /** A key must be neither nil nor NaN. */
  static void checkKey(Process process, Object key) {
    if (key == Atom.NIL) {
      throw LuaError.raise(process, "table index is nil");
    }
    if (key instanceof Double real && real.isNaN()) {
      throw LuaError.raise(process, "table index is NaN");
    }
  }

  private static Object get(
      Process process,
      Object start,
      Object key,
      @Nullable VariableName name,
      @Nullable OperandNames names) {
    Object object = start;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      Object handler;
      if (object instanceof LuaTable identity) {
        LuaTable table = identity.forReading(process);
        Object value = table.get(key);
        if (value != null) {
          return value;
        }
        LuaTable metatable = table.metatable;
        handler = metatable == null ? null : Metamethod.INDEX.in(process, metatable);
        if (handler == null) {
          return Atom.NIL;
        }
      } else {
        handler = Metamethod.INDEX.of(process, object);
        if (handler == null) {
          throw indexError(process, object, key, step == 0 ? name : null, step == 0 ? names : null);
        }
      }
      if (handler instanceof Fun function) {
        return MetamethodCalls.index(process, function, object, key);
      }
      if (step > 0) {
        process.charge(1);
      }
      object = handler;
    }
    throw LuaError.raise(process, "'__index' chain too long; possible loop");
  }

  private static void set(
      Process process,
      Object start,
      Object key,
      Object value,
      @Nullable VariableName name,
      @Nullable OperandNames names) {
    Object object = start;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      Object handler = null;
      if (object instanceof LuaTable identity) {
        LuaTable table = identity.forReading(process);
        LuaTable metatable = table.metatable;
        if (metatable != null && table.get(key) == null) {
          handler = Metamethod.NEWINDEX.in(process, metatable);
        }
        if (handler == null) {
          rawSet(process, identity, key, value);
          return;
        }
      } else {
        handler = Metamethod.NEWINDEX.of(process, object);
        if (handler == null) {
          throw indexError(process, object, key, step == 0 ? name : null, step == 0 ? names : null);
        }
      }
      if (handler instanceof Fun function) {
        MetamethodCalls.newindex(process, function, object, key, value);
        return;
      }
      if (step > 0) {
        process.charge(1);
      }
      object = handler;
    }
    throw LuaError.raise(process, "'__newindex' chain too long; possible loop");
  }

  private static Raise indexError(
      Process process,
      Object object,
      Object key,
      @Nullable VariableName name,
      @Nullable OperandNames names) {
    String called = name != null ? name.toString() : OperandNames.describe(names, 0);
    return LuaError.operand(process, "index", object, called);
  }

  // ------------------------------------------------------------------------------------------------------ constructors

  public static Object newTable(Process process, long arraySize, long entries) {
    return LuaTable.create(process, (int) entries);
  }

  /** {@code [key] = value} in a constructor; the table is fresh. Gives it back. */
  public static Object setEntry(Process process, Object object, Object key, Object value) {
    checkKey(process, key);
    if (value != Atom.NIL) {
      ((LuaTable) object).putInConstructor(process, key, value);
    }
    return object;
  }

  /**
   * Values of a constructor: table[first], table[first + 1] and so on; the table is fresh. Gives it
   * back.
   */
  public static Object setList(Process process, Object object, long first, Object[] values) {
    LuaTable table = (LuaTable) object;
    table.setList(process, first, values);
    return table;
  }

  /** The same where the table may keep the array. */
  public static Object setFreshList(Process process, Object object, long first, Object[] values) {
    LuaTable table = (LuaTable) object;
    ArrayGrowth.setList(process, table, first, values, false);
    return table;
  }

  // ---------------------------------------------------------------------------------------------------------- length

  public static Object len(Process process, Object value, @Nullable Object site) {
    if (value instanceof LuaTable table) {
      if (table.extension == null && table.metatable == null) {
        return (long) table.size;
      }
      Object handler = Metamethod.LEN.of(process, value);
      return handler == null
          ? (Object) table.forReading(process).length()
          : Calls.metamethod(process, Metamethod.LEN, handler, value, value);
    }
    if (value instanceof Binary string) {
      return (long) string.length();
    }
    Object handler = Metamethod.LEN.of(process, value);
    if (handler != null) {
      return Calls.metamethod(process, Metamethod.LEN, handler, value, value);
    }
    throw LuaError.operand(
        process, "get length of", value, OperandNames.describe((OperandNames) site, 0));
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler noted of a Lua function for the debug library: where it ends and the names of
 * its upvalues in Lua's order. The lowering writes it into the module's attributes under the
 * function's name: {@code {LastLine, {{Name} or {Name, Constant}, ...}}}.
 *
 * <p>An upvalue that the program assigns somewhere is a {@link Cell} and can be read, written and
 * told from others. One that it never assigns is no variable any more but a value, which is known
 * while the function keeps it.
 */
public final class Prototype {
  /**
   * Attribute of a module that was compiled at run time: the name it was given, as {@code load}
   * takes it.
   */
  public static final String CHUNK_NAME = "chunk name";

  private final ModuleFun function;
  private final Tuple noted;

  private Prototype(ModuleFun function, Tuple noted) {
    this.function = function;
    this.noted = noted;
  }

  /** Of a function value; null for one of the library. */
  public static @Nullable Prototype of(Fun function) {
    return function instanceof ModuleFun value
            && value.loader().compiled().attributes().get(value.function().name().name())
                instanceof Tuple noted
        ? new Prototype(value, noted)
        : null;
  }

  public long lastLine() {
    return (Long) noted.get(0);
  }

  public int upvalues() {
    return ((Tuple) noted.get(1)).size();
  }

  /** Name of upvalue number {@code index} from 1, or null. */
  public @Nullable Binary upvalueName(long index) {
    Tuple upvalue = upvalue(index);
    return upvalue == null ? null : (Binary) upvalue.get(0);
  }

  private @Nullable Tuple upvalue(long index) {
    return index < 1 || index > upvalues()
        ? null
        : (Tuple) ((Tuple) noted.get(1)).get((int) index - 1);
  }

  public Object upvalueValue(Process process, long index) {
    Tuple upvalue = upvalue(index);
    if (upvalue == null) {
      return Atom.NIL;
    }
    if (upvalue.size() > 1) {
      return upvalue.get(1);
    }
    Object held = held(index);
    return held instanceof Cell cell ? Cell.get(process, cell) : held == null ? Atom.NIL : held;
  }

  /** Assigns it; false when it is not a variable that is ever assigned. */
  public boolean setUpvalue(Process process, long index, Object value) {
    if (held(index) instanceof Cell cell) {
      Cell.set(process, cell, value);
      return true;
    }
    return false;
  }

  /** Equal for two functions exactly when they share the variable. */
  public Object upvalueId(long index) {
    Object held = held(index);
    return new HostObject(held instanceof Cell ? held : new Object());
  }

  /** The captured value behind an upvalue, or null when the function did not need to keep one. */
  private @Nullable Object held(long index) {
    Binary name = upvalueName(index);
    if (name == null) {
      return null;
    }
    List<String> names = function.function().capturedNames();
    int at = names.indexOf(name + "&");
    if (at < 0) {
      at = names.indexOf(name.toString());
    }
    Object[] captured = function.captured();
    return at < 0 || at >= captured.length ? null : captured[at];
  }
}

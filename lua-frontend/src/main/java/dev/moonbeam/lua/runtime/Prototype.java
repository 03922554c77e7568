package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule;
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
 * What the compiler noted of a Lua function for the debug library and {@code string.dump}: where it
 * ends, the names of its upvalues in Lua's order and of its parameters, its place in the source.
 * The lowering writes it into the module's attributes under the function's name, see {@link #note}.
 *
 * <p>An upvalue that the program assigns somewhere is a {@link Cell} and can be read, written and
 * told from others. One that it never assigns is no variable any more but a value, which is known
 * while the function keeps it, and which is each function's own.
 */
public final class Prototype {
  /**
   * Attribute of a module that was compiled at run time: the name it was given, as {@code load}
   * takes it.
   */
  public static final String CHUNK_NAME = "chunk name";

  /** Attribute of a module: its source text, a String. */
  public static final String SOURCE_TEXT = "source text";

  /** Attribute of a module that was loaded from a dump without debug information. */
  public static final String STRIPPED = "stripped";

  /** Attribute of a module whose functions are traced; see {@link Traced}. */
  public static final String TRACED = "traced";

  /** Attribute of a module that may write {@code __mode} into a metatable in use. */
  public static final String SETS_MODES = "sets modes";

  /** Attribute of a module that names the library of coroutines. */
  public static final String USES_COROUTINES = "uses coroutines";

  private static final Binary NO_NAME = Binary.of("(no name)");

  private static final int LAST_LINE = 0;
  private static final int UPVALUES = 1;
  private static final int PARAMETERS = 2;
  private static final int CONSTANTS = 3;
  private static final int TEXT = 4;
  private static final int LINES = 5;

  private final ModuleFun function;
  private final Tuple noted;

  private Prototype(ModuleFun function, Tuple noted) {
    this.function = function;
    this.noted = noted;
  }

  /**
   * The note of a function.
   *
   * @param upvalues {@code {Name}}, or {@code {Name, Value}} where the value is known
   * @param parameters their names
   * @param constants {@code {Name, Value}} of outer constants it uses
   * @param text {@code {From, To, Self}}: where its parameters and body are in the source, and
   *     whether {@code self} comes before them; empty for a chunk
   * @param lines those that have code, of a traced function
   */
  public static Tuple note(
      int lastLine, Tuple upvalues, Tuple parameters, Tuple constants, Tuple text, Tuple lines) {
    return new Tuple((long) lastLine, upvalues, parameters, constants, text, lines);
  }

  /** Of a function value; null for one of the library. */
  public static @Nullable Prototype of(Fun function) {
    return function instanceof ModuleFun value
            && value.loader().compiled().attributes().get(value.function().name().name())
                instanceof Tuple noted
        ? new Prototype(value, noted)
        : null;
  }

  /** The module's compiled form. */
  public CompiledModule module() {
    return function.loader().compiled();
  }

  public int line() {
    return function.function().line();
  }

  /** Whether it came from a dump without debug information. */
  public boolean isStripped() {
    return module().attributes().containsKey(STRIPPED);
  }

  /** Name of parameter number {@code index} from 1, or null. */
  public @Nullable Binary parameterName(long index) {
    Tuple names = (Tuple) noted.get(PARAMETERS);
    return index < 1 || index > names.size() || isStripped()
        ? null
        : (Binary) names.get((int) index - 1);
  }

  /** See {@link #note}. */
  public Tuple constants() {
    return (Tuple) noted.get(CONSTANTS);
  }

  /** See {@link #note}. */
  public Tuple lines() {
    return lines(noted);
  }

  /** The lines that a note of a function has. */
  public static Tuple lines(@Nullable Object note) {
    return note instanceof Tuple noted ? (Tuple) noted.get(LINES) : new Tuple();
  }

  /** See {@link #note}. */
  public Tuple text() {
    return (Tuple) noted.get(TEXT);
  }

  public long lastLine() {
    return (Long) noted.get(LAST_LINE);
  }

  public int upvalues() {
    return ((Tuple) noted.get(UPVALUES)).size();
  }

  /** Name of upvalue number {@code index} from 1, or null, as the debug library shows it. */
  public @Nullable Binary upvalueName(long index) {
    Binary name = sourceName(index);
    return name == null || !isStripped() ? name : NO_NAME;
  }

  /** Its name in the source. */
  public @Nullable Binary sourceName(long index) {
    Tuple upvalue = upvalue(index);
    return upvalue == null ? null : (Binary) upvalue.get(0);
  }

  private @Nullable Tuple upvalue(long index) {
    return index < 1 || index > upvalues()
        ? null
        : (Tuple) ((Tuple) noted.get(UPVALUES)).get((int) index - 1);
  }

  public Object upvalueValue(Process process, long index) {
    Tuple upvalue = upvalue(index);
    if (upvalue == null) {
      return Atom.NIL;
    }
    if (upvalue.size() > 1) {
      return upvalue.get(1);
    }
    int at = held(index);
    Object held = at < 0 ? Atom.NIL : function.captured()[at];
    return held instanceof Cell cell ? Cell.get(process, cell) : held;
  }

  /**
   * Assigns it. One that is a value and not a variable is changed for this function only.
   *
   * @return false when the function does not keep it
   */
  public boolean setUpvalue(Process process, long index, Object value) {
    int at = held(index);
    if (at < 0) {
      return false;
    }
    if (function.captured()[at] instanceof Cell cell) {
      Cell.set(process, cell, value);
    } else {
      function.capture(at, value);
    }
    return true;
  }

  /** Equal for two functions exactly when they share the variable. */
  public Object upvalueId(long index) {
    int at = held(index);
    Object held = at < 0 ? null : function.captured()[at];
    return new HostObject(held instanceof Cell ? held : new Object());
  }

  /**
   * Makes the upvalue refer to another function's (manual, 6.10 {@code debug.upvaluejoin}). Where
   * one of the two is no variable the value goes over.
   */
  public void joinUpvalue(Process process, long index, Prototype other, long otherIndex) {
    int at = held(index);
    if (at < 0) {
      return;
    }
    int otherAt = other.held(otherIndex);
    Object shared = otherAt < 0 ? null : other.function.captured()[otherAt];
    boolean variable = function.captured()[at] instanceof Cell;
    if (variable && !(shared instanceof Cell)) {
      shared = Cell.create(process, other.upvalueValue(process, otherIndex));
    } else if (!variable) {
      shared = other.upvalueValue(process, otherIndex);
    }
    function.capture(at, java.util.Objects.requireNonNull(shared));
  }

  /** Place of an upvalue among the captured values, or -1 when the function did not need it. */
  private int held(long index) {
    Binary name = sourceName(index);
    if (name == null) {
      return -1;
    }
    List<String> names = function.function().capturedNames();
    int at = names.indexOf(name + "&");
    if (at < 0) {
      at = names.indexOf(name.toString());
    }
    return at < function.captured().length ? at : -1;
  }
}

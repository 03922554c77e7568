package dev.moonbeam.core.code;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.codegen.FunClassWriter;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;

/**
 * A function value of a loaded module. Its subclasses are generated, one for each function that is
 * used as a value; they hold the captured values in final fields and call the function's static
 * method.
 *
 * <p>Two are the same term when they are of one function of one version of a module and captured
 * the same values.
 */
public abstract class ModuleFun extends Fun {
  private static final Atom BADARITY = Atom.of("badarity");

  /** Place of the function in {@link CompiledModule#functions}. */
  public abstract int index();

  /** The captured values, without the function itself; a fresh array. */
  public abstract Object[] captured();

  /**
   * Replaces one of {@link #captured}, for a language's debugger. Calls that the compiler has made
   * direct do not go by the function value and do not see it.
   */
  public final void capture(int index, Object value) {
    try {
      getClass().getField(FunClassWriter.CAPTURED + index).set(this, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("captured value " + index + " of " + displayName(), e);
    }
  }

  public final ModuleLoader loader() {
    return (ModuleLoader) getClass().getClassLoader();
  }

  public final CompiledFunction function() {
    return loader().compiled().functions().get(index());
  }

  /** What a frame of this function looks like in a recorded stack, at the function's own line. */
  public final StackTraceElement frame() {
    CompiledFunction function = function();
    ModuleLoader loader = loader();
    return new StackTraceElement(
        loader.getName(),
        null,
        null,
        function.owner(),
        function.method(),
        loader.compiled().sourceFile(),
        function.line());
  }

  @Override
  public final String displayName() {
    return function().displayName();
  }

  /** Called with another number of arguments than it has parameters, where that is an error. */
  protected final Object wrongArity(Process process, Object[] arguments) {
    throw new Raise(
        Atom.ERROR, new Tuple(BADARITY, new Tuple(this, Cons.list(arguments))), process.traces);
  }

  @Override
  public final int compareSameKind(Object other) {
    if (this == other) {
      return 0;
    }
    if (getClass() != other.getClass()) {
      return super.compareSameKind(other);
    }
    Object[] mine = captured();
    Object[] others = ((ModuleFun) other).captured();
    for (int i = 0; i < mine.length; i++) {
      int order = TermOrder.compareExact(mine[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public final int termHash() {
    int hash = System.identityHashCode(getClass());
    for (Object value : captured()) {
      hash = 31 * hash + TermOrder.hash(value);
    }
    return hash;
  }
}

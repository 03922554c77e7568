package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;

/**
 * A function value of either language, or a builtin. Every function prototype has a small class of
 * its own, so that HotSpot tells functions apart by their class and inlines a monomorphic call.
 *
 * <p>The result of a call is one Java object; it may be a {@link Special} (several results, a
 * pending tail call, a pending receive). Java code that wants a plain value calls through {@link
 * Process#call}.
 *
 * <p>Thread-safety: immutable as far as the core is concerned.
 */
public abstract class Fun implements Term {
  private static final Atom BADARITY = Atom.of("badarity");

  /** Number of parameters declared, without the captured ones. */
  public abstract int arity();

  /** A name for messages and {@code erlang:fun_info}: "function 'area'", "-loop/1-fun-0-". */
  public abstract String displayName();

  public Object call0(Process process) {
    return callN(process, NO_ARGUMENTS);
  }

  public Object call1(Process process, Object a) {
    return callN(process, new Object[] {a});
  }

  public Object call2(Process process, Object a, Object b) {
    return callN(process, new Object[] {a, b});
  }

  public Object call3(Process process, Object a, Object b, Object c) {
    return callN(process, new Object[] {a, b, c});
  }

  public Object call4(Process process, Object a, Object b, Object c, Object d) {
    return callN(process, new Object[] {a, b, c, d});
  }

  /** Any number of arguments. The array belongs to the callee from now on. */
  public abstract Object callN(Process process, Object[] arguments);

  /**
   * What a function of strict arity does when it is called with another number of arguments: raises
   * {@code {badarity, {Fun, Args}}} (Erlang reference manual, 10.6 Exit Reasons). Declared to give
   * a result so that callers can return it.
   */
  protected final Object badArity(Process process, Object[] arguments) {
    Tuple call = new Tuple(this, Cons.list(arguments));
    throw new Raise(Atom.ERROR, new Tuple(BADARITY, call), process.traces);
  }

  @Override
  public int kind() {
    return TermOrder.FUN;
  }

  @Override
  public int compareSameKind(Object other) {
    return this == other ? 0 : Integer.compare(termHash(), ((Fun) other).termHash());
  }

  @Override
  public int termHash() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "#Fun<" + displayName() + ">";
  }

  /** No arguments: shared, never written. */
  public static final Object[] NO_ARGUMENTS = {};
}

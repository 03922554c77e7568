package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermOrder;

/**
 * A function value of either language, or a builtin. Every function prototype has a small class of its own, so that
 * HotSpot tells functions apart by their class and inlines a monomorphic call.
 *
 * <p>The result of a call is one Java object; it may be a {@link Special} (several results, a pending tail call, a
 * pending receive). Java code that wants a plain value calls through {@link Process#call}.
 *
 * <p>Thread-safety: immutable as far as the core is concerned.
 */
public abstract class Fun implements Term {
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

  /** No arguments: shared, never written. */
  public static final Object[] NO_ARGUMENTS = {};
}

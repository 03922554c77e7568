package dev.moonbeam.core.process;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A stack of one's own by the JVM's continuations, which virtual threads are made of: 110 to 190 ns
 * there and back. Only where the JVM was started with {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED} (or this module's name), as the command line's manifest
 * asks for. Reached by method handles, so that compiling needs no flag.
 */
final class ContinuationSwitch implements StackSwitch {
  static final boolean AVAILABLE;

  private static final MethodHandle NEW;
  private static final MethodHandle RUN;
  private static final MethodHandle YIELD;
  private static final MethodHandle IS_DONE;
  private static final MethodHandle STACK_TRACE;

  static {
    MethodHandle make = null;
    MethodHandle run = null;
    MethodHandle yield = null;
    MethodHandle isDone = null;
    MethodHandle stackTrace = null;
    try {
      Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
      Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Object ours =
          lookup
              .findConstructor(scope, MethodType.methodType(void.class, String.class))
              .invoke("moonbeam-coroutine");
      make =
          MethodHandles.insertArguments(
                  lookup.findConstructor(
                      continuation, MethodType.methodType(void.class, scope, Runnable.class)),
                  0,
                  ours)
              .asType(MethodType.methodType(Object.class, Runnable.class));
      run =
          lookup
              .findVirtual(continuation, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      yield =
          MethodHandles.insertArguments(
              lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope)),
              0,
              ours);
      isDone =
          lookup
              .findVirtual(continuation, "isDone", MethodType.methodType(boolean.class))
              .asType(MethodType.methodType(boolean.class, Object.class));
      stackTrace =
          lookup
              .findVirtual(
                  continuation, "getStackTrace", MethodType.methodType(StackTraceElement[].class))
              .asType(MethodType.methodType(StackTraceElement[].class, Object.class));
    } catch (Throwable notExported) {
      make = null;
    }
    AVAILABLE = make != null;
    NEW = make;
    RUN = run;
    YIELD = yield;
    IS_DONE = isDone;
    STACK_TRACE = stackTrace;
  }

  private final Object continuation;
  private boolean started;

  ContinuationSwitch(Runnable body) {
    try {
      continuation = NEW.invokeExact(body);
    } catch (Throwable thrown) {
      throw Segment.sneaky(thrown);
    }
  }

  @Override
  public void into(Process process) {
    started = true;
    try {
      RUN.invokeExact(continuation);
    } catch (Throwable thrown) {
      throw Segment.sneaky(thrown);
    }
  }

  @Override
  public void out() {
    try {
      boolean _ = (boolean) YIELD.invokeExact();
    } catch (Throwable thrown) {
      throw Segment.sneaky(thrown);
    }
  }

  @Override
  public boolean started() {
    return started;
  }

  @Override
  public boolean finished() {
    try {
      return (boolean) IS_DONE.invokeExact(continuation);
    } catch (Throwable thrown) {
      throw Segment.sneaky(thrown);
    }
  }

  @Override
  public StackTraceElement[] stackTrace() {
    try {
      return (StackTraceElement[]) STACK_TRACE.invokeExact(continuation);
    } catch (Throwable thrown) {
      throw Segment.sneaky(thrown);
    }
  }

  @Override
  public boolean sharesStack() {
    return true;
  }
}

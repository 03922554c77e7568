package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Functions written by hand in the form that generated code has. */
final class Funs {
  private Funs() {}

  interface Code {
    Object run(Process process, Object[] arguments);
  }

  static Fun of(Code code) {
    return new Fun() {
      @Override
      public int arity() {
        return 0;
      }

      @Override
      public String displayName() {
        return "test";
      }

      @Override
      public Object callN(Process process, Object[] arguments) {
        if (--process.reductions < 0) {
          process.slice();
        }
        return code.run(process, arguments);
      }
    };
  }

  /** A receive as the compiler lifts it: takes the first message that {@code wanted} likes. */
  static Object receive(
      Process process, Predicate<Object> wanted, BiFunction<Process, Object, Object> body) {
    return receive(process, Long.MAX_VALUE, wanted, body, _ -> Atom.UNDEFINED);
  }

  static Object receive(
      Process process,
      long deadline,
      Predicate<Object> wanted,
      BiFunction<Process, Object, Object> body,
      Function<Process, Object> after) {
    return new Receive(deadline, wanted, body, after).call0(process);
  }

  private static final class Receive extends Fun {
    private final long deadline;
    private final Predicate<Object> wanted;
    private final BiFunction<Process, Object, Object> body;
    private final Function<Process, Object> after;

    Receive(
        long deadline,
        Predicate<Object> wanted,
        BiFunction<Process, Object, Object> body,
        Function<Process, Object> after) {
      this.deadline = deadline;
      this.wanted = wanted;
      this.body = body;
      this.after = after;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public String displayName() {
      return "receive";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      return call0(process);
    }

    @Override
    public Object call0(Process process) {
      if (--process.reductions < 0) {
        process.slice();
      }
      for (Object message; (message = process.nextMessage()) != null; ) {
        if (wanted.test(message)) {
          process.removeMessage();
          return body.apply(process, message);
        }
        process.refuseMessage();
      }
      return process.timedOut(deadline) ? after.apply(process) : process.await(this, deadline);
    }
  }

  /** The next message, whatever it is. */
  static Object next(Process process) {
    return process.one(receive(process, _ -> true, (_, message) -> message));
  }

  /** The next message, or null after so many milliseconds. */
  static @Nullable Object next(Process process, long millis) {
    Object message =
        process.one(
            receive(
                process,
                Process.deadline(millis),
                _ -> true,
                (_, got) -> got,
                _ -> Atom.of("$timeout")));
    return message == Atom.of("$timeout") ? null : message;
  }

  /** Estimate of the frame of {@link #sum}. */
  static final int FRAME = Calls.LEVEL_BYTES;

  private static final MethodHandle SUM;

  static {
    try {
      SUM =
          MethodHandles.lookup()
              .findStatic(
                  Funs.class,
                  "sum",
                  MethodType.methodType(Object.class, Process.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** n + sum(n - 1), by body recursion, with prologue and epilogue as generated code has them. */
  static Object sum(Process process, Object n) {
    if ((process.room -= FRAME) < 0) {
      Object result = process.hop(SUM, new Object[] {n});
      process.room += FRAME;
      return result;
    }
    if (--process.reductions < 0) {
      process.slice();
    }
    Object result;
    if ((Long) n == 0) {
      result = 0L;
    } else {
      result = (Long) n + (Long) process.one(sum(process, (Long) n - 1));
    }
    process.room += FRAME;
    return result;
  }
}

package dev.moonbeam.engine;

import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A script's call of the host, and what becomes of the exceptions that the host throws. */
final class HostCall {
  /** Characters of an exception's message that scripts and reports are shown. */
  private static final int MESSAGE_LENGTH = 10_000;

  private HostCall() {}

  /**
   * Runs the call. A kill goes through. An error of a script that the host in turn had called goes
   * on as it was. Errors of the JVM end the script, since nothing can be known of the state they
   * leave. Anything else becomes an error that the script can catch, and that keeps the exception
   * for the host to see if it does not.
   */
  static Object of(Process process, LanguageBridge bridge, Callable<Object> call) {
    try {
      return call.call();
    } catch (Kill | Raise e) {
      throw e;
    } catch (ScriptFailure failure) {
      throw inner(process, bridge, failure);
    } catch (ConversionException e) {
      throw new Raise(
          Atom.ERROR,
          bridge.errorReason(process, Binary.of("bad_argument"), Binary.of(message(e))),
          process.traces);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Thrown(process, bridge, e);
    } catch (VirtualMachineError e) {
      throw new Kill("the host ran out of stack or heap: " + e, Atom.KILLED, e);
    } catch (Throwable e) {
      throw new Thrown(process, bridge, e);
    }
  }

  /** Calls a method handle, whose declared exceptions are anything. */
  static @Nullable Object invoke(MethodHandle method, Object target, Object[] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException inner(
      Process process, LanguageBridge bridge, ScriptFailure failure) {
    // If it was this very evaluation that was ended, the next look at the limits ends it again.
    process.charge(process.reductions + 1L);
    Raise raised = failure.raised();
    return raised == null ? new Thrown(process, bridge, failure) : raised;
  }

  /** An exception of the host as an error of a script. */
  static final class Thrown extends Raise {
    private static final long serialVersionUID = 1L;

    private final Throwable thrown;

    Thrown(Process process, LanguageBridge bridge, Throwable thrown) {
      super(
          Atom.ERROR,
          bridge.errorReason(
              process, Binary.of(thrown.getClass().getName()), Binary.of(message(thrown))),
          process.traces);
      this.thrown = thrown;
    }

    Throwable thrown() {
      return thrown;
    }
  }

  /** The message of a foreign exception, whose getMessage may do anything. */
  static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      if (message == null) {
        return "";
      }
      return message.length() > MESSAGE_LENGTH
          ? message.substring(0, MESSAGE_LENGTH) + "..."
          : message;
    } catch (RuntimeException e) {
      return "(no message: " + e.getClass().getName() + ")";
    }
  }
}

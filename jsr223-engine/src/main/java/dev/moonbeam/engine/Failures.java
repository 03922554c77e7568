package dev.moonbeam.engine;

import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.LoadException;
import dev.moonbeam.core.code.LoaderNames;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.LimitExceeded;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the {@link ScriptFailure} of everything that can end a compilation or an evaluation. */
final class Failures {
  /** Characters of a message or report; a script may raise a string of a hundred million. */
  private static final int LENGTH = 20_000;

  private static final Atom INTERRUPTED = Atom.of("interrupted");

  /** {@code {halt, Status}} is the reason with which os.exit and halt end a process. */
  private static final Atom HALT = Atom.of("halt");

  private final Language language;
  private final Callables callables;

  Failures(Language language, Callables callables) {
    this.language = language;
    this.callables = callables;
  }

  static ScriptFailure compile(CompileException e) {
    Diagnostic first = e.first();
    return new ScriptFailure(
        ScriptFailure.Kind.COMPILE,
        cut(first.message()),
        null,
        null,
        cut(String.valueOf(e.getMessage())),
        first.position(),
        e.diagnostics(),
        null,
        null);
  }

  /**
   * An error that the script did not catch. Called while its process still runs it, so at its
   * expense.
   */
  ScriptFailure raised(Process process, Raise raise) {
    if (raise instanceof UncompilableModule module) {
      return module.failure();
    }
    String report = cut(language.describe(process, raise));
    return new ScriptFailure(
        ScriptFailure.Kind.ERROR,
        firstLine(report),
        callables.toHost(process).convert(raise.reason()),
        raise,
        report,
        ScriptFrames.innermost(raise),
        List.of(),
        null,
        raise instanceof HostCall.Thrown host ? host.thrown() : null);
  }

  /** The end of an evaluation that the script could not catch. */
  ScriptFailure killed(Kill kill) {
    if (kill.reason() instanceof Tuple reason
        && reason.size() == 2
        && reason.get(0) == HALT
        && reason.get(1) instanceof Long status) {
      return new ScriptFailure((int) (status & 0xFF), cut(String.valueOf(kill.getMessage())));
    }
    Limit limit = kill instanceof LimitExceeded exceeded ? exceeded.limit() : null;
    ScriptFailure.Kind kind =
        limit != null
            ? ScriptFailure.Kind.LIMIT
            : kill.reason() == INTERRUPTED
                ? ScriptFailure.Kind.INTERRUPTED
                : ScriptFailure.Kind.KILLED;
    String message = cut(String.valueOf(kill.getMessage()));
    return new ScriptFailure(
        kind,
        message,
        null,
        null,
        language.id() + ": " + message,
        ScriptFrames.innermost(kill),
        List.of(),
        limit,
        kill.getCause());
  }

  ScriptFailure sourceTooLong(SourceUnit source, long limit) {
    String message =
        "source of " + source.text().length() + " characters is longer than the limit of " + limit;
    Position position = new Position(source.name(), 0, 0);
    return new ScriptFailure(
        ScriptFailure.Kind.LIMIT,
        message,
        null,
        null,
        language.id() + ": " + source.name() + ": " + message,
        position,
        List.of(new Diagnostic(Diagnostic.Severity.ERROR, position, message, null)),
        Limit.SOURCE,
        null);
  }

  ScriptFailure nestedTooDeeply(int limit) {
    return error("too many evaluations within evaluations (limit is " + limit + ")");
  }

  /**
   * A module that compiles and still cannot be had: its name is the library's, or it is one too
   * many.
   */
  ScriptFailure notLoaded(LoadException e) {
    return error(String.valueOf(e.getMessage()));
  }

  ScriptFailure busy() {
    return error("an evaluation is under way on this state");
  }

  ScriptFailure noSuchFunction(String name) {
    return error("no function '" + name + "'");
  }

  ScriptFailure conversion(ConversionException e) {
    return error(String.valueOf(e.getMessage()));
  }

  private ScriptFailure error(String message) {
    return new ScriptFailure(
        ScriptFailure.Kind.ERROR,
        message,
        null,
        null,
        language.id() + ": " + message,
        null,
        List.of(),
        null,
        null);
  }

  /** A fault of ours; still no other exception reaches the host. */
  ScriptFailure internal(Throwable fault) {
    String message = "internal error of the engine: " + fault;
    return new ScriptFailure(
        ScriptFailure.Kind.KILLED, message, null, null, message, null, List.of(), null, fault);
  }

  /** Without what a stand-alone interpreter puts first: its name, or stars. */
  private String firstLine(String report) {
    int end = report.indexOf('\n');
    String line = end < 0 ? report : report.substring(0, end);
    for (String prefix : List.of(language.id() + ": ", "** ")) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length());
      }
    }
    return line;
  }

  private static String cut(String text) {
    return text.length() <= LENGTH
        ? text
        : text.substring(0, LENGTH) + "... (" + text.length() + " characters)";
  }

  /** Positions out of Java stack traces. */
  private static final class ScriptFrames {
    private ScriptFrames() {}

    static @Nullable Position innermost(Throwable thrown) {
      for (StackTraceElement frame : thrown.getStackTrace()) {
        if (frame.getClassName().startsWith(ModuleLoader.PACKAGE) && frame.getFileName() != null) {
          GeneratedCode code = LoaderNames.of(frame);
          int line = code == null ? frame.getLineNumber() : code.sourceLine(frame.getLineNumber());
          return new Position(frame.getFileName(), Math.max(0, line), 0);
        }
      }
      return null;
    }
  }
}

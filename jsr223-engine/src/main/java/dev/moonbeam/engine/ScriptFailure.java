package dev.moonbeam.engine;

import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.policy.Limit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one exception by which the host learns that a script did not compile, raised an error that it
 * did not catch, or was ended. Nothing else comes out of an evaluation: no Java exception of the
 * engine, no StackOverflowError, no OutOfMemoryError.
 *
 * <p>{@link #getMessage} is one line for people, cut at a generous length; {@link #report} is what
 * a stand-alone program of the language would write to standard error, with traceback. The cause is
 * the host's own exception where a function of the host threw it.
 */
public final class ScriptFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  public enum Kind {
    /** The source does not compile; see {@link ScriptFailure#diagnostics}. */
    COMPILE,
    /** The script raised and nothing caught it; see {@link ScriptFailure#reason}. */
    ERROR,
    /** A limit of the policy ended it; see {@link ScriptFailure#limit}. */
    LIMIT,
    /** It was killed: by another process, by the node's end, or for lack of Java heap or stack. */
    KILLED,
    /** The host interrupted the thread. */
    INTERRUPTED,
    /**
     * The script asked to end the program (os.exit, halt) and may; see {@link
     * ScriptFailure#exitStatus}.
     */
    HALT
  }

  private final Kind kind;
  private final transient @Nullable Object reason;
  private final transient @Nullable Raise raised;
  private final String report;
  private final transient @Nullable Position position;
  private final transient List<Diagnostic> diagnostics;
  private final @Nullable Limit limit;
  private final int exitStatus;

  ScriptFailure(
      Kind kind,
      String message,
      @Nullable Object reason,
      @Nullable Raise raised,
      String report,
      @Nullable Position position,
      List<Diagnostic> diagnostics,
      @Nullable Limit limit,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.reason = reason;
    this.raised = raised;
    this.report = report;
    this.position = position;
    this.diagnostics = List.copyOf(diagnostics);
    this.limit = limit;
    this.exitStatus = 0;
  }

  /** The script ended the program. */
  ScriptFailure(int exitStatus, String message) {
    super(message);
    this.kind = Kind.HALT;
    this.reason = null;
    this.raised = null;
    this.report = message;
    this.position = null;
    this.diagnostics = List.of();
    this.limit = null;
    this.exitStatus = exitStatus;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * What the script raised, as a value of the host: Lua's error value, Erlang's reason. Null if it
   * did not raise.
   */
  public @Nullable Object reason() {
    return reason;
  }

  /**
   * What the script raised, so that it can go on unchanged when a script called the host in
   * between.
   */
  @Nullable Raise raised() {
    return raised;
  }

  /**
   * What a stand-alone program of the language would write to standard error; several lines, no
   * newline at the end.
   */
  public String report() {
    return report;
  }

  /** Where the script stood, as far as that is known. */
  public Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  /** All errors and warnings of a source that does not compile; else empty. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The status with which the script asked to end the program. */
  public OptionalInt exitStatus() {
    return kind == Kind.HALT ? OptionalInt.of(exitStatus) : OptionalInt.empty();
  }

  /** The limit that ended it. */
  public Optional<Limit> limit() {
    return Optional.ofNullable(limit);
  }
}

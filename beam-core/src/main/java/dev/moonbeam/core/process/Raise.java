package dev.moonbeam.core.process;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An exception of a script: class {@code error}, {@code exit} or {@code throw} and a term as
 * reason, as in Erlang; a Lua error is class {@code error} with the error value as reason. Scripts
 * can catch it. The Java stack, when it was collected, becomes the script's stack trace: generated
 * frames are recognised by their class loader.
 */
public class Raise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Atom kind;
  private final transient Object reason;
  private final boolean traced;
  private transient List<Turns> turns = List.of();

  /**
   * Calls of a function that it made as turns of a loop, and which so have no frames.
   *
   * @param history as in {@link Expr.Unrolled}, as is {@code calls}
   */
  public record Turns(long history, Tuple calls) {
    static final int CALL_BITS = 4;

    /** How often calls can be told apart in a history. */
    public static final int MOST_CALLS = (1 << CALL_BITS) - 1;

    /** What a history is multiplied with before another call is added. */
    public static final long STEP = 1 << CALL_BITS;

    /** The function whose frame was left, by its name in the module. */
    public Atom function() {
      return (Atom) calls.get(0);
    }

    /** The lines of the calls, the latest first; not more than the latest 16. */
    public List<Long> lines() {
      List<Long> lines = new ArrayList<>();
      for (long left = history; left != 0; left >>>= CALL_BITS) {
        lines.add((Long) calls.get((int) (left & MOST_CALLS)));
      }
      return lines;
    }
  }

  /**
   * @param trace whether to collect the stack; {@link Process#traces} says whether anyone will look
   *     at it
   */
  public Raise(Atom kind, Object reason, boolean trace) {
    super(null, null, false, trace);
    this.kind = kind;
    this.reason = reason;
    this.traced = trace;
  }

  /** Notes, for the trace, what a frame that this leaves stands for. */
  public final Raise through(long history, Tuple calls) {
    if (traced) {
      if (turns.isEmpty()) {
        turns = new ArrayList<>();
      }
      turns.add(new Turns(history, calls));
    }
    return this;
  }

  /** What {@link #through} noted, innermost first. */
  public final List<Turns> turns() {
    return Collections.unmodifiableList(turns);
  }

  /** One of the atoms error, exit, throw. */
  public Atom kind() {
    return kind;
  }

  public Object reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return kind + ":" + reason;
  }
}

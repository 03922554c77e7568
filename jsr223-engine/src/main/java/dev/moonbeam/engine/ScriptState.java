package dev.moonbeam.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a computation as a value: the variables of a session at one point, and for Lua all
 * tables and functions that can be reached from them. Evaluating on a state gives a result and a
 * further state; this one stays what it is, so that a program can try things, keep what it likes
 * and go back.
 *
 * <pre>{@code
 * ScriptState empty = node.newState("lua");
 * ScriptState one = empty.eval("x = {n = 1}").state();
 * ScriptState two = one.eval("x.n = 2").state();       // one.get("x") still has n = 1
 * }</pre>
 *
 * <p>Taking a state costs nothing and going from one to another costs what was written between
 * them, whatever their size. A state that is kept keeps what has been written since; one that
 * nobody refers to is collected. States that came of one another share a process, in which their
 * evaluations take turns; {@link #newSession} starts one from a state that runs beside them. A
 * function among the values of an evaluation goes on from where that ended; what it changes, it and
 * its like see, but no state.
 *
 * <p>What is not part of it: for Erlang the process dictionary and ETS; for Lua the stacks of
 * coroutines (one that was resumed after a state was taken is dead when that is gone back to) and
 * files; for both, mailboxes and other processes.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class ScriptState {
  private final Session session;
  private final Object version;
  private final Map<String, @Nullable Object> variables;
  private final Map<String, Variables.Given> given;
  private final @Nullable String module;

  ScriptState(
      Session session,
      Object version,
      Map<String, @Nullable Object> variables,
      Map<String, Variables.Given> given,
      @Nullable String module) {
    this.session = session;
    this.version = version;
    this.variables = variables;
    this.given = given;
    this.module = module;
  }

  /**
   * What an evaluation gives.
   *
   * @param value the script's value, or the function's
   * @param state what it made of the state
   */
  public record Evaluation(@Nullable Object value, ScriptState state) {}

  /**
   * Runs a script on this state.
   *
   * @throws ScriptFailure whatever goes wrong; also when this is asked for from within an
   *     evaluation on a state related to this one
   */
  public Evaluation eval(String source) {
    return eval(Session.UNNAMED, source);
  }

  /** As {@link #eval(String)}, the source being called {@code name} in messages. */
  public Evaluation eval(String name, String source) {
    Session here = session.at(this);
    Object value = here.eval(name, source);
    return new Evaluation(value, here.state());
  }

  /**
   * Calls a function, see {@link Session#call}, on this state.
   *
   * @throws ScriptFailure as {@link #eval(String)}
   */
  public Evaluation call(String function, @Nullable Object... arguments) {
    Session here = session.at(this);
    Object value = here.call(function, arguments);
    return new Evaluation(value, here.state());
  }

  /**
   * A variable as it is in this state; null when there is none.
   *
   * @throws ScriptFailure as {@link #eval(String)}
   */
  public @Nullable Object get(String name) {
    Object value = variables.get(name);
    Variables.Given assigned = given.get(name);
    return assigned == null || assigned.value() != value
        ? value
        : session.at(this).current(assigned.term());
  }

  /** This state with a variable set by the host. */
  public ScriptState with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new HashMap<>(variables);
    changed.put(name, value);
    return new ScriptState(session, version, changed, given, module);
  }

  /**
   * A further session that starts from this state, with a process of its own: it may run at the
   * same time as everything else. Takes no time, whatever the size; each side copies a table when
   * it first writes to it.
   */
  public Session newSession() {
    return session.forkAt(this);
  }

  Session session() {
    return session;
  }

  Object version() {
    return version;
  }

  Map<String, @Nullable Object> variables() {
    return variables;
  }

  Map<String, Variables.Given> given() {
    return given;
  }

  @Nullable String module() {
    return module;
  }
}

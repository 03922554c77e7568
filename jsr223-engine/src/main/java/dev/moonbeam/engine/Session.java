package dev.moonbeam.engine;

import dev.moonbeam.cache.CompiledScript;
import dev.moonbeam.core.code.LoadException;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.HostProcess;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation after the other in one language, all in the same process of the node and over the
 * same variables: Lua's globals, or the variables of Erlang's shell. Every evaluation runs on the
 * calling thread with a budget of its own.
 *
 * <p><b>All or nothing.</b> An evaluation that fails, or is ended by a limit, leaves the variables
 * and everything that can be reached from them as they were before it. What it did to the world
 * stays done: output, messages, processes it started, what it called in the host. {@link #state}
 * takes what there is between two evaluations as a value, {@link #restore} goes back to it.
 *
 * <p>Safe for use by several threads: evaluations take turns. One that is asked for from inside
 * another, by a function of the host that a script called, runs at once and on the outer one's
 * budget.
 */
public final class Session implements AutoCloseable {
  /** What a source without a name is called in messages. */
  static final String UNNAMED = "script";

  private final MoonbeamNode node;
  private final Language language;
  private final SessionProcess shared;
  private final SessionState state;
  private final SessionProcess.Place place;
  private final OutputSink output;
  private final LanguageBridge bridge;
  private final Callables callables;
  private final Failures failures;
  private final Sources sources;
  private final Map<String, @Nullable Object> variables =
      Collections.synchronizedMap(new HashMap<>());

  // Touched by the session's process only.
  private final Map<String, Variables.Given> given = new HashMap<>();

  /** The module loaded last: functions are looked for there when the host names no module. */
  private volatile @Nullable String module;

  Session(MoonbeamNode node, Language language, OutputSink output) {
    this(node, language, output, LanguageBridge.of(language).versions());
  }

  private Session(MoonbeamNode node, Language language, OutputSink output, Versions versions) {
    this.node = node;
    this.language = language;
    this.output = output;
    this.bridge = LanguageBridge.of(language);
    this.callables = new Callables(this, bridge);
    this.failures = new Failures(language, callables);
    this.sources = new Sources(node, language, bridge, failures);
    this.shared = new SessionProcess(process());
    this.state =
        new SessionState(
            versions, running -> bridge.prepare(running, callables, node.policy().hostAccess()));
    this.place = new SessionProcess.Place();
  }

  private HostProcess process() {
    try {
      return node.core().host(language, output);
    } catch (Kill kill) {
      throw failures.killed(kill);
    }
  }

  /** In the process of another one, over the same state or a version of it. */
  private Session(Session other, SessionProcess.Place place) {
    this.node = other.node;
    this.language = other.language;
    this.output = other.output;
    this.bridge = other.bridge;
    this.callables = new Callables(this, bridge);
    this.failures = new Failures(language, callables);
    this.sources = new Sources(node, language, bridge, failures);
    this.shared = other.shared;
    this.state = other.state;
    this.place = place;
  }

  public MoonbeamNode node() {
    return node;
  }

  /** The language's id: {@code lua}, {@code erlang}. */
  public String language() {
    return language.id();
  }

  /**
   * The process in which evaluations run: scripts can send it messages, and a later evaluation
   * receives them.
   */
  public Pid pid() {
    return shared.process.pid();
  }

  // ---------------------------------------------------------------- variables

  /** Sets a variable of the scripts. */
  public Session put(String name, @Nullable Object value) {
    variables.put(name, value);
    return this;
  }

  /** A variable as the host or the last evaluation left it; null when there is none. */
  public @Nullable Object get(String name) {
    return variables.get(name);
  }

  // ---------------------------------------------------------------- evaluating

  /**
   * Runs a script and gives its value (the first, where Lua returns several); of a Lua expression
   * too. A module is loaded, and its name is the value.
   *
   * @throws ScriptFailure whatever goes wrong
   */
  public @Nullable Object eval(String source) {
    return eval(UNNAMED, source);
  }

  /** As {@link #eval(String)}, the source being called {@code name} in messages. */
  public @Nullable Object eval(String name, String source) {
    return eval(name, source, Object.class);
  }

  /**
   * As {@link #eval(String, String)}, with the result as a Java type: a number type, {@code
   * byte[]}, a functional interface...
   *
   * @throws ScriptFailure also when the result is not of the type
   */
  public <T> @Nullable T eval(String name, String source, Class<T> type) {
    SourceUnit unit = new SourceUnit(name, source);
    Scope scope = Scope.of(variables);
    return run(sources.prepareValue(unit, scope), scope, output, type);
  }

  /**
   * Evaluates and gives the result as text, as the language's prompt shows it ({@code ~p} for
   * Erlang).
   */
  public String show(String name, String source) {
    Scope scope = Scope.of(variables);
    Sources.Prepared script = sources.prepareValue(new SourceUnit(name, source), scope);
    if (script.isModule()) {
      return String.valueOf(run(script, scope, output, Object.class));
    }
    LoadedModule loaded = node.scripts().get(script.script());
    return evaluate(
        output,
        running ->
            runScript(
                running, loaded, scope, value -> language.display(running.one(value), running)));
  }

  /**
   * Runs a script and keeps its value, as the term it is, under a name that {@link #call} finds.
   */
  void define(String variable, String name, String source) {
    Scope scope = Scope.of(variables);
    Sources.Prepared script = sources.prepare(new SourceUnit(name, source), scope);
    evaluate(
        output,
        running -> {
          LoadedModule loaded = node.scripts().get(script.script());
          return runScript(
              running,
              loaded,
              scope,
              value -> {
                bridge.define(running, variable, running.one(value));
                return null;
              });
        });
  }

  /** Runs a script as a program: with arguments, and for what it does rather than for its value. */
  public void run(String name, String source, Object... arguments) {
    Scope scope = Scope.of(variables);
    Sources.Prepared script = sources.prepare(new SourceUnit(name, source), scope);
    evaluate(
        output,
        running -> {
          Variables seen = new Variables(running, scope, callables, given);
          LoadedModule loaded = node.scripts().get(script.script());
          language.runWithArguments(running, loaded, seen, terms(running, arguments));
          seen.commit();
          return null;
        });
  }

  /**
   * Prints the stages of compiling a source: {@code ast}, {@code core}, each pass, {@code
   * bytecode}.
   *
   * @param listener gets the name of each stage and what it made
   * @throws ScriptFailure when it does not compile; the stages before have been listened to
   */
  public void dump(String name, String source, BiConsumer<String, String> listener) {
    sources.dump(new SourceUnit(name, source), listener);
  }

  /**
   * Compiles a source and says what is wrong with it, without running anything. Its classes are
   * defined and verified, too, so that what passes here can be loaded.
   *
   * @return its warnings
   * @throws ScriptFailure when it does not compile
   */
  public List<Diagnostic> check(String name, String source) {
    CompiledScript script =
        sources.prepare(new SourceUnit(name, source), Scope.of(variables)).script();
    node.core().code().define(script.module()).verify();
    return script.warnings();
  }

  <T> @Nullable T run(Sources.Prepared prepared, Scope scope, OutputSink out, Class<T> type) {
    if (prepared.isModule()) {
      String name = evaluate(out, _ -> node.load(prepared.script()));
      module = name;
      return type.isInstance(name) ? type.cast(name) : null;
    }
    return evaluate(
        out,
        running -> {
          LoadedModule loaded = node.scripts().get(prepared.script());
          return runScript(running, loaded, scope, value -> result(running, value, type));
        });
  }

  /** Runs a script; the host sees what it assigned once its result has been made use of. */
  private <T> T runScript(
      Process running, LoadedModule loaded, Scope scope, Function<Object, T> use) {
    Variables seen = new Variables(running, scope, callables, given);
    T result = use.apply(language.run(running, loaded, seen));
    seen.commit();
    return result;
  }

  // ---------------------------------------------------------------- calling

  /**
   * Calls a global function of Lua, or one of an Erlang module given as {@code module:function}.
   *
   * @throws ScriptFailure whatever goes wrong
   */
  public @Nullable Object call(String function, @Nullable Object... arguments) {
    return call(output, function, Object.class, arguments);
  }

  <T> @Nullable T call(
      OutputSink out, String function, Class<T> type, @Nullable Object[] arguments) {
    return evaluate(
        out,
        running -> {
          Fun found = find(running, function, arguments.length);
          if (found == null) {
            throw failures.noSuchFunction(function);
          }
          return applyHere(running, found, type, arguments);
        });
  }

  /** As {@link #call}, in a process of its own on the node's threads. */
  @Nullable Object runProcess(String function, @Nullable Object[] arguments) {
    Fun[] found = new Fun[1];
    Object[] terms =
        evaluate(
            running -> {
              found[0] = find(running, function, arguments.length);
              if (found[0] == null) {
                throw failures.noSuchFunction(function);
              }
              FromHost fromHost = callables.fromHost(running);
              Object[] converted = new Object[arguments.length];
              for (int i = 0; i < converted.length; i++) {
                converted[i] = fromHost.convert(arguments[i]);
              }
              return converted;
            });
    try {
      Object value = node.core().run(language, output, failures::raised, found[0], terms);
      return evaluate(running -> result(running, value, Object.class));
    } catch (Kill kill) {
      throw failures.killed(kill);
    } catch (InterruptedException e) {
      throw failures.killed(new Kill("evaluation interrupted", Atom.of("interrupted")));
    } finally {
      output.flush();
    }
  }

  /** Whether {@link #call} would find the function. */
  boolean hasFunction(String function, int arity) {
    return evaluate(output, running -> find(running, function, arity) != null);
  }

  private @Nullable Fun find(Process running, String name, int arity) {
    String last = module;
    return bridge.function(
        running, last == null || name.indexOf(':') >= 0 ? name : last + ":" + name, arity);
  }

  /** Sends a message from the session's process. */
  void send(Pid to, @Nullable Object message) {
    evaluate(
        output,
        running -> {
          running.send(to, callables.fromHost(running).convert(message));
          return null;
        });
  }

  <T> @Nullable T apply(Fun function, Class<T> type, @Nullable Object[] arguments) {
    return evaluate(output, running -> applyHere(running, function, type, arguments));
  }

  private <T> @Nullable T applyHere(
      Process running, Fun function, Class<T> type, @Nullable Object[] arguments) {
    return result(running, running.call(function, terms(running, arguments)), type);
  }

  private Object[] terms(Process running, @Nullable Object[] values) {
    FromHost fromHost = callables.fromHost(running);
    Object[] terms = new Object[values.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = fromHost.convert(values[i]);
    }
    return terms;
  }

  private <T> @Nullable T result(Process running, Object result, Class<T> type) {
    Object value = Coercion.coerce(running.one(result), type, callables.toHost(running));
    @SuppressWarnings(
        "unchecked") // Coercion gives an instance of the type, boxed where it is primitive.
    T typed = (T) value;
    return typed;
  }

  // ---------------------------------------------------------------- the one way in

  Callables callables() {
    return callables;
  }

  Failures failures() {
    return failures;
  }

  /** Compiles for this session. */
  Sources sources() {
    return sources;
  }

  <T> T evaluate(Body<T> body) {
    return evaluate(output, body);
  }

  /** What runs in the session's process. */
  @FunctionalInterface
  interface Body<T> {
    T run(Process process);
  }

  /**
   * Runs the body in the process of this session, all or nothing, and turns whatever it throws into
   * a ScriptFailure.
   */
  <T> T evaluate(OutputSink out, Body<T> body) {
    Object[] result = new Object[1];
    try {
      shared.process.evaluate(
          out,
          running -> {
            shared.evaluate(
                running, state, place, failures, () -> result[0] = guarded(running, body));
            return Boolean.TRUE;
          });
    } catch (ScriptFailure failure) {
      throw failure;
    } catch (Kill kill) {
      throw failures.killed(kill);
    } catch (RuntimeException | Error e) {
      throw failures.internal(e);
    } finally {
      out.flush();
    }
    @SuppressWarnings("unchecked") // It is what the body gave.
    T typed = (T) result[0];
    return typed;
  }

  private <T> T guarded(Process running, Body<T> body) {
    try {
      return body.run(running);
    } catch (Raise raise) {
      throw failures.raised(running, raise);
    } catch (ConversionException e) {
      throw failures.conversion(e);
    } catch (LoadException e) {
      throw failures.notLoaded(e);
    }
  }

  // ---------------------------------------------------------------- states

  /**
   * The variables, and for Lua everything that can be reached from them, as a value: what this
   * session evaluates later does not change it. Takes no time, whatever the size.
   *
   * @throws ScriptFailure when an evaluation of this session is under way, which asks for it
   */
  public ScriptState state() {
    if (place.version == null) {
      evaluate(_ -> null);
    }
    return whileIdle(
        _ ->
            new ScriptState(
                this,
                Objects.requireNonNull(place.version),
                Collections.unmodifiableMap(new HashMap<>(variables)),
                Map.copyOf(given),
                module));
  }

  /**
   * Makes this session go on from a state: one of its own, or one that came of those. Takes as long
   * as what has been written since took to write.
   *
   * @throws ScriptFailure when an evaluation of this session is under way, which asks for it
   * @throws IllegalArgumentException when the state is not one of this session's
   */
  public void restore(ScriptState state) {
    if (!state.session().sharesStateWith(this)) {
      throw new IllegalArgumentException("a state of another session");
    }
    whileIdle(
        _ -> {
          place.version = state.version();
          take(state);
          return null;
        });
  }

  /** A session over a state of this one, in the same process. */
  Session at(ScriptState from) {
    whileIdle(_ -> null);
    SessionProcess.Place start = new SessionProcess.Place();
    start.version = from.version();
    Session session = new Session(this, start);
    session.take(from);
    return session;
  }

  /** A session in a process of its own, which starts from a state of this one. */
  Session forkAt(ScriptState from) {
    Versions fork =
        whileIdle(
            running -> {
              state.prepare(running);
              if (state.versions.present(running) != from.version()) {
                state.versions.goTo(running, from.version());
              }
              return state.versions.fork(running);
            });
    Session session = new Session(node, language, output, fork);
    session.take(from);
    return session;
  }

  private void take(ScriptState from) {
    module = from.module();
    given.clear();
    given.putAll(from.given());
    variables.clear();
    variables.putAll(from.variables());
  }

  /** A variable that scripts assigned, as it is now. */
  @Nullable Object current(Object term) {
    return evaluate(running -> callables.toHost(running).convert(term));
  }

  /** Whether evaluations of the two work on versions of one state. */
  boolean sharesStateWith(Session other) {
    return state == other.state;
  }

  /** Runs the body in the process between two evaluations. */
  private <T> T whileIdle(Function<Process, T> body) {
    Object[] result = new Object[1];
    try {
      shared.process.evaluate(
          output,
          running -> {
            if (shared.isActive(state)) {
              throw failures.busy();
            }
            result[0] = body.apply(running);
            return Boolean.TRUE;
          });
    } catch (Kill kill) {
      throw failures.killed(kill);
    }
    @SuppressWarnings("unchecked") // It is what the body gave.
    T typed = (T) result[0];
    return typed;
  }

  /**
   * Ends the session's process, after the finalizers of what scripts have left in it. Its node and
   * what it started go on.
   */
  @Override
  public void close() {
    try {
      if (state.isPrepared()) {
        evaluate(
            running -> {
              language.close(running);
              return Boolean.TRUE;
            });
      }
    } catch (ScriptFailure cutShort) {
      // Finalizers that ran into a limit have been ended, which is all there is to do: the session
      // is over, and who closes it asks for nothing.
      return;
    } finally {
      shared.process.close();
    }
  }
}

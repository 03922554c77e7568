package dev.moonbeam.engine;

import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;

/**
 * A {@code javax.script} engine over a node. Each ENGINE_SCOPE bindings object has a {@link
 * Session} of its own, which lives as long as the bindings do: what scripts define under one is not
 * seen under another. Whatever goes wrong is a ScriptException whose cause is the {@link
 * ScriptFailure}.
 *
 * <p>Safe for use by several threads, as far as their ScriptContexts are.
 */
final class MoonbeamScriptEngine extends AbstractScriptEngine
    implements Compilable, Invocable, AutoCloseable {
  private final MoonbeamScriptEngineFactory factory;
  private final MoonbeamNode node;
  private final boolean ownsNode;
  private final SessionsByBindings sessions;

  MoonbeamScriptEngine(MoonbeamScriptEngineFactory factory, MoonbeamNode node, boolean ownsNode) {
    this.factory = factory;
    this.node = node;
    this.ownsNode = ownsNode;
    this.sessions = new SessionsByBindings(() -> node.newSession(factory.languageId()));
  }

  @Override
  public ScriptEngineFactory getFactory() {
    return factory;
  }

  @Override
  public Bindings createBindings() {
    return new SimpleBindings();
  }

  // ---------------------------------------------------------------- evaluating

  @Override
  public @Nullable Object eval(String script, ScriptContext context) throws ScriptException {
    SourceUnit source = source(Objects.requireNonNull(script, "script"), context);
    return guarded(
        () -> {
          Session session = sessions.of(context);
          Scope scope = new ContextScope(context);
          return session.run(
              session.sources().prepareValue(source, scope), scope, sink(context), Object.class);
        });
  }

  @Override
  public @Nullable Object eval(Reader reader, ScriptContext context) throws ScriptException {
    return eval(read(reader), context);
  }

  private static SourceUnit source(String text, ScriptContext context) {
    Object name = context.getAttribute(ScriptEngine.FILENAME);
    return new SourceUnit(name instanceof String given ? given : Session.UNNAMED, text);
  }

  private static OutputSink sink(ScriptContext context) {
    return context.getWriter() == null ? OutputSink.none() : new WriterSink(context.getWriter());
  }

  private static String read(Reader reader) throws ScriptException {
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new ScriptException(e);
    }
  }

  // ---------------------------------------------------------------- Compilable

  /**
   * Compiles at once, so that errors show here. Which of an Erlang script's variables the host will
   * set is known only when it runs, so one that is unbound until then is found then.
   */
  @Override
  public CompiledScript compile(String script) throws ScriptException {
    SourceUnit source = source(Objects.requireNonNull(script, "script"), context);
    guarded(
        () -> {
          sessions.of(context).sources().checkUnbound(source, new ContextScope(context));
          return null;
        });
    return new Compiled(source);
  }

  @Override
  public CompiledScript compile(Reader reader) throws ScriptException {
    return compile(read(reader));
  }

  private final class Compiled extends CompiledScript {
    private final SourceUnit source;

    Compiled(SourceUnit source) {
      this.source = source;
    }

    @Override
    public @Nullable Object eval(ScriptContext where) throws ScriptException {
      return guarded(
          () -> {
            Session session = sessions.of(where);
            Scope scope = new ContextScope(where);
            return session.run(
                session.sources().prepareValue(source, scope), scope, sink(where), Object.class);
          });
    }

    @Override
    public ScriptEngine getEngine() {
      return MoonbeamScriptEngine.this;
    }
  }

  // ---------------------------------------------------------------- Invocable

  @Override
  public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
      throws ScriptException, NoSuchMethodException {
    Objects.requireNonNull(name, "name");
    Object[] given = arguments == null ? new Object[0] : arguments;
    Session session = sessions.of(context);
    if (!guarded(() -> session.hasFunction(name, given.length))) {
      throw new NoSuchMethodException(name + "/" + given.length);
    }
    return guarded(() -> session.call(sink(context), name, Object.class, given));
  }

  @Override
  public @Nullable Object invokeMethod(Object thiz, String name, @Nullable Object... arguments)
      throws ScriptException, NoSuchMethodException {
    Objects.requireNonNull(name, "name");
    Object[] given = arguments == null ? new Object[0] : arguments;
    ScriptFunction method = method(thiz, name);
    if (method == null) {
      throw new NoSuchMethodException(name);
    }
    return guarded(() -> method.call(given));
  }

  @Override
  public <T> @Nullable T getInterface(Class<T> type) {
    Session session = sessions.of(context);
    return implemented(
        type,
        method -> {
          int arity = method.getParameterCount();
          return session.hasFunction(method.getName(), arity)
              ? arguments ->
                  session.call(sink(context), method.getName(), method.getReturnType(), arguments)
              : null;
        },
        session);
  }

  @Override
  public <T> @Nullable T getInterface(Object thiz, Class<T> type) {
    return implemented(type, method -> method(thiz, method.getName()), thiz);
  }

  /** Null, as the contract has it, unless the script has a function for every abstract method. */
  private static <T> @Nullable T implemented(
      Class<T> type,
      java.util.function.Function<Method, @Nullable ScriptFunction> lookup,
      Object identity) {
    if (type == null || !type.isInterface()) {
      throw new IllegalArgumentException("an interface expected: " + type);
    }
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && lookup.apply(method) == null) {
        return null;
      }
    }
    return Proxies.of(type, lookup, identity);
  }

  /** The function of an object of a script: an entry of a table, called with the table first. */
  private static @Nullable ScriptFunction method(Object thiz, String name) {
    if (thiz instanceof ScriptObject object) {
      return object.method(name);
    }
    if (!(thiz instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not an object of a script: " + thiz);
    }
    return map.get(name) instanceof ScriptFunction function
        ? arguments -> {
          Object[] all = new Object[arguments.length + 1];
          all[0] = thiz;
          System.arraycopy(arguments, 0, all, 1, arguments.length);
          return function.call(all);
        }
        : null;
  }

  // ---------------------------------------------------------------- failures

  private static <T> T guarded(Supplier<T> work) throws ScriptException {
    try {
      return work.get();
    } catch (ScriptFailure failure) {
      throw scriptException(failure);
    }
  }

  private static ScriptException scriptException(ScriptFailure failure) {
    Position position = failure.position().orElse(null);
    ScriptException exception =
        position == null || position.line() == 0
            ? new ScriptException(failure.getMessage())
            : new ScriptException(
                failure.getMessage(),
                position.file(),
                position.line(),
                position.column() == 0 ? -1 : position.column());
    exception.initCause(failure);
    return exception;
  }

  /** Ends the node with everything on it, if this engine made it. */
  @Override
  public void close() {
    sessions.close();
    if (ownsNode) {
      node.close();
    }
  }
}

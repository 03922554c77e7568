package dev.moonbeam.core.language;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.code.UndefinedFunction;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frontend gives to the core and to the engine: a service found by {@link
 * java.util.ServiceLoader}. Stateless and safe for use by several threads.
 */
public interface Language {
  /** Short id: {@code lua}, {@code erlang}. Also the first of {@link #names}. */
  String id();

  /** Names for {@code ScriptEngineManager.getEngineByName}. */
  List<String> names();

  List<String> extensions();

  List<String> mimeTypes();

  /** {@code Lua}; {@code Erlang}. */
  String languageName();

  /** {@code 5.4}; {@code 27}. */
  String languageVersion();

  /** Source to core IR. Lint warnings go to {@code options.warnings()}. */
  CoreModule lower(SourceUnit source, CompileOptions options) throws CompileException;

  /** The syntax tree as text, for {@code --dump=ast}. */
  String dumpSyntaxTree(SourceUnit source, CompileOptions options) throws CompileException;

  /**
   * The libraries written in Java that remote calls and this language's library tables are linked
   * from.
   */
  List<BuiltinTable> builtins();

  /**
   * Those of {@link #builtins} that remote calls reach as {@code module:function/arity} from every
   * language. None by default: a library that scripts reach through tables of their own is nobody
   * else's business.
   */
  default List<BuiltinTable> remoteBuiltins() {
    return List.of();
  }

  /**
   * A module of this language's library that was compiled at build time, or null. May be asked for
   * any name.
   */
  default @Nullable CompiledModule shippedModule(String name) {
    return null;
  }

  /**
   * Whether the source is a module (has a name, is loaded and called into) rather than a script (is
   * run). For Erlang: starts with an attribute; for Lua: never.
   */
  boolean isModule(SourceUnit source);

  /**
   * Runs a loaded script as the body of {@code process}, on this thread, with the bindings as its
   * variables, and gives its single result. May raise.
   */
  Object run(Process process, LoadedModule script, Bindings bindings);

  /**
   * As {@link #run}, with arguments (terms) for the script where the language has such (Lua's
   * {@code ...}).
   */
  default Object runWithArguments(
      Process process, LoadedModule script, Bindings bindings, Object[] arguments) {
    return run(process, script, bindings);
  }

  /**
   * Ends what scripts have left in {@code process}, on this thread: Lua's finalizers of what is
   * still alive. Nothing but a Kill comes out of it.
   */
  default void close(Process process) {}

  /**
   * The most levels of nested calls that a process of this language may have, in the unit of the
   * policy's limit of depth and whatever that allows.
   */
  default long mostLevels() {
    return Long.MAX_VALUE;
  }

  /**
   * What is thrown when the call depth limit is reached in code of this language: a Raise or a
   * Kill.
   */
  Throwable depthExceeded(Process process);

  /**
   * The value as this language prints it at its prompt ({@code ~p} for Erlang, tostring for Lua).
   */
  String display(Object value);

  /**
   * As {@link #display(Object)}, within the limits of the process that asks: a term that shares its
   * parts may print to any length.
   */
  default String display(Object value, WorkMeter meter) {
    return display(value);
  }

  /**
   * Renders an uncaught exception as this language's stand-alone program does on standard error,
   * with traceback.
   */
  String describe(Process process, Throwable failure);

  /**
   * With what reason a process ends that did not catch {@code raise}: what links and monitors see.
   * The default has no stack trace.
   */
  default Object exitReason(Process process, Raise raise) {
    if (raise.kind() == Atom.EXIT) {
      return raise.reason();
    }
    Object reason =
        raise.kind() == Atom.THROW ? new Tuple(Atom.of("nocatch"), raise.reason()) : raise.reason();
    Object trace =
        raise instanceof UndefinedFunction missing
            ? Cons.list(
                new Tuple(
                    Atom.of(missing.module()),
                    Atom.of(missing.function()),
                    Cons.list(missing.arguments()),
                    Nil.EMPTY))
            : Nil.EMPTY;
    return new Tuple(reason, trace);
  }

  /**
   * Lets generated code of that module reach the packages with the methods that primitives name.
   */
  void exportRuntimeTo(Module generated);
}

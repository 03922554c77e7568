package dev.moonbeam.erlang;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.erlang.compile.Behaviours;
import dev.moonbeam.erlang.compile.ErlangLowering;
import dev.moonbeam.erlang.compile.LintModule;
import dev.moonbeam.erlang.compile.ParseTransforms;
import dev.moonbeam.erlang.library.ErlangLibrary;
import dev.moonbeam.erlang.library.ExceptionText;
import dev.moonbeam.erlang.library.TermText;
import dev.moonbeam.erlang.runtime.Exceptions;
import dev.moonbeam.erlang.syntax.AbstractFormat;
import dev.moonbeam.erlang.syntax.Diagnostics;
import dev.moonbeam.erlang.syntax.ErlangSource;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import dev.moonbeam.erlang.syntax.ParsedSource;
import dev.moonbeam.policy.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Erlang, as of OTP 27. */
public final class ErlangLanguage implements Language {
  @Override
  public String id() {
    return "erlang";
  }

  @Override
  public List<String> names() {
    return List.of("erlang", "Erlang", "erl", "beam");
  }

  @Override
  public List<String> extensions() {
    return List.of("erl", "escript");
  }

  @Override
  public List<String> mimeTypes() {
    return List.of("text/x-erlang", "application/x-erlang");
  }

  @Override
  public String languageName() {
    return "Erlang";
  }

  @Override
  public String languageVersion() {
    return "27";
  }

  @Override
  public CoreModule lower(SourceUnit source, CompileOptions options) throws CompileException {
    checkLength(source, options);
    boolean isModule = isModule(source);
    ParsedSource parsed =
        onLargeStack(
            source,
            () ->
                isModule
                    ? ErlangSource.module(source, options)
                    : ErlangSource.script(source, options));
    if (!isModule) {
      return onLargeStack(source, () -> lowerScript(parsed, options));
    }
    // Not on the large stack: a transform or a behaviour is a script, which may wait and may have
    // code compiled.
    ParsedSource transformed = guarded(source, () -> ParseTransforms.apply(parsed, options));
    Behaviours behaviours = Behaviours.of(transformed.forms(), options.surroundings());
    return onLargeStack(source, () -> lowerModule(transformed, behaviours, options));
  }

  private CoreModule lowerModule(ParsedSource source, Behaviours behaviours, CompileOptions options)
      throws CompileException {
    LintModule.module(source, behaviours);
    check(source.diagnostics());
    CoreModule module = ErlangLowering.module(source, builtins());
    check(source.diagnostics());
    source.diagnostics().sorted().forEach(options.warnings());
    return module;
  }

  private CoreModule lowerScript(ParsedSource source, CompileOptions options)
      throws CompileException {
    check(source.diagnostics());
    LintModule.script(source, options.bindingNames());
    check(source.diagnostics());
    CoreModule module = ErlangLowering.script(source, options.bindingNames(), builtins());
    check(source.diagnostics());
    source.diagnostics().sorted().forEach(options.warnings());
    return module;
  }

  private static void check(Diagnostics diagnostics) throws CompileException {
    if (diagnostics.hasErrors()) {
      throw new CompileException(diagnostics.sorted());
    }
  }

  private static void checkLength(SourceUnit source, CompileOptions options)
      throws CompileException {
    if (source.text().length() > options.maxSourceLength()) {
      throw failure(
          source,
          "source too long ("
              + source.text().length()
              + " characters, limit "
              + options.maxSourceLength()
              + ")");
    }
  }

  private static <T> T onLargeStack(SourceUnit source, Callable<T> work) throws CompileException {
    return guarded(source, () -> LargeStack.run(work));
  }

  /** Does what may throw {@link LargeStack.TooDeep}. */
  private static <T> T guarded(SourceUnit source, Callable<T> work) throws CompileException {
    try {
      return work.call();
    } catch (CompileException | RuntimeException e) {
      if (e instanceof LargeStack.TooDeep) {
        throw failure(source, "nesting too deep");
      }
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompileException failure(SourceUnit source, String message) {
    Position place = new Position(source.name(), 1, 0);
    return new CompileException(
        List.of(new Diagnostic(Diagnostic.Severity.ERROR, place, message, null)));
  }

  @Override
  public String dumpSyntaxTree(SourceUnit source, CompileOptions options) throws CompileException {
    checkLength(source, options);
    return onLargeStack(
        source,
        () -> {
          ParsedSource parsed =
              isModule(source)
                  ? ErlangSource.module(source, options)
                  : ErlangSource.script(source, options);
          check(parsed.diagnostics());
          StringBuilder text = new StringBuilder();
          for (Form form : parsed.forms()) {
            text.append(ExceptionText.pretty(AbstractFormat.form(form))).append(".\n");
          }
          for (Node node : parsed.script()) {
            text.append(ExceptionText.pretty(AbstractFormat.expression(node))).append(".\n");
          }
          return text.toString();
        });
  }

  @Override
  public List<BuiltinTable> builtins() {
    return ErlangLibrary.tables();
  }

  /** Every Erlang module can be called from anywhere. */
  @Override
  public List<BuiltinTable> remoteBuiltins() {
    return ErlangLibrary.tables();
  }

  @Override
  public @Nullable CompiledModule shippedModule(String name) {
    return LibraryModules.find(name);
  }

  @Override
  public boolean isModule(SourceUnit source) {
    return ErlangSource.isModule(source.text());
  }

  @Override
  public Object run(Process process, LoadedModule script, Bindings bindings) {
    List<Object> arguments = new ArrayList<>();
    for (String name : names(script, ErlangLowering.TAKES)) {
      Object value = bindings.get(name);
      arguments.add(value == null ? Atom.UNDEFINED : value);
    }
    Fun function = script.function(ErlangLowering.SCRIPT, arguments.size());
    Tuple results = (Tuple) process.call(function, arguments.toArray());
    List<String> gives = names(script, ErlangLowering.GIVES);
    for (int i = 0; i < gives.size(); i++) {
      bindings.put(gives.get(i), results.get(i + 1));
    }
    return results.get(0);
  }

  private static List<String> names(LoadedModule script, String attribute) {
    List<String> names = new ArrayList<>();
    Object rest = script.compiled().attributes().get(attribute);
    while (rest instanceof Cons cell) {
      names.add(((Atom) cell.head).name());
      rest = cell.tail;
    }
    return names;
  }

  /**
   * The stack of a process is part of its memory: too deep a recursion ends the process, and it
   * cannot catch that.
   */
  @Override
  public Throwable depthExceeded(Process process) {
    return process.exceeded(Limit.DEPTH, process.node().policy().limits().get(Limit.DEPTH));
  }

  @Override
  public String display(Object value) {
    return display(value, WorkMeter.NONE);
  }

  @Override
  public String display(Object value, WorkMeter meter) {
    return TermText.pretty(value, 1, meter);
  }

  @Override
  public String describe(Process process, Throwable failure) {
    if (failure instanceof Raise raise) {
      return ExceptionText.of(raise);
    }
    return String.valueOf(failure.getMessage());
  }

  @Override
  public Object exitReason(Process process, Raise raise) {
    return Exceptions.exitReason(raise);
  }

  @Override
  public void exportRuntimeTo(Module generated) {
    Module own = ErlangLanguage.class.getModule();
    own.addExports("dev.moonbeam.erlang.runtime", generated);
    own.addExports("dev.moonbeam.erlang.library", generated);
  }
}

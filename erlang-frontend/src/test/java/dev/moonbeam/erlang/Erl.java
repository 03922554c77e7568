package dev.moonbeam.erlang;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles and runs Erlang source for tests. */
public final class Erl {
  private static final ErlangLanguage LANGUAGE = new ErlangLanguage();

  private Erl() {}

  /** Options that find headers in these folders and tell nobody of warnings. */
  public static CompileOptions options(List<String> includes, List<Diagnostic> warnings) {
    return new CompileOptions(List.of(), includes, Map.of(), true, Long.MAX_VALUE, warnings::add);
  }

  /** Errors, or if there are none warnings, as {@code line:column: message}. */
  public static List<String> diagnostics(String source) {
    List<Diagnostic> said = new ArrayList<>();
    try {
      LANGUAGE.lower(new SourceUnit("m.erl", source), options(List.of(), said));
    } catch (CompileException e) {
      said = e.diagnostics();
    }
    List<String> lines = new ArrayList<>();
    for (Diagnostic each : said) {
      lines.add(
          each.position().line()
              + ":"
              + each.position().column()
              + ": "
              + (each.severity() == Diagnostic.Severity.WARNING ? "Warning: " : "")
              + each.message());
    }
    return lines;
  }

  /** The value of a script as {@code ~p} shows it, or {@code class:reason} of what it raises. */
  public static String eval(String source) {
    return eval(Node.of(SandboxPolicy.standard()), source, new HashMap<>());
  }

  /** As {@link #eval(String)}, with variables that it may use and adds to. */
  public static String eval(Node node, String source, Map<String, Object> variables) {
    try {
      List<String> names = List.copyOf(variables.keySet());
      CompileOptions options =
          new CompileOptions(names, List.of(), Map.of(), true, Long.MAX_VALUE, warning -> {});
      CoreModule core = LANGUAGE.lower(new SourceUnit("script", source), options);
      CompiledModule compiled =
          ModuleCompiler.compile(core, CompilerOptions.standard().withLint(true));
      LoadedModule script = node.code().define(compiled);
      Object value =
          node.evaluate(process -> LANGUAGE.run(process, script, new MapBindings(variables)));
      return LANGUAGE.display(value);
    } catch (CompileException e) {
      return "does not compile: " + e.first().message();
    } catch (Raise e) {
      return e.kind().name() + ":" + LANGUAGE.display(e.reason());
    }
  }

  private record MapBindings(Map<String, Object> variables) implements Bindings {
    @Override
    public Iterable<String> names() {
      return variables.keySet();
    }

    @Override
    public @Nullable Object get(String name) {
      return variables.get(name);
    }

    @Override
    public void put(String name, Object term) {
      variables.put(name, term);
    }
  }
}

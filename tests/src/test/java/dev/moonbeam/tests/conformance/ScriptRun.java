package dev.moonbeam.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.code.ModuleCodec;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.HostProcess;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.LimitExceeded;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Runs one script in one mode and gives what it did, in the form in which {@link Script} expects
 * it.
 */
final class ScriptRun {
  /**
   * Longer than any script takes on a slow machine with much else to do; one that loops for ever is
   * ended and reported. What a script or its policy says counts only where the script is to be
   * ended by it.
   */
  private static final long TIME_LIMIT = 120_000_000_000L;

  private static final int VALUE_LIMIT = 1 << 20;
  private static final Map<String, Language> LANGUAGES = languages();

  private final Script script;
  private final RunMode mode;
  private final Language language;
  private final Map<Script.Step, CompiledModule> compiled;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final List<List<String>> outcome = new ArrayList<>();
  private long reductions;

  /**
   * @param compiled modules that an earlier run made, for CACHED to take and for FRESH to leave
   */
  ScriptRun(Script script, RunMode mode, Map<Script.Step, CompiledModule> compiled) {
    this.script = script;
    this.mode = mode;
    this.compiled = compiled;
    Language found = LANGUAGES.get(script.language());
    if (found == null) {
      throw new IllegalStateException("no language " + script.language() + " is installed");
    }
    this.language = found;
  }

  private static Map<String, Language> languages() {
    Map<String, Language> languages = new HashMap<>();
    ServiceLoader.load(Language.class).forEach(each -> languages.put(each.id(), each));
    return languages;
  }

  /** Lines for each step. */
  List<List<String>> outcome() {
    return outcome;
  }

  /** Counted by the last run of the script; the same in all modes that meter. */
  long reductions() {
    return reductions;
  }

  /** The policy that the script's directives ask for. */
  static SandboxPolicy policy(Script script) {
    SandboxPolicy policy =
        switch (script.directives().getOrDefault("policy", "trusted")) {
          case "trusted" -> SandboxPolicy.trusted();
          case "standard" -> SandboxPolicy.standard();
          case "untrusted" -> SandboxPolicy.untrusted();
          case String other -> throw new IllegalArgumentException("no policy " + other);
        };
    String limits = script.directives().get("limit");
    if (limits != null) {
      policy = policy.withLimits(limits);
    }
    return script.endsBy("time") ? policy : policy.withLimit(Limit.TIME, TIME_LIMIT);
  }

  void run() {
    OutputSink sink =
        (bytes, offset, length) -> {
          synchronized (output) {
            output.write(bytes, offset, length);
          }
        };
    Node.Builder builder = Node.builder().policy(policy(script)).output(sink);
    if (mode == RunMode.PREEMPTED) {
      builder.sliceLength(1);
    }
    try (Node node = builder.build()) {
      if (mode == RunMode.RELOADED && script.kind() != Script.Kind.SESSION) {
        runSteps(node);
        outcome.clear();
        output.reset();
      }
      if (mode == RunMode.FORKED) {
        runForked(node);
      } else {
        runSteps(node);
      }
      reductions = node.statistics().reductions();
    }
  }

  private void runForked(Node node) {
    try (HostProcess process = node.host(language, node.output())) {
      StateCheck state = new StateCheck(process);
      List<List<String>> onFork = state.onFork(() -> outcomeOf(process));
      List<List<String>> undone = state.undone(() -> outcomeOf(process));
      assertThat(undone).as("on the state that was forked").isEqualTo(onFork);
      runSteps(process);
    }
  }

  private List<List<String>> outcomeOf(HostProcess process) {
    runSteps(process);
    List<List<String>> lines = List.copyOf(outcome);
    outcome.clear();
    output.reset();
    return lines;
  }

  private void runSteps(Node node) {
    try (HostProcess process = node.host(language, node.output())) {
      runSteps(process);
    }
  }

  private void runSteps(HostProcess process) {
    Map<String, Object> variables = new LinkedHashMap<>();
    loadModules(process.node());
    for (Script.Step step : script.steps()) {
      List<String> lines = new ArrayList<>();
      String failure = runStep(process, step, variables);
      synchronized (output) {
        // Other processes of the script may still print; what comes later belongs to the next
        // step.
        String printed = output.toString(StandardCharsets.UTF_8);
        output.reset();
        if (failure == null) {
          lines.addAll(OracleOutcomes.lines(printed));
        } else if (script.kind() == Script.Kind.CHUNK) {
          // The real Lua reports on standard error.
          lines.addAll(OracleOutcomes.lines(printed));
          lines.addAll(OracleOutcomes.lines(failure));
        } else {
          lines.addAll(OracleOutcomes.lines(printed + failure));
        }
      }
      outcome.add(lines);
      if (failure != null && failure.startsWith("kill: ") && !script.isAboutStates()) {
        // What a killed session would still do says nothing.
        break;
      }
    }
  }

  /** What the step adds to its output: a session's value, an error, a kill; or null. */
  private @Nullable String runStep(
      HostProcess process, Script.Step step, Map<String, Object> variables) {
    CompiledModule module;
    try {
      module = compiled(step, List.copyOf(variables.keySet()));
    } catch (CompileException e) {
      return compileErrors(e);
    }
    try {
      return (String)
          process.evaluate(
              running -> {
                try {
                  return script.isAboutStates()
                      ? StateCheck.allOrNothing(running, () -> evaluate(running, module, variables))
                      : evaluate(running, module, variables);
                } catch (Raise raise) {
                  return "error: " + describe(running, raise);
                }
              });
    } catch (LimitExceeded limit) {
      return "kill: " + limit.limit().word();
    } catch (Kill kill) {
      return "kill: " + kill.getMessage();
    }
  }

  private void loadModules(Node node) {
    for (String source : script.modules()) {
      try {
        node.code()
            .load(
                ModuleCompiler.compile(
                    LANGUAGES
                        .get("erlang")
                        .lower(
                            new SourceUnit(script.fileName(), source), CompileOptions.standard()),
                    CompilerOptions.standard()));
      } catch (CompileException e) {
        throw new IllegalArgumentException(script.name(), e);
      }
    }
  }

  private @Nullable String evaluate(
      Process process, CompiledModule module, Map<String, Object> variables) {
    Node node = process.node();
    switch (script.kind()) {
      case CHUNK -> {
        LoadedModule loaded = node.code().define(module);
        process.one(language.run(process, loaded, bindings(variables)));
        return null;
      }
      case SESSION -> {
        LoadedModule loaded = node.code().define(module);
        Object value = process.one(language.run(process, loaded, bindings(variables)));
        return TermPrinter.pretty(value, VALUE_LIMIT, WorkMeter.NONE);
      }
      case MODULE -> {
        node.code().load(module);
        process.call(node.code().external(module.name(), "main", 0));
        return null;
      }
    }
    throw new AssertionError(script.kind());
  }

  private CompiledModule compiled(Script.Step step, List<String> variables)
      throws CompileException {
    CompiledModule known = mode == RunMode.CACHED ? compiled.get(step) : null;
    if (known != null) {
      return readBack(known);
    }
    CompilerOptions options = CompilerOptions.standard();
    CompileOptions source = CompileOptions.standard().withBindingNames(variables);
    switch (mode) {
      case UNSPECIALISED -> options = options.withSpecialise(false).withLint(true);
      case UNMETERED -> options = options.withMetering(false);
      default -> {}
    }
    CompiledModule module =
        ModuleCompiler.compile(
            language.lower(new SourceUnit(script.fileName(), step.code()), source), options);
    if (mode == RunMode.FRESH) {
      compiled.put(step, module);
    }
    return module;
  }

  private CompiledModule readBack(CompiledModule module) {
    try {
      byte[] bytes = ModuleCodec.encode(module);
      return ModuleCodec.decode(bytes, language.getClass().getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String describe(Process process, Raise raise) {
    if (script.kind() == Script.Kind.CHUNK) {
      return OracleOutcomes.luaError(language.describe(process, raise));
    }
    String reason = TermPrinter.pretty(raise.reason(), VALUE_LIMIT, WorkMeter.NONE);
    return raise.kind().equals(Atom.of("error")) ? reason : raise.kind() + ":" + reason;
  }

  private String compileErrors(CompileException e) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic each : e.diagnostics()) {
      if (each.severity() != Diagnostic.Severity.ERROR) {
        continue;
      }
      String place =
          switch (script.kind()) {
            case CHUNK -> each.position().file() + ":" + each.position().line() + ": ";
            case MODULE -> each.position() + ": ";
            case SESSION -> "";
          };
      text.append("error: ").append(place).append(each.message()).append('\n');
      if (script.kind() != Script.Kind.MODULE) {
        break;
      }
    }
    return text.toString();
  }

  private static Bindings bindings(Map<String, Object> variables) {
    return new Bindings() {
      @Override
      public Iterable<String> names() {
        return List.copyOf(variables.keySet());
      }

      @Override
      public @Nullable Object get(String name) {
        return variables.get(name);
      }

      @Override
      public void put(String name, Object term) {
        variables.put(name, term);
      }
    };
  }
}

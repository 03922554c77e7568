package dev.moonbeam.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.tests.Deadline;
import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every conformance script in every mode. {@code -Dmoonbeam.scripts=PART} runs those whose name
 * contains PART, {@code -Dmoonbeam.modes=fresh,cached} only those modes; {@code
 * -Dmoonbeam.update=true} writes the counts of reductions anew where they have changed.
 */
class ConformanceTest {
  private static final String PART = System.getProperty("moonbeam.scripts", "");
  private static final String MODES = System.getProperty("moonbeam.modes", "");

  private static final boolean UPDATE = Boolean.getBoolean("moonbeam.update");

  @TestFactory
  Stream<DynamicContainer> scripts() throws IOException {
    return Script.allBelow(Resources.source("conformance")).stream()
        .filter(script -> script.name().contains(PART))
        .map(script -> DynamicContainer.dynamicContainer(script.name(), tests(script)));
  }

  private static List<DynamicTest> tests(Script script) {
    Map<Script.Step, CompiledModule> compiled = new HashMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (RunMode mode : RunMode.values()) {
      if (!wanted(script, mode)) {
        continue;
      }
      tests.add(
          DynamicTest.dynamicTest(
              script.name() + " [" + mode.word() + "]",
              () -> {
                ScriptRun run = new ScriptRun(script, mode, compiled);
                Deadline.run(run::run);
                check(script, run);
                checkReductions(script, mode, run.reductions());
              }));
    }
    return tests;
  }

  private static boolean wanted(Script script, RunMode mode) {
    return (MODES.isEmpty() || List.of(MODES.split(",")).contains(mode.word()))
        && script.exception(mode.word()).isEmpty()
        && (mode != RunMode.FORKED || script.kind() == Script.Kind.CHUNK && !script.isAboutStates())
        && (mode != RunMode.UNMETERED || !script.endsByLimit())
        && (!script.isAboutLimits() || mode == RunMode.FRESH || mode == RunMode.PREEMPTED);
  }

  private static void check(Script script, ScriptRun run) {
    for (int i = 0; i < script.steps().size(); i++) {
      Script.Step step = script.steps().get(i);
      List<String> lines = i < run.outcome().size() ? run.outcome().get(i) : List.of("not run");
      String last = lines.isEmpty() ? "" : lines.getLast();
      if (oneOf(step.expected(), last)) {
        continue;
      }
      assertThat(lines)
          .as(
              "%s:%d: %s",
              script.fileName(), step.line(), script.steps().size() > 1 ? step.code() : "output")
          .isEqualTo(step.expected());
    }
  }

  /** Whether a kill is all that is expected, and it was by one of the limits named. */
  private static boolean oneOf(List<String> expected, String last) {
    return expected.size() == 1
        && Script.kills(last).stream().anyMatch(Script.kills(expected.getFirst())::contains);
  }

  /** Counts are deterministic: whatever way a script is run, it costs the same. */
  private static void checkReductions(Script script, RunMode mode, long reductions)
      throws IOException {
    String wanted = script.directives().get("reductions");
    if (wanted == null
        || mode == RunMode.UNMETERED
        || mode == RunMode.RELOADED
        || mode == RunMode.FORKED) {
      return;
    }
    if (UPDATE && mode == RunMode.FRESH) {
      String text = Files.readString(script.file());
      Files.writeString(
          script.file(), text.replaceFirst("(?m)(reductions:) *\\S+$", "$1 " + reductions));
    } else if (!UPDATE) {
      assertThat(reductions).as("reductions").isEqualTo(Long.parseLong(wanted));
    }
  }
}

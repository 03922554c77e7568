package dev.moonbeam.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The expectations of the conformance scripts are what the real implementations give. With {@code
 * -Dmoonbeam.update} the scripts are rewritten instead of compared. Together with {@link
 * ConformanceTest} this is the differential test of all scripts.
 */
class ExpectationsTest {
  @TestFactory
  Stream<DynamicTest> expectationsAreTheOracles() throws IOException {
    List<Script> scripts =
        Script.allBelow(Resources.source("conformance")).stream()
            .filter(script -> script.withoutOracle().isEmpty())
            .toList();
    boolean update = Boolean.getBoolean("moonbeam.update");
    Map<Script, List<List<String>>> outcomes = OracleOutcomes.of(scripts);
    return scripts.stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.name(),
                    () -> {
                      List<List<String>> outcome = outcomes.get(script);
                      assumeTrue(
                          outcome != null,
                          () -> "no real " + script.language() + " is installed here");
                      if (update) {
                        ExpectationWriter.update(script, outcome);
                        return;
                      }
                      for (int i = 0; i < outcome.size(); i++) {
                        Script.Step step = script.steps().get(i);
                        assertThat(step.expected())
                            .as("line %d: %s", step.line(), step.code())
                            .isEqualTo(outcome.get(i));
                      }
                    }));
  }
}

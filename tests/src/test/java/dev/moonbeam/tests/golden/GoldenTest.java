package dev.moonbeam.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The stages of compiling small sources, compared with the files that lie beside them: {@code
 * .core} is what the frontend hands over, {@code .passes} what code generation gets, {@code
 * .bytecode} the listing of the class. A source has those of the three that are worth reading.
 * {@code -Dmoonbeam.update=true} rewrites them.
 */
class GoldenTest {
  private static final List<String> STAGES = List.of("core", "passes", "bytecode");

  @TestFactory
  Stream<DynamicTest> stagesAreAsReviewed() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Resources.source("golden"))) {
      for (Path source : files.filter(GoldenTest::isSource).sorted().toList()) {
        for (String stage : STAGES) {
          Path golden = beside(source, stage);
          if (Files.exists(golden)) {
            tests.add(
                DynamicTest.dynamicTest(
                    golden.getFileName().toString(), () -> check(source, stage, golden)));
          }
        }
      }
    }
    return tests.stream();
  }

  private static boolean isSource(Path file) {
    return file.toString().matches(".*\\.(lua|erl)");
  }

  private static Path beside(Path source, String stage) {
    return source.resolveSibling(
        source.getFileName().toString().replaceFirst("\\.[a-z]+$", "." + stage));
  }

  private static void check(Path source, String stage, Path golden)
      throws IOException, CompileException {
    String text = stages(source).get(stage);
    if (Boolean.getBoolean("moonbeam.update")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** The text of each stage; the last pass that changed anything stands for all passes. */
  private static Map<String, String> stages(Path source) throws IOException, CompileException {
    String id = source.toString().endsWith(".lua") ? "lua" : "erlang";
    Language language =
        ServiceLoader.load(Language.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    Map<String, String> stages = new LinkedHashMap<>();
    CompilerOptions options =
        CompilerOptions.standard()
            .withDump((stage, text) -> stages.put(STAGES.contains(stage) ? stage : "passes", text));
    SourceUnit unit = new SourceUnit(source.getFileName().toString(), Files.readString(source));
    ModuleCompiler.compile(language.lower(unit, CompileOptions.standard()), options);
    return stages;
  }
}

package dev.moonbeam.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The modules hold together on the module path: what each exports, uses and provides is enough to
 * run scripts.
 */
class ModulePathTest {
  @Test
  void enginesAreFoundAndRunOnTheModulePath() throws Exception {
    List<String> entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    String modulePath =
        entries.stream()
            .filter(entry -> !entry.contains("test-classes"))
            .filter(
                entry ->
                    Stream.of(
                            "junit",
                            "assertj",
                            "opentest4j",
                            "byte-buddy",
                            "apiguardian",
                            "surefire")
                        .noneMatch(Path.of(entry).getFileName().toString()::contains))
            .collect(Collectors.joining(File.pathSeparator));
    String probe =
        entries.stream()
            .filter(entry -> entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath,
                "--add-modules",
                "dev.moonbeam.engine",
                "--class-path",
                probe,
                ModulePathProbe.class.getName())
            .redirectErrorStream(true);
    // A JVM that finds options there says so among the output.
    command.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process java = command.start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(output.replace(System.lineSeparator(), "\n"))
        .isEqualTo("module dev.moonbeam.engine\n5\t2\n42\n#{n => 3}\n3\n");
  }
}

package dev.moonbeam.tests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.tests.Resources;
import dev.moonbeam.tests.oracle.Oracles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every module under {@code messages} has beside it what {@code erlc} says of it, and gets the same
 * messages at the same places here. {@code -Dmoonbeam.update=true} asks {@code erlc} anew.
 */
class MessagesTest {
  private static final Path FOLDER = Resources.source("messages");

  private static List<Path> modules() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".erl")).sorted().toList();
    }
  }

  private static Path expected(Path module) {
    return Path.of(module.toString().replaceFirst("\\.erl$", ".txt"));
  }

  @TestFactory
  Stream<DynamicTest> messagesAreThoseOfErlc() throws IOException {
    return modules().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getFileName().toString(),
                    () ->
                        assertThat(said(module))
                            .containsExactlyInAnyOrderElementsOf(
                                Files.readAllLines(expected(module)))));
  }

  /** Without source lines and carets, which each shows in its own way. */
  private static List<String> said(Path module) throws IOException {
    String name = module.getFileName().toString();
    String text = Files.readString(module);
    List<Diagnostic> diagnostics;
    try (MoonbeamNode node = Moonbeam.node().build()) {
      diagnostics = node.erlang().check(name, text);
    } catch (ScriptFailure failure) {
      diagnostics = failure.diagnostics();
    }
    return diagnostics.stream().flatMap(MessagesTest::lines).toList();
  }

  private static Stream<String> lines(Diagnostic each) {
    String severity = each.severity() == Diagnostic.Severity.WARNING ? "Warning: " : "";
    return (each.position() + ": " + severity + each.message()).lines();
  }

  @Test
  void theyAreWhatErlcSaysHere(@TempDir Path target) throws IOException {
    assumeTrue(Oracles.hasErlang(), "no erl here");
    String all = Oracles.compileErlang(modules(), target);
    for (Path module : modules()) {
      String name = module.getFileName().toString();
      StringBuilder text = new StringBuilder();
      boolean own = false;
      for (String line : all.lines().toList()) {
        // What a message goes on with is indented; what it quotes begins with a percent sign.
        own = line.startsWith(name + ":") || own && line.startsWith(" ");
        if (own) {
          text.append(line).append('\n');
        }
      }
      if (Boolean.getBoolean("moonbeam.update")) {
        write(expected(module), text.toString());
      } else {
        assertThat(text.toString()).as(name).isEqualTo(Files.readString(expected(module)));
      }
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

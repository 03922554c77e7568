package dev.moonbeam.tests.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonbeam.cli.CommandLine;
import dev.moonbeam.tests.Deadline;
import dev.moonbeam.tests.Resources;
import dev.moonbeam.tests.oracle.Oracles;
import dev.moonbeam.tests.oracle.Oracles.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program prints, byte by byte, what the real implementation prints. That is kept in a file
 * {@code .expected} beside the program, which is compared with the real one wherever it is
 * installed, and rewritten from it with {@code -Dmoonbeam.update}.
 */
class ProgramsTest {
  private static List<Path> programs(String language) throws IOException {
    try (Stream<Path> files = Files.list(Resources.source("programs").resolve(language))) {
      return files.filter(each -> each.toString().matches(".*\\.(lua|erl)")).sorted().toList();
    }
  }

  private static Path expected(Path program) {
    return program.resolveSibling(
        program.getFileName().toString().replaceFirst("\\.[a-z]+$", ".expected"));
  }

  @TestFactory
  Stream<DynamicTest> luaProgramsPrintTheSame() throws IOException {
    return programs("lua").stream().map(ProgramsTest::ours);
  }

  @TestFactory
  Stream<DynamicTest> erlangProgramsPrintTheSame() throws IOException {
    return programs("erlang").stream().map(ProgramsTest::ours);
  }

  private static DynamicTest ours(Path program) {
    return DynamicTest.dynamicTest(
        "moonbeam run " + program.getFileName(),
        () ->
            Deadline.run(
                () -> {
                  ByteArrayOutputStream output = new ByteArrayOutputStream();
                  ByteArrayOutputStream errors = new ByteArrayOutputStream();
                  InputStream input = new ByteArrayInputStream(new byte[0]);
                  int status =
                      new CommandLine(
                              input, new PrintStream(output, true), new PrintStream(errors, true))
                          .run("run", program.toString());
                  assertThat(output.toString(StandardCharsets.UTF_8))
                      .as(errors.toString(StandardCharsets.UTF_8))
                      .isEqualTo(read(expected(program)));
                  assertThat(status).as("exit status").isZero();
                }));
  }

  @TestFactory
  Stream<DynamicTest> expectedIsWhatLuaPrints() throws IOException {
    boolean installed = Oracles.hasLua();
    return programs("lua").stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    "lua5.4 " + program.getFileName(),
                    () -> {
                      assumeTrue(installed, "no lua5.4 is installed here");
                      compare(program, Oracles.lua(program).output());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> expectedIsWhatErlangPrints() throws IOException {
    List<Path> programs = programs("erlang");
    boolean installed = Oracles.hasErlang();
    Map<String, byte[]> answers =
        installed
            ? Oracles.erlang(
                programs.stream()
                    .map(each -> new Job.Module(each.toString(), each, List.of()))
                    .toList())
            : Map.of();
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    "erl " + program.getFileName(),
                    () -> {
                      assumeTrue(installed, "no erl is installed here");
                      compare(program, answers.get(program.toString()));
                    }));
  }

  private static void compare(Path program, byte[] printed) throws IOException {
    if (Boolean.getBoolean("moonbeam.update")) {
      Files.write(expected(program), printed);
    }
    assertThat(new String(printed, StandardCharsets.UTF_8)).isEqualTo(read(expected(program)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

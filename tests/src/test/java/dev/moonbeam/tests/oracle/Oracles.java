package dev.moonbeam.tests.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The real implementations. Lua is started once a program (it starts in milliseconds); Erlang runs
 * any number of jobs in one process, driven by {@code oracle.erl}.
 */
public final class Oracles {
  private static final long TIMEOUT_SECONDS = 600;

  private Oracles() {}

  /** What a program gave: its output as bytes, and what it wrote to standard error. */
  public record Answer(byte[] output, String error) {
    public String text() {
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  /** Whether {@code lua5.4} can be started here. */
  public static boolean hasLua() {
    return starts("lua5.4", "-v");
  }

  /** Whether {@code erl} and {@code erlc} can be started here. */
  public static boolean hasErlang() {
    return starts("erl", "-noshell", "-eval", "halt().") && starts("erlc", "-help");
  }

  private static boolean starts(String... command) {
    try {
      run(Path.of("."), List.of(command));
      return true;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  /** Runs a Lua file by its own name, so that messages name it as the script's text does. */
  public static Answer lua(Path file, String... arguments) {
    return luaIn(file.toAbsolutePath().getParent(), file.getFileName().toString(), arguments);
  }

  /** Runs a Lua file in that folder. */
  public static Answer luaIn(Path folder, String file, String... arguments) {
    List<String> command = new ArrayList<>(List.of("lua5.4", file));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  /** Compiles Erlang files by their own names into a folder and gives what the compiler says. */
  public static String compileErlang(List<Path> files, Path target) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "erl",
                "-noshell",
                "-eval",
                "lists:foreach(fun(F) -> compile:file(F, [report, {outdir, \""
                    + target.toAbsolutePath()
                    + "\"}]) end, init:get_plain_arguments()), halt().",
                "-extra"));
    files.forEach(file -> command.add(file.getFileName().toString()));
    return run(files.getFirst().toAbsolutePath().getParent(), command).text();
  }

  /** One job for the real Erlang. */
  public sealed interface Job {
    String id();

    /** Compile the file and call its {@code main/1} or {@code main/0}. */
    record Module(String id, Path file, List<String> arguments) implements Job {}

    /** Evaluate expressions one after another. */
    record Session(String id, List<String> expressions) implements Job {}
  }

  /**
   * Runs all jobs in one {@code erl}.
   *
   * @return output by job id; for a session by {@code id.N}, N from 1
   */
  public static Map<String, byte[]> erlang(List<? extends Job> jobs) {
    try {
      Path work = Files.createTempDirectory("oracle");
      try {
        return erlang(jobs, work);
      } finally {
        deleteBelow(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> erlang(List<? extends Job> jobs, Path work)
      throws IOException {
    Path driver = work.resolve("oracle.erl");
    try (InputStream source = Oracles.class.getResourceAsStream("/oracle/oracle.erl")) {
      Files.copy(java.util.Objects.requireNonNull(source), driver);
    }
    Map<String, byte[]> answers = new LinkedHashMap<>();
    List<String> compile = new ArrayList<>(List.of("erlc", "-W0", driver.toString()));
    StringBuilder text = new StringBuilder();
    for (Job job : jobs) {
      switch (job) {
        case Job.Session session ->
            text.append("{session, ")
                .append(quote(session.id()))
                .append(", [")
                .append(
                    session.expressions().stream()
                        .map(Oracles::quote)
                        .collect(Collectors.joining(", ")))
                .append("]}.\n");
        case Job.Module module -> {
          Path file = module.file().toAbsolutePath();
          text.append("{module, ")
              .append(quote(module.id()))
              .append(", ")
              .append(quote(file.getParent().toString()))
              .append(", '")
              .append(file.getFileName().toString().replaceFirst("\\.erl$", ""))
              .append("', [")
              .append(
                  module.arguments().stream().map(Oracles::quote).collect(Collectors.joining(", ")))
              .append("]}.\n");
        }
      }
    }
    run(work, compile);
    Files.writeString(work.resolve("jobs"), "%% coding: utf-8\n" + text);
    Answer run =
        run(
            work,
            List.of(
                "erl",
                "-noshell",
                "-noinput",
                "-pa",
                work.toString(),
                "-eval",
                "oracle:main([\"jobs\", \"answers\"])."));
    if (!Files.exists(work.resolve("answers"))) {
      throw new IllegalStateException("erl gave no answers: " + run.text() + run.error());
    }
    read(Files.readAllBytes(work.resolve("answers")), answers);
    return answers;
  }

  private static void read(byte[] bytes, Map<String, byte[]> answers) {
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (bytes[end] != '\n') {
        end++;
      }
      String header = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      int space = header.lastIndexOf(' ');
      int length = Integer.parseInt(header.substring(space + 1));
      byte[] answer = java.util.Arrays.copyOfRange(bytes, end + 1, end + 1 + length);
      answers.put(header.substring(0, space), answer);
      at = end + 1 + length;
    }
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < 32 || c > 126) {
                quoted.append("\\x{").append(Integer.toHexString(c)).append('}');
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  private static Answer run(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile("oracle", ".out");
      Path error = Files.createTempFile("oracle", ".err");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException("no end after " + TIMEOUT_SECONDS + " s: " + command);
        }
        return new Answer(
            Files.readAllBytes(output), Files.readString(error, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(output);
        Files.delete(error);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void deleteBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}

package dev.moonbeam.tests.conformance;

import dev.moonbeam.tests.oracle.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes into scripts what the real implementation gives, as {@code expect} comments: at the end of
 * the line that printed it where that is plain to see, else in a block at the end of the file.
 * Expectations are never written by hand, but for scripts marked {@code oracle: none}.
 *
 * <p>In Lua a line printed something when {@code print} was called from it exactly once and in the
 * order of the lines.
 */
final class ExpectationWriter {
  private static final String MARK = "\u0001";
  private static final String RECORDER =
      """
      local real = print
      print = function(...)
        io.write("\\1", debug.getinfo(2, "l").currentline, "\\1")
        real(...)
      end
      dofile(arg[1])
      """;

  private ExpectationWriter() {}

  /** Rewrites the file when what it expects is not what it gave. */
  static boolean update(Script script, List<List<String>> outcome) throws IOException {
    String text =
        switch (script.kind()) {
          case CHUNK -> chunk(script, outcome.getFirst());
          case MODULE -> appended(script, outcome.getFirst(), "%% ");
          case SESSION -> session(script, outcome);
        };
    if (text.equals(script.text())) {
      return false;
    }
    Files.writeString(script.file(), text);
    return true;
  }

  private static String chunk(Script script, List<String> outcome) throws IOException {
    Map<Integer, String> byLine = printed(script, outcome);
    if (byLine == null) {
      return appended(script, outcome, "-- ");
    }
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String line : code(script)) {
      number++;
      text.append(line);
      String printed = byLine.get(number);
      if (printed != null) {
        text.append(" -- expect: ").append(printed);
      }
      text.append('\n');
    }
    String last = outcome.isEmpty() ? "" : outcome.getLast();
    if (last.startsWith("error: ")) {
      text.append("-- ").append(directive(last)).append('\n');
    }
    return text.toString();
  }

  /** What each line printed; null where lines and output do not go together one to one. */
  private static Map<Integer, String> printed(Script script, List<String> outcome)
      throws IOException {
    Path recorder = Files.createTempFile("recorder", ".lua");
    try {
      Files.writeString(recorder, RECORDER);
      // Comments with expectations stay where they are: lines must keep their numbers.
      Path folder = script.file().toAbsolutePath().getParent();
      String output = Oracles.luaIn(folder, recorder.toString(), script.fileName()).text();
      Map<Integer, String> byLine = new HashMap<>();
      List<String> seen = new ArrayList<>();
      int last = 0;
      for (String line : output.lines().toList()) {
        String[] parts = line.split(MARK, 3);
        if (parts.length != 3 || !parts[0].isEmpty()) {
          return null;
        }
        int number = Integer.parseInt(parts[1]);
        if (number <= last) {
          return null;
        }
        last = number;
        byLine.put(number, parts[2].stripTrailing());
        seen.add(parts[2].stripTrailing());
      }
      boolean failed = !outcome.isEmpty() && outcome.getLast().startsWith("error: ");
      List<String> wanted = failed ? outcome.subList(0, outcome.size() - 1) : outcome;
      return seen.equals(wanted) ? byLine : null;
    } finally {
      Files.delete(recorder);
    }
  }

  private static String appended(Script script, List<String> outcome, String comment) {
    StringBuilder text = new StringBuilder();
    code(script).forEach(line -> text.append(line).append('\n'));
    outcome.forEach(line -> text.append(comment).append(directive(line)).append('\n'));
    return text.toString();
  }

  /** The script's lines without expectations; a line that held nothing else goes. */
  private static List<String> code(Script script) {
    List<String> code = new ArrayList<>();
    for (String line : script.text().lines().toList()) {
      String bare = Script.withoutExpectation(line);
      if (!bare.isEmpty() || line.isEmpty()) {
        code.add(bare);
      }
    }
    return code;
  }

  private static String session(Script script, List<List<String>> outcome) {
    StringBuilder text = new StringBuilder();
    List<String> lines = script.text().lines().toList();
    int step = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean first = step < script.steps().size() && script.steps().get(step).line() == i + 1;
      if (!first) {
        String bare = Script.withoutExpectation(lines.get(i));
        if (!bare.isEmpty() || lines.get(i).isEmpty()) {
          text.append(bare).append('\n');
        }
        continue;
      }
      List<String> expected = outcome.get(step);
      String code = script.steps().get(step).code();
      text.append(code);
      if (expected.size() == 1) {
        text.append("  % ").append(directive(expected.getFirst())).append('\n');
      } else {
        text.append('\n');
        expected.forEach(line -> text.append("%   ").append(directive(line)).append('\n'));
      }
      i += (int) code.lines().count() - 1;
      step++;
    }
    return text.toString();
  }

  private static String directive(String line) {
    return line.startsWith("error: ")
        ? "expect error: " + line.substring(7)
        : ("expect: " + line).stripTrailing();
  }
}

package dev.moonbeam.tests.conformance;

import dev.moonbeam.tests.oracle.Oracles;
import dev.moonbeam.tests.oracle.Oracles.Answer;
import dev.moonbeam.tests.oracle.Oracles.Job;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the real implementations make of scripts, in the form that {@link Script} expects: lines for
 * each step.
 */
final class OracleOutcomes {
  private OracleOutcomes() {}

  /**
   * For every script that was given, and whose implementation is here, the lines of each of its
   * steps.
   */
  static Map<Script, List<List<String>>> of(List<Script> scripts) {
    Map<Script, List<List<String>>> outcomes = new HashMap<>();
    if (Oracles.hasLua()) {
      for (Script script : scripts) {
        if (script.kind() == Script.Kind.CHUNK) {
          outcomes.put(script, List.of(lua(Oracles.lua(script.file()))));
        }
      }
    }
    List<Script> erlang =
        scripts.stream().filter(each -> each.language().equals("erlang")).toList();
    if (!erlang.isEmpty() && Oracles.hasErlang()) {
      erlang(erlang, outcomes);
    }
    return outcomes;
  }

  private static List<String> lua(Answer answer) {
    List<String> lines = lines(answer.text());
    if (!answer.error().isEmpty()) {
      lines.add("error: " + luaError(answer.error()));
    }
    return lines;
  }

  /** The message of a report on standard error: its first line without the program's name. */
  static String luaError(String report) {
    String first = report.lines().findFirst().orElse("");
    return first.replaceFirst("^lua[^: ]*: ", "").stripTrailing();
  }

  private static void erlang(List<Script> scripts, Map<Script, List<List<String>>> outcomes) {
    List<Job> jobs = new ArrayList<>();
    for (Script script : scripts) {
      if (script.kind() == Script.Kind.MODULE) {
        jobs.add(new Job.Module(script.name(), script.file(), List.of()));
      } else {
        jobs.add(
            new Job.Session(
                script.name(), script.steps().stream().map(Script.Step::code).toList()));
      }
    }
    Map<String, byte[]> answers = Oracles.erlang(jobs);
    for (Script script : scripts) {
      List<List<String>> steps = new ArrayList<>();
      for (int i = 1; i <= script.steps().size(); i++) {
        String id = script.kind() == Script.Kind.MODULE ? script.name() : script.name() + "." + i;
        byte[] answer = answers.get(id);
        steps.add(
            answer == null
                ? List.of("error: no answer")
                : lines(new String(answer, StandardCharsets.UTF_8)));
      }
      outcomes.put(script, steps);
    }
  }

  /**
   * The lines of a text. White space at the ends of lines does not count, since comments could not
   * show it; nor do the numbers within funs, pids, references and addresses, which no two runs
   * share.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    text.lines()
        .forEach(line -> lines.add(ANONYMOUS.matcher(line.stripTrailing()).replaceAll("$1...>")));
    return lines;
  }

  private static final Pattern ANONYMOUS =
      Pattern.compile("(#Fun<|#Ref<|#Port<|<(?=0\\.))[\\w.,/'-]*>");
}

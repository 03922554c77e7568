package dev.moonbeam.tests.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One conformance script and what its comments say of it. What a run gives is a list of lines: what
 * was printed, then, where it failed, one line {@code error: ...} or {@code kill: LIMIT}. It must
 * equal {@link #expected}, so a missing line, a surplus one and an error that nobody expects all
 * fail.
 *
 * <p>Directives stand in comments ({@code --} in Lua, {@code %} in Erlang), at the end of a line of
 * code or alone:
 *
 * <pre>
 * expect: TEXT            the next line of output
 * expect error: TEXT      the run (in a session: the expression) ends with this error
 * expect kill: LIMIT|...  the run is ended by one of these limits and by nothing else
 * policy: NAME            a preset of SandboxPolicy; trusted where absent
 * limit: NAME=VALUE,...   changes limits of the policy
 * reductions: N           the exact count used, in every mode that meters
 * oracle: none REASON     the real implementation is not asked
 * except: MODE REASON     this mode is left out
 * </pre>
 *
 * <p>Lua below {@code state/} is a row of evaluations over one state, divided by lines {@code --
 * next evaluation}; each is all or nothing, as those of a session of the engine. A comment {@code
 * --[==[ erlang ... ]==]} holds an Erlang module that is loaded before the script runs.
 *
 * @param name path below the conformance folder, without the extension
 * @param steps what is run one after another: the whole text, or the expressions of a session
 * @param directives all but the expectations, by keyword
 * @param modules sources of Erlang modules to load before
 */
public record Script(
    Path file,
    String name,
    Kind kind,
    String text,
    List<Step> steps,
    Map<String, String> directives,
    List<String> modules) {

  /** How a script is run. */
  public enum Kind {
    /** Lua: a chunk. */
    CHUNK,
    /** Erlang that starts with an attribute: compiled, loaded, {@code main/0} called. */
    MODULE,
    /**
     * Erlang expressions, each ended by a full stop at the end of a line; each one's value is a
     * line of output.
     */
    SESSION
  }

  /**
   * A part that is run by itself.
   *
   * @param line of its first line in the file
   */
  public record Step(int line, String code, List<String> expected) {}

  private static final String KILL = "kill: ";

  private static final Pattern EXPECT =
      Pattern.compile("(?:--|%+)\\s*expect( error| kill)?:(?: (.*?))?\\s*$");
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*(?:--|%+)\\s*(policy|limit|reductions|oracle|except):\\s*(.*?)\\s*$");
  private static final Pattern NEXT = Pattern.compile("^-- next evaluation$");
  private static final Pattern MODULE =
      Pattern.compile("--\\[==\\[ erlang\\R(.*?)\\]==\\]", Pattern.DOTALL);
  private static final Pattern FULL_STOP = Pattern.compile("\\.\\s*(%.*)?$");

  /** Every script below {@code root}, in the order of the names. */
  public static List<Script> allBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(each -> each.toString().endsWith(".lua") || each.toString().endsWith(".erl"))
          .sorted()
          .map(each -> parse(root, each))
          .toList();
    }
  }

  static Script parse(Path root, Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String name = root.relativize(file).toString().replaceFirst("\\.[a-z]+$", "");
    Kind kind = kindOf(file, text);
    Map<String, String> directives = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    List<String> expected = new ArrayList<>();
    boolean evaluations = name.startsWith("state/") && kind == Kind.CHUNK;
    int first = 1;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher directive = DIRECTIVE.matcher(line);
      if (directive.matches()) {
        directives.merge(directive.group(1), directive.group(2), (a, b) -> a + "," + b);
      }
      Matcher expect = EXPECT.matcher(line);
      boolean expects = expect.find();
      if (evaluations && NEXT.matcher(line).matches()) {
        steps.add(new Step(first, code.toString(), new ArrayList<>(expected)));
        expected.clear();
        code.setLength(0);
        code.append("\n".repeat(number)); // so that errors name the file's lines
        first = number + 1;
        continue;
      }
      if (kind != Kind.SESSION) {
        code.append(line).append('\n');
        if (expects) {
          expected.add(expectation(expect));
        }
        continue;
      }
      String source = line.stripLeading();
      if (source.isEmpty() || source.startsWith("%")) {
        // A comment line between expressions adds to what the one before it expects.
        if (expects) {
          steps.getLast().expected().add(expectation(expect));
        }
        continue;
      }
      if (code.isEmpty()) {
        first = number;
      }
      code.append(line, 0, expects ? expect.start() : line.length()).append('\n');
      if (expects) {
        expected.add(expectation(expect));
      }
      if (FULL_STOP.matcher(line).find()) {
        steps.add(new Step(first, code.toString().strip(), new ArrayList<>(expected)));
        code.setLength(0);
        expected.clear();
      }
    }
    if (kind != Kind.SESSION) {
      steps.add(new Step(first, evaluations ? code.toString() : text, expected));
    } else if (!code.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": the last expression has no full stop at the end of its line");
    }
    List<String> modules = MODULE.matcher(text).results().map(found -> found.group(1)).toList();
    return new Script(file, name, kind, text, steps, directives, modules);
  }

  private static Kind kindOf(Path file, String text) {
    if (file.toString().endsWith(".lua")) {
      return Kind.CHUNK;
    }
    return text.lines().anyMatch(line -> line.startsWith("-module(")) ? Kind.MODULE : Kind.SESSION;
  }

  private static String expectation(Matcher expect) {
    String what = expect.group(2) == null ? "" : expect.group(2);
    return expect.group(1) == null ? what : expect.group(1).strip() + ": " + what;
  }

  /** A line without its expectation, for those who write new ones. */
  static String withoutExpectation(String line) {
    Matcher expect = EXPECT.matcher(line);
    return expect.find() ? line.substring(0, expect.start()).stripTrailing() : line;
  }

  /** What all steps expect, in order. */
  public List<String> expected() {
    return steps.stream().flatMap(step -> step.expected().stream()).toList();
  }

  /** Id of the language: {@code lua}, {@code erlang}. */
  public String language() {
    return kind == Kind.CHUNK ? "lua" : "erlang";
  }

  /** The file's own name, which error messages of the script name. */
  public String fileName() {
    return file.getFileName().toString();
  }

  /** Why the real implementation is not asked about this script, if it is not. */
  public Optional<String> withoutOracle() {
    if (isAboutLimits()) {
      return Optional.of("it has no sandbox");
    }
    if (isAboutStates()) {
      return Optional.of("it has no states");
    }
    if (!modules.isEmpty() || name.startsWith("interop/")) {
      return Optional.of("it speaks one language only");
    }
    return Optional.ofNullable(directives.get("oracle"))
        .map(value -> value.replaceFirst("^none\\s*", ""));
  }

  /** Whether it is ended by limits or denied what the real implementation grants. */
  boolean isAboutLimits() {
    return name.startsWith("sandbox/") || name.startsWith("limit/");
  }

  /** Whether a step of it goes on until a limit ends it. */
  boolean endsByLimit() {
    return steps.stream()
        .anyMatch(step -> step.expected().stream().anyMatch(line -> line.startsWith(KILL)));
  }

  /** Whether a step of it goes on until this limit, perhaps among others, ends it. */
  boolean endsBy(String limit) {
    return steps.stream()
        .flatMap(step -> step.expected().stream())
        .anyMatch(line -> kills(line).contains(limit));
  }

  /** The limits of which an expected line allows any; none where it expects something else. */
  static List<String> kills(String expected) {
    return expected.startsWith(KILL)
        ? List.of(expected.substring(KILL.length()).split("\\|"))
        : List.of();
  }

  /** Whether its steps are evaluations that are all or nothing. */
  boolean isAboutStates() {
    return name.startsWith("state/");
  }

  /** Why the script is left out of a mode, if it is. */
  public Optional<String> exception(String mode) {
    String value = directives.get("except");
    if (value == null) {
      return Optional.empty();
    }
    for (String each : value.split(",")) {
      if (each.strip().startsWith(mode)) {
        return Optional.of(each.strip());
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}

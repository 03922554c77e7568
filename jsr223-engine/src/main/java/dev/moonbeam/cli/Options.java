package dev.moonbeam.cli;

import dev.moonbeam.cli.Command.CommandFailure;
import dev.moonbeam.policy.ResourceLimits;
import dev.moonbeam.policy.SandboxPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options and operands of a subcommand. Where a script with arguments of its own is named, the
 * first operand ends the options, so that everything behind the script's name belongs to the
 * script; elsewhere options may stand before and behind operands.
 *
 * @param modulePaths folders of {@code -pa}
 * @param includePaths folders of {@code -I}
 * @param defines macros of {@code -D}
 * @param call {@code module:function} of {@code --call}
 * @param dump the stage of {@code --dump}
 * @param operands the rest of the command line
 */
record Options(
    SandboxPolicy policy,
    boolean statistics,
    List<Path> modulePaths,
    List<Path> includePaths,
    Map<String, String> defines,
    @Nullable String call,
    @Nullable String dump,
    @Nullable String language,
    List<String> operands) {

  /**
   * Reads options wherever they stand.
   *
   * @param known options that the subcommand takes, as written
   */
  static Options parse(Set<String> known, List<String> arguments) throws CommandFailure {
    Parser parser = new Parser(known, new ArrayDeque<>(arguments));
    while (parser.parse()) {
      parser.operand();
    }
    return parser.options();
  }

  /**
   * Reads the options before the first operand.
   *
   * @param known options that the subcommand takes, as written
   */
  static Options parseLeading(Set<String> known, List<String> arguments) throws CommandFailure {
    Parser parser = new Parser(known, new ArrayDeque<>(arguments));
    parser.parse();
    return parser.options();
  }

  static CommandFailure usage(String message) {
    return new CommandFailure(Command.USAGE, "moonbeam: " + message);
  }

  private static final class Parser {
    /**
     * Source on the command line may begin with a dash as well: {@code -module(m).}, {@code -1 +
     * 2}.
     */
    private static final Pattern OPTION = Pattern.compile("--?[a-z-]*(=.*)?", Pattern.DOTALL);

    private final Set<String> known;
    private final Deque<String> words;
    private SandboxPolicy policy = SandboxPolicy.standard();
    private final List<String> limits = new ArrayList<>();
    private boolean statistics;
    private final List<Path> modulePaths = new ArrayList<>();
    private final List<Path> includePaths = new ArrayList<>();
    private final Map<String, String> defines = new LinkedHashMap<>();
    private @Nullable String call;
    private @Nullable String dump;
    private @Nullable String language;
    private final List<String> operands = new ArrayList<>();

    Parser(Set<String> known, Deque<String> words) {
      this.known = known;
      this.words = words;
    }

    /** Reads options up to the next operand and says whether there is one behind which to go on. */
    boolean parse() throws CommandFailure {
      while (!words.isEmpty() && isOption(words.element())) {
        String word = words.remove();
        if (word.equals("--")) {
          return false;
        }
        if (isAttached(word)) {
          applyAttached(word.substring(0, 2), word.substring(2));
          continue;
        }
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        if (!known.contains(option)) {
          throw usage("no option " + option + " here");
        }
        apply(option, equals < 0 ? null : word.substring(equals + 1));
      }
      return !words.isEmpty();
    }

    private boolean isOption(String word) {
      // One that is nothing but a hyphen stands for standard input.
      return !word.equals("-") && (isAttached(word) || OPTION.matcher(word).matches());
    }

    private boolean isAttached(String word) {
      return known.contains("-I") && (word.startsWith("-I") || word.startsWith("-D"));
    }

    void operand() {
      operands.add(words.remove());
    }

    /** {@code -IDIR}, {@code -DNAME}, {@code -DNAME=VALUE}, as erlc takes them. */
    private void applyAttached(String option, String attached) throws CommandFailure {
      String value = value(option, attached.isEmpty() ? null : attached);
      if (option.equals("-I")) {
        includePaths.add(folder(value));
      } else {
        int equals = value.indexOf('=');
        defines.put(
            equals < 0 ? value : value.substring(0, equals),
            equals < 0 ? "true" : value.substring(equals + 1));
      }
    }

    private void apply(String option, @Nullable String attached) throws CommandFailure {
      switch (option) {
        case "--stats" -> statistics = true;
        case "--policy" -> policy = policy(value(option, attached));
        case "--limit" -> limits.add(value(option, attached));
        case "-pa" -> modulePaths.add(folder(value(option, attached)));
        case "--call" -> call = value(option, attached);
        case "--dump" -> dump = value(option, attached);
        case "--lang" -> language = value(option, attached).toLowerCase(Locale.ROOT);
        default -> throw new AssertionError(option);
      }
    }

    private String value(String option, @Nullable String attached) throws CommandFailure {
      if (attached != null) {
        return attached;
      }
      if (words.isEmpty()) {
        throw usage("option " + option + " needs a value");
      }
      return words.remove();
    }

    private static SandboxPolicy policy(String name) throws CommandFailure {
      return switch (name) {
        case "trusted" -> SandboxPolicy.trusted();
        case "standard" -> SandboxPolicy.standard();
        case "untrusted" -> SandboxPolicy.untrusted();
        default -> throw usage("no policy '" + name + "'; there are trusted, standard, untrusted");
      };
    }

    private static Path folder(String name) throws CommandFailure {
      Path folder = Path.of(name);
      if (!Files.isDirectory(folder)) {
        throw usage("no folder " + name);
      }
      return folder;
    }

    Options options() throws CommandFailure {
      ResourceLimits all = policy.limits();
      for (String each : limits) {
        try {
          all = all.with(each);
        } catch (IllegalArgumentException e) {
          throw usage(e.getMessage());
        }
      }
      SandboxPolicy limited =
          new SandboxPolicy(
              policy.name(), all, policy.capabilities(), policy.fileRoots(), policy.hostAccess());
      operands.addAll(words);
      return new Options(
          limited,
          statistics,
          modulePaths,
          includePaths,
          defines,
          call,
          dump,
          language,
          List.copyOf(operands));
    }
  }
}

package dev.moonbeam.cli;

import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code moonbeam check}: compiles files, verifies their classes and says everything that is wrong
 * with them.
 */
final class CheckCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of("--dump", "--policy", "--limit", "--stats", "-pa", "-I", "-D");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "compile only";
  }

  @Override
  public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure {
    Options options = Options.parse(OPTIONS, arguments);
    if (options.operands().isEmpty()) {
      throw Options.usage("check needs a file");
    }
    int status = OK;
    long lines = 0;
    int failed = 0;
    long started = System.nanoTime();
    try (MoonbeamNode node = Programs.node(options, in, out, err)) {
      for (String name : options.operands()) {
        SourceFile file = SourceFile.read(name);
        if (options.dump() != null) {
          Dump.print(node, file, options.dump(), out);
          continue;
        }
        lines += file.text().lines().count();
        try {
          node.newSession(file.language())
              .check(file.name(), file.text())
              .forEach(warning -> err.println(warning.render()));
        } catch (ScriptFailure failure) {
          err.println(failure.report());
          failed++;
          status = USAGE;
        }
      }
    }
    if (options.statistics()) {
      double seconds = (System.nanoTime() - started) / 1e9;
      err.printf(
          Locale.ROOT,
          "%,d files, %,d with errors, %,d lines in %.1f s: %,.0f a second%n",
          options.operands().size(),
          failed,
          lines,
          seconds,
          lines / seconds);
    }
    return status;
  }
}

package dev.moonbeam.cli;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code moonbeam check}: compiles files and says everything that is wrong with them. */
final class CheckCommand implements Command {
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
    Options options = Options.parse(Set.of("--dump", "--policy", "--limit"), arguments);
    if (options.operands().isEmpty()) {
      throw Options.usage("check needs a file");
    }
    int status = OK;
    try (MoonbeamNode node = Moonbeam.node().policy(options.policy()).build()) {
      for (String name : options.operands()) {
        SourceFile file = SourceFile.read(name);
        if (options.dump() != null) {
          Dump.print(node, file, options.dump(), out);
          continue;
        }
        try {
          node.newSession(file.language())
              .check(file.name(), file.text())
              .forEach(warning -> err.println(warning.render()));
        } catch (ScriptFailure failure) {
          err.println(failure.report());
          status = USAGE;
        }
      }
    }
    return status;
  }
}

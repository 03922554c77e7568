package dev.moonbeam.cli;

import dev.moonbeam.cli.Command.CommandFailure;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code --dump}: prints a stage of the compilation. */
final class Dump {
  private Dump() {}

  /**
   * @param stage name of a stage, or {@code all}
   */
  static void print(MoonbeamNode node, SourceFile file, String stage, PrintStream out)
      throws CommandFailure {
    Set<String> seen = new LinkedHashSet<>();
    boolean all = stage.equals("all");
    boolean[] printed = {false};
    try {
      node.newSession(file.language())
          .dump(
              file.name(),
              file.text(),
              (name, text) -> {
                seen.add(name);
                if (all) {
                  out.println("---- " + name);
                }
                if (all || name.equals(stage)) {
                  out.println(text.stripTrailing());
                  printed[0] = true;
                }
              });
    } catch (ScriptFailure failure) {
      if (!printed[0]) {
        throw new CommandFailure(Command.USAGE, failure.report());
      }
    }
    if (!printed[0]) {
      throw Options.usage("no stage '" + stage + "'; there are all, " + String.join(", ", seen));
    }
  }
}

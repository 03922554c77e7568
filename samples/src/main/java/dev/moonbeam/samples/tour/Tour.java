package dev.moonbeam.samples.tour;

import dev.moonbeam.cli.Command;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * A host program that shows one thing after another and prints what it does and what it measured.
 * Each step is a small program of its own, worth reading beside its output.
 */
public final class Tour implements Command {
  private static final List<Step> STEPS =
      List.of(
          new TwoLanguages(),
          new Messages(),
          new Supervision(),
          new Limits(),
          new Processes(),
          new RuleSwap());

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "a tour in a minute; with numbers, only those steps of it";
  }

  @Override
  public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure {
    for (int i = 0; i < STEPS.size(); i++) {
      if (!arguments.isEmpty() && !arguments.contains(Integer.toString(i + 1))) {
        continue;
      }
      Step step = STEPS.get(i);
      out.printf("%n%d. %s%n%n", i + 1, step.title());
      try {
        step.run(new Printer(out));
      } catch (Exception e) {
        throw new CommandFailure(SCRIPT_ERROR, "the demo failed: " + e);
      }
      out.flush();
    }
    out.printf(
        "%nThe programs behind this are in samples/, the host API in jsr223-engine/. Next:"
            + " README.md%n");
    return OK;
  }
}

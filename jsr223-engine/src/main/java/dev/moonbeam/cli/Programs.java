package dev.moonbeam.cli;

import dev.moonbeam.core.process.Statistics;
import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.policy.Capability;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What running a file and evaluating a line have in common. */
final class Programs {
  private Programs() {}

  /** What is done on the node. */
  interface Body {
    void run(MoonbeamNode node);
  }

  static MoonbeamNode node(Options options, InputStream in, PrintStream out, PrintStream err) {
    return Moonbeam.node()
        .policy(options.policy())
        .input(in)
        .output(out)
        .errorOutput(err)
        .modulePath(options.modulePaths())
        .includePath(includePath(options))
        .defines(options.defines())
        .build();
  }

  /**
   * Beside {@code -I}: where modules come from, and the folders of the source files themselves,
   * unless the policy says that code is not to be had from files.
   */
  private static List<Path> includePath(Options options) {
    Set<Path> folders = new LinkedHashSet<>(options.includePaths());
    if (options.policy().grants(Capability.LOAD_MODULES)) {
      folders.addAll(options.modulePaths());
      for (String operand : options.operands()) {
        if (operand.endsWith(".erl")) {
          Path folder = Path.of(operand).toAbsolutePath().getParent();
          if (folder != null) {
            folders.add(folder);
          }
        }
      }
    }
    return List.copyOf(folders);
  }

  /** Runs the body on a node as the options say; reports a failure in the language's style. */
  static int run(Options options, InputStream in, PrintStream out, PrintStream err, Body body) {
    long started = System.nanoTime();
    try (MoonbeamNode node = node(options, in, out, err)) {
      try {
        body.run(node);
        return Command.OK;
      } catch (ScriptFailure failure) {
        out.flush();
        if (failure.exitStatus().isPresent()) {
          return failure.exitStatus().getAsInt();
        }
        err.println(failure.report());
        return switch (failure.kind()) {
          case COMPILE -> Command.USAGE;
          case LIMIT -> Command.LIMIT;
          case ERROR, KILLED, INTERRUPTED, HALT -> Command.SCRIPT_ERROR;
        };
      } finally {
        out.flush();
        if (options.statistics()) {
          print(node.statistics(), System.nanoTime() - started, err);
        }
      }
    }
  }

  private static void print(Statistics statistics, long nanos, PrintStream err) {
    err.printf(
        Locale.ROOT,
        """
        reductions  %,d
        allocated   %,d bytes
        live heap   %,d bytes (estimate)
        time        %,.1f ms
        processes   %,d started, at most %,d at once
        """,
        statistics.reductions(),
        statistics.allocatedBytes(),
        statistics.liveBytes(),
        nanos / 1e6,
        statistics.started(),
        statistics.mostProcesses());
  }
}

package dev.moonbeam.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * A subcommand. Those beside the command line's own are found by {@link java.util.ServiceLoader}.
 *
 * <p>Exit statuses: {@link #OK}, {@link #SCRIPT_ERROR}, {@link #USAGE}, {@link #LIMIT}.
 */
public interface Command {
  int OK = 0;

  /** A script raised an error. */
  int SCRIPT_ERROR = 1;

  /** The command line or a source is wrong. */
  int USAGE = 2;

  /** A limit ended a script. */
  int LIMIT = 3;

  String name();

  /** One line for the help. */
  String summary();

  /** Runs it and gives the exit status. */
  int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure;

  /** Ends a command with a message on standard error and an exit status. */
  final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    public CommandFailure(int status, String message) {
      super(message, null, false, false);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}

package dev.moonbeam.cli;

import dev.moonbeam.cli.Command.CommandFailure;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The command line as an object, so that tests can run it in process. Prints what scripts print to
 * {@code out}, all else to {@code err}; never a Java stack trace.
 */
public final class CommandLine {
  private static final String TRACE = "moonbeam.trace";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final List<Command> commands = new ArrayList<>();

  public CommandLine(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
    commands.add(new RunCommand());
    commands.add(new EvalCommand());
    commands.add(new CheckCommand());
    commands.add(new WarmUpCommand());
  }

  /** Runs a subcommand and gives the exit status. */
  public int run(String... arguments) {
    if (arguments.length == 0) {
      help(err);
      return Command.USAGE;
    }
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "help", "--help", "-h" -> {
        help(out);
        return Command.OK;
      }
      case "version", "--version" -> {
        out.println("Moonbeam 0.1 on Java " + Runtime.version());
        return Command.OK;
      }
      default -> {
        return run(arguments[0], rest);
      }
    }
  }

  private int run(String name, List<String> arguments) {
    try {
      for (Command command : commands) {
        if (command.name().equals(name)) {
          return command.run(arguments, in, out, err);
        }
      }
      // Looked for only now: finding services costs some milliseconds of every start.
      for (Command command : ServiceLoader.load(Command.class)) {
        if (command.name().equals(name)) {
          return command.run(arguments, in, out, err);
        }
      }
      throw new CommandFailure(
          Command.USAGE, "moonbeam: no command '" + name + "'; 'moonbeam help' lists them");
    } catch (CommandFailure failure) {
      out.flush();
      err.println(failure.getMessage());
      return failure.status();
    } catch (RuntimeException | Error e) {
      out.flush();
      if (Boolean.getBoolean(TRACE)) {
        e.printStackTrace(err);
      }
      err.println(
          "moonbeam: internal error: " + e + " (MOONBEAM_OPTS=-D" + TRACE + "=true shows where)");
      return Command.SCRIPT_ERROR;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private void help(PrintStream to) {
    to.print(
        """
        Moonbeam runs Lua 5.4 and Erlang in a sandbox.

          moonbeam run [options] FILE [ARGS]         run a .lua or .erl file
          moonbeam eval --lang lua|erlang CODE       evaluate an expression or a few statements
          moonbeam check [options] FILE...           compile and verify only, and say what is wrong
          moonbeam demo                              a tour in a minute
          moonbeam test                              run the tests
          moonbeam version

        Options:
          --policy trusted|standard|untrusted        what scripts may do (standard)
          --limit reductions=10M,memory=64M,time=2s  limits beside the policy's: also processes, output, depth,
                                                     mailbox, source, value, atoms, tables, timers, modules
          --stats                                    what the script used, on standard error
          -pa DIR                                    where modules are looked for by name (run)
          -I DIR, -D NAME[=TEXT]                     headers and macros of Erlang sources (run, check)
          --call MODULE:FUNCTION                     what to call instead of main (run)
          --dump=ast|core|PASS|bytecode              print a stage of the compilation and stop; all: every one

        Exit status: 0 ok, 1 script error, 2 usage or compile error, 3 ended by a limit.
        """);
    for (Command command : ServiceLoader.load(Command.class)) {
      to.printf("%n  %-20s %s%n", "moonbeam " + command.name(), command.summary());
    }
  }
}

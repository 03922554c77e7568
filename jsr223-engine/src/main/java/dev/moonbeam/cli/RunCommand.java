package dev.moonbeam.cli;

import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.engine.Session;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code moonbeam run}: runs a program in a file; {@code -} is a Lua program on standard input. */
final class RunCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of("--policy", "--limit", "--stats", "--dump", "-pa", "-I", "-D", "--call");

  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "run a file";
  }

  @Override
  public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure {
    Options options = Options.parseLeading(OPTIONS, arguments);
    if (options.operands().isEmpty()) {
      throw Options.usage("run needs a file");
    }
    String given = options.operands().getFirst();
    SourceFile file =
        given.equals(STANDARD_INPUT) ? SourceFile.readLua(in) : SourceFile.read(given);
    List<String> rest = options.operands().subList(1, options.operands().size());
    if (options.dump() != null) {
      try (MoonbeamNode node = Programs.node(options, in, out, err)) {
        Dump.print(node, file, options.dump(), out);
        return OK;
      }
    }
    Function function = Function.of(options.call());
    return Programs.run(
        options,
        in,
        out,
        err,
        node -> {
          if (file.language().equals("lua")) {
            List<String> before =
                arguments.subList(0, arguments.size() - options.operands().size());
            runLua(node.lua(), file, before, given, rest);
          } else {
            runErlang(node, file, rest, function);
          }
        });
  }

  /** The launcher tells here what it was called as. */
  private static final String LAUNCHER = "moonbeam.launcher";

  /**
   * As the stand-alone interpreter does: global {@code arg} has the script at 0, what comes before
   * it on the command line below, so that a script can start itself; the chunk gets the arguments,
   * and the state is closed in the end, also after an error.
   *
   * @param before what comes between the command's name and the file
   * @param given the file as given on the command line
   */
  private void runLua(
      Session lua, SourceFile file, List<String> before, String given, List<String> arguments) {
    Map<Object, Object> arg = new LinkedHashMap<>();
    List<String> start = new ArrayList<>();
    start.add(System.getProperty(LAUNCHER, "moonbeam"));
    start.add(name());
    start.addAll(before);
    for (int i = 0; i < start.size(); i++) {
      arg.put((long) i - start.size(), start.get(i));
    }
    arg.put(0L, given);
    for (int i = 0; i < arguments.size(); i++) {
      arg.put(i + 1L, arguments.get(i));
    }
    lua.put("arg", arg);
    try {
      lua.run(file.name(), file.text(), arguments.toArray());
    } catch (ScriptFailure failure) {
      if (failure.kind() == ScriptFailure.Kind.ERROR) {
        lua.close();
      }
      throw failure;
    }
    lua.close();
  }

  private static void runErlang(
      MoonbeamNode node, SourceFile file, List<String> arguments, @Nullable Function function) {
    String module = node.load(file.name(), file.text());
    Function start = function;
    if (start == null) {
      start =
          node.exports(module, "main", 1)
                  || !node.exports(module, "main", 0) && !node.exports(module, "start", 0)
              ? new Function(module, "main", true)
              : new Function(module, node.exports(module, "main", 0) ? "main" : "start", false);
    } else if (!node.exports(start.module, start.name, 0)) {
      start = new Function(start.module, start.name, true);
    }
    if (start.withArguments) {
      List<List<Long>> strings = new ArrayList<>();
      arguments.forEach(each -> strings.add(codePoints(each)));
      node.run(start.module, start.name, strings);
    } else {
      node.run(start.module, start.name);
    }
  }

  /** A string as Erlang has it: a list of code points. */
  private static List<Long> codePoints(String text) {
    return text.codePoints().asLongStream().boxed().toList();
  }

  /**
   * A function to start with; {@code withArguments} when it takes the list of the command line's
   * arguments.
   */
  private record Function(String module, String name, boolean withArguments) {
    static @Nullable Function of(@Nullable String text) throws CommandFailure {
      if (text == null) {
        return null;
      }
      int colon = text.indexOf(':');
      if (colon <= 0 || colon == text.length() - 1) {
        throw Options.usage("--call needs MODULE:FUNCTION");
      }
      return new Function(text.substring(0, colon), text.substring(colon + 1), false);
    }
  }
}

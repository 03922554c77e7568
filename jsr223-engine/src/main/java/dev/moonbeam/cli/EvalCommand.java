package dev.moonbeam.cli;

import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.Session;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * {@code moonbeam eval}: evaluates source given on the command line and prints the value as the
 * language does.
 */
final class EvalCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of("--lang", "--policy", "--limit", "--stats", "--dump", "-pa");

  @Override
  public String name() {
    return "eval";
  }

  @Override
  public String summary() {
    return "evaluate source given on the command line";
  }

  @Override
  public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure {
    Options options = Options.parse(OPTIONS, arguments);
    String language = options.language();
    if (language == null) {
      throw Options.usage("eval needs --lang lua or --lang erlang");
    }
    if (!language.equals("lua") && !language.equals("erlang")) {
      throw Options.usage("no language '" + language + "'; there are lua, erlang");
    }
    if (options.operands().size() != 1) {
      throw Options.usage("eval needs one argument, the source");
    }
    SourceFile source = new SourceFile("eval", language, options.operands().getFirst());
    if (options.dump() != null) {
      try (MoonbeamNode node = Programs.node(options, in, out, err)) {
        Dump.print(node, source, options.dump(), out);
        return OK;
      }
    }
    return Programs.run(
        options,
        in,
        out,
        err,
        node -> {
          Session session = node.newSession(language);
          String shown = session.show(source.name(), source.text());
          // A Lua chunk that returns nothing has nothing to show.
          if (!language.equals("lua") || !shown.equals("nil")) {
            out.println(shown);
          }
        });
  }
}

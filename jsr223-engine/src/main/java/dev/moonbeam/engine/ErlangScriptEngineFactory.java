package dev.moonbeam.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code javax.script} for Erlang. */
public final class ErlangScriptEngineFactory extends MoonbeamScriptEngineFactory {
  public ErlangScriptEngineFactory() {
    super("erlang");
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return object + ":" + method + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String getOutputStatement(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return "io:put_chars(\"" + escaped + "\\n\")";
  }

  @Override
  public String getProgram(String... statements) {
    return Stream.of(statements).collect(Collectors.joining(",\n", "", "."));
  }
}

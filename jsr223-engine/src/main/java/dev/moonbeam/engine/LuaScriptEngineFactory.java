package dev.moonbeam.engine;

import java.util.stream.Collectors;

/** {@code javax.script} for Lua. */
public final class LuaScriptEngineFactory extends MoonbeamScriptEngineFactory {
  public LuaScriptEngineFactory() {
    super("lua");
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return object + ":" + method + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String getOutputStatement(String text) {
    String escaped =
        text.chars()
            .mapToObj(
                character ->
                    switch (character) {
                      case '"' -> "\\\"";
                      case '\\' -> "\\\\";
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      case 0 -> "\\0";
                      default -> String.valueOf((char) character);
                    })
            .collect(Collectors.joining());
    return "print(\"" + escaped + "\")";
  }

  @Override
  public String getProgram(String... statements) {
    return String.join("\n", statements);
  }
}

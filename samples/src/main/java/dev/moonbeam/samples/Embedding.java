package dev.moonbeam.samples;

import java.io.PrintStream;
import java.util.List;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** The least there is to know: scripts through {@code javax.script}. */
public final class Embedding {
  private Embedding() {}

  public static void main(String[] arguments) throws ScriptException, NoSuchMethodException {
    run(System.out);
  }

  static void run(PrintStream out) throws ScriptException, NoSuchMethodException {
    ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua");
    lua.put("price", 80);
    lua.eval("function total(count) return price * count end");
    Object total = ((Invocable) lua).invokeFunction("total", 3);
    out.println("Lua: " + total);

    ScriptEngine erlang = new ScriptEngineManager().getEngineByName("erlang");
    erlang.put("Items", List.of(3, 4, 5));
    Object sum = erlang.eval("lists:sum([X * X || X <- Items]).");
    out.println("Erlang: " + sum);

    try {
      lua.eval("local rate = rates.eur");
    } catch (ScriptException e) {
      out.println("Error: " + e.getMessage());
    }
  }
}

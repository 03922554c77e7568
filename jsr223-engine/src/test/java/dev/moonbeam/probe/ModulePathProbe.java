package dev.moonbeam.probe;

import java.util.function.IntUnaryOperator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/**
 * A program in no module that finds the engines in theirs. Run by {@link ModulePathTest} in a JVM
 * of its own.
 */
public final class ModulePathProbe {
  private ModulePathProbe() {}

  public static void main(String[] arguments) throws ScriptException {
    ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua");
    System.out.println(lua.getClass().getModule());
    lua.put("twice", (IntUnaryOperator) n -> 2 * n);
    System.out.println(lua.eval("print(string.format('%d', 5), #{1, 2}) return twice(21)"));
    ScriptEngine erlang = new ScriptEngineManager().getEngineByName("erlang");
    System.out.println(
        erlang.eval(
            "P = self(), spawn(fun() -> P ! lists:sum([1, 2]) end),"
                + " receive N -> io:format(\"~p~n\", [#{n => N}]), N end."));
  }
}

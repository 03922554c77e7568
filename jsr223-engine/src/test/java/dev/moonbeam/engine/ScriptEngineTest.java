package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@code javax.script}, through ScriptEngineManager as an application uses it. */
@Timeout(300)
class ScriptEngineTest {
  private final ScriptEngineManager manager = new ScriptEngineManager();
  private final ScriptEngine lua = manager.getEngineByName("lua");
  private final ScriptEngine erlang = manager.getEngineByName("erlang");

  @Test
  void enginesAreFoundByNameExtensionAndType() {
    for (String name : List.of("lua", "Lua", "moonbeam-lua")) {
      assertThat(manager.getEngineByName(name).getFactory().getLanguageName()).isEqualTo("Lua");
    }
    for (String name : List.of("erlang", "Erlang", "erl")) {
      assertThat(manager.getEngineByName(name).getFactory().getLanguageName()).isEqualTo("Erlang");
    }
    assertThat(manager.getEngineByExtension("lua").getFactory().getLanguageVersion())
        .isEqualTo("5.4");
    assertThat(manager.getEngineByExtension("erl").getFactory().getLanguageName())
        .isEqualTo("Erlang");
    assertThat(manager.getEngineByMimeType("text/x-lua")).isNotNull();
    assertThat(manager.getEngineByMimeType("text/x-erlang")).isNotNull();
    assertThat(lua.getFactory().getParameter("THREADING")).isEqualTo("MULTITHREADED");
    assertThat(lua.getFactory().getParameter(ScriptEngine.LANGUAGE)).isEqualTo("Lua");
  }

  @Test
  void aScriptGivesItsValue() throws Exception {
    assertThat(lua.eval("return 6 * 7")).isEqualTo(42L);
    assertThat(lua.eval(new StringReader("return 'a' .. 1"))).isEqualTo("a1");
    assertThat(lua.eval("x = 1")).isNull();
    assertThat(lua.eval("return {1, {a = true}}")).isEqualTo(List.of(1L, Map.of("a", true)));
    assertThat(erlang.eval("6 * 7.")).isEqualTo(42L);
    assertThat(erlang.eval("{ok, [1, <<\"b\">>]}"))
        .isEqualTo(TupleValue.of(Moonbeam.atom("ok"), List.of(1L, "b")));
    assertThat(erlang.eval("#{a => 1.5}")).isEqualTo(Map.of(Moonbeam.atom("a"), 1.5));
  }

  @Test
  void bindingsAreVariables() throws Exception {
    lua.put("price", 80);
    assertThat(lua.eval("total = price * 2 return total")).isEqualTo(160L);
    assertThat(lua.get("total")).isEqualTo(160L);
    assertThat(lua.eval("return total + 1")).isEqualTo(161L);
    erlang.put("Price", 80);
    assertThat(erlang.eval("Total = Price * 2, Total.")).isEqualTo(160L);
    assertThat(erlang.get("Total")).isEqualTo(160L);
    assertThat(erlang.eval("Total + 1")).isEqualTo(161L);
  }

  @Test
  void whatTheHostTakesOutOfTheBindingsIsGone() throws Exception {
    lua.eval("made = 1; kept = made");
    lua.put("given", 2);
    assertThat(lua.eval("return made + given")).isEqualTo(3L);
    Bindings bindings = lua.getBindings(ScriptContext.ENGINE_SCOPE);
    bindings.remove("made");
    bindings.remove("given");
    assertThat(lua.eval("return tostring(made) .. tostring(given) .. kept")).isEqualTo("nilnil1");
    bindings.clear();
    assertThat(lua.eval("return kept == nil and type(print)")).isEqualTo("function");
  }

  @Test
  void anExpressionOfLuaHasAValue() throws Exception {
    lua.put("n", 5);
    assertThat(lua.eval("n * 2")).isEqualTo(10L);
    assertThat(((Compilable) lua).compile("n .. 'x'").eval()).isEqualTo("5x");
    assertThatThrownBy(() -> lua.eval("n = = 2"))
        .hasMessageContaining("unexpected symbol near '='");
  }

  @Test
  void aTableStaysOneTableBetweenEvaluations() throws Exception {
    lua.eval("a = {n = 1} b = a");
    assertThat(lua.eval("a.n = 2 return b.n")).isEqualTo(2L);
    assertThat(lua.eval("return a == b")).isEqualTo(true);
    assertThat(lua.eval("return rawequal(print, p or print)")).isEqualTo(true);
    lua.put("a", Map.of("n", 5));
    assertThat(lua.eval("return a.n * 10 + b.n")).isEqualTo(52L);
    lua.put("a", null);
    assertThat(lua.eval("return a")).isNull();
    lua.getBindings(ScriptContext.ENGINE_SCOPE).remove("b");
    erlang.eval("F = fun(X) -> X + 1 end, P = self().");
    assertThat(erlang.eval("F(1).")).isEqualTo(2L);
    assertThat(erlang.eval("P =:= self().")).isEqualTo(true);
  }

  @Test
  void globalScopeIsSeenBehindEngineScope() throws Exception {
    manager.put("shared", "global");
    assertThat(lua.eval("return shared")).isEqualTo("global");
    lua.put("shared", "engine");
    assertThat(lua.eval("return shared")).isEqualTo("engine");
  }

  @Test
  void everyBindingsObjectHasVariablesOfItsOwn() throws Exception {
    Bindings one = new SimpleBindings(new HashMap<>(Map.of("n", 1)));
    Bindings two = new SimpleBindings(new HashMap<>(Map.of("n", 2)));
    assertThat(lua.eval("seen = n return seen", one)).isEqualTo(1L);
    assertThat(lua.eval("return seen", two)).isNull();
    assertThat(lua.eval("seen = n return seen", two)).isEqualTo(2L);
    assertThat(lua.eval("return seen", one)).isEqualTo(1L);
    assertThat(one.get("seen")).isEqualTo(1L);
    assertThat(lua.eval("return seen")).isNull();
  }

  @Test
  void aFreshContextWorks() throws Exception {
    ScriptContext context = new SimpleScriptContext();
    context.setAttribute("n", 5, ScriptContext.ENGINE_SCOPE);
    assertThat(lua.eval("return n", context)).isEqualTo(5L);
  }

  @Test
  void outputGoesToTheContextsWriter() throws Exception {
    StringWriter out = new StringWriter();
    lua.getContext().setWriter(out);
    lua.eval("print('grüße', 1)");
    assertThat(out.toString()).isEqualTo("grüße\t1\n");
    StringWriter other = new StringWriter();
    erlang.getContext().setWriter(other);
    erlang.eval("io:format(\"~p~n\", [{a, 1}]).");
    assertThat(other.toString()).isEqualTo("{a,1}\n");
  }

  @Test
  void reportsOfCrashesGoToTheErrorWriter() throws Exception {
    StringWriter errors = new StringWriter();
    erlang.getContext().setErrorWriter(errors);
    erlang.eval("spawn(fun() -> error(oops) end), timer:sleep(50).");
    while (errors.toString().isEmpty()) {
      Thread.sleep(20);
    }
    assertThat(errors.toString()).contains("oops");
  }

  @Test
  void anErrorSaysWhere() {
    lua.put(ScriptEngine.FILENAME, "rules.lua");
    ScriptException failure =
        catchThrowableOfType(
            ScriptException.class, () -> lua.eval("local a = {}\nlocal b = a.x.y"));
    assertThat(failure.getFileName()).isEqualTo("rules.lua");
    assertThat(failure.getLineNumber()).isEqualTo(2);
    assertThat(failure.getMessage()).contains("attempt to index a nil value (field 'x')");
    assertThat(failure.getCause()).isInstanceOf(ScriptFailure.class);
    ScriptException syntax =
        catchThrowableOfType(ScriptException.class, () -> lua.eval("x = 1\ny = = 2"));
    assertThat(syntax.getLineNumber()).isEqualTo(2);
    assertThat(syntax.getColumnNumber()).isEqualTo(5);
    erlang.put(ScriptEngine.FILENAME, "rules.erl");
    ScriptException badarith =
        catchThrowableOfType(ScriptException.class, () -> erlang.eval("X = 0,\n1 div X."));
    assertThat(badarith.getMessage()).contains("evaluating an arithmetic expression");
    assertThat(badarith.getFileName()).isEqualTo("rules.erl");
    assertThat(badarith.getLineNumber()).isEqualTo(2);
  }

  @Test
  void theErrorValueIsThere() {
    ScriptException failure =
        catchThrowableOfType(ScriptException.class, () -> lua.eval("error({code = 7})"));
    assertThat(((ScriptFailure) failure.getCause()).reason()).isEqualTo(Map.of("code", 7L));
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> erlang.eval("throw({code, 7})."));
    assertThat(((ScriptFailure) thrown.getCause()).reason())
        .isEqualTo(TupleValue.of(Moonbeam.atom("code"), 7L));
  }

  @Test
  void anEngineStaysUsableAfterAnError() throws Exception {
    lua.eval("n = 1");
    assertThatThrownBy(() -> lua.eval("error('x')")).isInstanceOf(ScriptException.class);
    assertThat(lua.eval("return n")).isEqualTo(1L);
  }

  @Test
  void compiledScriptsRunAgainstAnyBindings() throws Exception {
    CompiledScript script = ((Compilable) lua).compile("return n + 1");
    for (int i = 0; i < 3; i++) {
      assertThat(script.eval(new SimpleBindings(new HashMap<>(Map.of("n", i))))).isEqualTo(i + 1L);
    }
    CompiledScript expression = ((Compilable) erlang).compile("N + 1");
    assertThat(expression.eval(new SimpleBindings(new HashMap<>(Map.of("N", 41))))).isEqualTo(42L);
    assertThatThrownBy(() -> ((Compilable) erlang).compile("N +"))
        .isInstanceOf(ScriptException.class);
    assertThat(expression.getEngine()).isSameAs(erlang);
  }

  @Test
  void functionsAreInvoked() throws Exception {
    lua.eval("function area(w, h) return w * h end  geo = {twice = function(x) return 2 * x end}");
    Invocable invocable = (Invocable) lua;
    assertThat(invocable.invokeFunction("area", 3, 4)).isEqualTo(12L);
    assertThat(invocable.invokeFunction("geo.twice", 4)).isEqualTo(8L);
    assertThatThrownBy(() -> invocable.invokeFunction("volume"))
        .isInstanceOf(NoSuchMethodException.class);
    erlang.eval("-module(geo). -export([area/2]). area(W, H) -> W * H.");
    assertThat(((Invocable) erlang).invokeFunction("area", 3, 4)).isEqualTo(12L);
    assertThat(((Invocable) erlang).invokeFunction("geo:area", 3, 4)).isEqualTo(12L);
    assertThatThrownBy(() -> ((Invocable) erlang).invokeFunction("area", 1))
        .isInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void methodsAreInvoked() throws Exception {
    Object account =
        lua.eval(
            """
            local Account = {}
            Account.__index = Account
            function Account:deposit(n) self.balance = self.balance + n return self.balance end
            return setmetatable({balance = 10}, Account)
            """);
    assertThat(account).isInstanceOf(ScriptObject.class);
    assertThat(((Invocable) lua).invokeMethod(account, "deposit", 5)).isEqualTo(15L);
    assertThat(((Invocable) lua).invokeMethod(account, "deposit", 5)).isEqualTo(20L);
    assertThat(((ScriptObject) account).get("balance")).isEqualTo(20L);
  }

  /** What scripts implement in the tests. */
  public interface Pricing {
    int price(String item, int count);

    List<String> items();

    default String currency() {
      return "EUR";
    }
  }

  @Test
  void interfacesAreImplementedByScripts() throws Exception {
    lua.eval(
        "function price(item, count) return #item * count end function items() return {'a', 'b'}"
            + " end");
    Pricing pricing = ((Invocable) lua).getInterface(Pricing.class);
    assertThat(pricing.price("abc", 2)).isEqualTo(6);
    assertThat(pricing.items()).isEqualTo(List.of("a", "b"));
    assertThat(pricing.currency()).isEqualTo("EUR");
    assertThat(pricing).isEqualTo(pricing);
    assertThat(((Invocable) lua).getInterface(Callable.class)).isNull();
    Object module =
        lua.eval(
            "return {price = function(self, item, n) return n end, items = function() return {}"
                + " end}");
    Pricing other = ((Invocable) lua).getInterface(module, Pricing.class);
    assertThat(other.price("x", 3)).isEqualTo(3);
    assertThat(other.items()).isEmpty();
  }

  @Test
  void functionsOfTheHostAreCallable() throws Exception {
    lua.put("plus", (IntBinaryOperator) Integer::sum);
    lua.put("greet", (Function<String, String>) name -> "hello " + name);
    lua.put("make", (Supplier<List<Integer>>) () -> List.of(1, 2));
    assertThat(lua.eval("return plus(1, 2.0)")).isEqualTo(3L);
    assertThat(lua.eval("return greet('Ada')")).isEqualTo("hello Ada");
    assertThat(lua.eval("return #make()")).isEqualTo(2L);
    assertThat(lua.eval("return select(2, pcall(plus, 'x', 1))").toString())
        .contains("bad argument #1 (int expected, got String)");
    erlang.put("Plus", (BiFunction<Long, Long, Long>) Long::sum);
    assertThat(erlang.eval("lists:foldl(Plus, 0, [1, 2, 3]).")).isEqualTo(6L);
  }

  @Test
  void functionsOfScriptsAreCallable() throws Exception {
    ScriptFunction function =
        (ScriptFunction) lua.eval("local n = 0 return function(d) n = n + d return n end");
    assertThat(function.call(2)).isEqualTo(2L);
    assertThat(function.call(3)).isEqualTo(5L);
    ScriptFunction fun = (ScriptFunction) erlang.eval("fun(X) -> X * 2 end.");
    assertThat(fun.call(21)).isEqualTo(42L);
    lua.put("f", function);
    assertThat(lua.eval("return f(1)")).isEqualTo(6L);
    lua.put("g", fun);
    assertThat(lua.eval("return g(4)")).isEqualTo(8L);
  }

  @Test
  void anExceptionOfTheHostIsAnErrorOfTheScriptAndItsCauseIfUncaught() throws Exception {
    IllegalStateException thrown = new IllegalStateException("no stock");
    lua.put(
        "order",
        (Supplier<Object>)
            () -> {
              throw thrown;
            });
    assertThat(lua.eval("local ok, e = pcall(order) return tostring(e)").toString())
        .contains("IllegalStateException: no stock");
    ScriptException failure =
        catchThrowableOfType(ScriptException.class, () -> lua.eval("order()"));
    assertThat(failure.getCause().getCause()).isSameAs(thrown);
  }

  @Test
  void anEvaluationWithinAnEvaluation() throws Exception {
    lua.put(
        "again",
        (Function<String, Object>)
            code -> {
              try {
                return lua.eval(code);
              } catch (ScriptException e) {
                throw new IllegalArgumentException(e);
              }
            });
    assertThat(lua.eval("n = 1 return again('n = n + 1 return n') + n")).isEqualTo(4L);
  }

  @Test
  void severalThreadsUseOneEngine() throws Exception {
    lua.eval("count = 0");
    CompiledScript script =
        ((Compilable) lua).compile("local s = 0 for i = 1, n do s = s + i end return s");
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int n = 100 + thread;
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    Bindings own = new SimpleBindings(new HashMap<>(Map.of("n", n)));
                    assertThat(script.eval(own)).isEqualTo(n * (n + 1L) / 2);
                    lua.eval("count = count + 1");
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(lua.eval("return count")).isEqualTo(400L);
  }

  @Test
  void syntaxOfTheLanguagesIsKnown() throws Exception {
    for (ScriptEngine engine : List.of(lua, erlang)) {
      StringWriter out = new StringWriter();
      engine.getContext().setWriter(out);
      String statement = engine.getFactory().getOutputStatement("say \"hi\"\\\n");
      engine.eval(engine.getFactory().getProgram(statement, statement));
      assertThat(out.toString()).isEqualTo("say \"hi\"\\\n\nsay \"hi\"\\\n\n");
    }
    assertThat(lua.getFactory().getMethodCallSyntax("o", "m", "a", "b")).isEqualTo("o:m(a, b)");
  }
}

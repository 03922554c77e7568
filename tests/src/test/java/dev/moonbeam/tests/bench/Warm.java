package dev.moonbeam.tests.bench;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Runs one program again and again in this JVM and prints how long each round took. Every
 * measurement has a JVM of its own, so that no program pays for what another did to the compiler's
 * profiles.
 *
 * <p>Arguments: engine ({@code moonbeam}, {@code unmetered}, {@code luaj}, {@code luajc}), {@code
 * language/program}, seconds. Output: a line of nanoseconds a round.
 */
public final class Warm {
  private Warm() {}

  public static void main(String[] arguments) throws Exception {
    Workload workload =
        Workload.ALL.stream()
            .filter(each -> each.matches(arguments[1]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(arguments[1]));
    long end = System.nanoTime() + (long) (Double.parseDouble(arguments[2]) * 1e9);
    Runnable round =
        switch (arguments[0]) {
          case "moonbeam" -> moonbeam(workload, true);
          case "unmetered" -> moonbeam(workload, false);
          case "luaj" -> luaj(workload, false);
          case "luajc" -> luaj(workload, true);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    int rounds = 0;
    // Three at least: the first ones run mostly interpreted.
    while (System.nanoTime() < end || rounds < 3) {
      long start = System.nanoTime();
      round.run();
      System.out.println(System.nanoTime() - start);
      rounds++;
    }
    System.exit(0);
  }

  /** The Lua source with its arguments in front, on the first line, so that line numbers stay. */
  private static String luaSource(Workload workload) throws Exception {
    String list = String.join("\", \"", workload.arguments());
    return "local arg = { \"" + list + "\" } " + Files.readString(workload.file());
  }

  private static Runnable moonbeam(Workload workload, boolean metering) throws Exception {
    Language language =
        ServiceLoader.load(Language.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.id().equals(workload.language()))
            .findFirst()
            .orElseThrow();
    boolean lua = language.id().equals("lua");
    String source = lua ? luaSource(workload) : Files.readString(workload.file());
    CompileOptions options = CompileOptions.standard();
    CompiledModule module =
        ModuleCompiler.compile(
            language.lower(
                new SourceUnit(workload.file().getFileName().toString(), source), options),
            CompilerOptions.standard().withMetering(metering).withDepth(metering));
    // Standard output as a file nobody reads, so that what is printed costs what it costs
    // elsewhere.
    Node node = Node.builder().policy(SandboxPolicy.trusted()).output(OutputSink.none()).build();
    if (lua) {
      LoadedModule loaded = node.code().define(module);
      return () -> node.evaluate(process -> language.run(process, loaded, NO_BINDINGS));
    }
    node.code().load(module);
    Fun main = node.code().external(module.name(), "main", 1);
    Object list = Cons.list(workload.arguments().stream().map(Warm::string).toArray());
    return () -> {
      try {
        node.run(main, list);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Object string(String text) {
    return Cons.list(text.chars().mapToObj(c -> (Object) (long) c).toArray());
  }

  static final Bindings NO_BINDINGS =
      new Bindings() {
        @Override
        public Iterable<String> names() {
          return List.of();
        }

        @Override
        public @Nullable Object get(String name) {
          return null;
        }

        @Override
        public void put(String name, Object term) {}
      };

  /** LuaJ by reflection: it is there in the profile {@code bench} only. */
  private static Runnable luaj(Workload workload, boolean compiled) throws Exception {
    Object globals =
        Class.forName("org.luaj.vm2.lib.jse.JsePlatform").getMethod("standardGlobals").invoke(null);
    Class<?> type = Class.forName("org.luaj.vm2.Globals");
    type.getField("STDOUT").set(globals, new PrintStream(OutputStream.nullOutputStream()));
    if (compiled) {
      Class.forName("org.luaj.vm2.luajc.LuaJC").getMethod("install", type).invoke(null, globals);
    }
    Object chunk =
        type.getMethod("load", java.io.Reader.class, String.class)
            .invoke(globals, new StringReader(luaSource(workload)), workload.program());
    Method call = Class.forName("org.luaj.vm2.LuaValue").getMethod("call");
    return () -> {
      try {
        call.invoke(chunk);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    };
  }
}

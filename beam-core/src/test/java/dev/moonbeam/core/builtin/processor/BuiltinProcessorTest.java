package dev.moonbeam.core.builtin.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.SandboxPolicy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles small builtin classes with the processor and looks at its errors and at the tables it
 * wrote.
 */
class BuiltinProcessorTest {
  @TempDir Path output;

  private static final String STRICT =
      """
      package sample;
      import dev.moonbeam.core.builtin.*;
      import dev.moonbeam.core.process.Process;
      import dev.moonbeam.policy.Capability;
      @BuiltinModule("lists")
      public final class Lists {
        @Builtin(value = "length", guard = true, cost = 3)
        public static Object length(Process process, Object list) { return list; }
        @Builtin("five")
        public static Object five(Process process, Object a, Object b, Object c, Object d, Object e) {
          return java.util.List.of(a, b, c, d, e);
        }
        @Builtin(value = "length", needs = {Capability.CLOCK, Capability.HALT})
        public static Object length(Process process, Object list, Object more) { return more; }
        @Builtin("=:=")
        public static Object yield(Process process) { return "none"; }
      }
      """;

  private static final String ADJUSTING =
      """
      package sample;
      import dev.moonbeam.core.builtin.*;
      import dev.moonbeam.core.process.Process;
      import java.util.Arrays;
      @BuiltinModule(value = "string", strictArity = false)
      public final class Strings {
        @Builtin("two")
        public static Object two(Process process, Object a, Object b) { return a + "," + b; }
        @Builtin("rest")
        public static Object rest(Process process, Object a, Object[] rest) {
          return a + ":" + Arrays.toString(rest);
        }
        @Builtin("all")
        public static Object all(Process process, Object... all) { return Arrays.toString(all); }
      }
      """;

  @Test
  void rowsSayWhatTheAnnotationsSay() throws Exception {
    BuiltinTable table = compileTable("Lists", STRICT);
    assertThat(table.module()).isEqualTo("lists");
    assertThat(table.rows())
        .containsExactly(
            new BuiltinRow(
                "lists", "length", 1, false, true, 3, Set.of(), "sample.Lists", "length"),
            new BuiltinRow("lists", "five", 5, false, false, 1, Set.of(), "sample.Lists", "five"),
            new BuiltinRow(
                "lists",
                "length",
                2,
                false,
                false,
                1,
                Set.of(Capability.CLOCK, Capability.HALT),
                "sample.Lists",
                "length"),
            new BuiltinRow("lists", "=:=", 0, false, false, 1, Set.of(), "sample.Lists", "yield"));
  }

  @Test
  void aFunctionKnowsItsNameAndArity() throws Exception {
    BuiltinTable lists = compileTable("Lists", STRICT);
    assertThat(lists.link(2).displayName()).isEqualTo("lists:length/2");
    assertThat(lists.link(1).arity()).isEqualTo(5);
    BuiltinTable strings = compileTable("Strings", ADJUSTING);
    assertThat(strings.link(0).displayName()).isEqualTo("function 'string.two'");
  }

  @Test
  void everyFunctionHasItsOwnClassFile() throws Exception {
    compileTable("Lists", STRICT);
    try (Stream<Path> files = Files.list(output.resolve("sample"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(
              "ListsTable$length_0.class", "ListsTable$five_1.class", "ListsTable$yield_3.class");
    }
  }

  @Test
  void strictArityRefusesAnotherNumberOfArguments() throws Exception {
    BuiltinTable lists = compileTable("Lists", STRICT);
    assertThat(run(process -> lists.link(0).call1(process, "x"))).isEqualTo("x");
    assertThat(run(process -> lists.link(0).callN(process, new Object[] {"x"}))).isEqualTo("x");
    assertThat(run(process -> lists.link(1).callN(process, new Object[] {"a", "b", "c", "d", "e"})))
        .isEqualTo(List.of("a", "b", "c", "d", "e"));
    assertThatThrownBy(() -> run(process -> lists.link(0).call2(process, 1L, 2L)))
        .isInstanceOfSatisfying(
            Raise.class,
            raise ->
                assertThat(raise.reason())
                    .isInstanceOfSatisfying(
                        Tuple.class,
                        reason -> assertThat(reason.get(0)).isEqualTo(Atom.of("badarity"))));
  }

  @Test
  void adjustingArityPadsDropsAndCollects() throws Exception {
    BuiltinTable strings = compileTable("Strings", ADJUSTING);
    Fun two = strings.link(0);
    Fun rest = strings.link(1);
    Fun all = strings.link(2);
    assertThat(run(two::call0)).isEqualTo("nil,nil");
    assertThat(run(process -> two.call1(process, 1L))).isEqualTo("1,nil");
    assertThat(run(process -> two.call3(process, 1L, 2L, 3L))).isEqualTo("1,2");
    assertThat(run(process -> two.callN(process, new Object[] {1L}))).isEqualTo("1,nil");
    assertThat(run(rest::call0)).isEqualTo("nil:[]");
    assertThat(run(process -> rest.call3(process, 1L, 2L, 3L))).isEqualTo("1:[2, 3]");
    assertThat(run(process -> rest.callN(process, new Object[] {1L, 2L, 3L})))
        .isEqualTo("1:[2, 3]");
    assertThat(run(all::call0)).isEqualTo("[]");
    assertThat(run(process -> all.call2(process, 1L, 2L))).isEqualTo("[1, 2]");
  }

  @Test
  void aCallCostsWhatTheAnnotationSays() throws Exception {
    BuiltinTable lists = compileTable("Lists", STRICT);
    Fun length = lists.link(0);
    assertThat(
            run(
                process -> {
                  long before = process.reductionsUsed();
                  length.call1(process, "x");
                  return process.reductionsUsed() - before;
                }))
        .isEqualTo(3L);
  }

  private static Object run(Process.Body body) {
    try (Node node = Node.of(SandboxPolicy.standard())) {
      return node.evaluate(body);
    }
  }

  @Test
  void wrongSignaturesAreRefused() {
    assertThat(errors("@Builtin(\"x\") static Object x(Process p) { return p; }"))
        .containsExactly("a @Builtin method must be public and static");
    assertThat(errors("@Builtin(\"x\") public static long x(Process p) { return 1; }"))
        .containsExactly("a @Builtin method must return Object (a term or a Special)");
    assertThat(errors("@Builtin(\"x\") public static Object x(Object p) { return p; }"))
        .containsExactly("the first parameter of a @Builtin method must be the Process");
    assertThat(errors("@Builtin(\"x\") public static Object x(Process p, long n) { return p; }"))
        .containsExactly(
            "parameter 'n' of a @Builtin method must be Object (or Object[] as the last one)");
    assertThat(
            errors(
                "@Builtin(\"x\") public static Object x(Process p) throws Exception { return p; }"))
        .containsExactly("a @Builtin method cannot declare exceptions: scripts catch Raise only");
    assertThat(
            errors("@Builtin(\"x\") public static Object x(Process p, Object... r) { return r; }"))
        .containsExactly("a variadic @Builtin needs @BuiltinModule(strictArity = false)");
  }

  @Test
  void wrongAnnotationsAreRefused() {
    assertThat(
            errors(
                "@Builtin(value = \"x\", cost = 0) public static Object x(Process p) { return p;"
                    + " }"))
        .containsExactly(
            "a @Builtin costs at least 1 reduction, else a loop of calls would run unmetered");
    assertThat(
            errors(
                "@Builtin(value = \"x\", guard = true, needs = Capability.CLOCK)"
                    + " public static Object x(Process p) { return p; }"))
        .containsExactly(
            "a guard cannot need a capability: a guard that may not run would silently be false");
    assertThat(
            errors(
                "@Builtin(\"x\") public static Object x(Process p, Object a) { return a; }"
                    + "@Builtin(\"x\") public static Object y(Process p, Object a) { return a; }"))
        .containsExactly("builtin x/1 is declared twice in this class");
    assertThat(errors("")).containsExactly("a @BuiltinModule without any @Builtin method");
  }

  @Test
  void anErrorStandsAtItsElement() {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    compile(
        "Bad", source("\n\n@Builtin(\"x\") public static long x(Process p) { return 1; }"), said);
    assertThat(said.getDiagnostics().getFirst().getLineNumber()).isEqualTo(8);
  }

  @Test
  void aBuiltinOutsideAModuleIsRefused() {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    compile(
        "Lost",
        """
        package sample;
        import dev.moonbeam.core.builtin.Builtin;
        import dev.moonbeam.core.process.Process;
        public final class Lost {
          @Builtin("x") public static Object x(Process process) { return process; }
        }
        """,
        said);
    assertThat(messages(said))
        .containsExactly("@Builtin has no effect outside a class annotated @BuiltinModule");
  }

  private List<String> errors(String member) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    compile("Bad", source(member), said);
    return messages(said);
  }

  private static String source(String member) {
    return """
    package sample;
    import dev.moonbeam.core.builtin.*;
    import dev.moonbeam.core.process.Process;
    import dev.moonbeam.policy.Capability;
    @BuiltinModule("bad") public final class Bad {
    """
        + member
        + "\n}";
  }

  private static List<String> messages(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  private BuiltinTable compileTable(String name, String source) throws Exception {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    boolean compiled = compile(name, source, said);
    assertThat(said.getDiagnostics()).as("what javac said").isEmpty();
    assertThat(compiled).isTrue();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {output.toUri().toURL()}, getClass().getClassLoader());
    return (BuiltinTable)
        loader.loadClass("sample." + name + "Table").getDeclaredConstructor().newInstance();
  }

  private boolean compile(String name, String source, DiagnosticCollector<JavaFileObject> said) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("string:///sample/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler.CompilationTask task =
        javac.getTask(
            null,
            null,
            said,
            List.of("-d", output.toString(), "-cp", classPath(), "-Xlint:all,-processing"),
            null,
            List.of(unit));
    task.setProcessors(List.of(new BuiltinProcessor()));
    return task.call();
  }

  /**
   * Where the contracts come from, whether this test runs on the class path or on the module path.
   */
  private static String classPath() {
    return Stream.of(BuiltinTable.class, Capability.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }
}

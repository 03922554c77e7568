package dev.moonbeam.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonbeam.cli.CommandLine;
import dev.moonbeam.tests.Deadline;
import dev.moonbeam.tests.oracle.Oracles;
import dev.moonbeam.tests.oracle.Oracles.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random expressions give the same values and the same exceptions as in the real implementations:
 * many cases a program, a program for each seed. {@code -Dmoonbeam.seeds=FROM-TO} runs others than
 * the few of the normal run.
 */
class GeneratedProgramsTest {
  private static final int CASES = 250;
  private static final int LUA_BODIES = 60;
  private static final int DEPTH = 3;

  @TempDir Path folder;

  private static List<Long> seeds() {
    String[] range = System.getProperty("moonbeam.seeds", "1-4").split("-");
    return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]))
        .boxed()
        .toList();
  }

  // ---------------------------------------------------------------- Lua

  static String luaProgram(long seed) {
    LuaExpressions expressions = new LuaExpressions(new Choice(seed));
    return luaProgram(() -> expressions.expression(DEPTH));
  }

  private static String luaProgram(Supplier<String> cases) {
    StringBuilder text =
        new StringBuilder(
            """
            local function show(n, ...)
              local all = table.pack(...)
              for i = 1, all.n do
                local v = all[i]
                -- The sign of NaN is nobody's business, addresses are nobody else's.
                if v ~= v then v = "nan" elseif type(v) == "table" or type(v) == "function" then v = type(v)
                elseif type(v) == "string" then v = string.format("%q", v:gsub("%-nan", "nan"):gsub("0x[0-9a-f]+ *$", "0x")):gsub("\\n", "n") end
                all[i] = tostring(v)
              end
              print(n, table.concat(all, "\\t", 1, all.n))
            end
            local function all(...)
              local found = {}
              for a, b in ... do
                found[#found + 1] = tostring(a) .. ":" .. tostring(b)
                if #found == 20 then break end
              end
              return table.concat(found, " ")
            end
            local function changed(f, t, ...)
              local removed = f(t, ...)
              return removed, table.unpack(t)
            end
            local function turns(from, to, by)
              local seen = {}
              for i = from, to, by do
                seen[#seen + 1] = i == i and tostring(i) or "nan"
                if #seen == 6 then break end
              end
              return table.concat(seen, " ")
            end
            """);
    for (int i = 1; i <= CASES; i++) {
      text.append("show(")
          .append(i)
          .append(", pcall(function() return ")
          .append(cases.get())
          .append(" end))\n");
    }
    return text.toString();
  }

  /** Bodies of functions; what they give and all they do on the way is a line for each. */
  static String luaBodies(long seed) {
    LuaBodies bodies = new LuaBodies(new Choice(seed));
    StringBuilder text = new StringBuilder(LuaBodies.prelude());
    for (int i = 1; i <= LUA_BODIES; i++) {
      text.append("show(%d, function(...)\n%send)\n".formatted(i, bodies.body()));
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> luaExpressions() {
    return luaPrograms("expressions", CASES, GeneratedProgramsTest::luaProgram);
  }

  @TestFactory
  Stream<DynamicTest> luaLibraryCalls() {
    return luaPrograms(
        "calls", CASES, seed -> luaProgram(new LuaLibraryCalls(new Choice(seed))::call));
  }

  @TestFactory
  Stream<DynamicTest> luaBodies() {
    return luaPrograms("bodies", LUA_BODIES, GeneratedProgramsTest::luaBodies);
  }

  private Stream<DynamicTest> luaPrograms(String kind, int cases, LongFunction<String> generator) {
    assumeTrue(Oracles.hasLua(), "no lua5.4 is installed here");
    return seeds().stream()
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    "lua " + kind + " seed " + seed,
                    () -> {
                      Path program = folder.resolve(kind + seed + ".lua");
                      Files.writeString(program, generator.apply(seed));
                      compare(program, Oracles.lua(program).text(), cases);
                    }));
  }

  // ---------------------------------------------------------------- Erlang

  static String erlangProgram(String module, long seed) {
    ErlangExpressions expressions = new ErlangExpressions(new Choice(seed));
    StringBuilder text =
        new StringBuilder(
            "-module(" + module + ").\n-export([main/1]).\n-compile(nowarn_unused_vars).\n");
    text.append("main(_) ->\n");
    for (int i = 1; i <= CASES; i++) {
      text.append("    show(")
          .append(i)
          .append(", fun case")
          .append(i)
          .append("/0)")
          .append(i < CASES ? ",\n" : ".\n");
    }
    text.append("id(X) -> X.\n");
    text.append(
        "show(N, F) -> io:format(\"~p ~0tp~n\", [N, try {ok, F()} catch C:R -> {C, R} end]).\n");
    for (int i = 1; i <= CASES; i++) {
      text.append("case")
          .append(i)
          .append("() -> ")
          .append(expressions.expression(DEPTH))
          .append(".\n");
    }
    return text.toString();
  }

  /** Function bodies; an exception is shown with the place that the program itself has in it. */
  static String erlangConstructs(String module, long seed) {
    ErlangConstructs constructs = new ErlangConstructs(new Choice(seed));
    StringBuilder text = new StringBuilder("-module(" + module + ").\n");
    text.append(
        """
        -export([main/1]).
        -compile([nowarn_unused_vars, nowarn_unused_record]).
        """);
    text.append(ErlangConstructs.PRELUDE).append("main(_) ->\n");
    for (int i = 1; i <= CASES; i++) {
      text.append("    show(%d, fun case%d/0)%s\n".formatted(i, i, i < CASES ? "," : "."));
    }
    text.append(
        """
        show(N, F) ->
            erase(),
            Value = try {ok, F()} catch C:R:T -> {C, R, where(T), own(T)} end,
            io:format("~p ~w~n", [N, clean({Value, get(k), get(after_ran)})]).
        %% The functions on the stack. Comprehensions are functions of their own there and not here,
        %% so that a body may have called one in tail position; funs have other numbers, and the
        %% BEAM shows a caller of what is no fun twice.
        own(T) -> single([F || {?MODULE, F, _, _} <- T, is_named(atom_to_list(F))]).
        is_named(F) -> hd(F) =/= $- andalso not lists:prefix("case", F).
        single([F, F | T]) -> single([F | T]);
        single([F | T]) -> [F | single(T)];
        single([]) -> [].
        where([{?MODULE, _, A, L} | _]) when is_list(A) -> {A, lists:keyfind(line, 1, L)};
        where([{?MODULE, _, _, L} | _]) -> lists:keyfind(line, 1, L);
        %% Behind a builtin the BEAM's own frame may be of a line or so beside it.
        where([{erlang, F, A, _} | _]) -> {erlang, F, A};
        where([{M, F, A, _} | T]) when is_list(A) -> [{M, F, A} | [where(T)]];
        where([_ | T]) -> where(T);
        where([]) -> [].
        clean({'EXIT', {R, [{_, _, _, L} | _] = T}}) when is_list(L) -> {'EXIT', clean(R), where(T)};
        clean(F) when is_function(F) -> {a_fun, element(2, erlang:fun_info(F, arity))};
        clean(T) when is_tuple(T) -> list_to_tuple(clean(tuple_to_list(T)));
        clean([H | T]) -> [clean(H) | clean(T)];
        clean(M) when is_map(M) -> maps:from_list(clean(maps:to_list(M)));
        clean(X) -> X.
        """);
    for (int i = 1; i <= CASES; i++) {
      text.append("case%d() ->\n%s.\n".formatted(i, constructs.body()));
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> erlangExpressions() throws IOException {
    return erlangPrograms("cases", GeneratedProgramsTest::erlangProgram);
  }

  @TestFactory
  Stream<DynamicTest> erlangConstructs() throws IOException {
    return erlangPrograms("bodies", GeneratedProgramsTest::erlangConstructs);
  }

  /** Makes a program of a module's name and a seed. */
  private interface ErlangGenerator {
    String program(String module, long seed);
  }

  private Stream<DynamicTest> erlangPrograms(String kind, ErlangGenerator generator)
      throws IOException {
    assumeTrue(Oracles.hasErlang(), "no erl is installed here");
    List<Job> jobs = new ArrayList<>();
    for (long seed : seeds()) {
      String module = kind + seed;
      Path program = folder.resolve(module + ".erl");
      Files.writeString(program, generator.program(module, seed));
      jobs.add(new Job.Module(module, program, List.of()));
    }
    Map<String, byte[]> answers = Oracles.erlang(jobs);
    return jobs.stream()
        .map(
            job ->
                DynamicTest.dynamicTest(
                    "erlang " + job.id(),
                    () ->
                        compare(
                            ((Job.Module) job).file(),
                            new String(answers.get(job.id()), StandardCharsets.UTF_8),
                            CASES)));
  }

  // ---------------------------------------------------------------- both

  private static void compare(Path program, String expected, int cases) {
    Deadline.run(
        () -> {
          ByteArrayOutputStream output = new ByteArrayOutputStream();
          ByteArrayOutputStream errors = new ByteArrayOutputStream();
          new CommandLine(
                  new ByteArrayInputStream(new byte[0]),
                  new PrintStream(output, true),
                  new PrintStream(errors, true))
              .run("run", "--policy", "trusted", program.toString());
          // The real Lua was started in the program's folder.
          String printed =
              output.toString(StandardCharsets.UTF_8).replace(program.getParent() + "/", "");
          List<String> ours = printed.lines().toList();
          List<String> theirs = expected.lines().toList();
          List<String> different = new ArrayList<>();
          for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String our = i < ours.size() ? ours.get(i) : "(nothing)";
            String their = i < theirs.size() ? theirs.get(i) : "(nothing)";
            if (!our.equals(their)) {
              different.add(
                  source(program, their) + "\n    expected " + their + "\n    but was  " + our);
            }
          }
          assertThat(theirs).as("the program is valid").hasSize(cases);
          assertThat(different).as("%s", errors.toString(StandardCharsets.UTF_8)).isEmpty();
        });
  }

  /**
   * The line of the program that a line of output, which starts with the number of its case, comes
   * from.
   */
  private static String source(Path program, String output) {
    String number = output.split("[\\s]")[0];
    try {
      List<String> lines = Files.readAllLines(program);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("show(" + number + ",") || line.startsWith("case" + number + "(")) {
          int end = i;
          while (!isLastOfCase(program, lines.get(end))) {
            end++;
          }
          return (i + 1) + ": " + String.join("\n", lines.subList(i, end + 1));
        }
      }
      return "?";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isLastOfCase(Path program, String line) {
    return program.toString().endsWith(".erl")
        ? line.endsWith(".")
        : !line.startsWith(" ") && !line.endsWith("function(...)");
  }
}

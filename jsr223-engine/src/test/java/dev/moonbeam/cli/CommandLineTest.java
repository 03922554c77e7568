package dev.moonbeam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in process: what it prints where, and its exit status. */
class CommandLineTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return run(InputStream.nullInputStream(), arguments);
  }

  private int run(InputStream input, String... arguments) {
    out.reset();
    err.reset();
    return new CommandLine(input, new PrintStream(out, true), new PrintStream(err, true))
        .run(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void evalShowsTheValueAsTheLanguageDoes() {
    assertThat(run("eval", "--lang", "erlang", "{ok, \"abc\", [$a | b], 1.0}.")).isZero();
    assertThat(out()).isEqualTo("{ok,\"abc\",[97|b],1.0}\n");
    assertThat(run("eval", "--lang=lua", "return 10 / 2")).isZero();
    assertThat(out()).isEqualTo("5.0\n");
    assertThat(run("eval", "--lang", "lua", "local x = 1")).isZero();
    assertThat(out()).isEmpty();
    assertThat(err()).isEmpty();
  }

  @Test
  void optionsMayFollowWhatIsEvaluated() {
    assertThat(run("eval", "--lang", "lua", "while true do end", "--limit", "reductions=1M"))
        .isEqualTo(3);
    assertThat(run("eval", "return 1", "--lang=lua")).isZero();
    assertThat(run("eval", "--lang", "lua", "--", "--limit")).isZero();
    assertThat(out()).isEmpty();
  }

  @Test
  void aLuaProgramGetsItsArguments() throws Exception {
    String file = file("args.lua", "print(arg[0]:match('[^/]*$'), #arg, arg[1], arg[2], ...)");
    assertThat(run("run", file, "a", "--stats")).isZero();
    assertThat(out()).isEqualTo("args.lua\t2\ta\t--stats\ta\t--stats\n");
    String before =
        file("before.lua", "local i = -1 while arg[i] do io.write(arg[i], ' ') i = i - 1 end");
    assertThat(run("run", "--policy", "trusted", before, "a")).isZero();
    assertThat(out()).isEqualTo("trusted --policy run moonbeam ");
  }

  @Test
  void aHyphenIsALuaProgramOnStandardInput() throws Exception {
    byte[] program =
        "#!lua\nprint(arg[0], arg[1], ...)\nerror('no')".getBytes(StandardCharsets.UTF_8);
    assertThat(run(new ByteArrayInputStream(program), "run", "--policy=trusted", "-", "a"))
        .isEqualTo(1);
    assertThat(out()).isEqualTo("-\ta\ta\n");
    assertThat(err()).startsWith("lua: stdin:3: no\nstack traceback:\n");
  }

  @Test
  void anEscriptReadsItsInput() throws Exception {
    String script =
        file(
            "reads.escript",
            """
            #!/usr/bin/env escript
            main([Name]) ->
                Line = io:get_line("> "),
                Term = io:read(""),
                Rest = io:get_line(""),
                io:format("~s ~p ~p ~p ~p~n", [Name, Line, Term, Rest, io:get_line("")]).
            """);
    byte[] input = "first\n{a, [1]}. rest\n".getBytes(StandardCharsets.UTF_8);
    assertThat(run(new ByteArrayInputStream(input), "run", "--policy", "trusted", script, "me"))
        .isZero();
    assertThat(out()).isEqualTo("> me \"first\\n\" {ok,{a,[1]}} \"rest\\n\" eof\n");
    assertThat(run(new ByteArrayInputStream(input), "run", script, "me")).isZero();
    assertThat(out()).isEqualTo("> me eof eof eof eof\n");
  }

  @Test
  void anErlangProgramStartsAtMain() throws Exception {
    String main1 =
        file("m1.erl", "-module(m1). -export([main/1]). main(A) -> io:format(\"~p~n\", [A]).");
    assertThat(run("run", main1, "a", "b c")).isZero();
    assertThat(out()).isEqualTo("[\"a\",\"b c\"]\n");
    String main0 = file("m2.erl", "-module(m2). -export([main/0]). main() -> io:put_chars(\"m\").");
    assertThat(run("run", main0)).isZero();
    assertThat(out()).isEqualTo("m");
    String start =
        file(
            "m3.erl",
            "-module(m3). -export([start/0, f/0]). start() -> io:put_chars(\"s\"). f() ->"
                + " io:put_chars(\"f\").");
    assertThat(run("run", start)).isZero();
    assertThat(out()).isEqualTo("s");
    assertThat(run("run", "--call", "m3:f", start)).isZero();
    assertThat(out()).isEqualTo("f");
  }

  @Test
  void aScriptErrorHasStatusOneAndATraceback() throws Exception {
    assertThat(run("run", file("e.lua", "local function f()\n  error('boom')\nend\nf()")))
        .isEqualTo(1);
    assertThat(err()).startsWith("lua: ").contains("e.lua:2: boom").contains("stack traceback:");
    assertThat(
            run(
                "run",
                file(
                    "e.erl",
                    "-module(e).\n-export([main/0]).\nmain() ->\n  1 div zero().\nzero() -> 0.\n")))
        .isEqualTo(1);
    assertThat(err())
        .contains("an error occurred when evaluating an arithmetic expression")
        .contains("e:main/0")
        .contains("line 4");
    assertThat(err()).doesNotContain("at dev.moonbeam");
  }

  @Test
  void aCompileErrorHasStatusTwo() throws Exception {
    assertThat(run("run", file("c.lua", "x = = 1"))).isEqualTo(2);
    assertThat(err()).contains("c.lua:1").contains("unexpected symbol near '='").contains("^");
    assertThat(run("check", file("c.erl", "-module(c).\n-export([f/0]).\nf() -> X.\n")))
        .isEqualTo(2);
    assertThat(err()).contains("c.erl:3").contains("variable 'X' is unbound");
  }

  @Test
  void everyLimitHasStatusThree() {
    assertThat(run("eval", "--lang", "lua", "--limit", "reductions=100K", "while true do end"))
        .isEqualTo(3);
    assertThat(err()).contains("reductions limit of 100000 exceeded");
    assertThat(
            run("eval", "--lang", "lua", "--limit", "time=50ms", "while true do pcall(error) end"))
        .isEqualTo(3);
    assertThat(run("eval", "--lang", "lua", "--limit", "output=1K", "while true do print('x') end"))
        .isEqualTo(3);
    assertThat(
            run(
                "eval",
                "--lang",
                "erlang",
                "--limit",
                "processes=100",
                "(fun F() -> spawn(F), F() end)()."))
        .isEqualTo(3);
    assertThat(
            run(
                "eval",
                "--lang",
                "lua",
                "--limit",
                "memory=16M",
                "local t while true do t = {t} end"))
        .isEqualTo(3);
    assertThat(run("eval", "--lang", "lua", "--policy", "untrusted", "return os.execute")).isZero();
  }

  @Test
  void aScriptThatMayEndsTheProgramWithItsStatus() {
    assertThat(run("eval", "--lang", "lua", "--policy", "trusted", "os.exit(7)")).isEqualTo(7);
    assertThat(run("eval", "--lang", "erlang", "--policy", "trusted", "halt(8).")).isEqualTo(8);
    assertThat(err()).isEmpty();
    assertThat(run("eval", "--lang", "lua", "os.exit(7)")).isEqualTo(1);
  }

  @Test
  void checkCompilesOnly() throws Exception {
    String fine = file("fine.lua", "error('not run')");
    assertThat(run("check", fine)).isZero();
    assertThat(out()).isEmpty();
  }

  @Test
  void stagesCanBePrinted() throws Exception {
    String file = file("d.lua", "local x = 1 + 2 return x");
    for (String stage : new String[] {"ast", "core"}) {
      assertThat(run("check", "--dump=" + stage, file)).isZero();
      assertThat(out()).isNotBlank();
    }
    assertThat(run("check", "--dump=nonsense", file)).isEqualTo(2);
    assertThat(err()).startsWith("moonbeam: no stage 'nonsense'; there are all, ast, core, ");
  }

  @Test
  void statisticsGoToStandardError() {
    assertThat(run("eval", "--stats", "--lang", "lua", "return 1")).isZero();
    assertThat(out()).isEqualTo("1\n");
    assertThat(err()).contains("reductions").contains("live heap").contains("processes");
  }

  @Test
  void modulesAreFoundByNameInFolders() throws Exception {
    Path lib = Files.createDirectory(folder.resolve("lib"));
    Files.writeString(
        lib.resolve("helper.erl"), "-module(helper). -export([twice/1]). twice(X) -> 2 * X.");
    Files.writeString(lib.resolve("shapes.lua"), "return {area = function(w, h) return w * h end}");
    String erlang =
        file(
            "main.erl",
            "-module(main). -export([main/0]). main() -> io:format(\"~p~n\", [helper:twice(4)]).");
    assertThat(run("run", "-pa", lib.toString(), erlang)).isZero();
    assertThat(out()).isEqualTo("8\n");
    String lua = file("main.lua", "print(require('shapes').area(2, 3))");
    assertThat(run("run", "-pa", lib.toString(), lua)).isZero();
    assertThat(out()).isEqualTo("6\n");
  }

  @Test
  void aModuleOfTheFoldersThatDoesNotCompileIsAnErrorOfItsCall() throws Exception {
    Path lib = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(lib.resolve("helper.erl"), "-module(helper).\n-export([f/0]).\nf() -> X.\n");
    String uncaught = file("u.erl", "-module(u). -export([main/0]). main() -> helper:f().");
    assertThat(run("run", "-pa", lib.toString(), uncaught)).isEqualTo(2);
    assertThat(err()).contains("helper.erl:3:8: variable 'X' is unbound");
    String caught =
        file(
            "c.erl",
            "-module(c). -export([main/0]). main() -> {Pid, Ref} = spawn_monitor(fun() ->"
                + " helper:f() end), receive {'DOWN', Ref, _, Pid, {{not_compiled, helper, T}, [_ |"
                + " _]}} -> ok end, {match, _} = re:run(T, \"helper.erl:3:8\"), try helper:f()"
                + " catch error:{not_compiled, M, _} -> io:format(\"~p~n\", [M]) end.");
    assertThat(run("run", "-pa", lib.toString(), caught)).isZero();
    assertThat(out()).isEqualTo("helper\n");
    assertThat(err()).doesNotContain("\tat ");
  }

  @Test
  void aSourceMaySayThatItIsLatin1() throws Exception {
    Path file = folder.resolve("l.erl");
    String module =
        "-module(l). -export([main/0]).\nmain() -> io:format(\"~w~n\", [\"\u00c3\u00a4\"]).\n";
    Files.writeString(file, "%% coding: latin-1\n" + module, StandardCharsets.ISO_8859_1);
    assertThat(run("run", file.toString())).isZero();
    assertThat(out()).isEqualTo("[195,164]\n");
    Files.writeString(file, module, StandardCharsets.ISO_8859_1);
    assertThat(run("run", file.toString())).isZero();
    assertThat(out()).isEqualTo("[228]\n");
  }

  @Test
  void whatIsAskedWronglyHasStatusTwoAndAHint() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(err()).isEqualTo("moonbeam: no command 'dance'; 'moonbeam help' lists them\n");
    assertThat(run("run")).isEqualTo(2);
    assertThat(run("run", "missing.lua")).isEqualTo(2);
    assertThat(err()).isEqualTo("moonbeam: no file missing.lua\n");
    assertThat(run("run", "x.py")).isEqualTo(2);
    assertThat(run("eval", "--lang", "lua", "--limit", "speed=1", "return 1")).isEqualTo(2);
    assertThat(err()).startsWith("moonbeam: no limit 'speed'");
    assertThat(run("eval", "--lang", "basic", "1")).isEqualTo(2);
    assertThat(run("eval", "--policy", "lax", "1")).isEqualTo(2);
    assertThat(run("help")).isZero();
    assertThat(out()).contains("moonbeam run");
  }

  @Test
  void headersAndMacrosAreTakenAsErlcTakesThem() throws Exception {
    Path headers = Files.createDirectory(folder.resolve("headers"));
    Files.writeString(headers.resolve("deep.hrl"), "-define(DEEP, deep).\n");
    file("beside.hrl", "-define(BESIDE, beside).\n");
    String file =
        file(
            "m.erl",
            """
            -module(m).
            -export([main/0]).
            -include("beside.hrl").
            -include("deep.hrl").
            -ifdef(TEST).
            main() -> io:format("~p~n", [{?BESIDE, ?DEEP, ?TEXT, ?TEST}]).
            -endif.
            """);
    assertThat(run("run", "-I", headers.toString(), "-DTEST", "-D", "TEXT=\"a b\"", file)).isZero();
    assertThat(out()).isEqualTo("{beside,deep,\"a b\",true}\n");
    assertThat(run("check", "-DTEST", "-DTEXT=1", file)).isEqualTo(2);
    assertThat(err()).contains("m.erl:4:10: can't find include file \"deep.hrl\"");
    assertThat(run("check", "--stats", "-DTEST", "-DTEXT=1", "-I" + headers, file)).isZero();
    assertThat(err()).contains("1 files, 0 with errors, 7 lines");
    assertThat(run("check", "--policy", "untrusted", "-I" + headers, file)).isEqualTo(2);
    assertThat(err()).contains("can't find include file \"beside.hrl\"").doesNotContain("deep");
  }
}

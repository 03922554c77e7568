package dev.moonbeam.erlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.TermPrinter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parsing, looked at in the abstract format, places left out. */
class ErlangSourceTest {
  private static ParsedSource parse(String text) throws Exception {
    return LargeStack.run(
        () -> ErlangSource.module(new SourceUnit("m.erl", text), CompileOptions.standard()));
  }

  private static String expression(String text) throws Exception {
    ParsedSource parsed =
        LargeStack.run(
            () -> ErlangSource.script(new SourceUnit("s", text), CompileOptions.standard()));
    assertThat(parsed.diagnostics().sorted()).isEmpty();
    return withoutPlaces(AbstractFormat.expression(parsed.script().getFirst()));
  }

  private static String withoutPlaces(Object term) {
    return TermPrinter.print(term).replaceAll(",\\{\\d+,\\d+}", "");
  }

  private static List<String> errors(String text) throws Exception {
    return parse(text).diagnostics().sorted().stream()
        .map(
            each -> each.position().line() + ":" + each.position().column() + ": " + each.message())
        .toList();
  }

  @Test
  void operatorsHaveTheManualsPrecedence() throws Exception {
    assertThat(expression("A = B ! catch 1 + 2 * -3"))
        .isEqualTo(
            "{match,{var,'A'},{op,'!',{var,'B'},{'catch',{op,'+',{integer,1},{op,'*',{integer,2},"
                + "{op,'-',{integer,3}}}}}}}");
    assertThat(expression("a -- b -- c"))
        .isEqualTo("{op,'--',{atom,a},{op,'--',{atom,b},{atom,c}}}");
    assertThat(expression("1 - 2 - 3"))
        .isEqualTo("{op,'-',{op,'-',{integer,1},{integer,2}},{integer,3}}");
    assertThat(expression("not A orelse B andalso C == D"))
        .isEqualTo(
            "{op,'orelse',{op,'not',{var,'A'}},{op,'andalso',{var,'B'},{op,'==',{var,'C'},"
                + "{var,'D'}}}}");
  }

  @Test
  void tryClausesTellTheirColonsFromRemoteCalls() throws Exception {
    assertThat(expression("try m:f() catch error:{a, B}:S when B -> m:g(); T -> x end"))
        .isEqualTo(
            "{'try',[{call,{remote,{atom,m},{atom,f}},[]}],[],"
                + "[{clause,[{tuple,[{atom,error},{tuple,[{atom,a},{var,'B'}]},{var,'S'}]}],"
                + "[[{var,'B'}]],[{call,{remote,{atom,m},{atom,g}},[]}]},"
                + "{clause,[{tuple,[{atom,throw},{var,'T'},{var,'_'}]}],[],[{atom,x}]}],[]}");
  }

  @Test
  void maybeIsAWordOnlyWhereOneCanStand() throws Exception {
    assertThat(expression("maybe ok ?= a, b else _ -> c end"))
        .isEqualTo(
            "{maybe,[{maybe_match,{atom,ok},{atom,a}},{atom,b}],"
                + "{else,[{clause,[{var,'_'}],[],[{atom,c}]}]}}");
    assertThat(expression("{maybe, else}")).isEqualTo("{tuple,[{atom,maybe},{atom,else}]}");
    assertThat(expression("case maybe(1) of else -> maybe end")).startsWith("{'case',{call,");
  }

  @Test
  void literals() throws Exception {
    assertThat(expression("[16#FF_FF, 1_000.5e1, $\\n, 'a b', \"x\\x{41}\" \"y\"]"))
        .isEqualTo(
            "{cons,{integer,65535},{cons,{float,10005.0},{cons,{char,10},{cons,{atom,'a b'},"
                + "{cons,{string,[120,65,121]},{nil}}}}}}");
    assertThat(expression("\"\"\"\n  one\n    two \\n\n  \"\"\""))
        .isEqualTo(
            "{string,"
                + TermPrinter.print(
                    ConstantTerms.string("one\n  two \\n", dev.moonbeam.core.term.Nil.EMPTY))
                + "}");
    assertThat(expression("~s\"a\\tb\"")).isEqualTo("{string,[97,9,98]}");
    assertThat(expression("~S[a\\tb]")).isEqualTo("{string,[97,92,116,98]}");
  }

  @Test
  void everyFormsErrorIsReportedAtTheTokenThatCannotBe() throws Exception {
    assertThat(
            errors(
                """
                -module(m).
                f( -> ok.
                g(X) -> case X of a -> b.
                h() -> {1, }.
                i() -> ok.
                j() -> "open.
                """))
        .containsExactly(
            "2:4: syntax error before: '->'",
            "3:25: syntax error before: '.'",
            "4:12: syntax error before: '}'",
            "6:8: unterminated string starting with \"open.\\n\"");
  }

  @Test
  void nestingIsBounded() throws Exception {
    int most = FormReader.MOST_NESTING - 10;
    assertThat(errors("f() -> " + "[".repeat(most) + "]".repeat(most) + ".")).isEmpty();
    assertThat(errors("f() -> " + "{[".repeat(100_000)))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("nesting too deep");
    assertThat(errors("f() -> " + "- ".repeat(1_000_000) + "1.")).hasSize(1);
    assertThat(errors("f() -> 1" + " + 1".repeat(100_000) + ".")).isEmpty();
  }

  @Test
  void modulesStartWithAnAttribute() {
    assertThat(ErlangSource.isModule("%% comment\n\n-module(m).")).isTrue();
    assertThat(ErlangSource.isModule("#!/usr/bin/env escript\n-mode(compile).")).isTrue();
    assertThat(ErlangSource.isModule("-1 + 2.")).isFalse();
    assertThat(ErlangSource.isModule("- abs(X).")).isFalse();
    assertThat(ErlangSource.isModule("X = 1.")).isFalse();
  }
}

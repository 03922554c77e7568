package dev.moonbeam.erlang.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.erlang.Erl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lint says, in erl_lint's words, with its places. */
class LintTest {
  private static List<String> lint(String... lines) {
    return Erl.diagnostics("-module(m).\n-export([f/1]).\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void saysEverythingAtOnce() {
    assertThat(lint("f(X) -> Y = g(X), Z.", "h() -> ok."))
        .containsExactly(
            "3:13: function g/1 undefined",
            "3:19: variable 'Z' is unbound",
            "3:9: Warning: variable 'Y' is unused",
            "4:1: Warning: function h/0 is unused");
  }

  @Test
  void variablesThatOnlySomeClausesBindAreUnsafe() {
    assertThat(lint("f(X) -> case X of 1 -> A = 1; _ -> ok end, A."))
        .containsExactly("3:44: variable 'A' unsafe in 'case' (line 3, column 9)");
    assertThat(lint("f(X) -> case X of 1 -> A = 1; _ -> A = 2 end, A.")).isEmpty();
    assertThat(lint("f(X) -> try A = X catch _:_ -> ok end, A."))
        .containsExactly("3:40: variable 'A' unsafe in 'try' (line 3, column 9)");
    assertThat(lint("f(X) -> X andalso (A = 1), A."))
        .containsExactly("3:28: variable 'A' unsafe in 'andalso' (line 3, column 11)");
  }

  @Test
  void operandsDoNotSeeOneAnother() {
    assertThat(lint("f(X) -> {A = X, A}.")).containsExactly("3:17: variable 'A' is unbound");
  }

  @Test
  void shadowing() {
    assertThat(lint("f(X) -> {fun(X) -> X end, [X || X <- [1]]}."))
        .containsExactly(
            "3:3: Warning: variable 'X' is unused",
            "3:14: Warning: variable 'X' shadowed in 'fun'",
            "3:33: Warning: variable 'X' shadowed in generate");
  }

  @Test
  void records() {
    assertThat(lint("-record(r, {a, b}).", "f(X) -> {#r{c = 1}, X#r.z, #s{}, #r{a = 1, a = 2}}."))
        .containsExactly(
            "4:13: field c undefined in record r",
            "4:25: field z undefined in record r",
            "4:28: record s undefined",
            "4:44: field a already defined in record r");
  }

  @Test
  void guards() {
    assertThat(lint("f(X) when g(X) -> g(X);", "f(X) when X = 1 -> ok.", "g(X) -> X."))
        .containsExactly(
            "3:11: call to local/imported function g/1 is illegal in guard",
            "4:11: illegal guard expression",
            "4:3: Warning: variable 'X' is unused");
  }

  @Test
  void bitSyntax() {
    assertThat(lint("f(X) -> <<A/binary, B/binary>> = X, <<C:2/utf8>> = <<1/foo>>, {A, B, C}."))
        .containsExactly(
            "3:11: a binary field without size is only allowed at the end of a binary pattern",
            "3:39: neither size nor unit must be given for segments of type utf8/utf16/utf32",
            "3:54: bit type foo undefined");
  }

  @Test
  void modulesAsAWhole() {
    assertThat(
            Erl.diagnostics(
                """
                -module(m).
                -export([f/1, missing/0]).
                -spec nobody() -> ok.
                -type unused() :: nothing().
                f(_) -> ok.
                f(_) -> again.
                """))
        .containsExactly(
            "2:2: function missing/0 undefined",
            "3:2: spec for undefined function nobody/0",
            "4:19: type nothing() undefined",
            "6:1: function f/1 already defined",
            "4:2: Warning: type unused() is unused");
  }

  @Test
  void clausesThatCannotMatch() {
    assertThat(lint("f(_) -> 1;", "f(2) -> 2."))
        .containsExactly(
            "4:1: Warning: this clause for f/1 cannot match because a previous clause at line 3"
                + " always matches");
    assertThat(lint("f(X) -> Y = g(), case X of Y -> 1; _ -> 2 end.", "g() -> 1.")).isEmpty();
  }

  @Test
  void behaviours() {
    assertThat(Erl.diagnostics("-module(m).\n-behaviour(supervisor).\n"))
        .containsExactly(
            "2:2: Warning: undefined callback function init/1 (behaviour 'supervisor')");
  }
}

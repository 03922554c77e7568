package dev.moonbeam.erlang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.process.Node;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as typed at the shell, from source to value. */
class ScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3 - 4 → 3",
        "-1 - -1 → 0",
        "not true orelse true andalso false → false",
        "1 < 2 == true → does not compile: syntax error before: '=='",
        "[1, 2] ++ [3] -- [1] ++ [2] → [1,2,3]",
        "X = Y = 3, {X, Y} → {3,3}",
        "catch 1 + catch throw(2) → 3",
        "{ok, [H | T]} = {ok, [1, 2, 3]}, {H, T} → {1,[2,3]}",
        "{A, A} = {1, 2} → error:{badmatch,{1,2}}",
        "(fun(X, X) -> same; (_, _) -> other end)(1, 1.0) → other",
        "case 5 of X when X > 9 -> big; _ -> small end → small",
        "case 1 of 2 -> x end → error:{case_clause,1}",
        "if 1 > 2 -> a end → error:if_clause",
        "X = case 1 of 1 -> Y = 2, a; _ -> Y = 3, b end, {X, Y} → {a,2}",
        "F = fun G(0) -> []; G(N) -> [N | G(N - 1)] end, F(3) → [3,2,1]",
        "[{X, Y} || X <- [1, 2, 3], X > 1, Y <- [a, b]] → [{2,a},{2,b},{3,a},{3,b}]",
        "[X || {ok, X} <- [{ok, 1}, error, {ok, 2}]] → [1,2]",
        "[X || X <- [1 | 2]] → error:{bad_generator,2}",
        "[X || X <- [1], (fun() -> foo end)()] → error:{bad_filter,foo}",
        "<< <<(X + 1)>> || <<X>> <= <<1, 2, 3>>, X =/= 2 >> → <<2,4>>",
        "[X || <<1:2, X:6>> <= <<64, 65, 0, 66>>] → [0,1,2]",
        "#{K => V || {K, V} <- [{a, 1}, {b, 2}]} → #{a => 1,b => 2}",
        "lists:sort([{K, V} || K := V <- #{a => 1, b => 2}]) → [{a,1},{b,2}]",
        "M = #{a => 1}, M#{a := 2, b => 3} → #{a => 2,b => 3}",
        "#{}#{a := 1} → error:{badkey,a}",
        "(id)#{a => 1} → error:{badmap,id}",
        "try throw(x) catch throw:T -> {caught, T} end → {caught,x}",
        "try 1 of X when X > 1 -> big after ok end → error:{try_clause,1}",
        "try A = 2, A + 1 of B -> {A, B} catch _:_ -> c end → {2,3}",
        "catch exit(bye) → {'EXIT',bye}",
        "try error(e) catch error:R:S -> {R, is_list(S)} end → {e,true}",
        "maybe {ok, A} ?= {ok, 1}, {ok, B} ?= {ok, 2}, A + B end → 3",
        "maybe {ok, _} ?= {error, why} else {error, R} -> R end → why",
        "maybe ok ?= no else x -> 1 end → error:{else_clause,no}",
        "<<A:4, B:12/little, C/bits>> = <<16#12, 16#34, 5>>, {A, B, C} → {1,1059,<<5>>}",
        "<<N, B:N/binary, _/binary>> = <<2, 7, 8, 9>>, B → <<7,8>>",
        "<<1:3>> → <<1:3>>",
        "<<300:16, 1.5:32/float, \"é\"/utf8>> → <<1,44,63,192,0,0,195,169>>",
        "\"abc\" ++ X = \"abcd\", X → \"d\"",
        "~\"sigil\" → <<\"sigil\">>",
        "16#FF_FF + 2#101 + $a → 65637",
        "is_integer(1) andalso 2 → 2",
        "1 andalso true → error:{badarg,1}",
        "self() ! a, self() ! b, receive b -> 1 end + receive a -> 2 end → 3",
        "receive X -> X after 0 -> none end → none",
        "receive a -> Z = 1 after 0 -> Z = 2 end, Z → 2",
        "lists:foldl(fun erlang:'+'/2, 0, [1, 2, 3]) → 6",
        "(fun(0) -> z end)(1) → error:function_clause",
        "foo(1) → error:undef",
        "fun lists:map/2 =:= fun lists:map/2 → true",
        "1 / 0 → error:badarith",
        "X + 1 → does not compile: variable 'X' is unbound",
        "begin 1, 2 end → 2",
      })
  void evaluates(String source, String value) {
    assertThat(Erl.eval(source + ".")).isEqualTo(value);
  }

  @Test
  void fullStopIsOptionalAndSeparates() {
    assertThat(Erl.eval("1")).isEqualTo("1");
    assertThat(Erl.eval("X = 1. Y = X + 1. {X, Y}")).isEqualTo("{1,2}");
  }

  @Test
  void variablesGoInAndComeOut() {
    Node node = Node.of(SandboxPolicy.standard());
    Map<String, Object> variables = new HashMap<>(Map.of("X", 40L));
    assertThat(Erl.eval(node, "Y = X + 2.", variables)).isEqualTo("42");
    assertThat(variables).containsEntry("Y", 42L).containsEntry("X", 40L);
    assertThat(Erl.eval(node, "X = 1.", variables)).isEqualTo("error:{badmatch,1}");
  }

  @Test
  void afterRunsOnceOnEveryWayOut() {
    String counted = "try %s catch throw:_ -> put(c, [h | get(c)]) after put(c, [a | get(c)]) end";
    assertThat(Erl.eval("put(c, []), " + counted.formatted("ok") + ", get(c).")).isEqualTo("[a]");
    assertThat(Erl.eval("put(c, []), " + counted.formatted("throw(x)") + ", get(c)."))
        .isEqualTo("[a,h]");
    assertThat(Erl.eval("put(c, []), catch " + counted.formatted("error(x)") + ", get(c)."))
        .isEqualTo("[a]");
  }

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    String note = "N = fun(X) -> put(o, [X | get(o)]), X end, put(o, []), ";
    assertThat(Erl.eval(note + "{N(1), A = N(2), [N(3) | case N(4) of B -> B end]}, {A, get(o)}."))
        .isEqualTo("{2,[4,3,2,1]}");
  }
}

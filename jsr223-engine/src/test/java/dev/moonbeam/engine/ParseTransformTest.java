package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.policy.SandboxPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules that a module of the node transforms while they are compiled. */
class ParseTransformTest extends NodeWithOutput {
  private void transform(String name, String body) {
    node.load(
        name + ".erl",
        "-module("
            + name
            + ").\n-export([parse_transform/2, format_error/1]).\n"
            + "format_error(E) -> io_lib:format(\"of ~p\", [E]).\n"
            + body);
  }

  private Object run(String transform, String rest) {
    node.load(
        "m.erl",
        "-module(m).\n-compile({parse_transform, " + transform + "}).\n-export([f/0]).\n" + rest);
    return node.call("m", "f");
  }

  private ScriptFailure failure(String transform, String rest) {
    ScriptFailure[] failure = new ScriptFailure[1];
    assertThatThrownBy(() -> run(transform, rest))
        .isInstanceOfSatisfying(ScriptFailure.class, each -> failure[0] = each);
    return failure[0];
  }

  @Test
  void aTransformSeesTheFormsAndGivesOthers() {
    transform(
        "double",
        """
        parse_transform(Forms, _) -> [form(F) || F <- Forms].
        form({function, A, f, 0, Cs}) -> {function, A, f, 0, numbers(Cs)};
        form(F) -> F.
        numbers({integer, A, N}) -> {integer, A, 2 * N};
        numbers(T) when is_tuple(T) -> list_to_tuple(numbers(tuple_to_list(T)));
        numbers([H | T]) -> [numbers(H) | numbers(T)];
        numbers(X) -> X.
        """);
    assertThat(run("double", "f() -> 20 + 1.\n")).isEqualTo(42L);
  }

  @Test
  void aPipeOfCallsIsAnOrdinaryTransform() {
    transform(
        "pipe",
        """
        parse_transform(Forms, _) -> walk(Forms).
        walk({call, _, {var, _, '_pipe'}, [First | Calls]}) ->
            lists:foldl(fun({call, A, F, Args}, Value) -> {call, A, F, walk(Args) ++ [Value]} end,
                        walk(First), Calls);
        walk({call, A, {atom, _, pipe}, Args}) -> walk({call, A, {var, A, '_pipe'}, Args});
        walk(T) when is_tuple(T) -> list_to_tuple(walk(tuple_to_list(T)));
        walk([H | T]) -> [walk(H) | walk(T)];
        walk(X) -> X.
        """);
    assertThat(
            run(
                "pipe",
                "f() -> pipe([3, 1, 2], lists:sort(), lists:map(fun(X) -> X * X end),"
                    + " lists:sum()).\n"))
        .isEqualTo(14L);
  }

  @Test
  void functionsAndExportsCanBeAdded() {
    transform(
        "adds",
        """
        parse_transform(Forms, Options) ->
            {Before, [Eof]} = lists:split(length(Forms) - 1, Forms),
            Body = erl(Options),
            Before ++ [{function, 1, added, 0, [{clause, 1, [], [], [Body]}]}, Eof].
        erl(Options) -> {string, 1, lists:flatten(io_lib:format("~p", [Options]))}.
        """);
    assertThat(run("adds", "-compile([{some, option}]).\nf() -> list_to_atom(added()).\n"))
        .hasToString("[{some,option}]");
  }

  @Test
  void transformsRunInTheirOrderAndDoNotSeeThemselves() {
    for (String name : List.of("first", "second")) {
      transform(
          name,
          "parse_transform(Forms, _) -> io:format(\""
              + name
              + " ~p~n\","
              + " [[V || {attribute, _, compile, V} <- Forms]]), Forms.\n");
    }
    run("first", "-compile([{parse_transform, second}, nowarn_unused_vars]).\nf() -> ok.\n");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("first [[nowarn_unused_vars]]\nsecond [[nowarn_unused_vars]]\n");
  }

  @Test
  void errorsAndWarningsOfATransformAreTold() {
    transform(
        "complains",
        """
        parse_transform(_, _) ->
            {error, [{"m.erl", [{{4, 3}, ?MODULE, bad}, {none, ?MODULE, worse}]}],
                    [{"m.erl", [{2, ?MODULE, odd}]}]}.
        """);
    assertThat(failure("complains", "f() -> ok.\n").report())
        .isEqualTo(
            """
            m.erl: of worse
            m.erl:4:3: of bad
              f() -> ok.
                ^
            m.erl:2: Warning: of odd\
            """);
    transform("marks", "parse_transform(Fs, _) -> Fs ++ [{error, {4, ?MODULE, here}}].\n");
    assertThat(failure("marks", "f() -> ok.\n").report()).isEqualTo("m.erl:4: of here");
  }

  @Test
  void aTransformThatIsNotThereOrFailsIsAnErrorOfTheModule() {
    assertThat(failure("nowhere", "f() -> ok.\n").report())
        .isEqualTo("m.erl: undefined parse transform 'nowhere'");
    transform("fails", "parse_transform(Forms, _) -> error({oops, length(Forms)}).\n");
    assertThat(failure("fails", "f() -> ok.\n").report())
        .isEqualTo(
            """
            m.erl: error in parse transform 'fails':
            exception error: {oops,5}
              in function  fails:parse_transform/2 (fails.erl, line 4)\
            """);
    transform("nonsense", "parse_transform(_, _) -> [{function, 1, f, 0, nonsense}].\n");
    assertThat(failure("nonsense", "f() -> ok.\n").report())
        .isEqualTo("m.erl: error in parse transform 'nonsense':\nbad abstract form nonsense");
  }

  @Test
  void aTransformIsBoundByTheLimits() {
    node.close();
    node =
        Moonbeam.node()
            .policy(SandboxPolicy.standard().withLimits("reductions=1M,time=5s"))
            .output(out)
            .build();
    transform("loops", "parse_transform(F, O) -> try parse_transform(F, O) catch _:_ -> F end.\n");
    ScriptFailure failure = failure("loops", "f() -> ok.\n");
    assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.LIMIT);
    transform(
        "grows",
        "parse_transform(_, _) -> [g({atom, 1, a}, 60)].\n"
            + "g(X, 0) -> {function, 1, f, 0, [{clause, 1, [], [], [X]}]};\n"
            + "g(X, N) -> g({tuple, 1, [X, X]}, N - 1).\n");
    assertThat(failure("grows", "f() -> ok.\n").report())
        .isEqualTo("m.erl: error in parse transform 'grows':\nbad abstract form too_large");
  }

  @Test
  void aTransformIsFoundOnTheModulePath() throws Exception {
    Files.writeString(
        folder.resolve("on_path.erl"),
        "-module(on_path).\n-export([parse_transform/2]).\nparse_transform(F, _) -> F.\n");
    Files.writeString(
        folder.resolve("user.erl"),
        "-module(user).\n-compile({parse_transform, on_path}).\n-export([f/0]).\nf() -> found.\n");
    node.close();
    node = Moonbeam.node().modulePath(List.of(folder)).output(out).build();
    assertThat(node.erlang().eval("user:f().")).hasToString("found");
  }
}

package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.policy.SandboxPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs may ask about modules of the module path, and who may ask. */
class ModulePathTest {
  @TempDir Path folder;
  private Path sources;

  @BeforeEach
  void write() throws Exception {
    sources = Files.createDirectories(folder.resolve("shop-1.2/src"));
    Files.writeString(
        Files.createDirectories(folder.resolve("headers")).resolve("rate.hrl"),
        "-define(RATE, 3).\n");
    Files.writeString(
        sources.resolve("shop.erl"),
        """
        -module(shop).
        -include("rate.hrl").
        -export([price/1]).
        -author(me).
        price(X) -> X * ?RATE + ?BASE.
        """);
  }

  private String evaluate(SandboxPolicy policy, String code) {
    try (MoonbeamNode node =
        Moonbeam.node()
            .policy(policy)
            .modulePath(List.of(sources))
            .includePath(List.of(folder.resolve("headers")))
            .defines(Map.of("BASE", "7"))
            .build()) {
      return node.erlang().show("test", code);
    }
  }

  @Test
  void aModulesCodeIsReadWithTheHeadersAndMacrosOfTheNode() {
    assertThat(
            evaluate(
                SandboxPolicy.trusted(),
                """
                {shop, Binary, _} = code:get_object_code(shop),
                {ok, {shop, [{abstract_code, {_, Forms}}, {exports, Exports}]}} =
                    beam_lib:chunks(Binary, [abstract_code, exports]),
                [Function] = [F || {function, _, _, _, _} = F <- Forms],
                true = lists:member({price, 1}, Exports),
                lists:flatten(erl_pp:form(Function)).
                """))
        .isEqualTo("\"price(X) ->\\n    X * 3 + 7.\\n\"");
  }

  @Test
  void itsSourceServesAsACompiledModule() {
    assertThat(
            evaluate(
                SandboxPolicy.trusted(),
                """
                10 = shop:price(1),
                {ok, {shop, [{attributes, Attributes}]}} =
                    beam_lib:chunks(code:which(shop), [attributes]),
                proplists:get_value(author, Attributes).
                """))
        .isEqualTo("[me]");
  }

  @Test
  void anApplicationsFolderIsTheOneAboveItsModules() {
    assertThat(
            evaluate(
                SandboxPolicy.trusted(),
                """
                {error, bad_name} = code:lib_dir(sho),
                list_to_atom(filename:basename(code:priv_dir(shop))).
                """))
        .isEqualTo("priv");
  }

  @Test
  void whoMayNotReadFilesLearnsNothing() {
    assertThat(
            evaluate(
                SandboxPolicy.untrusted(),
                "{code:get_object_code(shop), code:lib_dir(shop), code:get_path()}."))
        .isEqualTo("{error,{error,bad_name},[]}");
  }
}

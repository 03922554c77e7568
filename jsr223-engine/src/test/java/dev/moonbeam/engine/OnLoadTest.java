package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.policy.SandboxPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code -on_load} names runs before the module is there for anybody. */
class OnLoadTest extends NodeWithOutput {
  private static String module(String init) {
    return "-module(m).\n"
        + "-export([f/0]).\n"
        + "-on_load(init/0).\n"
        + "f() -> persistent_term:get(key, none).\n"
        + "init() -> "
        + init
        + ".\n";
  }

  @Test
  void theFunctionRunsOnceBeforeTheFirstCall() {
    node.load("m.erl", module("io:put_chars(\"loaded \"), persistent_term:put(key, made), ok"));
    assertThat(node.call("m", "f")).hasToString("made");
    assertThat(node.call("m", "f")).hasToString("made");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("loaded ");
  }

  @Test
  void aModuleThatRefusesIsNotLoadedAndTheVersionBeforeStays() {
    assertThatThrownBy(() -> node.load("m.erl", module("{error, no}")))
        .isInstanceOf(ScriptFailure.class)
        .hasMessage("the on_load function of module 'm' gave {error,no}");
    assertThat(node.exports("m", "f", 0)).isFalse();
    node.load("m.erl", module("persistent_term:put(key, first), ok"));
    assertThatThrownBy(() -> node.load("m.erl", module("error(broken)")))
        .isInstanceOf(ScriptFailure.class)
        .hasMessage("the on_load function of module 'm' gave {error,broken}");
    assertThat(node.call("m", "f")).hasToString("first");
  }

  @Test
  void itIsBoundByTheLimits() {
    node.close();
    node =
        Moonbeam.node()
            .policy(SandboxPolicy.standard().withLimits("reductions=100k"))
            .output(out)
            .build();
    assertThatThrownBy(() -> node.load("m.erl", module("catch init(), init()")))
        .isInstanceOfSatisfying(
            ScriptFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.LIMIT));
    assertThat(node.exports("m", "f", 0)).isFalse();
  }

  @Test
  void aModuleOfTheModulePathStartsWhenItIsFirstCalled() throws Exception {
    Files.writeString(folder.resolve("m.erl"), module("persistent_term:put(key, lazy), ok"));
    Files.writeString(
        folder.resolve("n.erl"),
        "-module(n).\n-export([f/0]).\n-on_load(i/0).\nf() -> 1.\ni() -> catch n:f(), false.\n");
    node.close();
    node = Moonbeam.node().modulePath(List.of(folder)).output(out).build();
    assertThat(node.erlang().eval("m:f().")).hasToString("lazy");
    assertThatThrownBy(() -> node.erlang().eval("n:f()."))
        .hasMessageContaining("undefined function n:f/0");
  }
}

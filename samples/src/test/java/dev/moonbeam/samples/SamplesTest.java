package dev.moonbeam.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.cli.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs every sample and looks at what it prints. */
class SamplesTest {
  private interface Sample {
    void run(PrintStream out) throws Exception;
  }

  private static String output(Sample sample) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void embedding() throws Exception {
    assertThat(output(Embedding::run))
        .isEqualTo(
            """
            Lua: 240
            Erlang: 50
            Error: script:1: attempt to index a nil value (global 'rates') in script at line number 1
            """);
  }

  @Test
  void pluginHost() throws Exception {
    assertThat(output(PluginHost::run))
        .isEqualTo(
            """
            shout: HELLO!
            endless: ended by its reductions limit
            greedy: ended by its memory limit
            curious: curious:1: attempt to call a nil value (method 'delete')
            thief: thief:1: attempt to index a nil value
            count: HELLO! (6)
            """);
  }

  @Test
  void whatIf() throws Exception {
    assertThat(output(WhatIf::run))
        .isEqualTo(
            """
            today: 70
            with a sale: 49
            and still, today: 70
            refused: update.lua:1: attempt to perform arithmetic on a nil value (field 'shade')
            nothing of it happened: 20
            the sale begins: 49
            and is over: 70
            """);
  }

  @Test
  void ruleService() throws Exception {
    assertThat(output(RuleService::run))
        .isEqualTo(
            """
            loaded shipping.lua
            loaded tax.erl
            shipping 8, tax rate 0.07
            loaded shipping.lua
            refused an order: shipping.lua:1: attempt to perform arithmetic on a nil value (field 'wait')
            refused shipping.lua: '}' expected near <eof>
            loaded shipping.lua
            shipping 12, tax rate 0.07
            """);
  }

  @Test
  void chatRoom() throws Exception {
    assertThat(output(ChatRoom::run))
        .isEqualTo(
            """
            Bob got {said, Ada, hello Bob}
            Ada got {joined, Bob}
            Ada got {said, Bob, hello}
            Ada got {left, Bob}
            """);
  }

  @Test
  void tour() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new CommandLine(
                InputStream.nullInputStream(),
                new PrintStream(out, true),
                new PrintStream(err, true))
            .run("demo");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("the script gives 22", "Lua asked the Erlang process and got 55", "badarith")
        .contains("memory limit of", "came back as 100000", "0 of them failed");
  }
}

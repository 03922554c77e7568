package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that are replaced while they are in use. */
@Timeout(300)
class ScriptDirectoryTest implements ScriptDirectory.Listener {
  @TempDir Path folder;

  private final MoonbeamNode node = Moonbeam.node().build();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    node.close();
  }

  @Override
  public void loaded(Path file) {
    told.add("loaded " + file.getFileName());
  }

  @Override
  public void refused(Path file, Exception reason) {
    told.add("refused " + file.getFileName() + ": " + reason.getMessage());
  }

  private void write(String name, String source) throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh"), source);
    Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String rule(String result) {
    return "local calls = 0 return {get = function(n) calls = calls + 1 return " + result + " end}";
  }

  @Test
  void changedFilesAreLoadedAndOthersLeftAlone() throws Exception {
    write("rule.lua", rule("calls"));
    write("tax.erl", "-module(tax). -export([rate/0]). rate() -> 7.");
    ScriptDirectory scripts = node.scripts(folder, this);
    assertThat(told).containsExactly("loaded rule.lua", "loaded tax.erl");
    assertThat(scripts.call("rule", "get", 1)).isEqualTo(1L);
    assertThat(scripts.call("rule", "get", 1)).isEqualTo(2L);
    assertThat(scripts.call("tax", "rate")).isEqualTo(7L);
    scripts.refresh();
    assertThat(scripts.call("rule", "get", 1)).isEqualTo(3L);
    write("rule.lua", rule("n * 1000"));
    scripts.refresh();
    assertThat(scripts.call("rule", "get", 2)).isEqualTo(2000L);
    assertThat(told).hasSize(3);
  }

  @Test
  void aBrokenVersionChangesNothing() throws Exception {
    write("rule.lua", rule("1"));
    write("tax.erl", "-module(tax). -export([rate/0]). rate() -> 7.");
    ScriptDirectory scripts = node.scripts(folder, this);
    told.clear();
    write("rule.lua", "return {get = ");
    write("tax.erl", "-module(tax). -export([rate/0]). rate() -> X.");
    scripts.refresh();
    assertThat(told.get(0)).startsWith("refused rule.lua: unexpected symbol near <eof>");
    assertThat(told.get(1)).startsWith("refused tax.erl: variable 'X' is unbound");
    assertThat(scripts.call("rule", "get", 1)).isEqualTo(1L);
    assertThat(scripts.call("tax", "rate")).isEqualTo(7L);
    write("rule.lua", "error('at load')");
    scripts.refresh();
    assertThat(told.getLast()).contains("at load");
    assertThat(scripts.call("rule", "get", 1)).isEqualTo(1L);
  }

  @Test
  void aCallFinishesInTheVersionThatItBeganIn() throws Exception {
    write("rule.lua", "return {get = function(wait) wait() return 'old' end}");
    ScriptDirectory scripts = node.scripts(folder, this);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Runnable wait =
        () -> {
          entered.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    FutureTask<Object> call = new FutureTask<>(() -> scripts.call("rule", "get", wait));
    Thread.ofPlatform().start(call);
    entered.await();
    write("rule.lua", rule("'new version'"));
    scripts.refresh();
    assertThat(scripts.call("rule", "get")).isEqualTo("new version");
    go.countDown();
    assertThat(call.get()).isEqualTo("old");
  }

  @Test
  void aFolderIsWatched() throws Exception {
    try (ScriptDirectory scripts = node.scripts(folder, this).refreshEvery(Duration.ofMillis(20))) {
      assertThatThrownBy(() -> scripts.call("late", "get")).isInstanceOf(ScriptFailure.class);
      write("late.lua", rule("'here'"));
      while (told.isEmpty()) {
        Thread.sleep(20);
      }
      assertThat(scripts.call("late", "get")).isEqualTo("here");
    }
  }
}

package dev.moonbeam.tests.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

/** Each benchmark method runs and gives what it should, so that a benchmark does not rot unseen. */
class SmokeTest {
  @Test
  void evaluations() throws ScriptException {
    EvaluationBenchmark benchmark = new EvaluationBenchmark();
    benchmark.start();
    try {
      assertThat(benchmark.luaFromCache()).isEqualTo(110L);
      assertThat(benchmark.luaCompiled()).isEqualTo(110L);
      assertThat(benchmark.luaNew()).isEqualTo(1L);
      assertThat(benchmark.luaNew()).isEqualTo(2L);
      assertThat(benchmark.erlangFromCache()).isEqualTo(110L);
      assertThat(benchmark.erlangCall()).isEqualTo(42L);
    } finally {
      benchmark.stop();
    }
  }

  @Test
  void processes() {
    ProcessBenchmark benchmark = new ProcessBenchmark();
    benchmark.start();
    try {
      assertThat(benchmark.pingPong()).isNotNull();
      assertThat(benchmark.spawnAndMonitor()).isNotNull();
      assertThat(benchmark.call()).isNotNull();
    } finally {
      benchmark.stop();
    }
  }
}

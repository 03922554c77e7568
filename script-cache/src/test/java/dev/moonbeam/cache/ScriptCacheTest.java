package dev.moonbeam.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScriptCacheTest {
  private static final Language ONE = new FakeLanguage("one");
  private static final Language TWO = new FakeLanguage("two");
  private static final CompileOptions OPTIONS = CompileOptions.standard();

  private final AtomicInteger compilations = new AtomicInteger();
  private final ScriptCache cache = cacheOf(1_000, ScriptCache.STANDARD_WEIGHT);

  private ScriptCache cacheOf(int classBytes, long maximumWeight) {
    return new ScriptCache(
        (language, source, options) -> {
          compilations.incrementAndGet();
          if (source.text().startsWith("wrong")) {
            throw new CompileException(List.of(diagnostic(Diagnostic.Severity.ERROR, "wrong")));
          }
          if (source.text().startsWith("warn")) {
            options.warnings().accept(diagnostic(Diagnostic.Severity.WARNING, "careful"));
          }
          return FakeLanguage.module(source.text(), classBytes);
        },
        "1",
        maximumWeight);
  }

  private static Diagnostic diagnostic(Diagnostic.Severity severity, String message) {
    return new Diagnostic(severity, new Position("f", 3, 4), message, null);
  }

  private CompiledScript get(
      Language language, String name, String text, CompileOptions options, String policy)
      throws CompileException {
    return cache.get(language, new SourceUnit(name, text), options, policy);
  }

  @Test
  void theSameSourceIsCompiledOnce() throws Exception {
    CompiledScript first = get(ONE, "f", "x", OPTIONS, "p");
    assertThat(get(ONE, "f", "x", OPTIONS, "p")).isSameAs(first);
    assertThat(compilations).hasValue(1);
    assertThat(cache.statistics().hits()).isEqualTo(1);
    assertThat(cache.statistics().misses()).isEqualTo(1);
    assertThat(cache.statistics().weight()).isGreaterThan(1_000);
  }

  @Test
  void whateverTheCompiledFormDependsOnKeepsScriptsApart() throws Exception {
    List<CompileOptions> options =
        List.of(
            OPTIONS,
            OPTIONS.withBindingNames(List.of("A")),
            OPTIONS.withBindingNames(List.of("A", "B")),
            OPTIONS.withBindingNames(List.of("AB")),
            new CompileOptions(List.of(), List.of("A"), Map.of(), true, Long.MAX_VALUE, _ -> {}),
            new CompileOptions(
                List.of(), List.of(), Map.of("A", "B"), true, Long.MAX_VALUE, _ -> {}),
            new CompileOptions(List.of(), List.of(), Map.of(), false, Long.MAX_VALUE, _ -> {}));
    int expected = 0;
    for (Language language : List.of(ONE, TWO)) {
      for (String name : List.of("f", "g")) {
        for (String text : List.of("x", "y", "\ud800", "\ud801", "\u0100")) {
          for (CompileOptions option : options) {
            for (String policy : List.of("strict", "lenient")) {
              get(language, name, text, option, policy);
              assertThat(compilations).hasValue(++expected);
            }
          }
        }
      }
    }
  }

  @Test
  void threadsThatAskAtOnceShareOneCompilation() throws Exception {
    CountDownLatch compiling = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ScriptCache slow =
        new ScriptCache(
            (language, source, options) -> {
              compilations.incrementAndGet();
              compiling.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return FakeLanguage.module(source.text(), 10);
            },
            "1",
            1 << 20);
    Callable<CompiledScript> ask = () -> slow.get(ONE, new SourceUnit("f", "x"), OPTIONS, "p");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CompiledScript>> answers = new ArrayList<>();
      answers.add(threads.submit(ask));
      compiling.await();
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(ask));
      }
      go.countDown();
      for (Future<CompiledScript> answer : answers) {
        assertThat(answer.get()).isSameAs(answers.getFirst().get());
      }
    }
    assertThat(compilations).hasValue(1);
  }

  @Test
  void aFailureIsNotRemembered() {
    for (int i = 1; i <= 3; i++) {
      assertThatThrownBy(() -> get(ONE, "f", "wrong", OPTIONS, "p"))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("f:3:4: wrong");
      assertThat(compilations).hasValue(i);
    }
    assertThat(cache.statistics().entries()).isZero();
  }

  @Test
  void whatDependsOnMoreIsNotRemembered() throws Exception {
    ScriptCache asking =
        new ScriptCache(
            (language, source, options) -> {
              compilations.incrementAndGet();
              options.surroundings().dependsOnMore();
              return FakeLanguage.module(source.text(), 10);
            },
            "1",
            1 << 20);
    for (int i = 1; i <= 3; i++) {
      asking.get(ONE, new SourceUnit("f", "x"), OPTIONS, "p");
      assertThat(compilations).hasValue(i);
    }
    assertThat(asking.statistics().entries()).isZero();
  }

  @Test
  void warningsAreToldEachTime() throws Exception {
    List<String> told = new ArrayList<>();
    CompileOptions listening = OPTIONS.withWarnings(warning -> told.add(warning.message()));
    get(ONE, "f", "warn", listening, "p");
    get(ONE, "f", "warn", listening, "p");
    assertThat(told).containsExactly("careful", "careful");
    assertThat(compilations).hasValue(1);
  }

  @Test
  void theWeightIsBounded() throws Exception {
    ScriptCache small = cacheOf(1_000, 50_000);
    for (int i = 0; i < 1_000; i++) {
      small.get(ONE, new SourceUnit("f", "x" + i), OPTIONS, "p");
      assertThat(small.statistics().weight()).isLessThanOrEqualTo(50_000);
    }
    assertThat(small.statistics().evictions()).isGreaterThan(900);
    small.clear();
    assertThat(small.statistics().entries()).isZero();
  }
}

package dev.moonbeam.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deep recursion over stack segments, tail calls, coroutines. */
@Timeout(300)
class StackTest {
  private final Node node = Node.builder().policy(SandboxPolicy.standard()).schedulers(2).build();

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void recursionAMillionDeep() throws InterruptedException {
    Fun deep = Funs.of((process, a) -> Funs.sum(process, a[0]));
    for (int i = 0; i < 2; i++) {
      assertThat(node.run(deep, 1_000_000L)).isEqualTo(500_000_500_000L);
      assertThat(node.evaluate(process -> deep.call1(process, 1_000_000L)))
          .isEqualTo(500_000_500_000L);
    }
  }

  @Test
  void recursionOnASmallHostThread() throws InterruptedException {
    AtomicReference<Object> result = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () -> result.set(node.evaluate(process -> Funs.sum(process, 100_000L))),
            "small",
            256 * 1024);
    small.start();
    small.join();
    assertThat(result.get()).isEqualTo(5_000_050_000L);
  }

  @Test
  void theDepthLimitHolds() {
    try (Node shallow = Node.of(SandboxPolicy.standard().withLimit(Limit.DEPTH, 200_000))) {
      assertThat(shallow.evaluate(process -> Funs.sum(process, 190_000L)))
          .isEqualTo(190_000L * 190_001 / 2);
      assertThatThrownBy(() -> shallow.evaluate(process -> Funs.sum(process, 205_000L)))
          .isInstanceOfSatisfying(
              LimitExceeded.class, kill -> assertThat(kill.limit()).isEqualTo(Limit.DEPTH));
      assertThat(shallow.evaluate(process -> Funs.sum(process, 10L))).isEqualTo(55L);
    }
  }

  @Test
  void roomIsRestoredWhenSomethingIsThrown() {
    Fun deep =
        Funs.of(
            (process, _) -> {
              int room = process.room;
              for (int i = 0; i < 50; i++) {
                try {
                  recurseAndRaise(process, 10_000);
                } catch (Raise raise) {
                  process.room = room;
                  assertThat(raise.reason()).isEqualTo(Atom.of("bottom"));
                }
              }
              return Atom.OK;
            });
    assertThat(node.evaluate(process -> deep.call0(process))).isEqualTo(Atom.OK);
  }

  private static Object recurseAndRaise(Process process, int depth) {
    Fun[] self = new Fun[1];
    self[0] =
        Funs.of(
            (p, a) -> {
              if ((Long) a[0] == 0) {
                throw new Raise(Atom.ERROR, Atom.of("bottom"), false);
              }
              return 1 + (Long) p.call(self[0], (Long) a[0] - 1);
            });
    // Functions by hand have no prologue, so this stays within what one segment holds.
    return process.call(self[0], (long) Math.min(depth, 500));
  }

  @Test
  void pendingTailCallsRunInConstantSpace() {
    Fun[] pair = new Fun[2];
    for (int i = 0; i < 2; i++) {
      Fun[] both = pair;
      int other = 1 - i;
      pair[i] =
          Funs.of(
              (_, a) ->
                  (Long) a[0] == 0
                      ? (Object) (long) other
                      : Special.tailCall(both[other], new Object[] {(Long) a[0] - 1}));
    }
    assertThat(node.evaluate(process -> process.call(pair[0], 3_000_000L))).isEqualTo(1L);
  }

  @Test
  void coroutinesExchangeValues() {
    node.evaluate(
        process -> {
          Coroutine generator =
              new Coroutine(
                  process,
                  (p, first) -> {
                    Object[] got = first;
                    for (int i = 0; i < 1_000; i++) {
                      got = Coroutine.yield(p, (Long) got[0] + 1);
                    }
                    return new Object[] {Atom.OK};
                  });
          for (long i = 0; i < 1_000; i++) {
            assertThat(generator.resume(process, i)).containsExactly(i + 1);
            assertThat(generator.status()).isEqualTo(Coroutine.Status.SUSPENDED);
          }
          assertThat(generator.resume(process, 0L)).containsExactly(Atom.OK);
          assertThat(generator.status()).isEqualTo(Coroutine.Status.DEAD);
          return Atom.OK;
        });
  }

  @Test
  void aCoroutineMayYieldFromDeepBelowAndReceive() throws InterruptedException {
    Fun body =
        Funs.of(
            (process, _) -> {
              Coroutine coroutine =
                  new Coroutine(
                      process,
                      (p, _) -> {
                        Object sum = Funs.sum(p, 50_000L);
                        Object back = yieldAt(p, 30_000, sum);
                        return new Object[] {back, Funs.next(p)};
                      });
              assertThat(coroutine.resume(process)).containsExactly(1_250_025_000L);
              assertThat(Funs.sum(process, 20_000L)).isEqualTo(200_010_000L);
              process.spawn(
                  Funs.of(
                      (child, a) -> {
                        child.send((dev.moonbeam.core.term.Pid) a[0], Atom.of("hello"));
                        return Atom.OK;
                      }),
                  process.pid());
              assertThat(coroutine.resume(process, 5L)).containsExactly(5L, Atom.of("hello"));
              return Atom.OK;
            });
    assertThat(node.evaluate(process -> body.call0(process))).isEqualTo(Atom.OK);
    assertThat(node.run(body)).isEqualTo(Atom.OK);
  }

  private static Object yieldAt(Process process, int depth, Object value) {
    if ((process.room -= Funs.FRAME) < 0) {
      try {
        Object result =
            process.hop(
                java.lang.invoke.MethodHandles.lookup()
                    .findStatic(
                        StackTest.class,
                        "yieldAt",
                        java.lang.invoke.MethodType.methodType(
                            Object.class, Process.class, int.class, Object.class)),
                new Object[] {depth, value});
        process.room += Funs.FRAME;
        return result;
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    Object result =
        depth == 0 ? Coroutine.yield(process, value)[0] : yieldAt(process, depth - 1, value);
    process.room += Funs.FRAME;
    return result;
  }

  @Test
  void whatACoroutineThrowsComesOutOfTheResume() {
    node.evaluate(
        process -> {
          Coroutine coroutine =
              new Coroutine(
                  process,
                  (_, _) -> {
                    throw new Raise(Atom.ERROR, Atom.of("inside"), false);
                  });
          assertThatThrownBy(() -> coroutine.resume(process)).isInstanceOf(Raise.class);
          assertThat(coroutine.status()).isEqualTo(Coroutine.Status.DEAD);
          Coroutine closed =
              new Coroutine(
                  process,
                  (p, _) -> {
                    Coroutine.yield(p);
                    return Fun.NO_ARGUMENTS;
                  });
          closed.resume(process);
          assertThatThrownBy(
                  () -> closed.raise(process, new Raise(Atom.THROW, Atom.of("close"), false)))
              .isInstanceOfSatisfying(
                  Raise.class, raise -> assertThat(raise.reason()).isEqualTo(Atom.of("close")));
          return Atom.OK;
        });
  }

  @Test
  void nestedResumesEndAtTheDepthLimit() {
    try (Node shallow = Node.of(SandboxPolicy.standard().withLimit(Limit.DEPTH, 10_000))) {
      assertThatThrownBy(() -> shallow.evaluate(process -> nest(process)[0]))
          .isInstanceOf(LimitExceeded.class);
    }
  }

  private static Object[] nest(Process process) {
    return new Coroutine(process, (p, _) -> nest(p)).resume(process);
  }

  @Test
  void abandonedCoroutinesAreCollected() throws InterruptedException {
    var references = new java.util.ArrayList<java.lang.ref.WeakReference<Object>>();
    node.evaluate(
        process -> {
          for (int i = 0; i < 100; i++) {
            Object[] holder = new Object[1];
            Coroutine coroutine =
                new Coroutine(
                    process,
                    (p, _) -> {
                      Coroutine.yield(p);
                      return new Object[] {holder[0]};
                    });
            holder[0] = coroutine;
            coroutine.resume(process);
            references.add(new java.lang.ref.WeakReference<>(coroutine));
          }
          return Atom.OK;
        });
    while (references.stream().anyMatch(each -> each.get() != null)) {
      System.gc();
      Thread.sleep(20);
    }
  }
}

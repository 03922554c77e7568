package dev.moonbeam.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every limit ends an evaluation with its whole group, and the node goes on. */
@Timeout(300)
class LimitTest {
  private static Node with(Limit limit, long value) {
    return Node.builder()
        .policy(SandboxPolicy.trusted().withLimit(limit, value))
        .schedulers(2)
        .build();
  }

  private static void exceeds(Node node, Limit limit, Process.Body body) {
    assertThatThrownBy(() -> node.evaluate(body))
        .isInstanceOfSatisfying(
            LimitExceeded.class, kill -> assertThat(kill.limit()).isEqualTo(limit));
    assertThat(node.evaluate(_ -> 1L)).isEqualTo(1L);
  }

  private static Object spin(Process process) {
    for (; ; ) {
      if (--process.reductions < 0) {
        process.slice();
      }
    }
  }

  @Test
  void reductionsAreExact() {
    try (Node node = with(Limit.REDUCTIONS, 123_456)) {
      for (int i = 0; i < 3; i++) {
        long[] turns = new long[1];
        exceeds(
            node,
            Limit.REDUCTIONS,
            process -> {
              for (; ; ) {
                if (--process.reductions < 0) {
                  process.slice();
                }
                turns[0]++;
              }
            });
        assertThat(turns[0]).isEqualTo(123_456);
      }
    }
  }

  @Test
  void countsDoNotDependOnTheSliceLength() {
    List<Long> counts = new ArrayList<>();
    for (int slice : new int[] {1, 7, 4_000}) {
      try (Node node = Node.builder().policy(SandboxPolicy.trusted()).sliceLength(slice).build()) {
        node.evaluate(
            process -> {
              for (int i = 0; i < 10_000; i++) {
                if (--process.reductions < 0) {
                  process.slice();
                }
                process.charge(i % 13);
              }
              process.charge(5_000_000_000L);
              return Atom.OK;
            });
        counts.add(node.statistics().reductions());
      }
    }
    assertThat(counts).allMatch(count -> count.equals(counts.getFirst()));
  }

  @Test
  void orphansSpendTheGroupsBudgetAndDieWithIt() throws InterruptedException {
    try (Node node = with(Limit.REDUCTIONS, 1_000_000)) {
      node.evaluate(
          process -> {
            process.spawn(Funs.of((child, _) -> spin(child)));
            return Atom.OK;
          });
      while (node.processCount() > 0) {
        Thread.sleep(2);
      }
    }
  }

  @Test
  void timeEndsRunningAndWaitingOnes() throws InterruptedException {
    try (Node node = with(Limit.TIME, TimeUnit.MILLISECONDS.toNanos(50))) {
      exceeds(node, Limit.TIME, LimitTest::spin);
      exceeds(node, Limit.TIME, process -> Funs.next(process));
      exceeds(
          node,
          Limit.TIME,
          process -> {
            process.spawn(SpawnOptions.MONITOR, Funs.of((child, _) -> spin(child)));
            return Funs.receive(process, _ -> false, (_, m) -> m);
          });
      assertThatThrownBy(() -> node.run(Funs.of((process, _) -> Funs.next(process))))
          .isInstanceOf(LimitExceeded.class);
      assertThatThrownBy(
              () ->
                  node.run(Funs.of((process, _) -> Funs.receive(process, _ -> false, (_, m) -> m))))
          .isInstanceOf(LimitExceeded.class);
    }
  }

  @Test
  void timeInterruptsACallOfTheHost() {
    try (Node node = with(Limit.TIME, TimeUnit.MILLISECONDS.toNanos(50))) {
      exceeds(
          node,
          Limit.TIME,
          process -> {
            try {
              return process.hostCall(
                  () -> {
                    Thread.sleep(60_000);
                    return Atom.OK;
                  });
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void processesAreCounted() throws InterruptedException {
    try (Node node = with(Limit.PROCESSES, 500)) {
      Fun[] bomb = new Fun[1];
      bomb[0] =
          Funs.of(
              (process, _) -> {
                process.spawn(bomb[0]);
                process.spawn(bomb[0]);
                return Funs.receive(process, _ -> false, (_, m) -> m);
              });
      exceeds(
          node,
          Limit.PROCESSES,
          process -> {
            bomb[0].call0(process);
            return Funs.next(process);
          });
      while (node.processCount() > 0) {
        Thread.sleep(2);
      }
    }
  }

  @Test
  void mailboxesAreBounded() {
    try (Node node = with(Limit.MAILBOX, 1_000)) {
      exceeds(
          node,
          Limit.MAILBOX,
          process -> {
            for (long i = 0; ; i++) {
              process.send(process.pid(), i);
              process.charge(10);
            }
          });
    }
  }

  @Test
  void outputIsBounded() {
    try (Node node = with(Limit.OUTPUT, 1_000)) {
      byte[] line = new byte[100];
      exceeds(
          node,
          Limit.OUTPUT,
          process -> {
            for (; ; ) {
              process.write(line, 0, line.length);
            }
          });
    }
  }

  @Test
  void valuesAreReserved() {
    try (Node node = with(Limit.VALUE, 1 << 20)) {
      exceeds(
          node,
          Limit.VALUE,
          process -> {
            process.reserve(1L << 62);
            return Atom.OK;
          });
    }
  }

  @Test
  void liveHeapIsBoundedButGarbageIsNot() {
    try (Node node = with(Limit.MEMORY, 32 << 20)) {
      node.evaluate(
          process -> {
            for (int i = 0; i < 2_000; i++) {
              Object list = Nil.EMPTY;
              for (int j = 0; j < 10_000; j++) {
                list = cons(process, list);
              }
            }
            return Atom.OK;
          });
      exceeds(
          node,
          Limit.MEMORY,
          process -> {
            Object list = Nil.EMPTY;
            for (; ; ) {
              list = cons(process, list);
            }
          });
    }
  }

  private static Object cons(Process process, Object tail) {
    Cons cons = new Cons(Atom.OK, tail);
    if ((process.allocation -= 24) < 0) {
      process.sample(cons);
    }
    return cons;
  }

  @Test
  void evaluationsNestedInCallsOfTheHostAreBounded() {
    for (boolean same : new boolean[] {true, false}) {
      try (Node node = with(Limit.DEPTH, 200_000)) {
        HostProcess host = node.host(OutputSink.none());
        int[] depth = new int[1];
        assertThatThrownBy(() -> nest(node, host, same, depth))
            .isInstanceOfSatisfying(
                LimitExceeded.class, kill -> assertThat(kill.limit()).isEqualTo(Limit.DEPTH));
        assertThat(depth[0]).isGreaterThan(1_000);
        assertThat(host.evaluate(_ -> 1L)).isEqualTo(1L);
      }
    }
  }

  private static Object nest(Node node, HostProcess host, boolean same, int[] depth) {
    depth[0]++;
    Process.Body body =
        process -> {
          try {
            return process.hostCall(() -> nest(node, host, same, depth));
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    return same ? host.evaluate(body) : node.evaluate(body);
  }

  /** A worker runs what follows the receive, while the host's thread waits for its value. */
  private static Object spinAfterAMessage(Process process) {
    process.spawn(
        Funs.of(
            (child, _) -> {
              child.send(process.pid(), Atom.OK);
              return Atom.OK;
            }));
    return process.one(Funs.receive(process, _ -> true, (here, _) -> spin(here)));
  }

  @Test
  void anInterruptEndsTheEvaluationOnly() throws InterruptedException {
    try (Node node = Node.builder().policy(SandboxPolicy.trusted()).build()) {
      for (Process.Body body :
          List.<Process.Body>of(
              LimitTest::spin,
              process -> Funs.next(process),
              LimitTest::spinAfterAMessage,
              process -> Funs.sum(process, 4_000_000_000L))) {
        Throwable[] failure = new Throwable[1];
        Thread host =
            new Thread(
                () -> {
                  try {
                    node.evaluate(body);
                  } catch (Throwable thrown) {
                    failure[0] = thrown;
                  }
                });
        host.start();
        Thread.sleep(30);
        host.interrupt();
        host.join();
        assertThat(failure[0]).isInstanceOf(Kill.class).hasMessageContaining("interrupted");
      }
      assertThat(node.evaluate(_ -> 1L)).isEqualTo(1L);
    }
  }

  @Test
  void aNodeDroppedWithoutCloseIsCollected() throws InterruptedException {
    List<WeakReference<Node>> nodes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Node node = Node.builder().policy(SandboxPolicy.trusted()).build();
      node.evaluate(
          process -> {
            // One waits as heap, one keeps a thread parked, one waits for a distant time.
            process.spawn(Funs.of((child, _) -> Funs.receive(child, _ -> false, (_, m) -> m)));
            process.spawn(Funs.of((child, _) -> Funs.next(child)));
            process.spawn(Funs.of((child, _) -> Funs.next(child, 3_600_000)));
            return Atom.OK;
          });
      nodes.add(new WeakReference<>(node));
    }
    while (nodes.stream().anyMatch(each -> each.get() != null)) {
      Thread.sleep(20);
      System.gc();
    }
  }

  @Test
  void closingANodeEndsEverything() throws InterruptedException {
    Node node = Node.builder().policy(SandboxPolicy.trusted()).build();
    node.evaluate(
        process -> {
          process.spawn(Funs.of((child, _) -> spin(child)));
          process.spawn(Funs.of((child, _) -> Funs.next(child)));
          process.spawn(Funs.of((child, _) -> Funs.receive(child, _ -> false, (_, m) -> m)));
          return Atom.OK;
        });
    node.close();
    while (node.processCount() > 0) {
      Thread.sleep(2);
    }
    assertThatThrownBy(() -> node.evaluate(_ -> 1L)).isInstanceOf(Kill.class);
  }
}

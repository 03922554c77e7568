package dev.moonbeam.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages, signals, links, monitors: the rules of the Erlang reference manual, Processes. */
@Timeout(300)
class ProcessTest {
  private static final Atom GO = Atom.of("go");
  private static final Atom EXIT = Atom.of("EXIT");
  private static final Atom NORMAL = Atom.NORMAL;

  private final Node node = Node.builder().policy(SandboxPolicy.trusted()).schedulers(2).build();

  @AfterEach
  void close() {
    node.close();
  }

  private static Fun crash(Object reason) {
    return Funs.of(
        (_, _) -> {
          throw new Raise(Atom.EXIT, reason, false);
        });
  }

  private static Fun idle() {
    return Funs.of((process, _) -> Funs.receive(process, m -> m == GO, (_, _) -> NORMAL));
  }

  @Test
  void messagesOfOneSenderKeepTheirOrder() throws InterruptedException {
    Object last =
        node.run(
            Funs.of(
                (process, _) -> {
                  Pid self = process.pid();
                  process.spawn(
                      Funs.of(
                          (child, _) -> {
                            for (long i = 0; i < 100_000; i++) {
                              child.send(self, i);
                            }
                            return NORMAL;
                          }));
                  for (long i = 0; i < 100_000; i++) {
                    assertThat(Funs.next(process)).isEqualTo(i);
                  }
                  return Atom.OK;
                }));
    assertThat(last).isEqualTo(Atom.OK);
  }

  @Test
  void aSelectiveReceiveLeavesWhatItRefusesInOrder() {
    node.evaluate(
        process -> {
          for (long i = 0; i < 10; i++) {
            process.send(process.pid(), i);
          }
          assertThat(process.one(Funs.receive(process, m -> m.equals(7L), (_, m) -> m)))
              .isEqualTo(7L);
          assertThat(process.one(Funs.receive(process, m -> m.equals(3L), (_, m) -> m)))
              .isEqualTo(3L);
          for (long i : new long[] {0, 1, 2, 4, 5, 6, 8, 9}) {
            assertThat(Funs.next(process)).isEqualTo(i);
          }
          assertThat(Funs.next(process, 0)).isNull();
          return Atom.OK;
        });
  }

  @Test
  void refusedMessagesAreNotScannedAgain() {
    node.evaluate(
        process -> {
          for (long i = 0; i < 100_000; i++) {
            process.send(process.pid(), i);
          }
          Fun echo =
              Funs.of(
                  (child, a) -> {
                    for (int i = 0; i < 1_000; i++) {
                      child.send((Pid) a[0], Atom.of("other"));
                    }
                    child.send((Pid) a[0], GO);
                    return NORMAL;
                  });
          process.spawn(echo, process.pid());
          long before = process.reductionsUsed();
          process.one(Funs.receive(process, m -> m == GO, (_, m) -> m));
          assertThat(process.reductionsUsed() - before).isBetween(101_000L, 103_000L);
          return Atom.OK;
        });
  }

  @Test
  void aReceiveForAReferenceJustMadeSkipsTheBacklog() {
    node.evaluate(
        process -> {
          for (long i = 0; i < 100_000; i++) {
            process.send(process.pid(), i);
          }
          process.fetch();
          Ref ref = process.makeReference();
          process.send(process.pid(), ref);
          long before = process.reductionsUsed();
          process.skipOlderThan(ref);
          assertThat(process.one(Funs.receive(process, m -> m == ref, (_, m) -> m))).isSameAs(ref);
          assertThat(process.reductionsUsed() - before).isLessThan(10);
          assertThat(Funs.next(process)).isEqualTo(0L);
          return Atom.OK;
        });
  }

  @Test
  void timeoutsComeWhenTheyAreDue() throws InterruptedException {
    for (boolean hosted : new boolean[] {true, false}) {
      Fun body =
          Funs.of(
              (process, _) -> {
                long start = System.nanoTime();
                assertThat(Funs.next(process, 30)).isNull();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                assertThat(took).isGreaterThanOrEqualTo(29);
                process.send(process.pid(), GO);
                assertThat(Funs.next(process, 10_000)).isEqualTo(GO);
                return Atom.OK;
              });
      if (hosted) {
        node.evaluate(process -> body.call0(process));
      } else {
        node.run(body);
      }
    }
  }

  @Test
  void aStacklessWaitTimesOut() throws InterruptedException {
    Object result =
        node.run(
            Funs.of(
                (process, _) ->
                    Funs.receive(
                        process,
                        Process.deadline(20L),
                        _ -> false,
                        (_, m) -> m,
                        _ -> Atom.of("late"))));
    assertThat(result).isEqualTo(Atom.of("late"));
  }

  @Test
  void badTimeoutsAreErrors() {
    for (Object bad : new Object[] {-1L, Atom.OK, 1L << 40, 1.5}) {
      assertThatThrownBy(() -> Process.deadline(bad))
          .isInstanceOfSatisfying(
              Raise.class, raise -> assertThat(raise.reason()).isEqualTo(Atom.of("timeout_value")));
    }
  }

  @Test
  void monitorsTellTheReason() {
    node.evaluate(
        process -> {
          var normal = process.spawn(SpawnOptions.MONITOR, Funs.of((_, _) -> NORMAL));
          assertThat(Funs.next(process)).isEqualTo(down(normal.monitor(), normal.pid(), NORMAL));
          var crashed = process.spawn(SpawnOptions.MONITOR, crash(Atom.of("boom")));
          assertThat(Funs.next(process))
              .isEqualTo(down(crashed.monitor(), crashed.pid(), Atom.of("boom")));
          Ref gone = Links.monitor(process, crashed.pid());
          assertThat(Funs.next(process)).isEqualTo(down(gone, crashed.pid(), Atom.of("noproc")));
          var killed = process.spawn(SpawnOptions.MONITOR, idle());
          process.exit(killed.pid(), Atom.KILL);
          assertThat(Funs.next(process))
              .isEqualTo(down(killed.monitor(), killed.pid(), Atom.KILLED));
          return Atom.OK;
        });
  }

  private static Tuple down(Ref ref, Pid pid, Object reason) {
    return new Tuple(Atom.of("DOWN"), ref, Atom.of("process"), pid, reason);
  }

  @Test
  void demonitorWithFlushLeavesNothingBehind() {
    node.evaluate(
        process -> {
          var child = process.spawn(SpawnOptions.MONITOR, idle());
          process.send(child.pid(), GO);
          while (child.pid().target != null) {
            Thread.onSpinWait();
          }
          process.fetch();
          Links.demonitor(process, child.monitor(), true);
          assertThat(Funs.next(process, 20)).isNull();
          return Atom.OK;
        });
  }

  @Test
  void linkedProcessesDieTogetherUnlessTheReasonIsNormal() {
    node.evaluate(
        process -> {
          process.trapExits(true);
          Pid middle =
              process
                  .spawn(
                      SpawnOptions.LINK,
                      Funs.of(
                          (child, _) -> {
                            child.spawn(SpawnOptions.LINK, Funs.of((_, _) -> NORMAL));
                            child.spawn(SpawnOptions.LINK, crash(Atom.of("oops")));
                            return Funs.receive(child, _ -> false, (_, m) -> m);
                          }))
                  .pid();
          assertThat(Funs.next(process)).isEqualTo(new Tuple(EXIT, middle, Atom.of("oops")));
          return Atom.OK;
        });
  }

  @Test
  void aTrappedKillSignalOfALinkIsAMessageButExitKillIsNot() {
    node.evaluate(
        process -> {
          Fun trapper =
              Funs.of(
                  (child, a) -> {
                    child.trapExits(true);
                    Pid linked = child.spawn(SpawnOptions.LINK, crash(Atom.KILL)).pid();
                    Object message = Funs.next(child);
                    assertThat(message).isEqualTo(new Tuple(EXIT, linked, Atom.KILL));
                    child.send((Pid) a[0], GO);
                    return Funs.receive(child, _ -> false, (_, m) -> m);
                  });
          var spawned = process.spawn(SpawnOptions.MONITOR, trapper, process.pid());
          assertThat(Funs.next(process)).isEqualTo(GO);
          process.exit(spawned.pid(), Atom.KILL);
          assertThat(Funs.next(process))
              .isEqualTo(down(spawned.monitor(), spawned.pid(), Atom.KILLED));
          return Atom.OK;
        });
  }

  @Test
  void exitNormalDoesNothingToOthersAndUnlinkSevers() {
    node.evaluate(
        process -> {
          Pid child = process.spawn(SpawnOptions.LINK, idle()).pid();
          process.exit(child, NORMAL);
          Links.unlink(process, child);
          process.exit(child, Atom.of("gone"));
          while (child.target != null) {
            Thread.onSpinWait();
          }
          assertThat(Funs.next(process, 20)).isNull();
          return Atom.OK;
        });
  }

  @Test
  void linkingToTheDeadGivesNoproc() {
    node.evaluate(
        process -> {
          Pid dead = process.spawn(Funs.of((_, _) -> NORMAL));
          while (dead.target != null) {
            Thread.onSpinWait();
          }
          process.trapExits(true);
          Links.link(process, dead);
          assertThat(Funs.next(process)).isEqualTo(new Tuple(EXIT, dead, Atom.of("noproc")));
          return Atom.OK;
        });
  }

  @Test
  void aProcessThatNeverWaitsIsKilled() {
    node.evaluate(
        process -> {
          var busy =
              process.spawn(
                  SpawnOptions.MONITOR,
                  Funs.of(
                      (child, _) -> {
                        for (; ; ) {
                          child.charge(1);
                        }
                      }));
          assertThat(Funs.next(process, 50)).isNull();
          process.exit(busy.pid(), Atom.KILL);
          assertThat(Funs.next(process)).isEqualTo(down(busy.monitor(), busy.pid(), Atom.KILLED));
          return Atom.OK;
        });
  }

  @Test
  void namesAreFreedAtTheEnd() {
    node.evaluate(
        process -> {
          var child = process.spawn(SpawnOptions.MONITOR, idle());
          Atom name = Atom.of("server");
          assertThat(node.register(name, child.pid())).isTrue();
          assertThat(node.register(name, process.pid())).isFalse();
          assertThat(node.whereis(name)).isSameAs(child.pid());
          process.send(child.pid(), GO);
          Funs.next(process);
          assertThat(node.whereis(name)).isNull();
          return Atom.OK;
        });
  }

  @Test
  void aliasesTakeRepliesOnce() {
    node.evaluate(
        process -> {
          Ref alias = Links.alias(process, true);
          Links.sendToAlias(process, alias, 1L);
          Links.sendToAlias(process, alias, 2L);
          assertThat(Funs.next(process, 20)).isEqualTo(1L);
          assertThat(Funs.next(process, 20)).isNull();
          return Atom.OK;
        });
  }

  @Test
  void aHundredThousandProcessesLiveAtOnceAndACascadeEndsThemAll() throws InterruptedException {
    Object result =
        node.run(
            Funs.of(
                (process, _) -> {
                  Pid chain = process.pid();
                  process.trapExits(true);
                  Fun link =
                      Funs.of(
                          (child, a) -> {
                            Links.link(child, (Pid) a[0]);
                            if (((Long) a[1]) == 0) {
                              throw new Raise(Atom.EXIT, Atom.of("cascade"), false);
                            }
                            child.spawn((Fun) a[2], child.pid(), (Long) a[1] - 1, a[2]);
                            return Funs.receive(child, _ -> false, (_, m) -> m);
                          });
                  process.spawn(link, chain, 100_000L, link);
                  Tuple exit = (Tuple) Funs.next(process);
                  assertThat(exit.get(2)).isEqualTo(Atom.of("cascade"));
                  return Atom.OK;
                }));
    assertThat(result).isEqualTo(Atom.OK);
    assertThat(node.statistics().mostProcesses()).isGreaterThan(100_000);
    while (node.processCount() > 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void deepAndStacklessWaitsTalkToEachOther() throws InterruptedException {
    Fun pong =
        Funs.of(
            new Funs.Code() {
              @Override
              public Object run(Process process, Object[] arguments) {
                return Funs.receive(
                    process,
                    _ -> true,
                    (p, m) -> {
                      p.send((Pid) ((Tuple) m).get(0), ((Tuple) m).get(1));
                      return run(p, arguments);
                    });
              }
            });
    Fun ping =
        Funs.of(
            (process, _) -> {
              Pid other = process.spawn(pong);
              for (long i = 0; i < 20_000; i++) {
                process.send(other, new Tuple(process.pid(), i));
                assertThat(Funs.next(process)).isEqualTo(i);
              }
              process.exit(other, Atom.KILL);
              return Atom.OK;
            });
    Fun many =
        Funs.of(
            (process, _) -> {
              for (int i = 0; i < 8; i++) {
                process.spawn(SpawnOptions.MONITOR, ping);
              }
              for (int i = 0; i < 8; i++) {
                assertThat(((Tuple) Funs.next(process)).get(4)).isEqualTo(NORMAL);
              }
              return Atom.OK;
            });
    assertThat(node.run(many)).isEqualTo(Atom.OK);
    node.evaluate(process -> ping.call0(process));
  }

  @Test
  void questionsAreAnsweredByTheOneWhoIsAsked() {
    node.evaluate(
        process -> {
          Pid child = process.spawn(idle());
          process.send(child, 1L);
          process.send(child, 2L);
          assertThat(process.ask(child, asked -> (long) asked.length())).isEqualTo(2L);
          process.exit(child, Atom.KILL);
          assertThat(process.ask(child, asked -> (long) asked.length())).isEqualTo(Atom.UNDEFINED);
          return Atom.OK;
        });
  }
}

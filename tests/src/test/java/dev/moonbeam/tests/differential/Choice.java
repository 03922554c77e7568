package dev.moonbeam.tests.differential;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Random choices from a seed: the same program for the same seed, on any JVM. */
final class Choice {
  private final SplittableRandom random;

  Choice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[random.nextInt(all.length)];
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of several ways to go on, made only when taken. */
  @SafeVarargs
  final String any(Supplier<String>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.lua.runtime.LuaState;

/**
 * The generator xoshiro256**, seeded as Lua 5.4 seeds it, so that a seeded sequence is the same as
 * there. A fresh state starts from a fixed seed: a script that never seeds gives the same run every
 * time.
 */
final class RandomNumbers
    implements LuaState.Forkable<RandomNumbers>, LuaState.Undoable<RandomNumbers> {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  RandomNumbers() {
    seed(0, 0);
  }

  void seed(long first, long second) {
    s0 = first;
    s1 = 0xff;
    s2 = second;
    s3 = 0;
    for (int i = 0; i < 16; i++) {
      next();
    }
  }

  long next() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** A number from 0 to limit (unsigned), the first one being made of {@code random}. */
  long project(long random, long limit) {
    if ((limit & limit + 1) == 0) {
      return random & limit;
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(limit);
    long projected = random & mask;
    while (Long.compareUnsigned(projected, limit) > 0) {
      projected = next() & mask;
    }
    return projected;
  }

  @Override
  public RandomNumbers fork() {
    RandomNumbers copy = new RandomNumbers();
    copy.set(s0, s1, s2, s3);
    return copy;
  }

  private void set(long first, long second, long third, long fourth) {
    s0 = first;
    s1 = second;
    s2 = third;
    s3 = fourth;
  }

  @Override
  public RandomNumbers save() {
    return fork();
  }

  @Override
  public void load(RandomNumbers saved) {
    set(saved.s0, saved.s1, saved.s2, saved.s3);
  }
}

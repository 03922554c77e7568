package dev.moonbeam.erlang.regex;

/**
 * Instructions: a code and its operands in an {@code int[]}. Keep in step: {@link RegexCompiler}
 * writes them, {@link RegexMatcher} runs them.
 */
final class Op {
  /** byte. */
  static final int BYTE = 0;

  /** set: a character of it. */
  static final int SET = 1;

  static final int ANY_BYTE = 2;
  static final int ANY_CHAR = 3;

  /** Any character at which no line ends. */
  static final int DOT = 4;

  static final int CLUSTER = 5;

  /** target: goes on here, and there when that fails. */
  static final int SPLIT = 6;

  /** target: goes on there, and here when that fails. */
  static final int SPLIT_LAZY = 7;

  static final int JUMP = 8;

  /** group: its text begins. */
  static final int OPEN = 9;

  /** group: its text ends. */
  static final int CLOSE = 10;

  /** one of SET, ANY_BYTE, ANY_CHAR, DOT; set; min; max; mode: characters one after the other. */
  static final int REPEAT = 11;

  /** register: no turns yet. */
  static final int COUNT_RESET = 12;

  /** register; min; max; lazy; exit: another turn or not. The instruction after it counts. */
  static final int COUNT_LOOP = 13;

  static final int COUNT = 14;

  /** register: a turn begins here. */
  static final int TURN = 15;

  /** register; exit: leaves a loop whose turn matched nothing. */
  static final int EXIT_IF_EMPTY = 16;

  /** place. */
  static final int ASSERT = 17;

  /** reference; caseless. */
  static final int REFERENCE = 18;

  /** register: notes stack and position, for the one after. */
  static final int LOOK = 19;

  static final int LOOK_END = 20;

  /** register; target: where it goes on when what follows fails. */
  static final int NOT_LOOK = 21;

  static final int NOT_LOOK_END = 22;
  static final int ATOMIC = 23;
  static final int ATOMIC_END = 24;

  /** characters: steps back so far. */
  static final int BACK = 25;

  /** target; group. */
  static final int CALL = 26;

  static final int RETURN = 27;

  /** reference; target when none is set. */
  static final int IF_SET = 28;

  /** group; target when not within its recursion. */
  static final int IF_RECURSION = 29;

  static final int KEEP = 30;
  static final int FAIL = 31;
  static final int COMMIT = 32;
  static final int PRUNE = 33;
  static final int SKIP = 34;
  static final int MATCH = 35;

  private Op() {}
}

package dev.moonbeam.erlang.regex;

import dev.moonbeam.erlang.regex.RegexNode.Choice;
import dev.moonbeam.erlang.regex.RegexNode.Group;
import dev.moonbeam.erlang.regex.RegexNode.Sequence;
import java.util.List;

/**
 * How far a lookbehind steps back: each of its ways matches a fixed number of characters, or the
 * pattern is refused (pcrepattern, "Lookbehind assertions").
 */
final class LookBehind {
  static final int VARIABLE = -1;

  /** Longer ones are refused, and sums stay far from overflow. */
  private static final int LONGEST = 1 << 16;

  private final PatternReader reader;

  LookBehind(PatternReader reader) {
    this.reader = reader;
  }

  void check(RegexNode body) {
    for (RegexNode way : ways(body)) {
      if (length(way) == VARIABLE) {
        reader.defer("lookbehind assertion is not fixed length");
      }
    }
  }

  /** The ways of an assertion, which may differ in length. */
  static List<RegexNode> ways(RegexNode body) {
    return body instanceof Choice choice ? choice.ways() : List.of(body);
  }

  static int length(RegexNode node) {
    return switch (node) {
      case RegexNode.Chars _, RegexNode.AnyByte _, RegexNode.AnyChar _ -> 1;
      case Sequence(List<RegexNode> parts) -> {
        long sum = 0;
        for (RegexNode part : parts) {
          int length = length(part);
          if (length == VARIABLE) {
            yield VARIABLE;
          }
          sum += length;
        }
        yield sum > LONGEST ? VARIABLE : (int) sum;
      }
      case Choice(List<RegexNode> ways) -> {
        int first = length(ways.getFirst());
        for (RegexNode way : ways) {
          if (length(way) != first) {
            yield VARIABLE;
          }
        }
        yield first;
      }
      case Group group -> length(group.body());
      case RegexNode.Atomic atomic -> length(atomic.body());
      case RegexNode.Repeat repeat -> {
        int length = length(repeat.body());
        boolean fixed = length != VARIABLE && repeat.min() == repeat.max();
        long all = fixed ? (long) length * repeat.min() : VARIABLE;
        yield all > LONGEST ? VARIABLE : (int) all;
      }
      case RegexNode.Conditional conditional -> {
        RegexNode no = conditional.no();
        int length = length(conditional.yes());
        yield length == (no == null ? 0 : length(no)) ? length : VARIABLE;
      }
      case RegexNode.Assertion _, RegexNode.Look _, RegexNode.Keep _, RegexNode.Control _ -> 0;
      case RegexNode.BackReference _,
          RegexNode.Cluster _,
          RegexNode.Call _,
          RegexNode.NamedCall _,
          RegexNode.StepBack _ ->
          VARIABLE;
    };
  }
}

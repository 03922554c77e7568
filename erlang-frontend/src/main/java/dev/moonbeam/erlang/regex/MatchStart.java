package dev.moonbeam.erlang.regex;

import dev.moonbeam.erlang.regex.RegexNode.Choice;
import dev.moonbeam.erlang.regex.RegexNode.Group;
import dev.moonbeam.erlang.regex.RegexNode.Sequence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of where a match may begin, so that the search can skip what cannot. */
final class MatchStart {
  private MatchStart() {}

  static boolean isAnchored(RegexNode node) {
    return switch (node) {
      case RegexNode.Assertion(RegexNode.Place place) ->
          place == RegexNode.Place.SUBJECT_START
              || place == RegexNode.Place.BEGINNING
              || place == RegexNode.Place.MATCH_START;
      case Sequence(List<RegexNode> parts) -> !parts.isEmpty() && isAnchored(parts.getFirst());
      case Choice(List<RegexNode> ways) -> ways.stream().allMatch(MatchStart::isAnchored);
      case Group group -> isAnchored(group.body());
      case RegexNode.Atomic atomic -> isAnchored(atomic.body());
      default -> false;
    };
  }

  static boolean @Nullable [] bytes(RegexNode node, boolean utf) {
    boolean[] bytes = new boolean[256];
    return add(node, bytes, utf) ? bytes : null;
  }

  /** Adds the bytes that a node can begin with; false when it may match without any. */
  private static boolean add(RegexNode node, boolean[] bytes, boolean utf) {
    return switch (node) {
      case RegexNode.Chars(CharSet set) -> {
        for (int c = 0; c < (utf ? 128 : 256); c++) {
          bytes[c] |= set.containsLow(c);
        }
        if (utf && !set.isAscii()) {
          Arrays.fill(bytes, 0xC2, 0xF5, true);
        }
        yield true;
      }
      case RegexNode.AnyByte _, RegexNode.AnyChar _, RegexNode.Cluster _ -> {
        Arrays.fill(bytes, true);
        yield true;
      }
      case Sequence(List<RegexNode> parts) -> {
        for (RegexNode part : parts) {
          if (add(part, bytes, utf)) {
            yield true;
          }
        }
        yield false;
      }
      case Choice(List<RegexNode> ways) -> {
        boolean all = true;
        for (RegexNode way : ways) {
          all &= add(way, bytes, utf);
        }
        yield all;
      }
      case Group group -> add(group.body(), bytes, utf);
      case RegexNode.Atomic atomic -> add(atomic.body(), bytes, utf);
      case RegexNode.Repeat repeat -> add(repeat.body(), bytes, utf) && repeat.min() > 0;
      case RegexNode.Assertion _, RegexNode.Keep _ -> false;
      case RegexNode.Control(RegexNode.Verb verb)
          when verb != RegexNode.Verb.ACCEPT && verb != RegexNode.Verb.FAIL ->
          false;
      // What follows one of these may be anything, as far as is known here.
      case RegexNode.Look _,
          RegexNode.BackReference _,
          RegexNode.Call _,
          RegexNode.NamedCall _,
          RegexNode.Conditional _,
          RegexNode.StepBack _,
          RegexNode.Control _ -> {
        Arrays.fill(bytes, true);
        yield false;
      }
    };
  }

  /** Whether a node may match the empty string; true where it is not known. */
  static boolean mayBeEmpty(RegexNode node) {
    return switch (node) {
      case RegexNode.Chars _, RegexNode.AnyByte _, RegexNode.AnyChar _, RegexNode.Cluster _ ->
          false;
      case Sequence(List<RegexNode> parts) -> parts.stream().allMatch(MatchStart::mayBeEmpty);
      case Choice(List<RegexNode> ways) -> ways.stream().anyMatch(MatchStart::mayBeEmpty);
      case Group group -> mayBeEmpty(group.body());
      case RegexNode.Atomic atomic -> mayBeEmpty(atomic.body());
      case RegexNode.Repeat repeat -> repeat.min() == 0 || mayBeEmpty(repeat.body());
      default -> true;
    };
  }
}

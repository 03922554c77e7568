package dev.moonbeam.erlang.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern as a tree. */
sealed interface RegexNode {
  RegexNode EMPTY = new Sequence(List.of());

  /** One character of a set. */
  record Chars(CharSet set) implements RegexNode {}

  /** One byte, within a character or not: {@code \C}. */
  record AnyByte() implements RegexNode {}

  /** Any character, or any but one at which a line ends. */
  record AnyChar(boolean newlines) implements RegexNode {}

  /** An extended grapheme cluster: {@code \X}. */
  record Cluster() implements RegexNode {}

  record Sequence(List<RegexNode> parts) implements RegexNode {}

  record Choice(List<RegexNode> ways) implements RegexNode {}

  /** A capturing group. */
  record Group(int number, RegexNode body) implements RegexNode {}

  enum Mode {
    GREEDY,
    LAZY,
    POSSESSIVE
  }

  /**
   * @param max -1 for no bound
   */
  record Repeat(RegexNode body, int min, int max, Mode mode) implements RegexNode {}

  record Assertion(Place place) implements RegexNode {}

  enum Place {
    /** {@code \A}. */
    SUBJECT_START,
    /** {@code ^} where lines do not count. */
    BEGINNING,
    /** {@code \z}. */
    SUBJECT_END,
    /** {@code \Z}. */
    SUBJECT_END_OR_NEWLINE,
    /** {@code $} where lines do not count. */
    DOLLAR,
    /** The same, not before a last newline. */
    DOLLAR_END,
    LINE_START,
    LINE_END,
    /** {@code \G}. */
    MATCH_START,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY
  }

  /** The text of the first of these groups that is set. */
  record BackReference(List<Integer> groups, boolean caseless) implements RegexNode {}

  record Look(RegexNode body, boolean ahead, boolean negative) implements RegexNode {}

  record Atomic(RegexNode body) implements RegexNode {}

  /** Steps back so many characters: the beginning of a lookbehind. */
  record StepBack(int characters) implements RegexNode {}

  /** A group called as a subroutine; 0 is the whole pattern. */
  record Call(int group) implements RegexNode {}

  /** A call of the first of these groups, by its name: some may come later in the pattern. */
  record NamedCall(List<Integer> groups) implements RegexNode {}

  sealed interface Condition {}

  /** Whether one of the groups is set. */
  record IsSet(List<Integer> groups) implements Condition {}

  /** Whether within a recursion of that group; -1 for any, -2 for never. */
  record InRecursion(int group) implements Condition {}

  record Asserts(Look look) implements Condition {}

  record Conditional(Condition condition, RegexNode yes, @Nullable RegexNode no)
      implements RegexNode {}

  /** {@code \K}: the match begins here. */
  record Keep() implements RegexNode {}

  enum Verb {
    FAIL,
    ACCEPT,
    COMMIT,
    PRUNE,
    SKIP,
    THEN
  }

  record Control(Verb verb) implements RegexNode {}
}

package dev.moonbeam.erlang.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pattern while it is read: the place reached, the options in force, the groups so far. */
final class PatternReader {
  /** A reference that must be resolved when all groups are known. */
  private record Reference(List<Integer> groups, int offset) {}

  private final int[] text;
  private final int[] offsets;
  private final Map<String, List<Integer>> names = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<int[]> required = new ArrayList<>();
  int at;
  int options;
  int groups;
  int highestReference;

  /** What is wrong although the pattern can be read: said when nothing else is. */
  @Nullable RegexSyntaxException deferred;

  PatternReader(byte[] pattern, int options) {
    this.options = options;
    boolean utf = (options & RegexOption.UTF) != 0;
    int[] characters = new int[pattern.length];
    int[] places = new int[pattern.length + 1];
    int count = 0;
    for (int i = 0; i < pattern.length; count++) {
      places[count] = i;
      characters[count] = utf ? Utf8.at(pattern, i) : pattern[i] & 0xFF;
      i += utf ? Utf8.length(pattern, i) : 1;
    }
    places[count] = pattern.length;
    this.text = Arrays.copyOf(characters, count);
    this.offsets = places;
  }

  boolean has(int option) {
    return (options & option) != 0;
  }

  boolean isEnd() {
    return at >= text.length;
  }

  /** The character here, -1 at the end. */
  int peek() {
    return peek(0);
  }

  int peek(int further) {
    return at + further < text.length ? text[at + further] : -1;
  }

  int next() {
    return at < text.length ? text[at++] : -1;
  }

  boolean accept(int c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  boolean accept(String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (peek(i) != expected.charAt(i)) {
        return false;
      }
    }
    at += expected.length();
    return true;
  }

  RegexSyntaxException error(String message) {
    return errorAt(message, at);
  }

  RegexSyntaxException errorAt(String message, int place) {
    return new RegexSyntaxException(message, offsets[Math.min(place, text.length)]);
  }

  /** Something wrong with what ends just before this place. */
  void defer(String message) {
    if (deferred == null) {
      deferred = errorAt(message, at - 1);
    }
  }

  /** A group that must be there in the end, referred to so many characters before this place. */
  void require(int group, int before) {
    required.add(new int[] {group, offsets[at - before]});
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameCharacter(int c) {
    return c == '_' || isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** A decimal number; what exceeds the bound is an error. */
  int number(int largest, String tooBig) throws RegexSyntaxException {
    int value = 0;
    while (isDigit(peek())) {
      value = value * 10 + next() - '0';
      if (value > largest) {
        throw error(tooBig);
      }
    }
    return value;
  }

  /** A group's name up to its terminator, which is taken. */
  String name(int terminator) throws RegexSyntaxException {
    if (isDigit(peek())) {
      throw error("group name must start with a non-digit");
    }
    int from = at;
    while (isNameCharacter(peek())) {
      at++;
    }
    if (at == from) {
      throw error("subpattern name expected");
    }
    if (peek() != terminator) {
      throw error("syntax error in subpattern name (missing terminator)");
    }
    if (at - from > 32) {
      throw error("subpattern name is too long (maximum 32 characters)");
    }
    String name = new String(text, from, at - from);
    at++;
    return name;
  }

  /** Names a group; the place is that after its name's terminator. */
  void define(String name, int group) throws RegexSyntaxException {
    List<Integer> known = names.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!known.isEmpty() && !known.contains(group) && !has(RegexOption.DUPNAMES)) {
      throw errorAt("two named subpatterns have the same name", at - 1);
    }
    if (!known.contains(group)) {
      known.add(group);
    }
  }

  /** The groups of a name, to be known at the end. */
  List<Integer> reference(String name) {
    List<Integer> found = names.computeIfAbsent(name, _ -> new ArrayList<>());
    references.add(new Reference(found, offsets[at - 1]));
    return found;
  }

  void resolve() throws RegexSyntaxException {
    for (Reference reference : references) {
      if (reference.groups.isEmpty()) {
        throw new RegexSyntaxException("reference to non-existent subpattern", reference.offset);
      }
    }
    for (int[] group : required) {
      if (group[0] > groups) {
        throw new RegexSyntaxException("reference to non-existent subpattern", group[1]);
      }
    }
    if (highestReference > groups) {
      throw new RegexSyntaxException("reference to non-existent subpattern", offsets[text.length]);
    }
  }

  Map<String, List<Integer>> names() {
    return names;
  }

  /** Whether a counted quantifier stands here: {@code {n}}, {@code {n,}} or {@code {n,m}}. */
  boolean isQuantifier() {
    int i = 1;
    if (!isDigit(peek(i))) {
      return false;
    }
    while (isDigit(peek(i))) {
      i++;
    }
    if (peek(i) == '}') {
      return true;
    }
    if (peek(i) != ',') {
      return false;
    }
    i++;
    while (isDigit(peek(i))) {
      i++;
    }
    return peek(i) == '}';
  }
}

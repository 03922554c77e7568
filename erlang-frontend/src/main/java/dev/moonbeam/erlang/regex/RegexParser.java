package dev.moonbeam.erlang.regex;

import dev.moonbeam.erlang.regex.RegexNode.AnyChar;
import dev.moonbeam.erlang.regex.RegexNode.Assertion;
import dev.moonbeam.erlang.regex.RegexNode.Atomic;
import dev.moonbeam.erlang.regex.RegexNode.Choice;
import dev.moonbeam.erlang.regex.RegexNode.Conditional;
import dev.moonbeam.erlang.regex.RegexNode.Control;
import dev.moonbeam.erlang.regex.RegexNode.Group;
import dev.moonbeam.erlang.regex.RegexNode.Look;
import dev.moonbeam.erlang.regex.RegexNode.Mode;
import dev.moonbeam.erlang.regex.RegexNode.Place;
import dev.moonbeam.erlang.regex.RegexNode.Repeat;
import dev.moonbeam.erlang.regex.RegexNode.Sequence;
import dev.moonbeam.erlang.regex.RegexNode.Verb;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern by recursive descent. Nesting is bounded as in PCRE, so the recursion here and in
 * whatever walks the tree is.
 */
final class RegexParser {
  private static final int DEEPEST = 250;

  /** PCRE's bound of a repetition. */
  private static final int MOST_REPEATS = 65535;

  /** PCRE's bound of a compiled pattern, here of its text. */
  static final int LONGEST = 65535;

  private final PatternReader reader;
  private final EscapeParser escapes;
  private final ClassParser classes;
  private int depth;

  /** The sequences being read, outermost first, each with the group whose way it is. */
  private record Open(int group, List<RegexNode> parts) {}

  private static final int NO_GROUP = -1;
  private final Deque<Open> open = new ArrayDeque<>();

  RegexParser(PatternReader reader) {
    this.reader = reader;
    this.escapes = new EscapeParser(reader);
    this.classes = new ClassParser(reader, escapes);
  }

  RegexNode parse() throws RegexSyntaxException {
    RegexNode node = choice(0, false);
    if (reader.isEnd()) {
      reader.resolve();
    }
    if (reader.deferred != null) {
      throw reader.deferred;
    }
    if (!reader.isEnd()) {
      throw reader.error("unmatched parentheses");
    }
    return node;
  }

  private RegexNode choice() throws RegexSyntaxException {
    return choice(NO_GROUP, false);
  }

  /**
   * @param group whose ways they are
   * @param resets whether each way numbers its groups from the same
   */
  private RegexNode choice(int group, boolean resets) throws RegexSyntaxException {
    int saved = reader.options;
    int first = reader.groups;
    int most = first;
    List<RegexNode> ways = new ArrayList<>();
    do {
      if (resets) {
        reader.groups = first;
      }
      ways.add(sequence(group));
      most = Math.max(most, reader.groups);
    } while (reader.accept('|'));
    reader.groups = most;
    reader.options = saved;
    return ways.size() == 1 ? ways.getFirst() : new Choice(ways);
  }

  private RegexNode sequence(int group) throws RegexSyntaxException {
    List<RegexNode> parts = new ArrayList<>();
    open.addLast(new Open(group, parts));
    boolean repeatable = false;
    boolean quoted = false;
    for (; ; ) {
      if (reader.accept("\\E")) {
        quoted = false;
        continue;
      }
      if (quoted && !reader.isEnd()) {
        repeatable = true;
        parts.add(escapes.literal(reader.next()));
        continue;
      }
      if (reader.accept("\\Q")) {
        quoted = true;
        continue;
      }
      if (skipIgnored()) {
        continue;
      }
      int c = reader.peek();
      if (c < 0 || c == '|' || c == ')') {
        break;
      }
      if (c == '*' || c == '+' || c == '?' || c == '{' && reader.isQuantifier()) {
        if (!repeatable) {
          while (c == '{' && reader.peek() != '}') {
            reader.at++;
          }
          throw reader.error("nothing to repeat");
        }
        parts.add(quantified(parts.removeLast()));
        repeatable = false;
        continue;
      }
      RegexNode atom = atom();
      repeatable = atom != null && isRepeatable(atom);
      if (atom != null) {
        parts.add(atom);
      }
    }
    open.removeLast();
    return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
  }

  /** A call of a group that is open must not come round to itself without taking a character. */
  private RegexNode call(int group) throws RegexSyntaxException {
    for (Open sequence : open.reversed()) {
      if (!sequence.parts.stream().allMatch(MatchStart::mayBeEmpty)) {
        break;
      }
      if (sequence.group == group) {
        reader.defer("recursive call could loop indefinitely");
      }
    }
    reader.require(group, 1);
    return new RegexNode.Call(group);
  }

  private static boolean isRepeatable(RegexNode node) {
    return !(node instanceof Assertion
        || node instanceof RegexNode.Keep
        || node instanceof Control);
  }

  /** Comments, and white space where it does not count; whether there was any. */
  private boolean skipIgnored() throws RegexSyntaxException {
    if (reader.accept("(?#")) {
      while (!reader.isEnd() && reader.peek() != ')') {
        reader.at++;
      }
      if (!reader.accept(')')) {
        throw reader.error("missing ) after comment");
      }
      return true;
    }
    if (!reader.has(RegexOption.EXTENDED)) {
      return false;
    }
    int c = reader.peek();
    if (c == ' ' || c >= '\t' && c <= '\r') {
      reader.at++;
      return true;
    }
    if (c == '#') {
      while (!reader.isEnd() && reader.next() != '\n') {
        // The rest of the line is comment.
      }
      return true;
    }
    return false;
  }

  private RegexNode quantified(RegexNode body) throws RegexSyntaxException {
    int c = reader.next();
    int min = c == '+' ? 1 : 0;
    int max = c == '?' ? 1 : -1;
    if (c == '{') {
      min = reader.number(MOST_REPEATS, "number too big in {} quantifier");
      max = min;
      if (reader.accept(',')) {
        max =
            PatternReader.isDigit(reader.peek())
                ? reader.number(MOST_REPEATS, "number too big in {} quantifier")
                : -1;
        if (max >= 0 && max < min) {
          throw reader.error("numbers out of order in {} quantifier");
        }
      }
      reader.at++;
    }
    while (skipIgnored()) {
      // It may stand before what makes a quantifier lazy or possessive.
    }
    boolean ungreedy = reader.has(RegexOption.UNGREEDY);
    Mode mode = ungreedy ? Mode.LAZY : Mode.GREEDY;
    if (reader.accept('+')) {
      mode = Mode.POSSESSIVE;
    } else if (reader.accept('?')) {
      mode = ungreedy ? Mode.GREEDY : Mode.LAZY;
    }
    if (body instanceof Look) {
      // Looking twice shows nothing new.
      return min > 0 ? body : new Repeat(body, 0, 1, mode);
    }
    return new Repeat(body, min, max, mode);
  }

  /** One item; null for what only sets options. */
  private @Nullable RegexNode atom() throws RegexSyntaxException {
    int c = reader.next();
    return switch (c) {
      case '^' ->
          new Assertion(reader.has(RegexOption.MULTILINE) ? Place.LINE_START : Place.BEGINNING);
      case '$' ->
          new Assertion(
              reader.has(RegexOption.MULTILINE)
                  ? Place.LINE_END
                  : reader.has(RegexOption.DOLLAR_ENDONLY) ? Place.DOLLAR_END : Place.DOLLAR);
      case '.' -> new AnyChar(reader.has(RegexOption.DOTALL));
      case '[' -> bracket();
      case '(' -> parenthesis();
      case '\\' -> escapes.escape();
      default -> escapes.literal(c);
    };
  }

  private RegexNode bracket() throws RegexSyntaxException {
    int kind = reader.peek();
    if (kind == ':' || kind == '.' || kind == '=') {
      for (int i = 1; reader.peek(i) >= 0 && reader.peek(i) != ']'; i++) {
        if (reader.peek(i) == kind && reader.peek(i + 1) == ']') {
          throw reader.errorAt(
              kind == ':'
                  ? "POSIX named classes are supported only within a class"
                  : "POSIX collating elements are not supported",
              reader.at - 1);
        }
      }
    }
    return new RegexNode.Chars(classes.parse());
  }

  private RegexNode parenthesis() throws RegexSyntaxException {
    if (++depth > DEEPEST) {
      throw reader.error("parentheses are too deeply nested");
    }
    try {
      if (reader.peek() == '*' && (isUpper(reader.peek(1)) || reader.peek(1) == ':')) {
        return verb();
      }
      if (!reader.accept('?')) {
        return reader.has(RegexOption.NO_AUTO_CAPTURE) ? closed(wrap(choice())) : captured();
      }
      return special();
    } finally {
      depth--;
    }
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private RegexNode captured() throws RegexSyntaxException {
    int number = ++reader.groups;
    return new Group(number, closed(choice(number, false)));
  }

  private RegexNode closed(RegexNode body) throws RegexSyntaxException {
    if (!reader.accept(')')) {
      throw reader.error("missing )");
    }
    return body;
  }

  private RegexNode named(int terminator) throws RegexSyntaxException {
    String name = reader.name(terminator);
    reader.define(name, reader.groups + 1);
    return captured();
  }

  /** What begins with {@code (?}. */
  private @Nullable RegexNode special() throws RegexSyntaxException {
    int c = reader.next();
    return switch (c) {
      case ':' -> closed(wrap(choice()));
      case '|' -> closed(wrap(choice(NO_GROUP, true)));
      case '>' -> new Atomic(closed(choice()));
      case '=' -> look(true, false);
      case '!' -> look(true, true);
      case '<' -> {
        if (reader.accept('=')) {
          yield look(false, false);
        }
        if (reader.accept('!')) {
          yield look(false, true);
        }
        if (!PatternReader.isNameCharacter(reader.peek())) {
          throw reader.error("unrecognized character after (?<");
        }
        yield named('>');
      }
      case '\'' -> named('\'');
      case 'P' -> python();
      case '&' -> new RegexNode.NamedCall(reader.reference(reader.name(')')));
      case 'R' -> {
        if (!reader.accept(')')) {
          throw reader.error("(?R or (?[+-]digits must be followed by )");
        }
        yield call(0);
      }
      case '(' -> conditional();
      case 'C' -> {
        reader.number(255, "number after (?C is > 255");
        if (!reader.accept(')')) {
          throw reader.error("closing ) for (?C expected");
        }
        yield null;
      }
      default -> {
        reader.at--;
        if (PatternReader.isDigit(c)
            || c == '+'
            || c == '-' && PatternReader.isDigit(reader.peek(1))) {
          int group = escapes.signed();
          if (!reader.accept(')')) {
            throw reader.error("(?R or (?[+-]digits must be followed by )");
          }
          yield call(group);
        }
        yield options();
      }
    };
  }

  /** A group that stays one item for a quantifier. */
  private static RegexNode wrap(RegexNode body) {
    return isRepeatable(body) ? body : new Sequence(List.of(body, RegexNode.EMPTY));
  }

  private Look look(boolean ahead, boolean negative) throws RegexSyntaxException {
    RegexNode body = closed(choice());
    if (!ahead) {
      new LookBehind(reader).check(body);
    }
    return new Look(body, ahead, negative);
  }

  private RegexNode python() throws RegexSyntaxException {
    if (reader.accept('<')) {
      return named('>');
    }
    if (reader.accept('=')) {
      return escapes.backReference(reader.reference(reader.name(')')));
    }
    if (reader.accept('>')) {
      return new RegexNode.NamedCall(reader.reference(reader.name(')')));
    }
    throw reader.error("unrecognized character after (?P");
  }

  /** {@code (?flags)} and {@code (?flags:...)}. */
  private @Nullable RegexNode options() throws RegexSyntaxException {
    int saved = reader.options;
    boolean on = true;
    for (; ; ) {
      int c = reader.peek();
      if (c == ')' || c == ':') {
        break;
      }
      int option =
          switch (c) {
            case 'i' -> RegexOption.CASELESS;
            case 'm' -> RegexOption.MULTILINE;
            case 's' -> RegexOption.DOTALL;
            case 'x' -> RegexOption.EXTENDED;
            case 'J' -> RegexOption.DUPNAMES;
            case 'U' -> RegexOption.UNGREEDY;
            case '-' -> 0;
            default -> {
              throw reader.error(
                  c < 0 && reader.options == saved && on
                      ? "unrecognized character after (? or (?-"
                      : c < 0 ? "missing )" : "unrecognized character after (? or (?-");
            }
          };
      reader.at++;
      if (option == 0) {
        on = false;
      } else {
        reader.options = on ? reader.options | option : reader.options & ~option;
      }
    }
    if (reader.next() == ')') {
      return null;
    }
    RegexNode body = closed(wrap(choice()));
    reader.options = saved;
    return body;
  }

  private RegexNode conditional() throws RegexSyntaxException {
    RegexNode.Condition condition = condition();
    RegexNode body = choice();
    closed(body);
    List<RegexNode> ways = body instanceof Choice choice ? choice.ways() : List.of(body);
    boolean define = condition instanceof RegexNode.InRecursion(int group) && group == -2;
    if (ways.size() > (define ? 1 : 2)) {
      reader.at--;
      throw reader.error(
          define
              ? "DEFINE group contains more than one branch"
              : "conditional group contains more than two branches");
    }
    return new Conditional(condition, ways.getFirst(), ways.size() > 1 ? ways.get(1) : null);
  }

  private RegexNode.Condition condition() throws RegexSyntaxException {
    if (reader.peek() == '?') {
      return assertion();
    }
    if (reader.accept('<')) {
      return named(reader.name('>'));
    }
    if (reader.accept('\'')) {
      return named(reader.name('\''));
    }
    if (PatternReader.isDigit(reader.peek()) || reader.peek() == '+' || reader.peek() == '-') {
      boolean relative = !PatternReader.isDigit(reader.peek());
      int group = escapes.signed();
      if (group == 0 && !relative) {
        throw reader.errorAt("invalid condition (?(0)", reader.at + 1);
      }
      if (!reader.accept(')')) {
        throw reader.error("malformed number or name after (?(");
      }
      reader.require(group, 0);
      return new RegexNode.IsSet(List.of(group));
    }
    if (reader.accept("DEFINE)")) {
      return new RegexNode.InRecursion(-2);
    }
    if (reader.peek() == 'R') {
      if (reader.accept("R)")) {
        return new RegexNode.InRecursion(-1);
      }
      if (PatternReader.isDigit(reader.peek(1))) {
        reader.at++;
        int group = escapes.signed();
        if (!reader.accept(')')) {
          throw reader.error("malformed number or name after (?(");
        }
        return new RegexNode.InRecursion(group);
      }
    }
    if (PatternReader.isNameCharacter(reader.peek())) {
      return named(reader.name(')'));
    }
    throw reader.error("malformed number or name after (?(");
  }

  private RegexNode.Condition named(String name) throws RegexSyntaxException {
    reader.accept(')');
    return new RegexNode.IsSet(reader.reference(name));
  }

  private RegexNode.Condition assertion() throws RegexSyntaxException {
    reader.at++;
    int c = reader.next();
    if (c == '=' || c == '!') {
      return new RegexNode.Asserts(look(true, c == '!'));
    }
    if (c == '<' && (reader.peek() == '=' || reader.peek() == '!')) {
      return new RegexNode.Asserts(look(false, reader.next() == '!'));
    }
    reader.at -= 2;
    throw reader.error("assertion expected after (?( or (?(?C)");
  }

  private RegexNode verb() throws RegexSyntaxException {
    reader.at++;
    StringBuilder name = new StringBuilder();
    while (isUpper(reader.peek())) {
      name.appendCodePoint(reader.next());
    }
    Verb verb =
        switch (name.toString()) {
          case "FAIL", "F" -> Verb.FAIL;
          case "ACCEPT" -> Verb.ACCEPT;
          case "COMMIT" -> Verb.COMMIT;
          case "PRUNE" -> Verb.PRUNE;
          case "SKIP" -> Verb.SKIP;
          case "THEN" -> Verb.THEN;
          default -> throw reader.error("(*VERB) not recognized or malformed");
        };
    if (!reader.accept(')')) {
      throw reader.error("(*VERB) not recognized or malformed");
    }
    return new Control(verb);
  }
}

package dev.moonbeam.erlang.regex;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.erlang.runtime.GraphemeClusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a pattern over a subject. Backtracking is by an explicit stack of four-word entries: places
 * to go on from, and old values of registers to put back on the way there. The process pays a
 * reduction for every {@value #STEPS_A_REDUCTION} steps and for the stack's memory.
 */
public final class RegexMatcher {
  /** How a search ended. */
  public enum Result {
    MATCH,
    NO_MATCH,
    MATCH_LIMIT,
    RECURSION_LIMIT
  }

  /** What a search is asked for beyond the pattern (re:run/3). */
  public record Search(
      boolean anchored,
      boolean notBeginning,
      boolean notEnd,
      boolean notEmpty,
      boolean notEmptyAtStart,
      long matchLimit,
      long depthLimit) {}

  private static final int STEPS_A_REDUCTION = 16;
  private static final int BATCH = 4096;

  /** Kinds of stack entries that are no instruction to go on from. */
  private static final int RESTORE = -1;

  private static final int GIVE_BACK = -2;
  private static final int TAKE_MORE = -3;
  private static final int CALL_MARK = -4;
  private static final int COMMITTED = -5;
  private static final int PRUNED = -6;
  private static final int SKIPPED = -7;

  private static final int ENTRY = 4;
  private static final int REPEAT_SIZE = 6;

  /** No place of a subject, no instruction. */
  private static final int FAILED = -1;

  private static final RegexNode.Place[] PLACES = RegexNode.Place.values();

  /** A subroutine under way. */
  private record Frame(int group, int returnTo, int at, int height, int[] registers) {}

  private final Process process;
  private final Regex regex;
  private final byte[] subject;
  private final int end;
  private final boolean utf;
  private final Search search;
  private final int[] code;
  private final int[] registers;
  private int[] stack = new int[64 * ENTRY];
  private int top;
  private final List<Frame> frames = new ArrayList<>();
  private int steps;
  private long tries;
  private int searchStart;
  private int skipTo;
  private int resumeAt;
  private boolean committed;

  public RegexMatcher(Process process, Regex regex, byte[] subject, Search search) {
    this.process = process;
    this.regex = regex;
    this.subject = subject;
    this.end = subject.length;
    this.utf = regex.isUtf();
    this.search = search;
    this.code = regex.code;
    this.registers = new int[regex.registers];
  }

  /** Start of a group's text, -1 when it is not set; 0 is the whole match. */
  public int start(int group) {
    return registers[2 * group];
  }

  public int end(int group) {
    return registers[2 * group + 1];
  }

  /** Looks for a match from a place on. */
  public Result find(int from) {
    committed = false;
    searchStart = from;
    int at = from;
    int lastStart = end;
    if ((regex.options & RegexOption.FIRSTLINE) != 0) {
      lastStart = from;
      while (lastStart < end && regex.newline.lengthAt(subject, lastStart, end, utf) == 0) {
        lastStart++;
      }
    }
    boolean[] first = regex.first;
    for (; ; ) {
      if (first != null && !regex.anchored && !search.anchored) {
        while (at < end && !first[subject[at] & 0xFF]) {
          at++;
          step();
        }
      }
      if (at > lastStart) {
        return done(Result.NO_MATCH);
      }
      Result result = matchAt(at);
      if (result != Result.NO_MATCH
          || committed
          || regex.anchored
          || search.anchored
          || at >= end) {
        return done(result);
      }
      at = skipTo > at ? skipTo : next(at);
    }
  }

  private Result done(Result result) {
    process.charge(steps / STEPS_A_REDUCTION);
    steps = 0;
    return result;
  }

  /** The place after the character at a place: where to look next. */
  public int next(int at) {
    int step = utf ? Utf8.length(subject, at) : 1;
    boolean pair =
        subject[at] == '\r' && at + 1 < end && subject[at + 1] == '\n' && regex.hasTwoByteNewline();
    return at + (pair ? 2 : step);
  }

  private void step() {
    if (++steps == BATCH) {
      process.charge(BATCH / STEPS_A_REDUCTION);
      steps = 0;
    }
  }

  private void work(int amount) {
    steps += amount;
    if (steps >= BATCH) {
      process.charge(steps / STEPS_A_REDUCTION);
      steps = 0;
    }
  }

  private void push(int kind, int a, int b, int c) {
    if (top == stack.length) {
      long bytes = 8L * ENTRY * stack.length;
      process.reserve(bytes);
      stack = Arrays.copyOf(stack, (int) Math.min(2L * stack.length, Integer.MAX_VALUE - 15));
      process.allocated(stack, bytes);
    }
    stack[top] = kind;
    stack[top + 1] = a;
    stack[top + 2] = b;
    stack[top + 3] = c;
    top += ENTRY;
  }

  /** Sets a register so that backtracking puts its value back. */
  private void set(int register, int value) {
    push(RESTORE, register, registers[register], 0);
    registers[register] = value;
  }

  /** Forgets the ways out of what lies above a height, but not how to undo it. */
  private void cut(int height) {
    int kept = height;
    work((top - height) / ENTRY);
    for (int i = height; i < top; i += ENTRY) {
      if (stack[i] == RESTORE || stack[i] <= COMMITTED) {
        System.arraycopy(stack, i, stack, kept, ENTRY);
        kept += ENTRY;
      }
    }
    top = kept;
  }

  /** Undoes everything above a height. */
  private void undo(int height) {
    work((top - height) / ENTRY);
    while (top > height) {
      top -= ENTRY;
      if (stack[top] == RESTORE) {
        registers[stack[top + 1]] = stack[top + 2];
      }
    }
  }

  private Result matchAt(int start) {
    Arrays.fill(registers, -1);
    top = 0;
    frames.clear();
    skipTo = 0;
    registers[0] = start;
    int pc = 0;
    int at = start;
    for (; ; ) {
      step();
      boolean matched = true;
      switch (code[pc]) {
        case Op.BYTE -> {
          matched = at < end && (subject[at] & 0xFF) == code[pc + 1];
          at++;
          pc += 2;
        }
        case Op.SET, Op.ANY_BYTE, Op.ANY_CHAR, Op.DOT -> {
          int kind = code[pc];
          int next = one(kind, kind == Op.SET ? code[pc + 1] : 0, at);
          matched = next != FAILED;
          at = next;
          pc += kind == Op.SET ? 2 : 1;
        }
        case Op.CLUSTER -> {
          matched = at < end;
          at = matched ? cluster(at) : at;
          pc++;
        }
        case Op.SPLIT -> {
          tries++;
          push(code[pc + 1], at, 0, 0);
          pc += 2;
        }
        case Op.SPLIT_LAZY -> {
          tries++;
          push(pc + 2, at, 0, 0);
          pc = code[pc + 1];
        }
        case Op.JUMP -> pc = code[pc + 1];
        case Op.OPEN -> {
          set(opened(code[pc + 1]), at);
          pc += 2;
        }
        case Op.CLOSE -> {
          int group = code[pc + 1];
          set(2 * group, registers[opened(group)]);
          set(2 * group + 1, at);
          pc += 2;
        }
        case Op.REPEAT -> {
          at = repeat(pc, at);
          matched = at != FAILED;
          pc += REPEAT_SIZE;
        }
        case Op.COUNT_RESET -> {
          set(code[pc + 1], 0);
          pc += 2;
        }
        case Op.COUNT_LOOP -> {
          int turns = registers[code[pc + 1]];
          int exit = code[pc + 5];
          int body = pc + 6;
          if (turns < code[pc + 2]) {
            pc = body;
          } else if (turns == code[pc + 3]) {
            pc = exit;
          } else {
            tries++;
            boolean lazy = code[pc + 4] == 1;
            push(lazy ? body : exit, at, 0, 0);
            pc = lazy ? exit : body;
          }
        }
        case Op.COUNT -> {
          set(code[pc + 1], registers[code[pc + 1]] + 1);
          pc += 2;
        }
        case Op.TURN -> {
          set(code[pc + 1], at);
          pc += 2;
        }
        case Op.EXIT_IF_EMPTY -> pc = registers[code[pc + 1]] == at ? code[pc + 2] : pc + 3;
        case Op.ASSERT -> {
          matched = holds(PLACES[code[pc + 1]], at);
          pc += 2;
        }
        case Op.REFERENCE -> {
          at = reference(regex.references[code[pc + 1]], code[pc + 2] == 1, at);
          matched = at != FAILED;
          pc += 3;
        }
        case Op.LOOK -> {
          int register = code[pc + 1];
          set(register, top);
          set(register + 1, at);
          // The entries that undo these belong to what encloses the assertion.
          registers[register] = top;
          pc += 2;
        }
        case Op.LOOK_END -> {
          int register = code[pc + 1];
          cut(registers[register]);
          at = registers[register + 1];
          pc += 2;
        }
        case Op.NOT_LOOK -> {
          int register = code[pc + 1];
          set(register, top);
          registers[register] = top;
          push(code[pc + 2], at, 0, 0);
          pc += 3;
        }
        case Op.NOT_LOOK_END -> {
          undo(registers[code[pc + 1]]);
          matched = false;
        }
        case Op.ATOMIC -> {
          set(code[pc + 1], top);
          registers[code[pc + 1]] = top;
          pc += 2;
        }
        case Op.ATOMIC_END -> {
          cut(registers[code[pc + 1]]);
          pc += 2;
        }
        case Op.BACK -> {
          at = back(at, code[pc + 1]);
          matched = at != FAILED;
          pc += 2;
        }
        case Op.CALL -> {
          matched = call(pc, at);
          pc = code[pc + 1];
        }
        case Op.RETURN -> {
          Frame frame = frames.removeLast();
          top = frame.height;
          System.arraycopy(frame.registers, 0, registers, 0, registers.length);
          pc = frame.returnTo;
        }
        case Op.IF_SET -> pc = isSet(regex.references[code[pc + 1]]) ? pc + 3 : code[pc + 2];
        case Op.IF_RECURSION -> pc = isWithin(code[pc + 1]) ? pc + 3 : code[pc + 2];
        case Op.KEEP -> {
          set(0, at);
          pc++;
        }
        case Op.FAIL -> matched = false;
        case Op.COMMIT -> {
          push(COMMITTED, 0, 0, 0);
          pc++;
        }
        case Op.PRUNE -> {
          push(PRUNED, 0, 0, 0);
          pc++;
        }
        case Op.SKIP -> {
          push(SKIPPED, at, 0, 0);
          pc++;
        }
        case Op.MATCH -> {
          boolean refused =
              at == registers[0]
                  && (search.notEmpty || search.notEmptyAtStart && at == searchStart);
          if (!refused) {
            registers[1] = at;
            return Result.MATCH;
          }
          matched = false;
        }
        default -> throw new IllegalStateException("instruction " + code[pc]);
      }
      if (tries > search.matchLimit) {
        return Result.MATCH_LIMIT;
      }
      if (top / ENTRY > search.depthLimit) {
        return Result.RECURSION_LIMIT;
      }
      if (!matched) {
        pc = backtrack();
        if (pc == FAILED) {
          return Result.NO_MATCH;
        }
        at = resumeAt;
      }
    }
  }

  private int opened(int group) {
    return 2 * (regex.groups + 1) + group;
  }

  /** The instruction to go on from; FAILED when nothing is left. */
  private int backtrack() {
    while (top > 0) {
      top -= ENTRY;
      step();
      int kind = stack[top];
      switch (kind) {
        case RESTORE -> registers[stack[top + 1]] = stack[top + 2];
        case GIVE_BACK -> {
          int pc = stack[top + 1];
          if (giveBack(pc, stack[top + 2], stack[top + 3])) {
            return pc + REPEAT_SIZE;
          }
        }
        case TAKE_MORE -> {
          int pc = stack[top + 1];
          if (takeMore(pc, stack[top + 2], stack[top + 3])) {
            return pc + REPEAT_SIZE;
          }
        }
        case CALL_MARK -> {
          Frame frame = frames.removeLast();
          System.arraycopy(frame.registers, 0, registers, 0, registers.length);
        }
        case COMMITTED -> {
          committed = true;
          return FAILED;
        }
        case PRUNED -> {
          return FAILED;
        }
        case SKIPPED -> {
          skipTo = stack[top + 1];
          return FAILED;
        }
        default -> {
          resumeAt = stack[top + 1];
          return kind;
        }
      }
    }
    return FAILED;
  }

  // Characters one after the other

  private int repeat(int pc, int from) {
    int kind = code[pc + 1];
    int set = code[pc + 2];
    int min = code[pc + 3];
    int max = code[pc + 4] < 0 ? Integer.MAX_VALUE : code[pc + 4];
    int at = from;
    for (int i = 0; i < min; i++) {
      at = one(kind, set, at);
      step();
      if (at == FAILED) {
        return FAILED;
      }
    }
    tries++;
    if (code[pc + 5] == RegexNode.Mode.LAZY.ordinal()) {
      if (max > min) {
        push(TAKE_MORE, pc, at, max - min);
      }
      return at;
    }
    int least = at;
    at = most(kind, set, at, max - min);
    work(at - least >> 2);
    if (at > least && code[pc + 5] == RegexNode.Mode.GREEDY.ordinal()) {
      push(GIVE_BACK, pc, least, at);
    }
    return at;
  }

  /** As many as there are, up to a number. */
  private int most(int kind, int set, int from, int count) {
    int at = from;
    if (!utf && kind == Op.SET) {
      CharSet wanted = regex.sets[set];
      int last = count < end - at ? at + count : end;
      while (at < last && wanted.containsLow(subject[at] & 0xFF)) {
        at++;
      }
      return at;
    }
    for (int i = 0; i < count; i++) {
      int next = one(kind, set, at);
      if (next == FAILED) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** One character less, so that what follows can match there. */
  private boolean giveBack(int pc, int least, int from) {
    boolean whole = utf && code[pc + 1] != Op.ANY_BYTE;
    int following = code[pc + REPEAT_SIZE] == Op.BYTE ? code[pc + REPEAT_SIZE + 1] : -1;
    int at = from;
    tries++;
    do {
      if (at <= least) {
        return false;
      }
      at = whole ? Utf8.before(subject, at) : at - 1;
      step();
    } while (following >= 0 && (subject[at] & 0xFF) != following);
    if (at > least) {
      push(GIVE_BACK, pc, least, at);
    }
    resumeAt = at;
    return true;
  }

  private boolean takeMore(int pc, int from, int left) {
    int at = one(code[pc + 1], code[pc + 2], from);
    if (at == FAILED) {
      return false;
    }
    tries++;
    if (left > 1) {
      push(TAKE_MORE, pc, at, left == Integer.MAX_VALUE ? left : left - 1);
    }
    resumeAt = at;
    return true;
  }

  /** The place after one character of a kind, FAILED when another stands there. */
  private int one(int kind, int set, int at) {
    if (at >= end) {
      return FAILED;
    }
    boolean fits =
        switch (kind) {
          case Op.SET -> {
            int c = utf ? Utf8.at(subject, at) : subject[at] & 0xFF;
            CharSet wanted = regex.sets[set];
            if (c > 255) {
              work(wanted.cost());
            }
            yield wanted.contains(c);
          }
          case Op.DOT ->
              regex.newline == Newline.LF
                  ? subject[at] != '\n'
                  : regex.newline.lengthAt(subject, at, end, utf) == 0;
          default -> true;
        };
    return !fits ? FAILED : at + (utf && kind != Op.ANY_BYTE ? Utf8.length(subject, at) : 1);
  }

  private int cluster(int from) {
    GraphemeClusters cluster = new GraphemeClusters();
    int at = from;
    while (at < end && cluster.take(utf ? Utf8.at(subject, at) : subject[at] & 0xFF)) {
      at += utf ? Utf8.length(subject, at) : 1;
      step();
    }
    return at;
  }

  private int back(int from, int count) {
    if (!utf) {
      return from >= count ? from - count : FAILED;
    }
    int at = from;
    for (int i = 0; i < count; i++) {
      if (at == 0) {
        return FAILED;
      }
      at = Utf8.before(subject, at);
      step();
    }
    return at;
  }

  // Assertions, references and calls

  private boolean holds(RegexNode.Place place, int at) {
    return switch (place) {
      case SUBJECT_START -> at == 0;
      case BEGINNING -> at == 0 && !search.notBeginning;
      case SUBJECT_END -> at == end;
      case SUBJECT_END_OR_NEWLINE -> isLastLineEnd(at);
      case DOLLAR -> !search.notEnd && isLastLineEnd(at);
      case DOLLAR_END -> !search.notEnd && at == end;
      case LINE_START ->
          at == 0 ? !search.notBeginning : at < end && regex.newline.endsAt(subject, at, end, utf);
      case LINE_END ->
          at == end ? !search.notEnd : regex.newline.lengthAt(subject, at, end, utf) > 0;
      case MATCH_START -> at == searchStart;
      case WORD_BOUNDARY -> isWordBefore(at) != isWordAt(at);
      case NO_WORD_BOUNDARY -> isWordBefore(at) == isWordAt(at);
    };
  }

  private boolean isLastLineEnd(int at) {
    int newline = at == end ? 0 : regex.newline.lengthAt(subject, at, end, utf);
    return at == end || newline > 0 && at + newline == end;
  }

  private boolean isWordBefore(int at) {
    return at > 0 && isWordAt(utf ? Utf8.before(subject, at) : at - 1);
  }

  private boolean isWordAt(int at) {
    if (at >= end) {
      return false;
    }
    int c = utf ? Utf8.at(subject, at) : subject[at] & 0xFF;
    return CharClasses.isWord(c, (regex.options & RegexOption.UCP) != 0);
  }

  private boolean isSet(int[] groups) {
    for (int group : groups) {
      if (registers[2 * group] >= 0) {
        return true;
      }
    }
    return false;
  }

  private int reference(int[] groups, boolean caseless, int from) {
    for (int group : groups) {
      if (registers[2 * group] >= 0) {
        return same(registers[2 * group], registers[2 * group + 1], caseless, from);
      }
    }
    return FAILED;
  }

  private int same(int start, int stop, boolean caseless, int from) {
    int at = from;
    for (int i = start; i < stop; ) {
      step();
      if (at >= end) {
        return FAILED;
      }
      int wanted = utf ? Utf8.at(subject, i) : subject[i] & 0xFF;
      int c = utf ? Utf8.at(subject, at) : subject[at] & 0xFF;
      if (c != wanted && !(caseless && CaseFolding.isOther(c, wanted, utf))) {
        return FAILED;
      }
      i += utf ? Utf8.length(subject, i) : 1;
      at += utf ? Utf8.length(subject, at) : 1;
    }
    return at;
  }

  /** Whether the subroutine can be entered: not when it is under way at this very place. */
  private boolean call(int pc, int at) {
    int group = code[pc + 2];
    work(frames.size());
    for (Frame frame : frames) {
      if (frame.group == group && frame.at == at) {
        return false;
      }
    }
    int height = top;
    push(CALL_MARK, 0, 0, 0);
    int[] saved = registers.clone();
    process.allocated(saved, 4L * saved.length + 64);
    frames.add(new Frame(group, pc + 3, at, height, saved));
    return true;
  }

  private boolean isWithin(int group) {
    return !frames.isEmpty() && (group == -1 || frames.getLast().group == group);
  }
}

package dev.moonbeam.erlang.regex;

import dev.moonbeam.erlang.regex.RegexNode.Choice;
import dev.moonbeam.erlang.regex.RegexNode.Group;
import dev.moonbeam.erlang.regex.RegexNode.Mode;
import dev.moonbeam.erlang.regex.RegexNode.Repeat;
import dev.moonbeam.erlang.regex.RegexNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes instructions ({@link Op}) of a tree. Registers: start and end of each group, then where a
 * group being matched began, then what loops and assertions note.
 */
final class RegexCompiler {
  private static final int LARGEST = 1 << 18;

  private final boolean utf;
  private int registers;
  private int[] code = new int[64];
  private int size;
  private final List<CharSet> sets = new ArrayList<>();
  private final List<int[]> references = new ArrayList<>();
  private final Map<Integer, RegexNode> bodies = new HashMap<>();
  private final Map<Integer, Integer> subroutines = new HashMap<>();
  private final Map<Integer, List<Integer>> calls = new HashMap<>();

  /** Groups that are open where code is written now, and jumps to the end of what encloses it. */
  private Deque<Integer> open = new ArrayDeque<>();

  private List<Integer> accepts = new ArrayList<>();

  RegexCompiler(int groups, int options) {
    this.utf = (options & RegexOption.UTF) != 0;
    this.registers = 3 * (groups + 1);
  }

  int[] code() {
    return Arrays.copyOf(code, size);
  }

  CharSet[] sets() {
    return sets.toArray(CharSet[]::new);
  }

  int[][] references() {
    return references.toArray(int[][]::new);
  }

  int registers() {
    return registers;
  }

  void compile(RegexNode node) throws RegexSyntaxException {
    bodies.put(0, node);
    collect(node);
    scoped(node);
    emit(Op.MATCH);
    while (subroutines.size() < calls.size()) {
      for (int group : List.copyOf(calls.keySet())) {
        if (!subroutines.containsKey(group)) {
          subroutines.put(group, size);
          scoped(bodies.getOrDefault(group, RegexNode.EMPTY));
          emit(Op.RETURN);
        }
      }
    }
    calls.forEach((group, places) -> places.forEach(at -> code[at] = subroutines.get(group)));
  }

  /** Code with an end of its own, to which {@code (*ACCEPT)} goes. */
  private void scoped(RegexNode node) throws RegexSyntaxException {
    Deque<Integer> openBefore = open;
    List<Integer> acceptsBefore = accepts;
    open = new ArrayDeque<>();
    accepts = new ArrayList<>();
    write(node);
    accepts.forEach(this::land);
    open = openBefore;
    accepts = acceptsBefore;
  }

  private void collect(RegexNode node) {
    switch (node) {
      case Group group -> {
        bodies.putIfAbsent(group.number(), group);
        collect(group.body());
      }
      case Sequence(List<RegexNode> parts) -> parts.forEach(this::collect);
      case Choice(List<RegexNode> ways) -> ways.forEach(this::collect);
      case Repeat repeat -> collect(repeat.body());
      case RegexNode.Atomic atomic -> collect(atomic.body());
      case RegexNode.Look look -> collect(look.body());
      case RegexNode.Conditional conditional -> {
        collect(conditional.yes());
        if (conditional.no() != null) {
          collect(conditional.no());
        }
      }
      default -> {}
    }
  }

  private void emit(int... words) throws RegexSyntaxException {
    if (size + words.length > LARGEST) {
      throw new RegexSyntaxException("regular expression is too large", 0);
    }
    if (size + words.length > code.length) {
      code = Arrays.copyOf(code, code.length * 2);
    }
    System.arraycopy(words, 0, code, size, words.length);
    size += words.length;
  }

  /** Writes a jump whose last word is its target, to be known later; gives that word's place. */
  private int jump(int... words) throws RegexSyntaxException {
    emit(words);
    emit(0);
    return size - 1;
  }

  private void land(int place) {
    code[place] = size;
  }

  private int register() {
    return registers++;
  }

  private int set(CharSet set) {
    sets.add(set);
    return sets.size() - 1;
  }

  private int reference(List<Integer> numbers) {
    references.add(numbers.stream().mapToInt(Integer::intValue).toArray());
    return references.size() - 1;
  }

  private void write(RegexNode node) throws RegexSyntaxException {
    switch (node) {
      case RegexNode.Chars(CharSet set) -> writeSet(set);
      case RegexNode.AnyByte _ -> emit(Op.ANY_BYTE);
      case RegexNode.AnyChar(boolean newlines) -> emit(newlines ? Op.ANY_CHAR : Op.DOT);
      case RegexNode.Cluster _ -> emit(Op.CLUSTER);
      case Sequence(List<RegexNode> parts) -> {
        for (RegexNode part : parts) {
          write(part);
        }
      }
      case Choice(List<RegexNode> ways) -> writeChoice(ways);
      case Group(int number, RegexNode body) -> {
        emit(Op.OPEN, number);
        open.push(number);
        write(body);
        open.pop();
        emit(Op.CLOSE, number);
      }
      case Repeat repeat -> writeRepeat(repeat);
      case RegexNode.Assertion(RegexNode.Place place) -> emit(Op.ASSERT, place.ordinal());
      case RegexNode.BackReference(List<Integer> numbers, boolean caseless) ->
          emit(Op.REFERENCE, reference(numbers), caseless ? 1 : 0);
      case RegexNode.Look look -> writeLook(look);
      case RegexNode.StepBack(int characters) -> emit(Op.BACK, characters);
      case RegexNode.Atomic(RegexNode body) -> {
        int register = register();
        emit(Op.ATOMIC, register);
        write(body);
        emit(Op.ATOMIC_END, register);
      }
      case RegexNode.Call(int group) -> writeCall(group);
      case RegexNode.NamedCall(List<Integer> numbers) -> writeCall(numbers.getFirst());
      case RegexNode.Conditional conditional -> writeConditional(conditional);
      case RegexNode.Keep _ -> emit(Op.KEEP);
      case RegexNode.Control(RegexNode.Verb verb) -> writeVerb(verb);
    }
  }

  private void writeSet(CharSet set) throws RegexSyntaxException {
    int single = set.single();
    if (single >= 0 && (!utf || single < 128)) {
      emit(Op.BYTE, single);
    } else if (single >= 0) {
      for (byte b : Character.toString(single).getBytes(StandardCharsets.UTF_8)) {
        emit(Op.BYTE, b & 0xFF);
      }
    } else {
      emit(Op.SET, set(set));
    }
  }

  private void writeChoice(List<RegexNode> ways) throws RegexSyntaxException {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < ways.size() - 1; i++) {
      int next = jump(Op.SPLIT);
      write(ways.get(i));
      ends.add(jump(Op.JUMP));
      land(next);
    }
    write(ways.getLast());
    ends.forEach(this::land);
  }

  private void writeRepeat(Repeat repeat) throws RegexSyntaxException {
    if (repeat.max() == 0) {
      return;
    }
    int single =
        switch (repeat.body()) {
          case RegexNode.Chars _ -> Op.SET;
          case RegexNode.AnyByte _ -> Op.ANY_BYTE;
          case RegexNode.AnyChar(boolean newlines) -> newlines ? Op.ANY_CHAR : Op.DOT;
          default -> -1;
        };
    if (single >= 0) {
      int set = repeat.body() instanceof RegexNode.Chars(CharSet chars) ? set(chars) : 0;
      emit(Op.REPEAT, single, set, repeat.min(), repeat.max(), repeat.mode().ordinal());
      return;
    }
    if (repeat.mode() == Mode.POSSESSIVE) {
      int register = register();
      emit(Op.ATOMIC, register);
      writeLoop(repeat, false);
      emit(Op.ATOMIC_END, register);
    } else {
      writeLoop(repeat, repeat.mode() == Mode.LAZY);
    }
  }

  private void writeLoop(Repeat repeat, boolean lazy) throws RegexSyntaxException {
    int split = lazy ? Op.SPLIT_LAZY : Op.SPLIT;
    RegexNode body = repeat.body();
    if (repeat.min() == 1 && repeat.max() == 1) {
      write(body);
      return;
    }
    if (repeat.min() == 0 && repeat.max() == 1) {
      int exit = jump(split);
      write(body);
      land(exit);
      return;
    }
    // Only a loop without bound could go on for ever.
    int turn = repeat.max() < 0 && MatchStart.mayBeEmpty(body) ? register() : -1;
    if (repeat.max() < 0 && repeat.min() <= 1) {
      int top = size;
      int exit = repeat.min() == 0 ? jump(split) : -1;
      int leave = writeTurn(body, turn);
      if (repeat.min() == 1) {
        exit = jump(split);
      }
      emit(Op.JUMP, top);
      land(exit);
      if (leave >= 0) {
        land(leave);
      }
      return;
    }
    int counter = register();
    emit(Op.COUNT_RESET, counter);
    int top = size;
    int exit = jump(Op.COUNT_LOOP, counter, repeat.min(), repeat.max(), lazy ? 1 : 0);
    emit(Op.COUNT, counter);
    int leave = writeTurn(body, turn);
    emit(Op.JUMP, top);
    land(exit);
    if (leave >= 0) {
      land(leave);
    }
  }

  /** One turn of a loop; gives the jump out of it for a turn that matches nothing. */
  private int writeTurn(RegexNode body, int register) throws RegexSyntaxException {
    if (register < 0) {
      write(body);
      return -1;
    }
    emit(Op.TURN, register);
    write(body);
    return jump(Op.EXIT_IF_EMPTY, register);
  }

  private void writeLook(RegexNode.Look look) throws RegexSyntaxException {
    int register = register();
    register();
    int after = -1;
    if (look.negative()) {
      after = jump(Op.NOT_LOOK, register);
    } else {
      emit(Op.LOOK, register);
    }
    if (look.ahead()) {
      scoped(look.body());
    } else {
      List<RegexNode> ways = new ArrayList<>();
      for (RegexNode way : LookBehind.ways(look.body())) {
        ways.add(new Sequence(List.of(new RegexNode.StepBack(LookBehind.length(way)), way)));
      }
      scoped(ways.size() == 1 ? ways.getFirst() : new Choice(ways));
    }
    emit(look.negative() ? Op.NOT_LOOK_END : Op.LOOK_END, register);
    if (after >= 0) {
      land(after);
    }
  }

  private void writeCall(int group) throws RegexSyntaxException {
    emit(Op.CALL, 0, group);
    calls.computeIfAbsent(group, _ -> new ArrayList<>()).add(size - 2);
  }

  private void writeConditional(RegexNode.Conditional conditional) throws RegexSyntaxException {
    int no = -1;
    switch (conditional.condition()) {
      case RegexNode.IsSet(List<Integer> numbers) -> no = jump(Op.IF_SET, reference(numbers));
      case RegexNode.InRecursion(int group) -> no = jump(Op.IF_RECURSION, group);
      case RegexNode.Asserts(RegexNode.Look look) -> {
        // A choice that is made once: which way, then no way back.
        int register = register();
        emit(Op.ATOMIC, register);
        no = jump(Op.SPLIT);
        writeLook(look);
        emit(Op.ATOMIC_END, register);
      }
    }
    write(conditional.yes());
    int end = jump(Op.JUMP);
    land(no);
    if (conditional.no() != null) {
      write(conditional.no());
    }
    land(end);
  }

  private void writeVerb(RegexNode.Verb verb) throws RegexSyntaxException {
    switch (verb) {
      case FAIL -> emit(Op.FAIL);
      case COMMIT -> emit(Op.COMMIT);
      case PRUNE, THEN -> emit(Op.PRUNE);
      case SKIP -> emit(Op.SKIP);
      case ACCEPT -> {
        for (int group : open) {
          emit(Op.CLOSE, group);
        }
        accepts.add(jump(Op.JUMP));
      }
    }
  }
}

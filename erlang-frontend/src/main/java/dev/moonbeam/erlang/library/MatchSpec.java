package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Match specifications (ERTS user's guide, "Match Specifications in Erlang") as ETS uses them: a
 * list of {@code {Head, Guards, Body}}. Guards and bodies call the guard BIFs by the very tables
 * those are declared in.
 */
final class MatchSpec {
  private static final Atom ANY = Atom.of("_");
  private static final Atom WHOLE = Atom.of("$_");
  private static final Atom ALL = Atom.of("$$");
  private static final Atom CONST = Atom.of("const");
  private static final Atom EXIT = Atom.of("EXIT");
  private static final int DEEPEST = 200;

  private final List<Clause> clauses;

  private record Clause(Object head, Object[] guards, Object[] body) {}

  private MatchSpec(List<Clause> clauses) {
    this.clauses = clauses;
  }

  /** The guard BIFs by name and arity. */
  private static final class Functions {
    static final Map<String, Fun> BY_NAME = new HashMap<>();

    static {
      for (BuiltinTable table : ErlangLibrary.tables()) {
        List<BuiltinRow> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
          BuiltinRow row = rows.get(i);
          if (row.guard() && row.module().equals("erlang")) {
            BY_NAME.put(row.name() + "/" + row.arity(), table.link(i));
          }
        }
      }
    }

    private Functions() {}
  }

  /** Null when it is none. */
  static @Nullable MatchSpec of(Process process, Object specification) {
    Object[] all = Lists.toArray(process, specification);
    if (all == null) {
      return null;
    }
    List<Clause> clauses = new ArrayList<>();
    for (Object each : all) {
      if (!(each instanceof Tuple clause) || clause.size() != 3) {
        return null;
      }
      Object head = clause.get(0);
      Object[] guards = Lists.toArray(process, clause.get(1));
      Object[] body = Lists.toArray(process, clause.get(2));
      if (guards == null
          || body == null
          || body.length == 0
          || !(head instanceof Tuple) && !(head instanceof Atom a && (a == ANY || isVariable(a)))) {
        return null;
      }
      clauses.add(new Clause(head, guards, body));
    }
    return new MatchSpec(clauses);
  }

  /**
   * One clause without guards whose result is the whole tuple or its variables: what {@code
   * ets:match} uses.
   */
  static MatchSpec ofPattern(Object pattern, boolean whole) {
    return new MatchSpec(
        List.of(new Clause(pattern, new Object[0], new Object[] {whole ? WHOLE : ALL})));
  }

  /** The key that every tuple must have that can match, or null when there is no single one. */
  @Nullable Object boundKey(int keyPosition) {
    if (clauses.size() != 1
        || !(clauses.getFirst().head instanceof Tuple head)
        || head.size() < keyPosition) {
      return null;
    }
    Object key = head.get(keyPosition - 1);
    return isBound(key, 0) ? key : null;
  }

  private static boolean isBound(Object pattern, int depth) {
    return switch (pattern) {
      case Atom atom -> atom != ANY && !isVariable(atom);
      case Tuple tuple -> {
        if (depth > DEEPEST) {
          yield false;
        }
        for (Object element : tuple.elements()) {
          if (!isBound(element, depth + 1)) {
            yield false;
          }
        }
        yield true;
      }
      case Cons _, TermMap _ -> false;
      default -> true;
    };
  }

  static boolean isVariable(Atom atom) {
    return variable(atom) >= 0;
  }

  /** The number of {@code '$N'}, -1 for another atom. */
  private static int variable(Atom atom) {
    String name = atom.name();
    if (name.length() < 2 || name.length() > 9 || name.charAt(0) != '$') {
      return -1;
    }
    int number = 0;
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  /** The result of the first clause that matches, or null. */
  @Nullable Object run(Process process, Object term) {
    for (Clause clause : clauses) {
      Map<Integer, Object> bindings = new TreeMap<>();
      process.charge(1);
      if (match(process, clause.head, term, bindings)
          && guards(process, clause.guards, term, bindings)) {
        Object result = Atom.TRUE;
        for (Object expression : clause.body) {
          try {
            result = evaluate(process, expression, term, bindings, 0);
          } catch (Raise e) {
            // A body that fails gives the atom, as the manual says.
            result = EXIT;
          }
        }
        return result;
      }
    }
    return null;
  }

  private static boolean guards(
      Process process, Object[] guards, Object term, Map<Integer, Object> bindings) {
    for (Object guard : guards) {
      try {
        if (evaluate(process, guard, term, bindings, 0) != Atom.TRUE) {
          return false;
        }
      } catch (Raise e) {
        // A guard that fails is false.
        return false;
      }
    }
    return true;
  }

  /** Matches pattern against term; what is left to do waits on a stack. */
  private static boolean match(
      Process process, Object firstPattern, Object firstTerm, Map<Integer, Object> bindings) {
    Object[] stack = new Object[16];
    int top = 0;
    Object pattern = firstPattern;
    Object term = firstTerm;
    int work = 0;
    for (; ; ) {
      if ((++work & 31) == 0) {
        process.charge(8);
      }
      boolean matched;
      switch (pattern) {
        case Atom atom -> {
          int number = variable(atom);
          if (number >= 0) {
            Object bound = bindings.putIfAbsent(number, term);
            matched = bound == null || TermOrder.exactlyEqual(bound, term, process);
          } else {
            matched = atom == ANY || atom == term;
          }
        }
        case Tuple tuple -> {
          matched = term instanceof Tuple other && other.size() == tuple.size();
          if (matched) {
            Tuple other = (Tuple) term;
            while (top + 2 * tuple.size() > stack.length) {
              stack = Arrays.copyOf(stack, stack.length * 2);
            }
            for (int i = tuple.size() - 1; i >= 0; i--) {
              stack[top++] = tuple.get(i);
              stack[top++] = other.get(i);
            }
          }
        }
        case Cons cell -> {
          matched = term instanceof Cons;
          if (matched) {
            Cons other = (Cons) term;
            if (top + 2 > stack.length) {
              stack = Arrays.copyOf(stack, stack.length * 2);
            }
            stack[top++] = cell.tail;
            stack[top++] = other.tail;
            pattern = cell.head;
            term = other.head;
            continue;
          }
        }
        case TermMap map -> {
          matched = term instanceof TermMap;
          if (matched) {
            Object[] keys = map.keys();
            Object[] values = map.values();
            while (top + 2 * keys.length > stack.length) {
              stack = Arrays.copyOf(stack, stack.length * 2);
            }
            for (int i = 0; i < keys.length && matched; i++) {
              Object value = ((TermMap) term).get(keys[i], process);
              matched = value != null;
              if (value != null) {
                stack[top++] = values[i];
                stack[top++] = value;
              }
            }
          }
        }
        default -> matched = TermOrder.exactlyEqual(pattern, term, process);
      }
      if (!matched) {
        return false;
      }
      if (top == 0) {
        return true;
      }
      term = stack[--top];
      pattern = stack[--top];
    }
  }

  private static Object evaluate(
      Process process, Object expression, Object term, Map<Integer, Object> bindings, int depth) {
    process.charge(1);
    if (depth > DEEPEST) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
    switch (expression) {
      case Atom atom -> {
        if (atom == WHOLE) {
          return term;
        }
        if (atom == ALL) {
          return Cons.list(bindings.values().toArray());
        }
        int number = variable(atom);
        if (number < 0) {
          return atom;
        }
        Object bound = bindings.get(number);
        if (bound == null) {
          throw Errors.error(process, Errors.BADARG);
        }
        return bound;
      }
      case Cons _ -> {
        List<Object> elements = new ArrayList<>();
        Object rest = expression;
        for (; rest instanceof Cons cell; rest = cell.tail) {
          elements.add(evaluate(process, cell.head, term, bindings, depth + 1));
        }
        Object tail = rest == Nil.EMPTY ? rest : evaluate(process, rest, term, bindings, depth + 1);
        return Cons.listWithTail(tail, elements.toArray());
      }
      case TermMap map -> {
        TermMap.Builder built = new TermMap.Builder(process);
        Object[] keys = map.keys();
        Object[] values = map.values();
        for (int i = 0; i < keys.length; i++) {
          built.put(
              evaluate(process, keys[i], term, bindings, depth + 1),
              evaluate(process, values[i], term, bindings, depth + 1));
        }
        return built.build();
      }
      case Tuple call -> {
        return call(process, call, term, bindings, depth);
      }
      default -> {
        return expression;
      }
    }
  }

  private static Object call(
      Process process, Tuple call, Object term, Map<Integer, Object> bindings, int depth) {
    if (call.size() == 1 && call.get(0) instanceof Tuple made) {
      Object[] elements = new Object[made.size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = evaluate(process, made.get(i), term, bindings, depth + 1);
      }
      return new Tuple(elements);
    }
    if (call.size() == 0 || !(call.get(0) instanceof Atom name)) {
      throw Errors.error(process, Errors.BADARG);
    }
    if (name == CONST && call.size() == 2) {
      return call.get(1);
    }
    boolean and = name.name().equals("andalso");
    if (and || name.name().equals("orelse")) {
      Object last = Atom.of(and);
      for (int i = 1; i < call.size(); i++) {
        last = evaluate(process, call.get(i), term, bindings, depth + 1);
        if (last != Atom.of(and)) {
          return last;
        }
      }
      return last;
    }
    Object[] arguments = new Object[call.size() - 1];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = evaluate(process, call.get(i + 1), term, bindings, depth + 1);
    }
    // "and", "or" and "xor" take any number of operands here.
    boolean chained =
        arguments.length > 2
            && (name.name().equals("and") || name.name().equals("or") || name.name().equals("xor"));
    Fun function = Functions.BY_NAME.get(name.name() + "/" + (chained ? 2 : arguments.length));
    if (function == null) {
      throw Errors.error(process, Errors.BADARG);
    }
    if (chained) {
      Object value = arguments[0];
      for (int i = 1; i < arguments.length; i++) {
        value = function.call2(process, value, arguments[i]);
      }
      return value;
    }
    return function.callN(process, arguments);
  }
}

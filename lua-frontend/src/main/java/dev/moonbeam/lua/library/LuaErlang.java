package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.AnyMessage;
import dev.moonbeam.core.process.AtomsMade;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Sequence;
import dev.moonbeam.lua.runtime.Snapshot;
import dev.moonbeam.policy.Limit;
import java.util.Arrays;

/**
 * Library {@code erlang} (by {@code require "erlang"}): the values Lua has no syntax for,
 * processes, messages, and calls of Erlang modules. Tuples, lists and maps answer to {@code
 * value[key]} and {@code #value}.
 */
@BuiltinModule(
    value = "erlang",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaErlang {
  private static final int LONGEST_ATOM = 255;

  private LuaErlang() {}

  // ------------------------------------------------------------------------------------------------------------ values

  @Builtin("atom")
  public static Object atom(Process process, Object name) {
    String text = Arguments.string(process, "atom", 1, name).toString();
    if (text.codePointCount(0, text.length()) > LONGEST_ATOM) {
      throw Arguments.error(process, "atom", 1, "atom longer than 255 characters");
    }
    Atom present = Atom.existing(text);
    if (present != null) {
      return present;
    }
    process.charge(20);
    Atom fresh = AtomsMade.make(process, text);
    process.allocated(fresh, 80L + text.length());
    return fresh;
  }

  @Builtin("tuple")
  public static Object tuple(Process process, Object[] elements) {
    process.charge(elements.length >> 3);
    Tuple tuple = new Tuple(elements);
    process.allocated(tuple, 32 + 4L * elements.length);
    return tuple;
  }

  /** The elements of a table's sequence, or the arguments, as a list. */
  @Builtin("list")
  public static Object list(Process process, Object[] arguments) {
    Object[] elements = arguments;
    if (arguments.length == 1 && arguments[0] instanceof LuaTable table) {
      long length = Sequence.length(process, table);
      process.reserve(24 * length);
      elements =
          Sequence.elements(
              process, table, 1, Math.toIntExact(Math.min(length, Integer.MAX_VALUE / 8)));
    }
    process.charge(elements.length >> 2);
    Object list = Cons.list(elements);
    process.allocated(list, 24L * elements.length);
    return list;
  }

  /** The fields of a table as a map. */
  @Builtin("map")
  public static Object map(Process process, Object table) {
    TermMap[] map = {TermMap.empty()};
    if (table != Arguments.ABSENT) {
      Arguments.table(process, "map", 1, table)
          .forReading(process)
          .forEach(
              (key, value) -> {
                process.charge(4);
                map[0] = map[0].put(key, value);
              });
    }
    process.allocated(map[0], 40L * map[0].size());
    return map[0];
  }

  /** A tuple or list as a sequence, a map as a table with its keys. */
  @Builtin("totable")
  public static Object toTable(Process process, Object value) {
    LuaTable table = LuaTable.create(process);
    switch (value) {
      case Tuple tuple -> {
        for (int i = 0; i < tuple.size(); i++) {
          process.charge(1);
          Access.rawSet(process, table, i + 1L, tuple.get(i));
        }
      }
      case Nil _ -> {}
      case Cons list -> {
        Object rest = list;
        for (long i = 1; rest instanceof Cons cell; i++, rest = cell.tail) {
          process.charge(1);
          Access.rawSet(process, table, i, cell.head);
        }
      }
      case TermMap map ->
          map.forEach(
              (key, element) -> {
                process.charge(1);
                Access.rawSet(process, table, key, element);
              });
      default -> throw Arguments.typeError(process, "totable", 1, "tuple, list or map", value);
    }
    return table;
  }

  /** What Erlang calls the kind of a value. */
  @Builtin("type")
  public static Object type(Process process, Object value) {
    return Binary.of(
        switch (Arguments.any(process, "type", 1, value)) {
          case Atom _ -> "atom";
          case Long _ -> "integer";
          case java.math.BigInteger _ -> "integer";
          case Double _ -> "float";
          case Binary _ -> "binary";
          case Tuple _ -> "tuple";
          case Cons _ -> "list";
          case Nil _ -> "list";
          case TermMap _ -> "map";
          case Pid _ -> "pid";
          case Ref _ -> "reference";
          case Fun _ -> "function";
          default -> "opaque";
        });
  }

  /** As Erlang writes it. */
  @Builtin("tostring")
  public static Object print(Process process, Object value) {
    return Binary.of(TermPrinter.pretty(Arguments.any(process, "tostring", 1, value), 80, process));
  }

  /** {@code value[key]} of a tuple, list or map; a string finds the atom of that name, too. */
  static Object element(Process process, Object value, Object key) {
    return switch (value) {
      case Tuple tuple when key instanceof Long index ->
          index >= 1 && index <= tuple.size() ? tuple.get((int) (index - 1)) : Atom.NIL;
      case Cons list when key instanceof Long index -> nth(process, list, index);
      case TermMap map -> {
        Object found = map.get(key);
        if (found == null && key instanceof Binary name) {
          Atom atom = Atom.existing(name.toString());
          found = atom == null ? null : map.get(atom);
        }
        yield found == null ? Atom.NIL : found;
      }
      case Tuple _, Cons _, Nil _ -> Atom.NIL;
      default ->
          throw LuaError.library(
              process, "attempt to index a " + LuaError.typeName(process, value) + " value");
    };
  }

  private static Object nth(Process process, Cons list, long index) {
    Object rest = list;
    for (long at = 1; rest instanceof Cons cell; at++, rest = cell.tail) {
      if (at == index) {
        return cell.head;
      }
      process.charge((at & 7) == 0 ? 1 : 0);
    }
    return Atom.NIL;
  }

  /** {@code #value}. */
  static Object size(Process process, Object value) {
    return switch (value) {
      case Tuple tuple -> (long) tuple.size();
      case TermMap map -> (long) map.size();
      case Nil _ -> 0L;
      case Cons list -> {
        long length = 0;
        for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
          length++;
          process.charge((length & 7) == 0 ? 1 : 0);
        }
        yield length;
      }
      default ->
          throw LuaError.library(
              process,
              "attempt to get length of a " + LuaError.typeName(process, value) + " value");
    };
  }

  // --------------------------------------------------------------------------------------------------------- processes

  @Builtin("self")
  public static Object self(Process process) {
    return process.pid();
  }

  /** Sends a copy of the message to a process or a registered name; gives the message back. */
  @Builtin(value = "send", cost = 5)
  public static Object send(Process process, Object to, Object message) {
    process.send(
        destination(process, "send", to),
        Snapshot.of(process, Arguments.any(process, "send", 2, message)));
    return message;
  }

  private static Pid destination(Process process, String function, Object to) {
    if (to instanceof Pid pid) {
      return pid;
    }
    Atom name =
        to instanceof Binary text
            ? Atom.existing(text.toString())
            : to instanceof Atom atom ? atom : null;
    Pid registered = name == null ? null : process.node().whereis(name);
    if (registered == null) {
      if (to instanceof Binary || to instanceof Atom) {
        throw Arguments.error(process, function, 1, "no process is registered under that name");
      }
      throw Arguments.typeError(process, function, 1, "pid or name", to);
    }
    return registered;
  }

  /** The oldest message; waits for one, at most so many milliseconds, then gives nil. */
  @Builtin(value = "receive", cost = 5)
  public static Object receive(Process process, Object timeout) {
    long deadline = Long.MAX_VALUE;
    if (!Arguments.isNil(timeout)) {
      deadline = Process.deadline(Math.max(0, Arguments.integer(process, "receive", 1, timeout)));
    }
    return new AnyMessage("function 'erlang.receive'", deadline, AnyMessage.TAKEN, Atom.NIL)
        .call0(process);
  }

  /** Starts a process that calls the function on a fork of this state; gives its pid. */
  @Builtin(value = "spawn", cost = 50)
  public static Object spawn(Process process, Object function, Object[] arguments) {
    if (!(function instanceof Fun body)) {
      throw Arguments.typeError(process, "spawn", 1, "function", function);
    }
    LuaState fork = LuaState.of(process).fork(process);
    return process.spawn(new Start(fork, body), arguments);
  }

  private static final class Start extends Fun {
    private final LuaState state;
    private final Fun body;

    Start(LuaState state, Fun body) {
      this.state = state;
      this.body = body;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public String displayName() {
      return body.displayName();
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      state.attach(process);
      return Special.tailCall(body, arguments);
    }
  }

  @Builtin("whereis")
  public static Object whereis(Process process, Object name) {
    Atom atom =
        name instanceof Atom given
            ? given
            : Atom.existing(Arguments.string(process, "whereis", 1, name).toString());
    Pid pid = atom == null ? null : process.node().whereis(atom);
    return pid == null ? Atom.NIL : pid;
  }

  @Builtin("register")
  public static Object register(Process process, Object name, Object pid) {
    Object atom = name instanceof Atom ? name : atom(process, name);
    Object who = pid == Arguments.ABSENT ? process.pid() : pid;
    if (!(who instanceof Pid registered)) {
      throw Arguments.typeError(process, "register", 2, "pid", who);
    }
    return Atom.of(process.node().register((Atom) atom, registered));
  }

  /** Calls a function of an Erlang module; an exception becomes an error with its reason. */
  @Builtin(value = "call", cost = 5)
  public static Object call(Process process, Object module, Object function, Object[] arguments) {
    String m =
        module instanceof Atom atom
            ? atom.name()
            : Arguments.string(process, "call", 1, module).toString();
    String f =
        function instanceof Atom atom
            ? atom.name()
            : Arguments.string(process, "call", 2, function).toString();
    if (m.length() > LONGEST_ATOM || f.length() > LONGEST_ATOM) {
      throw process.exceeded(Limit.ATOMS, process.node().policy().limit(Limit.ATOMS));
    }
    Fun target = process.node().code().external(m, f, arguments.length);
    Object[] copies = new Object[arguments.length];
    Arrays.setAll(copies, i -> Snapshot.of(process, arguments[i]));
    return process.call(target, copies);
  }
}

package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.BadTarget;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.LoaderNames;
import dev.moonbeam.core.code.UndefinedFunction;
import dev.moonbeam.core.process.FramesBelow;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.ErlangLibrary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces as Erlang sees them: a list of {@code {Module, Function, ArityOrArguments,
 * Location}}, made from the Java stack that the exception recorded, when somebody asks. Frames of
 * generated code are known by their class loader; builtins and operators by the tables they are
 * declared in, and only on top, as in OTP, where a builtin that calls back into code has no frame
 * of its own. Arguments stand in the top entry when the exception has them.
 *
 * <p>The JVM keeps frames that the BEAM has not: of functions that called in tail position. Those
 * are known by their marked lines ({@link GeneratedCode#isTailCall}) and left out.
 */
public final class StackTraces {
  /**
   * Attribute of a module: a map from functions, as atoms {@code f/1}, to the files they stand in
   * where that is not the module's.
   */
  public static final String FILES = "files";

  /** Entries of a trace: OTP's default of {@code backtrace_depth}. */
  private static final int DEPTH = 8;

  private static final Atom FILE = Atom.of("file");
  private static final Atom LINE = Atom.of("line");
  private static final Atom ERROR_INFO = Atom.of("error_info");
  private static final Atom MODULE = Atom.of("module");
  private static final Atom ERLANG = Atom.of("erlang");

  /** Operators by the name of the method that does them. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("add", "+"),
          Map.entry("addDouble", "+"),
          Map.entry("plus", "+"),
          Map.entry("subtract", "-"),
          Map.entry("subtractDouble", "-"),
          Map.entry("negate", "-"),
          Map.entry("multiply", "*"),
          Map.entry("multiplyDouble", "*"),
          Map.entry("divide", "/"),
          Map.entry("divideDouble", "/"),
          Map.entry("divLong", "div"),
          Map.entry("remLong", "rem"),
          Map.entry("append", "++"),
          Map.entry("subtractLists", "--"),
          Map.entry("div", "div"),
          Map.entry("rem", "rem"),
          Map.entry("band", "band"),
          Map.entry("bor", "bor"),
          Map.entry("bxor", "bxor"),
          Map.entry("bnot", "bnot"),
          Map.entry("bsl", "bsl"),
          Map.entry("bsr", "bsr"),
          Map.entry("and", "and"),
          Map.entry("or", "or"),
          Map.entry("xor", "xor"),
          Map.entry("not", "not"));

  /** Builtins that raise on behalf of the function that calls them. */
  private static final Set<String> RAISING = Set.of("error", "exit", "throw", "raise", "nif_error");

  private StackTraces() {}

  /** Builtins by the Java method that does them; filled at the first trace. */
  private static final class Builtins {
    static final Map<String, List<BuiltinRow>> BY_METHOD = new HashMap<>();

    static {
      for (BuiltinTable table : ErlangLibrary.tables()) {
        for (BuiltinRow row : table.rows()) {
          if (row.module().equals("erlang") && RAISING.contains(row.name())) {
            continue;
          }
          BY_METHOD
              .computeIfAbsent(row.owner() + "." + row.method(), _ -> new ArrayList<>(2))
              .add(row);
        }
      }
    }

    private Builtins() {}
  }

  /**
   * The trace of an exception that {@code process} looks at; empty when none was recorded. Frames
   * on other threads than the one that raised it are added as they stand now: nothing has returned
   * from them since.
   */
  public static Object of(Process process, Raise raise) {
    return of(raise, process);
  }

  /** The trace of an exception that left its process's code; empty when none was recorded. */
  public static Object of(Raise raise) {
    return of(raise, null);
  }

  /** The stack of a process as it stands. */
  public static Object now(Process process) {
    Entries entries = new Entries(null, null, List.of());
    for (StackTraceElement frame : process.stack()) {
      if (LoaderNames.of(frame) != null && !entries.add(frame)) {
        break;
      }
    }
    return entries.list();
  }

  /** A trace that a script gives, as far as one is kept. */
  public static Object shortened(Object trace) {
    List<Object> entries = new ArrayList<>(DEPTH);
    Object rest = trace;
    while (rest instanceof Cons cell && entries.size() < DEPTH) {
      entries.add(cell.head);
      rest = cell.tail;
    }
    return rest instanceof Cons ? Cons.list(entries.toArray()) : trace;
  }

  private static Object of(Raise raise, @Nullable Process process) {
    if (raise instanceof ErlangRaise given && given.givenTrace() != null) {
      return given.givenTrace();
    }
    ErlangRaise own = raise instanceof ErlangRaise erlang ? erlang : null;
    Entries entries =
        new Entries(
            own == null ? null : own.arguments(),
            own == null ? null : own.information(),
            raise.turns());
    if (raise instanceof UndefinedFunction missing) {
      entries.list.add(
          new Tuple(
              Atom.of(missing.module()),
              Atom.of(missing.function()),
              Cons.list(missing.arguments()),
              Nil.EMPTY));
    }
    if (raise instanceof BadTarget bad) {
      Object[] call = {bad.module(), bad.function(), Cons.list(bad.arguments())};
      entries.list.add(entry(ERLANG, Atom.of("apply"), 3, call, location("erl_erts_errors")));
    }
    StackTraceElement[] recorded = raise.getStackTrace();
    boolean more = recorded.length > 0;
    for (int i = 0; more && i < recorded.length; i++) {
      more = entries.add(recorded[i]);
    }
    if (more && process != null) {
      for (StackTraceElement frame : FramesBelow.of(process)) {
        if (!entries.add(frame)) {
          break;
        }
      }
    }
    return entries.list();
  }

  /** The entries of one trace while its frames come by, innermost first. */
  private static final class Entries {
    final List<Object> list = new ArrayList<>(DEPTH);

    /** What the top entry shows in place of an arity; null once it is there. */
    private Object @Nullable [] arguments;

    /** What the top entry says beside its place; null once it is there. */
    private @Nullable TermMap information;

    private @Nullable Object builtin;
    private @Nullable CompiledFunction inner;

    /** What a function waits for; {@code callee} is null for the one that raised. */
    private record Call(GeneratedCode code, String function, long line, @Nullable String callee) {}

    /** Of the latest entry: recursion by one call has one entry, as in OTP. */
    private @Nullable Call last;

    private record Place(GeneratedCode code, CompiledFunction function, long line) {}

    /**
     * Where a function has called in tail position: that counts only if what the function is a part
     * of has not.
     */
    private @Nullable Place forgotten;

    /** Of frames still to come by. */
    private final Deque<Raise.Turns> turns;

    Entries(Object @Nullable [] arguments, @Nullable TermMap information, List<Raise.Turns> turns) {
      this.arguments = arguments;
      this.information = information;
      this.turns = new ArrayDeque<>(turns);
    }

    /** Whether there is room for more. */
    boolean add(StackTraceElement frame) {
      GeneratedCode code = LoaderNames.of(frame);
      if (code == null) {
        if (list.isEmpty()) {
          // The outermost of several builtins that call one another is the one the script called.
          Object entry = builtin(frame, arguments);
          if (entry != null && (builtin == null || arguments == null || hasArguments(entry))) {
            builtin = entry;
          }
        }
        return true;
      }
      boolean stays = !code.isTailCall(frame.getLineNumber()) || list.isEmpty() && isOfCaller();
      flush();
      CompiledFunction function = code.function(frame.getClassName(), frame.getMethodName());
      if (function == null) {
        inner = null;
        return true;
      }
      Place place = new Place(code, function, code.sourceLine(frame.getLineNumber()));
      String callee = inner == null ? latest() : inner.displayName();
      if (inner == null || !inner.isPartOf(function)) {
        forgotten = stays ? null : place;
        if (stays) {
          add(place, callee);
        }
      } else if (stays && forgotten != null) {
        add(forgotten, callee);
        forgotten = null;
      }
      inner = function;
      Raise.Turns here = turns.peek();
      if (here != null && here.function().name().equals(function.name().toString())) {
        turns.remove();
        here.lines().forEach(line -> add(new Place(code, function, line), function.displayName()));
      }
      return list.size() < DEPTH;
    }

    /**
     * Whether what raised did so on behalf of its caller, by itself or in a function that OTP has
     * in C: then a trace shows the caller even if it called in tail position.
     */
    private boolean isOfCaller() {
      return !(builtin instanceof Tuple entry)
          || NativeFunctions.contains((Atom) entry.get(0), (Atom) entry.get(1));
    }

    private @Nullable String latest() {
      return last == null ? null : last.function();
    }

    private void add(Place place, @Nullable String callee) {
      Call call = new Call(place.code, place.function.displayName(), place.line, callee);
      if (list.size() < DEPTH && !call.equals(last)) {
        list.add(entry(place.code, place.function, place.line, arguments, information));
        arguments = null;
        information = null;
        last = call;
      }
    }

    private void flush() {
      if (builtin != null) {
        list.add(builtin);
        builtin = null;
        arguments = null;
      }
    }

    Object list() {
      flush();
      return Cons.list(list.toArray());
    }
  }

  private static Object entry(
      GeneratedCode code,
      CompiledFunction function,
      long line,
      Object @Nullable [] arguments,
      @Nullable TermMap information) {
    String shown = function.displayName();
    int slash = shown.lastIndexOf('/');
    boolean plain = slash > 0 && isNumber(shown, slash + 1);
    // A fun is shown with its own name, which has a slash in the middle, and counts what it
    // captured.
    Atom name = Atom.of(plain ? shown.substring(0, slash) : shown);
    long arity =
        plain
            ? Long.parseLong(shown, slash + 1, shown.length(), 10)
            : function.captured() + function.arity();
    Object location = Nil.EMPTY;
    if (line > 0) {
      location =
          Cons.list(new Tuple(FILE, text(file(code.compiled(), shown))), new Tuple(LINE, line));
    }
    if (information != null) {
      Tuple more = new Tuple(ERROR_INFO, information);
      location =
          location instanceof Cons place
              ? Cons.list(place.head, ((Cons) place.tail).head, more)
              : Cons.list(more);
    }
    return new Tuple(
        Atom.of(code.compiled().name()),
        name,
        arguments == null ? (Object) arity : Cons.list(arguments),
        location);
  }

  /**
   * Functions that come from a header, or stand behind a {@code -file}, have files of their own.
   */
  private static String file(CompiledModule module, String shown) {
    if (module.attributes().get(FILES) instanceof TermMap files) {
      // A fun is of the file of its function: -f/1-fun-0-.
      int fun = shown.startsWith("-") ? shown.indexOf("-fun-") : -1;
      String function = fun < 0 ? shown : shown.substring(1, fun);
      if (files.get(Atom.of(function)) instanceof Atom file) {
        return file.name();
      }
    }
    return module.sourceFile();
  }

  private static boolean isNumber(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < text.length();
  }

  private static @Nullable Object builtin(StackTraceElement frame, Object @Nullable [] arguments) {
    if (frame.getClassName().equals(Operators.class.getName())) {
      String symbol = OPERATORS.get(frame.getMethodName());
      if (symbol == null) {
        return null;
      }
      long arity = arguments == null ? 2 : arguments.length;
      return entry(ERLANG, Atom.of(symbol), arity, arguments, location("erl_erts_errors"));
    }
    List<BuiltinRow> rows =
        Builtins.BY_METHOD.get(frame.getClassName() + "." + frame.getMethodName());
    if (rows == null) {
      return null;
    }
    BuiltinRow row = rows.getFirst();
    for (BuiltinRow each : rows) {
      if (arguments != null && each.arity() == arguments.length) {
        row = each;
      }
    }
    return entry(
        Atom.of(row.module()),
        Atom.of(row.name()),
        row.arity(),
        arguments,
        location(row.module().equals("erlang") ? "erl_erts_errors" : "erl_stdlib_errors"));
  }

  private static boolean hasArguments(Object entry) {
    return !(((Tuple) entry).get(2) instanceof Long);
  }

  private static Object location(String explainer) {
    return Cons.list(new Tuple(ERROR_INFO, TermMap.of(MODULE, Atom.of(explainer))));
  }

  private static Object entry(
      Atom module, Atom name, long arity, Object @Nullable [] arguments, Object location) {
    Object count = arguments != null && arguments.length == arity ? Cons.list(arguments) : arity;
    return new Tuple(module, name, count, location);
  }

  private static Object text(String text) {
    Object list = Nil.EMPTY;
    for (int i = text.length() - 1; i >= 0; i--) {
      list = new Cons((long) text.charAt(i), list);
    }
    return list;
  }
}

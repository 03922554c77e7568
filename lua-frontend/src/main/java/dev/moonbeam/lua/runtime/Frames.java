package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.LoaderNames;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Coroutine;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.lua.library.LibraryNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java stack read as a Lua stack: which Lua and library functions are running, innermost first.
 *
 * <p>A frame of a class that a module's loader defined, other than a function value's bridge, is a
 * Lua function; a bridge of a builtin is a library function. Everything else on the stack is
 * machinery. The stack is walked only when an error is made or a script asks; where a computation
 * goes on over several stack segments, only the topmost is seen.
 */
public final class Frames {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /**
   * In the name of a function that the compiler cut off another one; no Lua function's name has it.
   */
  private static final char PIECE = '-';

  /** The method at the bottom of a coroutine's stack. */
  private static final String COROUTINE_BODY = "run";

  private static final String METAMETHODS = MetamethodCalls.class.getName();

  private Frames() {}

  /**
   * One function on the stack.
   *
   * @param code where a Lua function's code is; null for a library function
   * @param method of a Lua function: the Java method's name; of a library function: its Java class
   * @param line current line of a Lua function, 0 or less for unknown
   * @param called what it was called as, where no call in its caller's source says so
   * @param activation what tracing knows of it
   */
  public record Frame(
      @Nullable GeneratedCode code,
      String method,
      int line,
      @Nullable VariableName called,
      @Nullable Activation activation) {
    Frame(@Nullable GeneratedCode code, String method, int line) {
      this(code, method, isStripped(code) ? -1 : line, null, null);
    }

    private static boolean isStripped(@Nullable GeneratedCode code) {
      return code != null && code.compiled().attributes().containsKey(Prototype.STRIPPED);
    }

    /** Whether it is a Lua function without debug information. */
    boolean isStripped() {
      return isStripped(code);
    }

    private Frame calledAs(VariableName name) {
      return new Frame(code, method, line, name, activation);
    }

    private Frame with(Activation known) {
      return new Frame(code, method, line, called, known);
    }

    /** Whether it took the place of who called it. */
    public boolean isTailCall() {
      return activation != null && activation.isTailCall();
    }

    public boolean isLibrary() {
      return code == null;
    }

    /** The chunk's name, {@code [C]} for a library function. */
    public String file() {
      return code == null ? "[C]" : code.compiled().sourceFile();
    }

    /** What is known of a Lua function; null for a library function. */
    public @Nullable CompiledFunction function() {
      if (code != null) {
        for (CompiledFunction each : code.compiled().functions()) {
          if (each.method().equals(method)) {
            return each;
          }
        }
      }
      return null;
    }

    /** What the calls on this frame's current line call their functions. */
    List<VariableName> calls() {
      CompiledFunction function = function();
      return function != null
              && code != null
              && code.compiled().attributes().get(CallTable.ATTRIBUTE) instanceof CallTable table
          ? table.at(function.line(), line)
          : List.of();
    }
  }

  /**
   * {@code chunk:line: } of the function at a level, 1 being the innermost Lua or library function;
   * may be empty.
   */
  static String where(int level) {
    if (level < 1) {
      return "";
    }
    List<Frame> frames = innermost(level);
    if (frames.size() < level) {
      return "";
    }
    Frame frame = frames.get(level - 1);
    if (level == 1 && frame.isStripped()) {
      return "?:-1: ";
    }
    return frame.isLibrary() || frame.line <= 0 ? "" : frame.file() + ":" + frame.line + ": ";
  }

  /** Up to that many frames of the running function and its callers. */
  public static List<Frame> innermost(int count) {
    return WALKER.walk(
        stack -> {
          List<Frame> found = new ArrayList<>();
          Class<?> last = null;
          for (var each = stack.iterator(); found.size() < count && each.hasNext(); ) {
            StackWalker.StackFrame frame = each.next();
            Class<?> type = frame.getDeclaringClass();
            if (type == Coroutine.class && frame.getMethodName().equals(COROUTINE_BODY)) {
              break; // Its resumer stands on the same Java stack, but not on Lua's.
            }
            boolean bridge = Fun.class.isAssignableFrom(type);
            if (type.getClassLoader() instanceof GeneratedCode code) {
              if (!bridge) {
                add(found, new Frame(code, frame.getMethodName(), frame.getLineNumber()));
              }
            } else if (bridge && type != last && type != Fun.class) {
              found.add(new Frame(null, type.getName(), -1));
            } else if (type == MetamethodCalls.class && !found.isEmpty()) {
              name(found, frame.getMethodName());
            }
            last = type;
          }
          return found;
        });
  }

  /**
   * Joins frames of the Java stack with the activations of the same coroutine, both innermost
   * first. Activations that the stack does not show become frames, too: those of a library function
   * before it runs, and what is beyond the part of the stack that was walked.
   */
  static List<Frame> join(List<Frame> stack, @Nullable Activation innermost) {
    if (innermost == null) {
      return stack;
    }
    List<Frame> joined = new ArrayList<>();
    Activation next = innermost;
    for (Frame frame : stack) {
      Frame above = joined.isEmpty() ? null : joined.getLast();
      if (next != null && next.hooked && next.isLibrary() && isHook(above)) {
        joined.add(of(next));
        next = next.caller;
      }
      if (next != null && isOf(frame, next)) {
        joined.add(frame.with(next));
        next = next.caller;
      } else {
        joined.add(frame);
      }
    }
    for (; next != null; next = next.caller) {
      joined.add(of(next));
    }
    return joined;
  }

  private static boolean isHook(@Nullable Frame frame) {
    return frame != null && frame.called() == MetamethodCalls.HOOK;
  }

  private static boolean isOf(Frame frame, Activation activation) {
    if (activation.isLibrary()) {
      return frame.isLibrary() && frame.method().equals(activation.function.getClass().getName());
    }
    // Of a function in pieces, the innermost piece is its frame.
    return activation.function instanceof ModuleFun function
        && frame.code() == function.loader()
        && frame.function() instanceof CompiledFunction running
        && running.line() == function.function().line()
        && running.displayName().equals(function.displayName());
  }

  private static Frame of(Activation activation) {
    return activation.function instanceof ModuleFun function
        ? new Frame(function.loader(), function.function().method(), activation.line)
            .with(activation)
        : new Frame(null, activation.function.getClass().getName(), -1).with(activation);
  }

  /** Adds a frame, unless it is where the function in the frame before was cut in pieces. */
  private static void add(List<Frame> found, Frame frame) {
    if (!found.isEmpty() && found.getLast().code() == frame.code()) {
      CompiledFunction inner = found.getLast().function();
      CompiledFunction outer = frame.function();
      if (inner != null
          && outer != null
          && isPiece(inner)
          && inner.displayName().equals(outer.displayName())
          && inner.line() == outer.line()) {
        return;
      }
    }
    found.add(frame);
  }

  /** Whether the compiler cut it off another function. */
  static boolean isPiece(CompiledFunction function) {
    return function.name().name().indexOf(PIECE) > 0;
  }

  /** Names the frame found last by the method of {@link MetamethodCalls} that called it. */
  private static void name(List<Frame> found, String method) {
    if (found.getLast().called() == null) {
      found.set(found.size() - 1, found.getLast().calledAs(MetamethodCalls.nameOf(method)));
    }
  }

  /** The stack of an error, as far as it was recorded. */
  static List<Frame> of(Raise raise) {
    return of(raise.getStackTrace(), false);
  }

  /** {@code coroutine}: whether the stack ends, for Lua, where its coroutine begins. */
  static List<Frame> of(StackTraceElement[] stack, boolean coroutine) {
    List<Frame> found = new ArrayList<>();
    String last = "";
    for (StackTraceElement element : stack) {
      GeneratedCode code = LoaderNames.of(element);
      String type = element.getClassName();
      if (coroutine
          && type.equals(Coroutine.class.getName())
          && element.getMethodName().equals(COROUTINE_BODY)) {
        break;
      }
      if (code != null) {
        if (type.equals(code.compiled().className())
            || code.compiled().classes().containsKey(type)) {
          add(found, new Frame(code, element.getMethodName(), element.getLineNumber()));
        }
      } else if (!type.equals(last) && LibraryNames.isFunction(type)) {
        found.add(new Frame(null, type, -1));
      } else if (type.equals(METAMETHODS) && !found.isEmpty()) {
        name(found, element.getMethodName());
      }
      last = type;
    }
    return found;
  }
}

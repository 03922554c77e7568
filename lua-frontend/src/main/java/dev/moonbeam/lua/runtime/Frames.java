package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.LoaderNames;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.ir.CoreModule;
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

  private Frames() {}

  /**
   * One function on the stack.
   *
   * @param code where a Lua function's code is; null for a library function
   * @param method of a Lua function: the Java method's name; of a library function: its Java class
   * @param number what stands in a Lua function's code for its current line
   * @param line current line of a Lua function, 0 or less for unknown
   * @param called what it was called as, where no call in its caller's source says so
   * @param tail whether the function that called it is gone
   * @param activation what tracing knows of it
   */
  public record Frame(
      @Nullable GeneratedCode code,
      String method,
      int number,
      int line,
      @Nullable VariableName called,
      boolean tail,
      @Nullable Activation activation) {
    /** A Lua function, whose code recorded {@code line}. */
    Frame(GeneratedCode code, String method, int line) {
      this(
          code,
          method,
          code.number(line),
          isStripped(code) ? -1 : code.sourceLine(line),
          null,
          false,
          null);
    }

    /** A library function. */
    Frame(String type) {
      this(null, type, -1, -1, null, false, null);
    }

    private static boolean isStripped(@Nullable GeneratedCode code) {
      return code != null && code.compiled().attributes().containsKey(Prototype.STRIPPED);
    }

    /** Whether it is a Lua function without debug information. */
    boolean isStripped() {
      return isStripped(code);
    }

    Frame calledAs(VariableName name) {
      return new Frame(code, method, number, line, name, tail, activation);
    }

    private Frame calledLast(boolean last) {
      return new Frame(code, method, number, line, called, last, activation);
    }

    private Frame with(Activation known) {
      return new Frame(code, method, number, line, called, tail, known);
    }

    /** Whether it took the place of who called it. */
    public boolean isTailCall() {
      return activation == null ? tail : activation.isTailCall();
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

    /** What it calls the function that it has called; null when that has no name there. */
    @Nullable VariableName calling() {
      if (activation != null) {
        return activation.calling;
      }
      CompiledFunction function = function();
      return function != null
              && code != null
              && code.compiled().attributes().get(CoreModule.LINE_TABLE) instanceof CallTable table
          ? table.at(function.line(), number)
          : null;
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
          FrameReader found = new FrameReader();
          Class<?> last = null;
          for (var each = stack.iterator(); found.frames.size() < count && each.hasNext(); ) {
            StackWalker.StackFrame frame = each.next();
            Class<?> type = frame.getDeclaringClass();
            if (type == Coroutine.class && frame.getMethodName().equals(COROUTINE_BODY)) {
              break; // Its resumer stands on the same Java stack, but not on Lua's.
            }
            boolean bridge = Fun.class.isAssignableFrom(type);
            if (type.getClassLoader() instanceof GeneratedCode code) {
              if (!bridge) {
                found.lua(code, frame.getMethodName(), frame.getLineNumber());
              }
            } else if (bridge && type != last && type != Fun.class) {
              found.library(type.getName());
            } else {
              found.machinery(type.getName(), frame.getMethodName());
            }
            last = type;
          }
          return found.frames;
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
        : new Frame(activation.function.getClass().getName()).with(activation);
  }

  /** Whether the compiler cut it off another function. */
  static boolean isPiece(CompiledFunction function) {
    return function.name().name().indexOf(PIECE) > 0;
  }

  /** The stack of an error, as far as it was recorded. */
  static List<Frame> of(Raise raise) {
    return of(raise.getStackTrace(), false);
  }

  /** {@code coroutine}: whether the stack ends, for Lua, where its coroutine begins. */
  static List<Frame> of(StackTraceElement[] stack, boolean coroutine) {
    FrameReader found = new FrameReader();
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
          found.lua(code, element.getMethodName(), element.getLineNumber());
        }
      } else if (!type.equals(last) && LibraryNames.isFunction(type)) {
        found.library(type);
      } else {
        found.machinery(type, element.getMethodName());
      }
      last = type;
    }
    return found.frames;
  }

  /**
   * Frames of one stack, innermost first. A call in tail position may have left its caller's frame
   * on the Java stack, whose code then says so; or it was made by a trampoline.
   */
  private static final class FrameReader {
    private static final String METAMETHODS = MetamethodCalls.class.getName();
    private static final String TRAMPOLINE = "dev.moonbeam.core.process.Calls";

    final List<Frame> frames = new ArrayList<>();

    /** A piece of a function that called the function of the outermost frame in tail position. */
    private @Nullable Frame gone;

    /**
     * Whether the outermost frame was called by the frame that follows, not by what lies between.
     */
    private boolean adjacent;

    void library(String type) {
      frames.add(new Frame(type));
      adjacent = true;
      gone = null;
    }

    void lua(GeneratedCode code, String method, int recorded) {
      Frame frame = new Frame(code, method, recorded);
      boolean last = code.isTailCall(recorded);
      Frame before = gone;
      gone = null;
      if (before != null && isPart(before, frame)) {
        if (last) {
          gone = frame;
          return;
        }
        // What the piece called last was no tail call of its function.
        frames.set(frames.size() - 1, frames.getLast().calledLast(false));
        frames.add(before);
        return;
      }
      Frame inner = frames.isEmpty() ? null : frames.getLast();
      if (inner != null && isPart(inner, frame)) {
        return;
      }
      if (last && inner != null && isCallee(inner)) {
        frames.set(frames.size() - 1, inner.calledLast(true));
        gone = frame;
        return;
      }
      frames.add(frame);
      adjacent = true;
    }

    private boolean isCallee(Frame inner) {
      return adjacent && !inner.isLibrary() && inner.called() == null;
    }

    /** A method that is neither a Lua nor a library function's. */
    void machinery(String type, String method) {
      if (frames.isEmpty()) {
        return;
      }
      Frame inner = frames.getLast();
      if (type.equals(METAMETHODS)) {
        if (method.equals("unwinding") && inner.called() != null) {
          frames.set(frames.size() - 1, inner.calledAs(CallNames.NAMELESS));
        } else if (inner.called() == null && !inner.tail()) {
          frames.set(frames.size() - 1, inner.calledAs(MetamethodCalls.nameOf(method)));
        }
        adjacent = false;
      } else if (type.equals(TRAMPOLINE) && method.equals("resolve")) {
        if (isCallee(inner)) {
          frames.set(frames.size() - 1, inner.calledLast(true));
        }
      } else if (method.equals("hostCall") || type.equals(Coroutine.class.getName())) {
        adjacent = false;
      }
    }

    /** Whether the compiler cut the first one's function off the second one's. */
    private static boolean isPart(Frame piece, Frame frame) {
      if (piece.code() != frame.code()) {
        return false;
      }
      CompiledFunction inner = piece.function();
      if (inner == null || !isPiece(inner)) {
        return false;
      }
      CompiledFunction outer = frame.function();
      return outer != null
          && inner.displayName().equals(outer.displayName())
          && inner.line() == outer.line();
    }
  }
}

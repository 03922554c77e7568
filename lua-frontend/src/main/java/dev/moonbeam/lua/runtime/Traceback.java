package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.lua.library.LibraryNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stack tracebacks in Lua's words (manual, 6.10 {@code debug.traceback}). */
public final class Traceback {
  /** Frames shown at the top and at the bottom of a long stack. */
  private static final int FIRST = 10;

  private static final int LAST = 11;

  private Traceback() {}

  /**
   * The running function and its callers, innermost first; in a message handler, then those of the
   * error's stack. As many as asked for, more perhaps.
   */
  public static List<Frames.Frame> frames(Process process, int count) {
    LuaState state = LuaState.of(process);
    Raise handled = state.handled;
    if (handled == null && state.activation == null) {
      return Frames.innermost(count);
    }
    List<Frames.Frame> frames = Frames.innermost(Integer.MAX_VALUE);
    if (handled == null) {
      return Frames.join(frames, state.activation);
    }
    List<Frames.Frame> all = new ArrayList<>();
    for (Frames.Frame frame : frames) {
      if (frame.isLibrary() && "xpcall".equals(LibraryNames.of(frame.method()))) {
        break;
      }
      all.add(frame);
    }
    // No call in the source called the handler.
    if (!all.isEmpty()) {
      all.set(all.size() - 1, all.getLast().calledAs(CallNames.NAMELESS));
    }
    all.addAll(Frames.of(handled));
    return all;
  }

  /**
   * Those of a coroutine that does not run: suspended or ended by an error. Empty for one that has
   * not started or has returned.
   */
  public static List<Frames.Frame> frames(LuaThread thread) {
    Raise failure = thread.failure();
    StackTraceElement[] stack = failure != null ? failure.getStackTrace() : thread.stack();
    return Frames.join(Frames.of(stack, true), thread.activation());
  }

  /** {@code stack traceback:} and a line a frame. */
  public static String of(Process process, List<Frames.Frame> frames) {
    return of(process, frames, true);
  }

  /** {@code base}: whether the host that called the script stands below. */
  public static String of(Process process, List<Frames.Frame> frames, boolean base) {
    StringBuilder text = new StringBuilder("stack traceback:");
    GlobalNames globals = new GlobalNames(process);
    int levels = frames.size() + (base ? 1 : 0);
    for (int i = 0; i < levels; i++) {
      if (levels > FIRST + LAST + 1 && i == FIRST) {
        int skipped = levels - FIRST - LAST;
        // The reference implementation says one less than it leaves out.
        text.append("\n\t...\t(skipping ").append(skipped - 1).append(" levels)");
        i += skipped;
      }
      if (i == frames.size()) {
        text.append("\n\t[C]: in ?");
      } else {
        line(globals, text, frames.get(i), i + 1 < frames.size() ? frames.get(i + 1) : null);
      }
    }
    return text.toString();
  }

  /** The traceback of an error that nobody caught. */
  public static String of(Process process, Raise raise) {
    return of(process, Frames.of(raise));
  }

  /** What a frame's function is called by its caller; null when it has no name there. */
  public static @Nullable VariableName name(Frames.Frame frame, Frames.@Nullable Frame caller) {
    return CallNames.name(frame, caller);
  }

  private static void line(
      GlobalNames globals, StringBuilder text, Frames.Frame frame, Frames.@Nullable Frame caller) {
    text.append("\n\t").append(frame.file()).append(':');
    if (!frame.isLibrary() && frame.line() > 0) {
      text.append(frame.line()).append(':');
    }
    text.append(" in ").append(CallNames.describe(globals, frame, caller));
    if (frame.isTailCall()) {
      text.append("\n\t(...tail calls...)");
    }
  }
}

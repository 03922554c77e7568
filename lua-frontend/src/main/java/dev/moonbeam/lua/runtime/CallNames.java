package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.library.LibraryNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions on the stack are called by those who called them. */
final class CallNames {
  /** Stands for the name of a function that has none where it is called. */
  static final VariableName NAMELESS = new VariableName("", "");

  private CallNames() {}

  /** Name by which a library function was called, and whether with a colon. */
  record Called(String name, boolean method) {}

  /** For the library function whose frame is innermost; {@code own} is its own name. */
  static Called ofLibraryCall(String own) {
    List<Frames.Frame> frames = Frames.innermost(2);
    if (frames.isEmpty()) {
      return new Called(own, false);
    }
    VariableName name = name(frames.getFirst(), frames.size() < 2 ? null : frames.get(1));
    if (name == null) {
      String full = LibraryNames.of(frames.getFirst().method());
      return new Called(full == null ? "?" : full, false);
    }
    return new Called(name.name(), name.kind().equals("method"));
  }

  /**
   * How a traceback names the function of a frame, after {@code in}: by a field of a loaded module
   * that holds it, else as its caller does.
   */
  static String describe(GlobalNames globals, Frames.Frame frame, Frames.@Nullable Frame caller) {
    String global = globals.of(frame);
    if (global != null) {
      return "function '" + global + "'";
    }
    VariableName name = name(frame, caller);
    if (name != null) {
      return name.kind() + " '" + name.name() + "'";
    }
    if (frame.isLibrary()) {
      return "?";
    }
    CompiledFunction function = frame.function();
    return function == null || function.displayName().equals("main chunk")
        ? "main chunk"
        : "function <" + frame.file() + ":" + function.line() + ">";
  }

  /**
   * The name of a frame's function as {@code debug.getinfo} gives it: what its caller calls it;
   * null when it has none there.
   */
  static @Nullable VariableName name(Frames.Frame frame, Frames.@Nullable Frame caller) {
    if (frame.isTailCall()) {
      return null;
    }
    VariableName called = frame.called();
    if (called == null && caller != null && !caller.isLibrary()) {
      called = caller.calling();
    }
    return called == NAMELESS ? null : called;
  }

  /** The value of the global variable of that name if the frame's function is it. */
  static @Nullable Fun globalFunction(Process process, Frames.Frame frame, String name) {
    return global(process, name) instanceof Fun value
            && value.getClass().getClassLoader() == frame.code()
            && LibraryNames.prototype(value) == frame.function()
        ? value
        : null;
  }

  /** The name by which a function was defined, empty if none. */
  static String declaredName(CompiledFunction function) {
    return simpleName(function.displayName());
  }

  private static @Nullable Object global(Process process, String name) {
    return LuaState.of(process).globals().forReading(process).getString(LuaError.latin1(name));
  }

  /** The last part of {@code function 'a.b:c'}. */
  private static String simpleName(String displayName) {
    int from = displayName.indexOf('\'');
    int to = displayName.lastIndexOf('\'');
    if (from < 0 || to <= from) {
      return "";
    }
    String path = displayName.substring(from + 1, to);
    return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1);
  }
}

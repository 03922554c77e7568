package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.library.LibraryNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions on the stack are called by those who called them. */
final class CallNames {
  private CallNames() {}

  /** Name by which a library function was called, and whether with a colon. */
  record Called(String name, boolean method) {}

  /** For the library function whose frame is innermost; {@code own} is its own name. */
  static Called ofLibraryCall(String own) {
    List<Frames.Frame> frames = Frames.innermost(2);
    if (frames.isEmpty()) {
      return new Called(own, false);
    }
    String full = LibraryNames.of(frames.getFirst().method());
    if (frames.size() < 2 || frames.get(1).isLibrary()) {
      return new Called(full == null ? "?" : full, false);
    }
    VariableName name = among(frames.get(1).calls(), own);
    return name == null
        ? new Called(own, false)
        : new Called(name.name(), name.kind().equals("method"));
  }

  /**
   * What the caller's line calls a function of that name; the only call there is when none has that
   * name.
   */
  private static @Nullable VariableName among(List<VariableName> calls, String name) {
    for (VariableName each : calls) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return calls.size() == 1 ? calls.getFirst() : null;
  }

  /**
   * How a traceback names the function of a frame, after {@code in}: by a global variable that
   * holds it, else as its caller does.
   */
  static String describe(Process process, Frames.Frame frame, Frames.@Nullable Frame caller) {
    if (frame.isLibrary()) {
      String full = LibraryNames.of(frame.method());
      if (full != null) {
        return "function '" + full + "'";
      }
      if (frame.called() != null) {
        return frame.called().kind() + " '" + frame.called().name() + "'";
      }
      VariableName name = calledBy(frame, caller, "");
      return name == null ? "?" : name.kind() + " '" + name.name() + "'";
    }
    var function = frame.function();
    if (function == null || function.displayName().equals("main chunk")) {
      return "main chunk";
    }
    String declared = simpleName(function.displayName());
    if (isGlobal(process, frame, declared)) {
      return "function '" + declared + "'";
    }
    if (frame.called() != null) {
      return frame.called().kind() + " '" + frame.called().name() + "'";
    }
    VariableName name = calledBy(frame, caller, declared);
    // A call of a global that holds another function: what runs was called otherwise, by an
    // operator perhaps.
    if (name == null
        || name.kind().equals("global")
            && global(process, name.name()) instanceof Fun
            && !isGlobal(process, frame, name.name())) {
      return "function <" + frame.file() + ":" + function.line() + ">";
    }
    return name.kind().equals("global")
        ? "function '" + name.name() + "'"
        : name.kind() + " '" + name.name() + "'";
  }

  /** What its caller calls a frame's function, as far as is known. */
  private static @Nullable VariableName calledBy(
      Frames.Frame frame, Frames.@Nullable Frame caller, String declared) {
    if (caller == null || caller.isLibrary() || frame.isTailCall()) {
      return null;
    }
    Activation activation = caller.activation();
    return activation != null ? activation.calling : among(caller.calls(), declared);
  }

  /**
   * The name of a frame's function as {@code debug.getinfo} gives it; null when it has none there.
   */
  static @Nullable VariableName name(
      Process process, Frames.Frame frame, Frames.@Nullable Frame caller) {
    if (frame.called() != null) {
      return frame.called();
    }
    if (caller == null || caller.isLibrary() || frame.isTailCall()) {
      return null;
    }
    if (frame.isLibrary()) {
      String full = LibraryNames.of(frame.method());
      String own = full == null ? "" : full.substring(full.lastIndexOf('.') + 1);
      return calledBy(frame, caller, own);
    }
    var function = frame.function();
    if (function == null) {
      return null;
    }
    VariableName name = calledBy(frame, caller, simpleName(function.displayName()));
    boolean another =
        caller.activation() == null
            && name != null
            && name.kind().equals("global")
            && global(process, name.name()) instanceof Fun
            && !isGlobal(process, frame, name.name());
    return another ? null : name;
  }

  /** Whether the global variable of that name holds the frame's function. */
  private static boolean isGlobal(Process process, Frames.Frame frame, String name) {
    if (name.isEmpty()) {
      return false;
    }
    return globalFunction(process, frame, name) != null;
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

package dev.moonbeam.core.code;

import dev.moonbeam.core.ir.CoreModule;

/**
 * What a class loader of generated classes tells about them: implemented by the loader of every
 * module version, which is how frames of scripts are recognised on a Java stack.
 */
public interface GeneratedCode {
  CompiledModule compiled();

  /** The function that the static method holds, or null. */
  default CompiledModule.@org.jspecify.annotations.Nullable CompiledFunction function(
      String owner, String method) {
    for (CompiledModule.CompiledFunction function : compiled().functions()) {
      if (function.method().equals(method) && function.owner().equals(owner)) {
        return function;
      }
    }
    return null;
  }

  /**
   * The display name of the function that the static method holds; the method's own name when there
   * is none.
   */
  default String displayName(String method) {
    for (CompiledModule.CompiledFunction function : compiled().functions()) {
      if (function.method().equals(method)) {
        return function.displayName();
      }
    }
    return method;
  }

  /** Set in the recorded line of a call in tail position, where the module marks those. */
  int TAIL_CALL = 0x8000;

  /** The source line of a frame, which recorded {@code line}. */
  default int sourceLine(int line) {
    int number = number(line);
    return compiled().attributes().get(CoreModule.LINE_TABLE) instanceof LineTable table
        ? table.line(number)
        : number;
  }

  /** What a frame recorded, without the mark of a tail call: its line, or what stands for it. */
  default int number(int line) {
    return line > 0 && marksTailCalls() ? line & ~TAIL_CALL : line;
  }

  /**
   * Whether a frame that recorded {@code line} has called in tail position, so that in its language
   * it is gone. Known of modules with the attribute {@code CoreModule.MARKS_TAIL_CALLS} only.
   */
  default boolean isTailCall(int line) {
    return line > 0 && (line & TAIL_CALL) != 0 && marksTailCalls();
  }

  private boolean marksTailCalls() {
    return compiled().attributes().containsKey(CoreModule.MARKS_TAIL_CALLS);
  }
}

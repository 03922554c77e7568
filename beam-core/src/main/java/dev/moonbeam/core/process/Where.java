package dev.moonbeam.core.process;

import dev.moonbeam.core.code.GeneratedCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a script stands: its innermost frame on this thread's Java stack. Generated frames are
 * known by their loader.
 */
final class Where {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Where() {}

  /**
   * {@code "in function 'f' (rules.lua:3)"}, or the empty string when no script's frame is on the
   * stack.
   */
  static String now() {
    StackWalker.StackFrame frame = innermost();
    if (frame == null) {
      return "";
    }
    GeneratedCode code = (GeneratedCode) frame.getDeclaringClass().getClassLoader();
    int line = code.sourceLine(frame.getLineNumber());
    return "in "
        + code.displayName(frame.getMethodName())
        + " ("
        + code.compiled().sourceFile()
        + (line > 0 ? ":" + line : "")
        + ")";
  }

  /** The code of the innermost frame, or null. */
  static @Nullable GeneratedCode code() {
    StackWalker.StackFrame frame = innermost();
    return frame == null ? null : (GeneratedCode) frame.getDeclaringClass().getClassLoader();
  }

  private static StackWalker.@Nullable StackFrame innermost() {
    return WALKER.walk(
        frames ->
            frames
                .filter(
                    frame -> frame.getDeclaringClass().getClassLoader() instanceof GeneratedCode)
                .findFirst()
                .orElse(null));
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.process.Fun;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java stack read as a Lua stack: which Lua and library functions are running, innermost first.
 *
 * <p>A frame of a class that a module's loader defined, other than a function value's bridge, is a Lua function; a bridge
 * of a builtin is a library function. Everything else on the stack is machinery. The stack is walked only when an error
 * is made or a script asks.
 */
final class Frames {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Frames() {}

  /**
   * One function on the stack.
   *
   * @param library whether it is written in Java
   * @param file chunk name of a Lua function
   * @param line current line, 0 for unknown
   * @param function the class of the function value for a library function, else the class of the chunk
   * @param method name of the Java method
   */
  record Frame(boolean library, String file, int line, Class<?> function, String method) {}

  /** {@code chunk:line: } of the function at a level, 1 being the innermost Lua or library function; may be empty. */
  static String where(int level) {
    List<Frame> frames = innermost(level);
    if (frames.size() < level || level < 1) {
      return "";
    }
    Frame frame = frames.get(level - 1);
    return frame.library || frame.line <= 0 ? "" : frame.file + ":" + frame.line + ": ";
  }

  /** Up to that many frames. */
  static List<Frame> innermost(int count) {
    return WALKER.walk(
        stack -> {
          List<Frame> found = new ArrayList<>();
          Class<?> last = null;
          for (var each = stack.iterator(); found.size() < count && each.hasNext(); ) {
            StackWalker.StackFrame frame = each.next();
            Class<?> type = frame.getDeclaringClass();
            boolean bridge = Fun.class.isAssignableFrom(type);
            boolean generated = isGenerated(type);
            if (bridge ? !generated && type != last : generated) {
              found.add(
                  new Frame(
                      bridge,
                      bridge ? "[C]" : String.valueOf(frame.getFileName()),
                      bridge ? -1 : frame.getLineNumber(),
                      type,
                      frame.getMethodName()));
            }
            last = type;
          }
          return found;
        });
  }

  private static boolean isGenerated(Class<?> type) {
    return type.getClassLoader() instanceof GeneratedCode;
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Frames;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaThread;
import dev.moonbeam.lua.runtime.Traceback;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that a function of library {@code debug} is asked about, and its other arguments: a
 * first argument that is a thread is optional for most.
 *
 * @param thread null for the one that runs
 * @param shift how many places the thread takes among the arguments
 */
record Subject(@Nullable LuaThread thread, int shift, Object[] arguments) {
  static Subject of(Process process, Object[] arguments) {
    if (!(Arguments.at(arguments, 0) instanceof LuaThread thread)) {
      return new Subject(null, 0, arguments);
    }
    LuaThread running = LuaThread.running(process);
    boolean itself =
        running == null ? thread == LuaState.of(process).mainThread() : thread == running;
    return new Subject(
        itself ? null : thread, 1, Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** Argument number {@code index} from 0, or the mark for a missing one. */
  Object argument(int index) {
    return Arguments.at(arguments, index);
  }

  /** What messages call argument number {@code position} from 1. */
  int position(int position) {
    return position + shift;
  }

  /** Its stack, innermost first. */
  List<Frames.Frame> frames(Process process) {
    return frames(process, Integer.MAX_VALUE);
  }

  /** Its stack as far as that many frames, more perhaps. */
  List<Frames.Frame> frames(Process process, int count) {
    return thread == null ? Traceback.frames(process, count) : Traceback.frames(thread);
  }
}

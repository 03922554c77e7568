package dev.moonbeam.core.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a process's stack that other threads have: those of the {@link Segment}s below and of
 * {@link HeldFrames}. A stack trace that the JVM records ends where the thread begins.
 */
public final class FramesBelow {
  /** Traces that have so many frames are as long as those that the JVM records at most. */
  private static final int MOST = 1024;

  private FramesBelow() {}

  /** The frames on other threads, innermost first. Only for the thread that runs the process. */
  public static List<StackTraceElement> of(Process process) {
    List<Thread> threads = threads(process.extension);
    if (threads.isEmpty()) {
      return List.of();
    }
    List<StackTraceElement> frames = new ArrayList<>();
    for (Thread thread : threads) {
      Collections.addAll(frames, thread.getStackTrace());
    }
    return frames;
  }

  /** The threads below the one that runs the process, innermost first. Any thread. */
  static List<Thread> threads(@Nullable Extension extension) {
    if (extension == null || extension.segment == null && extension.held == null) {
      return List.of();
    }
    List<Thread> threads = new ArrayList<>(2);
    Segment segment = extension.segment;
    if (segment != null) {
      addBelow(segment.below(), threads);
    }
    for (HeldFrames held = extension.held; held != null; held = held.outer) {
      threads.add(held.thread());
      if (held.segment() != null) {
        addBelow(held.segment().below(), threads);
      }
    }
    return threads;
  }

  private static void addBelow(@Nullable Segment first, List<Thread> threads) {
    for (Segment segment = first; segment != null; segment = segment.below()) {
      if (segment.thread() != null) {
        threads.add(segment.thread());
      }
    }
  }

  /**
   * An exception of a script that comes to this thread from one above: its trace goes on with the
   * frames of this one.
   */
  static Throwable joined(Throwable thrown) {
    if (thrown instanceof Raise) {
      StackTraceElement[] above = thrown.getStackTrace();
      if (above.length > 0 && above.length < MOST) {
        StackTraceElement[] here = new Throwable().getStackTrace();
        StackTraceElement[] all = new StackTraceElement[above.length + here.length];
        System.arraycopy(above, 0, all, 0, above.length);
        System.arraycopy(here, 0, all, above.length, here.length);
        thrown.setStackTrace(all);
      }
    }
    return thrown;
  }
}

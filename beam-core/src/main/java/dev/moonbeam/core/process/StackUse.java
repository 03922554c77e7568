package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * Whether a process has frames of some code on its stack. Of its own thread the frames are known
 * exactly. Of a parked thread the JVM tells class loaders by name only, so loaders of versions have
 * names that tell versions apart.
 */
final class StackUse {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private StackUse() {}

  /** On the calling thread. */
  static boolean here(ClassLoader code) {
    return WALKER.walk(
        frames -> frames.anyMatch(frame -> frame.getDeclaringClass().getClassLoader() == code));
  }

  /** On other threads, which wait for the one that runs the process. */
  static boolean below(@Nullable Extension extension, ClassLoader code) {
    for (Thread thread : FramesBelow.threads(extension)) {
      if (on(thread, code)) {
        return true;
      }
    }
    return false;
  }

  /** Seen from another thread. */
  static boolean of(
      @Nullable Extension extension,
      @Nullable Thread parked,
      @Nullable Scheduler scheduler,
      ClassLoader code) {
    return on(parked, code)
        || (scheduler != null && on(scheduler.thread, code))
        || (extension != null && on(extension.hostThread, code))
        || below(extension, code);
  }

  private static boolean on(@Nullable Thread thread, ClassLoader code) {
    if (thread == null) {
      return false;
    }
    String name = code.getName();
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (name.equals(frame.getClassLoaderName())) {
        return true;
      }
    }
    return false;
  }
}

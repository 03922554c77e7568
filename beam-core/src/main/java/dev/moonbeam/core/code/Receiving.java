package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import org.jspecify.annotations.Nullable;

/**
 * What the functions that receives are compiled to do with the mailbox: see {@link
 * Process#nextMessage}.
 */
public final class Receiving {
  private Receiving() {}

  public static @Nullable Object nextMessage(Process process) {
    return process.nextMessage();
  }

  public static void removeMessage(Process process) {
    process.removeMessage();
  }

  public static void refuseMessage(Process process) {
    process.refuseMessage();
  }

  public static void skipOlderThan(Process process, Object reference) {
    process.skipOlderThan(reference);
  }

  public static long deadline(Object timeout) {
    return Process.deadline(timeout);
  }

  public static boolean timedOut(Process process, long deadline) {
    return process.timedOut(deadline);
  }

  public static Object await(Process process, Object scan, long deadline) {
    return process.await((Fun) scan, deadline);
  }
}

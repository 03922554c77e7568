package dev.moonbeam.core.code;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code that a frame of a recorded Java stack belongs to. Such a frame has the name of its
 * class loader but not the loader itself, so every loader of generated code gets a name of its own
 * and is remembered, weakly, under it.
 */
public final class LoaderNames {
  private static final ConcurrentHashMap<String, Entry> LOADERS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<GeneratedCode> GONE = new ReferenceQueue<>();
  private static final AtomicLong COUNT = new AtomicLong();

  private LoaderNames() {}

  private static final class Entry extends WeakReference<GeneratedCode> {
    final String name;

    Entry(String name, GeneratedCode code) {
      super(code, GONE);
      this.name = name;
    }
  }

  /** A loader name that no other loader has. */
  static String fresh(String module) {
    return module + "#" + COUNT.incrementAndGet();
  }

  static void remember(String name, GeneratedCode code) {
    for (Entry stale; (stale = (Entry) GONE.poll()) != null; ) {
      LOADERS.remove(stale.name, stale);
    }
    LOADERS.put(name, new Entry(name, code));
  }

  /** The code of a recorded frame, or null for a frame of Java or of code that was unloaded. */
  public static @Nullable GeneratedCode of(StackTraceElement frame) {
    String name = frame.getClassLoaderName();
    Entry entry = name == null ? null : LOADERS.get(name);
    return entry == null ? null : entry.get();
  }
}

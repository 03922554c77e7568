package dev.moonbeam.engine;

import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.erlang.syntax.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of scripts that may be replaced while they are in use.
 *
 * <p>{@code NAME.erl} is an Erlang module: a new version is loaded as {@link MoonbeamNode#load}
 * says, so processes go on in the version before until they call the module by its full name.
 * {@code NAME.lua} is a Lua module: a chunk that returns a table of functions. Each version has a
 * state of its own; a call that is going on finishes in the version that it began in, the next one
 * gets the new version.
 *
 * <p>A version that does not compile, or whose chunk fails, is told to the listener and changes
 * nothing: the version in service stays there, untouched. Replacing is atomic; no call is refused
 * or lost. The file should be replaced by a rename: a file that is read half written is, if it
 * compiles at all, a version like any other until the rest is there.
 *
 * <p>Safe for use by several threads.
 */
public final class ScriptDirectory implements AutoCloseable {
  /**
   * Told about every version that came into service or was refused. Called by the thread that
   * refreshes.
   */
  public interface Listener {
    /** A version is in service. */
    default void loaded(Path file) {}

    /** A version was refused; the one before, if there is one, stays in service. */
    default void refused(Path file, Exception reason) {}
  }

  private final MoonbeamNode node;
  private final Path folder;
  private final Listener listener;
  private final Map<Path, Stamp> seen = new HashMap<>();
  private final Map<String, LuaModule> luaModules = new ConcurrentHashMap<>();
  private volatile @Nullable Thread watcher;

  /** By what a changed file is recognised. */
  private record Stamp(FileTime modified, long size) {}

  ScriptDirectory(MoonbeamNode node, Path folder, Listener listener) {
    this.node = node;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Calls a function of a script: of the Lua module of that name if there is one, else of the
   * Erlang module.
   *
   * @throws ScriptFailure whatever goes wrong
   */
  public @Nullable Object call(String script, String function, @Nullable Object... arguments) {
    LuaModule module = luaModules.get(script);
    if (module == null) {
      return node.call(script, function, arguments);
    }
    LuaVersion version = module.current;
    while (!version.enter()) {
      // Replaced between the two looks; the new one is there already.
      version = module.current;
    }
    try {
      return version.call(function, arguments);
    } finally {
      version.leave();
    }
  }

  /** Looks for new and changed files and loads them. Files that are gone stay loaded. */
  public synchronized void refresh() {
    for (Path file : scripts()) {
      Stamp stamp = stamp(file);
      if (stamp != null && !stamp.equals(seen.put(file, stamp))) {
        load(file);
      }
    }
  }

  /** Refreshes from now on, again and again, on a virtual thread of its own, until closed. */
  public synchronized ScriptDirectory refreshEvery(Duration interval) {
    if (watcher != null) {
      throw new IllegalStateException("refreshed already");
    }
    watcher =
        Thread.ofVirtual()
            .name("moonbeam-scripts-" + folder.getFileName())
            .start(() -> watch(interval));
    return this;
  }

  private void watch(Duration interval) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(interval);
      } catch (InterruptedException _) {
        return;
      }
      refresh();
    }
  }

  /** Stops looking for changes. What is loaded stays loaded and can be called. */
  @Override
  public void close() {
    Thread running = watcher;
    if (running != null) {
      running.interrupt();
    }
  }

  private List<Path> scripts() {
    TreeSet<Path> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".lua") || file.toString().endsWith(".erl"))
          .forEach(found::add);
    } catch (IOException e) {
      listener.refused(folder, e);
    }
    return new ArrayList<>(found);
  }

  /** Null when the file has just gone. */
  private static @Nullable Stamp stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size());
    } catch (IOException _) {
      return null;
    }
  }

  private void load(Path file) {
    String name = file.getFileName().toString();
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (name.endsWith(".erl")) {
        node.load(name, SourceText.decode(bytes));
      } else {
        String source = ByteText.decode(bytes);
        loadLua(name.substring(0, name.length() - ".lua".length()), name, source);
      }
    } catch (ScriptFailure | IOException e) {
      listener.refused(file, e);
      return;
    }
    listener.loaded(file);
  }

  private void loadLua(String module, String file, String source) {
    LuaVersion fresh = LuaVersion.of(node, file, source);
    LuaModule known = luaModules.putIfAbsent(module, new LuaModule(fresh));
    if (known != null) {
      LuaVersion before = known.current;
      known.current = fresh;
      before.retire();
    }
  }

  private static final class LuaModule {
    volatile LuaVersion current;

    LuaModule(LuaVersion current) {
      this.current = current;
    }
  }

  /** One version of a Lua module, in a session of its own. */
  private static final class LuaVersion {
    private static final String EXPORTS = "__module";

    private final Session session;
    private int callsGoingOn;
    private boolean retired;

    private LuaVersion(Session session) {
      this.session = session;
    }

    static LuaVersion of(MoonbeamNode node, String file, String source) {
      Session session = node.newSession("lua");
      try {
        session.define(EXPORTS, file, source);
      } catch (ScriptFailure failure) {
        session.close();
        throw failure;
      }
      return new LuaVersion(session);
    }

    @Nullable Object call(String function, @Nullable Object[] arguments) {
      return session.call(EXPORTS + "." + function, arguments);
    }

    /** Announces a call; false when another version has taken over. */
    synchronized boolean enter() {
      if (!retired) {
        callsGoingOn++;
      }
      return !retired;
    }

    synchronized void leave() {
      callsGoingOn--;
      closeIfUnused();
    }

    /** No call begins from now on; the last of those going on closes the session. */
    synchronized void retire() {
      retired = true;
      closeIfUnused();
    }

    private void closeIfUnused() {
      if (retired && callsGoingOn == 0) {
        session.close();
      }
    }
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Warnings;
import dev.moonbeam.policy.Capability;

/**
 * {@code collectgarbage} (manual, 6.1). The JVM's collector does the work; parameters are kept only
 * to be given back. Nothing but a finalizer that runs makes it fail.
 */
@BuiltinModule(
    value = "",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaGarbage {
  /** What a fresh state of the reference implementation uses. */
  private static final long LEAST_BYTES = 22 << 10;

  private static final Binary COLLECT = Binary.of("collect");

  private LuaGarbage() {}

  /** What scripts have set, of one state. */
  private static final class Settings
      implements LuaState.Forkable<Settings>, LuaState.Undoable<Settings> {
    private boolean running = true;

    /** As the stand-alone interpreter starts. */
    private String mode = "generational";

    private long pause = 200;
    private long stepMultiplier = 100;

    @Override
    public Settings fork() {
      Settings copy = new Settings();
      copy.set(this);
      return copy;
    }

    private void set(Settings from) {
      running = from.running;
      mode = from.mode;
      pause = from.pause;
      stepMultiplier = from.stepMultiplier;
    }

    @Override
    public Settings save() {
      return fork();
    }

    @Override
    public void load(Settings saved) {
      set(saved);
    }
  }

  @Builtin(value = "collectgarbage", cost = 100)
  public static Object collectGarbage(
      Process process, Object option, Object argument, Object[] further) {
    String what = Arguments.string(process, "collectgarbage", 1, option, COLLECT).toLatin1();
    LuaState state = LuaState.of(process);
    Settings settings = state.part(Settings.class, Settings::new);
    if (state.collector().isFinalizing()) {
      return Atom.NIL; // As the manual has it: a finalizer does not start another collection.
    }
    return switch (what) {
      case "collect" -> {
        process.charge(5_000);
        LuaIo.flushAll(process);
        state.collector().collect(process);
        yield 0L;
      }
      case "count" -> {
        yield bytesInUse(process) / 1024.0;
      }
      case "step" -> {
        Arguments.integer(process, "collectgarbage", 2, argument, 0);
        process.charge(5_000);
        LuaIo.flushAll(process);
        state.collector().collect(process);
        yield Atom.TRUE;
      }
      case "stop" -> {
        settings.running = false;
        state.collector().setStopped(true);
        yield 0L;
      }
      case "restart" -> {
        settings.running = true;
        state.collector().setStopped(false);
        yield 0L;
      }
      case "isrunning" -> Atom.of(settings.running);
      case "setpause" -> {
        long before = settings.pause;
        settings.pause = Arguments.integer(process, "collectgarbage", 2, argument, 0);
        yield before;
      }
      case "setstepmul" -> {
        long before = settings.stepMultiplier;
        settings.stepMultiplier = Arguments.integer(process, "collectgarbage", 2, argument, 0);
        yield before;
      }
      case "incremental", "generational" -> {
        Arguments.integer(process, "collectgarbage", 2, argument, 0);
        for (int i = 0; i < further.length; i++) {
          Arguments.integer(process, "collectgarbage", i + 3, further[i], 0);
        }
        String before = settings.mode;
        settings.mode = what;
        yield Binary.of(before);
      }
      default ->
          throw Arguments.error(process, "collectgarbage", 1, "invalid option '" + what + "'");
    };
  }

  /**
   * The JVM's figure where the policy lets a script look at such things, else the node's estimate
   * of its own.
   */
  private static long bytesInUse(Process process) {
    if (process.node().policy().grants(Capability.DEBUG)) {
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
    return Math.max(LEAST_BYTES, process.node().statistics().liveBytes());
  }

  @Builtin("warn")
  public static Object warn(Process process, Object message, Object[] more) {
    StringBuilder text =
        new StringBuilder(Arguments.string(process, "warn", 1, message).toLatin1());
    for (int i = 0; i < more.length; i++) {
      text.append(Arguments.string(process, "warn", i + 2, more[i]).toLatin1());
    }
    Warnings.of(process).warn(process, text.toString(), more.length == 0);
    return Special.values(Fun.NO_ARGUMENTS);
  }
}

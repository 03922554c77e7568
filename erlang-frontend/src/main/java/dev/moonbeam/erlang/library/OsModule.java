package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.policy.Capability;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Module {@code os}: what the policy grants of the system around the JVM. The environment can be
 * read; what changes of it is changed for the node alone, and counts as its memory. Programs are
 * not started.
 */
@BuiltinModule("os")
public final class OsModule {
  private OsModule() {}

  @Builtin("type")
  public static Object type(Process process) {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Tuple(Atom.of("win32"), Atom.of("nt"));
    }
    return new Tuple(Atom.of("unix"), Atom.of(name.startsWith("mac") ? "darwin" : "linux"));
  }

  @Builtin(value = "version", needs = Capability.ENVIRONMENT)
  public static Object version(Process process) {
    Object[] parts = {0L, 0L, 0L};
    String[] words = System.getProperty("os.version", "").split("\\D+");
    for (int i = 0; i < Math.min(words.length, parts.length); i++) {
      parts[i] = words[i].isEmpty() || words[i].length() > 9 ? 0L : Long.valueOf(words[i]);
    }
    return new Tuple(parts);
  }

  @Builtin(value = "getpid", needs = Capability.ENVIRONMENT)
  public static Object getpid(Process process) {
    return Lists.ofText(process, Long.toString(ProcessHandle.current().pid()));
  }

  @Builtin(value = "getenv", needs = Capability.ENVIRONMENT)
  public static Object getenv(Process process) {
    TermBuffer variables = new TermBuffer(process);
    environment(process)
        .forEach((name, value) -> variables.add(Lists.ofText(process, name + "=" + value)));
    return variables.toList(Nil.EMPTY);
  }

  @Builtin(value = "env", needs = Capability.ENVIRONMENT)
  public static Object env(Process process) {
    TermBuffer variables = new TermBuffer(process);
    environment(process)
        .forEach(
            (name, value) ->
                variables.add(
                    new Tuple(Lists.ofText(process, name), Lists.ofText(process, value))));
    return variables.toList(Nil.EMPTY);
  }

  @Builtin(value = "getenv", needs = Capability.ENVIRONMENT)
  public static Object getenv(Process process, Object name) {
    return value(process, name, Atom.FALSE, name);
  }

  @Builtin(value = "getenv", needs = Capability.ENVIRONMENT)
  public static Object getenv(Process process, Object name, Object otherwise) {
    return value(process, name, otherwise, name, otherwise);
  }

  private static Object value(Process process, Object name, Object otherwise, Object... arguments) {
    String text = CharData.toText(process, name);
    if (text == null || text.isEmpty() || text.indexOf('=') >= 0 || text.indexOf(0) >= 0) {
      throw Errors.badarg(process, arguments);
    }
    Object changed = changes(process.node()).get().get(Binary.of(text), process);
    if (changed != null) {
      return changed == Atom.FALSE ? otherwise : Lists.ofText(process, text(changed));
    }
    String value = System.getenv(text);
    return value == null ? otherwise : Lists.ofText(process, value);
  }

  // ---- What scripts changed of the environment

  /** Names to values, or to false for what was taken out; names and values are texts in UTF-8. */
  private static final class Changes extends AtomicReference<TermMap> {
    private static final long serialVersionUID = 1L;

    Changes() {
      super(TermMap.empty());
    }
  }

  private static Changes changes(Node node) {
    return (Changes) node.properties().computeIfAbsent(Changes.class, _ -> new Changes());
  }

  private static String text(Object value) {
    return new String(((Binary) value).toByteArray(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> environment(Process process) {
    Map<String, String> all = new TreeMap<>(System.getenv());
    changes(process.node())
        .get()
        .forEach(
            (name, value) -> {
              if (value == Atom.FALSE) {
                all.remove(text(name));
              } else {
                all.put(text(name), text(value));
              }
            });
    return all;
  }

  @Builtin(value = "putenv", cost = 10, needs = Capability.ENVIRONMENT)
  public static Object putenv(Process process, Object name, Object value) {
    String text = CharData.toText(process, value);
    if (text == null || text.indexOf(0) >= 0) {
      throw Errors.badarg(process, name, value);
    }
    return change(process, name, Binary.of(text), name, value);
  }

  @Builtin(value = "unsetenv", cost = 10, needs = Capability.ENVIRONMENT)
  public static Object unsetenv(Process process, Object name) {
    return change(process, name, Atom.FALSE, name);
  }

  private static Object change(Process process, Object name, Object value, Object... arguments) {
    String text = CharData.toText(process, name);
    if (text == null || text.isEmpty() || text.indexOf('=') >= 0 || text.indexOf(0) >= 0) {
      throw Errors.badarg(process, arguments);
    }
    Changes changes = changes(process.node());
    Binary key = Binary.of(text);
    TermMap before;
    TermMap after;
    do {
      before = changes.get();
      after = before.put(key, value, process);
    } while (!changes.compareAndSet(before, after));
    process.allocated(after, after.putCost());
    return Atom.TRUE;
  }

  @Builtin(value = "timestamp", needs = Capability.CLOCK)
  public static Object timestamp(Process process) {
    return TimeBifs.timestamp(process);
  }

  @Builtin(value = "system_time", needs = Capability.CLOCK)
  public static Object systemTime(Process process) {
    return TimeBifs.systemTime(process);
  }

  @Builtin(value = "system_time", needs = Capability.CLOCK)
  public static Object systemTime(Process process, Object unit) {
    return TimeBifs.systemTime(process, unit);
  }

  @Builtin("perf_counter")
  public static Object perfCounter(Process process) {
    return TimeBifs.monotonicTime(process);
  }

  @Builtin("perf_counter")
  public static Object perfCounter(Process process, Object unit) {
    return TimeBifs.monotonicTime(process, unit);
  }
}

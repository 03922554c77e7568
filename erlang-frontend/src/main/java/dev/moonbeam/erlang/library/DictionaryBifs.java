package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.ProcessDictionary;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.TermBuffer;
import org.jspecify.annotations.Nullable;

/** The process dictionary. */
@BuiltinModule("erlang")
public final class DictionaryBifs {
  private DictionaryBifs() {}

  private static Object orUndefined(@Nullable Object value) {
    return value == null ? Atom.UNDEFINED : value;
  }

  @Builtin("put")
  public static Object put(Process process, Object key, Object value) {
    return orUndefined(ProcessDictionary.put(process, key, value));
  }

  @Builtin("get")
  public static Object get(Process process, Object key) {
    return orUndefined(ProcessDictionary.get(process, key));
  }

  @Builtin("get")
  public static Object get(Process process) {
    TermBuffer entries = new TermBuffer(process, ProcessDictionary.size(process));
    ProcessDictionary.forEach(process, (key, value) -> entries.add(new Tuple(key, value)));
    process.allocated(entries, 24L * entries.size());
    return entries.toList(Nil.EMPTY);
  }

  @Builtin("get_keys")
  public static Object getKeys(Process process) {
    TermBuffer keys = new TermBuffer(process, ProcessDictionary.size(process));
    ProcessDictionary.forEach(process, (key, _) -> keys.add(key));
    return keys.toList(Nil.EMPTY);
  }

  @Builtin("get_keys")
  public static Object getKeys(Process process, Object value) {
    TermBuffer keys = new TermBuffer(process);
    ProcessDictionary.forEach(
        process,
        (key, each) -> {
          if (TermOrder.exactlyEqual(each, value, process)) {
            keys.add(key);
          }
        });
    process.charge(ProcessDictionary.size(process) / 8);
    return keys.toList(Nil.EMPTY);
  }

  @Builtin("erase")
  public static Object erase(Process process, Object key) {
    return orUndefined(ProcessDictionary.erase(process, key));
  }

  @Builtin("erase")
  public static Object erase(Process process) {
    Object before = get(process);
    ProcessDictionary.clear(process);
    return before;
  }
}

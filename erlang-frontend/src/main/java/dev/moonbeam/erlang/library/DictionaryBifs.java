package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.ProcessDictionary;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.erlang.runtime.Lists;
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
    return MapsModule.toList(process, ProcessDictionary.all(process));
  }

  @Builtin("get_keys")
  public static Object getKeys(Process process) {
    return Lists.fromArray(process, ProcessDictionary.all(process).keys(), Nil.EMPTY);
  }

  @Builtin("get_keys")
  public static Object getKeys(Process process, Object value) {
    TermBuffer keys = new TermBuffer(process);
    TermMap all = ProcessDictionary.all(process);
    all.forEach(
        (key, each) -> {
          if (TermOrder.exactlyEqual(each, value, process)) {
            keys.add(key);
          }
        });
    process.charge(all.size() / 8);
    return keys.toList(Nil.EMPTY);
  }

  @Builtin("erase")
  public static Object erase(Process process, Object key) {
    return orUndefined(ProcessDictionary.erase(process, key));
  }

  @Builtin("erase")
  public static Object erase(Process process) {
    return MapsModule.toList(process, ProcessDictionary.clear(process));
  }
}

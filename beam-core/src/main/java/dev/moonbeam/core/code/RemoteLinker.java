package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;

/**
 * Where the remote calls of a loaded module go: its node's code server. Safe for use by several
 * threads.
 */
public interface RemoteLinker {
  /**
   * The call site of {@code module:function/n}: always linked to current code, relinked when code
   * is loaded. A function that does not exist is no error here: the call raises.
   *
   * @param type (Process, Object * n)Object
   */
  CallSite link(String module, String function, MethodType type);

  /**
   * Calls {@code module:function/n} where the names are known only at run time. Raises when they
   * are no atoms.
   */
  Object call(Process process, Object module, Object function, Object[] arguments);

  /** {@code fun module:function/arity}: calls current code whenever it is called. */
  Fun function(Object module, Object function, int arity);

  /** As {@link #call}, left to the nearest trampoline. */
  default Object tailCall(Process process, Object module, Object function, Object[] arguments) {
    return Special.tailCall(function(module, function, arguments.length), arguments);
  }
}

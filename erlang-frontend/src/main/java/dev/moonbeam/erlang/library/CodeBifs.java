package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.policy.Capability;

/** Modules and their versions, as module {@code erlang} has them. */
@BuiltinModule("erlang")
public final class CodeBifs {
  private CodeBifs() {}

  private static String name(Process process, Object module) {
    if (module instanceof Atom atom) {
      return atom.name();
    }
    throw Errors.badarg(process, module);
  }

  @Builtin("module_loaded")
  public static Object moduleLoaded(Process process, Object module) {
    return Atom.of(process.node().code().loaded().contains(name(process, module)));
  }

  @Builtin("loaded")
  public static Object loaded(Process process) {
    TermBuffer modules = new TermBuffer(process);
    process.node().code().loaded().forEach(each -> modules.add(Atom.of(each)));
    return modules.toList(Nil.EMPTY);
  }

  @Builtin("check_old_code")
  public static Object checkOldCode(Process process, Object module) {
    return Atom.of(process.node().code().old(name(process, module)) != null);
  }

  @Builtin(value = "check_process_code", cost = 20)
  public static Object checkProcessCode(Process process, Object pid, Object module) {
    if (!(pid instanceof Pid target) || !(module instanceof Atom name)) {
      throw Errors.badarg(process, pid, module);
    }
    return Atom.of(process.node().code().checkProcessCode(process, target, name.name()));
  }

  @Builtin(value = "delete_module", needs = Capability.LOAD_CODE)
  public static Object deleteModule(Process process, Object module) {
    return CodeModule.delete(process, module) == Atom.TRUE ? Atom.TRUE : Atom.UNDEFINED;
  }

  @Builtin(value = "purge_module", needs = Capability.LOAD_CODE)
  public static Object purgeModule(Process process, Object module) {
    if (process.node().code().old(name(process, module)) == null) {
      throw Errors.badarg(process, module);
    }
    CodeModule.purge(process, module);
    return Atom.TRUE;
  }
}

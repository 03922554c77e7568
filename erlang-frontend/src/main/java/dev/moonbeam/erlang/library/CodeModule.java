package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.policy.Capability;
import java.nio.file.Path;

/**
 * Module {@code code}: the modules of the node. What is loaded from a binary is written in Erlang,
 * on {@link CompilerModule}. Library modules cannot be deleted or purged.
 */
@BuiltinModule("code")
public final class CodeModule {
  private static final Atom MODULE = Atom.of("module");
  private static final Atom NOFILE = Atom.of("nofile");
  private static final Atom NON_EXISTING = Atom.of("non_existing");
  private static final Atom FILE = Atom.of("file");
  private static final Atom PRELOADED = Atom.of("preloaded");

  private CodeModule() {}

  private static String name(Process process, Object module, Object... arguments) {
    if (module instanceof Atom atom) {
      return atom.name();
    }
    throw Errors.functionClause(process, arguments);
  }

  @Builtin("ensure_loaded")
  public static Object ensureLoaded(Process process, Object module) {
    String name = name(process, module, module);
    return process.node().code().ensureLoaded(name)
        ? new Tuple(MODULE, module)
        : new Tuple(Atom.ERROR, NOFILE);
  }

  @Builtin("load_file")
  public static Object loadFile(Process process, Object module) {
    return ensureLoaded(process, module);
  }

  @Builtin("is_loaded")
  public static Object isLoaded(Process process, Object module) {
    String name = name(process, module, module);
    return process.node().code().loaded().contains(name)
        ? new Tuple(FILE, where(process, name))
        : Atom.FALSE;
  }

  @Builtin("which")
  public static Object which(Process process, Object module) {
    String name = name(process, module, module);
    CodeServer code = process.node().code();
    return code.current(name) != null || code.isLibrary(name) ? where(process, name) : NON_EXISTING;
  }

  private static Object where(Process process, String name) {
    CodeServer code = process.node().code();
    var loaded = code.current(name);
    return code.isLibrary(name) || loaded == null
        ? PRELOADED
        : Lists.ofText(process, loaded.compiled().sourceFile());
  }

  @Builtin("all_loaded")
  public static Object allLoaded(Process process) {
    TermBuffer modules = new TermBuffer(process);
    for (String name : process.node().code().loaded()) {
      modules.add(new Tuple(Atom.of(name), where(process, name)));
    }
    return modules.toList(Nil.EMPTY);
  }

  @Builtin(value = "delete", needs = Capability.LOAD_CODE)
  public static Object delete(Process process, Object module) {
    String name = name(process, module, module);
    CodeServer code = process.node().code();
    return Atom.of(!code.isLibrary(name) && code.delete(name));
  }

  @Builtin(value = "purge", needs = Capability.LOAD_CODE)
  public static Object purge(Process process, Object module) {
    String name = name(process, module, module);
    CodeServer code = process.node().code();
    return Atom.of(!code.isLibrary(name) && code.purge(process, name));
  }

  @Builtin(value = "soft_purge", needs = Capability.LOAD_CODE)
  public static Object softPurge(Process process, Object module) {
    String name = name(process, module, module);
    CodeServer code = process.node().code();
    return Atom.of(code.isLibrary(name) || code.softPurge(process, name));
  }

  /** The module path, for scripts that may read files; the others have no use for it. */
  @Builtin("get_path")
  public static Object getPath(Process process) {
    TermBuffer folders = new TermBuffer(process);
    if (process.node().policy().grants(Capability.READ_FILES)) {
      for (Path folder : HostResources.of(process.node()).modulePath()) {
        folders.add(Lists.ofText(process, folder.toString()));
      }
    }
    return folders.toList(Nil.EMPTY);
  }

  @Builtin("get_mode")
  public static Object getMode(Process process) {
    return Atom.of("interactive");
  }
}

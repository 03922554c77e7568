package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Pid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node's modules: two versions of each, current and old, as in OTP (Erlang reference manual,
 * Compilation and Code Loading). Processes go on in the old one until they make a fully qualified
 * call; external calls and external funs are always linked to current code.
 *
 * <p>Library modules, Java builtins and the precompiled Erlang modules that languages bring, are
 * loaded when they are first called. Scripts cannot replace them.
 *
 * <p>Safe for use by several threads. Loading is atomic: whoever calls sees the version before or
 * the new one, whole.
 */
public interface CodeServer {
  /** Finds modules that are not loaded when they are first called: an engine's source folders. */
  @FunctionalInterface
  interface Autoloader {
    /**
     * The module of that name, or null. What it throws comes out of the call that needed the
     * module.
     */
    @Nullable CompiledModule find(String name);
  }

  /**
   * Defines a script that is not a module: it has no name in the code server and is collected when
   * unused.
   */
  LoadedModule define(CompiledModule script);

  /**
   * Makes the module current; what was current becomes old; an older one is purged first: processes
   * that still run it are killed.
   *
   * @throws LoadException when the name is a library's or the limit of modules is reached
   */
  LoadedModule load(CompiledModule module);

  /** The version that is called now; loads a library module; null when there is none. */
  @Nullable LoadedModule current(String name);

  /** Whether the module is there, after looking for it as a first call would. */
  boolean ensureLoaded(String name);

  /** The version before, while it is not purged. */
  @Nullable LoadedModule old(String name);

  /** Whether the module is a library's: cannot be loaded over, purged or deleted. */
  boolean isLibrary(String name);

  /**
   * Names of the modules that have current code, library modules included as far as they were
   * called.
   */
  List<String> loaded();

  /** Makes current code old: code:delete/1. False when there is old code, or nothing to delete. */
  boolean delete(String name);

  /**
   * Removes old code; processes that still run it are killed within a slice.
   *
   * @return whether there were such processes
   */
  boolean purge(@Nullable Process caller, String name);

  /** Removes old code unless a process still runs it: then false. */
  boolean softPurge(@Nullable Process caller, String name);

  /**
   * Whether the process runs old code of that module: in a frame of its stack, or as what it does
   * when it next wakes.
   */
  boolean checkProcessCode(@Nullable Process caller, Pid process, String name);

  /** Whether {@code module:function/arity} can be called now: an exported function or a builtin. */
  boolean isExported(String module, String function, int arity);

  /**
   * Names and arities that can be called, as "name/arity", of a module's current code or of
   * builtins.
   */
  Set<String> exports(String module);

  /** {@code fun module:function/arity}. */
  Fun external(String module, String function, int arity);

  /** Where remote calls of generated code go. */
  RemoteLinker linker();

  /** Sets what is asked for modules that are not loaded; null for nothing. */
  void setAutoloader(@Nullable Autoloader autoloader);
}

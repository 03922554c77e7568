package dev.moonbeam.core.code;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Apart;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Limit;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The code server of a node. One lock guards what is loaded and linked; calls take none. */
public final class NodeCodeServer implements CodeServer, RemoteLinker {
  private static final Atom STICKY = Atom.of("sticky_directory");
  private static final Atom SYSTEM_LIMIT = Atom.of("system_limit");
  private static final Atom ON_LOAD_FAILURE = Atom.of("on_load_failure");
  private static final Atom NOT_LOADED = Atom.of("not_loaded");
  private static final Atom BADARG = Atom.of("badarg");
  private static final String UNDEFINED_HANDLER = "$handle_undefined_function";

  /** What is known of a module name. Guarded by the server's lock. */
  private static final class Slot {
    @Nullable Version current;
    @Nullable Version old;
    boolean library;
    boolean askedLibrary;
  }

  private final Node node;
  private final Library library;
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Export> exports = new ConcurrentHashMap<>();

  /** A power of two. */
  private static final int RECENT = 256;

  /** Of registered exports, which stay. Written by any thread: an entry never changes. */
  private final @Nullable Recent[] recent = new Recent[RECENT];

  private final Object lock = new Object();
  private int scriptModules;

  /** Modules whose on_load function is running. */
  private final Set<String> starting = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Autoloader autoloader;

  public NodeCodeServer(Node node) {
    this.node = node;
    library = new Library(node.policy(), node.languages());
  }

  @Override
  public RemoteLinker linker() {
    return this;
  }

  @Override
  public void setAutoloader(@Nullable Autoloader autoloader) {
    this.autoloader = autoloader;
  }

  // Loading

  @Override
  public LoadedModule define(CompiledModule script) {
    return version(script);
  }

  private Version version(CompiledModule module) {
    Language language = node.language(module.language());
    ClassLoader parent =
        (language == null ? NodeCodeServer.class : language.getClass()).getClassLoader();
    ModuleLoader loader = new ModuleLoader(module, parent, this);
    if (language != null) {
      language.exportRuntimeTo(loader.getUnnamedModule());
    }
    Preloading.preload(module, loader);
    return new Version(loader);
  }

  @Override
  public LoadedModule load(CompiledModule module) {
    String name = module.name();
    if (isLibrary(name)) {
      throw new LoadException(
          "cannot load module '" + name + "': it is part of the library", STICKY);
    }
    Version version = version(module);
    // A class file that does not link is found now, not after the version before was replaced.
    for (CompiledFunction function : module.functions()) {
      if (function.exported()) {
        version.loader().method(function);
        break;
      }
    }
    startUp(version);
    Version purged;
    synchronized (lock) {
      Slot slot = slot(name);
      if (slot.current == null && slot.old == null) {
        long limit = node.policy().limit(Limit.MODULES);
        if (scriptModules >= limit) {
          throw new LoadException(
              "cannot load module '" + name + "': modules limit of " + limit + " reached",
              SYSTEM_LIMIT);
        }
        scriptModules++;
      }
      purged = slot.old;
      slot.old = slot.current;
      slot.current = version;
      relink(name);
    }
    if (purged != null) {
      killUsers(purged);
    }
    return version;
  }

  /**
   * Runs what the module wants run before it is called (reference manual, "Running a Function When
   * a Module is Loaded"); anything but {@code ok} is a refusal.
   */
  private void startUp(Version version) {
    String name = version.compiled().name();
    if (!(version.compiled().attributes().get(CompiledModule.ON_LOAD) instanceof Atom function)) {
      return;
    }
    if (!starting.add(name)) {
      throw new LoadException("module '" + name + "' is being loaded", NOT_LOADED);
    }
    Object result;
    try {
      Fun start = version.function(function.name(), 0);
      result = Apart.evaluate(node, process -> process.call(start));
    } catch (Raise raise) {
      result = new Tuple(raise.kind(), raise.reason());
    } finally {
      starting.remove(name);
    }
    if (result != Atom.OK) {
      throw new LoadException(
          "the on_load function of module '" + name + "' gave " + TermPrinter.print(result),
          ON_LOAD_FAILURE);
    }
  }

  private Slot slot(String name) {
    return slots.computeIfAbsent(name, _ -> new Slot());
  }

  /** Links all calls of a module to what is current. Under the lock. */
  private void relink(String module) {
    List<MutableCallSite> changed = new ArrayList<>();
    for (Export export : exports.values()) {
      if (export.module.equals(module)) {
        if (!link(export)) {
          export.unlink();
        }
        if (export.site != null) {
          changed.add(export.site);
        }
      }
    }
    // Other threads may hold the old targets in compiled code; after this they do not.
    MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
  }

  /** Links a call to what is loaded; false when there is nothing. Under the lock. */
  private boolean link(Export export) {
    Fun builtin = library.link(export.module, export.function, export.arity);
    if (builtin != null) {
      export.link(builtin, null);
      return true;
    }
    Slot slot = slots.get(export.module);
    Version current = slot == null ? null : slot.current;
    CompiledFunction function =
        current == null ? null : current.exported(export.function, export.arity);
    if (function == null) {
      return false;
    }
    MethodHandle direct = function.captured() == 0 ? current.loader().entry(function) : null;
    export.link(current.loader().function(function), direct);
    return true;
  }

  @Override
  public @Nullable LoadedModule current(String name) {
    return version(name);
  }

  private @Nullable Version version(String name) {
    Slot slot = slots.get(name);
    if (slot != null && slot.current != null) {
      return slot.current;
    }
    if (slot == null || !slot.askedLibrary) {
      loadLibrary(name);
      slot = slots.get(name);
    }
    return slot == null ? null : slot.current;
  }

  /** Loads the precompiled module of that name, if a language has one. */
  private boolean loadLibrary(String name) {
    CompiledModule module = library.module(name);
    synchronized (lock) {
      Slot slot = slots.get(name);
      if (module == null && slot == null) {
        // Names that are nobody's are not remembered: a script may ask for any number of them.
        return false;
      }
      slot = slot(name);
      if (!slot.askedLibrary) {
        slot.askedLibrary = true;
        if (module != null) {
          slot.library = true;
          slot.current = version(module);
          relink(name);
        }
      }
      return slot.library;
    }
  }

  @Override
  public boolean ensureLoaded(String name) {
    return isLibrary(name) || isLoaded(name) || autoload(name);
  }

  /** Asks the autoloader. */
  private boolean autoload(String name) {
    Autoloader finder = autoloader;
    // A module that is called while it starts is not there yet.
    CompiledModule module = finder == null || starting.contains(name) ? null : finder.find(name);
    if (module == null) {
      return false;
    }
    synchronized (lock) {
      Slot slot = slots.get(name);
      if (slot != null && slot.current != null) {
        return true;
      }
    }
    try {
      load(module);
      return true;
    } catch (LoadException e) {
      if (e.reason() == ON_LOAD_FAILURE) {
        return false;
      }
      throw e;
    }
  }

  /**
   * What an unlinked call means: loads what must be loaded. Null when there is no such function.
   */
  @Nullable Fun resolve(Export export) {
    for (int attempt = 0; attempt < 3; attempt++) {
      synchronized (lock) {
        Export shared =
            export.registered ? export : known(export.module, export.function, export.arity);
        if (shared.registered && (shared.target() != null || link(shared))) {
          return shared.target();
        }
      }
      boolean found =
          switch (attempt) {
            case 0 -> loadLibrary(export.module);
            case 1 -> !isLoaded(export.module) && autoload(export.module);
            default -> false;
          };
      if (attempt > 0 && !found) {
        break;
      }
    }
    return null;
  }

  private boolean isLoaded(String module) {
    Slot slot = slots.get(module);
    return slot != null && slot.current != null;
  }

  /** A call of a function that does not exist (error_handler:undefined_function/3). */
  Object undefined(Process process, String module, String function, Object[] arguments) {
    Version version = version(module);
    if (version != null && !function.equals(UNDEFINED_HANDLER)) {
      CompiledFunction handler = version.exported(UNDEFINED_HANDLER, 2);
      if (handler != null) {
        return version
            .loader()
            .function(handler)
            .call2(process, Atom.of(function), Cons.list(arguments));
      }
    }
    throw new UndefinedFunction(process, module, function, arguments);
  }

  // What is there

  @Override
  public @Nullable LoadedModule old(String name) {
    Slot slot = slots.get(name);
    return slot == null ? null : slot.old;
  }

  @Override
  public boolean isLibrary(String name) {
    return library.hasBuiltins(name) || loadLibrary(name);
  }

  @Override
  public List<String> loaded() {
    Set<String> names = new TreeSet<>(library.names());
    slots.forEach(
        (name, slot) -> {
          if (slot.current != null) {
            names.add(name);
          }
        });
    return new ArrayList<>(names);
  }

  @Override
  public boolean isExported(String module, String function, int arity) {
    if (library.has(module, function, arity)) {
      return true;
    }
    Version version = version(module);
    return version != null && version.exported(function, arity) != null;
  }

  @Override
  public Set<String> exports(String module) {
    Set<String> names = new TreeSet<>(library.functions(module));
    Version version = version(module);
    if (version != null) {
      for (CompiledFunction function : version.compiled().functions()) {
        if (function.exported()) {
          names.add(function.name().name() + "/" + function.arity());
        }
      }
    }
    return names;
  }

  // Removing

  @Override
  public boolean delete(String name) {
    synchronized (lock) {
      Slot slot = slots.get(name);
      if (slot == null || slot.library || slot.current == null || slot.old != null) {
        return false;
      }
      slot.old = slot.current;
      slot.current = null;
      relink(name);
      return true;
    }
  }

  @Override
  public boolean purge(@Nullable Process caller, String name) {
    Version purged;
    synchronized (lock) {
      Slot slot = slots.get(name);
      if (slot == null || slot.old == null) {
        return false;
      }
      purged = slot.old;
      forgetOld(name, slot);
    }
    return killUsers(purged);
  }

  @Override
  public boolean softPurge(@Nullable Process caller, String name) {
    LoadedModule old = old(name);
    if (old == null) {
      return true;
    }
    for (Process process : node.processes()) {
      if (checkProcessCode(caller, process.pid(), name)) {
        return false;
      }
    }
    synchronized (lock) {
      Slot slot = slots.get(name);
      if (slot != null && slot.old == old) {
        forgetOld(name, slot);
      }
    }
    return true;
  }

  private void forgetOld(String name, Slot slot) {
    slot.old = null;
    if (slot.current == null) {
      scriptModules--;
      slots.remove(name);
    }
  }

  private boolean killUsers(Version version) {
    boolean any = false;
    for (Process process : node.processes()) {
      any |= process.killIfRunning(version.loader());
    }
    return any;
  }

  @Override
  public boolean checkProcessCode(@Nullable Process caller, Pid pid, String name) {
    Slot slot = slots.get(name);
    Version old = slot == null ? null : slot.old;
    return old != null
        && pid.target instanceof Process process
        && process.node() == node
        && process.mayRun(old.loader());
  }

  // Remote calls

  private Export export(String module, String function, int arity) {
    String key = module + ":" + function + "/" + arity;
    Export export = exports.get(key);
    if (export == null) {
      export = exports.computeIfAbsent(key, _ -> new Export(this, module, function, arity, true));
    }
    return export;
  }

  @Override
  public CallSite link(String module, String function, MethodType type) {
    return Objects.requireNonNull(export(module, function, type.parameterCount() - 1).site);
  }

  @Override
  public Object call(Process process, Object module, Object function, Object[] arguments) {
    if (!(module instanceof Atom m) || !(function instanceof Atom f)) {
      throw new BadTarget(module, function, arguments, process.traces);
    }
    Export export = recent(m, f, arguments.length);
    Fun target = export.target();
    return target != null ? target.callN(process, arguments) : export.resolve(process, arguments);
  }

  @Override
  public Object tailCall(Process process, Object module, Object function, Object[] arguments) {
    if (module instanceof Atom m && function instanceof Atom f) {
      Fun target = recent(m, f, arguments.length).target();
      if (target != null) {
        return Special.tailCall(target, arguments);
      }
    }
    return RemoteLinker.super.tailCall(process, module, function, arguments);
  }

  /** A name that was called by its atoms, and where it leads for good. */
  private record Recent(Atom module, Atom function, int arity, Export export) {}

  /** As {@link #known}, which has a text to make and to look up. */
  private Export recent(Atom module, Atom function, int arity) {
    int slot = (module.hashCode() * 31 + function.hashCode() + arity >>> 16) & RECENT - 1;
    Recent found = recent[slot];
    if (found != null
        && found.module == module
        && found.function == function
        && found.arity == arity) {
      return found.export;
    }
    Export export = known(module.name(), function.name(), arity);
    if (export.registered) {
      recent[slot] = new Recent(module, function, arity, export);
    }
    return export;
  }

  /**
   * The shared export of a name that something calls, else one of the caller's own: names are a
   * script's to invent.
   */
  Export known(String module, String function, int arity) {
    Export export = exports.get(module + ":" + function + "/" + arity);
    if (export != null) {
      return export;
    }
    return library.has(module, function, arity) || isLoaded(module)
        ? export(module, function, arity)
        : new Export(this, module, function, arity, false);
  }

  @Override
  public Fun function(Object module, Object function, int arity) {
    if (!(module instanceof Atom m) || !(function instanceof Atom f)) {
      throw new Raise(Atom.ERROR, BADARG, true);
    }
    return external(m.name(), f.name(), arity);
  }

  @Override
  public Fun external(String module, String function, int arity) {
    return new ExternalFun(this, known(module, function, arity));
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Calls;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.InternedStrings;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.StringBuffer;
import dev.moonbeam.policy.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Library {@code package} and {@code require} (manual, 6.3). Modules are Lua files: in the folders
 * that the host lends for modules (capability to load modules), or wherever else the policy lets
 * the script read. Nothing native is ever loaded.
 */
@BuiltinModule(
    value = "package",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaPackage {
  private static final Binary LOADED = InternedStrings.intern("_LOADED");
  private static final Binary PRELOAD = InternedStrings.intern("_PRELOAD");

  private LuaPackage() {}

  private static final String NOT_ENABLED =
      "dynamic libraries not enabled; check your Lua installation";

  /** Fills the table {@code package}. */
  static void open(Process process, LuaState state, LuaTable library) {
    StringBuilder path = new StringBuilder();
    for (Path folder : HostResources.of(process.node()).modulePath()) {
      path.append(folder).append("/?.lua;").append(folder).append("/?/init.lua;");
    }
    library.putString(process, "path", Binary.of(path + "./?.lua;./?/init.lua"));
    library.putString(process, "cpath", Binary.EMPTY);
    library.putString(process, "config", Binary.of("/\n;\n?\n!\n-\n"));
    library.putString(process, "loaded", state.registry().getString(LOADED));
    LuaTable preload = LuaTable.create(process);
    state.registry().putString(process, PRELOAD, preload);
    library.putString(process, "preload", preload);
    LuaTable searchers = LuaTable.create(process);
    searchers.putInteger(process, 1, new Searcher("preload"));
    searchers.putInteger(process, 2, new Searcher("file"));
    searchers.putInteger(process, 3, new Searcher("native"));
    searchers.putInteger(process, 4, new Searcher("native root"));
    library.putString(process, "searchers", searchers);
  }

  // --------------------------------------------------------------------------------------------------------- the files

  /** The text of a module's file if it is there and the script may read it. */
  private static @Nullable Binary readModule(Process process, Binary name) {
    Path file = moduleFile(process, name);
    try {
      return file == null ? null : read(process, file);
    } catch (IOException _) {
      return null;
    }
  }

  private static @Nullable Path moduleFile(Process process, Binary name) {
    try {
      Path path = Path.of(name.toString());
      if (process.node().policy().grants(Capability.LOAD_MODULES)) {
        for (Path folder : HostResources.of(process.node()).modulePath()) {
          if (path.normalize().startsWith(folder.normalize()) && Files.isRegularFile(path)) {
            return path;
          }
        }
      }
      Path allowed = FileAccess.toRead(process, name);
      return Files.isRegularFile(allowed) && Files.isReadable(allowed) ? allowed : null;
    } catch (java.nio.file.InvalidPathException | FileAccess.Failure _) {
      return null;
    }
  }

  static Binary read(Process process, Path file) throws IOException {
    process.reserve(Files.size(file));
    byte[] bytes = Files.readAllBytes(file);
    process.charge(bytes.length >> 4);
    return Binary.of(bytes);
  }

  @Builtin(value = "searchpath", cost = 100)
  public static Object searchPath(
      Process process, Object name, Object path, Object sep, Object rep) {
    // Last to first, as C compilers evaluate the arguments of a call.
    String to = Arguments.string(process, "searchpath", 4, rep, Binary.of("/")).toLatin1();
    String from = Arguments.string(process, "searchpath", 3, sep, Binary.of(".")).toLatin1();
    Binary templates = Arguments.string(process, "searchpath", 2, path);
    Binary wanted = Arguments.string(process, "searchpath", 1, name);
    StringBuilder tried = new StringBuilder();
    Binary found = search(process, wanted.toLatin1(), templates.toLatin1(), from, to, tried);
    return found != null
        ? found
        : Special.values(new Object[] {Atom.NIL, Binary.ofLatin1(tried.toString())});
  }

  private static @Nullable Binary search(
      Process process, String name, String templates, String from, String to, StringBuilder tried) {
    String file = from.isEmpty() ? name : name.replace(from, to);
    for (String template : templates.split(";", -1)) {
      process.charge(50);
      process.reserve((long) template.length() * (file.length() + 1));
      Binary candidate = Binary.ofLatin1(template.replace("?", file));
      if (moduleFile(process, candidate) != null) {
        return candidate;
      }
      tried
          .append(tried.isEmpty() ? "" : "\n\t")
          .append("no file '")
          .append(candidate.toLatin1())
          .append('\'');
    }
    return null;
  }

  @Builtin("loadlib")
  public static Object loadLib(Process process, Object library, Object function) {
    Arguments.string(process, "loadlib", 1, library);
    Arguments.string(process, "loadlib", 2, function);
    return Special.values(new Object[] {Atom.NIL, Binary.of(NOT_ENABLED), Binary.of("absent")});
  }

  // -------------------------------------------------------------------------------------------------------- searchers

  /** One of the standard searchers. */
  static final class Searcher extends Fun {
    private final String what;

    Searcher(String what) {
      this.what = what;
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public String displayName() {
      return "function <searcher>";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(50);
      Binary name = Arguments.string(process, "?", 1, Arguments.at(arguments, 0));
      return switch (what) {
        case "preload" -> preloaded(process, name);
        case "file" -> fromFile(process, name);
        case "native" -> fromLibrary(process, name, name);
        default -> {
          int dot = name.toLatin1().indexOf('.');
          yield dot < 0
              ? Special.values(NO_ARGUMENTS)
              : fromLibrary(process, name, name.slice(0, dot));
        }
      };
    }
  }

  private static Object preloaded(Process process, Binary name) {
    LuaState state = LuaState.of(process);
    LuaTable preload = (LuaTable) Access.rawGet(process, state.registry(), PRELOAD);
    Object loader = Access.get(process, preload, name);
    return loader == Atom.NIL
        ? Binary.ofLatin1("no field package.preload['" + name.toLatin1() + "']")
        : Special.values(new Object[] {loader, Binary.of(":preload:")});
  }

  private static Object fromFile(Process process, Binary name) {
    if (!(library(process, "path") instanceof Binary path)) {
      throw LuaError.library(process, "'package.path' must be a string");
    }
    StringBuilder tried = new StringBuilder();
    Binary file = search(process, name.toLatin1(), path.toLatin1(), ".", "/", tried);
    if (file == null) {
      return Binary.ofLatin1(tried.toString());
    }
    Binary source = readModule(process, file);
    Object loaded =
        source == null
            ? LuaLoad.failure(Binary.of("cannot read"))
            : LuaLoad.compileFile(process, source, file, "bt", LuaState.of(process).globals());
    Object[] results = process.all(loaded);
    if (results[0] == Atom.NIL) {
      throw LuaError.library(
          process,
          "error loading module '%s' from file '%s':\n\t%s"
              .formatted(name.toLatin1(), file.toLatin1(), ((Binary) results[1]).toLatin1()));
    }
    return Special.values(new Object[] {results[0], file});
  }

  /** Native libraries are looked for where a script says so, and never loaded. */
  private static Object fromLibrary(Process process, Binary name, Binary library) {
    if (!(library(process, "cpath") instanceof Binary path)) {
      throw LuaError.library(process, "'package.cpath' must be a string");
    }
    if (path.length() == 0) {
      return Atom.NIL;
    }
    StringBuilder tried = new StringBuilder();
    Binary file = search(process, library.toLatin1(), path.toLatin1(), ".", "/", tried);
    if (file == null) {
      return Binary.ofLatin1(tried.toString());
    }
    throw LuaError.library(
        process,
        "error loading module '%s' from file '%s':\n\t%s"
            .formatted(name.toLatin1(), file.toLatin1(), NOT_ENABLED));
  }

  /**
   * A field of the table {@code package}, which a script may have replaced as a global but not in
   * package.loaded.
   */
  private static Object library(Process process, String field) {
    LuaTable loaded = (LuaTable) Access.rawGet(process, LuaState.of(process).registry(), LOADED);
    Object library = Access.rawGet(process, loaded, Binary.of("package"));
    return library instanceof LuaTable table
        ? Access.get(process, table, Binary.of(field))
        : Atom.NIL;
  }

  // ----------------------------------------------------------------------------------------------------------- require

  static Object require(Process process, Object moduleName) {
    Binary name = Arguments.string(process, "require", 1, moduleName);
    LuaTable loaded = (LuaTable) Access.rawGet(process, LuaState.of(process).registry(), LOADED);
    Object present = Access.get(process, loaded, name);
    if (Comparison.truthy(present)) {
      return present;
    }
    if (!(library(process, "searchers") instanceof LuaTable searchers)) {
      throw LuaError.library(process, "'package.searchers' must be a table");
    }
    StringBuffer tried = new StringBuffer(process, 256);
    for (long i = 1; ; i++) {
      Object searcher = Access.rawGet(process, searchers, i);
      if (searcher == Atom.NIL) {
        throw LuaError.library(
            process, "module '" + name.toLatin1() + "' not found:" + tried.toBinary().toLatin1());
      }
      Object[] found = Calls.all(process, searcher, name);
      if (found.length > 0 && found[0] instanceof Fun) {
        return load(process, loaded, name, found[0], found.length > 1 ? found[1] : Atom.NIL);
      }
      if (found.length > 0
          && (found[0] instanceof Binary
              || found[0] instanceof Long
              || found[0] instanceof Double)) {
        tried.add("\n\t").add(Arguments.string(process, "require", 1, found[0]));
      }
    }
  }

  private static Object load(
      Process process, LuaTable loaded, Binary name, Object loader, Object data) {
    Object value = Calls.one(process, loader, name, data);
    if (value != Atom.NIL) {
      Access.set(process, loaded, name, value);
    } else if (Access.get(process, loaded, name) == Atom.NIL) {
      Access.set(process, loaded, name, Atom.TRUE);
    }
    return Special.values(new Object[] {Access.get(process, loaded, name), data});
  }
}

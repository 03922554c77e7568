package dev.moonbeam.lua.compile;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Cell;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.policy.Limit;

/**
 * Compiles a chunk while a script runs and makes it a function: what {@code load}, {@code dofile}
 * and {@code require} stand on. The work is charged to the script: some reductions a chunk, more a
 * byte.
 */
public final class ChunkLoader {
  /**
   * What a chunk costs whatever its size: passes, class definition and linking take some 200 us
   * cold.
   */
  private static final int CHUNK_COST = 20_000;

  /**
   * A reduction is some 5 to 10 ns of work; compiling takes some 100 to 500 ns a byte warm, more in
   * odd shapes.
   */
  private static final int BYTE_COST = 50;

  /** Bytes of metaspace and heap that a small loaded chunk holds while its function lives. */
  private static final int CHUNK_BYTES = 8 * 1024;

  /** As in Lua: longest chunk name in messages, with what is around it. */
  private static final int ID_SIZE = 60;

  private ChunkLoader() {}

  /**
   * The chunk as a function.
   *
   * @param source its text
   * @param name its name as {@code load} takes it; messages show {@link #displayName}
   * @param environment its {@code _ENV}
   * @throws CompileException when it is no valid chunk; {@link #message} words it
   */
  public static Fun load(Process process, Binary source, Binary name, Object environment)
      throws CompileException {
    return load(process, source, new Name(name, false), environment);
  }

  static Fun load(Process process, Binary source, Name name, Object environment)
      throws CompileException {
    return load(process, source, name, environment, LuaCompiler::compile);
  }

  /**
   * A name as {@code load} takes it.
   *
   * @param stripped whether the chunk has no debug information
   */
  record Name(Binary text, boolean stripped) {}

  /** How a chunk becomes a module. */
  @FunctionalInterface
  interface Compilation {
    CoreModule compile(SourceUnit unit, boolean traced) throws CompileException;
  }

  static Fun load(
      Process process, Binary source, Name name, Object environment, Compilation compilation)
      throws CompileException {
    CoreModule module =
        compile(process, source, name, compilation, LuaState.of(process).traces())
            .withAttribute(Prototype.CHUNK_NAME, name.text);
    if (name.stripped) {
      module = module.withAttribute(Prototype.STRIPPED, Atom.TRUE);
    }
    CompiledModule compiled = ModuleCompiler.compile(module, CompilerOptions.standard());
    LoadedModule loaded = process.node().code().define(compiled);
    Fun function = loaded(process, loaded, environment);
    process.allocated(function, CHUNK_BYTES + 4L * source.length());
    return function;
  }

  /** As far as the module, on the script's account. */
  static CoreModule compile(
      Process process, Binary source, Name name, Compilation compilation, boolean traced)
      throws CompileException {
    long limit = process.node().policy().limit(Limit.SOURCE);
    if (source.length() > limit) {
      throw process.exceeded(Limit.SOURCE, limit);
    }
    process.charge(CHUNK_COST + (long) source.length() * BYTE_COST);
    SourceUnit unit = new SourceUnit(displayName(name.text), ByteText.decode(source.toByteArray()));
    return compilation.compile(unit, traced);
  }

  /**
   * The module's main function with its upvalues: the environment itself for a chunk; for a
   * function without its chunk cells, of which the first has the environment.
   */
  private static Fun loaded(Process process, LoadedModule loaded, Object environment) {
    CompiledFunction main = null;
    for (CompiledFunction each : loaded.compiled().functions()) {
      if (each.name().name().equals(ModuleLowering.MAIN)) {
        main = each;
      }
    }
    if (main == null) {
      throw new IllegalStateException("a chunk without main function");
    }
    if (main.displayName().equals(ModuleLowering.MAIN_CHUNK)) {
      return main(process, loaded, environment);
    }
    noteModes(process, loaded);
    Object[] cells = new Object[main.captured()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Cell.create(process, i == 0 ? environment : Atom.NIL);
    }
    Fun function = loaded.function(ModuleLowering.MAIN, main.arity(), cells);
    if (isTraced(loaded)) {
      LuaState.of(process).startTracing();
      Cell.set(process, cells[cells.length - 1], function);
    }
    return function;
  }

  private static boolean isTraced(LoadedModule loaded) {
    return loaded.compiled().attributes().containsKey(Prototype.TRACED);
  }

  private static void noteModes(Process process, LoadedModule loaded) {
    if (loaded.compiled().attributes().containsKey(Prototype.SETS_MODES)) {
      LuaState.of(process).followModes();
    }
  }

  /** A chunk's function with its upvalue. */
  public static Fun main(Process process, LoadedModule chunk, Object environment) {
    noteModes(process, chunk);
    LuaState state = LuaState.of(process);
    if (!isTraced(chunk)) {
      Fun main = chunk.function(ModuleLowering.MAIN, 0, environment);
      state.mainFunctions.add(main);
      return main;
    }
    state.startTracing();
    Object self = Cell.create(process, Atom.NIL);
    Fun main = chunk.function(ModuleLowering.MAIN, 0, environment, self);
    Cell.set(process, self, main);
    return main;
  }

  /** {@code chunk:line: what is wrong}, as Lua words it. */
  public static Binary message(CompileException refusal) {
    Diagnostic first = refusal.first();
    String text = first.position().file() + ":" + first.position().line() + ": " + first.message();
    return Binary.of(ByteText.encode(text));
  }

  /**
   * The name under which messages show a chunk (manual, 4.7, {@code lua_Debug.short_src}): {@code
   * =name} and {@code @file} stand for themselves, anything else is source text, shown by its first
   * line.
   */
  public static String displayName(Binary name) {
    String whole = ByteText.decode(name.toByteArray());
    int nul = whole.indexOf('\0'); // names end there, as in C
    String text = nul < 0 ? whole : whole.substring(0, nul);
    if (text.startsWith("=")) {
      return text.length() <= ID_SIZE ? text.substring(1) : text.substring(1, ID_SIZE);
    }
    if (text.startsWith("@")) {
      return text.length() <= ID_SIZE
          ? text.substring(1)
          : "..." + text.substring(text.length() - (ID_SIZE - 4));
    }
    int room = ID_SIZE - "[string \"...\"]".length() - 1;
    int end = text.indexOf('\n');
    String shown = end < 0 ? text : text.substring(0, end);
    boolean cut = end >= 0 || shown.length() > room;
    return "[string \""
        + shown.substring(0, Math.min(shown.length(), room))
        + (cut ? "..." : "")
        + "\"]";
  }
}

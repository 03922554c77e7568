package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.ArrayList;
import java.util.List;

/** What {@code Module:module_info/0,1} of every module calls (reference manual, "Modules"). */
@BuiltinModule("erlang")
public final class ModuleBifs {
  private static final List<String> ITEMS =
      List.of("module", "exports", "attributes", "compile", "md5");

  private ModuleBifs() {}

  @Builtin("get_module_info")
  public static Object getModuleInfo(Process process, Object module) {
    List<Object> items = new ArrayList<>();
    for (String item : ITEMS) {
      items.add(new Tuple(Atom.of(item), getModuleInfo(process, module, Atom.of(item))));
    }
    return Cons.list(items.toArray());
  }

  @Builtin("get_module_info")
  public static Object getModuleInfo(Process process, Object module, Object item) {
    if (!(module instanceof Atom name) || !(item instanceof Atom what)) {
      throw Errors.badarg(process, module, item);
    }
    LoadedModule loaded = process.node().code().current(name.name());
    if (loaded == null) {
      throw Errors.badarg(process, module, item);
    }
    CompiledModule compiled = loaded.compiled();
    process.charge(compiled.functions().size());
    return switch (what.name()) {
      case "module" -> module;
      case "exports" -> exports(process, name.name());
      case "functions" -> functions(process, compiled);
      case "attributes" -> compiled.attributes().getOrDefault("attributes", Nil.EMPTY);
      case "compile" ->
          Cons.list(
              new Tuple(Atom.of("options"), Nil.EMPTY),
              new Tuple(Atom.of("source"), Lists.ofText(process, compiled.sourceFile())));
      case "md5" -> Atom.UNDEFINED;
      case "native" -> Atom.FALSE;
      case "nifs" -> Nil.EMPTY;
      default -> throw Errors.badarg(process, module, item);
    };
  }

  /** Those of a library module may be written in either language. */
  private static Object exports(Process process, String module) {
    TermBuffer exports = new TermBuffer(process);
    for (String export : process.node().code().exports(module)) {
      int slash = export.lastIndexOf('/');
      exports.add(
          new Tuple(
              Atom.of(export.substring(0, slash)), Long.valueOf(export.substring(slash + 1))));
    }
    return exports.toList(Nil.EMPTY);
  }

  private static Object functions(Process process, CompiledModule compiled) {
    TermBuffer functions = new TermBuffer(process);
    for (CompiledFunction function : compiled.functions()) {
      if (function.captured() == 0 && !function.name().name().startsWith("-")) {
        functions.add(new Tuple(Atom.of(function.name().name()), (long) function.name().arity()));
      }
    }
    return functions.toList(Nil.EMPTY);
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadException;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.FileAccess;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.process.NodeSurroundings;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.compile.FormsCompiler;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.erlang.syntax.AbstractFormat;
import dev.moonbeam.erlang.syntax.ErlangSource;
import dev.moonbeam.erlang.syntax.ParsedSource;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/**
 * The compiler, for modules {@code compile}, {@code code}, {@code epp} and {@code erl_lint}. What
 * is compiled runs on this node within its policy, as everything else there.
 */
@BuiltinModule("moonbeam_compiler")
public final class CompilerModule {
  /** Far above what a module of people's or a generator's writing comes to. */
  private static final long MOST_NODES = 4_000_000;

  /** To compile a node takes some microseconds; a reduction is some 5 to 10 ns. */
  private static final int NODE_COST = 200;

  /** A byte of source is a quarter of a node. */
  private static final int CHARACTER_COST = 50;

  /** What a module costs whatever its size: passes, class definition and linking. */
  private static final int MODULE_COST = 20_000;

  private static final Atom ERL_LINT = Atom.of("erl_lint");

  private CompilerModule() {}

  /** Something that throws what compilations do. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws Exception;
  }

  private static <T> T run(Process process, Work<T> work, Object... arguments) {
    try {
      return work.run();
    } catch (LargeStack.TooDeep e) {
      throw Errors.systemLimit(process, arguments);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static CompileOptions options(
      Process process, List<String> folders, Map<String, String> defines) {
    return new CompileOptions(
        List.of(),
        folders,
        defines,
        true,
        process.node().policy().limit(Limit.SOURCE),
        warning -> {},
        new NodeSurroundings(process.node()));
  }

  /** Charges for a term by its nodes, those that are shared as often as they occur. */
  private static void weigh(Process process, Object forms, Object... arguments) {
    Object[] stack = new Object[64];
    int top = 0;
    stack[top++] = forms;
    long nodes = 0;
    while (top > 0) {
      Object term = stack[--top];
      while (term instanceof Cons cell) {
        if (++nodes % 1_000 == 0) {
          process.charge(1_000L * NODE_COST / 10);
        }
        if (top == stack.length) {
          stack = Arrays.copyOf(stack, top * 2);
        }
        if (cell.head instanceof Cons || cell.head instanceof Tuple) {
          stack[top++] = cell.head;
        }
        term = cell.tail;
      }
      if (term instanceof Tuple tuple) {
        nodes++;
        process.charge(NODE_COST);
        for (int i = 0; i < tuple.size(); i++) {
          if (tuple.get(i) instanceof Cons || tuple.get(i) instanceof Tuple) {
            if (top == stack.length) {
              stack = Arrays.copyOf(stack, top * 2);
            }
            stack[top++] = tuple.get(i);
          }
        }
      }
      if (nodes > MOST_NODES) {
        throw Errors.systemLimit(process, arguments);
      }
    }
    process.charge(MODULE_COST);
    process.reserve(nodes * 200);
  }

  private static String text(Process process, Object characters, Object... arguments) {
    String text = CharData.toText(process, characters);
    if (text == null) {
      throw Errors.badarg(process, arguments);
    }
    return text;
  }

  /** {@code {Errors, Warnings}}, each {@code [{File, [{Place, Module, Text}]}]}. */
  @Builtin("check")
  public static Object check(Process process, Object forms, Object file) {
    weigh(process, forms, forms, file);
    String name = text(process, file, forms, file);
    List<Diagnostic> all =
        run(
            process,
            () -> {
              try {
                return FormsCompiler.check(
                        name, forms, MOST_NODES, options(process, List.of(), Map.of()))
                    .sorted();
              } catch (CompileException e) {
                return e.diagnostics();
              }
            },
            forms,
            file);
    return said(process, all);
  }

  private static Tuple said(Process process, List<Diagnostic> all) {
    return new Tuple(
        said(process, all, Diagnostic.Severity.ERROR),
        said(process, all, Diagnostic.Severity.WARNING));
  }

  private static Object said(Process process, List<Diagnostic> all, Diagnostic.Severity severity) {
    Map<String, List<Object>> files = new LinkedHashMap<>();
    for (Diagnostic each : all) {
      if (each.severity() == severity) {
        files
            .computeIfAbsent(each.position().file(), _ -> new ArrayList<>())
            .add(
                new Tuple(
                    place(each), ERL_LINT, Lists.ofText(process, String.valueOf(each.message()))));
      }
    }
    TermBuffer list = new TermBuffer(process);
    files.forEach(
        (file, said) ->
            list.add(new Tuple(Lists.ofText(process, file), Cons.list(said.toArray()))));
    return list.toList(Nil.EMPTY);
  }

  private static Object place(Diagnostic diagnostic) {
    long line = diagnostic.position().line();
    long column = diagnostic.position().column();
    return line == 0 ? Atom.of("none") : column == 0 ? line : new Tuple(line, column);
  }

  /** Compiles the forms and makes them the module's current code: {@code {module, Name}}. */
  @Builtin(value = "load", needs = Capability.LOAD_CODE)
  public static Object load(Process process, Object module, Object file, Object forms) {
    if (!(module instanceof Atom name)) {
      throw Errors.functionClause(process, module, file, forms);
    }
    String source = text(process, file, module, file, forms);
    CodeServer code = process.node().code();
    if (code.isLibrary(name.name())) {
      return new Tuple(Atom.ERROR, Atom.of("sticky_directory"));
    }
    weigh(process, forms, module, file, forms);
    CompiledModule compiled =
        run(
            process,
            () -> {
              try {
                return FormsCompiler.compile(
                    source,
                    forms,
                    MOST_NODES,
                    options(process, List.of(), Map.of()),
                    ErlangLibrary.tables());
              } catch (CompileException e) {
                return null;
              }
            },
            module,
            file,
            forms);
    if (compiled == null || !compiled.name().equals(name.name())) {
      return new Tuple(Atom.ERROR, Atom.of("badfile"));
    }
    try {
      code.load(compiled);
    } catch (LoadException e) {
      return new Tuple(Atom.ERROR, e.reason());
    }
    return new Tuple(Atom.of("module"), name);
  }

  /** What modules of the module path are compiled with: {@code {Folders, [{Name, Text}]}}. */
  @Builtin(value = "surroundings", needs = Capability.READ_FILES)
  public static Object surroundings(Process process) {
    HostResources host = HostResources.of(process.node());
    TermBuffer folders = new TermBuffer(process);
    host.includePath().forEach(folder -> folders.add(Lists.ofText(process, folder.toString())));
    TermBuffer defines = new TermBuffer(process);
    new TreeMap<>(host.defines())
        .forEach(
            (name, text) ->
                defines.add(new Tuple(Lists.ofText(process, name), Lists.ofText(process, text))));
    return new Tuple(folders.toList(Nil.EMPTY), defines.toList(Nil.EMPTY));
  }

  /**
   * A source text preprocessed and parsed: {@code {Forms, Errors, Warnings}}.
   *
   * @param folders for {@code -include}; those that the policy lets the script read
   * @param defines {@code [{Name, Text}]}
   */
  @Builtin("parse")
  public static Object parse(
      Process process, Object file, Object characters, Object folders, Object defines) {
    Object[] arguments = {file, characters, folders, defines};
    String name = text(process, file, arguments);
    String source = text(process, characters, arguments);
    long limit = process.node().policy().limit(Limit.SOURCE);
    if (source.length() > limit) {
      throw process.exceeded(Limit.SOURCE, limit);
    }
    process.charge(MODULE_COST + (long) source.length() * CHARACTER_COST);
    process.reserve(100L * source.length());
    CompileOptions options =
        options(process, allowed(process, folders), pairs(process, defines, arguments));
    return run(
        process,
        () ->
            LargeStack.run(
                () -> {
                  ParsedSource parsed = ErlangSource.module(new SourceUnit(name, source), options);
                  Tuple said = said(process, parsed.diagnostics().sorted());
                  return new Tuple(AbstractFormat.forms(parsed.forms()), said.get(0), said.get(1));
                }),
        arguments);
  }

  private static List<String> allowed(Process process, Object folders) {
    List<String> allowed = new ArrayList<>();
    Object rest = folders;
    while (rest instanceof Cons cell) {
      String folder = CharData.toText(process, cell.head);
      try {
        if (folder != null) {
          allowed.add(FileAccess.resolve(process, folder, Capability.READ_FILES).toString());
        }
      } catch (FileAccess.Failure e) {
        // Not a folder for this script.
        process.charge(1);
      }
      rest = cell.tail;
    }
    return allowed;
  }

  private static Map<String, String> pairs(Process process, Object list, Object[] arguments) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Object rest = list;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Tuple pair) || pair.size() != 2) {
        throw Errors.badarg(process, arguments);
      }
      pairs.put(text(process, pair.get(0), arguments), text(process, pair.get(1), arguments));
      rest = cell.tail;
    }
    return pairs;
  }
}

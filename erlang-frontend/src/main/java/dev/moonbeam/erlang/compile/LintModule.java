package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Diagnostics;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.ParsedSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lint of a module as a whole: what is defined twice or not at all, what nobody uses. Reports what
 * OTP's {@code erl_lint} reports by default, in its words.
 */
public final class LintModule {
  private final ParsedSource source;
  private final Diagnostics diagnostics;
  final ModuleContext context;

  /** A call, for what is undefined. */
  private record Use(String file, long at) {}

  private final Map<FunctionName, List<Use>> uses = new LinkedHashMap<>();

  /** Which functions each function calls, for what is unused. */
  private final Map<FunctionName, Set<FunctionName>> calls = new HashMap<>();

  /** Functions that defaults of record fields call. */
  private final Set<FunctionName> callsOfDefaults = new HashSet<>();

  private @Nullable FunctionName current;
  private final Set<String> usedRecords = new HashSet<>();
  private final List<Object> options;
  private final List<Runnable> late = new ArrayList<>();

  /** Attributes that stand where they may not, and count for nothing. */
  private final Set<Form> misplaced = new HashSet<>();

  private final Behaviours behaviours;

  private LintModule(ParsedSource source, ModuleContext context, Behaviours behaviours) {
    this.source = source;
    this.behaviours = behaviours;
    this.diagnostics = source.diagnostics();
    this.context = context;
    this.options = ModuleForms.options(source.forms());
  }

  /** Lints a module; adds to the source's diagnostics. */
  public static void module(ParsedSource source, Behaviours behaviours) {
    new LintModule(source, ModuleForms.context(source.forms()), behaviours).module();
  }

  /** Lints a script that may use the given variables. */
  public static void script(ParsedSource source, List<String> bindings) {
    LintModule module = new LintModule(source, new ModuleContext("script", true), Behaviours.NONE);
    new LintFunction(module, source.file()).script(source.script(), bindings);
  }

  void error(String file, long at, String message) {
    diagnostics.error(file, at, message);
  }

  void warning(String file, long at, String message) {
    // A script is typed, not kept: nobody wants to hear of its style.
    if (!context.script && !options.contains(Atom.of("nowarn"))) {
      diagnostics.warning(file, at, message);
    }
  }

  /** A warning that is only told of a module without errors. */
  void late(String file, long at, String message) {
    late.add(() -> warning(file, at, message));
  }

  void recordUsed(String name) {
    usedRecords.add(name);
  }

  void called(String file, FunctionName function, long at) {
    uses.computeIfAbsent(function, any -> new ArrayList<>()).add(new Use(file, at));
    if (current != null) {
      calls.computeIfAbsent(current, any -> new HashSet<>()).add(function);
    } else {
      callsOfDefaults.add(function);
    }
  }

  /** An atom as {@code ~tw} shows it. */
  static String atom(String name) {
    return TermPrinter.print(Atom.of(name));
  }

  private void module() {
    diagnostics.endOfParsing();
    checkModuleAttribute();
    Set<FunctionName> defined = new HashSet<>();
    Set<String> records = new HashSet<>();
    boolean afterFunctions = false;
    for (Form form : source.forms()) {
      switch (form) {
        case Form.Function function -> {
          afterFunctions = true;
          function(function, defined);
        }
        case Form.Record record -> record(record, records);
        case Form.Attribute attribute -> {
          if (afterFunctions && !mayComeLate(attribute.name())) {
            error(
                attribute.file(),
                attribute.at(),
                "attribute " + attribute.name() + " after function definitions");
            misplaced.add(attribute);
          }
        }
        default -> {}
      }
    }
    Set<FunctionName> exports = exports();
    Set<FunctionName> roots = new HashSet<>(exports);
    attributeUses(roots);
    undefinedFunctions();
    unusedFunctions(roots);
    unusedRecords();
    new LintTypes(this, source.forms()).check(exports);
    behaviours.check(this, source.forms(), exports);
    if (!diagnostics.hasErrors()) {
      late.forEach(Runnable::run);
    }
  }

  private void checkModuleAttribute() {
    Form.Attribute found = null;
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("module")) {
        if (found != null) {
          error(attribute.file(), attribute.at(), "redefining module");
        }
        found = attribute;
      }
    }
    Form first = source.forms().getFirst();
    if (found != first) {
      error(first.file(), first.at(), "no module definition");
    }
    if (found == null) {
      return;
    }
    if (!(found.value() instanceof Atom) && !(found.value() instanceof Tuple)) {
      error(found.file(), found.at(), "bad module declaration");
    }
  }

  private static boolean mayComeLate(String name) {
    return name.equals("compile") || name.equals("dialyzer") || name.equals("doc");
  }

  private void function(Form.Function function, Set<FunctionName> defined) {
    FunctionName name = new FunctionName(function.name(), function.arity());
    if (!defined.add(name)) {
      error(function.file(), function.at(), "function " + shown(name) + " already defined");
    }
    if (context.imports.containsKey(name)) {
      error(function.file(), function.at(), "defining imported function " + shown(name));
    }
    current = name;
    new LintFunction(this, function.file()).function(name, function.clauses());
    current = null;
  }

  private void record(Form.Record record, Set<String> seen) {
    if (!seen.add(record.name())) {
      error(record.file(), record.at(), "record " + atom(record.name()) + " already defined");
      return;
    }
    Set<String> fields = new HashSet<>();
    for (Form.Field field : record.fields()) {
      if (!fields.add(field.name())) {
        error(
            record.file(),
            field.at(),
            "field " + atom(field.name()) + " already defined in record " + atom(record.name()));
      }
      if (field.value() != null) {
        new LintFunction(this, record.file()).recordDefault(field.value());
      }
    }
  }

  private Set<FunctionName> exports() {
    Set<FunctionName> exports = new HashSet<>();
    if (ModuleForms.exportsAll(source.forms())) {
      exports.addAll(context.functions);
    }
    exportAll();
    Set<FunctionName> named = new HashSet<>();
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute
          && attribute.name().equals("export")
          && !misplaced.contains(attribute)) {
        List<FunctionName> names = new ArrayList<>();
        ModuleForms.functionNames(attribute.value(), names);
        for (FunctionName name : names) {
          if (!named.add(name)) {
            warning(
                attribute.file(), attribute.at(), "function " + shown(name) + " already exported");
          } else if (!context.functions.contains(name)) {
            error(attribute.file(), attribute.at(), "function " + shown(name) + " undefined");
          }
        }
      }
    }
    exports.addAll(named);
    return exports;
  }

  private void exportAll() {
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute
          && attribute.name().equals("compile")
          && ModuleForms.elements(attribute.value()).contains(Atom.of("export_all"))
          && !hasOption("nowarn_export_all")) {
        warning(
            attribute.file(),
            attribute.at(),
            "export_all flag enabled - all functions will be exported");
      }
    }
  }

  /** Functions that attributes name. */
  private void attributeUses(Set<FunctionName> roots) {
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute) {
        switch (attribute.name()) {
          case "on_load" -> onLoad(attribute, roots);
          case "nifs" -> ModuleForms.functionNames(attribute.value(), roots);
          default -> {}
        }
      }
    }
  }

  private void onLoad(Form.Attribute attribute, Set<FunctionName> roots) {
    FunctionName name = ModuleForms.functionName(attribute.value());
    if (name == null) {
      error(
          attribute.file(),
          attribute.at(),
          "bad on_load attribute: " + TermPrinter.print(attribute.value()));
    } else if (name.arity() != 0) {
      error(
          attribute.file(),
          attribute.at(),
          "function " + shown(name) + " has wrong arity (must be 0)");
    } else if (!context.functions.contains(name)) {
      error(attribute.file(), attribute.at(), "function " + shown(name) + " undefined");
    } else {
      roots.add(name);
    }
  }

  private void undefinedFunctions() {
    uses.forEach(
        (name, all) -> {
          if (!context.functions.contains(name)
              && !context.imports.containsKey(name)
              && !context.isGuardBif(name.name(), name.arity())) {
            all.forEach(use -> error(use.file, use.at, "function " + shown(name) + " undefined"));
          }
        });
  }

  private void unusedFunctions(Set<FunctionName> roots) {
    Set<FunctionName> reached = new HashSet<>(roots);
    reached.addAll(callsOfDefaults);
    Deque<FunctionName> todo = new ArrayDeque<>(reached);
    while (!todo.isEmpty()) {
      for (FunctionName callee : calls.getOrDefault(todo.pop(), Set.of())) {
        if (reached.add(callee)) {
          todo.add(callee);
        }
      }
    }
    Set<FunctionName> ignored = ignored("nowarn_unused_function");
    ignoredMustExist();
    boolean all = options.contains(Atom.of("nowarn_unused_function"));
    for (Form form : source.forms()) {
      if (form instanceof Form.Function function && !all) {
        FunctionName name = new FunctionName(function.name(), function.arity());
        if (!reached.contains(name) && !ignored.contains(name)) {
          warning(function.file(), function.at(), "function " + shown(name) + " is unused");
          reached.add(name);
        }
      }
    }
  }

  private void ignoredMustExist() {
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("compile")) {
        for (Object each : ModuleForms.elements(attribute.value())) {
          if (each instanceof Tuple pair
              && pair.size() == 2
              && pair.get(0) == Atom.of("nowarn_unused_function")) {
            List<FunctionName> names = new ArrayList<>();
            ModuleForms.functionNames(pair.get(1), names);
            for (FunctionName name : names) {
              if (!context.functions.contains(name)) {
                error(attribute.file(), attribute.at(), "function " + shown(name) + " undefined");
              }
            }
          }
        }
      }
    }
  }

  private Set<FunctionName> ignored(String option) {
    Set<FunctionName> names = new HashSet<>();
    for (Object each : options) {
      if (each instanceof Tuple pair && pair.size() == 2 && pair.get(0) == Atom.of(option)) {
        ModuleForms.functionNames(pair.get(1), names);
      }
    }
    return names;
  }

  /** Whether the module asks not to be told that a function is deprecated or removed. */
  boolean mayBeObsolete(String owner, String name, int arity) {
    Object function = new Tuple(Atom.of(owner), Atom.of(name), (long) arity);
    for (String option : List.of("nowarn_deprecated_function", "nowarn_removed")) {
      for (Object each : options) {
        if (each == Atom.of(option)
            || each instanceof Tuple pair
                && pair.size() == 2
                && pair.get(0) == Atom.of(option)
                && ModuleForms.elements(pair.get(1)).contains(function)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean hasOption(String option) {
    return options.contains(Atom.of(option));
  }

  /** Records of included files are for whoever wants them. */
  private void unusedRecords() {
    if (hasOption("nowarn_unused_record")) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Form form : source.forms()) {
      if (form instanceof Form.Record record
          && seen.add(record.name())
          && record.file().equals(source.file())
          && !usedRecords.contains(record.name())
          && !LintTypes.mentionsRecord(source.forms(), record.name())) {
        warning(record.file(), record.at(), "record " + atom(record.name()) + " is unused");
      }
    }
  }

  static String shown(FunctionName name) {
    return atom(name.name()) + "/" + name.arity();
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lint of attributes: what they name must be there, and be of the right form. */
final class LintAttributes {
  private static final Set<String> DIALYZER_OPTIONS =
      Set.of(
          "no_return",
          "no_unused",
          "no_improper_lists",
          "no_fun_app",
          "no_match",
          "no_opaque",
          "no_fail_call",
          "no_contracts",
          "no_behaviours",
          "no_undefined_callbacks",
          "unmatched_returns",
          "error_handling",
          "race_conditions",
          "no_missing_calls",
          "specdiffs",
          "overspecs",
          "underspecs",
          "unknown",
          "no_underspecs",
          "extra_return",
          "no_extra_return",
          "missing_return",
          "no_missing_return");

  private static final Set<String> DEPRECATION_FLAGS =
      Set.of("next_version", "next_major_release", "eventually");

  private static final Atom ANY = Atom.of("_");

  private final LintModule module;
  final Set<FunctionName> exports =
      new HashSet<>(Set.of(new FunctionName("module_info", 0), new FunctionName("module_info", 1)));
  final Map<FunctionName, String> imports = new HashMap<>();
  final Set<FunctionName> usedImports = new HashSet<>();
  final List<FunctionName> onLoad = new ArrayList<>();
  boolean loadsNif;

  /** Empty until the first form was the module's name. */
  String moduleName = "";

  private final Map<FunctionName, Form> callbacks = new LinkedHashMap<>();
  private final Map<FunctionName, Form> optionalCallbacks = new LinkedHashMap<>();

  LintAttributes(LintModule module) {
    this.module = module;
  }

  /** Whether the attribute may stand behind functions. */
  static boolean mayComeLate(String name) {
    return name.equals("dialyzer") || name.equals("doc");
  }

  boolean isModule(Form form) {
    return form instanceof Form.Attribute attribute && attribute.name().equals("module");
  }

  /** Options are for the compiler: they may stand anywhere. */
  boolean isForCompiler(Form form) {
    return form instanceof Form.Attribute attribute && attribute.name().equals("compile");
  }

  private List<Form.Attribute> named(String name) {
    List<Form.Attribute> found = new ArrayList<>();
    for (Form form : module.forms()) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals(name)) {
        found.add(attribute);
      }
    }
    return found;
  }

  private static List<Object> flat(Form.Attribute attribute) {
    return LintOptions.flat(List.of(attribute.value()));
  }

  /** The options, before all else. */
  void before() {
    for (Form.Attribute attribute : named("compile")) {
      for (Object option : flat(attribute)) {
        if (option == Atom.of("export_all") && module.options.exportAll) {
          module.warning(attribute, "export_all flag enabled - all functions will be exported");
        }
        if (option == Atom.of("nowarn_bif_clash")
            || option instanceof Tuple pair
                && pair.size() == 2
                && pair.get(0) == Atom.of("nowarn_bif_clash")
                && pair.get(1) instanceof Tuple) {
          module.error(
              attribute,
              "compile directive nowarn_bif_clash is no longer allowed,\n - use explicit module"
                  + " names or -compile({no_auto_import, [F/A]})");
        }
      }
    }
  }

  /**
   * An attribute where it stands.
   *
   * @param first whether no form was before it
   */
  void attribute(Form.Attribute attribute, boolean first) {
    switch (attribute.name()) {
      case "module" -> moduleName(attribute, first);
      case "export" -> export(attribute);
      case "import" -> imports(attribute);
      case "on_load" -> onLoad(attribute);
      case "optional_callbacks" -> optionalCallbacks(attribute);
      default -> {}
    }
  }

  private void moduleName(Form.Attribute attribute, boolean first) {
    if (!moduleName.isEmpty()) {
      module.error(attribute, "redefining module");
    } else if (first && attribute.value() instanceof Atom name) {
      moduleName = name.name();
      module.checkModuleName(name.name(), attribute.file(), attribute.at());
    } else if (first) {
      module.error(attribute, "parameterized modules are no longer supported");
    }
  }

  private void export(Form.Attribute attribute) {
    List<FunctionName> names = new ArrayList<>();
    ModuleForms.functionNames(attribute.value(), names);
    for (FunctionName name : names) {
      if (!exports.add(name)) {
        module.warning(attribute, "function " + LintModule.shown(name) + " already exported");
      }
      module.called(attribute.file(), name, attribute.at());
    }
  }

  // ---- Imports ---------------------------------------------------------------------------------

  private void imports(Form.Attribute attribute) {
    if (!(attribute.value() instanceof Tuple pair)
        || pair.size() != 2
        || !(pair.get(0) instanceof Atom from)) {
      return;
    }
    module.checkModuleName(from.name(), attribute.file(), attribute.at());
    Set<FunctionName> names = new HashSet<>();
    ModuleForms.functionNames(pair.get(1), names);
    boolean wrong = false;
    for (FunctionName name : names) {
      String before = imports.get(name);
      if (before != null) {
        wrong = true;
        module.error(
            attribute,
            "function "
                + LintModule.shown(name)
                + " already imported from "
                + LintModule.atom(before));
      } else if (Bifs.isAutoImported(name.name(), name.arity())) {
        overrides(attribute, name);
      }
    }
    if (!wrong) {
      names.forEach(name -> imports.put(name, from.name()));
    }
  }

  private void overrides(Form.Attribute attribute, FunctionName name) {
    if (!module.options.bifClash
        || module.mayClash(name)
        || module.context.isNotAutoImported(name)) {
      return;
    }
    boolean old = Bifs.isOld(name.name(), name.arity());
    String message =
        "import directive overrides "
            + (old ? "pre R14 " : "")
            + "auto-imported BIF "
            + name
            + "\n - use \"-compile({no_auto_import,["
            + name
            + "]}).\" to resolve name clash";
    if (old) {
      module.error(attribute, message);
    } else {
      module.warning(attribute, message);
    }
  }

  void unusedImports() {
    if (!module.options.unusedImport) {
      return;
    }
    for (Form.Attribute attribute : named("import")) {
      if (attribute.value() instanceof Tuple pair
          && pair.size() == 2
          && pair.get(0) instanceof Atom from) {
        Set<FunctionName> names = new HashSet<>();
        ModuleForms.functionNames(pair.get(1), names);
        for (FunctionName name : names) {
          if (from.name().equals(imports.get(name)) && !usedImports.contains(name)) {
            module.warning(
                attribute,
                "import "
                    + LintModule.atom(from.name())
                    + ":"
                    + LintModule.shown(name)
                    + " is unused");
          }
        }
      }
    }
  }

  // ---- on_load, NIFs ---------------------------------------------------------------------------

  private void onLoad(Form.Attribute attribute) {
    FunctionName name = ModuleForms.functionName(attribute.value());
    if (name == null) {
      module.error(
          attribute, "badly formed on_load attribute: " + TermPrinter.print(attribute.value()));
      return;
    }
    onLoad.add(name);
    if (onLoad.size() > 1) {
      module.error(attribute, "more than one on_load attribute");
    } else if (name.arity() != 0) {
      module.error(
          attribute, "function " + LintModule.shown(name) + " has wrong arity (must be 0)");
    }
  }

  void onLoad() {
    if (onLoad.size() == 1
        && onLoad.getFirst().arity() == 0
        && !module.defined.contains(onLoad.getFirst())) {
      module.error(
          named("on_load").getFirst(),
          "function " + LintModule.shown(onLoad.getFirst()) + " undefined");
    }
  }

  void nifs() {
    boolean told = loadsNif;
    for (Form.Attribute attribute : named("nifs")) {
      List<FunctionName> names = new ArrayList<>();
      ModuleForms.functionNames(attribute.value(), names);
      if (!told && !names.isEmpty()) {
        module.warning(attribute, "nifs defined, but no call to erlang:load_nif/2");
        told = true;
      }
      for (FunctionName name : names) {
        if (!module.ownDefinitions().contains(name)) {
          module.error(attribute, "nif " + LintModule.shown(name) + " undefined");
        }
      }
    }
  }

  // ---- Options that name functions and records -------------------------------------------------

  /** Functions that an option names must be there. */
  void checkOption(String tag, String message) {
    for (Form.Attribute attribute : named("compile")) {
      for (Object option : flat(attribute)) {
        if (option instanceof Tuple pair && pair.size() == 2 && pair.get(0) == Atom.of(tag)) {
          for (Object each : LintOptions.flat(List.of(pair.get(1)))) {
            FunctionName name = ModuleForms.functionName(each);
            if (name == null
                || !module.ownDefinitions().contains(name) && !imports.containsKey(name)) {
              module.error(attribute, message.formatted(pairShown(each)));
            }
          }
        }
      }
    }
  }

  /** {@code {f, 1}} as {@code f/1}, whatever the two are. */
  private static String pairShown(Object term) {
    return term instanceof Tuple pair && pair.size() == 2
        ? TermPrinter.print(pair.get(0)) + "/" + TermPrinter.print(pair.get(1))
        : TermPrinter.print(term);
  }

  /** Records that an option names count as used, and must be there. */
  void recordsOfOption(String tag) {
    for (Form.Attribute attribute : named("compile")) {
      for (Object option : flat(attribute)) {
        if (option instanceof Tuple pair && pair.size() == 2 && pair.get(0) == Atom.of(tag)) {
          for (Object each : LintOptions.flat(List.of(pair.get(1)))) {
            if (each instanceof Atom name && module.records.containsKey(name.name())) {
              module.usage.record(name.name());
            } else {
              module.error(attribute, "record " + TermPrinter.print(each) + " undefined");
            }
          }
        }
      }
    }
  }

  // ---- Deprecated and removed ------------------------------------------------------------------

  void deprecated() {
    for (Form.Attribute attribute : named("deprecated")) {
      for (Object each : flat(attribute)) {
        if (each instanceof Tuple tuple
            && (tuple.size() == 2 || tuple.size() == 3 && isFlag(tuple.get(2)))) {
          deprecated(attribute, tuple);
        } else if (each != Atom.of("module")) {
          badlyFormed(attribute, each);
        }
      }
    }
  }

  private static boolean isFlag(Object flag) {
    return flag instanceof Atom atom && DEPRECATION_FLAGS.contains(atom.name()) || isText(flag);
  }

  private static boolean isText(Object term) {
    Object rest = term;
    while (rest instanceof Cons cell && PatternConstants.isInteger(cell.head)) {
      rest = cell.tail;
    }
    return rest == Nil.EMPTY;
  }

  private void badlyFormed(Form.Attribute attribute, Object term) {
    module.error(
        attribute, "badly formed " + attribute.name() + " attribute " + TermPrinter.print(term));
  }

  private static boolean isPair(Tuple tuple) {
    return tuple.get(0) == ANY && tuple.get(1) == ANY
        || tuple.get(0) instanceof Atom
            && (tuple.get(1) == ANY || tuple.get(1) instanceof Long arity && arity >= 0);
  }

  /** Whether an exported function is what the pair names. */
  private boolean isExported(Tuple pair) {
    for (FunctionName name : module.exports()) {
      boolean generated =
          name.name().equals("module_info")
              || name.equals(ModuleForms.BEHAVIOUR_INFO)
              || name.equals(LintModule.RECORD_INFO);
      if (!generated
          && (pair.get(0) == ANY || pair.get(0) == Atom.of(name.name()))
          && (pair.get(1) == ANY || pair.get(1).equals((long) name.arity()))) {
        return true;
      }
    }
    return false;
  }

  private void deprecated(Form.Attribute attribute, Tuple tuple) {
    if (!isPair(tuple)) {
      badlyFormed(attribute, new Tuple(tuple.get(0), tuple.get(1)));
    } else if (tuple.get(0) != ANY && !isExported(tuple)) {
      module.error(
          attribute, "deprecated function " + pairOf(tuple) + " undefined or not exported");
    }
  }

  private static String pairOf(Tuple tuple) {
    return TermPrinter.print(tuple.get(0)) + "/" + TermPrinter.print(tuple.get(1));
  }

  void removed() {
    for (Form.Attribute attribute : named("removed")) {
      for (Object each : flat(attribute)) {
        if (each == Atom.of("module")) {
          removed(attribute, new Tuple(ANY, ANY));
        } else if (each instanceof Tuple tuple
            && (tuple.size() == 2 || tuple.size() == 3 && isText(tuple.get(2)))) {
          removed(attribute, tuple);
        } else {
          badlyFormed(attribute, each);
        }
      }
    }
  }

  private void removed(Form.Attribute attribute, Tuple tuple) {
    if (!isPair(tuple)) {
      badlyFormed(attribute, new Tuple(tuple.get(0), tuple.get(1)));
    } else if (isExported(tuple)) {
      boolean some = tuple.get(0) == ANY || tuple.get(1) == ANY;
      module.error(
          attribute,
          (some ? "at least one function matching " : "removed function ")
              + pairOf(tuple)
              + " is still exported");
    }
  }

  // ---- Callbacks -------------------------------------------------------------------------------

  /** False, with an error, where there is one already. */
  boolean addCallback(FunctionName name, Form.Spec spec) {
    if (callbacks.putIfAbsent(name, spec) != null) {
      module.error(spec, "callback " + LintModule.shown(name) + " already defined");
      return false;
    }
    return true;
  }

  private void optionalCallbacks(Form.Attribute attribute) {
    List<Object> terms = ModuleForms.elements(attribute.value());
    if (attribute.value() instanceof Tuple
        || terms.stream().anyMatch(term -> ModuleForms.functionName(term) == null)) {
      return;
    }
    List<FunctionName> names = new ArrayList<>();
    ModuleForms.functionNames(attribute.value(), names);
    for (FunctionName name : names) {
      if (optionalCallbacks.put(name, attribute) != null) {
        module.error(attribute, "optional callback " + LintModule.shown(name) + " duplicated");
      }
    }
  }

  void callbacks() {
    optionalCallbacks.forEach(
        (name, attribute) -> {
          if (!callbacks.containsKey(name)) {
            module.error(attribute, "callback " + LintModule.shown(name) + " is undefined");
          }
        });
    if (module.defined.contains(ModuleForms.BEHAVIOUR_INFO)) {
      callbacks.forEach(
          (name, form) ->
              module.error(
                  form,
                  "cannot define callback attibute for "
                      + LintModule.shown(name)
                      + " when behaviour_info is defined"));
    }
  }

  // ---- Dialyzer --------------------------------------------------------------------------------

  /** Options of dialyzer, which is not here: only their form is looked at. */
  void dialyzer() {
    for (Form.Attribute attribute : named("dialyzer")) {
      for (Object each : flat(attribute)) {
        if (each instanceof Tuple pair && pair.size() == 2) {
          for (Object option : LintOptions.flat(List.of(pair.get(0)))) {
            for (Object function : LintOptions.flat(List.of(pair.get(1)))) {
              dialyzer(attribute, option, function);
            }
          }
        } else if (each instanceof Atom option) {
          if (!DIALYZER_OPTIONS.contains(option.name())) {
            unknownOption(attribute, option);
          }
        } else {
          badDialyzer(attribute, each);
        }
      }
    }
  }

  private void dialyzer(Form.Attribute attribute, Object option, Object function) {
    FunctionName name = ModuleForms.functionName(function);
    if (!(option instanceof Atom atom) || name == null) {
      badDialyzer(attribute, new Tuple(option, function));
    } else if (!atom.name().equals("nowarn_function") && !DIALYZER_OPTIONS.contains(atom.name())) {
      unknownOption(attribute, atom);
    } else if (!module.ownDefinitions().contains(name)) {
      module.error(attribute, "function " + LintModule.shown(name) + " undefined");
    }
  }

  private void unknownOption(Form.Attribute attribute, Atom option) {
    module.error(attribute, "unknown dialyzer warning option: " + TermPrinter.print(option));
  }

  private void badDialyzer(Form.Attribute attribute, Object term) {
    module.error(attribute, "badly formed dialyzer attribute: " + TermPrinter.print(term));
  }
}

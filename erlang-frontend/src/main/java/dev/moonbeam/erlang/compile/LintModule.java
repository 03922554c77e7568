package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.Diagnostics;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.ParsedSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lint of a module: goes through its forms in order, then says what is missing or unused in the
 * module as a whole. Reports what OTP's {@code erl_lint} reports, in its words. What stands in
 * functions is for {@link LintFunction}, in attributes for {@link LintAttributes}, in types for
 * {@link LintTypes}.
 */
public final class LintModule {
  static final FunctionName RECORD_INFO = new FunctionName("record_info", 2);

  private static final int MOST_ARGUMENTS = 255;

  /** What every module has without defining it. */
  private static final Set<FunctionName> PREDEFINED =
      Set.of(RECORD_INFO, new FunctionName("module_info", 0), new FunctionName("module_info", 1));

  private final ParsedSource source;
  private final Diagnostics diagnostics;
  final ModuleContext context;
  final LintOptions options;
  final LintUsage usage = new LintUsage();
  private final LintAttributes attributes;
  private final LintTypes types;

  /** A place where a function is named. */
  private record Use(String file, long at) {}

  private final Map<FunctionName, Set<Use>> uses = new LinkedHashMap<>();

  /** Every function that the module defines, wherever. */
  private final Set<FunctionName> locals = new HashSet<>();

  /** Functions that were met. */
  final Set<FunctionName> defined = new HashSet<>(PREDEFINED);

  /** Records that were met. */
  final Map<String, RecordType> records = new HashMap<>();

  /** Attributes that stand where they may not, and count for nothing. */
  private final Set<Form> misplaced = new HashSet<>();

  /** Places of variables that nobody uses. */
  private final Set<Long> unusedVariables = new HashSet<>();

  private final Map<FunctionName, Form.Spec> specs = new LinkedHashMap<>();
  private final Set<FunctionName> mayClash;
  private boolean includesQlc;

  private LintModule(ParsedSource source, ModuleContext context) {
    this.source = source;
    this.diagnostics = source.diagnostics();
    this.context = context;
    this.options = new LintOptions(source.forms());
    this.attributes = new LintAttributes(this);
    this.types = new LintTypes(this);
    this.mayClash = options.functions("nowarn_bif_clash");
    for (Form form : source.forms()) {
      includesQlc |= form.file().endsWith("qlc.hrl");
      if (form instanceof Form.Function function) {
        locals.add(new FunctionName(function.name(), function.arity()));
      }
    }
  }

  /** Lints a module; adds to the source's diagnostics. */
  public static void module(ParsedSource source, Behaviours behaviours) {
    new LintModule(source, ModuleForms.context(source.forms())).module(behaviours);
  }

  /** Lints a script that may use the given variables. */
  public static void script(ParsedSource source, List<String> bindings) {
    LintModule module = new LintModule(source, new ModuleContext("script", true));
    new LintFunction(module, source.file(), null).script(source.script(), bindings);
  }

  // ---- What is said ----------------------------------------------------------------------------

  void error(String file, long at, String message) {
    diagnostics.error(file, at, message);
  }

  void warning(String file, long at, String message) {
    // A script is typed, not kept: nobody wants to hear of its style.
    if (!context.script && !options.has("nowarn")) {
      diagnostics.warning(file, at, message);
    }
  }

  void error(Form form, String message) {
    error(form.file(), form.at(), message);
  }

  void warning(Form form, String message) {
    warning(form.file(), form.at(), message);
  }

  /** An atom as {@code ~tw} shows it. */
  static String atom(String name) {
    return TermPrinter.print(Atom.of(name));
  }

  static String shown(FunctionName name) {
    return atom(name.name()) + "/" + name.arity();
  }

  // ---- What is known ---------------------------------------------------------------------------

  List<Form> forms() {
    return source.forms();
  }

  String mainFile() {
    return source.file();
  }

  boolean isLocal(FunctionName name) {
    return locals.contains(name);
  }

  /** The module that a function is imported from, or null. */
  @Nullable String imported(FunctionName name) {
    return attributes.imports.get(name);
  }

  void useImport(FunctionName name) {
    attributes.usedImports.add(name);
  }

  void unusedVariable(long at) {
    unusedVariables.add(at);
  }

  void loadsNif() {
    attributes.loadsNif = true;
  }

  boolean includesQlc() {
    return includesQlc;
  }

  boolean mayClash(FunctionName name) {
    return mayClash.contains(name);
  }

  void called(String file, FunctionName function, long at) {
    uses.computeIfAbsent(function, any -> new LinkedHashSet<>()).add(new Use(file, at));
    usage.call(function);
  }

  /** Whether the module wants to be told that a function is deprecated, or removed. */
  boolean tellsObsolete(String owner, String name, int arity, boolean removed) {
    Object function = new Tuple(Atom.of(owner), Atom.of(name), (long) arity);
    if (removed) {
      List<Object> known = options.terms("nowarn_removed");
      return options.removed && !known.contains(function) && !known.contains(Atom.of(owner));
    }
    return options.deprecatedFunction
        && !options.terms("nowarn_deprecated_function").contains(function);
  }

  /** Exported functions: those of the attributes, or all there are. */
  Set<FunctionName> exports() {
    return options.has("export_all") ? defined : attributes.exports;
  }

  void checkModuleName(String name, String file, long at) {
    String visible = name.replaceAll("[ \\u00a0\\u00ad]", "");
    if (visible.isEmpty()) {
      error(
          file,
          at,
          name.isEmpty()
              ? "the module name must not be empty"
              : "the module name must contain at least one visible character");
      return;
    }
    if (name.chars().anyMatch(c -> c > 0xff)) {
      error(file, at, "module names with non-latin1 characters are not supported");
    }
    if (name.chars().anyMatch(c -> c < ' ' || c >= 0x7f && c < 0xa0)) {
      error(file, at, "the module name must not contain control characters");
    }
  }

  // ---- The forms -------------------------------------------------------------------------------

  private void module(Behaviours behaviours) {
    diagnostics.endOfParsing();
    attributes.before();
    boolean first = true;
    boolean functions = false;
    for (Form form : source.forms()) {
      if (attributes.isForCompiler(form)) {
        continue;
      }
      if (first && !attributes.isModule(form)) {
        error(form, "no module definition");
      }
      functions |= form instanceof Form.Function;
      form(form, first, functions);
      first = false;
    }
    List<Form> placed = new ArrayList<>(source.forms());
    placed.removeAll(misplaced);
    behaviours.check(this, placed, exports());
    attributes.deprecated();
    attributes.unusedImports();
    attributes.checkOption("inline", "inlined function %s undefined");
    undefinedFunctions();
    unusedFunctions();
    attributes.checkOption("nowarn_bif_clash", "function %s undefined");
    specsWithoutFunctions();
    functionsWithoutSpecs();
    types.undefined();
    if (options.unusedType) {
      types.unused(source.file());
    }
    untypedRecords();
    attributes.onLoad();
    unusedRecords();
    types.localOpaque();
    attributes.dialyzer();
    attributes.callbacks();
    attributes.nifs();
    attributes.removed();
    if (!diagnostics.hasErrors()) {
      foresee();
    }
  }

  /** What OTP only says of a module without errors. */
  private void foresee() {
    for (Form form : source.forms()) {
      if (form instanceof Form.Function function) {
        new Foresight(
                context,
                records,
                unusedVariables,
                (at, message) -> warning(function.file(), at, message))
            .function(new FunctionName(function.name(), function.arity()), function.clauses());
      }
    }
  }

  private void form(Form form, boolean first, boolean afterFunctions) {
    switch (form) {
      case Form.Function function -> function(function);
      case Form.Record record -> record(record);
      case Form.Type type -> types.definition(type);
      case Form.Spec spec -> spec(spec);
      case Form.Attribute attribute -> {
        if (afterFunctions && !LintAttributes.mayComeLate(attribute.name())) {
          misplaced.add(attribute);
          error(attribute, "attribute " + atom(attribute.name()) + " after function definitions");
        } else if (attribute.name().equals("export_type")) {
          types.exported(attribute);
        } else {
          attributes.attribute(attribute, first);
        }
      }
      case Form.End _ -> {}
    }
  }

  private void function(Form.Function function) {
    FunctionName name = new FunctionName(function.name(), function.arity());
    if (!defined.add(name)) {
      error(function, "function " + shown(name) + " already defined");
    } else if (name.arity() > MOST_ARGUMENTS) {
      error(
          function,
          "too many arguments (" + name.arity() + ") - maximum allowed is " + MOST_ARGUMENTS);
    } else if (imported(name) != null) {
      error(function, "defining imported function " + shown(name));
    }
    usage.enter(name);
    new LintFunction(this, function.file(), name).function(function.clauses());
    usage.leave();
  }

  private void record(Form.Record record) {
    if (records.containsKey(record.name())) {
      error(record, "record " + atom(record.name()) + " already defined");
      return;
    }
    Map<String, Form.Field> fields = new LinkedHashMap<>();
    for (Form.Field field : record.fields()) {
      if (fields.putIfAbsent(field.name(), field) != null) {
        error(
            record.file(),
            field.at(),
            "field " + atom(field.name()) + " already defined in record " + atom(record.name()));
      } else if (field.value() != null) {
        usage.enterDefault(field);
        int errors = diagnostics.errors();
        new LintFunction(this, record.file(), null).recordDefault(field.value());
        if (diagnostics.errors() > errors) {
          usage.dropDefault(field);
        }
        usage.leave();
      }
    }
    records.put(record.name(), new RecordType(record.name(), List.copyOf(fields.values())));
    types.record(record);
  }

  private void spec(Form.Spec spec) {
    FunctionName name = new FunctionName(spec.name(), spec.arity());
    String owner = spec.module() == null ? "" : atom(spec.module()) + ":";
    if (spec.module() != null) {
      checkModuleName(spec.module(), spec.file(), spec.at());
    } else if (spec.kind().equals("spec")) {
      checkModuleName(attributes.moduleName, spec.file(), spec.at());
    }
    boolean own = spec.module() == null || spec.module().equals(context.module);
    if (spec.kind().equals("callback")) {
      if (spec.module() != null) {
        error(spec, "explicit module not allowed for callback " + owner + shown(name));
      } else if (attributes.addCallback(name, spec)) {
        types.clauses(spec, "callback has wrong arity");
      }
      return;
    }
    if (own && specs.put(name, spec) != null) {
      error(spec, "spec for " + owner + shown(name) + " already defined");
      return;
    }
    if (!own) {
      error(spec, "spec for function " + owner + shown(name) + " from other module");
    }
    types.clauses(spec, "spec has wrong arity");
  }

  // ---- The module as a whole -------------------------------------------------------------------

  private void undefinedFunctions() {
    Comparator<FunctionName> byName =
        Comparator.comparing(FunctionName::name).thenComparing(FunctionName::arity);
    uses.keySet().stream()
        .filter(name -> !defined.contains(name) && !isGenerated(name))
        .sorted(byName)
        .forEach(
            name ->
                uses.get(name)
                    .forEach(
                        use -> error(use.file, use.at, "function " + shown(name) + " undefined")));
  }

  /** What the compiler adds to a module that has callbacks. */
  private boolean isGenerated(FunctionName name) {
    return name.equals(ModuleForms.BEHAVIOUR_INFO) && context.functions.contains(name);
  }

  private void unusedFunctions() {
    attributes.checkOption("nowarn_unused_function", "function %s undefined");
    if (options.has("export_all") || !options.unusedFunction) {
      return;
    }
    Set<FunctionName> roots = new HashSet<>(attributes.exports);
    roots.addAll(attributes.onLoad);
    Set<FunctionName> reached = usage.reached(roots);
    reached.addAll(options.functions("nowarn_unused_function"));
    for (Form form : source.forms()) {
      if (form instanceof Form.Function function) {
        FunctionName name = new FunctionName(function.name(), function.arity());
        if (!reached.contains(name)) {
          warning(function, "function " + shown(name) + " is unused");
        }
      }
    }
  }

  private void specsWithoutFunctions() {
    specs.forEach(
        (name, spec) -> {
          if (!defined.contains(name)) {
            error(spec, "spec for undefined function " + shown(name));
          }
        });
  }

  private void functionsWithoutSpecs() {
    if (!options.missingSpec && !options.missingSpecAll) {
      return;
    }
    for (Form form : source.forms()) {
      if (form instanceof Form.Function function) {
        FunctionName name = new FunctionName(function.name(), function.arity());
        if (!specs.containsKey(name) && (options.missingSpecAll || exports().contains(name))) {
          warning(function, "missing specification for function " + shown(name));
        }
      }
    }
  }

  private void untypedRecords() {
    if (!options.untypedRecord) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Form form : source.forms()) {
      if (form instanceof Form.Record record
          && seen.add(record.name())
          && record.fields().stream().anyMatch(field -> field.type() == null)) {
        warning(record, "record " + atom(record.name()) + " has field(s) without type information");
      }
    }
  }

  /** Records of included files are for whoever wants them. */
  private void unusedRecords() {
    if (!options.unusedRecord) {
      return;
    }
    attributes.recordsOfOption("nowarn_unused_record");
    Set<String> seen = new HashSet<>();
    for (Form form : source.forms()) {
      if (form instanceof Form.Record record
          && seen.add(record.name())
          && record.file().equals(source.file())
          && !usage.usesRecord(record.name())) {
        warning(record, "record " + atom(record.name()) + " is unused");
      }
    }
  }

  /** For checks that come after the functions. */
  List<FunctionName> ownDefinitions() {
    List<FunctionName> own = new ArrayList<>(defined);
    own.removeAll(PREDEFINED);
    return own;
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.StackTraces;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import dev.moonbeam.erlang.syntax.ParsedSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Syntax tree to core IR. What lint let pass is right; the few things only lowering sees are
 * reported to the parsed source's diagnostics, and the function at fault is left out.
 */
public final class ErlangLowering {
  /** Function of a script's core module. */
  public static final String SCRIPT = "script";

  /** Attribute of a script's core module: the names whose values it takes. */
  public static final String TAKES = "takes";

  /** Attribute of a script's core module: the names whose values it gives, after its own value. */
  public static final String GIVES = "gives";

  private ErlangLowering() {}

  /** A module. Errors are added to the source's diagnostics. */
  public static CoreModule module(ParsedSource source, List<BuiltinTable> builtins) {
    ModuleContext context = ModuleForms.context(source.forms());
    GuardFunctions guards = new GuardFunctions(builtins);
    List<FunctionDef> functions = new ArrayList<>();
    Map<String, Object> attributes = new LinkedHashMap<>();
    List<Object> info = new ArrayList<>();
    TermMap files = TermMap.empty();
    Set<FunctionName> exports = new LinkedHashSet<>();
    for (Form form : source.forms()) {
      switch (form) {
        case Form.Function function -> {
          if (!function.file().equals(source.file())) {
            Atom shown = Atom.of(function.name() + "/" + function.arity());
            files = files.put(shown, Atom.of(function.file()));
          }
          try {
            functions.add(
                new Lowering(context, guards, function.name() + "/" + function.arity())
                    .funs.function(
                        function.name(), function.arity(), function.clauses(), function.at()));
          } catch (LoweringError e) {
            source.diagnostics().error(function.file(), e.at, e.getMessage());
          }
        }
        case Form.Attribute attribute -> {
          switch (attribute.name()) {
            case "module", "import", "compile", "export_type", "doc", "moduledoc" -> {}
            case "export" -> ModuleForms.functionNames(attribute.value(), exports);
            case "on_load" -> {
              if (attribute.value() instanceof Tuple pair && pair.size() == 2) {
                attributes.put(CompiledModule.ON_LOAD, pair.get(0));
              }
            }
            default -> {
              Object value = attribute.value();
              boolean list = value instanceof Cons || value == Nil.EMPTY;
              info.add(new Tuple(Atom.of(attribute.name()), list ? value : Cons.list(value)));
            }
          }
        }
        default -> {}
      }
    }
    if (ModuleForms.exportsAll(source.forms())) {
      exports.addAll(context.functions);
    }
    addModuleInfo(context, functions, exports);
    if (ModuleForms.definesBehaviour(source.forms())
        && functions.stream().noneMatch(f -> f.name().equals(ModuleForms.BEHAVIOUR_INFO))) {
      exports.add(ModuleForms.BEHAVIOUR_INFO);
      functions.add(behaviourInfo(source.forms(), context, guards));
    }
    if (files.size() > 0) {
      attributes.put(StackTraces.FILES, files);
    }
    attributes.put("attributes", Cons.list(info.toArray()));
    attributes.put(CoreModule.MARKS_TAIL_CALLS, Atom.TRUE);
    attributes.put(CoreModule.FRAMELESS_RECURSION, Atom.TRUE);
    return new CoreModule(context.module, source.file(), "erlang", functions, exports, attributes);
  }

  /** {@code behaviour_info(callbacks) -> ...; behaviour_info(optional_callbacks) -> ...}. */
  private static FunctionDef behaviourInfo(
      List<Form> forms, ModuleContext context, GuardFunctions guards) {
    List<Object> callbacks = new ArrayList<>();
    Object optional = Nil.EMPTY;
    for (Form form : forms) {
      if (form instanceof Form.Spec spec && spec.kind().equals("callback")) {
        callbacks.add(new Tuple(Atom.of(spec.name()), (long) spec.arity()));
      } else if (form instanceof Form.Attribute attribute
          && attribute.name().equals("optional_callbacks")) {
        List<Object> all = ModuleForms.elements(optional);
        all.addAll(ModuleForms.elements(attribute.value()));
        optional = Cons.list(all.toArray());
      }
    }
    List<Node.Clause> clauses =
        List.of(
            answer("callbacks", Cons.list(callbacks.toArray())),
            answer("optional_callbacks", optional));
    FunctionName name = ModuleForms.BEHAVIOUR_INFO;
    return new Lowering(context, guards, name.toString())
        .funs.function(name.name(), name.arity(), clauses, 0);
  }

  private static Node.Clause answer(String question, Object answer) {
    return new Node.Clause(
        0,
        List.of(new Node.Literal(0, Atom.of(question))),
        List.of(),
        List.of(new Node.Literal(0, answer)));
  }

  /** {@code module_info/0} and {@code /1}, which every module has. */
  private static void addModuleInfo(
      ModuleContext context, List<FunctionDef> functions, Set<FunctionName> exports) {
    for (int arity = 0; arity <= 1; arity++) {
      FunctionName name = new FunctionName("module_info", arity);
      exports.add(name);
      List<Variable> parameters = arity == 0 ? List.of() : List.of(new Variable("item"));
      List<Expr> arguments = new ArrayList<>();
      arguments.add(Lowering.constant(Atom.of(context.module)));
      parameters.forEach(each -> arguments.add(new Expr.Ref(each)));
      Expr body = LowerExpression.remote(Atom.of("erlang"), "get_module_info", arguments, 0);
      functions.add(
          new FunctionDef(name, List.of(), parameters, null, true, body, name.toString(), 0));
    }
  }

  /**
   * A script: one function that takes the values of the bindings it uses and gives a tuple of its
   * own value and those of the variables it binds.
   */
  public static CoreModule script(
      ParsedSource source, List<String> bindings, List<BuiltinTable> builtins) {
    ModuleContext context = new ModuleContext("script", true);
    GuardFunctions guards = new GuardFunctions(builtins);
    Lowering lowering = new Lowering(context, guards, SCRIPT + "/0");
    Scope scope = new Scope(null);
    List<Variable> parameters = new ArrayList<>();
    List<Object> takes = new ArrayList<>();
    for (String name : bindings) {
      parameters.add(scope.define(name));
      takes.add(Atom.of(name));
    }
    Block block = new Block(new Scope(scope), false);
    List<Object> gives = new ArrayList<>();
    Expr body = Lowering.constant(Atom.OK);
    try {
      List<Node> expressions = source.script();
      Expr value =
          expressions.isEmpty()
              ? Lowering.constant(Atom.OK)
              : lowering.expressions.body(expressions, block);
      List<Expr> results = new ArrayList<>();
      results.add(value);
      for (String name : new ArrayList<>(block.scope.names())) {
        Variable bound = block.scope.find(name);
        if (bound != null) {
          gives.add(Atom.of(name));
          results.add(lowering.use(bound));
        }
      }
      body = block.close(LowerExpression.tuple(results, 0));
    } catch (LoweringError e) {
      source.diagnostics().error(source.file(), e.at, e.getMessage());
    }
    FunctionName name = new FunctionName(SCRIPT, parameters.size());
    FunctionDef function =
        new FunctionDef(name, List.of(), parameters, null, true, body, "erl_eval:expr/2", 1);
    return new CoreModule(
        context.module,
        source.file(),
        "erlang",
        List.of(function),
        new HashSet<>(Set.of(name)),
        Map.of(TAKES, Cons.list(takes.toArray()), GIVES, Cons.list(gives.toArray())));
  }
}

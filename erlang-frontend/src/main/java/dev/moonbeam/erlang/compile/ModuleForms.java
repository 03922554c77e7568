package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module's forms say about it as a whole. */
final class ModuleForms {
  static final FunctionName BEHAVIOUR_INFO = new FunctionName("behaviour_info", 1);

  private ModuleForms() {}

  static ModuleContext context(List<Form> forms) {
    ModuleContext context = new ModuleContext(moduleName(forms), false);
    context.functions.add(new FunctionName("module_info", 0));
    context.functions.add(new FunctionName("module_info", 1));
    if (definesBehaviour(forms)) {
      context.functions.add(BEHAVIOUR_INFO);
    }
    for (Form form : forms) {
      switch (form) {
        case Form.Function function ->
            context.functions.add(new FunctionName(function.name(), function.arity()));
        case Form.Record record ->
            context.records.putIfAbsent(
                record.name(), new ModuleContext.RecordType(record.name(), record.fields()));
        case Form.Attribute attribute when attribute.name().equals("import") ->
            imports(attribute, context);
        case Form.Attribute attribute when attribute.name().equals("compile") ->
            compile(attribute, context);
        default -> {}
      }
    }
    return context;
  }

  /** Whether the module has callbacks, and so gets a {@code behaviour_info/1}. */
  static boolean definesBehaviour(List<Form> forms) {
    return forms.stream()
        .anyMatch(form -> form instanceof Form.Spec spec && spec.kind().equals("callback"));
  }

  private static String moduleName(List<Form> forms) {
    for (Form form : forms) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("module")) {
        // -module(name, [Parameters]) was of parameterized modules, long gone.
        Object value =
            attribute.value() instanceof Tuple tuple && tuple.size() > 0
                ? tuple.get(0)
                : attribute.value();
        if (value instanceof Atom name) {
          return name.name();
        }
      }
    }
    return "undefined";
  }

  private static void imports(Form.Attribute attribute, ModuleContext context) {
    if (attribute.value() instanceof Tuple pair
        && pair.size() == 2
        && pair.get(0) instanceof Atom module) {
      List<FunctionName> names = new ArrayList<>();
      functionNames(pair.get(1), names);
      for (FunctionName name : names) {
        context.imports.put(name, module.name());
      }
    }
  }

  private static void compile(Form.Attribute attribute, ModuleContext context) {
    for (Object option : elements(attribute.value())) {
      if (option == Atom.of("no_auto_import")) {
        context.noAutoImport = true;
      } else if (option instanceof Tuple pair
          && pair.size() == 2
          && pair.get(0) == Atom.of("no_auto_import")) {
        functionNames(pair.get(1), context.notAutoImported);
      }
    }
  }

  static boolean exportsAll(List<Form> forms) {
    return hasOption(forms, Atom.of("export_all"));
  }

  /** Whether a {@code -compile} attribute has the option. */
  static boolean hasOption(List<Form> forms, Object option) {
    return options(forms).contains(option);
  }

  /** Every option of every {@code -compile} attribute. */
  static List<Object> options(List<Form> forms) {
    List<Object> options = new ArrayList<>();
    for (Form form : forms) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("compile")) {
        options.addAll(elements(attribute.value()));
      }
    }
    return options;
  }

  /** The elements of a list, or the thing itself as the only one. */
  static List<Object> elements(Object value) {
    List<Object> elements = new ArrayList<>();
    Object rest = value;
    while (rest instanceof Cons cell) {
      elements.add(cell.head);
      rest = cell.tail;
    }
    if (rest != Nil.EMPTY) {
      elements.add(rest);
    }
    return elements;
  }

  /** Adds the {@code {name, arity}} pairs of a list. */
  static void functionNames(Object list, Collection<FunctionName> names) {
    for (Object each : elements(list)) {
      FunctionName name = functionName(each);
      if (name != null) {
        names.add(name);
      }
    }
  }

  static @Nullable FunctionName functionName(Object term) {
    return term instanceof Tuple pair
            && pair.size() == 2
            && pair.get(0) instanceof Atom name
            && pair.get(1) instanceof Long arity
            && arity >= 0
            && arity <= 255
        ? new FunctionName(name.name(), arity.intValue())
        : null;
  }
}

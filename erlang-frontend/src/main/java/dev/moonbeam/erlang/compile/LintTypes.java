package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.AbstractFormatReader;
import dev.moonbeam.erlang.syntax.BuiltinTypes;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import java.math.BigInteger;
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
 * Lint of types (reference manual, "Types and Function Specifications"): definitions, what types
 * mention, which are used. Types are terms of the abstract format.
 */
final class LintTypes {
  private static final Atom ANY = Atom.of("any");

  /** Where a type is mentioned; {@code by} is the type whose definition that is, or null. */
  private record Mention(String file, long at, @Nullable FunctionName by) {}

  private final LintModule module;
  private final Map<FunctionName, Form.Type> defined = new LinkedHashMap<>();
  private final Map<FunctionName, List<Mention>> mentions = new LinkedHashMap<>();
  private final Set<FunctionName> exported = new HashSet<>();

  LintTypes(LintModule module) {
    this.module = module;
  }

  // ---- Forms -----------------------------------------------------------------------------------

  void definition(Form.Type type) {
    FunctionName name = new FunctionName(type.name(), type.parameters().size());
    if (BuiltinTypes.isBuiltin(name.name(), name.arity())
        && !module.options.has("no_auto_import_types")) {
      module.error(
          type.file(),
          type.at(),
          "type " + shown(name) + " is a builtin type; it cannot be redefined");
      return;
    }
    if (defined.putIfAbsent(name, type) != null) {
      module.error(type.file(), type.at(), "type " + shown(name) + " already defined");
      return;
    }
    if (type.kind().equals("opaque") && name.arity() == 0 && isAny(type.type())) {
      module.warning(
          type.file(),
          type.at(),
          "opaque type " + shown(name) + " is underspecified and therefore meaningless");
    }
    Check check = new Check(type.file(), name);
    check.type(type.type());
    for (Node.Var parameter : type.parameters()) {
      check.variable(parameter.name(), parameter.at());
    }
    check.singletons();
  }

  private static boolean isAny(Object type) {
    return type instanceof Tuple any
        && any.size() == 4
        && tag(any).equals("type")
        && (any.get(2) == ANY || any.get(2) == Atom.of("term"));
  }

  void exported(Form.Attribute attribute) {
    for (Object each : ModuleForms.elements(attribute.value())) {
      FunctionName name = ModuleForms.functionName(each);
      if (name == null) {
        module.error(attribute.file(), attribute.at(), "bad export_type declaration");
        return;
      }
      if (!exported.add(name)) {
        module.warning(
            attribute.file(),
            attribute.at(),
            "type " + LintModule.shown(name) + " already exported");
      } else {
        mention(name, new Mention(attribute.file(), attribute.at(), null));
      }
    }
  }

  void record(Form.Record record) {
    Check check = new Check(record.file(), null);
    for (Form.Field field : record.fields()) {
      if (field.type() != null) {
        check.type(field.type());
      }
    }
    check.singletons();
  }

  /** The clauses of a specification or callback of that arity. */
  void clauses(Form.Spec spec, String wrongArity) {
    for (Object clause : ModuleForms.elements(spec.types())) {
      Check check = new Check(spec.file(), null);
      Tuple fun = LintTypeValues.tuple(clause, 4);
      if (fun != null && fun.get(2) == Atom.of("bounded_fun")) {
        List<Object> parts = ModuleForms.elements(fun.get(3));
        fun = LintTypeValues.tuple(parts.getFirst(), 4);
        ModuleForms.elements(parts.getLast()).forEach(each -> constraint(each, check));
      }
      if (fun != null) {
        long at = AbstractFormatReader.place(fun.get(1));
        Tuple product = LintTypeValues.tuple(ModuleForms.elements(fun.get(3)).getFirst(), 4);
        if (product != null && ModuleForms.elements(product.get(3)).size() != spec.arity()) {
          module.error(spec.file(), at, wrongArity);
        }
        check.type(fun);
      }
      check.singletons();
    }
  }

  /** {@code Variable :: Type}. */
  private static void constraint(Object constraint, Check check) {
    Tuple bound = LintTypeValues.tuple(constraint, 4);
    if (bound != null) {
      ModuleForms.elements(ModuleForms.elements(bound.get(3)).getLast()).forEach(check::type);
    }
  }

  // ---- The module as a whole -------------------------------------------------------------------

  void undefined() {
    mentions.forEach(
        (name, all) -> {
          if (!defined.containsKey(name) && !BuiltinTypes.isBuiltin(name.name(), name.arity())) {
            all.forEach(
                each -> module.error(each.file, each.at, "type " + shown(name) + " undefined"));
          }
        });
  }

  void unused(String mainFile) {
    Set<FunctionName> used = used();
    defined.forEach(
        (name, type) -> {
          if (type.file().equals(mainFile) && !used.contains(name)) {
            module.warning(type.file(), type.at(), "type " + shown(name) + " is unused");
          }
        });
  }

  /** What anything but an unused type mentions. */
  private Set<FunctionName> used() {
    Map<FunctionName, List<FunctionName>> mentionedBy = new HashMap<>();
    Set<FunctionName> used = new HashSet<>();
    mentions.forEach(
        (name, all) -> {
          for (Mention each : all) {
            if (each.by == null) {
              used.add(name);
            } else {
              mentionedBy.computeIfAbsent(each.by, any -> new ArrayList<>()).add(name);
            }
          }
        });
    Deque<FunctionName> todo = new ArrayDeque<>(used);
    while (!todo.isEmpty()) {
      for (FunctionName each : mentionedBy.getOrDefault(todo.pop(), List.of())) {
        if (used.add(each)) {
          todo.add(each);
        }
      }
    }
    return used;
  }

  void localOpaque() {
    defined.forEach(
        (name, type) -> {
          if (type.kind().equals("opaque") && !exported.contains(name)) {
            module.warning(
                type.file(), type.at(), "opaque type " + shown(name) + " is not exported");
          }
        });
  }

  private void mention(FunctionName name, Mention mention) {
    mentions.computeIfAbsent(name, any -> new ArrayList<>()).add(mention);
  }

  private static String shown(FunctionName name) {
    StringBuilder text = new StringBuilder(LintModule.atom(name.name())).append('(');
    for (int i = 0; i < name.arity(); i++) {
      text.append(i == 0 ? "_" : ",_");
    }
    return text.append(')').toString();
  }

  private static String tag(Object term) {
    return term instanceof Tuple tuple && tuple.size() > 0 && tuple.get(0) instanceof Atom tag
        ? tag.name()
        : "";
  }

  // ---- One type --------------------------------------------------------------------------------

  /**
   * Goes through types that share their variables, with a stack of its own, however deep they nest.
   */
  private final class Check {
    /** A variable was seen more than once. */
    private static final long OFTEN = -1;

    private final String file;
    private final @Nullable FunctionName by;
    private final Map<String, Long> variables = new LinkedHashMap<>();
    private final Deque<Object> todo = new ArrayDeque<>();

    Check(String file, @Nullable FunctionName by) {
      this.file = file;
      this.by = by;
    }

    void variable(String name, long at) {
      if (!name.equals("_")) {
        variables.merge(name, at, (_, _) -> OFTEN);
      }
    }

    void singletons() {
      variables.forEach(
          (name, at) -> {
            if (at != OFTEN && !name.startsWith("_")) {
              module.error(file, at, "type variable '" + name + "' is only used once (is unbound)");
            }
          });
    }

    void type(Object type) {
      todo.push(type);
      while (!todo.isEmpty()) {
        one(todo.pop());
      }
    }

    private void later(Object types) {
      ModuleForms.elements(types).reversed().forEach(todo::push);
    }

    private void one(Object type) {
      if (!(type instanceof Tuple tuple) || tuple.size() < 3) {
        return;
      }
      long at = AbstractFormatReader.place(tuple.get(1));
      switch (tag(tuple)) {
        case "ann_type" -> todo.push(ModuleForms.elements(tuple.get(2)).getLast());
        case "integer", "atom", "char" -> {}
        case "var" -> {
          if (tuple.get(2) instanceof Atom name) {
            variable(name.name(), at);
          }
        }
        case "remote_type" -> remote(ModuleForms.elements(tuple.get(2)), at);
        case "user_type" -> {
          if (tuple.get(2) instanceof Atom name) {
            user(name, tuple.get(3), at);
          }
        }
        case "type" -> {
          if (tuple.get(2) instanceof Atom name) {
            builtin(name.name(), tuple.size() > 3 ? tuple.get(3) : Nil.EMPTY, at);
          }
        }
        default -> {
          if (LintTypeValues.integer(tuple) == null) {
            bad("integer", at);
          }
        }
      }
    }

    private void bad(String what, long at) {
      module.error(file, at, "bad " + what + " type");
    }

    private void remote(List<Object> parts, long at) {
      if (parts.size() != 3
          || !(LintTypeValues.atom(parts.get(0)) instanceof Atom owner)
          || !(LintTypeValues.atom(parts.get(1)) instanceof Atom name)) {
        return;
      }
      module.checkModuleName(owner.name(), file, at);
      String note = ObsoleteFunctions.typeNote(owner.name(), name.name());
      if (note != null && parts.get(2) == Nil.EMPTY) {
        module.warning(file, at, note);
      }
      if (owner.name().equals(module.context.module)) {
        user(name, parts.get(2), at);
      } else {
        later(parts.get(2));
      }
    }

    private void user(Atom name, Object arguments, long at) {
      mention(
          new FunctionName(name.name(), ModuleForms.elements(arguments).size()),
          new Mention(file, at, by));
      later(arguments);
    }

    private void builtin(String name, Object arguments, long at) {
      if (arguments == ANY) {
        return;
      }
      List<Object> parts = ModuleForms.elements(arguments);
      switch (name) {
        case "bool" ->
            module.warning(
                file, at, "type bool() is now called boolean(); please use the new name instead");
        case "range" -> {
          BigInteger low = LintTypeValues.integer(parts.getFirst());
          BigInteger high = LintTypeValues.integer(parts.getLast());
          if (low == null || high == null || low.compareTo(high) >= 0) {
            bad("range", at);
          }
        }
        case "binary" -> {
          for (Object part : parts) {
            BigInteger bits = LintTypeValues.integer(part);
            if (bits == null || bits.signum() < 0) {
              bad("binary", at);
              break;
            }
          }
        }
        case "record" -> record(parts, at);
        default -> later(arguments);
      }
    }

    private void record(List<Object> parts, long at) {
      if (!(LintTypeValues.atom(parts.getFirst()) instanceof Atom name)) {
        bad("record", at);
        return;
      }
      module.usage.record(name.name());
      RecordType record = module.records.get(name.name());
      if (record == null) {
        module.error(file, at, "record " + LintModule.atom(name.name()) + " undefined");
        return;
      }
      Set<String> seen = new HashSet<>();
      for (Object each : parts.subList(1, parts.size()).reversed()) {
        Tuple field = LintTypeValues.tuple(each, 4);
        if (field != null) {
          todo.push(ModuleForms.elements(field.get(3)).getLast());
        }
      }
      for (Object each : parts.subList(1, parts.size())) {
        Tuple field = LintTypeValues.tuple(each, 4);
        if (field != null
            && LintTypeValues.tuple(ModuleForms.elements(field.get(3)).getFirst(), 3)
                instanceof Tuple fieldName
            && LintTypeValues.atom(fieldName) instanceof Atom own) {
          field(own.name(), AbstractFormatReader.place(fieldName.get(1)), record, seen);
        }
      }
    }

    private void field(String name, long at, RecordType record, Set<String> seen) {
      String in = " in record " + LintModule.atom(record.name());
      if (record.index(name) < 0) {
        module.error(file, at, "field " + LintModule.atom(name) + " undefined" + in);
      }
      if (!seen.add(name)) {
        module.error(file, at, "field " + LintModule.atom(name) + " already defined" + in);
      }
    }
  }
}

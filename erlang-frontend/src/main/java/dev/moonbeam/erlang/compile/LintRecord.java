package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lint of record expressions and patterns. A record is known from its definition on. */
final class LintRecord {
  private final LintFunction function;

  LintRecord(LintFunction function) {
    this.function = function;
  }

  /** The record of that name, which counts as used; null, with an error, where there is none. */
  @Nullable RecordType exists(String name, long at) {
    RecordType type = function.module.records.get(name);
    if (type == null) {
      function.error(at, "record " + LintModule.atom(name) + " undefined");
    } else {
      function.module.usage.record(name);
    }
    return type;
  }

  void index(Node.RecordIndex index) {
    field(index.name(), index.field(), index.at(), index.fieldAt());
  }

  void access(Node.RecordAccess access, LintScope scope) {
    operand(access.record(), access.at(), scope);
    field(access.name(), access.field(), access.at(), access.fieldAt());
  }

  void field(String record, String field, long at, long fieldAt) {
    RecordType type = exists(record, at);
    if (type != null && type.index(field) < 0) {
      undefined(fieldAt, field, record);
    }
  }

  private void undefined(long at, String field, String record) {
    function.error(
        at, "field " + LintModule.atom(field) + " undefined in record " + LintModule.atom(record));
  }

  private void operand(Node record, long at, LintScope scope) {
    if (isNoRecord(record)) {
      function.warning(at, "invalid record expression");
    }
    function.expressions.expression(record, scope);
  }

  private static boolean isNoRecord(Node node) {
    return switch (node) {
      case Node.Literal literal -> !(literal.value() instanceof dev.moonbeam.core.term.Bits);
      case Node.Char _,
          Node.Str _,
          Node.ListOf _,
          Node.ListComprehension _,
          Node.RecordIndex _,
          Node.FunOf _,
          Node.LocalFun _,
          Node.RemoteFun _ ->
          true;
      default -> false;
    };
  }

  void construction(Node.RecordOf record, LintScope scope) {
    if (record.base() != null) {
      update(record, record.base(), scope);
      return;
    }
    RecordType type = exists(record.name(), record.at());
    if (type == null) {
      return;
    }
    List<Node> values = new ArrayList<>();
    fields(record, type, values::add);
    function.expressions.operands(values, scope);
    omitted(record, type).forEach(function.module.usage::useDefault);
  }

  private void update(Node.RecordOf record, Node base, LintScope scope) {
    List<Node> values = new ArrayList<>();
    if (isNoRecord(base)) {
      function.warning(record.at(), "invalid record expression");
    }
    values.add(base);
    RecordType type = exists(record.name(), record.at());
    if (type != null) {
      fields(record, type, values::add);
    }
    for (Node.RecordField field : record.fields()) {
      if (isWildcard(field)) {
        function.error(
            field.at(),
            "meaningless use of _ in update of record " + LintModule.atom(record.name()));
        break;
      }
    }
    function.expressions.operands(values, scope);
  }

  void guard(Node.RecordOf record, LintScope scope) {
    RecordType type = exists(record.name(), record.at());
    if (type == null) {
      return;
    }
    fields(record, type, value -> function.guards.part(value, scope));
    for (Form.Field field : omitted(record, type)) {
      function.module.usage.useDefault(field);
      if (field.value() != null && !isGuard(field.value())) {
        function.error(record.at(), "illegal guard expression");
      }
    }
  }

  /** Whether the default of a field may be evaluated in a guard; it is seen where it is used. */
  private boolean isGuard(Node value) {
    return switch (value) {
      case Node.Literal _, Node.Char _, Node.Str _, Node.RecordIndex _ -> true;
      case Node.TupleOf tuple -> tuple.elements().stream().allMatch(this::isGuard);
      case Node.ListOf list ->
          list.elements().stream().allMatch(this::isGuard)
              && (list.tail() == null || isGuard(list.tail()));
      case Node.Unary unary -> isGuard(unary.operand());
      case Node.Binary binary ->
          !binary.operator().equals("!") && isGuard(binary.left()) && isGuard(binary.right());
      case Node.Call call ->
          call.function() instanceof Node.Literal(_, Atom name)
              && Bifs.isGuard(name.name(), call.arguments().size())
              && call.arguments().stream().allMatch(this::isGuard);
      case Node.MapOf _, Node.Bits _, Node.RecordOf _ -> true;
      default -> false;
    };
  }

  void pattern(Node.RecordOf record, Consumer<Node> each) {
    RecordType type = exists(record.name(), record.at());
    if (type == null) {
      return;
    }
    for (Node.RecordField field : record.fields()) {
      if (isWildcard(field) && omitted(record, type).isEmpty()) {
        emptyWildcard(field.at());
        break;
      }
    }
    fields(record, type, each);
  }

  private static boolean isWildcard(Node.RecordField field) {
    return field.name() == null && (field.variable() == null || field.variable().equals("_"));
  }

  private void emptyWildcard(long at) {
    function.error(at, "'_' initializes no omitted fields");
  }

  /** Fields that the expression gives no value of their own. */
  private static List<Form.Field> omitted(Node.RecordOf record, RecordType type) {
    Set<String> given = new HashSet<>();
    for (Node.RecordField field : record.fields()) {
      if (field.name() != null) {
        given.add(field.name());
      }
    }
    return type.fields().stream().filter(field -> !given.contains(field.name())).toList();
  }

  /**
   * Checks the names and hands on the values; of a field that is wrong the value is not looked at.
   */
  private void fields(Node.RecordOf record, RecordType type, Consumer<Node> each) {
    Set<String> seen = new HashSet<>();
    boolean wildcard = false;
    for (Node.RecordField field : record.fields()) {
      String name = field.name();
      if (name == null && field.variable() != null && !field.variable().equals("_")) {
        function.error(
            field.at(),
            "field '"
                + field.variable()
                + "' is not an atom or _ in record "
                + LintModule.atom(record.name()));
      } else if (name == null) {
        if (wildcard) {
          emptyWildcard(field.at());
        } else {
          wildcard = true;
          each.accept(field.value());
        }
      } else if (!seen.add(name)) {
        function.error(
            field.at(),
            "field "
                + LintModule.atom(name)
                + " already defined in record "
                + LintModule.atom(record.name()));
      } else if (type.index(name) < 0) {
        undefined(field.at(), name, record.name());
      } else {
        each.accept(field.value());
      }
    }
  }

  /** Pairs of indices of fields that two record patterns of one term both name. */
  List<int[]> sharedFields(Node.RecordOf left, Node.RecordOf right) {
    RecordType leftType = function.module.records.get(left.name());
    RecordType rightType = function.module.records.get(right.name());
    List<int[]> shared = new ArrayList<>();
    if (leftType == null || rightType == null) {
      return shared;
    }
    for (int i = 0; i < left.fields().size(); i++) {
      int place = place(left.fields().get(i), leftType);
      for (int j = 0; j < right.fields().size(); j++) {
        if (place > 0 && place == place(right.fields().get(j), rightType)) {
          shared.add(new int[] {i, j});
        }
      }
    }
    return shared;
  }

  private static int place(Node.RecordField field, RecordType type) {
    return field.name() == null ? -1 : type.index(field.name());
  }

  /** {@code record_info/2}, which is no function. */
  void info(Node.Call call, long at) {
    if (call.arguments().get(0) instanceof Node.Literal(long whatAt, Atom what)
        && call.arguments().get(1) instanceof Node.Literal(_, Atom name)) {
      if (what.name().equals("fields") || what.name().equals("size")) {
        exists(name.name(), at);
      } else {
        function.error(whatAt, "illegal record info");
      }
    } else {
      function.error(call.at(), "illegal record info");
    }
  }
}

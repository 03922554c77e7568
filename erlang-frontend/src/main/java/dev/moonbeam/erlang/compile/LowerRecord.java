package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records are tuples with the record's name first (reference manual, "Records"). */
final class LowerRecord {
  private final Lowering lowering;

  LowerRecord(Lowering lowering) {
    this.lowering = lowering;
  }

  private RecordType type(String name, long at) {
    RecordType type = lowering.module.records.get(name);
    if (type == null) {
      throw new LoweringError(at, "record " + name + " undefined");
    }
    return type;
  }

  private static int field(RecordType type, @Nullable String field, long at) {
    int index = field == null ? -1 : type.index(field);
    if (index < 0) {
      throw new LoweringError(at, "field " + field + " undefined in record " + type.name());
    }
    return index;
  }

  Long index(Node.RecordIndex node) {
    return field(type(node.name(), node.at()), node.field(), node.at()) + 1L;
  }

  Pattern pattern(Node.RecordOf node, LowerPattern.Heads heads) {
    RecordType type = type(node.name(), node.at());
    List<Pattern> elements = new ArrayList<>();
    elements.add(new Pattern.Literal(Atom.of(type.name())));
    Node rest = null;
    Node[] given = new Node[type.size()];
    for (Node.RecordField each : node.fields()) {
      if (each.name() == null) {
        rest = each.value();
      } else {
        given[field(type, each.name(), each.at())] = each.value();
      }
    }
    for (int i = 1; i < given.length; i++) {
      Node value = given[i] == null ? rest : given[i];
      elements.add(value == null ? new Pattern.Any() : lowering.patterns.pattern(value, heads));
    }
    return new Pattern.TupleOf(elements);
  }

  Expr record(Node.RecordOf node, Block block) {
    return node.base() == null ? created(node, block) : updated(node, node.base(), block);
  }

  private Expr created(Node.RecordOf node, Block block) {
    RecordType type = type(node.name(), node.at());
    Node rest = null;
    Node[] given = new Node[type.size()];
    for (Node.RecordField each : node.fields()) {
      if (each.name() == null) {
        rest = each.value();
      } else {
        given[field(type, each.name(), each.at())] = each.value();
      }
    }
    List<Node> elements = new ArrayList<>();
    elements.add(new Node.Literal(node.at(), Atom.of(type.name())));
    boolean repeats = false;
    for (int i = 1; i < given.length; i++) {
      Node value = given[i] != null ? given[i] : rest != null ? rest : type.defaultValue(i);
      repeats |= value != null && value != given[i] && !(value instanceof Node.Literal);
      elements.add(value == null ? new Node.Literal(node.at(), Atom.UNDEFINED) : value);
    }
    if (repeats) {
      lowering.module.enterDefaults();
    }
    Expr made = LowerExpression.tuple(lowering.expressions.values(elements, block), node.at());
    if (repeats) {
      lowering.module.leaveDefaults();
    }
    return made;
  }

  /** The new values are evaluated first, then the record, which must be one. */
  private Expr updated(Node.RecordOf node, Node base, Block block) {
    RecordType type = type(node.name(), node.at());
    List<Node> nodes = new ArrayList<>();
    for (Node.RecordField each : node.fields()) {
      nodes.add(each.value());
    }
    nodes.add(base);
    List<Expr> values = lowering.expressions.values(nodes, block);
    values.replaceAll(value -> block.bind(value, "value"));
    Expr subject = values.removeLast();
    List<Pattern> patterns = new ArrayList<>();
    List<Expr> elements = new ArrayList<>();
    patterns.add(new Pattern.Literal(Atom.of(type.name())));
    elements.add(Lowering.constant(Atom.of(type.name())));
    for (int i = 1; i < type.size(); i++) {
      Expr value = null;
      for (int k = 0; k < node.fields().size(); k++) {
        String name = node.fields().get(k).name();
        if (field(type, name, node.fields().get(k).at()) == i) {
          value = values.get(k);
        }
      }
      if (value == null) {
        Variable kept = new Variable(type.fields().get(i - 1).name());
        patterns.add(new Pattern.Bind(kept));
        elements.add(new Expr.Ref(kept));
      } else {
        patterns.add(new Pattern.Any());
        elements.add(value);
      }
    }
    Expr result = node.fields().isEmpty() ? subject : LowerExpression.tuple(elements, node.at());
    return new Expr.Case(
        List.of(subject),
        List.of(
            new Expr.Clause(
                List.of(new Pattern.TupleOf(patterns)), null, result, Lowering.line(node.at()))),
        Lowering.op(ErlangPrimitives.BADRECORD, node.at(), subject));
  }

  Expr access(Node.RecordAccess node, Block block) {
    RecordType type = type(node.name(), node.at());
    int index = field(type, node.field(), node.at());
    return Lowering.op(
        ErlangPrimitives.RECORD_FIELD,
        // As OTP has it, {badrecord, V} is of the line where the record's expression starts.
        Node.start(node),
        lowering.expressions.value(node.record(), block),
        Lowering.constant(Atom.of(type.name())),
        Lowering.constant((long) type.size()),
        Lowering.constant((long) index));
  }

  /** {@code record_info(fields, name)} and {@code record_info(size, name)}. */
  Expr info(Node.Call call) {
    if (call.arguments().get(0) instanceof Node.Literal(_, Atom what)
        && call.arguments().get(1) instanceof Node.Literal(_, Atom name)) {
      RecordType type = type(name.name(), call.at());
      if (what.name().equals("size")) {
        return Lowering.constant((long) type.size());
      }
      if (what.name().equals("fields")) {
        return Lowering.constant(
            Cons.list(
                type.fields().stream().map(field -> (Object) Atom.of(field.name())).toArray()));
      }
    }
    throw new LoweringError(call.at(), "illegal record info");
  }
}

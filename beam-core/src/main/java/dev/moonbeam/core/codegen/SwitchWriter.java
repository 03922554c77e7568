package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a {@link Switch}: atoms by identity (few) or by a lookupswitch over their hashes (many),
 * integers by a lookupswitch, everything else by one comparison after another.
 */
final class SwitchWriter {
  /**
   * Up to so many atoms a chain of identity tests is shorter and as fast as a switch over hashes.
   */
  private static final int CHAIN = 5;

  private final FunctionWriter writer;
  private final CodeBuilder code;

  SwitchWriter(FunctionWriter writer) {
    this.writer = writer;
    this.code = writer.code;
  }

  boolean write(Switch choice, Target target) {
    Expr scrutinee = writer.atom(choice.scrutinee());
    Type type = Typing.typeOf(scrutinee);
    List<Entry> atoms = new ArrayList<>();
    List<Entry> longs = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    Map<Object, Label> seen = new LinkedHashMap<>();
    List<Label> bodies = new ArrayList<>();
    for (Arm arm : choice.arms()) {
      Label body = code.newLabel();
      bodies.add(body);
      if (arm.literal() instanceof Atom || arm.literal() instanceof Long) {
        if (seen.putIfAbsent(arm.literal(), body) != null) {
          continue;
        }
      }
      switch (arm.literal()) {
        case Atom _ -> atoms.add(new Entry(arm.literal(), body));
        case Long _ -> longs.add(new Entry(arm.literal(), body));
        default -> others.add(new Entry(arm.literal(), body));
      }
    }
    Label otherwise = code.newLabel();
    if (type == Type.LONG) {
      longs(scrutinee, longs, otherwise);
      code.goto_(otherwise);
    } else if (type == Type.DOUBLE) {
      Variable boxed = new Variable("t");
      writer.slots.allocate(boxed);
      writer.write(scrutinee, new Target.Local(boxed));
      others(new Ref(boxed), others);
      code.goto_(otherwise);
    } else {
      Expr term = scrutinee;
      if (type == Type.BOOL) {
        Variable boxed = new Variable("t");
        writer.slots.allocate(boxed);
        writer.write(scrutinee, new Target.Local(boxed));
        term = new Ref(boxed);
      }
      atoms(term, atoms);
      if (!longs.isEmpty()) {
        Label notLong = code.newLabel();
        writer.write(term, Target.TERM);
        code.instanceOf(Descriptors.LONG).ifeq(notLong);
        longs(term, longs, others.isEmpty() ? otherwise : notLong);
        code.labelBinding(notLong);
      }
      others(term, others);
      code.goto_(otherwise);
    }
    Label end = code.newLabel();
    Room.State chosen = writer.room().state();
    Meeting meeting = new Meeting(writer.room());
    for (int i = 0; i < bodies.size(); i++) {
      code.labelBinding(bodies.get(i));
      writer.room().setState(chosen);
      if (writer.write(choice.arms().get(i).body(), target)) {
        meeting.arrive();
        code.goto_(end);
      }
    }
    code.labelBinding(otherwise);
    writer.room().setState(chosen);
    if (writer.write(choice.otherwise(), target)) {
      meeting.arrive();
    }
    code.labelBinding(end);
    return meeting.goesOn();
  }

  private record Entry(Object literal, Label body) {}

  /** Falls through when none is it. */
  private void atoms(Expr term, List<Entry> atoms) {
    if (atoms.size() <= CHAIN) {
      for (Entry entry : atoms) {
        identity(term, entry);
      }
      return;
    }
    Map<Integer, List<Entry>> byHash = new TreeMap<>();
    for (Entry entry : atoms) {
      byHash.computeIfAbsent(entry.literal().hashCode(), _ -> new ArrayList<>()).add(entry);
    }
    Label none = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>(byHash.size());
    List<Label> buckets = new ArrayList<>(byHash.size());
    for (int hash : byHash.keySet()) {
      Label bucket = code.newLabel();
      buckets.add(bucket);
      cases.add(SwitchCase.of(hash, bucket));
    }
    writer.write(term, Target.TERM);
    code.invokestatic(Descriptors.CALLS, "atomHash", Descriptors.ATOM_HASH);
    code.lookupswitch(none, cases);
    int i = 0;
    for (List<Entry> entries : byHash.values()) {
      code.labelBinding(buckets.get(i++));
      for (Entry entry : entries) {
        identity(term, entry);
      }
      code.goto_(none);
    }
    code.labelBinding(none);
  }

  private void identity(Expr term, Entry entry) {
    writer.write(term, Target.TERM);
    writer.owner.loadConstant(code, entry.literal());
    code.if_acmpeq(entry.body());
  }

  /**
   * The scrutinee is a LONG or a TERM known to be one. Falls through or jumps to {@code otherwise}
   * when none is it.
   */
  private void longs(Expr scrutinee, List<Entry> longs, Label otherwise) {
    List<SwitchCase> cases = new ArrayList<>();
    Target unboxed = new Target.Stack(Type.LONG);
    for (Entry entry : longs) {
      long value = (long) entry.literal();
      if (value == (int) value) {
        cases.add(SwitchCase.of((int) value, entry.body()));
      } else {
        writer.write(scrutinee, unboxed);
        code.loadConstant(value).lcmp().ifeq(entry.body());
      }
    }
    if (cases.isEmpty()) {
      return;
    }
    if (cases.size() <= 2) {
      for (SwitchCase each : cases) {
        writer.write(scrutinee, unboxed);
        code.loadConstant((long) each.caseValue()).lcmp().ifeq(each.target());
      }
      code.goto_(otherwise);
      return;
    }
    writer.write(scrutinee, unboxed);
    code.dup2().l2i().i2l();
    writer.write(scrutinee, unboxed);
    code.lcmp();
    Label fits = code.newLabel();
    code.ifeq(fits).pop2().goto_(otherwise).labelBinding(fits).l2i();
    cases.sort((a, b) -> Integer.compare(a.caseValue(), b.caseValue()));
    int low = cases.getFirst().caseValue();
    int high = cases.getLast().caseValue();
    if ((long) high - low < 4L * cases.size() + 8) {
      code.tableswitch(low, high, otherwise, cases);
    } else {
      code.lookupswitch(otherwise, cases);
    }
  }

  private void others(Expr term, List<Entry> others) {
    for (Entry entry : others) {
      writer.write(term, Target.TERM);
      writer.owner.loadConstant(code, entry.literal());
      code.invokestatic(Descriptors.CALLS, "isLiteral", Descriptors.IS_LITERAL);
      code.ifne(entry.body());
    }
  }
}

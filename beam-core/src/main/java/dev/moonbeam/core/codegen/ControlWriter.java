package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_boolean;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what leads control from one place of a function to another: conditions, join points and
 * jumps, handlers; and the charges on the way, which an innermost loop pays as its {@link Turns}.
 * Where ways part and meet, it keeps what the {@link Room} and the {@link Slots} know of each.
 */
final class ControlWriter {
  private final FunctionWriter writer;
  private final CodeBuilder code;
  private final Slots slots;
  private final Room room;
  private final IdentityHashMap<dev.moonbeam.core.ir.Label, Label> joins = new IdentityHashMap<>();
  private final IdentityHashMap<dev.moonbeam.core.ir.Label, Room.State> arrivals =
      new IdentityHashMap<>();
  private @Nullable Turns turns;

  ControlWriter(FunctionWriter writer) {
    this.writer = writer;
    this.code = writer.code;
    this.slots = writer.slots;
    this.room = writer.room();
  }

  boolean branch(Expr condition, Expr then, Expr otherwise, Target target) {
    Label elseLabel = code.newLabel();
    Label end = code.newLabel();
    BitSet staleBefore = slots.stale();
    Room.State before = room.state();
    Meeting meeting = new Meeting(room);
    boolean holds = writer.write(condition, new Target.Branch(elseLabel, false));
    Room.State after = room.state();
    if (holds && writer.write(then, target)) {
      meeting.arrive();
      code.goto_(end);
    }
    // The condition may have been found false before or after a call in it.
    room.setState(before.or(after));
    code.labelBinding(elseLabel);
    slots.join(staleBefore);
    if (writer.write(otherwise, target)) {
      meeting.arrive();
    }
    code.labelBinding(end);
    return meeting.goesOn();
  }

  /** Reductions that are due here. */
  void charge(int reductions) {
    if (turns != null) {
      turns.charge(reductions);
    } else {
      code.aload(0).loadConstant(reductions);
      code.invokevirtual(Descriptors.PROCESS, "spend", Descriptors.SPEND);
    }
  }

  /** Before control leaves the loop whose turns are being counted, or may leave it. */
  void payForTurns() {
    if (turns != null) {
      turns.pay();
    }
  }

  boolean join(Join join, Target target) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    for (Variable parameter : join.label().parameters()) {
      slots.allocate(parameter);
    }
    joins.put(join.label(), start);
    BitSet staleBefore = slots.stale();
    if (turns != null) {
      turns.enclose(join.label());
    }
    if (join.loop() && FrameSize.hasCall(join.target())) {
      // Once rather than in each turn; and each turn begins as the first did.
      room.take();
    }
    Meeting meeting = new Meeting(room);
    if (writer.write(join.body(), target)) {
      meeting.arrive();
      code.goto_(end);
    }
    room.setState(arrivals.getOrDefault(join.label(), room.state()));
    slots.join(staleBefore);
    if (Turns.countable(join) && !(target instanceof Target.Branch)) {
      turns = new Turns(code, join.label(), slots.reserve(2), start);
      turns.begin();
      if (writer.write(join.target(), target)) {
        meeting.arrive();
        turns.pay();
        code.goto_(end);
      }
      turns.end();
      turns = null;
    } else {
      code.labelBinding(start);
      if (!join.loop()) {
        slots.clear(join);
      }
      if (writer.write(join.target(), target)) {
        meeting.arrive();
      }
    }
    code.labelBinding(end);
    return meeting.goesOn();
  }

  /**
   * All arguments are evaluated before the first parameter changes: a jump in a loop may permute
   * them.
   */
  boolean jump(dev.moonbeam.core.ir.Label label, List<Expr> arguments) {
    List<Variable> parameters = label.parameters();
    int last = -1;
    for (int i = 0; i < arguments.size(); i++) {
      if (!isSame(arguments.get(i), parameters.get(i))) {
        last = i;
      }
    }
    int mark = slots.mark();
    for (int i = 0; i <= last; i++) {
      if (!isSame(arguments.get(i), parameters.get(i))
          && !writer.write(arguments.get(i), new Target.Stack(parameters.get(i).type()))) {
        return false;
      }
    }
    for (int i = last; i >= 0; i--) {
      if (!isSame(arguments.get(i), parameters.get(i))) {
        slots.store(parameters.get(i));
      }
    }
    slots.release(mark);
    Label to = joins.get(label);
    if (to == null) {
      throw new IllegalStateException("jump to unknown " + label + " in " + writer.function.name());
    }
    arrivals.merge(label, room.state(), Room.State::or);
    if (turns != null) {
      if (turns.isLoop(label)) {
        turns.back();
        return false;
      }
      if (!turns.encloses(label)) {
        turns.pay();
      }
    }
    code.goto_(to);
    return false;
  }

  private static boolean isSame(Expr argument, Variable parameter) {
    return argument instanceof Ref(var variable) && variable == parameter;
  }

  boolean attempt(Try attempt, Target target) {
    room.take();
    int traces = slots.reserve(1);
    Label start = code.newLabel();
    Label end = code.newLabel();
    Label handler = code.newLabel();
    Label done = code.newLabel();
    code.aload(0).getfield(Descriptors.PROCESS, "traces", CD_boolean).istore(traces);
    code.aload(0).loadConstant(attempt.trace() ? 1 : 0);
    code.putfield(Descriptors.PROCESS, "traces", CD_boolean);
    int mark = slots.mark();
    slots.allocate(attempt.result());
    code.labelBinding(start);
    Meeting meeting = new Meeting(room);
    boolean completes = writer.write(attempt.body(), new Target.Local(attempt.result()));
    // A region must not be empty, and dead code must not be covered.
    code.nop();
    code.labelBinding(end);
    if (completes) {
      code.aload(0).iload(traces).putfield(Descriptors.PROCESS, "traces", CD_boolean);
      if (writer.write(attempt.of(), target)) {
        meeting.arrive();
        code.goto_(done);
      }
    } else {
      code.aconst_null().athrow();
    }
    slots.release(mark);
    slots.allocate(attempt.raised());
    code.exceptionCatch(start, end, handler, Descriptors.RAISE);
    code.labelBinding(handler);
    slots.store(attempt.raised());
    room.restore();
    code.aload(0).iload(traces).putfield(Descriptors.PROCESS, "traces", CD_boolean);
    if (writer.write(attempt.handler(), target)) {
      meeting.arrive();
    }
    code.labelBinding(done);
    return meeting.goesOn();
  }

  boolean unrolled(Unrolled unrolled, Target target) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    Label thrown = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(start);
    boolean goesOn = writer.write(unrolled.body(), target);
    code.nop().labelBinding(end);
    if (goesOn) {
      code.goto_(done);
    } else {
      writer.unreachable();
    }
    code.exceptionCatch(start, end, thrown, Descriptors.RAISE).labelBinding(thrown);
    writer.write(unrolled.history(), new Target.Stack(Type.LONG));
    writer.owner.loadConstant(code, unrolled.calls());
    code.checkcast(Descriptors.TUPLE);
    code.invokevirtual(Descriptors.RAISE, "through", Descriptors.THROUGH).athrow();
    code.labelBinding(done);
    return goesOn;
  }
}

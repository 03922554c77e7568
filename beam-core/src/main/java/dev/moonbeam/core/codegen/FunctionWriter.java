package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the code of one function. Destination-driven: every expression is told where its value
 * goes ({@link Target}), so conditions become branches and variables are computed in place.
 *
 * <p>What holds throughout: local 0 is the process; a variable has its slot from its binding to the
 * end of its scope, and slots are given out and taken back as a stack; at a join and around a try
 * the operand stack is empty (normalize sees to it). What the frame takes of the stack is {@link
 * Room}'s business; where ways meet, its state is what they have in common.
 *
 * <p>Calls are in {@link CallWriter}, primitives in {@link PrimitiveWriter}, switches in {@link
 * SwitchWriter}.
 */
final class FunctionWriter {
  final CodeBuilder code;
  final ClassWriter owner;
  final FunctionDef function;
  private final IdentityHashMap<Variable, Integer> slots = new IdentityHashMap<>();
  private final IdentityHashMap<dev.moonbeam.core.ir.Label, Label> joins = new IdentityHashMap<>();
  private final CallWriter calls;
  private final PrimitiveWriter primitives;
  private final SwitchWriter switches;
  private final List<Variable> parameters;

  /** Parameters that have a slot from the beginning; the others come in an array, in the next. */
  private final int passed;

  private final FrameSize frame;
  private final Room room;
  private final IdentityHashMap<dev.moonbeam.core.ir.Label, Room.State> arrivals =
      new IdentityHashMap<>();
  private @Nullable Turns turns;
  private int next = 1;

  /** Slots that hold, or have held, a reference; none unless the module wants them cleared. */
  private final BitSet stale = new BitSet();

  /** Where the module wants slots cleared. */
  private final @Nullable Liveness liveness;

  /** By slot: the variable that had it last. */
  private final List<@Nullable Variable> occupants = new ArrayList<>();

  private int line;

  FunctionWriter(CodeBuilder code, ClassWriter owner, FunctionDef function, boolean depth) {
    this.code = code;
    this.owner = owner;
    this.function = function;
    this.parameters = function.allParameters();
    this.passed = Passing.direct(parameters.size());
    this.liveness = owner.clearsSlots() ? Liveness.of(function) : null;
    for (Variable parameter : parameters.subList(0, passed)) {
      int slot = allocate(parameter);
      if (liveness != null) {
        stale.set(slot);
      }
    }
    if (passed < parameters.size()) {
      reserve(1);
    }
    this.frame = FrameSize.of(function);
    this.room = new Room(this, frame, depth, reserve(1));
    this.calls = new CallWriter(this);
    this.primitives = new PrimitiveWriter(this);
    this.switches = new SwitchWriter(this);
  }

  void write() {
    line(function.line());
    boolean array = passed < parameters.size();
    room.enter(frame.large(), handle(), passed + (array ? 1 : 0));
    for (int i = passed; i < parameters.size(); i++) {
      code.aload(passed + 1).loadConstant(i - passed).aaload();
      if (parameters.get(i).type() == Type.VALUES) {
        code.checkcast(Descriptors.OBJECTS);
      }
      allocate(parameters.get(i));
      store(parameters.get(i));
    }
    if (array && liveness != null) {
      code.aconst_null().astore(passed + 1);
    }
    boolean returns = write(function.body(), Target.RETURN);
    if (returns) {
      throw new IllegalStateException("body of " + function.name() + " falls through");
    }
    room.finish();
  }

  private DirectMethodHandleDesc handle() {
    return MethodHandleDesc.ofMethod(
        DirectMethodHandleDesc.Kind.STATIC,
        owner.desc(),
        owner.methodName(function.name()),
        owner.methodType(function));
  }

  // Expressions

  /** Writes an expression; tells whether control goes on behind it. */
  boolean write(Expr expr, Target target) {
    int mark = next;
    Expr at = expr;
    while (true) {
      switch (at) {
        case Let(var variable, var value, var body) -> {
          allocate(variable);
          if (!write(value, new Target.Local(variable))) {
            next = mark;
            return false;
          }
          clear(at);
          at = body;
          continue;
        }
        case Seq(var first, var second) -> {
          if (!write(first, Target.NOWHERE)) {
            next = mark;
            return false;
          }
          clear(at);
          at = second;
          continue;
        }
        case Charge(var reductions, var body) -> {
          if (reductions == 1 && body instanceof Call call && target instanceof Target.Return) {
            boolean goesOn = calls.payingTail(call);
            next = mark;
            return goesOn;
          }
          charge(reductions);
          at = body;
          continue;
        }
        default -> {}
      }
      boolean goesOn = writeOne(at, target);
      next = mark;
      return goesOn;
    }
  }

  private void charge(int reductions) {
    if (turns != null) {
      turns.charge(reductions);
    } else {
      code.aload(0).loadConstant(reductions);
      code.invokevirtual(Descriptors.PROCESS, "spend", Descriptors.SPEND);
    }
  }

  private boolean writeOne(Expr expr, Target target) {
    return switch (expr) {
      case Const(var value) -> constant(value, target);
      case Ref(var variable) -> {
        if (target instanceof Target.Nowhere) {
          yield true;
        }
        load(variable);
        yield deliver(variable.type(), target);
      }
      case If(var condition, var then, var otherwise) -> branch(condition, then, otherwise, target);
      case IfUnboxed ifUnboxed -> primitives.ifUnboxed(ifUnboxed, target);
      case Join join -> join(join, target);
      case Jump(var label, var arguments) -> jump(label, arguments);
      case Switch choice -> switches.write(choice, target);
      case Call call -> calls.local(call, target);
      case RemoteCall call -> calls.remote(call, target);
      case Apply apply -> calls.apply(apply, target);
      case PrimOp op -> primitives.write(op, target);
      case MakeFun(var name, var captured) -> {
        calls.makeFun(name, captured);
        yield deliver(Type.TERM, target);
      }
      case Try attempt -> attempt(attempt, target);
      case AllResults(var call) -> {
        calls.allResults(call);
        yield deliver(Type.VALUES, target);
      }
      case Values values -> calls.values(values, target);
      case Nth(var values, var index) -> {
        write(values, Target.VALUES);
        code.loadConstant(index).invokestatic(Descriptors.CALLS, "nth", Descriptors.NTH);
        yield deliver(Type.TERM, target);
      }
      case Allocating(var bytes, var value) -> allocating(bytes, value, target);
      case Unrolled unrolled -> unrolled(unrolled, target);
      case Let _, Seq _, Charge _ -> throw new AssertionError();
      case Case _, Lambda _, LetRec _, Receive _ ->
          throw new IllegalStateException(
              expr.getClass().getSimpleName() + " left in " + function.name());
    };
  }

  private boolean constant(Object value, Target target) {
    switch (target) {
      case Target.Nowhere _ -> {
        return true;
      }
      case Target.Branch(var label, var when) -> {
        if (isTrue(value) == when) {
          code.goto_(label);
          return false;
        }
        return true;
      }
      case Target.Stack(var type) -> pushConstant(value, type);
      case Target.Local(var variable) -> {
        pushConstant(value, variable.type());
        store(variable);
      }
      case Target.Return _ -> {
        pushConstant(value, Type.TERM);
        leave();
        return false;
      }
    }
    return true;
  }

  private static boolean isTrue(Object constant) {
    return constant == Atom.TRUE || Boolean.TRUE.equals(constant);
  }

  private void pushConstant(Object value, Type type) {
    switch (type) {
      case LONG -> code.loadConstant((long) value);
      case DOUBLE -> code.loadConstant((double) value);
      case BOOL -> code.loadConstant(isTrue(value) ? 1 : 0);
      case TERM -> owner.loadConstant(code, value instanceof Boolean b ? Atom.of(b) : value);
      case VALUES -> throw new IllegalStateException("constant as VALUES");
    }
  }

  private boolean branch(Expr condition, Expr then, Expr otherwise, Target target) {
    Label elseLabel = code.newLabel();
    Label end = code.newLabel();
    BitSet staleBefore = (BitSet) stale.clone();
    Room.State before = room.state();
    Meeting meeting = new Meeting();
    boolean holds = write(condition, new Target.Branch(elseLabel, false));
    Room.State after = room.state();
    if (holds && write(then, target)) {
      meeting.arrive();
      code.goto_(end);
    }
    // The condition may have been found false before or after a call in it.
    room.setState(before.or(after));
    code.labelBinding(elseLabel);
    stale.or(staleBefore);
    if (write(otherwise, target)) {
      meeting.arrive();
    }
    code.labelBinding(end);
    return meeting.goesOn();
  }

  /** The function's result is on the stack. */
  private void leave() {
    payForTurns();
    room.leave();
  }

  /** Before control leaves the loop whose turns are being counted, or may leave it. */
  void payForTurns() {
    if (turns != null) {
      turns.pay();
    }
  }

  /** Where several ways through the code come together. */
  final class Meeting {
    private Room.@Nullable State state;

    /** Control goes on from here to where they meet. */
    void arrive() {
      state = state == null ? room.state() : state.or(room.state());
    }

    /** Whether any way leads on; from here on the code is what follows their meeting. */
    boolean goesOn() {
      if (state != null) {
        room.setState(state);
      }
      return state != null;
    }
  }

  private boolean join(Join join, Target target) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    for (Variable parameter : join.label().parameters()) {
      allocate(parameter);
    }
    joins.put(join.label(), start);
    BitSet staleBefore = (BitSet) stale.clone();
    if (turns != null) {
      turns.enclose(join.label());
    }
    if (join.loop() && FrameSize.hasCall(join.target())) {
      // Once rather than in each turn; and each turn begins as the first did.
      room.take();
    }
    Meeting meeting = new Meeting();
    if (write(join.body(), target)) {
      meeting.arrive();
      code.goto_(end);
    }
    room.setState(arrivals.getOrDefault(join.label(), room.state()));
    stale.or(staleBefore);
    if (Turns.countable(join) && !(target instanceof Target.Branch)) {
      turns = new Turns(code, join.label(), reserve(2), start);
      turns.begin();
      if (write(join.target(), target)) {
        meeting.arrive();
        turns.pay();
        code.goto_(end);
      }
      turns.end();
      turns = null;
    } else {
      code.labelBinding(start);
      if (!join.loop()) {
        clear(join);
      }
      if (write(join.target(), target)) {
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
  private boolean jump(dev.moonbeam.core.ir.Label label, List<Expr> arguments) {
    List<Variable> parameters = label.parameters();
    int last = -1;
    for (int i = 0; i < arguments.size(); i++) {
      if (!isSame(arguments.get(i), parameters.get(i))) {
        last = i;
      }
    }
    int mark = next;
    for (int i = 0; i <= last; i++) {
      if (!isSame(arguments.get(i), parameters.get(i))
          && !write(arguments.get(i), new Target.Stack(parameters.get(i).type()))) {
        return false;
      }
    }
    for (int i = last; i >= 0; i--) {
      if (!isSame(arguments.get(i), parameters.get(i))) {
        store(parameters.get(i));
      }
    }
    next = mark;
    Label to = joins.get(label);
    if (to == null) {
      throw new IllegalStateException("jump to unknown " + label + " in " + function.name());
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

  private boolean attempt(Try attempt, Target target) {
    room.take();
    int traces = reserve(1);
    Label start = code.newLabel();
    Label end = code.newLabel();
    Label handler = code.newLabel();
    Label done = code.newLabel();
    code.aload(0).getfield(Descriptors.PROCESS, "traces", CD_boolean).istore(traces);
    code.aload(0).loadConstant(attempt.trace() ? 1 : 0);
    code.putfield(Descriptors.PROCESS, "traces", CD_boolean);
    int mark = next;
    allocate(attempt.result());
    code.labelBinding(start);
    Meeting meeting = new Meeting();
    boolean completes = write(attempt.body(), new Target.Local(attempt.result()));
    // A region must not be empty, and dead code must not be covered.
    code.nop();
    code.labelBinding(end);
    if (completes) {
      code.aload(0).iload(traces).putfield(Descriptors.PROCESS, "traces", CD_boolean);
      if (write(attempt.of(), target)) {
        meeting.arrive();
        code.goto_(done);
      }
    } else {
      code.aconst_null().athrow();
    }
    next = mark;
    allocate(attempt.raised());
    code.exceptionCatch(start, end, handler, Descriptors.RAISE);
    code.labelBinding(handler);
    store(attempt.raised());
    room.restore();
    code.aload(0).iload(traces).putfield(Descriptors.PROCESS, "traces", CD_boolean);
    if (write(attempt.handler(), target)) {
      meeting.arrive();
    }
    code.labelBinding(done);
    return meeting.goesOn();
  }

  private boolean unrolled(Unrolled unrolled, Target target) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    Label thrown = code.newLabel();
    Label done = code.newLabel();
    code.labelBinding(start);
    boolean goesOn = write(unrolled.body(), target);
    code.nop().labelBinding(end);
    if (goesOn) {
      code.goto_(done);
    } else {
      unreachable();
    }
    code.exceptionCatch(start, end, thrown, Descriptors.RAISE).labelBinding(thrown);
    write(unrolled.history(), new Target.Stack(Type.LONG));
    owner.loadConstant(code, unrolled.calls());
    code.checkcast(Descriptors.TUPLE);
    code.invokevirtual(Descriptors.RAISE, "through", Descriptors.THROUGH).athrow();
    code.labelBinding(done);
    return goesOn;
  }

  private boolean allocating(int bytes, Expr value, Target target) {
    if (!write(value, Target.TERM)) {
      return false;
    }
    Label enough = code.newLabel();
    code.aload(0).dup().getfield(Descriptors.PROCESS, "allocation", CD_int);
    code.loadConstant(bytes).isub();
    code.dup_x1().putfield(Descriptors.PROCESS, "allocation", CD_int).ifge(enough);
    code.dup().aload(0).swap();
    code.invokevirtual(Descriptors.PROCESS, "sample", MethodTypeDesc.of(CD_void, CD_Object));
    code.labelBinding(enough);
    return deliver(Type.TERM, target);
  }

  // Values

  /**
   * A value of type {@code have} is on the stack: takes it where it should go. Tells whether
   * control goes on.
   */
  boolean deliver(Type have, Target target) {
    switch (target) {
      case Target.Return _ -> {
        convert(have, Type.TERM);
        leave();
        return false;
      }
      case Target.Nowhere _ -> {
        if (have == Type.LONG || have == Type.DOUBLE) {
          code.pop2();
        } else {
          code.pop();
        }
      }
      case Target.Stack(var type) -> convert(have, type);
      case Target.Local(var variable) -> {
        convert(have, variable.type());
        store(variable);
      }
      case Target.Branch(var label, var when) -> {
        convert(have, Type.BOOL);
        if (when) {
          code.ifne(label);
        } else {
          code.ifeq(label);
        }
      }
    }
    return true;
  }

  private void convert(Type have, Type want) {
    if (have == want) {
      return;
    }
    switch (want) {
      case TERM -> {
        switch (have) {
          case LONG -> code.invokestatic(Descriptors.LONG, "valueOf", Descriptors.BOX_LONG);
          case DOUBLE -> code.invokestatic(Descriptors.DOUBLE, "valueOf", Descriptors.BOX_DOUBLE);
          case BOOL -> code.invokestatic(Descriptors.ATOM, "of", Descriptors.BOX_BOOL);
          case VALUES -> code.invokestatic(Descriptors.SPECIAL, "values", Descriptors.VALUES);
          case TERM -> {}
        }
      }
      case LONG -> {
        expect(have == Type.TERM, have, want);
        code.checkcast(Descriptors.LONG);
        code.invokevirtual(Descriptors.LONG, "longValue", Descriptors.LONG_VALUE);
      }
      case DOUBLE -> {
        expect(have == Type.TERM, have, want);
        code.checkcast(Descriptors.DOUBLE);
        code.invokevirtual(Descriptors.DOUBLE, "doubleValue", Descriptors.DOUBLE_VALUE);
      }
      case BOOL -> {
        expect(have == Type.TERM, have, want);
        Label yes = code.newLabel();
        Label end = code.newLabel();
        owner.loadConstant(code, Atom.TRUE);
        code.if_acmpeq(yes).iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
      }
      case VALUES -> {
        expect(have == Type.TERM, have, want);
        int temporary = next;
        code.astore(temporary).iconst_1().anewarray(CD_Object).dup().iconst_0();
        code.aload(temporary).aastore();
      }
    }
  }

  private void expect(boolean condition, Type have, Type want) {
    if (!condition) {
      throw new IllegalStateException(
          "a " + have + " where a " + want + " is wanted in " + function.name());
    }
  }

  /**
   * What never gives a value is followed by a throw that is never reached, so that the verifier
   * sees an end.
   */
  boolean unreachable() {
    code.aconst_null().athrow();
    return false;
  }

  /**
   * An operand that can be loaded more than once: a constant or a variable as it is, anything else
   * evaluated into a temporary.
   */
  Expr atom(Expr operand) {
    if (operand instanceof Const || operand instanceof Ref) {
      return operand;
    }
    Type type = Typing.typeOf(operand);
    Variable temporary = new Variable("t", type == null ? Type.TERM : type);
    allocate(temporary);
    write(operand, new Target.Local(temporary));
    return new Ref(temporary);
  }

  /** Leaves an array of the operands, as TERMs, on the stack. */
  void array(List<Expr> operands) {
    if (operands.isEmpty()) {
      code.getstatic(Descriptors.FUN, "NO_ARGUMENTS", Descriptors.OBJECTS);
      return;
    }
    array(operands, 0);
  }

  /** The same with some free places behind them. */
  void array(List<Expr> operands, int free) {
    code.loadConstant(operands.size() + free).anewarray(CD_Object);
    for (int i = 0; i < operands.size(); i++) {
      code.dup().loadConstant(i);
      write(operands.get(i), Target.TERM);
      code.aastore();
    }
  }

  // Slots and lines

  int allocate(Variable variable) {
    int slot = next;
    slots.put(variable, slot);
    reserve(variable.type() == Type.LONG || variable.type() == Type.DOUBLE ? 2 : 1);
    occupants.set(slot, variable);
    return slot;
  }

  /** The first of some slots for what is no variable of the IR. */
  private int reserve(int count) {
    int first = next;
    next += count;
    while (occupants.size() < next) {
      occupants.add(null);
    }
    occupants.subList(first, next).replaceAll(_ -> null);
    return first;
  }

  int mark() {
    return next;
  }

  void release(int mark) {
    next = mark;
  }

  /**
   * Where the module wants it ({@link CoreModule#CLEARS_SLOTS}): empties the slots whose variables
   * are out of scope or of no more use, so that what they held can be collected while this function
   * runs.
   *
   * @param place what {@link Liveness} has a note of
   */
  private void clear(Expr place) {
    if (liveness == null) {
      return;
    }
    for (int slot = stale.nextSetBit(0); slot >= 0; slot = stale.nextSetBit(slot + 1)) {
      Variable occupant = occupants.get(slot);
      if (slot >= next || occupant != null && !liveness.isLive(occupant, place)) {
        code.aconst_null().astore(slot);
        stale.clear(slot);
      }
    }
  }

  /**
   * The operands of a call are on the stack: empties the slots from {@code from} on. For a tail
   * call these are all of them, as this frame may stay below what is called; else those of the
   * operands alone.
   */
  void clearForCall(int from) {
    for (int slot = stale.nextSetBit(from); slot >= 0; slot = stale.nextSetBit(slot + 1)) {
      code.aconst_null().astore(slot);
    }
  }

  void load(Variable variable) {
    int slot = slot(variable);
    switch (variable.type()) {
      case TERM, VALUES -> code.aload(slot);
      case LONG -> code.lload(slot);
      case DOUBLE -> code.dload(slot);
      case BOOL -> code.iload(slot);
    }
  }

  void store(Variable variable) {
    int slot = slot(variable);
    switch (variable.type()) {
      case TERM, VALUES -> {
        code.astore(slot);
        if (liveness != null) {
          stale.set(slot);
        }
      }
      case LONG -> code.lstore(slot);
      case DOUBLE -> code.dstore(slot);
      case BOOL -> code.istore(slot);
    }
  }

  private int slot(Variable variable) {
    Integer slot = slots.get(variable);
    if (slot == null) {
      throw new IllegalStateException("unbound variable " + variable + " in " + function.name());
    }
    return slot;
  }

  /** Notes the source line of the instructions that follow. */
  void line(int number) {
    if (number > 0 && number != line) {
      line = number;
      // A line number is 16 bits in a class file.
      code.lineNumber(Math.min(number, 0xFFFF));
    }
  }

  /** As {@link #line} for a call in tail position, which some modules mark. */
  void tailCallLine(int number) {
    line(number > 0 && owner.marksTailCalls() ? number | GeneratedCode.TAIL_CALL : number);
  }

  Room room() {
    return room;
  }
}

package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.moonbeam.core.code.GeneratedCode;
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
import java.util.List;

/**
 * Writes the code of one function. Destination-driven: every expression is told where its value
 * goes ({@link Target}), so conditions become branches and variables are computed in place.
 *
 * <p>What holds throughout: variables live in {@link Slots}; at a join and around a try the operand
 * stack is empty (normalize sees to it). What the frame takes of the stack is {@link Room}'s
 * business.
 *
 * <p>Conditions, join points and handlers are in {@link ControlWriter}, calls in {@link
 * CallWriter}, primitives in {@link PrimitiveWriter}, switches in {@link SwitchWriter}.
 */
final class FunctionWriter {
  final CodeBuilder code;
  final ClassWriter owner;
  final FunctionDef function;
  final Slots slots;
  private final ControlWriter control;
  private final CallWriter calls;
  private final PrimitiveWriter primitives;
  private final SwitchWriter switches;
  private final List<Variable> parameters;

  /** Parameters that have a slot from the beginning; the others come in an array, in the next. */
  private final int passed;

  private final FrameSize frame;
  private final Room room;
  private int line;

  FunctionWriter(CodeBuilder code, ClassWriter owner, FunctionDef function, boolean depth) {
    this.code = code;
    this.owner = owner;
    this.function = function;
    this.parameters = function.allParameters();
    this.passed = Passing.direct(parameters.size());
    this.slots = new Slots(code, function, owner.clearsSlots());
    slots.pass(parameters.subList(0, passed));
    if (passed < parameters.size()) {
      slots.reserve(1);
    }
    this.frame = FrameSize.of(function);
    this.room = new Room(code, frame, depth, slots.reserve(1));
    this.control = new ControlWriter(this);
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
      slots.allocate(parameters.get(i));
      slots.store(parameters.get(i));
    }
    if (array && slots.clears()) {
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
    int mark = slots.mark();
    Expr at = expr;
    while (true) {
      switch (at) {
        case Let(var variable, var value, var body) -> {
          slots.allocate(variable);
          if (!write(value, new Target.Local(variable))) {
            slots.release(mark);
            return false;
          }
          slots.clear(at);
          at = body;
          continue;
        }
        case Seq(var first, var second) -> {
          if (!write(first, Target.NOWHERE)) {
            slots.release(mark);
            return false;
          }
          slots.clear(at);
          at = second;
          continue;
        }
        case Charge(var reductions, var body) -> {
          if (reductions == 1 && body instanceof Call call && target instanceof Target.Return) {
            boolean goesOn = calls.payingTail(call);
            slots.release(mark);
            return goesOn;
          }
          control.charge(reductions);
          at = body;
          continue;
        }
        default -> {}
      }
      boolean goesOn = writeOne(at, target);
      slots.release(mark);
      return goesOn;
    }
  }

  private boolean writeOne(Expr expr, Target target) {
    return switch (expr) {
      case Const(var value) -> constant(value, target);
      case Ref(var variable) -> {
        if (target instanceof Target.Nowhere) {
          yield true;
        }
        slots.load(variable);
        yield deliver(variable.type(), target);
      }
      case If(var condition, var then, var otherwise) ->
          control.branch(condition, then, otherwise, target);
      case IfUnboxed ifUnboxed -> primitives.ifUnboxed(ifUnboxed, target);
      case Join join -> control.join(join, target);
      case Jump(var label, var arguments) -> control.jump(label, arguments);
      case Switch choice -> switches.write(choice, target);
      case Call call -> calls.local(call, target);
      case RemoteCall call -> calls.remote(call, target);
      case Apply apply -> calls.apply(apply, target);
      case PrimOp op -> primitives.write(op, target);
      case MakeFun(var name, var captured) -> {
        calls.makeFun(name, captured);
        yield deliver(Type.TERM, target);
      }
      case Try attempt -> control.attempt(attempt, target);
      case AllResults(var call) -> {
        calls.allResults(call);
        yield deliver(Type.VALUES, target);
      }
      case Values values -> calls.values(values, target);
      case LastCall(var call) -> calls.last(call, target);
      case Nth(var values, var index) -> {
        write(values, Target.VALUES);
        code.loadConstant(index).invokestatic(Descriptors.CALLS, "nth", Descriptors.NTH);
        yield deliver(Type.TERM, target);
      }
      case Allocating(var bytes, var value) -> allocating(bytes, value, target);
      case Unrolled unrolled -> control.unrolled(unrolled, target);
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
        slots.store(variable);
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

  /** The function's result is on the stack. */
  private void leave() {
    control.payForTurns();
    room.leave();
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
        slots.store(variable);
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
        int temporary = slots.mark();
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
    slots.allocate(temporary);
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

  // Lines

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

  ControlWriter control() {
    return control;
  }
}

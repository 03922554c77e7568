package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.ir.Speculation;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes primitives. Three ways: the variant that the static types select, as it is; an exact
 * variant, with a test for overflow in line; and, where operands are TERMs and the primitive says
 * it pays, an inline test of the operands' classes that guards a typed variant. A branch never
 * taken costs HotSpot nothing, and behind the test a value needs no box.
 */
final class PrimitiveWriter {
  private final FunctionWriter writer;
  private final CodeBuilder code;

  PrimitiveWriter(FunctionWriter writer) {
    this.writer = writer;
    this.code = writer.code;
  }

  boolean write(PrimOp op, Target target) {
    writer.line(op.line());
    Variant variant = Typing.variant(op);
    if (variant.body() instanceof Instruction instruction && instruction.exact()) {
      return exact(op, atoms(op), variant, instruction, target);
    }
    if (variant == op.primitive().general() && op.primitive().speculate()) {
      List<Variant> typed = Speculation.worthTesting(op);
      if (!typed.isEmpty()) {
        return speculate(op, typed, target);
      }
    }
    return plain(op, op.arguments(), variant, target);
  }

  // As it is

  private boolean plain(PrimOp op, List<Expr> operands, Variant variant, Target target) {
    return switch (variant.body()) {
      case MethodBody body -> method(op, operands, variant, body, target);
      case Instruction.NOT -> not(operands.getFirst(), target);
      case Instruction instruction -> {
        for (int i = 0; i < operands.size(); i++) {
          if (instruction == Instruction.TUPLE) {
            break;
          }
          if (!writer.write(operands.get(i), new Target.Stack(variant.parameters().get(i)))) {
            yield false;
          }
        }
        yield instruction(op, operands, instruction, variant.result(), target);
      }
    };
  }

  private boolean method(
      PrimOp op, List<Expr> operands, Variant variant, MethodBody body, Target target) {
    if (body.process()) {
      code.aload(0);
    }
    for (int i = 0; i < operands.size(); i++) {
      if (!writer.write(operands.get(i), new Target.Stack(variant.parameters().get(i)))) {
        return false;
      }
    }
    if (body.site()) {
      if (op.site() == null) {
        code.aconst_null();
      } else {
        writer.owner.loadConstant(code, op.site());
      }
      ClassDesc wanted =
          body.method().type().parameterType(body.method().type().parameterCount() - 1);
      if (!wanted.equals(CD_Object)) {
        code.checkcast(wanted);
      }
    }
    writer.line(op.line());
    if (op.primitive().suspends()) {
      writer.control().payForTurns();
    }
    code.invokestatic(body.method().owner(), body.method().name(), body.method().type());
    if (!op.primitive().returns()) {
      return writer.unreachable();
    }
    if (body.method().type().returnType().equals(CD_void)) {
      writer.owner.loadConstant(code, dev.moonbeam.core.term.Atom.NIL);
    }
    return writer.deliver(variant.result(), target);
  }

  private boolean not(Expr operand, Target target) {
    if (target instanceof Target.Branch(var label, var when)) {
      return writer.write(operand, new Target.Branch(label, !when));
    }
    if (!writer.write(operand, new Target.Stack(Type.BOOL))) {
      return false;
    }
    code.iconst_1().ixor();
    return writer.deliver(Type.BOOL, target);
  }

  /** The operands are on the stack (a tuple's are not). */
  private boolean instruction(
      PrimOp op, List<Expr> operands, Instruction instruction, Type result, Target target) {
    switch (instruction) {
      case LONG_ADD -> code.ladd();
      case LONG_SUB -> code.lsub();
      case LONG_MUL -> code.lmul();
      case LONG_NEG -> code.lneg();
      case LONG_AND -> code.land();
      case LONG_OR -> code.lor();
      case LONG_XOR -> code.lxor();
      case LONG_NOT -> code.loadConstant(-1L).lxor();
      case DOUBLE_ADD -> code.dadd();
      case DOUBLE_SUB -> code.dsub();
      case DOUBLE_MUL -> code.dmul();
      case DOUBLE_DIV -> code.ddiv();
      case DOUBLE_NEG -> code.dneg();
      case LONG_TO_DOUBLE -> code.l2d();
      case LONG_EQ -> {
        code.lcmp();
        return compare(Opcode.IFEQ, target);
      }
      case LONG_NE -> {
        code.lcmp();
        return compare(Opcode.IFNE, target);
      }
      case LONG_LT -> {
        code.lcmp();
        return compare(Opcode.IFLT, target);
      }
      case LONG_LE -> {
        code.lcmp();
        return compare(Opcode.IFLE, target);
      }
      case LONG_GT -> {
        code.lcmp();
        return compare(Opcode.IFGT, target);
      }
      case LONG_GE -> {
        code.lcmp();
        return compare(Opcode.IFGE, target);
      }
      case DOUBLE_EQ -> {
        code.dcmpl();
        return compare(Opcode.IFEQ, target);
      }
      case DOUBLE_NE -> {
        code.dcmpl();
        return compare(Opcode.IFNE, target);
      }
      // A comparison with NaN gives 1 with dcmpg and -1 with dcmpl: false either way.
      case DOUBLE_LT -> {
        code.dcmpg();
        return compare(Opcode.IFLT, target);
      }
      case DOUBLE_LE -> {
        code.dcmpg();
        return compare(Opcode.IFLE, target);
      }
      case DOUBLE_GT -> {
        code.dcmpl();
        return compare(Opcode.IFGT, target);
      }
      case DOUBLE_GE -> {
        code.dcmpl();
        return compare(Opcode.IFGE, target);
      }
      case SAME -> {
        return compare(Opcode.IF_ACMPEQ, target);
      }
      case NOT_SAME -> {
        return compare(Opcode.IF_ACMPNE, target);
      }
      case IS_ABSENT -> {
        return compare(Opcode.IFNULL, target);
      }
      case IS_NIL -> {
        code.getstatic(Descriptors.NIL, "EMPTY", Descriptors.NIL);
        return compare(Opcode.IF_ACMPEQ, target);
      }
      case IS_LONG -> code.instanceOf(Descriptors.LONG);
      case IS_DOUBLE -> code.instanceOf(Descriptors.DOUBLE);
      case IS_CONS -> code.instanceOf(Descriptors.CONS);
      case IS_TUPLE ->
          code.loadConstant((int) site(op))
              .invokestatic(Descriptors.CALLS, "isTuple", Descriptors.IS_TUPLE);
      case UNBOX_LONG ->
          code.checkcast(Descriptors.LONG)
              .invokevirtual(Descriptors.LONG, "longValue", Descriptors.LONG_VALUE);
      case UNBOX_DOUBLE ->
          code.checkcast(Descriptors.DOUBLE)
              .invokevirtual(Descriptors.DOUBLE, "doubleValue", Descriptors.DOUBLE_VALUE);
      case CONS -> {
        int tail = writer.slots.mark();
        code.astore(tail).astore(tail + 1).new_(Descriptors.CONS).dup();
        code.aload(tail + 1).aload(tail);
        code.invokespecial(
            Descriptors.CONS, "<init>", MethodTypeDesc.of(CD_void, CD_Object, CD_Object));
      }
      case HEAD -> code.checkcast(Descriptors.CONS).getfield(Descriptors.CONS, "head", CD_Object);
      case TAIL -> code.checkcast(Descriptors.CONS).getfield(Descriptors.CONS, "tail", CD_Object);
      case ELEMENT ->
          code.checkcast(Descriptors.TUPLE)
              .invokevirtual(Descriptors.TUPLE, "elements", MethodTypeDesc.of(Descriptors.OBJECTS))
              .loadConstant((int) site(op))
              .aaload();
      case PACK -> {
        int elements = writer.slots.mark();
        code.astore(elements).new_(Descriptors.TUPLE).dup().aload(elements);
        code.invokespecial(
            Descriptors.TUPLE, "<init>", MethodTypeDesc.of(CD_void, Descriptors.OBJECTS));
      }
      case UNPACK ->
          code.checkcast(Descriptors.TUPLE)
              .invokevirtual(Descriptors.TUPLE, "elements", MethodTypeDesc.of(Descriptors.OBJECTS));
      case TUPLE -> {
        // Operands first: an object that is not yet initialised may not lie below a call that might
        // unwind.
        writer.array(operands);
        int elements = writer.slots.mark();
        code.astore(elements).new_(Descriptors.TUPLE).dup().aload(elements);
        code.invokespecial(
            Descriptors.TUPLE, "<init>", MethodTypeDesc.of(CD_void, Descriptors.OBJECTS));
      }
      case NOT, LONG_ADD_EXACT, LONG_SUB_EXACT, LONG_MUL_EXACT, LONG_NEG_EXACT ->
          throw new AssertionError(instruction);
    }
    return writer.deliver(result, target);
  }

  private static Object site(PrimOp op) {
    if (op.site() == null) {
      throw new IllegalStateException(op.primitive().name() + " without its site");
    }
    return op.site();
  }

  /** What is to be compared is on the stack; {@code jump} jumps when it holds. */
  private boolean compare(Opcode jump, Target target) {
    if (target instanceof Target.Branch(var label, var when)) {
      code.branch(when ? jump : opposite(jump), label);
      return true;
    }
    Label yes = code.newLabel();
    Label end = code.newLabel();
    code.branch(jump, yes).iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
    return writer.deliver(Type.BOOL, target);
  }

  private static Opcode opposite(Opcode jump) {
    return switch (jump) {
      case IFEQ -> Opcode.IFNE;
      case IFNE -> Opcode.IFEQ;
      case IFLT -> Opcode.IFGE;
      case IFGE -> Opcode.IFLT;
      case IFGT -> Opcode.IFLE;
      case IFLE -> Opcode.IFGT;
      case IF_ACMPEQ -> Opcode.IF_ACMPNE;
      case IF_ACMPNE -> Opcode.IF_ACMPEQ;
      case IFNULL -> Opcode.IFNONNULL;
      default -> throw new AssertionError(jump);
    };
  }

  // Exact arithmetic

  private List<Expr> atoms(PrimOp op) {
    List<Expr> atoms = new ArrayList<>(op.arguments().size());
    for (Expr argument : op.arguments()) {
      atoms.add(writer.atom(argument));
    }
    return atoms;
  }

  /** The operands can be loaded repeatedly and have type LONG (or are TERMs known to be Longs). */
  private boolean exact(
      PrimOp op, List<Expr> atoms, Variant variant, Instruction instruction, Target target) {
    Label overflow = code.newLabel();
    Label end = code.newLabel();
    int result = exactValue(atoms, instruction, overflow);
    code.lload(result);
    boolean goesOn = writer.deliver(Type.LONG, target);
    if (goesOn) {
      code.goto_(end);
    }
    code.labelBinding(overflow);
    goesOn |= plain(op, atoms, op.primitive().general(), target);
    code.labelBinding(end);
    return goesOn;
  }

  /**
   * Computes into a fresh slot, which it gives; jumps to {@code overflow} with nothing on the
   * stack.
   */
  private int exactValue(List<Expr> atoms, Instruction instruction, Label overflow) {
    int result = writer.slots.mark();
    writer.slots.release(result + 2);
    Target stack = new Target.Stack(Type.LONG);
    Expr left = atoms.getFirst();
    writer.write(left, stack);
    if (instruction == Instruction.LONG_NEG_EXACT) {
      // Only the smallest value is its own negation with the sign set.
      code.lneg().dup2().lstore(result);
      writer.write(left, stack);
      code.land().lconst_0().lcmp().iflt(overflow);
      return result;
    }
    Expr right = atoms.getLast();
    writer.write(right, stack);
    boolean subtract = instruction == Instruction.LONG_SUB_EXACT;
    if (instruction == Instruction.LONG_MUL_EXACT) {
      code.lmul().lstore(result);
      writer.write(left, stack);
      writer.write(right, stack);
      code.invokestatic(Descriptors.MATH, "multiplyHigh", Descriptors.LONGS_TO_LONG);
      code.lload(result).loadConstant(63).lshr().lcmp().ifne(overflow);
      return result;
    }
    if (subtract) {
      code.lsub().dup2().lstore(result);
    } else {
      code.ladd().dup2().lstore(result);
    }
    if (right instanceof Const(Long constant)) {
      // Moving by a constant overflowed exactly when it went the wrong way.
      boolean up = subtract ? constant < 0 : constant >= 0;
      writer.write(left, stack);
      code.lcmp();
      if (up) {
        code.iflt(overflow);
      } else {
        code.ifgt(overflow);
      }
      return result;
    }
    writer.write(left, stack);
    code.lxor();
    if (subtract) {
      writer.write(left, stack);
      writer.write(right, stack);
    } else {
      writer.write(right, stack);
      code.lload(result);
    }
    code.lxor().land().lconst_0().lcmp().iflt(overflow);
    return result;
  }

  // Speculation

  private boolean speculate(PrimOp op, List<Variant> typed, Target target) {
    List<Expr> atoms = atoms(op);
    Label end = code.newLabel();
    Label general = code.newLabel();
    boolean goesOn = false;
    for (Variant variant : typed) {
      Label otherwise = code.newLabel();
      test(atoms, variant, otherwise);
      boolean delivered;
      if (variant.body() instanceof Instruction instruction && instruction.exact()) {
        int result = exactValue(atoms, instruction, general);
        code.lload(result);
        delivered = writer.deliver(Type.LONG, target);
      } else {
        delivered = plain(op, atoms, variant, target);
      }
      if (delivered) {
        goesOn = true;
        code.goto_(end);
      }
      code.labelBinding(otherwise);
    }
    code.labelBinding(general);
    goesOn |= plain(op, atoms, op.primitive().general(), target);
    code.labelBinding(end);
    return goesOn;
  }

  private void test(List<Expr> atoms, Variant variant, Label otherwise) {
    List<Variable> tested = new ArrayList<>(2);
    for (int i = 0; i < atoms.size(); i++) {
      Type want = variant.parameters().get(i);
      if (atoms.get(i) instanceof Ref(var variable)
          && variable.type() == Type.TERM
          && want != Type.TERM
          && !tested.contains(variable)) {
        tested.add(variable);
        writer.slots.load(variable);
        code.instanceOf(want == Type.LONG ? Descriptors.LONG : Descriptors.DOUBLE).ifeq(otherwise);
      }
    }
  }

  // Loop specialisation

  /**
   * The number is computed unboxed where that can be: then nothing is boxed on the usual way. What
   * turns out otherwise (a sum past 64 bits, a value of another kind) comes from the general
   * variant.
   */
  boolean ifUnboxed(IfUnboxed node, Target target) {
    Type wanted = node.unboxed().type();
    Type type = Typing.typeOf(node.value());
    int mark = writer.slots.mark();
    writer.slots.allocate(node.unboxed());
    writer.slots.allocate(node.other());
    Label then = code.newLabel();
    Label end = code.newLabel();
    Meeting meeting = new Meeting(writer.room());
    Room.State computed;
    if (type == wanted) {
      writer.write(node.value(), new Target.Local(node.unboxed()));
      computed = writer.room().state();
    } else {
      if (node.value() instanceof PrimOp op) {
        unboxedOperation(op, node, then);
      } else {
        writer.write(node.value(), new Target.Local(node.other()));
      }
      computed = writer.room().state();
      if (type == null || type == Type.TERM) {
        writer.slots.load(node.other());
        Label other = code.newLabel();
        code.instanceOf(wanted == Type.LONG ? Descriptors.LONG : Descriptors.DOUBLE).ifeq(other);
        writer.slots.load(node.other());
        writer.deliver(Type.TERM, new Target.Local(node.unboxed()));
        code.goto_(then);
        code.labelBinding(other);
      }
      if (writer.write(node.otherwise(), target)) {
        meeting.arrive();
        code.goto_(end);
      }
    }
    writer.room().setState(computed);
    code.labelBinding(then);
    if (writer.write(node.then(), target)) {
      meeting.arrive();
    }
    code.labelBinding(end);
    writer.slots.release(mark);
    return meeting.goesOn();
  }

  /**
   * Leaves the result unboxed and goes to {@code then}, or goes on with it boxed in the node's
   * other variable.
   */
  private void unboxedOperation(PrimOp op, IfUnboxed node, Label then) {
    writer.line(op.line());
    Target unboxed = new Target.Local(node.unboxed());
    Target boxed = new Target.Local(node.other());
    Variant selected = Typing.variant(op);
    boolean exact = selected.body() instanceof Instruction instruction && instruction.exact();
    List<Variant> typed =
        exact
            ? List.of(selected)
            : selected == op.primitive().general() && op.primitive().speculate()
                ? Speculation.worthTesting(op)
                : List.of();
    if (typed.isEmpty()) {
      plain(op, op.arguments(), selected, boxed);
      return;
    }
    List<Expr> atoms = atoms(op);
    Label general = code.newLabel();
    Label done = code.newLabel();
    for (Variant variant : typed) {
      Label otherwise = code.newLabel();
      test(atoms, variant, otherwise);
      boolean isExact = variant.body() instanceof Instruction instruction && instruction.exact();
      boolean fits = node.unboxed().type() == (isExact ? Type.LONG : variant.result());
      Target into = fits ? unboxed : boxed;
      if (isExact) {
        int result = exactValue(atoms, (Instruction) variant.body(), general);
        code.lload(result);
        writer.deliver(Type.LONG, into);
      } else {
        plain(op, atoms, variant, into);
      }
      code.goto_(fits ? then : done);
      code.labelBinding(otherwise);
    }
    code.labelBinding(general);
    plain(op, atoms, op.primitive().general(), boxed);
    code.labelBinding(done);
  }
}

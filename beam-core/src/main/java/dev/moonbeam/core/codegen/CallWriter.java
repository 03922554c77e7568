package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_CallSite;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.ofCallsiteBootstrap;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.term.Atom;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls, function values and lists of results.
 *
 * <p>In value position a call is followed by a test for {@code Special}. In tail position it is a
 * plain call while there is room above the tail floor, and otherwise gives the call to be made to
 * the nearest trampoline. What a tail call returns passes through.
 */
final class CallWriter {
  private static final DirectMethodHandleDesc LINK_REMOTE =
      ofCallsiteBootstrap(Descriptors.LOADER, "linkRemote", CD_CallSite, CD_String, CD_String);

  private static final DirectMethodHandleDesc LINK_DYNAMIC =
      ofCallsiteBootstrap(Descriptors.LOADER, "linkDynamic", CD_CallSite);

  private static final DirectMethodHandleDesc LINK_TAIL =
      ofCallsiteBootstrap(Descriptors.LOADER, "linkFunction", CD_CallSite, CD_String, CD_String);

  private static final MethodTypeDesc DYNAMIC =
      MethodTypeDesc.of(CD_Object, Descriptors.PROCESS, CD_Object, CD_Object, Descriptors.OBJECTS);

  private final FunctionWriter writer;
  private final CodeBuilder code;

  CallWriter(FunctionWriter writer) {
    this.writer = writer;
    this.code = writer.code;
  }

  /** The call that is written as one in tail position of the source, or null. */
  private @Nullable Expr last;

  /** A call that stands in tail position in the source, though its value is wanted here. */
  boolean last(Expr call, Target target) {
    last = call;
    return writer.write(call, target);
  }

  /** The operands of a call in value position are on the stack, or in variables. */
  private void comingBack(Expr call, int line) {
    if (call == last) {
      writer.tailCallLine(line);
    } else {
      writer.line(line);
    }
    writer.room().take();
  }

  // Calls of functions of this module

  boolean local(Call call, Target target) {
    return local(call, target, false);
  }

  /** A call in tail position that is charged where it is made. */
  boolean payingTail(Call call) {
    return local(call, Target.RETURN, true);
  }

  private boolean local(Call call, Target target, boolean pays) {
    FunctionDef callee = writer.owner.function(call.function());
    code.aload(0);
    List<Expr> arguments = call.arguments();
    int count = arguments.size() + (callee.rest() == null ? 0 : 1);
    boolean[] goesOn = {true};
    Passing.push(
        code,
        count,
        i -> {
          if (i == arguments.size()) {
            rest(call.rest());
          } else {
            goesOn[0] = goesOn[0] && writer.write(arguments.get(i), Target.TERM);
          }
        });
    if (!goesOn[0]) {
      return false;
    }
    if (target instanceof Target.Return) {
      writer.tailCallLine(call.line());
      tail(pays, () -> direct(callee), () -> deferLocal(callee, call.arguments().size(), pays));
      return false;
    }
    comingBack(call, call.line());
    writer.slots.clearForCall(evaluated);
    direct(callee);
    return result(target);
  }

  private void direct(FunctionDef callee) {
    code.invokestatic(
        writer.owner.ownerOf(callee.name()),
        writer.owner.methodName(callee.name()),
        writer.owner.methodType(callee));
  }

  /**
   * Process, captured, arguments and perhaps the rest are on the stack: makes them a pending tail
   * call. What is not paid for by the call itself was paid for before.
   */
  private void deferLocal(FunctionDef callee, int passed, boolean pays) {
    int captured = callee.captured().size();
    int arguments = passed - captured;
    if (pays && callee.rest() == null && captured == 0 && arguments <= 4) {
      writer.owner.loadFunction(code, callee.name());
      deferred(arguments);
      code.swap().pop();
      return;
    }
    int base = writer.slots.mark();
    int count = passed + (callee.rest() == null ? 0 : 1);
    int direct = Passing.direct(count);
    for (int i = direct < count ? direct : count - 1; i >= 0; i--) {
      code.astore(base + i);
    }
    IntConsumer load =
        i -> {
          if (i < direct) {
            code.aload(base + i);
          } else {
            code.aload(base + direct).loadConstant(i - direct).aaload();
          }
        };
    if (pays) {
      code.pop();
    }
    if (callee.self()) {
      code.aload(base);
    } else {
      newFunction(callee.name(), captured, load);
    }
    code.loadConstant(arguments).anewarray(CD_Object);
    for (int i = 0; i < arguments; i++) {
      code.dup().loadConstant(i);
      load.accept(captured + i);
      code.aastore();
    }
    if (callee.rest() != null) {
      load.accept(passed);
      code.checkcast(Descriptors.OBJECTS);
      code.aload(0).invokestatic(Descriptors.CALLS, "concat", Descriptors.CONCAT);
    }
    if (pays) {
      code.invokestatic(Descriptors.CALLS, "tailCall", Descriptors.TAIL_CALL);
    } else {
      code.invokestatic(Descriptors.CALLS, "paidTailCall", Descriptors.PAID_TAIL_CALL);
    }
  }

  /** Arguments, then the function, are on the stack. */
  private void deferred(int arguments) {
    ClassDesc[] parameters = new ClassDesc[arguments + 1];
    java.util.Arrays.fill(parameters, CD_Object);
    parameters[arguments] = Descriptors.FUN;
    code.invokestatic(
        Descriptors.CALLS, "tail" + arguments, MethodTypeDesc.of(CD_Object, parameters));
  }

  private void newFunction(FunctionName name, int captured, IntConsumer push) {
    if (captured == 0) {
      writer.owner.loadFunction(code, name);
      return;
    }
    ClassDesc type = writer.owner.functionClass(name);
    code.new_(type).dup();
    Passing.pushCaptured(code, captured, push);
    code.invokespecial(type, "<init>", Passing.constructor(captured));
  }

  // Calls through the code server

  boolean remote(RemoteCall call, Target target) {
    if (!(call.module() instanceof Const(Atom module)
        && call.function() instanceof Const(Atom function)
        && call.arguments().size() <= Passing.MOST)) {
      return dynamic(call, target);
    }
    code.aload(0);
    if (!operands(call.arguments())) {
      return false;
    }
    int arity = call.arguments().size();
    Runnable direct =
        () ->
            code.invokedynamic(
                DynamicCallSiteDesc.of(
                    LINK_REMOTE,
                    "remote",
                    Descriptors.function(arity),
                    module.name(),
                    function.name()));
    if (target instanceof Target.Return) {
      writer.tailCallLine(call.line());
      tail(
          false,
          direct,
          () -> {
            int base = writer.slots.mark();
            for (int i = arity - 1; i >= 0; i--) {
              code.astore(base + i);
            }
            code.loadConstant(arity).anewarray(CD_Object);
            for (int i = 0; i < arity; i++) {
              code.dup().loadConstant(i).aload(base + i).aastore();
            }
            code.invokedynamic(
                DynamicCallSiteDesc.of(
                    LINK_TAIL, "tail", Descriptors.CALL_N, module.name(), function.name()));
          });
      return false;
    }
    comingBack(call, call.line());
    direct.run();
    return result(target);
  }

  /** Module or function are known only at run time. */
  private boolean dynamic(RemoteCall call, Target target) {
    code.aload(0);
    if (!writer.write(call.module(), Target.TERM) || !writer.write(call.function(), Target.TERM)) {
      return false;
    }
    writer.array(call.arguments());
    if (target instanceof Target.Return) {
      writer.tailCallLine(call.line());
      tail(false, () -> byName("call"), () -> byName("tailCall"));
      return false;
    }
    comingBack(call, call.line());
    byName("call");
    return result(target);
  }

  private void byName(String method) {
    code.invokedynamic(DynamicCallSiteDesc.of(LINK_DYNAMIC, method, DYNAMIC));
  }

  // Calls of function values

  boolean apply(Apply apply, Target target) {
    int mark = Math.min(evaluated, writer.slots.mark());
    Expr function = writer.atom(apply.function());
    List<Expr> atoms = new ArrayList<>(apply.arguments().size());
    for (Expr argument : apply.arguments()) {
      atoms.add(writer.atom(argument));
    }
    Expr rest = apply.rest() == null ? null : writer.atom(apply.rest());
    boolean spread = rest != null || atoms.size() > 4;
    Label slow = code.newLabel();
    Label end = code.newLabel();
    boolean tail = target instanceof Target.Return;
    if (tail) {
      writer.tailCallLine(apply.line());
      writer.room().descend(false, slow);
    } else {
      comingBack(apply, apply.line());
    }
    writer.write(function, Target.TERM);
    code.instanceOf(Descriptors.FUN).ifeq(slow);
    writer.write(function, Target.TERM);
    code.checkcast(Descriptors.FUN).aload(0);
    if (spread) {
      argumentArray(atoms, rest);
      writer.slots.clearForCall(tail ? 0 : mark);
      code.invokevirtual(Descriptors.FUN, "callN", Descriptors.CALL_N);
    } else {
      for (Expr atom : atoms) {
        writer.write(atom, Target.TERM);
      }
      writer.slots.clearForCall(tail ? 0 : mark);
      code.invokevirtual(
          Descriptors.FUN, "call" + atoms.size(), Descriptors.function(atoms.size()));
    }
    if (tail) {
      writer.room().leaveTaken();
    } else {
      code.goto_(end);
    }
    code.labelBinding(slow);
    if (tail) {
      Label other = code.newLabel();
      writer.write(function, Target.TERM);
      code.instanceOf(apply.protocol().builtinsInPlace() ? Descriptors.MODULE_FUN : Descriptors.FUN)
          .ifeq(other);
      writer.write(function, Target.TERM);
      argumentArray(atoms, rest);
      code.invokestatic(Descriptors.CALLS, "tailCall", Descriptors.TAIL_CALL);
      writer.room().leaveTaken();
      code.labelBinding(other);
      writer.room().takeForTail();
    }
    code.aload(0);
    writer.write(function, Target.TERM);
    argumentArray(atoms, rest);
    if (apply.site() == null) {
      code.aconst_null();
    } else {
      writer.owner.loadConstant(code, apply.site());
    }
    code.invokestatic(
        apply.protocol().otherwise().owner(),
        apply.protocol().otherwise().name(),
        apply.protocol().otherwise().type());
    if (tail) {
      writer.room().leaveTaken();
      return false;
    }
    code.labelBinding(end);
    return result(target);
  }

  private void argumentArray(List<Expr> atoms, @Nullable Expr rest) {
    if (atoms.isEmpty() && rest != null) {
      // The callee may keep and change its argument array.
      writer.write(rest, Target.VALUES);
      code.invokevirtual(Descriptors.OBJECTS, "clone", Descriptors.TO_OBJECT);
      code.checkcast(Descriptors.OBJECTS);
      return;
    }
    writer.array(atoms);
    if (rest != null) {
      writer.write(rest, Target.VALUES);
      code.aload(0).invokestatic(Descriptors.CALLS, "concat", Descriptors.CONCAT);
    }
  }

  // Function values and results

  void makeFun(FunctionName name, List<Expr> captured) {
    List<Expr> atoms = captured.stream().map(writer::atom).toList();
    newFunction(name, atoms.size(), i -> writer.write(atoms.get(i), Target.TERM));
  }

  /** Leaves every result of a call, as an array. */
  void allResults(Expr call) {
    if (call instanceof Values(var first, var rest)) {
      valuesArray(first, rest);
      return;
    }
    unresolved(call);
    code.aload(0).swap();
    code.invokevirtual(Descriptors.PROCESS, "all", Descriptors.OBJECT_TO_OBJECTS);
  }

  /** Leaves the result of a call as it came: a value, or what stands for several or for another. */
  private void unresolved(Expr call) {
    switch (call) {
      case Call _, RemoteCall _, Apply _ -> raw(call);
      default -> {
        writer.write(call, new Target.Stack(Type.TERM));
      }
    }
  }

  private boolean keepSpecial;

  /** The first slot of the operands of a call that have been evaluated before it is written. */
  private int evaluated = Integer.MAX_VALUE;

  /** A call whose result is left as it came. */
  private void raw(Expr call) {
    boolean outer = keepSpecial;
    int outside = evaluated;
    int mark = writer.slots.mark();
    List<Expr> operands = new ArrayList<>();
    Expr lifted = call;
    switch (call) {
      case Call(var function, var arguments, var rest, var line) -> {
        for (Expr argument : arguments) {
          operands.add(writer.atom(argument));
        }
        lifted = new Call(function, operands, rest == null ? null : writer.atom(rest), line);
      }
      case RemoteCall(var module, var function, var arguments, var line) -> {
        Expr m = writer.atom(module);
        Expr f = writer.atom(function);
        for (Expr argument : arguments) {
          operands.add(writer.atom(argument));
        }
        lifted = new RemoteCall(m, f, operands, line);
      }
      case Apply(var function, var arguments, var rest, var protocol, var site, var line) -> {
        Expr f = writer.atom(function);
        for (Expr argument : arguments) {
          operands.add(writer.atom(argument));
        }
        lifted =
            new Apply(f, operands, rest == null ? null : writer.atom(rest), protocol, site, line);
      }
      default -> {}
    }
    keepSpecial = true;
    evaluated = mark;
    writer.write(lifted, Target.TERM);
    evaluated = outside;
    keepSpecial = outer;
  }

  /** Several results where a value is wanted: all of them in tail position, else the first. */
  boolean values(Values values, Target target) {
    if (values.rest() == null && values.first().size() == 1) {
      return writer.write(values.first().getFirst(), target);
    }
    valuesArray(values.first(), values.rest());
    if (target instanceof Target.Return) {
      code.invokestatic(Descriptors.SPECIAL, "values", Descriptors.VALUES);
    } else {
      code.iconst_0().invokestatic(Descriptors.CALLS, "nth", Descriptors.NTH);
    }
    return writer.deliver(Type.TERM, target);
  }

  private void valuesArray(List<Expr> first, @Nullable Expr rest) {
    if (rest != null && first.isEmpty()) {
      writer.write(rest, Target.VALUES);
      return;
    }
    if (rest instanceof AllResults(var call) && !(call instanceof Values)) {
      // Nearly always there is one result: a place for it is kept.
      writer.array(first, 1);
      unresolved(call);
      code.aload(0).invokestatic(Descriptors.CALLS, "append", Descriptors.APPEND);
      return;
    }
    writer.array(first);
    if (rest != null) {
      writer.write(rest, Target.VALUES);
      code.aload(0).invokestatic(Descriptors.CALLS, "concat", Descriptors.CONCAT);
    }
  }

  // Parts

  private boolean operands(List<Expr> arguments) {
    for (Expr argument : arguments) {
      if (!writer.write(argument, Target.TERM)) {
        return false;
      }
    }
    return true;
  }

  private void rest(@Nullable Expr rest) {
    if (rest == null) {
      code.getstatic(Descriptors.FUN, "NO_ARGUMENTS", Descriptors.OBJECTS);
    } else {
      writer.write(rest, Target.VALUES);
    }
  }

  /**
   * Operands are on the stack: makes the call now, or leaves it to a trampoline, and returns what
   * that gives.
   */
  private void tail(boolean pays, Runnable direct, Runnable deferred) {
    Label low = code.newLabel();
    writer.room().descend(pays, low);
    writer.slots.clearForCall(0);
    direct.run();
    writer.room().leaveTaken();
    code.labelBinding(low);
    deferred.run();
    writer.room().leave();
  }

  /** A call's result is on the stack: resolves what is not one plain value. */
  private boolean result(Target target) {
    if (keepSpecial) {
      return true;
    }
    // A call, small and inlined where it is hot, rather than a test in line: recursion that only
    // descends at first is
    // compiled before any call has returned, and a branch that was never reached would become a
    // trap there, which costs
    // microseconds in every frame on the way back.
    code.aload(0).swap();
    code.invokevirtual(Descriptors.PROCESS, "one", Descriptors.OBJECT_TO_OBJECT);
    return writer.deliver(Type.TERM, target);
  }
}

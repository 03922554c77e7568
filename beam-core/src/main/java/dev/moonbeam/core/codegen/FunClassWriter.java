package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.ir.CoreModule;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/**
 * Writes the class of a function's values: a {@link ModuleFun} with the captured values in fields,
 * whose call methods go straight to the function's static method.
 */
public final class FunClassWriter {
  private static final ClassDesc BASE = ClassDesc.of(ModuleFun.class.getName());

  /** Up to so many arguments are passed one by one. */
  private static final int DIRECT = 4;

  private final CompiledFunction function;
  private final boolean metered;

  /** {@link CoreModule#CLEARS_SLOTS}: a call's arguments are the callee's alone. */
  private final boolean clears;

  private final ClassDesc owner;
  private final ClassDesc self;

  /**
   * Name, with a number behind it, of the field of a captured value. Not final: see {@code
   * ModuleFun.capture}.
   */
  public static final String CAPTURED = "c";

  private FunClassWriter(CompiledModule module, int index) {
    function = module.functions().get(index);
    metered = module.metered();
    clears = module.attributes().containsKey(CoreModule.CLEARS_SLOTS);
    owner = ClassDesc.of(function.owner());
    self = ClassDesc.of(ModuleLoader.funClassName(module.className(), index));
  }

  /** The class file for function number {@code index}. */
  public static byte[] write(CompiledModule module, int index) {
    FunClassWriter writer = new FunClassWriter(module, index);
    return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy()))
        .build(writer.self, builder -> writer.write(builder, index));
  }

  private static ClassHierarchyResolver hierarchy() {
    return Descriptors.HIERARCHY;
  }

  private void write(ClassBuilder builder, int index) {
    builder
        .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
        .withSuperclass(BASE);
    int fields = fields();
    for (int i = 0; i < fields; i++) {
      builder.withField(CAPTURED + i, CD_Object, ClassFile.ACC_PUBLIC);
    }
    builder.withMethodBody(
        "<init>",
        Passing.constructor(fields),
        ClassFile.ACC_PUBLIC,
        code -> {
          code.aload(0).invokespecial(BASE, "<init>", Descriptors.VOID);
          for (int i = 0; i < fields; i++) {
            code.aload(0).aload(i + 1).putfield(self, CAPTURED + i, CD_Object);
          }
          code.return_();
        });
    if (fields == 0) {
      builder.withField(
          "INSTANCE", self, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
      builder.withMethodBody(
          "<clinit>",
          Descriptors.VOID,
          ClassFile.ACC_STATIC,
          code ->
              code.new_(self)
                  .dup()
                  .invokespecial(self, "<init>", Descriptors.VOID)
                  .putstatic(self, "INSTANCE", self)
                  .return_());
    }
    constant(builder, "arity", function.arity());
    constant(builder, "index", index);
    builder.withMethodBody(
        "captured",
        MethodTypeDesc.of(Descriptors.OBJECTS),
        ClassFile.ACC_PUBLIC,
        code -> {
          code.loadConstant(fields).anewarray(CD_Object);
          for (int i = 0; i < fields; i++) {
            code.dup().loadConstant(i).aload(0).getfield(self, CAPTURED + i, CD_Object).aastore();
          }
          code.areturn();
        });
    for (int passed = 0; passed <= DIRECT; passed++) {
      int count = passed;
      if (function.strictArity() && (count != function.arity() || function.variadic())) {
        continue;
      }
      builder.withMethodBody(
          "call" + count,
          Descriptors.function(count),
          ClassFile.ACC_PUBLIC,
          code -> direct(code, count));
    }
    builder.withMethodBody("callN", Descriptors.CALL_N, ClassFile.ACC_PUBLIC, this::array);
  }

  /** Fields: the captured values but the function itself. */
  private int fields() {
    return function.captured() - (function.self() ? 1 : 0);
  }

  private static void constant(ClassBuilder builder, String name, int value) {
    builder.withMethodBody(
        name,
        MethodTypeDesc.of(CD_int),
        ClassFile.ACC_PUBLIC,
        code -> code.loadConstant(value).ireturn());
  }

  /**
   * Pays for the call and makes it: with the process, the captured values, and what {@code passed}
   * pushes for each declared parameter and for the further arguments.
   *
   * @param slots how many slots that comes from
   */
  private void call(CodeBuilder code, int slots, IntConsumer passed) {
    if (metered) {
      code.aload(1).iconst_1().invokevirtual(Descriptors.PROCESS, "spend", Descriptors.SPEND);
    }
    code.aload(1);
    int captured = function.captured();
    int self = function.self() ? 1 : 0;
    Passing.push(
        code,
        captured + function.arity() + (function.variadic() ? 1 : 0),
        i -> {
          if (i >= captured) {
            passed.accept(i - captured);
          } else if (i < self) {
            code.aload(0);
          } else {
            code.aload(0).getfield(this.self, "c" + (i - self), CD_Object);
          }
        });
    for (int i = 0; clears && i < slots; i++) {
      code.aconst_null().astore(2 + i);
    }
    code.invokestatic(owner, function.method(), function.type()).areturn();
  }

  private void direct(CodeBuilder code, int passed) {
    int arity = function.arity();
    call(
        code,
        passed,
        i -> {
          if (i == arity) {
            further(code, passed);
          } else if (i < passed) {
            code.aload(2 + i);
          } else {
            nil(code);
          }
        });
  }

  /** Pushes the arguments behind the declared parameters. */
  private void further(CodeBuilder code, int passed) {
    int arity = function.arity();
    if (passed <= arity) {
      code.getstatic(Descriptors.FUN, "NO_ARGUMENTS", Descriptors.OBJECTS);
      return;
    }
    code.loadConstant(passed - arity).anewarray(CD_Object);
    for (int i = arity; i < passed; i++) {
      code.dup().loadConstant(i - arity).aload(2 + i).aastore();
    }
  }

  private void array(CodeBuilder code) {
    int arity = function.arity();
    if (function.strictArity()) {
      Label right = code.newLabel();
      code.aload(2).arraylength().loadConstant(arity);
      if (function.variadic()) {
        code.if_icmpge(right);
      } else {
        code.if_icmpeq(right);
      }
      code.aload(0).aload(1).aload(2);
      code.invokevirtual(BASE, "wrongArity", Descriptors.CALL_N).areturn();
      code.labelBinding(right);
    }
    call(
        code,
        1,
        i -> {
          code.aload(2).loadConstant(i);
          if (i == arity) {
            code.invokestatic(
                Descriptors.CALLS,
                "from",
                MethodTypeDesc.of(Descriptors.OBJECTS, Descriptors.OBJECTS, CD_int));
          } else if (function.strictArity()) {
            code.aaload();
          } else {
            code.invokestatic(Descriptors.CALLS, "nth", Descriptors.NTH);
          }
        });
  }

  private static void nil(CodeBuilder code) {
    code.getstatic(Descriptors.ATOM, "NIL", Descriptors.ATOM);
  }
}

package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;

import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one class of a module: the static methods of some of its functions, and the constants they
 * use.
 */
final class ClassWriter {
  /**
   * So many constants have a static final field each, which HotSpot folds; the others are read from
   * an array. Keeps the class initialiser well within a JVM method.
   */
  private static final int FIELDS = 3000;

  private final ModuleWriter module;
  private final ClassDesc desc;
  private final List<FunctionDef> functions;
  private final Map<Integer, Integer> fields = new LinkedHashMap<>();
  private boolean array;

  ClassWriter(ModuleWriter module, ClassDesc desc, List<FunctionDef> functions) {
    this.module = module;
    this.desc = desc;
    this.functions = functions;
  }

  byte[] write() {
    return ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(Descriptors.HIERARCHY),
            ClassFile.DebugElementsOption.PASS_DEBUG)
        .build(desc, this::write);
  }

  private void write(ClassBuilder builder) {
    builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    builder.with(SourceFileAttribute.of(module.sourceFile()));
    for (FunctionDef function : functions) {
      builder.withMethodBody(
          methodName(function.name()),
          methodType(function),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
          code -> new FunctionWriter(code, this, function, module.options().depth()).write());
    }
    if (!fields.isEmpty() || array) {
      constants(builder);
    }
  }

  private void constants(ClassBuilder builder) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    for (int field : fields.values()) {
      builder.withField("k" + field, CD_Object, flags);
    }
    if (array) {
      builder.withField("constants", Descriptors.OBJECTS, flags);
    }
    builder.withMethodBody(
        "<clinit>",
        Descriptors.VOID,
        ClassFile.ACC_STATIC,
        code -> {
          code.ldc(desc);
          code.invokestatic(
              Descriptors.LOADER, "constants", MethodTypeDesc.of(Descriptors.OBJECTS, CD_Class));
          fields.forEach(
              (index, field) ->
                  code.dup()
                      .loadConstant((int) index)
                      .aaload()
                      .putstatic(desc, "k" + field, CD_Object));
          if (array) {
            code.putstatic(desc, "constants", Descriptors.OBJECTS);
          } else {
            code.pop();
          }
          code.return_();
        });
  }

  ClassDesc desc() {
    return desc;
  }

  void loadConstant(CodeBuilder code, Object constant) {
    if (constant == Nil.EMPTY) {
      code.getstatic(Descriptors.NIL, "EMPTY", Descriptors.NIL);
    } else if (constant == Atom.NIL) {
      code.getstatic(Descriptors.ATOM, "NIL", Descriptors.ATOM);
    } else if (constant == Atom.TRUE) {
      code.getstatic(Descriptors.ATOM, "TRUE", Descriptors.ATOM);
    } else if (constant == Atom.FALSE) {
      code.getstatic(Descriptors.ATOM, "FALSE", Descriptors.ATOM);
    } else {
      int index = module.constant(constant);
      Integer field = fields.get(index);
      if (field == null && fields.size() < FIELDS) {
        field = fields.size();
        fields.put(index, field);
      }
      if (field == null) {
        array = true;
        code.getstatic(desc, "constants", Descriptors.OBJECTS).loadConstant(index).aaload();
      } else {
        code.getstatic(desc, "k" + field, CD_Object);
      }
    }
  }

  /** The value of a function that captures nothing. */
  void loadFunction(CodeBuilder code, FunctionName name) {
    ClassDesc type = functionClass(name);
    code.getstatic(type, "INSTANCE", type);
  }

  FunctionDef function(FunctionName name) {
    return module.function(name);
  }

  ClassDesc functionClass(FunctionName name) {
    return module.functionClass(name);
  }

  ClassDesc ownerOf(FunctionName name) {
    return module.ownerOf(name);
  }

  boolean clearsSlots() {
    return module.clearsSlots();
  }

  boolean marksTailCalls() {
    return module.marksTailCalls();
  }

  String methodName(FunctionName name) {
    return module.methodName(name);
  }

  MethodTypeDesc methodType(FunctionDef function) {
    return ModuleWriter.methodType(function);
  }
}

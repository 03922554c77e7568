package dev.moonbeam.core.codegen;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.GeneratedCode;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Variable;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the class files of a module whose functions went through every pass. */
final class ModuleWriter {
  /**
   * IR nodes in one class: a class file holds 65,535 constant pool entries, and a node takes less
   * than two.
   */
  private static final int NODES_IN_CLASS = 20_000;

  private final CoreModule module;
  private final CompilerOptions options;
  private final boolean marksTailCalls;
  private final String className;
  private final Map<FunctionName, FunctionDef> functions = new HashMap<>();
  private final Map<FunctionName, Integer> indices = new HashMap<>();
  private final Map<FunctionName, String> methods = new HashMap<>();
  private final Map<FunctionName, ClassDesc> owners = new HashMap<>();
  private final ConstantPool constants = new ConstantPool();

  ModuleWriter(CoreModule module, CompilerOptions options) {
    this.module = module;
    this.options = options;
    this.marksTailCalls =
        module.attributes().containsKey(CoreModule.MARKS_TAIL_CALLS)
            && largestLine(module) < GeneratedCode.TAIL_CALL;
    this.className = ModuleLoader.PACKAGE + mangle(module.name());
    Set<String> taken = new HashSet<>();
    for (FunctionDef function : module.functions()) {
      indices.put(function.name(), indices.size());
      functions.put(function.name(), function);
      String plain = mangle(function.name().name());
      String method = plain;
      for (int i = function.name().arity(); !taken.add(method); i++) {
        method = plain + "_" + i;
      }
      methods.put(function.name(), method);
    }
    if (indices.size() != module.functions().size()) {
      throw new IllegalArgumentException("function defined twice in " + module.name());
    }
  }

  boolean clearsSlots() {
    return module.attributes().containsKey(CoreModule.CLEARS_SLOTS);
  }

  boolean marksTailCalls() {
    return marksTailCalls;
  }

  private static int largestLine(CoreModule module) {
    int largest = 0;
    for (FunctionDef function : module.functions()) {
      largest = Math.max(largest, Math.max(function.line(), largestLine(function.body())));
    }
    return largest;
  }

  private static int largestLine(Expr expr) {
    int[] largest = {
      switch (expr) {
        case Expr.Call call -> call.line();
        case Expr.RemoteCall call -> call.line();
        case Expr.Apply apply -> apply.line();
        case Expr.PrimOp op -> op.line();
        default -> 0;
      }
    };
    Exprs.forEachChild(expr, child -> largest[0] = Math.max(largest[0], largestLine(child)));
    return largest[0];
  }

  /** Those of the source, without a promise that could not be kept. */
  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new HashMap<>(module.attributes());
    if (!marksTailCalls) {
      attributes.remove(CoreModule.MARKS_TAIL_CALLS);
    }
    return Map.copyOf(attributes);
  }

  CompiledModule write() {
    Map<ClassDesc, List<FunctionDef>> classes = distribute();
    Map<String, byte[]> files = new LinkedHashMap<>();
    classes.forEach(
        (desc, members) ->
            files.put(
                desc.packageName() + "." + desc.displayName(),
                new ClassWriter(this, desc, members).write()));
    List<CompiledFunction> compiled = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      ClassDesc owner = owners.get(function.name());
      compiled.add(
          new CompiledFunction(
              function.name(),
              function.captured().size(),
              function.parameters().size(),
              function.rest() != null,
              function.strictArity(),
              module.exports().contains(function.name()),
              function.displayName(),
              function.self(),
              owner.packageName() + "." + owner.displayName(),
              methods.get(function.name()),
              function.line(),
              function.captured().stream()
                  .skip(function.self() ? 1 : 0)
                  .map(Variable::name)
                  .toList()));
    }
    return new CompiledModule(
        module.name(),
        module.sourceFile(),
        module.language(),
        className,
        files,
        constants.constants(),
        compiled,
        attributes(),
        options.metering());
  }

  private Map<ClassDesc, List<FunctionDef>> distribute() {
    Map<ClassDesc, List<FunctionDef>> classes = new LinkedHashMap<>();
    ClassDesc current = ClassDesc.of(className);
    classes.put(current, new ArrayList<>());
    int nodes = 0;
    for (FunctionDef function : module.functions()) {
      int size = 10 + size(function.body());
      if (nodes > 0 && nodes + size > NODES_IN_CLASS) {
        current = ClassDesc.of(className + "$$" + classes.size());
        classes.put(current, new ArrayList<>());
        nodes = 0;
      }
      nodes += size;
      classes.get(current).add(function);
      owners.put(function.name(), current);
    }
    return classes;
  }

  private static int size(Expr expr) {
    int[] size = {1};
    Exprs.forEachChild(expr, child -> size[0] += size(child));
    return size[0];
  }

  /** A name that the JVM accepts for a class or a method and that still reads like the original. */
  static String mangle(String name) {
    StringBuilder mangled = new StringBuilder(name.length());
    for (int i = 0; i < name.length() && i < 200; i++) {
      char c = name.charAt(i);
      mangled.append(
          switch (c) {
            case '.', ';', '[', '/', '\\', ':', ']', '"' -> '_';
            case '<' -> '(';
            case '>' -> ')';
            case '$' -> '_';
            default -> c;
          });
    }
    return mangled.isEmpty() ? "_" : mangled.toString();
  }

  CompilerOptions options() {
    return options;
  }

  String sourceFile() {
    return module.sourceFile();
  }

  int constant(Object constant) {
    return constants.index(constant);
  }

  FunctionDef function(FunctionName name) {
    FunctionDef function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function " + name + " in " + module.name());
    }
    return function;
  }

  ClassDesc functionClass(FunctionName name) {
    return ClassDesc.of(ModuleLoader.funClassName(className, indices.get(name)));
  }

  ClassDesc ownerOf(FunctionName name) {
    return owners.get(function(name).name());
  }

  String methodName(FunctionName name) {
    return methods.get(name);
  }

  static MethodTypeDesc methodType(FunctionDef function) {
    return Passing.type(
        function.captured().size() + function.parameters().size(), function.rest() != null);
  }
}

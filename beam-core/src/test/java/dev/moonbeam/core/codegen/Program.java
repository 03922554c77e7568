package dev.moonbeam.core.codegen;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.code.RemoteLinker;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.policy.SandboxPolicy;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds modules of the IR by hand, compiles and runs them. */
final class Program {
  private final List<FunctionDef> functions = new ArrayList<>();
  private CompilerOptions options = CompilerOptions.standard().withLint(true);
  private @Nullable ModuleLoader loader;

  Program options(CompilerOptions value) {
    options = value;
    return this;
  }

  Program define(String name, List<Variable> parameters, Expr body) {
    functions.add(function(name, parameters, body));
    return this;
  }

  Program define(FunctionDef function) {
    functions.add(function);
    return this;
  }

  /** Two functions of a natural number that only call each other, last. */
  Program defineEvenAndOdd() {
    return define("even", Atom.TRUE, "odd").define("odd", Atom.FALSE, "even");
  }

  private Program define(String name, Atom atZero, String other) {
    Variable n = var("N");
    Expr before = op(Arithmetic.SUB, v(n), c(1L));
    return define(
        name, List.of(n), new If(op(Arithmetic.EQ, v(n), c(0L)), c(atZero), call(other, before)));
  }

  static FunctionDef function(String name, List<Variable> parameters, Expr body) {
    return new FunctionDef(
        new FunctionName(name, parameters.size()),
        List.of(),
        parameters,
        null,
        true,
        body,
        name,
        1);
  }

  CompiledModule compile() {
    return ModuleCompiler.compile(
        new CoreModule("test", "test.erl", "test", functions, Set.of(), Map.of()), options);
  }

  Fun fun(String name) {
    if (loader == null) {
      loader = new ModuleLoader(compile(), Program.class.getClassLoader(), new NoLinker());
    }
    for (CompiledFunction function : loader.compiled().functions()) {
      if (function.name().name().equals(name)) {
        return loader.function(function);
      }
    }
    throw new AssertionError("no function " + name);
  }

  /** The one value that the function gives. */
  Object run(String name, Object... arguments) {
    Fun function = fun(name);
    return evaluate(process -> process.call(function, arguments));
  }

  Object[] runAll(String name, Object... arguments) {
    Fun function = fun(name);
    Object[][] results = new Object[1][];
    evaluate(
        process -> {
          results[0] = process.callAll(function, arguments);
          return 0L;
        });
    return results[0];
  }

  static Object evaluate(Process.Body body) {
    try (Node node = Node.of(SandboxPolicy.trusted())) {
      return node.evaluate(body);
    }
  }

  /** Value of a function that every remote call gets: a tuple of what it was called with. */
  private static final class NoLinker implements RemoteLinker {
    @Override
    public CallSite link(String module, String function, MethodType type) {
      try {
        return new ConstantCallSite(
            MethodHandles.insertArguments(
                    MethodHandles.lookup()
                        .findVirtual(
                            NoLinker.class,
                            "call",
                            MethodType.methodType(
                                Object.class,
                                Process.class,
                                Object.class,
                                Object.class,
                                Object[].class))
                        .bindTo(this),
                    1,
                    module,
                    function)
                .asCollector(Object[].class, type.parameterCount() - 1)
                .asType(type));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Object call(Process process, Object module, Object function, Object[] arguments) {
      return module + ":" + function + List.of(arguments);
    }

    @Override
    public Fun function(Object module, Object function, int arity) {
      throw new AssertionError();
    }
  }

  // The IR, shorter

  static Variable var(String name) {
    return new Variable(name);
  }

  static Expr c(Object value) {
    return new Const(value);
  }

  static Expr v(Variable variable) {
    return new Ref(variable);
  }

  static Expr op(Primitive primitive, Expr... operands) {
    return new PrimOp(primitive, List.of(operands), null, 7);
  }

  static Expr element(int index, Expr tuple) {
    return new PrimOp(CorePrimitives.ELEMENT, List.of(tuple), index, 7);
  }

  static Expr call(String name, Expr... arguments) {
    return new Call(new FunctionName(name, arguments.length), List.of(arguments), null, 7);
  }

  static Expr apply(Expr function, Expr... arguments) {
    return new Apply(function, List.of(arguments), null, Arithmetic.CALL, null, 7);
  }
}

package dev.moonbeam.core.code;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.process.Fun;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a module on one node: its loader, and its functions by name. */
final class Version implements LoadedModule {
  private final ModuleLoader loader;
  private final Map<FunctionName, CompiledFunction> functions = new HashMap<>();

  Version(ModuleLoader loader) {
    this.loader = loader;
    for (CompiledFunction function : loader.compiled().functions()) {
      functions.put(function.name(), function);
    }
  }

  ModuleLoader loader() {
    return loader;
  }

  @Override
  public CompiledModule compiled() {
    return loader.compiled();
  }

  @Override
  public Fun function(String name, int arity, Object... captured) {
    // The name of a closure counts its captured values, too.
    CompiledFunction function = functions.get(new FunctionName(name, arity + captured.length));
    if (function == null) {
      function = functions.get(new FunctionName(name, arity));
    }
    if (function == null) {
      throw new IllegalArgumentException(
          "module " + compiled().name() + " has no function " + name + "/" + arity);
    }
    return loader.function(function, captured);
  }

  @Override
  public void verify() {
    try {
      for (String name : compiled().classes().keySet()) {
        // Initialising a class is what makes the JVM verify it.
        Class.forName(name, true, loader);
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError("module " + compiled().name(), e);
    }
  }

  /** The function that a remote call may reach, or null. */
  @Nullable CompiledFunction exported(String name, int arity) {
    CompiledFunction function = functions.get(new FunctionName(name, arity));
    return function != null && function.exported() && !function.variadic() ? function : null;
  }
}

package dev.moonbeam.core.codegen;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.IrPrinter;
import dev.moonbeam.core.pass.PassPipeline;

/**
 * From the IR to class files: runs the passes, then writes the classes. Stateless; works on a
 * thread with a large stack (see {@link LargeStack}), whatever thread asks.
 */
public final class ModuleCompiler {
  /** Changes whenever generated code does, so that no cache serves stale code. */
  public static final int VERSION = 21;

  private ModuleCompiler() {}

  /**
   * Compiles a module. A failure is a defect of the frontend or of the compiler, never of the
   * script.
   */
  public static CompiledModule compile(CoreModule module, CompilerOptions options) {
    try {
      return LargeStack.run(() -> compileHere(module, options));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompiledModule compileHere(CoreModule module, CompilerOptions options) {
    if (options.dump() != null) {
      options.dump().accept("core", IrPrinter.print(module));
    }
    CoreModule lowered =
        PassPipeline.standard(options.metering(), options.specialise())
            .run(module, options.lint(), options.dump());
    CompiledModule compiled = new ModuleWriter(lowered, options).write();
    if (options.dump() != null) {
      StringBuilder listing = new StringBuilder();
      compiled.classes().values().forEach(bytes -> listing.append(BytecodePrinter.print(bytes)));
      options.dump().accept("bytecode", listing.toString());
    }
    return compiled;
  }
}

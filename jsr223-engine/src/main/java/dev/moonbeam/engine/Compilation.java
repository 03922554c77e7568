package dev.moonbeam.engine;

import dev.moonbeam.cache.ScriptCache;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;

/** Source to class files, by the language's frontend and the shared compiler. */
final class Compilation {
  /** The cache that nodes share unless they are given one. */
  static final ScriptCache SHARED =
      new ScriptCache(
          Compilation::compile,
          Integer.toString(ModuleCompiler.VERSION),
          ScriptCache.STANDARD_WEIGHT);

  private Compilation() {}

  static CompiledModule compile(Language language, SourceUnit source, CompileOptions options)
      throws CompileException {
    return compile(
        language, source, options, CompilerOptions.standard().withMetering(options.metering()));
  }

  static CompiledModule compile(
      Language language, SourceUnit source, CompileOptions options, CompilerOptions compiler)
      throws CompileException {
    return ModuleCompiler.compile(language.lower(source, options), compiler);
  }
}

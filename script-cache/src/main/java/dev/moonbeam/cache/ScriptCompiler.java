package dev.moonbeam.cache;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;

/** Source to class files: what the cache asks for a script that it has not got. */
@FunctionalInterface
public interface ScriptCompiler {
  CompiledModule compile(Language language, SourceUnit source, CompileOptions options)
      throws CompileException;
}

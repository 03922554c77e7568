package dev.moonbeam.cache;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.SourceUnit;
import java.util.List;
import java.util.Map;

/**
 * A language of which only the name matters: the cache asks a {@link ScriptCompiler} for everything
 * else.
 */
record FakeLanguage(String id) implements Language {
  /** What stands for the compiled form of a text: one class file of the given size. */
  static CompiledModule module(String text, int bytes) {
    return new CompiledModule(
        text, "f", "fake", "F", Map.of("F", new byte[bytes]), List.of(), List.of(), Map.of(), true);
  }

  @Override
  public List<String> names() {
    return List.of(id);
  }

  @Override
  public List<String> extensions() {
    return List.of();
  }

  @Override
  public List<String> mimeTypes() {
    return List.of();
  }

  @Override
  public String languageName() {
    return id;
  }

  @Override
  public String languageVersion() {
    return "1";
  }

  @Override
  public CoreModule lower(SourceUnit source, CompileOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String dumpSyntaxTree(SourceUnit source, CompileOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<BuiltinTable> builtins() {
    return List.of();
  }

  @Override
  public boolean isModule(SourceUnit source) {
    return false;
  }

  @Override
  public Object run(Process process, LoadedModule script, Bindings bindings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Throwable depthExceeded(Process process) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String display(Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String describe(Process process, Throwable failure) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void exportRuntimeTo(Module generated) {
    throw new UnsupportedOperationException();
  }
}

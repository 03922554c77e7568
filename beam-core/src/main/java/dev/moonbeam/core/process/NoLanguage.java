package dev.moonbeam.core.process;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.policy.Limit;
import java.util.List;

/** Stands in on a node without any language, which can still run functions made in Java. */
final class NoLanguage implements Language {
  static final NoLanguage INSTANCE = new NoLanguage();

  private NoLanguage() {}

  @Override
  public String id() {
    return "none";
  }

  @Override
  public List<String> names() {
    return List.of();
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
    return "none";
  }

  @Override
  public String languageVersion() {
    return "0";
  }

  @Override
  public CoreModule lower(SourceUnit source, CompileOptions options) {
    throw new UnsupportedOperationException("no language");
  }

  @Override
  public String dumpSyntaxTree(SourceUnit source, CompileOptions options) {
    throw new UnsupportedOperationException("no language");
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
    throw new UnsupportedOperationException("no language");
  }

  @Override
  public Throwable depthExceeded(Process process) {
    return process.exceeded(Limit.DEPTH, process.node().policy().limit(Limit.DEPTH));
  }

  @Override
  public String display(Object value) {
    return TermPrinter.print(value);
  }

  @Override
  public String describe(Process process, Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  @Override
  public void exportRuntimeTo(Module generated) {}
}

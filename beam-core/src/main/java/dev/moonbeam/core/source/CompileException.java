package dev.moonbeam.core.source;

import java.util.List;
import java.util.stream.Collectors;

/** A source text that does not compile: every error found (at least one), and the warnings. */
public final class CompileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public CompileException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The first error. */
  public Diagnostic first() {
    return diagnostics.stream()
        .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
        .findFirst()
        .orElseGet(diagnostics::getFirst);
  }
}

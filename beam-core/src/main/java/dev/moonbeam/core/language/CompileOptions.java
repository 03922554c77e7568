package dev.moonbeam.core.language;

import dev.moonbeam.core.source.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a compilation is told.
 *
 * @param bindingNames names of the host's bindings (Erlang shell variables) that the source may use
 * @param includePaths folders for -include
 * @param defines predefined macros or other switches of the language
 * @param metering false only to measure what metering costs
 * @param maxSourceLength in characters, from the policy
 * @param warnings where warnings go
 * @param surroundings what the compilation may ask of the node it is for
 */
public record CompileOptions(
    List<String> bindingNames,
    List<String> includePaths,
    Map<String, String> defines,
    boolean metering,
    long maxSourceLength,
    Consumer<Diagnostic> warnings,
    Surroundings surroundings) {

  /** For no node in particular. */
  public CompileOptions(
      List<String> bindingNames,
      List<String> includePaths,
      Map<String, String> defines,
      boolean metering,
      long maxSourceLength,
      Consumer<Diagnostic> warnings) {
    this(
        bindingNames,
        includePaths,
        defines,
        metering,
        maxSourceLength,
        warnings,
        Surroundings.NONE);
  }

  public static CompileOptions standard() {
    return new CompileOptions(List.of(), List.of(), Map.of(), true, Long.MAX_VALUE, warning -> {});
  }

  /** The same with warnings told to someone else. */
  public CompileOptions withWarnings(Consumer<Diagnostic> listener) {
    return new CompileOptions(
        bindingNames, includePaths, defines, metering, maxSourceLength, listener, surroundings);
  }

  /** The same for a source that sees these host variables. */
  public CompileOptions withBindingNames(List<String> names) {
    return new CompileOptions(
        List.copyOf(names),
        includePaths,
        defines,
        metering,
        maxSourceLength,
        warnings,
        surroundings);
  }

  /** The same for a compilation that asks others. */
  public CompileOptions withSurroundings(Surroundings others) {
    return new CompileOptions(
        bindingNames, includePaths, defines, metering, maxSourceLength, warnings, others);
  }
}

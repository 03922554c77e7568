package dev.moonbeam.engine;

import dev.moonbeam.cache.CompiledScript;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.policy.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a source to what a {@link Session} can run, through the node's cache. Whatever is wrong with
 * a source is a {@link ScriptFailure}.
 */
final class Sources {
  private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z_][A-Za-z0-9_@]*");

  private final MoonbeamNode node;
  private final Language language;
  private final LanguageBridge bridge;
  private final Failures failures;

  Sources(MoonbeamNode node, Language language, LanguageBridge bridge, Failures failures) {
    this.node = node;
    this.language = language;
    this.bridge = bridge;
    this.failures = failures;
  }

  /**
   * Compiles for evaluation: all that depends on the source and the names of the variables only.
   */
  Prepared prepare(SourceUnit source, Scope scope) {
    long limit = node.policy().limit(Limit.SOURCE);
    if (source.text().length() > limit) {
      throw failures.sourceTooLong(source, limit);
    }
    try {
      return compiled(source, scope);
    } catch (CompileException e) {
      throw Failures.compile(e);
    } catch (Kill kill) {
      throw failures.killed(kill);
    } catch (RuntimeException | Error e) {
      throw failures.internal(e);
    }
  }

  private Prepared compiled(SourceUnit source, Scope scope) throws CompileException {
    CompileOptions options = node.compileOptions().withBindingNames(usedNames(source, scope));
    CompiledScript script = node.cache().get(language, source, options, node.fingerprint());
    return new Prepared(script, language.isModule(source));
  }

  /** As {@link #prepare}, for the value: what is no script may be an expression. */
  Prepared prepareValue(SourceUnit source, Scope scope) {
    try {
      return prepare(source, scope);
    } catch (ScriptFailure failure) {
      SourceUnit expression =
          failure.kind() == ScriptFailure.Kind.COMPILE ? bridge.asExpression(source) : null;
      if (expression != null) {
        try {
          return prepare(expression, scope);
        } catch (ScriptFailure neither) {
          failure.addSuppressed(neither);
        }
      }
      throw failure;
    }
  }

  /**
   * Compiles to find errors, when which variables will be set is not known: any name in the source
   * may be one. Languages that look variables up as they run do not care.
   */
  void checkUnbound(SourceUnit source, Scope scope) {
    try {
      prepareValue(source, scope);
    } catch (ScriptFailure failure) {
      Map<String, @Nullable Object> any = new HashMap<>();
      VARIABLE.matcher(source.text()).results().forEach(found -> any.put(found.group(), null));
      if (failure.kind() != ScriptFailure.Kind.COMPILE || any.isEmpty()) {
        throw failure;
      }
      prepare(source, Scope.of(any));
    }
  }

  /** Those of the variables that the text mentions: others must not make a cached script miss. */
  private static List<String> usedNames(SourceUnit source, Scope scope) {
    List<String> used = new ArrayList<>();
    for (String name : scope.names()) {
      if (!name.isEmpty() && source.text().contains(name)) {
        used.add(name);
      }
    }
    Collections.sort(used);
    return used;
  }

  /**
   * A compiled source.
   *
   * @param isModule loaded into the node rather than run
   */
  record Prepared(CompiledScript script, boolean isModule) {}

  /** Gives the listener the name of each stage of compiling and what it made. */
  void dump(SourceUnit unit, BiConsumer<String, String> listener) {
    try {
      CompileOptions options = node.compileOptions();
      listener.accept("ast", language.dumpSyntaxTree(unit, options));
      Compilation.compile(language, unit, options, CompilerOptions.standard().withDump(listener));
    } catch (CompileException e) {
      throw Failures.compile(e);
    }
  }
}

package dev.moonbeam.engine;

import dev.moonbeam.core.language.Language;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.ServiceLoader;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ScriptEngineManager} learns about one of the languages. An engine that is made here
 * owns a node under the standard policy; for another policy, or several engines on one node, see
 * {@link MoonbeamNode#scriptEngine}.
 */
abstract sealed class MoonbeamScriptEngineFactory implements ScriptEngineFactory
    permits LuaScriptEngineFactory, ErlangScriptEngineFactory {

  private static final String VERSION = "0.1";

  private final Language language;

  MoonbeamScriptEngineFactory(String id) {
    this.language =
        ServiceLoader.load(Language.class, MoonbeamScriptEngineFactory.class.getClassLoader())
            .stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("language '" + id + "' is not installed"));
  }

  /** The factory of a language. */
  static MoonbeamScriptEngineFactory of(String language) {
    return language.equals("lua") ? new LuaScriptEngineFactory() : new ErlangScriptEngineFactory();
  }

  String languageId() {
    return language.id();
  }

  @Override
  public String getEngineName() {
    return "Moonbeam " + language.languageName();
  }

  @Override
  public String getEngineVersion() {
    return VERSION;
  }

  @Override
  public List<String> getExtensions() {
    return language.extensions();
  }

  @Override
  public List<String> getMimeTypes() {
    return language.mimeTypes();
  }

  @Override
  public List<String> getNames() {
    return language.names();
  }

  @Override
  public String getLanguageName() {
    return language.languageName();
  }

  @Override
  public String getLanguageVersion() {
    return language.languageVersion();
  }

  /**
   * THREADING is MULTITHREADED: several threads may use one engine; evaluations over the same
   * bindings take turns, and see what earlier ones left.
   */
  @Override
  public @Nullable Object getParameter(String key) {
    return switch (key) {
      case ScriptEngine.ENGINE -> getEngineName();
      case ScriptEngine.ENGINE_VERSION -> getEngineVersion();
      case ScriptEngine.LANGUAGE -> getLanguageName();
      case ScriptEngine.LANGUAGE_VERSION -> getLanguageVersion();
      case ScriptEngine.NAME -> language.id();
      case "THREADING" -> "MULTITHREADED";
      default -> null;
    };
  }

  @Override
  public ScriptEngine getScriptEngine() {
    ContextStreams streams = new ContextStreams();
    MoonbeamNode node =
        Moonbeam.node().input(streams.input()).errorOutput(streams.errors()).build();
    MoonbeamScriptEngine engine = new MoonbeamScriptEngine(this, node, true);
    // Weakly: the node must not keep an engine that nobody uses any more.
    WeakReference<ScriptEngine> weak = new WeakReference<>(engine);
    streams.use(
        () -> {
          ScriptEngine alive = weak.get();
          return alive == null ? null : alive.getContext();
        });
    return engine;
  }
}

package dev.moonbeam.engine;

import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.policy.HostAccess;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What is particular to a language where the host and it meet. One object for each language. */
interface LanguageBridge {
  static LanguageBridge of(Language language) {
    return language.id().equals("lua") ? LuaBridge.INSTANCE : ErlangBridge.INSTANCE;
  }

  /** For messages: {@code Lua}, {@code Erlang}. */
  String language();

  /**
   * For a source that is no script of the language: one that gives its value, if it may be an
   * expression; null where scripts are that already.
   */
  default @Nullable SourceUnit asExpression(SourceUnit source) {
    return null;
  }

  /** What a new session of the language keeps between evaluations. */
  default Versions versions() {
    return Versions.NONE;
  }

  /** Called before anything is evaluated in a session, in its process. */
  default void prepare(Process process, Callables callables, HostAccess access) {}

  /** Keeps a term under a name by which {@link #function} finds what is in it. */
  void define(Process process, String name, Object term);

  /** The function that the host calls by that name, or null when there is none. */
  @Nullable Fun function(Process process, String name, int arity);

  /**
   * The term for a float, which may be NaN or infinite.
   *
   * @throws ConversionException when the language has no such number
   */
  Object real(double number);

  /** The term for an integer past 64 bits. */
  Object large(BigInteger number);

  /**
   * What stands for a compound value while its parts are still being converted: the mutable term
   * itself, or the compound when there is no term yet.
   */
  Object begin(Process process, FromHost.Compound compound);

  /** The term of a compound value whose parts have all been converted. */
  Object finish(Process process, FromHost.Compound compound);

  /**
   * The reason of the error that a script sees when a function of the host throws.
   *
   * @param type name of the exception's class
   */
  Object errorReason(Process process, Binary type, Binary message);
}

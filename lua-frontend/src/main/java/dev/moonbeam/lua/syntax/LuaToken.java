package dev.moonbeam.lua.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A token with what the lexer found out about it: a string literal's bytes ({@code Binary}), a
 * numeral's value ({@code Long} or {@code Double}), or, on a token of type {@code LEXICAL_ERROR},
 * the {@link SyntaxError}.
 */
final class LuaToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object value;

  LuaToken(
      Pair<TokenSource, CharStream> source,
      int type,
      int channel,
      int start,
      int stop,
      @Nullable Object value) {
    super(source, type, channel, start, stop);
    this.value = value;
  }

  @Nullable Object value() {
    return value;
  }
}

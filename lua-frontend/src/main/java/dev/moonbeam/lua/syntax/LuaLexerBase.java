package dev.moonbeam.lua.syntax;

import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.core.term.Binary;
import java.io.ByteArrayOutputStream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The part of the lexer that is written by hand: strings, long brackets, comments and the value of
 * numerals. Each is one linear pass over the text. Errors are worded as Lua's lexer words them,
 * with the part of the token that was read up to there.
 */
abstract class LuaLexerBase extends Lexer {
  private static final int END = CharStream.EOF;

  private final SourceChars source;
  private @Nullable Object value;

  /** Where the scan stands, ahead of the stream. */
  private int at;

  /**
   * Bytes of the literal, with the raw text of the escape being read: what an error message shows.
   */
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  protected LuaLexerBase(CharStream input) {
    super(input);
    this.source = (SourceChars) input;
  }

  @Override
  public Token emit() {
    LuaToken token =
        new LuaToken(
            _tokenFactorySourcePair,
            _type,
            _channel,
            _tokenStartCharIndex,
            getCharIndex() - 1,
            value);
    token.setLine(_tokenStartLine);
    token.setCharPositionInLine(_tokenStartCharPositionInLine);
    value = null;
    emit(token);
    return token;
  }

  /** The text of a token as Lua quotes it in messages, quotes included. */
  static String quoted(Token token, String source) {
    if (token.getType() == Token.EOF) {
      return "<eof>";
    }
    if (token.getType() == LuaLexer.UNEXPECTED) {
      return quoted(ByteText.encode(source)[0] & 0xFF);
    }
    if (token.getType() == LuaLexer.STRING && token instanceof LuaToken literal) {
      String delimiter = source.substring(0, 1);
      if (!delimiter.equals("[")) {
        return "'" + delimiter + literal.value() + delimiter + "'";
      }
    }
    return "'" + source + "'";
  }

  private static String quoted(int unit) {
    return unit > 32 && unit < 127 ? "'" + (char) unit + "'" : "'<\\" + unit + ">'";
  }

  protected final void numeral() {
    String text = getText();
    value = Numerals.valueOf(text);
    if (value == null) {
      at = getCharIndex();
      fail("malformed number near '" + text + "'");
    }
  }

  protected final void badLongBracket() {
    at = getCharIndex();
    fail("invalid long string delimiter near '" + getText() + "'");
  }

  protected final void comment() {
    at = getCharIndex();
    if (source.at(at) == '[') {
      int level = 0;
      while (source.at(at + 1 + level) == '=') {
        level++;
      }
      if (source.at(at + 1 + level) == '[') {
        at += level + 2;
        if (closeLongBracket(level) < 0) {
          fail("unfinished long comment (starting at line " + _tokenStartLine + ") near <eof>");
        } else {
          catchUp();
          skip();
        }
        return;
      }
    }
    while (source.at(at) != '\n' && source.at(at) != END) {
      at++;
    }
    catchUp();
    skip();
  }

  protected final void longString() {
    at = getCharIndex();
    int level = at - _tokenStartCharIndex - 2;
    if (source.at(at) == '\n') {
      at++;
    }
    int from = at;
    int to = closeLongBracket(level);
    if (to < 0) {
      fail("unfinished long string (starting at line " + _tokenStartLine + ") near <eof>");
      return;
    }
    value = Binary.of(ByteText.encode(source.text(from, to)));
    catchUp();
  }

  /**
   * Moves behind the closing bracket of a level and gives where its content ended; at the end of
   * input, -1.
   */
  private int closeLongBracket(int level) {
    while (source.at(at) != END) {
      if (source.at(at++) != ']') {
        continue;
      }
      int equals = 0;
      while (source.at(at + equals) == '=') {
        equals++;
      }
      if (equals == level && source.at(at + equals) == ']') {
        int end = at - 1;
        at += equals + 1;
        return end;
      }
      at += equals;
    }
    return -1;
  }

  protected final void shortString() {
    int quote = source.at(_tokenStartCharIndex);
    at = getCharIndex();
    bytes.reset();
    while (true) {
      int c = source.at(at);
      if (c == quote) {
        at++;
        value = Binary.of(bytes.toByteArray());
        catchUp();
        return;
      }
      if (c == END) {
        fail("unfinished string near <eof>");
        return;
      }
      if (c == '\n') {
        failNear("unfinished string", "");
        return;
      }
      if (c == '\\') {
        if (!escape()) {
          return;
        }
      } else {
        literal();
      }
    }
  }

  /** Takes one character as it stands. */
  private void literal() {
    int c = source.at(at);
    if (c < 128) {
      bytes.write(c);
      at++;
      return;
    }
    int units = Character.isHighSurrogate((char) c) && at + 1 < source.size() ? 2 : 1;
    bytes.writeBytes(ByteText.encode(source.text(at, at + units)));
    at += units;
  }

  /** Reads an escape sequence; false after an error, which has been noted. */
  private boolean escape() {
    int start = at;
    int c = source.at(at + 1);
    at += 2;
    switch (c) {
      case 'a' -> bytes.write(7);
      case 'b' -> bytes.write('\b');
      case 'f' -> bytes.write('\f');
      case 'n', '\n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'v' -> bytes.write(11);
      case '\\', '"', '\'' -> bytes.write(c);
      case 'x' -> {
        return hexadecimal(start);
      }
      case 'u' -> {
        return codePoint(start);
      }
      case 'z' -> {
        while (isSpace(source.at(at))) {
          at++;
        }
      }
      case END -> at--;
      default -> {
        at--;
        return isDigit(c) ? decimal(start) : badEscape("invalid escape sequence", start);
      }
    }
    return true;
  }

  private boolean hexadecimal(int start) {
    int code = 0;
    for (int i = 0; i < 2; i++, at++) {
      int digit = hexDigit(source.at(at));
      if (digit < 0) {
        return badEscape("hexadecimal digit expected", start);
      }
      code = code << 4 | digit;
    }
    bytes.write(code);
    return true;
  }

  private boolean decimal(int start) {
    int code = 0;
    for (int i = 0; i < 3 && isDigit(source.at(at)); i++, at++) {
      code = code * 10 + source.at(at) - '0';
    }
    if (code > 255) {
      return badEscape("decimal escape too large", start);
    }
    bytes.write(code);
    return true;
  }

  private boolean codePoint(int start) {
    if (source.at(at) != '{') {
      return badEscape("missing '{'", start);
    }
    at++;
    long code = 0;
    int digits = 0;
    for (int digit; (digit = hexDigit(source.at(at))) >= 0; digits++) {
      code = code << 4 | digit;
      if (code > 0x7FFF_FFFFL) {
        return badEscape("UTF-8 value too large", start);
      }
      at++;
    }
    if (digits == 0) {
      return badEscape("hexadecimal digit expected", start);
    }
    if (source.at(at) != '}') {
      return badEscape("missing '}'", start);
    }
    at++;
    writeUtf8((int) code);
    return true;
  }

  /** UTF-8 as it was first defined: up to six bytes, for 31 bits. */
  private void writeUtf8(int code) {
    if (code < 0x80) {
      bytes.write(code);
      return;
    }
    int trailing = 1;
    while (code >>> (5 * trailing + 6) != 0) {
      trailing++;
    }
    int mark = 0xFF80 >> trailing & 0xFF;
    bytes.write(mark | code >>> 6 * trailing);
    for (int i = trailing - 1; i >= 0; i--) {
      bytes.write(0x80 | code >>> 6 * i & 0x3F);
    }
  }

  /**
   * Notes an error in an escape sequence; Lua shows the string up to the character at which it
   * stopped.
   */
  private boolean badEscape(String message, int start) {
    int end = source.at(at) == END ? at : at + 1;
    failNear(message, source.text(start, end));
    return false;
  }

  private void failNear(String message, String rest) {
    fail(
        message
            + " near '"
            + (char) source.at(_tokenStartCharIndex)
            + Binary.of(bytes.toByteArray())
            + rest
            + "'");
  }

  /** Turns the token into an error found where the scan stands. */
  private void fail(String message) {
    catchUp();
    setType(LuaLexer.LEXICAL_ERROR);
    value =
        new SyntaxError(
            message,
            getLine(),
            _tokenStartLine == getLine() ? _tokenStartCharPositionInLine + 1 : 0);
  }

  /** Brings the stream, and the count of lines, to where the scan stands. */
  private void catchUp() {
    int line = getLine();
    int lineStart = getCharIndex() - getCharPositionInLine();
    for (int i = getCharIndex(); i < at; i++) {
      if (source.at(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    source.seek(at);
    setLine(line);
    setCharPositionInLine(at - lineStart);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int hexDigit(int c) {
    return c >= 0 && c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}

package dev.moonbeam.lua.syntax;

/**
 * The first error in a source text, on its way out of the lexer, the parser or a later check.
 * Unchecked, because it passes through generated code; {@link LuaSyntax} turns it into a {@code
 * CompileException}.
 */
public final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * @param message in Lua's words
   * @param line from 1
   * @param column from 1, 0 for unknown
   */
  public SyntaxError(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}

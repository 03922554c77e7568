package dev.moonbeam.core.source;

import org.jspecify.annotations.Nullable;

/**
 * One thing a frontend has to say about a source text.
 *
 * @param message in the language's own words, without the place
 * @param sourceLine the text of the line, or null where unknown
 */
public record Diagnostic(
    Severity severity, Position position, String message, @Nullable String sourceLine) {
  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** {@code file:line:column: message}, then the source line and a caret under the column. */
  public String render() {
    StringBuilder text = new StringBuilder(position.toString()).append(": ");
    if (severity == Severity.WARNING) {
      text.append("Warning: ");
    }
    text.append(message);
    if (sourceLine != null && position.column() > 0) {
      text.append('\n').append("  ").append(sourceLine).append("\n  ");
      int caret = Math.min(position.column() - 1, sourceLine.length());
      for (int i = 0; i < caret; i++) {
        text.append(sourceLine.charAt(i) == '\t' ? '\t' : ' ');
      }
      text.append('^');
    }
    return text.toString();
  }
}

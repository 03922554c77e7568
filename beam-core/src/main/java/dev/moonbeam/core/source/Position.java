package dev.moonbeam.core.source;

/**
 * A place in a source file.
 *
 * @param line from 1; 0 for unknown
 * @param column from 1; 0 for unknown
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return line <= 0 ? file : column > 0 ? file + ":" + line + ":" + column : file + ":" + line;
  }
}

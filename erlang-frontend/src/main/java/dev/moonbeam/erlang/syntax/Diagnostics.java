package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is to be said about one compilation, with the source lines to quote. Not
 * thread-safe.
 */
public final class Diagnostics {
  /** A text with more errors than this is not Erlang; the rest would be noise. */
  private static final int MOST = 500;

  private static final int LONGEST_QUOTED_LINE = 400;

  private static final Comparator<Diagnostic> PLACES =
      Comparator.comparingInt((Diagnostic each) -> each.position().line())
          .thenComparingInt(each -> each.position().column());

  private final List<Diagnostic> all = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String[]> lines = new HashMap<>();
  private int errors;

  /** How many of {@link #all} parsing gave: they come before those of lint, as erlc has it. */
  private int parsed;

  void addText(String file, String text) {
    texts.put(file, text);
  }

  public void error(String file, long at, String message) {
    errors++;
    add(Diagnostic.Severity.ERROR, file, at, message);
  }

  public void warning(String file, long at, String message) {
    add(Diagnostic.Severity.WARNING, file, at, message);
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many errors were said until now. */
  public int errors() {
    return errors;
  }

  /** What was said until now comes first, whatever its place. */
  public void endOfParsing() {
    parsed = all.size();
  }

  /**
   * Errors, those of parsing before those of lint, then warnings; each by place, warnings of one
   * place by their text.
   */
  public List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>();
    sorted.addAll(byPlace(all.subList(0, parsed), Diagnostic.Severity.ERROR));
    sorted.addAll(byPlace(all.subList(parsed, all.size()), Diagnostic.Severity.ERROR));
    sorted.addAll(
        byPlace(all, Diagnostic.Severity.WARNING).stream()
            .sorted(PLACES.thenComparing(Diagnostic::message))
            .toList());
    return sorted;
  }

  private static List<Diagnostic> byPlace(List<Diagnostic> some, Diagnostic.Severity severity) {
    return some.stream().filter(each -> each.severity() == severity).sorted(PLACES).toList();
  }

  private void add(Diagnostic.Severity severity, String file, long at, String message) {
    if (all.size() >= MOST) {
      return;
    }
    int line = Place.line(at);
    all.add(
        new Diagnostic(
            severity, new Position(file, line, Place.column(at)), message, sourceLine(file, line)));
  }

  private @Nullable String sourceLine(String file, int line) {
    String text = texts.get(file);
    if (text == null || line < 1) {
      return null;
    }
    String[] split = lines.computeIfAbsent(file, any -> text.split("\r?\n", -1));
    if (line > split.length) {
      return null;
    }
    String found = split[line - 1];
    return found.length() > LONGEST_QUOTED_LINE ? found.substring(0, LONGEST_QUOTED_LINE) : found;
  }
}

package dev.moonbeam.samples.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints the tour: what is run, what came out, what it took. */
record Printer(PrintStream out) {
  /** Source that is about to run. */
  void source(String language, String source) {
    for (String line : source.stripTrailing().split("\n")) {
      out.printf("     %-7s| %s%n", language, line);
    }
  }

  /** Something that was found out. */
  void says(String format, Object... arguments) {
    out.printf(Locale.ROOT, "   " + format + "%n", arguments);
  }

  /** A script that lies beside this class. */
  static String script(String name) {
    try (InputStream in = Printer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time in the unit that suits it. */
  static String time(long nanos) {
    if (nanos < 10_000) {
      return nanos + " ns";
    }
    return nanos < 10_000_000
        ? String.format(Locale.ROOT, "%.0f us", nanos / 1e3)
        : String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
  }
}

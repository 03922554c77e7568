package dev.moonbeam.core.process;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Reports on processes that ended by an uncaught exception, as Erlang's default logger words them.
 * A script can crash processes without end, so at most {@link #BURST} reports a second are written
 * and the rest counted.
 */
final class CrashReports {
  private static final int BURST = 20;
  private static final int LONGEST = 16_384;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy::HH:mm:ss.SSSSSS", Locale.ROOT);

  private final OutputSink sink;
  private long second;
  private int inSecond;
  private long dropped;

  CrashReports(OutputSink sink) {
    this.sink = sink;
  }

  void report(Process process, Object reason, Raise raise) {
    if (admit()) {
      write(
          "Error in process "
              + process.pid()
              + " with exit value:\n"
              + process.language().display(reason)
              + "\n");
    }
  }

  void internal(Process process, Throwable error) {
    if (admit()) {
      java.io.StringWriter trace = new java.io.StringWriter();
      error.printStackTrace(new java.io.PrintWriter(trace));
      write("Internal error in process " + process.pid() + ":\n" + trace);
    }
  }

  private synchronized boolean admit() {
    long now = System.nanoTime() / 1_000_000_000;
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    if (++inSecond > BURST) {
      dropped++;
      return false;
    }
    return true;
  }

  private synchronized void write(String report) {
    String lost = dropped == 0 ? "" : dropped + " reports were dropped\n";
    dropped = 0;
    String text =
        "=ERROR REPORT==== "
            + LocalDateTime.now().format(STAMP)
            + " ===\n"
            + lost
            + (report.length() > LONGEST ? report.substring(0, LONGEST) + "...\n" : report)
            + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sink.write(bytes, 0, bytes.length);
  }
}

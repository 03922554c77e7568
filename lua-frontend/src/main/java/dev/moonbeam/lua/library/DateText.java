package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.StringBuffer;
import dev.moonbeam.lua.runtime.VariableName;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** {@code os.date} formats: C's strftime in the C locale. */
final class DateText {
  private static final String PLAIN = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%";
  private static final String AFTER_E = "cCxXyY";
  private static final String AFTER_O = "deHImMSuUVwWy";

  private final Process process;
  private final ZonedDateTime time;
  private final StringBuffer out;

  private DateText(Process process, ZonedDateTime time, int length) {
    this.process = process;
    this.time = time;
    this.out = new StringBuffer(process, length + 32);
  }

  static Binary format(Process process, Binary format, ZonedDateTime time) {
    return new DateText(process, time, format.length()).run(format);
  }

  private Binary run(Binary format) {
    for (int at = 0; at < format.length(); at++) {
      int c = format.at(at);
      if (c != '%') {
        out.add(c);
        continue;
      }
      int first = at + 1 < format.length() ? format.at(at + 1) : 0;
      int second = at + 2 < format.length() ? format.at(at + 2) : 0;
      if (first != 0 && PLAIN.indexOf(first) >= 0) {
        convert((char) first);
        at++;
      } else if (second != 0
          && (first == 'E' && AFTER_E.indexOf(second) >= 0
              || first == 'O' && AFTER_O.indexOf(second) >= 0)) {
        convert((char) second);
        at += 2;
      } else {
        String rest = VariableName.toZero(format.slice(at, format.length() - at).toLatin1());
        throw Arguments.error(process, "date", 1, "invalid conversion specifier '" + rest + "'");
      }
      process.charge(1);
    }
    return out.toBinary();
  }

  private void number(long value, int digits) {
    out.add(String.format(Locale.ROOT, "%0" + digits + "d", value));
  }

  private void each(String conversions) {
    for (int i = 0; i < conversions.length(); i++) {
      char c = conversions.charAt(i);
      if (c >= 'A') {
        convert(c);
      } else {
        out.add(c);
      }
    }
  }

  private void convert(char conversion) {
    int hour = time.getHour();
    int weekday = time.getDayOfWeek().getValue() % 7;
    switch (conversion) {
      case 'a' -> out.add(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case 'A' -> out.add(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case 'b', 'h' -> out.add(month(time.getMonthValue()).substring(0, 3));
      case 'B' -> out.add(month(time.getMonthValue()));
      case 'c' -> each("a b e T Y");
      case 'C' -> number(Math.floorDiv(time.getYear(), 100), 2);
      case 'd' -> number(time.getDayOfMonth(), 2);
      case 'D', 'x' -> each("m/d/y");
      case 'e' -> out.add(String.format(Locale.ROOT, "%2d", time.getDayOfMonth()));
      case 'F' -> each("Y-m-d");
      case 'g' -> number(Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100), 2);
      case 'G' -> number(time.get(IsoFields.WEEK_BASED_YEAR), 1);
      case 'H' -> number(hour, 2);
      case 'I' -> number(hour % 12 == 0 ? 12 : hour % 12, 2);
      case 'j' -> number(time.getDayOfYear(), 3);
      case 'm' -> number(time.getMonthValue(), 2);
      case 'M' -> number(time.getMinute(), 2);
      case 'n' -> out.add('\n');
      case 'p' -> out.add(hour < 12 ? "AM" : "PM");
      case 'r' -> each("I:M:S p");
      case 'R' -> each("H:M");
      case 'S' -> number(time.getSecond(), 2);
      case 't' -> out.add('\t');
      case 'T', 'X' -> each("H:M:S");
      case 'u' -> number(weekday == 0 ? 7 : weekday, 1);
      case 'U' -> number((time.getDayOfYear() + 6 - weekday) / 7, 2);
      case 'V' -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case 'w' -> number(weekday, 1);
      case 'W' -> number((time.getDayOfYear() + 6 - (weekday + 6) % 7) / 7, 2);
      case 'y' -> number(Math.floorMod(time.getYear(), 100), 2);
      case 'Y' -> number(time.getYear(), 1);
      case 'z' -> {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        out.add(minutes < 0 ? '-' : '+');
        number(Math.abs(minutes) / 60 * 100 + Math.abs(minutes) % 60, 4);
      }
      case 'Z' -> out.add(zone());
      default -> out.add(conversion);
    }
  }

  private String zone() {
    if (time.getZone().normalized().equals(java.time.ZoneOffset.UTC)) {
      return "GMT";
    }
    boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
    return java.util.TimeZone.getTimeZone(time.getZone())
        .getDisplayName(summer, java.util.TimeZone.SHORT, Locale.ENGLISH);
  }

  private static String month(int number) {
    return java.time.Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

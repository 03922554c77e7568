package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.Strings;
import dev.moonbeam.policy.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Library {@code os} (manual, 6.9). Without the capability for the clock the time is not told, the
 * clock counts reductions, and the local time zone is UTC.
 */
@BuiltinModule(
    value = "os",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaOs {
  /** What a second of processor time is where the real one is not to be seen. */
  private static final double REDUCTIONS_A_SECOND = 1e8;

  private static final String[] CATEGORIES = {
    "all", "collate", "ctype", "monetary", "numeric", "time"
  };

  private LuaOs() {}

  private static boolean seesClock(Process process) {
    return process.node().policy().grants(Capability.CLOCK);
  }

  /**
   * An approximation of the processor time: the time since the library was loaded without that in
   * which the process has waited.
   */
  @Builtin("clock")
  public static Object clock(Process process) {
    if (!seesClock(process)) {
      return process.reductionsUsed() / REDUCTIONS_A_SECOND;
    }
    long waited = process.waitedNanos();
    return (System.nanoTime() - START - waited) / 1e9;
  }

  private static final long START = System.nanoTime();

  // ------------------------------------------------------------------------------------------------------ date and time

  private static ZoneId zone(Process process) {
    return seesClock(process) ? ZoneId.systemDefault() : ZoneOffset.UTC;
  }

  @Builtin(value = "date", cost = 20)
  public static Object date(Process process, Object format, Object time) {
    Binary text = Arguments.string(process, "date", 1, format, Binary.of("%c"));
    long seconds =
        Arguments.isNil(time) ? now(process) : Arguments.integer(process, "date", 2, time);
    boolean utc = text.length() > 0 && text.at(0) == '!';
    if (utc) {
      text = text.slice(1, text.length() - 1);
    }
    ZonedDateTime date;
    try {
      date = Instant.ofEpochSecond(seconds).atZone(utc ? ZoneOffset.UTC : zone(process));
    } catch (DateTimeException _) {
      throw LuaError.library(process, "date result cannot be represented in this installation");
    }
    if (text.length() >= 2 && text.at(0) == '*' && text.at(1) == 't') {
      LuaTable table = LuaTable.create(process);
      fill(process, table, date);
      return table;
    }
    return DateText.format(process, text, date);
  }

  private static void fill(Process process, LuaTable table, ZonedDateTime date) {
    put(process, table, "year", date.getYear());
    put(process, table, "month", date.getMonthValue());
    put(process, table, "day", date.getDayOfMonth());
    put(process, table, "hour", date.getHour());
    put(process, table, "min", date.getMinute());
    put(process, table, "sec", date.getSecond());
    put(process, table, "yday", date.getDayOfYear());
    put(process, table, "wday", date.getDayOfWeek().getValue() % 7 + 1);
    Access.rawSet(
        process,
        table,
        Binary.of("isdst"),
        Atom.of(date.getZone().getRules().isDaylightSavings(date.toInstant())));
  }

  private static void put(Process process, LuaTable table, String field, long value) {
    Access.rawSet(process, table, Binary.of(field), value);
  }

  @Builtin("time")
  public static Object time(Process process, Object table) {
    if (Arguments.isNil(table)) {
      return now(process);
    }
    LuaTable fields = Arguments.table(process, "time", 1, table);
    long year = field(process, fields, "year", -1, 1900);
    long month = field(process, fields, "month", -1, 1);
    long day = field(process, fields, "day", -1, 0);
    long hour = field(process, fields, "hour", 12, 0);
    long minute = field(process, fields, "min", 0, 0);
    long second = field(process, fields, "sec", 0, 0);
    Object summer = Access.get(process, fields, Binary.of("isdst"));
    try {
      ZonedDateTime date =
          LocalDateTime.of((int) year, 1, 1, 0, 0)
              .plusMonths(month - 1)
              .plusDays(day - 1)
              .plusHours(hour)
              .plusMinutes(minute)
              .plusSeconds(second)
              .atZone(zone(process));
      if (summer == Atom.TRUE && !date.getZone().getRules().isDaylightSavings(date.toInstant())) {
        date = date.minusHours(1);
      }
      fill(process, fields, date);
      return date.toEpochSecond();
    } catch (DateTimeException | ArithmeticException _) {
      throw LuaError.library(process, "time result cannot be represented in this installation");
    }
  }

  private static long now(Process process) {
    if (!seesClock(process)) {
      throw LuaError.library(
          process, "the time is not permitted (the policy does not grant clock)");
    }
    return System.currentTimeMillis() / 1000;
  }

  /**
   * @param offset what C subtracts from the field, which bounds what it can hold
   */
  private static long field(
      Process process, LuaTable table, String name, long otherwise, long offset) {
    Object value = Access.get(process, table, Binary.of(name));
    Long number = Numbers.toInteger(process, value);
    if (number == null) {
      if (value != Atom.NIL) {
        throw LuaError.library(process, "field '" + name + "' is not an integer");
      }
      if (otherwise < 0) {
        throw LuaError.library(process, "field '" + name + "' missing in date table");
      }
      return otherwise;
    }
    long stored = number - offset;
    if (number < 0 ? stored < Integer.MIN_VALUE || stored > 0 : stored > Integer.MAX_VALUE) {
      throw LuaError.library(process, "field '" + name + "' is out-of-bound");
    }
    return number;
  }

  @Builtin("difftime")
  public static Object difftime(Process process, Object later, Object earlier) {
    long to = Arguments.integer(process, "difftime", 1, later);
    return (double) to - (double) Arguments.integer(process, "difftime", 2, earlier);
  }

  // --------------------------------------------------------------------------------------------------------- the system

  @Builtin(value = "execute", cost = 1000, needs = Capability.START_PROGRAMS)
  public static Object execute(Process process, Object command) {
    if (Arguments.isNil(command)) {
      return Atom.TRUE;
    }
    String text = Arguments.string(process, "execute", 1, command).toString();
    try {
      return Special.values(Programs.run(process, text));
    } catch (IOException e) {
      return FileAccess.of(e).result(text);
    }
  }

  @Builtin(value = "exit", needs = Capability.HALT)
  public static Object exit(Process process, Object code, Object close) {
    long status =
        code == Atom.FALSE
            ? 1
            : code == Atom.TRUE ? 0 : Arguments.integer(process, "exit", 1, code, 0) & 0xFF;
    if (Comparison.truthy(Arguments.value(close))) {
      LuaState.of(process).collector().close(process);
    }
    throw new Kill("halt with status " + status, new Tuple(Atom.of("halt"), status));
  }

  @Builtin(value = "getenv", needs = Capability.ENVIRONMENT)
  public static Object getenv(Process process, Object name) {
    String value = System.getenv(Arguments.string(process, "getenv", 1, name).toString());
    return value == null
        ? Atom.NIL
        : Strings.made(process, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Builtin(value = "remove", cost = 200)
  public static Object remove(Process process, Object name) {
    Binary path = Arguments.string(process, "remove", 1, name);
    try {
      Files.delete(FileAccess.toWrite(process, path));
      return Atom.TRUE;
    } catch (IOException e) {
      return FileAccess.of(e).result(path.toLatin1());
    } catch (FileAccess.Failure failure) {
      return failure.result(path.toLatin1());
    }
  }

  @Builtin(value = "rename", cost = 200)
  public static Object rename(Process process, Object from, Object to) {
    Binary source = Arguments.string(process, "rename", 1, from);
    Binary target = Arguments.string(process, "rename", 2, to);
    try {
      Path old = FileAccess.toWrite(process, source);
      Files.move(old, FileAccess.toWrite(process, target), StandardCopyOption.REPLACE_EXISTING);
      return Atom.TRUE;
    } catch (IOException e) {
      return FileAccess.of(e).result("");
    } catch (FileAccess.Failure failure) {
      return failure.result("");
    }
  }

  @Builtin(value = "tmpname", cost = 200, needs = Capability.WRITE_FILES)
  public static Object tmpname(Process process) {
    try {
      return Binary.of(Files.createTempFile("lua_", "").toString());
    } catch (IOException _) {
      throw LuaError.library(process, "unable to generate a unique filename");
    }
  }

  /** Only the C locale: nothing here ever asks the JVM's. */
  @Builtin("setlocale")
  public static Object setlocale(Process process, Object locale, Object category) {
    String wanted = Arguments.string(process, "setlocale", 1, locale, Binary.of("C")).toLatin1();
    String part = Arguments.string(process, "setlocale", 2, category, Binary.of("all")).toLatin1();
    if (!java.util.Arrays.asList(CATEGORIES).contains(part)) {
      throw Arguments.error(process, "setlocale", 2, "invalid option '" + part + "'");
    }
    return wanted.isEmpty() || wanted.equals("C") || wanted.equals("POSIX")
        ? Binary.of("C")
        : Atom.NIL;
  }
}

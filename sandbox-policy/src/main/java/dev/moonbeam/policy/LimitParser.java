package dev.moonbeam.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Limits as text: {@code reductions=10M,memory=64M,time=2s}. A number with a suffix: {@code K},
 * {@code M}, {@code G} for thousands (1,024 where the limit counts bytes), {@code ms}, {@code s},
 * {@code m}, {@code h} for times, which need one; or the word {@code unlimited}.
 */
final class LimitParser {
  private LimitParser() {}

  /**
   * @throws IllegalArgumentException with a message for people
   */
  static ResourceLimits parse(ResourceLimits base, String text) {
    ResourceLimits limits = base;
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + part + "' is not of the form limit=value");
      }
      Limit limit = limit(part.substring(0, equals).trim());
      limits = limits.with(limit, value(limit, part.substring(equals + 1).trim()));
    }
    return limits;
  }

  private static Limit limit(String word) {
    for (Limit limit : Limit.values()) {
      if (limit.word().equals(word)) {
        return limit;
      }
    }
    throw new IllegalArgumentException(
        "no limit '"
            + word
            + "'; there are "
            + Arrays.stream(Limit.values()).map(Limit::word).collect(Collectors.joining(", ")));
  }

  private static long value(Limit limit, String text) {
    if (text.equals("unlimited")) {
      return ResourceLimits.UNLIMITED;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    try {
      long number = Long.parseLong(text.substring(0, digits));
      return Math.multiplyExact(
          number, unit(limit, text.substring(digits).toLowerCase(Locale.ROOT)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a value for " + limit.word(), e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("'" + text + "' is too large; say unlimited", e);
    }
  }

  private static long unit(Limit limit, String suffix) {
    if (limit == Limit.TIME) {
      return switch (suffix) {
        case "ms" -> 1_000_000L;
        case "s" -> 1_000_000_000L;
        case "m" -> 60_000_000_000L;
        case "h" -> 3_600_000_000_000L;
        default -> throw new NumberFormatException("a time ends with ms, s, m or h");
      };
    }
    long thousand =
        switch (limit) {
          case MEMORY, OUTPUT, VALUE -> 1_024;
          default -> 1_000;
        };
    return switch (suffix) {
      case "" -> 1;
      case "k" -> thousand;
      case "m" -> thousand * thousand;
      case "g" -> thousand * thousand * thousand;
      default -> throw new NumberFormatException("no unit " + suffix);
    };
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The operator {@code ..} (manual, 3.4.6), right associative. A chain comes as one list, so that it
 * is joined in one step, and {@code s = s .. x} in a loop appends to the spare room behind s, which
 * is linear over the loop.
 */
public final class Concatenation {
  private Concatenation() {}

  /** At least two values. */
  public static Object concat(Process process, Object[] values, @Nullable Object site) {
    int end = values.length;
    Object right = values[end - 1];
    int at = end - 1;
    while (at > 0) {
      // right stands for all values from index 'at' on.
      int first = at;
      if (isText(right)) {
        while (first > 0 && isText(values[first - 1])) {
          first--;
        }
      }
      if (first < at) {
        right = join(process, values, first, at, right);
        at = first;
        continue;
      }
      Object left = values[at - 1];
      Object handler = Metamethod.CONCAT.of(process, left);
      if (handler == null) {
        handler = Metamethod.CONCAT.of(process, right);
      }
      if (handler == null) {
        throw error(process, left, right, at, (OperandNames) site);
      }
      right = Calls.metamethod(process, Metamethod.CONCAT, handler, left, right);
      at--;
    }
    return right;
  }

  private static boolean isText(Object value) {
    return value instanceof Binary || value instanceof Long || value instanceof Double;
  }

  private static Binary text(Object value) {
    return value instanceof Binary string ? string : Numbers.toBinary(value);
  }

  /** The values from first up to at (excluded), then right; all strings or numbers. */
  private static Binary join(Process process, Object[] values, int first, int at, Object right) {
    if (at - first == 1) {
      return append(process, text(values[first]), text(right));
    }
    Binary[] parts = new Binary[at - first + 1];
    long total = 0;
    for (int i = first; i < at; i++) {
      parts[i - first] = text(values[i]);
      total += parts[i - first].length();
    }
    parts[at - first] = text(right);
    total += parts[at - first].length();
    Binary head = parts[0];
    if (head.length() > total - head.length()) {
      return append(process, head, joined(process, parts, 1, total - head.length()));
    }
    return joined(process, parts, 0, total);
  }

  private static Binary joined(Process process, Binary[] parts, int from, long total) {
    byte[] bytes = new byte[Strings.room(process, total)];
    int at = 0;
    for (int i = from; i < parts.length; i++) {
      Binary part = parts[i];
      System.arraycopy(part.array(), part.offset(), bytes, at, part.length());
      at += part.length();
    }
    Binary result = Binary.of(bytes);
    process.allocated(result, 40 + total);
    process.charge(total >> 6);
    return result;
  }

  static Binary append(Process process, Binary left, Binary right) {
    if (right.length() == 0) {
      return left;
    }
    if (left.length() == 0) {
      return right;
    }
    Strings.room(process, (long) left.length() + right.length());
    Binary result = left.append(right);
    int copied = result.array() == left.array() ? right.length() : result.array().length;
    process.allocated(result, 40L + copied);
    process.charge(copied >> 6);
    return result;
  }

  /**
   * What is joined already goes by the name of its first operand, in whose register it is there.
   */
  private static Raise error(
      Process process, Object left, Object right, int at, @Nullable OperandNames site) {
    boolean blameRight = isText(left);
    String name = OperandNames.describe(site, blameRight ? at : at - 1);
    return LuaError.operand(process, "concatenate", blameRight ? right : left, name);
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import java.util.Arrays;

/** A string being built, charged for as it grows. */
public final class StringBuffer {
  private final Process process;
  private byte[] bytes;
  private int length;

  public StringBuffer(Process process, int expected) {
    this.process = process;
    this.bytes = new byte[Math.max(16, expected)];
  }

  public StringBuffer add(int b) {
    if (length == bytes.length) {
      grow(1);
    }
    bytes[length++] = (byte) b;
    return this;
  }

  public StringBuffer add(Binary string) {
    return add(string.array(), string.offset(), string.length());
  }

  public StringBuffer add(byte[] from, int offset, int count) {
    if (count > bytes.length - length) {
      grow(count);
    }
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** Text of ASCII or Latin-1 characters. */
  public StringBuffer add(String text) {
    int count = text.length();
    if (count > bytes.length - length) {
      grow(count);
    }
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  public StringBuffer repeat(int b, int count) {
    if (count > bytes.length - length) {
      grow(count);
    }
    Arrays.fill(bytes, length, length + count, (byte) b);
    length += count;
    return this;
  }

  private void grow(int more) {
    long needed = (long) length + more;
    int capacity =
        Strings.room(process, Math.max(needed, Math.min(2L * bytes.length, Strings.LONGEST)));
    process.charge(length >> 6);
    bytes = Arrays.copyOf(bytes, capacity);
    // The final string is charged when it is made; what was outgrown is garbage that was allocated
    // all the same.
    process.allocated(bytes, capacity / 2);
  }

  public int length() {
    return length;
  }

  public Binary toBinary() {
    process.charge(length >> 6);
    byte[] exact = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    return Strings.made(process, exact);
  }
}

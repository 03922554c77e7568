package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.Lists;
import org.jspecify.annotations.Nullable;

/** Binaries and bit strings: sizes, parts, conversion from and to lists. */
@BuiltinModule("erlang")
public final class BinaryBifs {
  private BinaryBifs() {}

  /** Charges for a binary just made, by the array behind it, which is what stays alive. */
  static Binary made(Process process, Binary binary) {
    process.allocated(binary.array(), 48L + binary.length());
    process.charge(binary.length() >> 7);
    return binary;
  }

  @Builtin(value = "byte_size", guard = true)
  public static Object byteSize(Process process, Object bitString) {
    return switch (bitString) {
      case Binary binary -> (long) binary.length();
      case Bits bits -> (long) bits.byteLength();
      default -> throw Errors.badarg(process, bitString);
    };
  }

  @Builtin(value = "bit_size", guard = true)
  public static Object bitSize(Process process, Object bitString) {
    if (bitString instanceof Binary || bitString instanceof Bits) {
      return Bits.bitLength((Term) bitString);
    }
    throw Errors.badarg(process, bitString);
  }

  @Builtin(value = "size", guard = true)
  public static Object size(Process process, Object term) {
    return switch (term) {
      case Tuple tuple -> (long) tuple.size();
      case Binary binary -> (long) binary.length();
      case Bits bits -> bits.length() >> 3;
      default -> throw Errors.badarg(process, term);
    };
  }

  @Builtin(value = "binary_part", guard = true)
  public static Object binaryPart(Process process, Object binary, Object part) {
    Object found =
        part instanceof Tuple pair && pair.size() == 2
            ? part(binary, pair.get(0), pair.get(1))
            : null;
    if (found == null) {
      throw Errors.badarg(process, binary, part);
    }
    return found;
  }

  @Builtin(value = "binary_part", guard = true)
  public static Object binaryPart(Process process, Object binary, Object start, Object length) {
    Object found = part(binary, start, length);
    if (found == null) {
      throw Errors.badarg(process, binary, start, length);
    }
    return found;
  }

  /**
   * The part from {@code start}, before it when the length is negative; null when it is not inside.
   */
  static @Nullable Binary part(Object binary, Object start, Object length) {
    if (!(binary instanceof Binary bytes)
        || !(start instanceof Long from)
        || !(length instanceof Long count)
        || from < 0
        || from > bytes.length()
        || count > bytes.length()
        || count < -bytes.length()) {
      return null;
    }
    long first = count < 0 ? from + count : from;
    long last = count < 0 ? from : from + count;
    return first < 0 || last > bytes.length()
        ? null
        : bytes.slice((int) first, (int) (last - first));
  }

  @Builtin("split_binary")
  public static Object splitBinary(Process process, Object binary, Object position) {
    if (binary instanceof Binary bytes
        && position instanceof Long at
        && at >= 0
        && at <= bytes.length()) {
      int middle = at.intValue();
      return new Tuple(bytes.slice(0, middle), bytes.slice(middle, bytes.length() - middle));
    }
    if (binary instanceof Bits bits
        && position instanceof Long at
        && at >= 0
        && at < bits.byteLength()) {
      byte[] bytes = Bits.array(bits);
      long start = Bits.bitOffset(bits);
      return new Tuple(
          Bits.of(bytes, start, 8 * at), Bits.of(bytes, start + 8 * at, bits.length() - 8 * at));
    }
    throw Errors.badarg(process, binary, position);
  }

  @Builtin("binary_to_list")
  public static Object binaryToList(Process process, Object binary) {
    if (binary instanceof Binary bytes) {
      return Lists.ofBytes(process, bytes, Nil.EMPTY);
    }
    throw Errors.badarg(process, binary);
  }

  @Builtin("binary_to_list")
  public static Object binaryToList(Process process, Object binary, Object start, Object stop) {
    if (binary instanceof Binary bytes
        && start instanceof Long from
        && stop instanceof Long to
        && from >= 1
        && from <= to
        && to <= bytes.length()) {
      return Lists.ofBytes(
          process, bytes.window((int) (from - 1), (int) (to - from + 1)), Nil.EMPTY);
    }
    throw Errors.badarg(process, binary, start, stop);
  }

  @Builtin("bitstring_to_list")
  public static Object bitstringToList(Process process, Object bitString) {
    if (bitString instanceof Binary bytes) {
      return Lists.ofBytes(process, bytes, Nil.EMPTY);
    }
    if (bitString instanceof Bits bits) {
      byte[] bytes = bits.toByteArray();
      Object last = Bits.of(new byte[] {bytes[bytes.length - 1]}, 0, bits.lastBits());
      return Lists.ofBytes(
          process, Binary.of(bytes, 0, bytes.length - 1), new Cons(last, Nil.EMPTY));
    }
    throw Errors.badarg(process, bitString);
  }

  @Builtin("list_to_binary")
  public static Object listToBinary(Process process, Object list) {
    Object result =
        list instanceof Cons || list == Nil.EMPTY ? IoLists.toBinary(process, list) : null;
    if (result == null) {
      throw Errors.badarg(process, list);
    }
    return result;
  }

  @Builtin("iolist_to_binary")
  public static Object iolistToBinary(Process process, Object data) {
    Object result = IoLists.toBinary(process, data);
    if (result == null) {
      throw Errors.badarg(process, data);
    }
    return result;
  }

  @Builtin("iolist_to_iovec")
  public static Object iolistToIovec(Process process, Object data) {
    Binary result = IoLists.toBinary(process, data);
    if (result == null) {
      throw Errors.badarg(process, data);
    }
    return result.length() == 0 ? Nil.EMPTY : Cons.list(result);
  }

  @Builtin("iolist_size")
  public static Object iolistSize(Process process, Object data) {
    long size = IoLists.size(process, data);
    if (size < 0) {
      throw Errors.badarg(process, data);
    }
    return size;
  }

  @Builtin("list_to_bitstring")
  public static Object listToBitstring(Process process, Object list) {
    Object result =
        list instanceof Cons || list == Nil.EMPTY ? IoLists.toBitString(process, list) : null;
    if (result == null) {
      throw Errors.badarg(process, list);
    }
    return result;
  }

  @Builtin("external_size")
  public static Object externalSize(Process process, Object term) {
    return (long) ((Binary) ExternalBifs.termToBinary(process, term)).length();
  }

  @Builtin("external_size")
  public static Object externalSize(Process process, Object term, Object options) {
    return (long) ((Binary) ExternalBifs.termToBinaryWith(process, term, options)).length();
  }

  /** An endianness atom for {@code binary} functions that take one: whether it says little. */
  static @Nullable Boolean littleEndian(Object atom) {
    return atom == Atom.of("little") ? Boolean.TRUE : atom == Atom.of("big") ? Boolean.FALSE : null;
  }
}

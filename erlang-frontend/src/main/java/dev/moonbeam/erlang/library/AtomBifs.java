package dev.moonbeam.erlang.library;

import static dev.moonbeam.erlang.runtime.Atoms.MOST_CHARACTERS;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.erlang.runtime.Atoms;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Atoms from and to text. New ones count against the node's limit. */
@BuiltinModule("erlang")
public final class AtomBifs {
  /** Always there, as in OTP. */
  static final Atom EMPTY = Atom.of("");

  private static final Atom LATIN1 = Atom.of("latin1");
  private static final Atom UTF8 = Atom.of("utf8");
  private static final Atom UNICODE = Atom.of("unicode");

  /** Java characters that hold more characters than an atom has, whatever they are. */
  private static final int ENOUGH = 2 * MOST_CHARACTERS + 2;

  private AtomBifs() {}

  @Builtin("atom_to_list")
  public static Object atomToList(Process process, Object atom) {
    if (atom instanceof Atom a) {
      return Lists.ofText(process, a.name());
    }
    throw Errors.badarg(process, atom);
  }

  @Builtin("list_to_atom")
  public static Object listToAtom(Process process, Object list) {
    String name = Lists.toText(process, list);
    if (name == null) {
      throw Errors.badarg(process, list);
    }
    return Atoms.make(process, name, list);
  }

  @Builtin("list_to_existing_atom")
  public static Object listToExistingAtom(Process process, Object list) {
    String name = Lists.toText(process, list);
    Atom atom = name == null ? null : Atom.existing(name);
    if (atom == null) {
      throw Errors.badarg(process, list);
    }
    return atom;
  }

  @Builtin("atom_to_binary")
  public static Object atomToBinary(Process process, Object atom) {
    if (atom instanceof Atom a) {
      return BinaryBifs.made(process, Binary.of(a.name()));
    }
    throw Errors.badarg(process, atom);
  }

  @Builtin("atom_to_binary")
  public static Object atomToBinaryIn(Process process, Object atom, Object encoding) {
    if (atom instanceof Atom a) {
      if (encoding == UTF8 || encoding == UNICODE) {
        return BinaryBifs.made(process, Binary.of(a.name()));
      }
      if (encoding == LATIN1 && a.name().chars().allMatch(c -> c < 256)) {
        return BinaryBifs.made(process, Binary.ofLatin1(a.name()));
      }
    }
    throw Errors.badarg(process, atom, encoding);
  }

  @Builtin("binary_to_atom")
  public static Object binaryToAtom(Process process, Object binary) {
    String name = decode(binary, UTF8);
    if (name == null) {
      throw Errors.badarg(process, binary);
    }
    return Atoms.make(process, name, binary);
  }

  @Builtin("binary_to_atom")
  public static Object binaryToAtomIn(Process process, Object binary, Object encoding) {
    String name = decode(binary, encoding);
    if (name == null) {
      throw Errors.badarg(process, binary, encoding);
    }
    return Atoms.make(process, name, binary, encoding);
  }

  @Builtin("binary_to_existing_atom")
  public static Object binaryToExistingAtom(Process process, Object binary) {
    String name = decode(binary, UTF8);
    Atom atom = name == null ? null : Atom.existing(name);
    if (atom == null) {
      throw Errors.badarg(process, binary);
    }
    return atom;
  }

  @Builtin("binary_to_existing_atom")
  public static Object binaryToExistingAtomIn(Process process, Object binary, Object encoding) {
    String name = decode(binary, encoding);
    Atom atom = name == null ? null : Atom.existing(name);
    if (atom == null) {
      throw Errors.badarg(process, binary, encoding);
    }
    return atom;
  }

  /**
   * The name in a binary; null when it is none. Of one that is too long for an atom it may be any
   * other that is too long.
   */
  private static @Nullable String decode(Object binary, Object encoding) {
    boolean latin1 = encoding == LATIN1;
    if (!(binary instanceof Binary bytes) || !latin1 && encoding != UTF8 && encoding != UNICODE) {
      return null;
    }
    if (latin1) {
      return (bytes.length() <= ENOUGH ? bytes : bytes.slice(0, ENOUGH)).toLatin1();
    }
    if (bytes.length() > 4 * MOST_CHARACTERS) {
      return "x".repeat(ENOUGH);
    }
    CharBuffer name = CharBuffer.allocate(ENOUGH);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()), name, true);
    boolean tooLong = Character.codePointCount(name.flip(), 0, name.length()) > MOST_CHARACTERS;
    return end.isError() && !tooLong ? null : name.toString();
  }
}

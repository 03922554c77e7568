package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.ExternalFormat;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Atoms;
import dev.moonbeam.erlang.runtime.Errors;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Terms as bytes, and their hashes. */
@BuiltinModule("erlang")
public final class ExternalBifs {
  private static final Atom SAFE = Atom.of("safe");
  private static final Atom USED = Atom.of("used");
  private static final Atom COMPRESSED = Atom.of("compressed");
  private static final Atom DETERMINISTIC = Atom.of("deterministic");
  private static final Atom LOCAL = Atom.of("local");
  private static final Atom MINOR_VERSION = Atom.of("minor_version");

  private ExternalBifs() {}

  @Builtin("term_to_binary")
  public static Object termToBinary(Process process, Object term) {
    try {
      return BinaryBifs.made(process, Binary.of(ExternalFormat.encode(term, process)));
    } catch (ExternalFormat.NotEncodableException e) {
      // Functions and host values have no form outside the node.
      throw Errors.badarg(process, term);
    }
  }

  /** In one piece, since there is nothing to be gained by more. */
  @Builtin("term_to_iovec")
  public static Object termToIovec(Process process, Object term) {
    return new Cons(termToBinary(process, term), Nil.EMPTY);
  }

  @Builtin("term_to_iovec")
  public static Object termToIovec(Process process, Object term, Object options) {
    return new Cons(termToBinaryWith(process, term, options), Nil.EMPTY);
  }

  @Builtin("term_to_binary")
  public static Object termToBinaryWith(Process process, Object term, Object options) {
    int level = 0;
    int minorVersion = ExternalFormat.USUAL_MINOR_VERSION;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head == COMPRESSED) {
        level = 6;
      } else if (cell.head instanceof Tuple pair
          && pair.size() == 2
          && pair.get(0) == COMPRESSED
          && pair.get(1) instanceof Long n
          && n >= 0
          && n <= 9) {
        level = n.intValue();
      } else if (cell.head instanceof Tuple pair
          && pair.size() == 2
          && pair.get(0) == MINOR_VERSION
          && pair.get(1) instanceof Long n
          && n >= 0
          && n <= 2) {
        minorVersion = n.intValue();
      } else if (cell.head != DETERMINISTIC && cell.head != LOCAL) {
        throw Errors.badarg(process, term, options);
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, term, options);
    }
    try {
      byte[] bytes =
          level == 0
              ? ExternalFormat.encode(term, minorVersion, process)
              : ExternalFormat.encodeCompressed(term, minorVersion, level, process);
      return BinaryBifs.made(process, Binary.of(bytes));
    } catch (ExternalFormat.NotEncodableException e) {
      // Functions and host values have no form outside the node.
      throw Errors.badarg(process, term, options);
    }
  }

  @Builtin("binary_to_term")
  public static Object binaryToTerm(Process process, Object binary) {
    ExternalFormat.Decoded decoded = decode(process, binary, false);
    if (decoded == null) {
      throw Errors.badarg(process, binary);
    }
    return decoded.term();
  }

  @Builtin("binary_to_term")
  public static Object binaryToTermWith(Process process, Object binary, Object options) {
    boolean safe = false;
    boolean used = false;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      safe |= cell.head == SAFE;
      used |= cell.head == USED;
      if (cell.head != SAFE && cell.head != USED) {
        throw Errors.badarg(process, binary, options);
      }
    }
    ExternalFormat.Decoded decoded = rest == Nil.EMPTY ? decode(process, binary, safe) : null;
    if (decoded == null) {
      throw Errors.badarg(process, binary, options);
    }
    return used ? new Tuple(decoded.term(), (long) decoded.used()) : decoded.term();
  }

  private static ExternalFormat.@Nullable Decoded decode(
      Process process, Object binary, boolean safe) {
    if (!(binary instanceof Binary bytes)) {
      return null;
    }
    ExternalFormat.Names names =
        new ExternalFormat.Names() {
          @Override
          public @Nullable Atom atom(String name) {
            return safe ? Atom.existing(name) : Atoms.make(process, name, binary);
          }

          @Override
          public Pid pid(long number) {
            return Pids.of(process, number);
          }
        };
    try {
      ExternalFormat.Decoded decoded = ExternalFormat.decode(bytes, names, process);
      // What was decoded lives at least as long as its bytes did, in somewhat more memory.
      process.allocated(decoded.term(), 4L * decoded.used());
      return decoded;
    } catch (ExternalFormat.MalformedException e) {
      // Any malformed input is badarg.
      return null;
    }
  }

  @Builtin("phash2")
  public static Object phash2(Process process, Object term) {
    return PortableHash.of(term, process) & 0x7FFFFFFL;
  }

  @Builtin("phash2")
  public static Object phash2(Process process, Object term, Object range) {
    BigInteger most = BigInteger.ONE.shiftLeft(32);
    if (range instanceof Long n && n >= 1 && n <= most.longValue()) {
      long hash = PortableHash.of(term, process);
      return n == most.longValue() ? hash : hash % n;
    }
    throw Errors.badarg(process, term, range);
  }

  @Builtin("phash")
  public static Object phash(Process process, Object term, Object range) {
    if (range instanceof Long n && n >= 1 && n <= 1L << 32) {
      return 1 + ClassicHash.of(term, process) % n;
    }
    throw Errors.badarg(process, term, range);
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.Numbers;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code crypto}, as far as ordinary programs use it: digests, HMAC and random bytes, from
 * the JDK. Ciphers and keys are not offered.
 */
@BuiltinModule("crypto")
public final class CryptoModule {
  private record Algorithm(String digest, String hmac, int blockSize) {}

  private static final Map<Atom, Algorithm> ALGORITHMS =
      Map.ofEntries(
          entry("md5", "MD5", 64),
          entry("sha", "SHA-1", 64),
          entry("sha224", "SHA-224", 64),
          entry("sha256", "SHA-256", 64),
          entry("sha384", "SHA-384", 128),
          entry("sha512", "SHA-512", 128),
          entry("sha3_224", "SHA3-224", 144),
          entry("sha3_256", "SHA3-256", 136),
          entry("sha3_384", "SHA3-384", 104),
          entry("sha3_512", "SHA3-512", 72));

  private static final Atom HMAC = Atom.of("hmac");

  /** Reductions for one round of PBKDF2: two or three blocks of a digest, about a microsecond. */
  private static final int ROUND_COST = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private CryptoModule() {}

  private static Map.Entry<Atom, Algorithm> entry(String name, String digest, int blockSize) {
    String hmac = "Hmac" + digest.replaceFirst("^SHA-", "SHA");
    return Map.entry(Atom.of(name), new Algorithm(digest, hmac, blockSize));
  }

  private static @Nullable Algorithm algorithm(Object name) {
    return name instanceof Atom atom ? ALGORITHMS.get(atom) : null;
  }

  /** A digest under way; never changed once it is in a reference. */
  private record Context(MessageDigest digest) {}

  private static MessageDigest digest(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has " + algorithm.digest, e);
    }
  }

  private static void update(Process process, MessageDigest digest, Binary data) {
    // In parts, so that a long text can be interrupted.
    int part = 1 << 16;
    for (int at = 0; at < data.length(); at += part) {
      int length = Math.min(part, data.length() - at);
      process.charge(length >> 5);
      digest.update(data.array(), data.offset() + at, length);
    }
  }

  @Builtin("hash")
  public static Object hash(Process process, Object type, Object data) {
    Algorithm algorithm = algorithm(type);
    Binary bytes = IoLists.toBinary(process, data);
    if (algorithm == null || bytes == null) {
      throw Errors.badarg(process, type, data);
    }
    MessageDigest digest = digest(algorithm);
    update(process, digest, bytes);
    return Binary.of(digest.digest());
  }

  @Builtin("hash_init")
  public static Object hashInit(Process process, Object type) {
    Algorithm algorithm = algorithm(type);
    if (algorithm == null) {
      throw Errors.badarg(process, type);
    }
    return reference(process, digest(algorithm));
  }

  private static Ref reference(Process process, MessageDigest digest) {
    Ref reference = new Ref(process.makeReference().number(), new Context(digest));
    process.allocated(reference, 400);
    return reference;
  }

  /** A digest of its own that goes on from a context; null when it is none. */
  private static @Nullable MessageDigest copy(Object context) {
    if (!(context instanceof Ref ref) || !(ref.referent() instanceof Context known)) {
      return null;
    }
    try {
      return (MessageDigest) known.digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's digests can be copied", e);
    }
  }

  @Builtin("hash_update")
  public static Object hashUpdate(Process process, Object context, Object data) {
    MessageDigest digest = copy(context);
    Binary bytes = IoLists.toBinary(process, data);
    if (digest == null || bytes == null) {
      throw Errors.badarg(process, context, data);
    }
    update(process, digest, bytes);
    return reference(process, digest);
  }

  @Builtin("hash_final")
  public static Object hashFinal(Process process, Object context) {
    MessageDigest digest = copy(context);
    if (digest == null) {
      throw Errors.badarg(process, context);
    }
    return Binary.of(digest.digest());
  }

  @Builtin("hash_info")
  public static Object hashInfo(Process process, Object type) {
    Algorithm algorithm = algorithm(type);
    if (algorithm == null) {
      throw Errors.badarg(process, type);
    }
    return TermMap.of(
        Atom.of("size"), (long) digest(algorithm).getDigestLength(),
        Atom.of("block_size"), (long) algorithm.blockSize,
        Atom.of("type"), 0L);
  }

  @Builtin("mac")
  public static Object mac(Process process, Object type, Object subType, Object key, Object data) {
    byte[] code = type == HMAC ? hmac(process, subType, key, data) : null;
    if (code == null) {
      throw Errors.badarg(process, type, subType, key, data);
    }
    return Binary.of(code);
  }

  @Builtin("macN")
  public static Object macN(
      Process process, Object type, Object subType, Object key, Object data, Object length) {
    byte[] code = type == HMAC ? hmac(process, subType, key, data) : null;
    if (code == null || !(length instanceof Long wanted) || wanted < 1 || wanted > code.length) {
      throw Errors.badarg(process, type, subType, key, data, length);
    }
    return Binary.of(code, 0, wanted.intValue());
  }

  private static byte @Nullable [] hmac(Process process, Object subType, Object key, Object data) {
    Algorithm algorithm = algorithm(subType);
    Binary secret = IoLists.toBinary(process, key);
    Binary bytes = IoLists.toBinary(process, data);
    if (algorithm == null || secret == null || bytes == null) {
      return null;
    }
    process.charge((bytes.length() + secret.length()) >> 5);
    try {
      Mac mac = Mac.getInstance(algorithm.hmac);
      // The JDK refuses an empty key; a zero byte is the same to HMAC, which pads with zeros.
      byte[] padded = secret.length() == 0 ? new byte[1] : secret.toByteArray();
      mac.init(new SecretKeySpec(padded, algorithm.hmac));
      mac.update(bytes.array(), bytes.offset(), bytes.length());
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm.hmac, e);
    }
  }

  /** RFC 2898, PBKDF2 with HMAC: blocks of as many rounds as asked for, each charged. */
  @Builtin("pbkdf2_hmac")
  public static Object pbkdf2Hmac(
      Process process,
      Object digest,
      Object password,
      Object salt,
      Object iterations,
      Object keyLength) {
    Algorithm algorithm = algorithm(digest);
    Binary secret = IoLists.toBinary(process, password);
    Binary start = IoLists.toBinary(process, salt);
    if (algorithm == null
        || secret == null
        || start == null
        || !(iterations instanceof Long rounds)
        || rounds < 1
        || !(keyLength instanceof Long length)
        || length < 1
        || length > Integer.MAX_VALUE - 1024) {
      throw Errors.badarg(process, digest, password, salt, iterations, keyLength);
    }
    process.reserve(length);
    process.charge((secret.length() + start.length()) >> 5);
    try {
      Mac mac = Mac.getInstance(algorithm.hmac);
      byte[] padded = secret.length() == 0 ? new byte[1] : secret.toByteArray();
      mac.init(new SecretKeySpec(padded, algorithm.hmac));
      byte[] key = new byte[length.intValue()];
      for (int at = 0, block = 1; at < key.length; at += mac.getMacLength(), block++) {
        mac.update(start.array(), start.offset(), start.length());
        byte[] round = mac.doFinal(ByteBuffer.allocate(4).putInt(block).array());
        byte[] sum = round.clone();
        for (long i = 1; i < rounds; i++) {
          process.charge(ROUND_COST);
          round = mac.doFinal(round);
          for (int j = 0; j < sum.length; j++) {
            sum[j] ^= round[j];
          }
        }
        System.arraycopy(sum, 0, key, at, Math.min(sum.length, key.length - at));
      }
      return Binary.of(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm.hmac, e);
    }
  }

  @Builtin("strong_rand_bytes")
  public static Object strongRandBytes(Process process, Object count) {
    if (!(count instanceof Long length) || length < 0) {
      throw Errors.badarg(process, count);
    }
    process.reserve(length);
    if (length > Integer.MAX_VALUE - 64) {
      throw Errors.systemLimit(process, count);
    }
    process.charge(length >> 4);
    byte[] bytes = new byte[length.intValue()];
    RANDOM.nextBytes(bytes);
    process.allocated(bytes, bytes.length);
    return Binary.of(bytes);
  }

  @Builtin("rand_uniform")
  public static Object randUniform(Process process, Object low, Object high) {
    if (!(low instanceof Long from) || !(high instanceof Long to) || from >= to || to - from < 0) {
      throw badarg(process, low, high);
    }
    return from + RANDOM.nextLong(to - from);
  }

  private static Raise badarg(Process process, Object... arguments) {
    return Errors.badarg(process, arguments);
  }

  /** Compares in a time that depends on the length alone. */
  @Builtin("hash_equals")
  public static Object hashEquals(Process process, Object left, Object right) {
    if (!(left instanceof Binary a) || !(right instanceof Binary b) || a.length() != b.length()) {
      throw Errors.badarg(process, left, right);
    }
    process.charge(a.length() >> 4);
    return Atom.of(MessageDigest.isEqual(a.toByteArray(), b.toByteArray()));
  }

  @Builtin("exor")
  public static Object exor(Process process, Object left, Object right) {
    Binary a = IoLists.toBinary(process, left);
    Binary b = IoLists.toBinary(process, right);
    if (a == null || b == null || a.length() != b.length()) {
      throw Errors.badarg(process, left, right);
    }
    process.charge(a.length() >> 4);
    byte[] bytes = a.toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) b.at(i);
    }
    process.allocated(bytes, bytes.length);
    return Binary.of(bytes);
  }

  @Builtin("bytes_to_integer")
  public static Object bytesToInteger(Process process, Object binary) {
    if (!(binary instanceof Binary bytes) || bytes.length() > 1 << 19) {
      throw Errors.badarg(process, binary);
    }
    process.charge(bytes.length() >> 4);
    return Numbers.normalize(new BigInteger(1, bytes.toByteArray()));
  }

  @Builtin("start")
  public static Object start(Process process) {
    return Atom.OK;
  }

  @Builtin("stop")
  public static Object stop(Process process) {
    return Atom.OK;
  }
}

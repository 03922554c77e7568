package dev.moonbeam.cache;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.SourceUnit;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeMap;

/**
 * Everything the compiled form of a source depends on, as a SHA-256 digest. A digest, not the text
 * itself: the cache does not hold on to sources, and nobody can make keys collide, by chance or on
 * purpose.
 */
record ScriptKey(long a, long b, long c, long d) {

  /**
   * @param policy fingerprint of the policy: it decides on includes, and no code is shared across
   *     policies
   * @param compiler version of the compiler
   */
  static ScriptKey of(
      Language language,
      SourceUnit source,
      CompileOptions options,
      String policy,
      String compiler) {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      write(out, compiler);
      write(out, language.id());
      write(out, language.languageVersion());
      write(out, policy);
      write(out, source.name());
      write(out, options.bindingNames());
      write(out, options.includePaths());
      out.writeInt(options.defines().size());
      for (var define : new TreeMap<>(options.defines()).entrySet()) {
        write(out, define.getKey());
        write(out, define.getValue());
      }
      out.writeBoolean(options.metering());
      out.writeLong(options.maxSourceLength());
      write(out, source.text());
    } catch (IOException e) {
      throw new AssertionError("a digest does not fail", e);
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new ScriptKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(out, text);
    }
  }

  /**
   * With its length first, so that no two lists of texts are the same bytes. Char by char where it
   * is not Latin-1: a charset's encoder would write every lone surrogate alike.
   */
  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean latin = text.equals(new String(bytes, StandardCharsets.ISO_8859_1));
    out.writeBoolean(latin);
    if (!latin) {
      bytes = new byte[2 * text.length()];
      for (int i = 0; i < text.length(); i++) {
        bytes[2 * i] = (byte) (text.charAt(i) >> 8);
        bytes[2 * i + 1] = (byte) text.charAt(i);
      }
    }
    out.write(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

package dev.moonbeam.cli;

import dev.moonbeam.cli.Command.CommandFailure;
import dev.moonbeam.core.source.ByteText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A source file by its path.
 *
 * @param name as given, for messages
 */
record SourceFile(String name, String language, String text) {
  static SourceFile read(String name) throws CommandFailure {
    String language = languageOf(name);
    try {
      byte[] bytes = Files.readAllBytes(Path.of(name));
      return new SourceFile(
          name, language, language.equals("erlang") ? erlang(bytes) : ByteText.decode(bytes));
    } catch (NoSuchFileException e) {
      throw Options.usage("no file " + name);
    } catch (IOException e) {
      throw Options.usage("cannot read " + name + ": " + e.getMessage());
    }
  }

  /** UTF-8, or Latin-1 where it is not valid UTF-8: what old modules are written in. */
  private static String erlang(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String languageOf(String name) throws CommandFailure {
    if (name.endsWith(".lua")) {
      return "lua";
    }
    if (name.endsWith(".erl")) {
      return "erlang";
    }
    throw Options.usage(name + " is neither a .lua nor an .erl file");
  }
}

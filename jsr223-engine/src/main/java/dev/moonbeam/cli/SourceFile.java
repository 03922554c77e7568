package dev.moonbeam.cli;

import dev.moonbeam.cli.Command.CommandFailure;
import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.erlang.syntax.SourceText;
import java.io.IOException;
import java.io.InputStream;
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
          name,
          language,
          language.equals("erlang") ? SourceText.decode(bytes) : ByteText.decode(bytes));
    } catch (NoSuchFileException e) {
      throw Options.usage("no file " + name);
    } catch (IOException e) {
      throw Options.usage("cannot read " + name + ": " + e.getMessage());
    }
  }

  /**
   * A Lua chunk from standard input, which has the name that the stand-alone interpreter gives it.
   */
  static SourceFile readLua(InputStream in) throws CommandFailure {
    try {
      return new SourceFile("stdin", "lua", ByteText.decode(in.readAllBytes()));
    } catch (IOException e) {
      throw Options.usage("cannot read standard input: " + e.getMessage());
    }
  }

  private static String languageOf(String name) throws CommandFailure {
    if (name.endsWith(".lua")) {
      return "lua";
    }
    if (name.endsWith(".erl") || name.endsWith(".escript")) {
      return "erlang";
    }
    throw Options.usage(name + " is neither a .lua nor an .erl or .escript file");
  }
}

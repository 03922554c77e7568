package dev.moonbeam.engine;

import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.erlang.syntax.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a module that is called and not loaded as {@code NAME.erl} in the first of some folders
 * that has it.
 */
final class ModulePath implements CodeServer.Autoloader {
  private final MoonbeamNode node;
  private final Language language;
  private final List<Path> folders;

  ModulePath(MoonbeamNode node, Language language, List<Path> folders) {
    this.node = node;
    this.language = language;
    this.folders = folders;
  }

  @Override
  public @Nullable CompiledModule find(String name) {
    // A module's name may be any atom; one with a separator in it must not lead out of the folder.
    if (name.isEmpty()
        || name.startsWith(".")
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0) {
      return null;
    }
    for (Path folder : folders) {
      for (String extension : language.extensions()) {
        Path file = folder.resolve(name + "." + extension);
        if (Files.isRegularFile(file)) {
          return compile(name, file);
        }
      }
    }
    return null;
  }

  private CompiledModule compile(String name, Path file) {
    try {
      SourceUnit source =
          new SourceUnit(file.toString(), SourceText.decode(Files.readAllBytes(file)));
      return node.cache().get(language, source, node.compileOptions(), node.fingerprint()).module();
    } catch (CompileException e) {
      throw new UncompilableModule(name, Failures.compile(e));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read module " + file, e);
    }
  }
}

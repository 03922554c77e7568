package dev.moonbeam.erlang;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.ModuleCodec;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Build step: compiles the library modules that are written in Erlang, so that they ship compiled.
 * Arguments: the folder of sources, the folder for the compiled modules, then the folders of
 * classes that decide what they look like.
 */
final class LibraryCompiler {
  private LibraryCompiler() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    List<Path> modules = erlangFiles(sources);
    List<Path> inputs =
        Stream.concat(modules.stream(), Stream.of(arguments).skip(2).map(Path::of)).toList();
    if (isUpToDate(modules, target, inputs)) {
      return;
    }
    boolean failed = false;
    for (Path module : modules) {
      failed |= !compile(module, sources, target);
    }
    if (failed) {
      System.exit(1);
    }
  }

  private static List<Path> erlangFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".erl")).sorted().toList();
    }
  }

  private static boolean isUpToDate(List<Path> modules, Path target, List<Path> inputs)
      throws IOException {
    long oldest = Long.MAX_VALUE;
    for (Path module : modules) {
      Path compiled = compiled(module, target);
      if (!Files.exists(compiled)) {
        return false;
      }
      oldest = Math.min(oldest, Files.getLastModifiedTime(compiled).toMillis());
    }
    long limit = oldest;
    for (Path input : inputs) {
      try (Stream<Path> files = Files.walk(input)) {
        if (files.anyMatch(file -> !file.toString().endsWith(".mbm") && modified(file) > limit)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Folders change whenever something is written into them, which says nothing. */
  private static long modified(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compiled(Path module, Path target) {
    String name = module.getFileName().toString();
    return target.resolve(
        name.substring(0, name.length() - ".erl".length()) + LibraryModules.SUFFIX);
  }

  private static boolean compile(Path source, Path includes, Path target) throws IOException {
    CompileOptions options =
        new CompileOptions(
            List.of(),
            List.of(includes.toString()),
            Map.of(),
            true,
            Long.MAX_VALUE,
            warning -> System.err.println(warning.render()));
    SourceUnit unit = new SourceUnit(source.getFileName().toString(), Files.readString(source));
    try {
      CompiledModule module =
          ModuleCompiler.compile(
              new ErlangLanguage().lower(unit, options), CompilerOptions.standard());
      Files.write(compiled(source, target), ModuleCodec.encode(module));
      return true;
    } catch (CompileException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }
}

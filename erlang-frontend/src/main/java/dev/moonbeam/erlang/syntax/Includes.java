package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Surroundings;
import dev.moonbeam.core.source.SourceUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that {@code -include} and {@code -include_lib} name. Only files below the folders
 * that the host listed can be included, and the headers that ship with Moonbeam; a script cannot
 * learn whether any other file exists.
 */
final class Includes {
  private static final String SHIPPED = "/dev/moonbeam/erlang/include/";

  private final List<String> folders;
  private final long longest;
  private final Surroundings surroundings;

  Includes(CompileOptions options) {
    this.folders = options.includePaths();
    this.longest = options.maxSourceLength();
    this.surroundings = options.surroundings();
  }

  @Nullable SourceUnit find(String name, boolean library, String includer) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      return null;
    }
    try {
      for (String folder : folders) {
        Path root = Path.of(folder).toRealPath();
        SourceUnit found = inside(root, root.resolve(name));
        if (found == null && library) {
          found = versioned(root, name);
        }
        if (found == null) {
          // A header beside the file that includes it, as long as that file is below the folder
          // itself.
          Path beside = Path.of(includer).toAbsolutePath().getParent();
          found = beside == null ? null : inside(root, beside.resolve(name));
        }
        if (found != null) {
          return found;
        }
      }
    } catch (IOException | InvalidPathException e) {
      return null;
    }
    return library ? shipped(name) : null;
  }

  private @Nullable SourceUnit inside(Path root, Path candidate) throws IOException {
    if (!Files.isRegularFile(candidate)) {
      return null;
    }
    Path real = candidate.toRealPath();
    if (!real.startsWith(root) || Files.size(real) > longest) {
      return null;
    }
    surroundings.dependsOnMore();
    return new SourceUnit(
        candidate.normalize().toString(), SourceText.decode(Files.readAllBytes(real)));
  }

  /** {@code kernel/include/file.hrl} below a folder {@code kernel-8.5}. */
  private @Nullable SourceUnit versioned(Path root, String name) throws IOException {
    int slash = name.indexOf('/');
    if (slash <= 0 || !name.substring(0, slash).matches("\\w+")) {
      return null;
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(root, name.substring(0, slash) + "-*")) {
      for (Path folder : found) {
        SourceUnit unit = inside(root, folder.resolve(name.substring(slash + 1)));
        if (unit != null) {
          return unit;
        }
      }
    }
    return null;
  }

  private static @Nullable SourceUnit shipped(String name) {
    if (name.contains("..")) {
      return null;
    }
    try (InputStream in = Includes.class.getResourceAsStream(SHIPPED + name)) {
      return in == null ? null : new SourceUnit(name, SourceText.decode(in.readAllBytes()));
    } catch (IOException e) {
      return null;
    }
  }
}

package dev.moonbeam.erlang;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.ModuleCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The library modules written in Erlang, which {@link LibraryCompiler} compiled. Read when first
 * asked for.
 */
final class LibraryModules {
  static final String SUFFIX = ".mbm";

  private static final String FOLDER = "ebin/";

  /** Longer names are no library's. */
  private static final int LONGEST_NAME = 60;

  /** Those that exist; what does not is cheap to look for again and must not fill memory. */
  private static final ConcurrentHashMap<String, CompiledModule> MODULES =
      new ConcurrentHashMap<>();

  private LibraryModules() {}

  static @Nullable CompiledModule find(String name) {
    if (!isPlain(name)) {
      return null;
    }
    CompiledModule known = MODULES.get(name);
    if (known != null) {
      return known;
    }
    CompiledModule module = read(name);
    if (module != null) {
      MODULES.put(name, module);
    }
    return module;
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable CompiledModule read(String name) {
    try (InputStream in = LibraryModules.class.getResourceAsStream(FOLDER + name + SUFFIX)) {
      return in == null
          ? null
          : ModuleCodec.decode(in.readAllBytes(), LibraryModules.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

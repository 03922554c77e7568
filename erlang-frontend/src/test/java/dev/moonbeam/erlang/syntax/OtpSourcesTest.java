package dev.moonbeam.erlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.erlang.ErlangLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources of an installed OTP go through the front end, where they are installed. All of stdlib
 * and kernel are parsed; compiled is a sample, or with {@code -Dmoonbeam.otp=all} all of stdlib,
 * kernel and compiler.
 */
class OtpSourcesTest {
  private static final Path LIBRARIES = Path.of("/usr/lib/erlang/lib");
  private static final List<String> SAMPLE =
      List.of("lists.erl", "gb_trees.erl", "io_lib_pretty.erl", "gen_server.erl", "erl_lint.erl");

  private static Path sources(String library) {
    if (Files.isDirectory(LIBRARIES)) {
      try (Stream<Path> folders = Files.list(LIBRARIES)) {
        Path found =
            folders
                .filter(each -> each.getFileName().toString().startsWith(library + "-"))
                .map(each -> each.resolve("src"))
                .filter(each -> Files.exists(each) && hasSources(each))
                .findFirst()
                .orElse(null);
        if (found != null) {
          return found;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    System.out.println("skipped: no Erlang sources below " + LIBRARIES);
    return abort("no Erlang sources installed");
  }

  private static boolean hasSources(Path folder) {
    return !files(folder).isEmpty();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".erl") || each.toString().endsWith(".hrl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceUnit read(Path file) throws IOException {
    try {
      return new SourceUnit(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      return new SourceUnit(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }
  }

  private static CompileOptions options(Path folder) {
    List<String> includes = new ArrayList<>();
    includes.add(LIBRARIES.toString());
    includes.add(folder.toString());
    for (String library : List.of("kernel", "stdlib")) {
      includes.add(sources(library).toString());
      Path headers = sources(library).resolveSibling("include");
      if (Files.isDirectory(headers)) {
        includes.add(headers.toString());
      }
    }
    Map<String, String> defines = Map.of("COMPILER_VSN", "\"8\"");
    return new CompileOptions(List.of(), includes, defines, true, Long.MAX_VALUE, warning -> {});
  }

  @Test
  void everySourceParses() throws Exception {
    for (String library : List.of("stdlib", "kernel")) {
      Path folder = sources(library);
      for (Path file : files(folder)) {
        ParsedSource parsed =
            LargeStack.run(() -> ErlangSource.module(read(file), options(folder)));
        // A header alone may use what whoever includes it defines.
        if (file.toString().endsWith(".erl")) {
          assertThat(parsed.diagnostics().hasErrors())
              .as(() -> parsed.diagnostics().sorted().getFirst().render())
              .isFalse();
        }
      }
    }
  }

  @Test
  void modulesCompile() throws Exception {
    boolean all = System.getProperty("moonbeam.otp", "").equals("all");
    for (String library : all ? List.of("stdlib", "kernel", "compiler") : List.of("stdlib")) {
      Path folder = sources(library);
      for (Path file : files(folder)) {
        if (!file.toString().endsWith(".erl")
            || !all && !SAMPLE.contains(file.getFileName().toString())) {
          continue;
        }
        try {
          ModuleCompiler.compile(
              new ErlangLanguage().lower(read(file), options(folder)), CompilerOptions.standard());
        } catch (CompileException e) {
          throw new AssertionError(e.getMessage(), e);
        }
      }
    }
  }
}

package dev.moonbeam.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.tests.Deadline;
import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever text a frontend gets, it compiles or it says why not, soon: no other exception, no
 * endless loop. Texts are token soup, and scripts of the conformance suite with pieces deleted,
 * doubled, swapped and torn out of place.
 */
class FuzzTest {
  /** The texts of a normal run, always the same ones however fast the machine is. */
  private static final int TEXTS = 1_500;

  private static final double SECONDS =
      Double.parseDouble(System.getProperty("moonbeam.fuzz.seconds", "0"));

  private static final String[] LUA_TOKENS = {
    "and",
    "break",
    "do",
    "else",
    "elseif",
    "end",
    "false",
    "for",
    "function",
    "goto",
    "if",
    "in",
    "local",
    "nil",
    "not",
    "or",
    "repeat",
    "return",
    "then",
    "true",
    "until",
    "while",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "^",
    "#",
    "&",
    "~",
    "|",
    "<<",
    ">>",
    "==",
    "~=",
    "<=",
    ">=",
    "<",
    ">",
    "=",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "::",
    ";",
    ":",
    ",",
    ".",
    "..",
    "...",
    "x",
    "y",
    "f",
    "1",
    "0x1p4",
    "1e5",
    "3.",
    "'s'",
    "\"t\"",
    "[[long]]",
    "[==[",
    "--",
    "--[[",
    "\n",
    "<const>",
    "<close>",
    "'\\",
    "\u00e9",
    "\u0000",
    "@"
  };
  private static final String[] ERLANG_TOKENS = {
    "after",
    "and",
    "andalso",
    "band",
    "begin",
    "bnot",
    "case",
    "catch",
    "div",
    "end",
    "fun",
    "if",
    "maybe",
    "else",
    "not",
    "of",
    "or",
    "orelse",
    "receive",
    "try",
    "when",
    "xor",
    "->",
    "<-",
    "<=",
    "=>",
    ":=",
    "::",
    "..",
    "...",
    "||",
    "|",
    "<<",
    ">>",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "#",
    "#{",
    ",",
    ";",
    ".",
    ".\n",
    ":",
    "!",
    "?",
    "??",
    "=",
    "==",
    "=:=",
    "=/=",
    "/=",
    "=<",
    "<",
    ">=",
    ">",
    "+",
    "++",
    "-",
    "--",
    "*",
    "/",
    "X",
    "Y",
    "_",
    "a",
    "'quoted'",
    "\"string\"",
    "\"\"\"",
    "$a",
    "$\\",
    "1",
    "1.5",
    "16#ff",
    "1.0e5",
    "-module(m).",
    "-define(M(X), X).",
    "?M(1)",
    "-record(r, {a}).",
    "#r{a = 1}",
    "-ifdef(M).",
    "-else.",
    "-endif.",
    "f() -> ok.",
    "%",
    "~s",
    "\n",
    "\u0000",
    "\u00e9"
  };

  @TestFactory
  Stream<DynamicTest> parsersSurvive() throws IOException {
    return Stream.of(
        test("lua", LUA_TOKENS, scripts(".lua")), test("erlang", ERLANG_TOKENS, scripts(".erl")));
  }

  private static DynamicTest test(String id, String[] tokens, List<String> scripts) {
    Language language =
        ServiceLoader.load(Language.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return DynamicTest.dynamicTest(
        id,
        () -> {
          SplittableRandom random = new SplittableRandom(20_25);
          long end = System.nanoTime() + (long) (SECONDS / 2 * 1e9);
          for (int tried = 0; tried < TEXTS || System.nanoTime() < end; tried++) {
            String text =
                random.nextInt(3) == 0
                    ? soup(random, tokens)
                    : mutated(random, scripts.get(random.nextInt(scripts.size())), tokens);
            feed(language, text);
          }
        });
  }

  private static List<String> scripts(String extension) throws IOException {
    List<String> scripts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Resources.source("conformance"))) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(extension)).sorted().toList()) {
        scripts.add(Files.readString(file));
      }
    }
    return scripts;
  }

  private static String soup(SplittableRandom random, String[] tokens) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      text.append(tokens[random.nextInt(tokens.length)]);
      if (random.nextInt(4) > 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static String mutated(SplittableRandom random, String script, String[] tokens) {
    StringBuilder text = new StringBuilder(script);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && text.length() > 2; i++) {
      int at = random.nextInt(text.length());
      int length = Math.min(1 + random.nextInt(12), text.length() - at);
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, tokens[random.nextInt(tokens.length)]);
        case 2 -> text.insert(at, text.substring(at, at + length));
        case 3 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
      }
    }
    return text.toString();
  }

  /** Front end and, for what gets through it, the compiler. */
  private static void feed(Language language, String text) throws IOException {
    try {
      Deadline.run(
          () -> {
            try {
              ModuleCompiler.compile(
                  language.lower(new SourceUnit("fuzz", text), CompileOptions.standard()),
                  CompilerOptions.standard().withLint(true));
            } catch (CompileException e) {
              assertThat(e.getMessage()).isNotBlank();
            }
          });
    } catch (Throwable e) {
      Path folder = Files.createDirectories(Path.of("target/fuzz"));
      Path kept =
          folder.resolve(language.id() + "-" + Integer.toHexString(text.hashCode()) + ".txt");
      Files.writeString(kept, text);
      throw new AssertionError("kept as " + kept.toAbsolutePath() + ": " + e, e);
    }
  }
}

package dev.moonbeam.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.lua.compile.LuaCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The words of errors, against those of the real compiler: {@code errors.txt} holds sources, each
 * with what {@code luac5.4 -p} says of it.
 */
class SyntaxErrorsTest {
  private static final String EXPECT = "--> ";
  private static final String NEWLINE = "<newline>";

  @TestFactory
  Stream<DynamicTest> sameWordsAsLua() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    StringBuilder source = new StringBuilder();
    for (String line : text().split("\n", -1)) {
      if (line.startsWith(EXPECT)) {
        String text = source.toString();
        String chunk =
            text.endsWith("\n" + NEWLINE + "\n")
                ? text.substring(0, text.length() - NEWLINE.length() - 1)
                : text.substring(0, text.length() - 1);
        String expected = line.substring(EXPECT.length());
        tests.add(
            DynamicTest.dynamicTest(
                chunk.replace("\n", "\\n"), () -> assertThat(verdict(chunk)).isEqualTo(expected)));
        source.setLength(0);
      } else if (!line.isEmpty() || source.length() > 0) {
        source.append(line).append('\n');
      }
    }
    assertThat(tests).hasSizeGreaterThan(150);
    return tests.stream();
  }

  private static String verdict(String chunk) {
    try {
      LuaCompiler.compile(new SourceUnit("test.lua", chunk));
      return "ok";
    } catch (CompileException refused) {
      Diagnostic first = refused.first();
      return first.position().line() + ": " + first.message();
    }
  }

  private static String text() throws IOException {
    try (InputStream in = SyntaxErrorsTest.class.getResourceAsStream("errors.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package dev.moonbeam.erlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.Erl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directives and macros, looked at as the tokens the parser gets. */
class PreprocessorTest {
  private static CompileOptions options(String... folders) {
    return new CompileOptions(
        List.of(), List.of(folders), Map.of("HOST", "host"), true, 1 << 20, warning -> {});
  }

  /** Conditions are {@code (true)} or do not hold; terms are plain strings. */
  private static final class WrittenOut implements Preprocessor.Terms {
    @Override
    public Boolean condition(List<Token> tokens) {
      return tokens.get(1).getText().equals("true");
    }

    @Override
    public Object term(List<Token> tokens) {
      String text = tokens.get(1).getText();
      return ConstantTerms.string(text.substring(1, text.length() - 1), Nil.EMPTY);
    }
  }

  /** The forms' tokens, and what was said. */
  private static List<String> expand(CompileOptions options, String... lines) {
    Diagnostics diagnostics = new Diagnostics();
    Preprocessor preprocessor =
        new Preprocessor(
            new SourceUnit("m.erl", String.join("\n", lines)),
            options,
            diagnostics,
            new WrittenOut());
    List<String> forms = new ArrayList<>();
    for (TokenForm form; (form = preprocessor.next()) != null; ) {
      forms.add(
          form.tokens().stream()
              .map(token -> token.getText().strip())
              .collect(Collectors.joining(" ")));
    }
    diagnostics.sorted().forEach(each -> forms.add(each.position() + ": " + each.message()));
    return forms;
  }

  private static List<String> expand(String... lines) {
    return expand(options(), lines);
  }

  @Test
  void macrosWithAndWithoutParameters() {
    assertThat(
            expand("-define(A, 1 + 2).", "-define(B(X, Y), {X, Y, ?A}).", "?B([a, b], f(1, 2))."))
        .containsExactly("{ [ a , b ] , f ( 1 , 2 ) , 1 + 2 } .");
  }

  @Test
  void macrosAreOverloadedByArity() {
    assertThat(
            expand(
                "-define(M, none).",
                "-define(M(), zero).",
                "-define(M(X), {X}).",
                "[?M, ?M(), ?M(1)]."))
        .containsExactly("[ none , zero , { 1 } ] .");
  }

  @Test
  void argumentsMayCallTheSameMacroAndEndOutsideIt() {
    assertThat(expand("-define(D(X), (X * 2)).", "?D(?D(1))."))
        .containsExactly("( ( 1 * 2 ) * 2 ) .");
    assertThat(expand("-define(N, ?F).", "-define(F(X), f(X)).", "?N(1)."))
        .containsExactly("f ( 1 ) .");
  }

  @Test
  void stringify() {
    assertThat(expand("-define(S(X), {??X, X}).", "?S(a + \"b\")."))
        .containsExactly("{ \"a + \\\"b\\\"\" , a + \"b\" } .");
  }

  @Test
  void conditions() {
    assertThat(
            expand(
                "-ifdef(HOST).",
                "a.",
                "-ifdef(NO).",
                "b.",
                "-else.",
                "c.",
                "-endif.",
                "-else.",
                "d.",
                "-endif.",
                "-ifndef(NO).",
                "e.",
                "-endif."))
        .containsExactly("a .", "c .", "e .");
    assertThat(
            expand(
                "-if(false).",
                "a.",
                "-elif(true).",
                "b.",
                "-elif(true).",
                "c.",
                "-else.",
                "d.",
                "-endif."))
        .containsExactly("b .");
    assertThat(expand("-if(defined(HOST)).", "a.", "-endif.")).containsExactly("a .");
  }

  @Test
  void predefined() {
    assertThat(
            expand(
                    "-module('my mod').",
                    "f(A, {B, C}) -> {?MODULE, ?MODULE_STRING, ?FILE, ?LINE, ?FUNCTION_NAME,"
                        + " ?FUNCTION_ARITY}.")
                .getLast())
        .isEqualTo("f ( A , { B , C } ) -> { 'my mod' , \"my mod\" , \"m.erl\" , 2 , f , 2 } .");
  }

  @Test
  void errorsAreEppsAndDoNotHideTheRest() {
    assertThat(
            expand(
                "a(?NO).",
                "-define(C, ?C).",
                "b(?C).",
                "-define(P(X), X).",
                "c(?P).",
                "-endif.",
                "-define(P(X), again).",
                "-include(\"secret.hrl\").",
                "-error(\"stop\").",
                "ok."))
        .containsExactly(
            "ok .",
            "m.erl:1:4: undefined macro 'NO'",
            "m.erl:3:4: circular macro 'C'",
            "m.erl:5:4: argument mismatch for macro 'P'",
            "m.erl:6:2: unbalanced '-endif'",
            "m.erl:7:9: redefining macro 'P'",
            "m.erl:8:10: can't find include file \"secret.hrl\"",
            "m.erl:9:2: -error(\"stop\").");
  }

  @Test
  void doublingMacrosAreStopped() {
    List<String> lines = new ArrayList<>();
    lines.add("-define(M0, a, a).");
    for (int i = 1; i < 40; i++) {
      lines.add("-define(M" + i + ", ?M" + (i - 1) + ", ?M" + (i - 1) + ").");
    }
    lines.add("f(?M39).");
    assertThat(expand(lines.toArray(String[]::new)))
        .containsExactly("m.erl:41:4: macro expansion too large");
  }

  @Test
  void onlyFilesBelowTheFoldersAreIncluded(@TempDir Path folder) throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.writeString(open.resolve("a.hrl"), "-define(FROM, header).\nh().\n");
    Files.writeString(folder.resolve("closed.hrl"), "secret.\n");
    assertThat(expand(options(open.toString()), "-include(\"a.hrl\").", "f(?FROM)."))
        .containsExactly("h ( ) .", "f ( header ) .");
    assertThat(expand(options(open.toString()), "-include(\"../closed.hrl\").", "f()."))
        .containsExactly("f ( ) .", "m.erl:1:10: can't find include file \"../closed.hrl\"");
    assertThat(expand(options(), "-include(\"/etc/passwd\").").toString())
        .isEqualTo("[m.erl:1:10: can't find include file \"/etc/passwd\"]");
  }

  @Test
  void placesAreThoseOfTheCall() {
    assertThat(Erl.diagnostics("-module(m).\n-define(V, X).\nf() ->\n   ?V.\n"))
        .contains("4:5: variable 'X' is unbound");
  }
}

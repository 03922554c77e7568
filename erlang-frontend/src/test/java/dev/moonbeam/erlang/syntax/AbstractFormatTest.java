package dev.moonbeam.erlang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trees to terms and back. */
class AbstractFormatTest {
  private static final String EVERYTHING =
      """
      -module(m).
      -export([f/1]).
      -record(r, {a = 1 :: integer(), b, c :: atom()}).
      -type t(A) :: [A] | #{a := b, c => d} | fun((...) -> x) | fun((a) -> b) | 1..3 | <<_:8, _:_*2>>.
      -spec f(X) -> Y when X :: t(Y).
      -spec m:f(a) -> b.
      -callback g(a) -> b.
      -custom({some, [term], "x"}).
      f(1) when a; b, c -> x;
      f({A, [B | C], "str" ++ D, $c, 1.5, -1}) ->
          X = #r{a = 1, _ = 2}, Y = X#r{b = 2}, Z = X#r.a, I = #r.b,
          M = #{a => 1, b => 2}, M#{a := 3}, #{a := Q} = M,
          <<P:8/little-unit:8, R/binary, "abc", S:4>> = <<1, 2>>,
          [E || E <- C, E > 1, <<F>> <= R], << <<E>> || E <- C >>, #{K => V || K := V <- M},
          begin a, b end, if true -> 1; false -> 2 end,
          case A of a when b -> c; _ -> d end,
          receive a -> b after 10 -> c end, receive after 1 -> x end, receive b -> c end,
          try a of b -> c catch throw:T:U when a -> b; error:W -> c; _ -> d after e end,
          try a after b end, catch c,
          maybe ok ?= a, b else c -> d end, maybe x ?= y end,
          fun(G) -> G; (H) -> H end, fun N(0) -> 0; N(J) -> N(J - 1) end,
          fun f/1, fun lists:map/2, fun A:B/C, A:B(C), (fun() -> x end)(), not A andalso B,
          A ! B, "" "b", [], {}, [a | b], <<"utf"/utf8>>, ~"sigil", ""\"
            triple
            ""\", 1 bsl 100.
      """;

  private static List<Form> parse(String text) throws Exception {
    ParsedSource source =
        LargeStack.run(
            () -> ErlangSource.module(new SourceUnit("m.erl", text), CompileOptions.standard()));
    assertThat(source.diagnostics().hasErrors())
        .as(() -> source.diagnostics().sorted().getFirst().render())
        .isFalse();
    return source.forms();
  }

  private static List<Form> read(Object terms) throws Exception {
    AbstractFormatReader reader =
        new AbstractFormatReader(
            "m.erl", 1_000_000, (severity, file, description) -> assertThat(severity).isNull());
    return LargeStack.run(() -> reader.forms(terms));
  }

  private static void comesBack(List<Form> forms) throws Exception {
    Object terms = LargeStack.run(() -> AbstractFormat.forms(forms));
    Object again = LargeStack.run(() -> AbstractFormat.forms(read(terms)));
    // [a | [b]] comes back as [a, b], which has fewer places.
    assertThat(withoutPlaces(again).equals(withoutPlaces(terms))).isTrue();
  }

  private static String withoutPlaces(Object terms) {
    return TermPrinter.print(terms).replaceAll("\\{\\d+,\\d+}", "at");
  }

  @Test
  void everyConstructComesBack() throws Exception {
    comesBack(parse(EVERYTHING));
  }

  @Test
  void theLibraryComesBack() throws Exception {
    Path folder = Path.of("src/main/erlang");
    CompileOptions options =
        new CompileOptions(
            List.of(), List.of(folder.toString()), Map.of(), true, Long.MAX_VALUE, warning -> {});
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".erl")).toList()) {
        SourceUnit unit = new SourceUnit(file.toString(), Files.readString(file));
        comesBack(LargeStack.run(() -> ErlangSource.module(unit, options)).forms());
      }
    }
  }

  @Test
  void anAnnotationMayBeALineAPairOrProperties() {
    assertThat(AbstractFormatReader.place(7L)).isEqualTo(Place.of(7, 0));
    assertThat(AbstractFormatReader.place(new Tuple(7L, 3L))).isEqualTo(Place.of(7, 3));
    Object location = new Tuple(Atom.of("location"), new Tuple(7L, 3L));
    Object generated = new Tuple(Atom.of("generated"), Atom.TRUE);
    assertThat(AbstractFormatReader.place(Cons.list(generated, location)))
        .isEqualTo(Place.of(7, 3));
    assertThat(AbstractFormatReader.place(Cons.list(generated))).isEqualTo(Place.NONE);
    assertThat(AbstractFormatReader.place(Atom.of("x"))).isEqualTo(Place.NONE);
    assertThat(AbstractFormatReader.place(-1L)).isEqualTo(Place.NONE);
  }

  @Test
  void whatIsNoFormIsNamed() {
    Tuple atom = new Tuple(Atom.of("atom"), 1L, Atom.of("a"));
    for (Object bad :
        List.of(
            Atom.of("x"),
            1L,
            Tuple.EMPTY,
            new Tuple(Atom.of("function"), 1L, Atom.of("f"), 1L, Nil.EMPTY),
            function(new Tuple(Atom.of("integer"), 1L, Atom.of("a"))),
            function(new Tuple(Atom.of("call"), 1L, atom, atom)),
            function(new Tuple(Atom.of("case"), 1L, atom, Nil.EMPTY)),
            function(new Tuple(Atom.of("string"), 1L, Cons.list(-1L))),
            function(new Tuple(Atom.of("nosuch"), 1L)))) {
      assertThatThrownBy(() -> read(Cons.list(bad)))
          .isInstanceOf(AbstractFormatReader.BadForm.class);
    }
  }

  @Test
  void aTermThatStandsForTooMuchIsRefused() {
    Object wide = new Tuple(Atom.of("atom"), 1L, Atom.of("a"));
    for (int i = 0; i < 60; i++) {
      wide = new Tuple(Atom.of("tuple"), 1L, Cons.list(wide, wide));
    }
    Object deep = new Tuple(Atom.of("atom"), 1L, Atom.of("a"));
    for (int i = 0; i < 1_000_000; i++) {
      deep = new Tuple(Atom.of("tuple"), 1L, Cons.list(deep));
    }
    for (Object bad : List.of(function(wide), function(deep))) {
      assertThatThrownBy(() -> read(Cons.list(bad)))
          .isInstanceOf(AbstractFormatReader.BadForm.class);
    }
  }

  private static Tuple function(Object body) {
    Tuple clause = new Tuple(Atom.of("clause"), 1L, Nil.EMPTY, Nil.EMPTY, Cons.list(body));
    return new Tuple(Atom.of("function"), 1L, Atom.of("f"), 0L, Cons.list(clause));
  }
}

package dev.moonbeam.lua.syntax;

import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.Diagnostic;
import dev.moonbeam.core.source.Position;
import dev.moonbeam.core.source.SourceUnit;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;

/**
 * From source text to syntax tree. Needs a Java stack of some 100 KB at most, whatever the source:
 * nesting is limited as in Lua, everything else is a loop.
 */
public final class LuaSyntax {
  private LuaSyntax() {}

  /** The chunk's block; it is the body of a variadic function. */
  public static Block parse(SourceUnit source) throws CompileException {
    return parse(source, 1);
  }

  /** As {@link #parse(SourceUnit)}, the first line having that number. */
  public static Block parse(SourceUnit source, int line) throws CompileException {
    SourceChars chars = chars(source);
    try {
      LuaLexer lexer = new LuaLexer(chars);
      lexer.getInterpreter().setLine(line);
      CommonTokenStream tokens = new CommonTokenStream(lexer);
      LuaParser parser = new LuaParser(tokens);
      parser.removeErrorListeners();
      parser.setErrorHandler(new LuaErrorStrategy());
      GreedySuffixes prediction =
          new GreedySuffixes(parser, LuaParser._ATN, parser.getInterpreter().decisionToDFA);
      prediction.setPredictionMode(PredictionMode.SLL);
      parser.setInterpreter(prediction);
      return new LuaAstBuilder(tokens).chunk(parser.chunk());
    } catch (SyntaxError error) {
      throw refusal(source, error);
    }
  }

  /** A part of the source; null stands for all of it. */
  public static String excerpt(SourceUnit source, LuaExpression.@Nullable Extent part) {
    SourceChars chars = chars(source);
    return part == null
        ? chars.text(0, chars.size())
        : chars.text(part.from(), Math.min(part.to(), chars.size()));
  }

  /** The error as a diagnostic of its source, with the line it is in. */
  public static CompileException refusal(SourceUnit source, SyntaxError error) {
    return new CompileException(
        List.of(
            new Diagnostic(
                Diagnostic.Severity.ERROR,
                new Position(source.name(), error.line(), error.column()),
                error.text(),
                chars(source).line(error.line()))));
  }

  private static SourceChars chars(SourceUnit source) {
    return new SourceChars(source.name(), source.text(), !source.name().startsWith("[string "));
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.ParsedSource;
import java.util.List;

/**
 * The parse transforms that a module's {@code -compile({parse_transform, M})} ask for, in their
 * order (compiler manual, "parse transform"). Those of OTP that ordinary modules use are part of
 * the language here.
 */
public final class ParseTransforms {
  private ParseTransforms() {}

  /** The source after all its transforms. Errors are added to its diagnostics. */
  public static ParsedSource apply(ParsedSource source) {
    List<Form> forms = source.forms();
    for (Form form : source.forms()) {
      if (form instanceof Form.Attribute attribute && attribute.name().equals("compile")) {
        for (Object option : ModuleForms.elements(attribute.value())) {
          if (option instanceof Tuple pair
              && pair.size() == 2
              && pair.get(0) == Atom.of("parse_transform")) {
            forms = apply(source, attribute, pair.get(1), forms);
          }
        }
      }
    }
    return new ParsedSource(source.file(), forms, source.script(), source.diagnostics());
  }

  private static List<Form> apply(
      ParsedSource source, Form.Attribute attribute, Object transform, List<Form> forms) {
    String name = transform instanceof Atom atom ? atom.name() : "";
    return switch (name) {
      // LowerFun and LintFunction see to ets:fun2ms wherever it is.
      case "ms_transform" -> forms;
      case "eunit_autoexport" -> EunitExports.autoexport(forms);
      case "eunit_striptests" -> EunitExports.striptests(forms);
      default -> {
        source
            .diagnostics()
            .error(
                attribute.file(),
                attribute.at(),
                "undefined parse transform '" + TermPrinter.print(transform) + "'");
        yield forms;
      }
    };
  }
}

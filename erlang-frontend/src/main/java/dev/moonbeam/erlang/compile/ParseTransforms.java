package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Surroundings;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.ExceptionText;
import dev.moonbeam.erlang.syntax.AbstractFormat;
import dev.moonbeam.erlang.syntax.AbstractFormatReader;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Diagnostics;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.ParsedSource;
import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parse transforms that a module's {@code -compile({parse_transform, M})} ask for, in their
 * order (reference manual, "Compilation and Code Loading"; compiler manual, {@code
 * parse_transform}). A transform is a module of the node: it runs there, within the node's policy
 * and limits. What the transforms of OTP do that ordinary modules ask for is part of the language.
 *
 * <p>Call off the large stack: a transform is a script, which waits and may compile in turn.
 */
public final class ParseTransforms {
  private static final Atom PARSE_TRANSFORM = Atom.of("parse_transform");

  /** Far above what a module of people's or a generator's writing comes to. */
  private static final long MOST_NODES = 4_000_000;

  private final Surroundings surroundings;
  private final CompileOptions options;
  private final String file;
  private final Diagnostics diagnostics;

  private ParseTransforms(ParsedSource source, CompileOptions options) {
    this.options = options;
    this.surroundings = options.surroundings();
    this.file = source.file();
    this.diagnostics = source.diagnostics();
  }

  /**
   * The source after all its transforms; one that has errors already is left as it is.
   *
   * @throws CompileException what a transform said, or what is to be said of it
   */
  public static ParsedSource apply(ParsedSource source, CompileOptions options) throws Exception {
    List<Atom> names = names(source.forms());
    if (names.isEmpty() || source.diagnostics().hasErrors()) {
      return source;
    }
    List<Form> forms = new ParseTransforms(source, options).apply(source.forms(), names);
    if (source.diagnostics().hasErrors()) {
      throw new CompileException(source.diagnostics().sorted());
    }
    return new ParsedSource(source.file(), forms, source.script(), source.diagnostics());
  }

  private static List<Atom> names(List<Form> forms) {
    List<Atom> names = new ArrayList<>();
    for (Object option : ModuleForms.options(forms)) {
      if (isTransform(option) && ((Tuple) option).get(1) instanceof Atom name) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isTransform(Object option) {
    return option instanceof Tuple pair && pair.size() == 2 && pair.get(0) == PARSE_TRANSFORM;
  }

  private List<Form> apply(List<Form> parsed, List<Atom> names) throws Exception {
    List<Form> forms = parsed;
    for (Atom name : names) {
      forms =
          switch (name.name()) {
            // LowerExpression sees to ets:fun2ms wherever it is.
            case "ms_transform" -> forms;
            case "eunit_autoexport" -> EunitExports.autoexport(forms);
            case "eunit_striptests" -> EunitExports.striptests(forms);
            default -> run(name, forms);
          };
      if (diagnostics.hasErrors()) {
        break;
      }
    }
    return forms;
  }

  private List<Form> run(Atom transform, List<Form> forms) throws Exception {
    surroundings.dependsOnMore();
    if (!surroundings.isExported(transform.name(), "parse_transform", 2)) {
      error("undefined parse transform '" + transform.name() + "'");
      return forms;
    }
    Object given = LargeStack.run(() -> AbstractFormat.forms(withoutTransforms(forms)));
    Object result;
    try {
      result = surroundings.call(transform.name(), "parse_transform", given, optionTerms(forms));
    } catch (Raise raise) {
      error("error in parse transform '" + transform.name() + "':\n" + described(raise));
      return forms;
    }
    if (result instanceof Tuple tuple && tuple.size() == 3) {
      if (tuple.get(0) == Atom.ERROR) {
        report("error", tuple.get(1));
        report("warning", tuple.get(2));
        if (!diagnostics.hasErrors()) {
          error("error in parse transform '" + transform.name() + "'");
        }
        return forms;
      }
      if (tuple.get(0) == Atom.of("warning")) {
        report("warning", tuple.get(2));
        return read(transform, tuple.get(1));
      }
    }
    return read(transform, result);
  }

  private List<Form> read(Atom transform, Object terms) throws Exception {
    List<Object[]> remarks = new ArrayList<>();
    AbstractFormatReader reader =
        new AbstractFormatReader(
            file,
            MOST_NODES,
            (severity, in, description) -> remarks.add(new Object[] {severity, in, description}));
    try {
      List<Form> forms = LargeStack.run(() -> reader.forms(terms));
      for (Object[] remark : remarks) {
        remark((String) remark[0], (String) remark[1], remark[2]);
      }
      return forms;
    } catch (AbstractFormatReader.BadForm e) {
      error(
          "error in parse transform '"
              + transform.name()
              + "':\nbad abstract form "
              + shortened(ExceptionText.pretty(e.term())));
      return List.of();
    }
  }

  private static String shortened(String text) {
    return text.length() > 1_000 ? text.substring(0, 1_000) + "..." : text;
  }

  private void error(String message) {
    diagnostics.error(file, Place.NONE, message);
  }

  /** As erlc shows it: like the shell, with less in front. */
  private static String described(Raise raise) {
    return ExceptionText.of(raise).replaceFirst("^\\*\\* ", "").replace("\n     in ", "\n  in ");
  }

  /** A transform does not see itself asked for. */
  private static List<Form> withoutTransforms(List<Form> forms) {
    List<Form> out = new ArrayList<>(forms.size());
    for (Form form : forms) {
      if (form instanceof Form.Attribute compile && compile.name().equals("compile")) {
        List<Object> all = ModuleForms.elements(compile.value());
        List<Object> rest = all.stream().filter(option -> !isTransform(option)).toList();
        if (rest.size() == all.size()) {
          out.add(form);
        } else if (!rest.isEmpty()) {
          out.add(
              new Form.Attribute(
                  compile.at(), compile.file(), "compile", Cons.list(rest.toArray())));
        }
      } else {
        out.add(form);
      }
    }
    return out;
  }

  /** The module's own options, and the macros defined from outside. */
  private Object optionTerms(List<Form> forms) {
    List<Object> terms = new ArrayList<>();
    for (Map.Entry<String, String> define : options.defines().entrySet()) {
      terms.add(new Tuple(Atom.of("d"), Atom.of(define.getKey()), text(define.getValue())));
    }
    for (String folder : options.includePaths()) {
      terms.add(new Tuple(Atom.of("i"), text(folder)));
    }
    for (Object option : ModuleForms.options(forms)) {
      if (!isTransform(option)) {
        terms.add(option);
      }
    }
    return Cons.list(terms.toArray());
  }

  private static Object text(String text) {
    return ConstantTerms.string(text, Nil.EMPTY);
  }

  /**
   * What {@code {error, Errors, Warnings}} lists: {@code {File, [{Place, Module, Description}]}}.
   */
  private void report(String severity, Object list) {
    for (Object each : ModuleForms.elements(list)) {
      if (each instanceof Tuple pair && pair.size() == 2) {
        String in = string(pair.get(0));
        for (Object description : ModuleForms.elements(pair.get(1))) {
          remark(severity, in, description);
        }
      }
    }
  }

  private void remark(String severity, String in, Object description) {
    long at = Place.NONE;
    String message = TermPrinter.print(description);
    if (description instanceof Tuple parts && parts.size() == 3) {
      at = AbstractFormatReader.place(parts.get(0));
      message = formatted(parts.get(1), parts.get(2));
    }
    if (severity.equals("error")) {
      diagnostics.error(in, at, message);
    } else {
      diagnostics.warning(in, at, message);
    }
  }

  /** {@code Module:format_error(Description)} as text, as far as the module does it right. */
  private String formatted(Object module, Object description) {
    if (module instanceof Atom name && surroundings.isExported(name.name(), "format_error", 1)) {
      try {
        return string(surroundings.call(name.name(), "format_error", description));
      } catch (Raise raise) {
        return TermPrinter.print(description);
      }
    }
    return TermPrinter.print(description);
  }

  private String string(Object characters) {
    return surroundings.call("unicode", "characters_to_binary", characters) instanceof Binary text
        ? text.toString()
        : TermPrinter.print(characters);
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.AbstractFormatReader;
import dev.moonbeam.erlang.syntax.Diagnostics;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.ParsedSource;
import dev.moonbeam.erlang.syntax.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles modules that running programs made: terms in the abstract format. Call off the large
 * stack, as transforms and behaviours are scripts.
 */
public final class FormsCompiler {
  private FormsCompiler() {}

  /**
   * The module as it is after its transforms, and what the linter said.
   *
   * @throws LargeStack.TooDeep when it is nested too deeply
   */
  private static ParsedSource checked(
      String file, Object forms, long mostNodes, CompileOptions options) throws Exception {
    Diagnostics diagnostics = new Diagnostics();
    AbstractFormatReader reader =
        new AbstractFormatReader(
            file,
            mostNodes,
            (severity, in, description) -> remark(diagnostics, severity, in, description));
    List<Form> read;
    try {
      read = LargeStack.run(() -> reader.forms(forms));
    } catch (AbstractFormatReader.BadForm e) {
      diagnostics.error(file, Place.NONE, "bad abstract form " + shortened(e.term()));
      return new ParsedSource(file, List.of(), List.of(), diagnostics);
    }
    ParsedSource parsed = new ParsedSource(file, read, List.of(), diagnostics);
    ParsedSource source = ParseTransforms.apply(parsed, options);
    Behaviours behaviours = Behaviours.of(source.forms(), options.surroundings());
    LargeStack.run(
        () -> {
          LintModule.module(source, behaviours);
          return source;
        });
    return source;
  }

  private static String shortened(Object term) {
    String text = TermPrinter.print(term);
    return text.length() > 1_000 ? text.substring(0, 1_000) + "..." : text;
  }

  /** What the parser left in the forms about what it could not read. */
  private static void remark(
      Diagnostics diagnostics, String severity, String file, Object description) {
    long at = Place.NONE;
    Object what = description;
    if (description instanceof Tuple parts && parts.size() == 3) {
      at = AbstractFormatReader.place(parts.get(0));
      what = parts.get(2);
    }
    if (severity.equals("error")) {
      diagnostics.error(file, at, shortened(what));
    } else {
      diagnostics.warning(file, at, shortened(what));
    }
  }

  /** What is to be said about the module; it can be compiled where there are no errors. */
  public static Diagnostics check(String file, Object forms, long mostNodes, CompileOptions options)
      throws Exception {
    return checked(file, forms, mostNodes, options).diagnostics();
  }

  /** The module compiled; null where {@link #check} has errors. */
  public static @Nullable CompiledModule compile(
      String file,
      Object forms,
      long mostNodes,
      CompileOptions options,
      List<BuiltinTable> builtins)
      throws Exception {
    ParsedSource source = checked(file, forms, mostNodes, options);
    if (source.diagnostics().hasErrors()) {
      return null;
    }
    CoreModule module = LargeStack.run(() -> ErlangLowering.module(source, builtins));
    return source.diagnostics().hasErrors()
        ? null
        : ModuleCompiler.compile(module, CompilerOptions.standard());
  }
}

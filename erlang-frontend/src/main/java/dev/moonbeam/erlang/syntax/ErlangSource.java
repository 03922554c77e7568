package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Parses a source text, form by form, so that one bad form does not hide the others and the parse
 * tree in memory is never larger than a form's. Call on a large stack.
 */
public final class ErlangSource {
  private static final Pattern MODULE_LINE =
      Pattern.compile(
          "^-((module|export|import|behaviou?r|include(_lib)?)\\s*\\("
              + "|(spec|callback|type|opaque)\\s+[a-z])",
          Pattern.MULTILINE);

  private final SourceUnit source;
  private final CompileOptions options;
  private final Diagnostics diagnostics = new Diagnostics();
  private final TokenParser parser = new TokenParser();

  private ErlangSource(SourceUnit source, CompileOptions options) {
    this.source = source;
    this.options = options;
  }

  /**
   * Whether the text is a module: its first token is the {@code -} of an attribute, or a line in it
   * starts as only the attributes of a module do. An escript is one that need not say so.
   */
  public static boolean isModule(String text) {
    if (isEscript(text)) {
      return true;
    }
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x80 && c <= 0xA0 || c == 0xFEFF) {
        i++;
      } else if (c == '%' || c == '#' && i == 0 && text.startsWith("#!")) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else {
        break;
      }
    }
    if (i >= text.length() || text.charAt(i) != '-') {
      return MODULE_LINE.matcher(text).find();
    }
    int word = i + 1;
    while (word < text.length() && text.charAt(word) == ' ') {
      word++;
    }
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    // An attribute: -name( or -name "text"; otherwise a negative expression such as -x().
    return end > word
            && Character.isLowerCase(text.charAt(word))
            && isAttributeWord(text.substring(word, end))
        || MODULE_LINE.matcher(text).find();
  }

  /** Whether the first line asks for {@code escript}. */
  private static boolean isEscript(String text) {
    if (!text.startsWith("#!")) {
      return false;
    }
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).contains("escript");
  }

  private static boolean isAttributeWord(String word) {
    return switch (word) {
      case "module",
          "file",
          "export",
          "import",
          "compile",
          "define",
          "include",
          "ifdef",
          "ifndef",
          "if",
          "elif",
          "else",
          "endif",
          "error",
          "warning",
          "removed",
          "deprecated",
          "optional",
          "record",
          "type",
          "opaque",
          "spec",
          "behaviour",
          "behavior",
          "author",
          "vsn",
          "moduledoc",
          "doc",
          "feature",
          "undef",
          "dialyzer",
          "callback",
          "nifs",
          "copyright",
          "license",
          "on",
          "mode" ->
          true;
      default -> false;
    };
  }

  /** Parses a module. Errors are in the result's diagnostics. */
  public static ParsedSource module(SourceUnit source, CompileOptions options) {
    return new ErlangSource(source, options).module();
  }

  /** Parses a script: expressions separated by commas or full stops. */
  public static ParsedSource script(SourceUnit source, CompileOptions options) {
    return new ErlangSource(source, options).script();
  }

  private ParsedSource module() {
    List<Form> forms = new ArrayList<>();
    Preprocessor preprocessor = preprocessor(withoutShebang(source));
    for (TokenForm form; (form = preprocessor.next()) != null; ) {
      try {
        forms.add(parser.form(form.file(), form.tokens()));
      } catch (SyntaxError e) {
        diagnostics.error(form.file(), e.at, e.getMessage());
      }
    }
    if (isEscript(source.text()) && forms.stream().noneMatch(ErlangSource::isModuleAttribute)) {
      forms.addAll(0, escriptAttributes());
    }
    forms.add(new Form.End(preprocessor.end(), source.name()));
    return new ParsedSource(source.name(), forms, List.of(), diagnostics);
  }

  private static boolean isModuleAttribute(Form form) {
    return form instanceof Form.Attribute attribute && attribute.name().equals("module");
  }

  /** An escript without a name has that of its file, and its main/1 can be called. */
  private List<Form> escriptAttributes() {
    String name = source.name().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
    long top = Place.of(1, 1);
    Object main = new Tuple(Atom.of("main"), 1L);
    return List.of(
        new Form.Attribute(
            top, source.name(), "module", Atom.of(name.isEmpty() ? "escript" : name)),
        new Form.Attribute(top, source.name(), "export", Cons.list(main)));
  }

  private static SourceUnit withoutShebang(SourceUnit source) {
    return source.text().startsWith("#!")
        ? new SourceUnit(source.name(), "%%" + source.text().substring(2))
        : source;
  }

  private Preprocessor preprocessor(SourceUnit unit) {
    return new Preprocessor(
        unit,
        options,
        diagnostics,
        new Preprocessor.Terms() {
          @Override
          public @Nullable Boolean condition(List<Token> tokens) {
            Node node = one(tokens);
            return node != null && ConstantExpressions.isGuard(node)
                ? (Boolean) ConstantExpressions.isTrue(node)
                : null;
          }

          @Override
          public @Nullable Object term(List<Token> tokens) {
            Node node = one(tokens);
            return node == null ? null : ConstantTerms.term(node);
          }
        });
  }

  private ParsedSource script() {
    Preprocessor preprocessor = preprocessor(withoutShebang(source));
    List<Node> expressions = new ArrayList<>();
    for (TokenForm form; (form = preprocessor.next()) != null; ) {
      try {
        expressions.addAll(parser.expressions(form.tokens()));
      } catch (SyntaxError e) {
        diagnostics.error(form.file(), e.at, e.getMessage());
      }
    }
    return new ParsedSource(source.name(), List.of(), expressions, diagnostics);
  }

  private @Nullable Node one(List<Token> tokens) {
    List<Node> nodes = parser.condition(tokens);
    return nodes.size() == 1 ? nodes.getFirst() : null;
  }
}

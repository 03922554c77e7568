package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms in the abstract format as syntax trees: what {@link AbstractFormat} makes, read back after
 * a parse transform had it, whatever that made of it. Bounded in depth and in size, as a term that
 * shares its parts can stand for a tree of any size. Not thread-safe; call on a large stack.
 */
public final class AbstractFormatReader {
  private static final String DEFAULT = "default";

  /** A term that is no form or expression. */
  public static final class BadForm extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Object term;

    BadForm(Object term) {
      super("bad form", null, false, false);
      this.term = term;
    }

    /** What could not be understood. */
    public Object term() {
      return term;
    }
  }

  /** Told of the forms that say something about the source rather than being part of it. */
  public interface Remarks {
    /**
     * @param severity {@code error} or {@code warning}
     * @param description {@code {Location, Module, Description}}
     */
    void remark(String severity, String file, Object description);
  }

  private final Remarks remarks;
  private final long mostNodes;
  private String file;
  private long nodes;
  private int depth;

  /**
   * @param file the source file, until a form says otherwise
   * @param mostNodes more make a form a bad one
   */
  public AbstractFormatReader(String file, long mostNodes, Remarks remarks) {
    this.file = file;
    this.mostNodes = mostNodes;
    this.remarks = remarks;
  }

  /** The forms of a list. */
  public List<Form> forms(Object list) throws BadForm {
    List<Form> forms = new ArrayList<>();
    for (Object each : elements(list)) {
      Form form = form(each);
      if (form != null) {
        forms.add(form);
      }
    }
    return forms;
  }

  private @Nullable Form form(Object term) throws BadForm {
    Tuple form = tuple(term);
    switch (tag(form)) {
      case "attribute" -> {
        return attribute(sized(form, 4));
      }
      case "function" -> {
        sized(form, 5);
        List<Node.Clause> clauses = list(form.get(4), this::clause);
        int arity = (int) number(form.get(3), 255);
        for (Node.Clause clause : clauses) {
          if (clause.patterns().size() != arity) {
            throw new BadForm(term);
          }
        }
        if (clauses.isEmpty()) {
          throw new BadForm(term);
        }
        return new Form.Function(at(form), file, atom(form.get(2)), arity, clauses);
      }
      case "eof" -> {
        return new Form.End(place(form.get(1)), file);
      }
      case "error", "warning" -> {
        remarks.remark(tag(form), file, sized(form, 2).get(1));
        return null;
      }
      default -> throw new BadForm(term);
    }
  }

  private @Nullable Form attribute(Tuple form) throws BadForm {
    String name = atom(form.get(2));
    Object value = form.get(3);
    switch (name) {
      case "file" -> {
        if (value instanceof Tuple pair && pair.size() == 2) {
          file = text(pair.get(0));
          return null;
        }
        throw new BadForm(form);
      }
      case "record" -> {
        Tuple record = sized(tuple(value), 2);
        return new Form.Record(
            at(form), file, atom(record.get(0)), list(record.get(1), this::field));
      }
      case "type", "opaque", "nominal" -> {
        Tuple type = sized(tuple(value), 3);
        return new Form.Type(
            at(form),
            file,
            name,
            atom(type.get(0)),
            list(type.get(2), this::variable),
            type.get(1));
      }
      case "spec", "callback" -> {
        if (!(value instanceof Tuple spec) || spec.size() != 2) {
          throw new BadForm(form);
        }
        Tuple function = tuple(spec.get(0));
        int size = function.size();
        if (size != 2 && size != 3) {
          throw new BadForm(form);
        }
        return new Form.Spec(
            at(form),
            file,
            name,
            size == 3 ? atom(function.get(0)) : null,
            atom(function.get(size - 2)),
            (int) number(function.get(size - 1), 255),
            spec.get(1));
      }
      default -> {
        return new Form.Attribute(at(form), file, name, value);
      }
    }
  }

  private Form.Field field(Object term) throws BadForm {
    Tuple field = tuple(term);
    if (tag(field).equals("typed_record_field")) {
      sized(field, 3);
      Form.Field untyped = field(field.get(1));
      return new Form.Field(untyped.at(), untyped.name(), untyped.value(), field.get(2));
    }
    if (!tag(field).equals("record_field") || field.size() != 3 && field.size() != 4) {
      throw new BadForm(term);
    }
    return new Form.Field(
        at(field),
        fieldName(field.get(2)),
        field.size() == 4 ? expression(field.get(3)) : null,
        null);
  }

  private String fieldName(Object term) throws BadForm {
    Tuple name = sized(tuple(term), 3);
    if (!tag(name).equals("atom")) {
      throw new BadForm(term);
    }
    return atom(name.get(2));
  }

  private Node.Var variable(Object term) throws BadForm {
    Tuple variable = sized(tuple(term), 3);
    if (!tag(variable).equals("var")) {
      throw new BadForm(term);
    }
    return new Node.Var(at(variable), atom(variable.get(2)));
  }

  private Node.Clause clause(Object term) throws BadForm {
    Tuple clause = sized(tuple(term), 5);
    if (!tag(clause).equals("clause")) {
      throw new BadForm(term);
    }
    return new Node.Clause(
        at(clause),
        expressions(clause.get(2)),
        list(clause.get(3), this::expressions),
        body(clause.get(4)));
  }

  private Node.CatchClause handler(Object term) throws BadForm {
    Node.Clause clause = clause(term);
    if (clause.patterns().size() != 1
        || !(clause.patterns().getFirst() instanceof Node.TupleOf(_, List<Node> head))
        || head.size() != 3
        || !(head.get(2) instanceof Node.Var trace)) {
      throw new BadForm(term);
    }
    return new Node.CatchClause(
        clause.at(),
        head.get(0),
        head.get(1),
        trace.name().equals("_") ? null : trace,
        clause.guard(),
        clause.body());
  }

  private List<Node> expressions(Object term) throws BadForm {
    return list(term, this::expression);
  }

  private List<Node> body(Object term) throws BadForm {
    List<Node> nodes = expressions(term);
    if (nodes.isEmpty()) {
      throw new BadForm(term);
    }
    return nodes;
  }

  /** An expression, pattern or guard test. */
  public Node expression(Object term) throws BadForm {
    if (++depth > FormReader.MOST_NESTING || ++nodes > mostNodes) {
      throw new BadForm(Atom.of("too_large"));
    }
    try {
      return node(term);
    } finally {
      depth--;
    }
  }

  private Node node(Object term) throws BadForm {
    Tuple node = tuple(term);
    long at = node.size() > 1 ? at(node) : Place.NONE;
    int size = node.size();
    return switch (tag(node)) {
      case "var" -> variable(node);
      case "atom" -> new Node.Literal(at, Atom.of(atom(sized(node, 3).get(2))));
      case "integer" -> {
        Object value = sized(node, 3).get(2);
        if (!(value instanceof Long) && !(value instanceof BigInteger)) {
          throw new BadForm(term);
        }
        yield new Node.Literal(at, value);
      }
      case "float" -> {
        if (!(sized(node, 3).get(2) instanceof Double value)) {
          throw new BadForm(term);
        }
        yield new Node.Literal(at, value);
      }
      case "char" ->
          new Node.Char(at, (int) number(sized(node, 3).get(2), Character.MAX_CODE_POINT));
      case "string" -> new Node.Str(at, text(sized(node, 3).get(2)));
      case "nil" -> new Node.ListOf(at, List.of(), null);
      case "cons" -> cells(node);
      case "tuple" -> new Node.TupleOf(at, expressions(sized(node, 3).get(2)));
      case "map" ->
          size == 3
              ? new Node.MapOf(at, null, list(node.get(2), this::mapField))
              : new Node.MapOf(
                  at, expression(sized(node, 4).get(2)), list(node.get(3), this::mapField));
      case "record" ->
          size == 4
              ? new Node.RecordOf(at, null, atom(node.get(2)), list(node.get(3), this::recordField))
              : new Node.RecordOf(
                  at,
                  expression(sized(node, 5).get(2)),
                  atom(node.get(3)),
                  list(node.get(4), this::recordField));
      case "record_field" ->
          new Node.RecordAccess(
              at,
              expression(sized(node, 5).get(2)),
              atom(node.get(3)),
              fieldName(node.get(4)),
              at(tuple(node.get(4))));
      case "record_index" ->
          new Node.RecordIndex(
              at, atom(sized(node, 4).get(2)), fieldName(node.get(3)), at(tuple(node.get(3))));
      case "bin" -> new Node.Bits(at, list(sized(node, 3).get(2), this::element));
      case "lc" ->
          new Node.ListComprehension(
              at, expression(sized(node, 4).get(2)), list(node.get(3), this::qualifier));
      case "bc" ->
          new Node.BitComprehension(
              at, expression(sized(node, 4).get(2)), list(node.get(3), this::qualifier));
      case "mc" -> {
        Node.MapField template = mapField(sized(node, 4).get(2));
        yield new Node.MapComprehension(
            at, template.key(), template.value(), list(node.get(3), this::qualifier));
      }
      case "block" -> new Node.Block(at, body(sized(node, 3).get(2)));
      case "if" -> new Node.If(at, clauses(sized(node, 3).get(2), 0));
      case "case" -> new Node.Case(at, expression(sized(node, 4).get(2)), clauses(node.get(3), 1));
      case "receive" ->
          size == 3
              ? new Node.Receive(at, clauses(node.get(2), 1), null, List.of())
              : new Node.Receive(
                  at,
                  node.get(2) == Nil.EMPTY ? List.of() : clauses(node.get(2), 1),
                  expression(sized(node, 5).get(3)),
                  body(node.get(4)));
      case "try" ->
          new Node.Try(
              at,
              body(sized(node, 6).get(2)),
              node.get(3) == Nil.EMPTY ? List.of() : clauses(node.get(3), 1),
              list(node.get(4), this::handler),
              expressions(node.get(5)));
      case "catch" -> new Node.Catch(at, expression(sized(node, 3).get(2)));
      case "maybe" ->
          new Node.Maybe(
              at,
              body(node.get(2)),
              size == 3 ? Place.NONE : at(otherwise(sized(node, 4).get(3))),
              size == 3 ? List.of() : clauses(otherwise(sized(node, 4).get(3)).get(2), 1));
      case "maybe_match" ->
          new Node.MaybeMatch(at, expression(sized(node, 4).get(2)), expression(node.get(3)));
      case "fun" -> fun(at, sized(node, 3));
      case "named_fun" -> new Node.FunOf(at, atom(sized(node, 4).get(2)), funClauses(node.get(3)));
      case "call" -> new Node.Call(at, expression(sized(node, 4).get(2)), expressions(node.get(3)));
      case "remote" ->
          new Node.Remote(at, expression(sized(node, 4).get(2)), expression(node.get(3)));
      case "match" ->
          new Node.Match(at, expression(sized(node, 4).get(2)), expression(node.get(3)));
      case "op" ->
          size == 4
              ? new Node.Unary(at, atom(node.get(2)).intern(), expression(node.get(3)))
              : new Node.Binary(
                  at,
                  atom(sized(node, 5).get(2)).intern(),
                  expression(node.get(3)),
                  expression(node.get(4)));
      default -> throw new BadForm(term);
    };
  }

  private static Tuple otherwise(Object term) throws BadForm {
    Tuple otherwise = sized(tuple(term), 3);
    if (!tag(otherwise).equals("else")) {
      throw new BadForm(term);
    }
    return otherwise;
  }

  private Node fun(long at, Tuple node) throws BadForm {
    Tuple fun = tuple(node.get(2));
    if (tag(fun).equals("clauses")) {
      return new Node.FunOf(at, null, funClauses(sized(fun, 2).get(1)));
    }
    if (!tag(fun).equals("function")) {
      throw new BadForm(node);
    }
    if (fun.size() == 3) {
      return new Node.LocalFun(at, atom(fun.get(1)), (int) number(fun.get(2), 255));
    }
    sized(fun, 4);
    return fun.get(1) instanceof Atom module
        // The form of OTP before 15, which old transforms still make.
        ? new Node.RemoteFun(
            at,
            new Node.Literal(at, module),
            new Node.Literal(at, Atom.of(atom(fun.get(2)))),
            new Node.Literal(at, number(fun.get(3), 255)))
        : new Node.RemoteFun(
            at, expression(fun.get(1)), expression(fun.get(2)), expression(fun.get(3)));
  }

  private List<Node.Clause> funClauses(Object term) throws BadForm {
    List<Node.Clause> clauses = list(term, this::clause);
    if (clauses.isEmpty()) {
      throw new BadForm(term);
    }
    for (Node.Clause clause : clauses) {
      if (clause.patterns().size() != clauses.getFirst().patterns().size()) {
        throw new BadForm(term);
      }
    }
    return clauses;
  }

  private List<Node.Clause> clauses(Object term, int patterns) throws BadForm {
    List<Node.Clause> clauses = funClauses(term);
    if (clauses.getFirst().patterns().size() != patterns) {
      throw new BadForm(term);
    }
    return clauses;
  }

  /** A chain of cells, however long, is one list. */
  private Node cells(Tuple first) throws BadForm {
    List<Node> elements = new ArrayList<>();
    Object rest = first;
    while (rest instanceof Tuple cell && cell.size() == 4 && tag(cell).equals("cons")) {
      elements.add(expression(cell.get(2)));
      rest = cell.get(3);
    }
    boolean proper = rest instanceof Tuple end && end.size() == 2 && tag(end).equals("nil");
    return proper
        ? new Node.ListOf(at(first), elements, null, at((Tuple) rest))
        : new Node.ListOf(at(first), elements, expression(rest));
  }

  private Node.MapField mapField(Object term) throws BadForm {
    Tuple field = sized(tuple(term), 4);
    boolean exact = tag(field).equals("map_field_exact");
    if (!exact && !tag(field).equals("map_field_assoc")) {
      throw new BadForm(term);
    }
    return new Node.MapField(at(field), exact, expression(field.get(2)), expression(field.get(3)));
  }

  private Node.RecordField recordField(Object term) throws BadForm {
    Tuple field = sized(tuple(term), 4);
    if (!tag(field).equals("record_field")) {
      throw new BadForm(term);
    }
    boolean others = field.get(2) instanceof Tuple name && tag(name).equals("var");
    return new Node.RecordField(
        at(field), others ? null : fieldName(field.get(2)), expression(field.get(3)));
  }

  private Node.BitElement element(Object term) throws BadForm {
    Tuple element = sized(tuple(term), 5);
    if (!tag(element).equals("bin_element")) {
      throw new BadForm(term);
    }
    return new Node.BitElement(
        at(element),
        expression(element.get(2)),
        isDefault(element.get(3)) ? null : expression(element.get(3)),
        isDefault(element.get(4)) ? List.of() : list(element.get(4), this::bitType));
  }

  private static boolean isDefault(Object term) {
    return term instanceof Atom atom && atom.name().equals(DEFAULT);
  }

  private Node.BitType bitType(Object term) throws BadForm {
    if (term instanceof Atom name) {
      return new Node.BitType(name.name(), -1);
    }
    Tuple type = sized(tuple(term), 2);
    return new Node.BitType(atom(type.get(0)), (int) number(type.get(1), Integer.MAX_VALUE));
  }

  private Node.Qualifier qualifier(Object term) throws BadForm {
    Tuple qualifier = tuple(term);
    return switch (tag(qualifier)) {
      case "generate" ->
          new Node.ListGenerator(
              at(qualifier), expression(sized(qualifier, 4).get(2)), expression(qualifier.get(3)));
      case "b_generate" ->
          new Node.BitGenerator(
              at(qualifier), expression(sized(qualifier, 4).get(2)), expression(qualifier.get(3)));
      case "m_generate" -> {
        Node.MapField pattern = mapField(sized(qualifier, 4).get(2));
        yield new Node.MapGenerator(
            at(qualifier), pattern.key(), pattern.value(), expression(qualifier.get(3)));
      }
      default -> new Node.Filter(expression(term));
    };
  }

  // ---- Terms -----------------------------------------------------------------------------------

  /** Reads one element of a list. */
  private interface Reading<T> {
    T read(Object term) throws BadForm;
  }

  private static <T> List<T> list(Object term, Reading<T> reading) throws BadForm {
    List<T> items = new ArrayList<>();
    for (Object each : elements(term)) {
      items.add(reading.read(each));
    }
    return items;
  }

  private static List<Object> elements(Object list) throws BadForm {
    List<Object> elements = new ArrayList<>();
    Object rest = list;
    while (rest instanceof Cons cell) {
      elements.add(cell.head);
      rest = cell.tail;
    }
    if (rest != Nil.EMPTY) {
      throw new BadForm(list);
    }
    return elements;
  }

  private static Tuple tuple(Object term) throws BadForm {
    if (term instanceof Tuple tuple && tuple.size() > 1 && tuple.get(0) instanceof Atom) {
      return tuple;
    }
    throw new BadForm(term);
  }

  private static Tuple sized(Tuple tuple, int size) throws BadForm {
    if (tuple.size() != size) {
      throw new BadForm(tuple);
    }
    return tuple;
  }

  private static String tag(Tuple tuple) {
    return tuple.get(0) instanceof Atom tag ? tag.name() : "";
  }

  private static String atom(Object term) throws BadForm {
    if (term instanceof Atom atom) {
      return atom.name();
    }
    throw new BadForm(term);
  }

  private static long number(Object term, long most) throws BadForm {
    if (term instanceof Long value && value >= 0 && value <= most) {
      return value;
    }
    throw new BadForm(term);
  }

  private static String text(Object term) throws BadForm {
    StringBuilder text = new StringBuilder();
    for (Object each : elements(term)) {
      text.appendCodePoint((int) number(each, Character.MAX_CODE_POINT));
    }
    return text.toString();
  }

  private static long at(Tuple node) {
    return place(node.get(1));
  }

  /** An annotation ({@code erl_anno}): a line, a line and column, or a list of properties. */
  public static long place(Object annotation) {
    Object found = annotation;
    if (annotation instanceof Cons) {
      found = 0L;
      Object rest = annotation;
      while (rest instanceof Cons cell) {
        if (cell.head instanceof Tuple pair
            && pair.size() == 2
            && pair.get(0) == Atom.of("location")) {
          found = pair.get(1);
        }
        rest = cell.tail;
      }
    }
    if (found instanceof Tuple pair
        && pair.size() == 2
        && pair.get(0) instanceof Long line
        && pair.get(1) instanceof Long column) {
      return Place.of(inRange(line), inRange(column));
    }
    return found instanceof Long line ? Place.of(inRange(line), 0) : Place.NONE;
  }

  private static int inRange(long number) {
    return number < 0 || number > Integer.MAX_VALUE ? 0 : (int) number;
  }
}

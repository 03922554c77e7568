package dev.moonbeam.erlang.compile;

import static dev.moonbeam.core.ir.Type.BOOL;
import static dev.moonbeam.core.ir.Type.DOUBLE;
import static dev.moonbeam.core.ir.Type.LONG;
import static dev.moonbeam.core.ir.Type.TERM;
import static dev.moonbeam.core.ir.Type.VALUES;

import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.erlang.runtime.BitSyntax;
import dev.moonbeam.erlang.runtime.Construction;
import dev.moonbeam.erlang.runtime.Exceptions;
import dev.moonbeam.erlang.runtime.Failures;
import dev.moonbeam.erlang.runtime.MapSyntax;
import dev.moonbeam.erlang.runtime.Operators;
import dev.moonbeam.erlang.runtime.TypeTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of compiled Erlang as the IR's primitives: which JVM instructions or which Java
 * method does each. The methods are in {@code dev.moonbeam.erlang.runtime}.
 */
final class ErlangPrimitives {
  private ErlangPrimitives() {}

  // ---- Operators -------------------------------------------------------------------------------

  static final Primitive ADD =
      arithmetic(
          "add", Instruction.LONG_ADD_EXACT, method(Operators.class, "addDouble", DOUBLE, DOUBLE));
  static final Primitive SUBTRACT =
      arithmetic(
          "subtract",
          Instruction.LONG_SUB_EXACT,
          method(Operators.class, "subtractDouble", DOUBLE, DOUBLE));
  static final Primitive MULTIPLY =
      arithmetic(
          "multiply",
          Instruction.LONG_MUL_EXACT,
          method(Operators.class, "multiplyDouble", DOUBLE, DOUBLE));
  static final Primitive DIVIDE =
      primitive(
          "divide",
          List.of(
              new Variant(
                  List.of(DOUBLE, DOUBLE),
                  DOUBLE,
                  method(Operators.class, "divideDouble", DOUBLE, DOUBLE)),
              general("divide", 2)),
          true,
          true);
  static final Primitive DIV =
      primitive(
          "div",
          List.of(
              new Variant(
                  List.of(LONG, LONG), TERM, method(Operators.class, "divLong", LONG, LONG)),
              general("div", 2)),
          true,
          true);

  /** By a constant other than 0 and -1, which always fits. */
  static final Primitive DIV_SAFE =
      primitive(
          "div",
          List.of(
              new Variant(
                  List.of(LONG, LONG), LONG, plain(Construction.class, "quotient", LONG, LONG)),
              general("div", 2)),
          true,
          true);

  static final Primitive REM =
      primitive(
          "rem",
          List.of(
              new Variant(
                  List.of(LONG, LONG), LONG, method(Operators.class, "remLong", LONG, LONG)),
              general("rem", 2)),
          true,
          true);
  static final Primitive BAND = bitwise("band", Instruction.LONG_AND);
  static final Primitive BOR = bitwise("bor", Instruction.LONG_OR);
  static final Primitive BXOR = bitwise("bxor", Instruction.LONG_XOR);
  static final Primitive BSL = operator("bsl", 2);
  static final Primitive BSR = operator("bsr", 2);

  /** By a constant that is not negative. */
  static final Primitive BSR_SAFE =
      primitive(
          "bsr",
          List.of(
              new Variant(List.of(LONG, LONG), LONG, plain(Operators.class, "bsrLong", LONG, LONG)),
              general("bsr", 2)),
          true,
          true);

  static final Primitive BNOT =
      primitive(
          "bnot",
          List.of(new Variant(List.of(LONG), LONG, Instruction.LONG_NOT), general("bnot", 1)),
          true,
          true);
  static final Primitive NEGATE =
      primitive(
          "negate",
          List.of(
              new Variant(List.of(LONG), TERM, Instruction.LONG_NEG_EXACT),
              new Variant(List.of(DOUBLE), DOUBLE, Instruction.DOUBLE_NEG),
              general("negate", 1)),
          true,
          true);
  static final Primitive PLUS = operator("plus", 1);
  static final Primitive APPEND = operator("append", 2);
  static final Primitive SUBTRACT_LISTS = operator("subtractLists", 2);
  static final Primitive AND = operator("and", 2);
  static final Primitive OR = operator("or", 2);
  static final Primitive XOR = operator("xor", 2);
  static final Primitive NOT = operator("not", 1);

  static final Primitive EQUAL = comparison("equal", Instruction.LONG_EQ, Instruction.DOUBLE_EQ);
  static final Primitive NOT_EQUAL =
      comparison("notEqual", Instruction.LONG_NE, Instruction.DOUBLE_NE);
  static final Primitive LESS = comparison("less", Instruction.LONG_LT, Instruction.DOUBLE_LT);
  static final Primitive LESS_EQUAL =
      comparison("lessEqual", Instruction.LONG_LE, Instruction.DOUBLE_LE);
  static final Primitive GREATER =
      comparison("greater", Instruction.LONG_GT, Instruction.DOUBLE_GT);
  static final Primitive GREATER_EQUAL =
      comparison("greaterEqual", Instruction.LONG_GE, Instruction.DOUBLE_GE);

  // Not on floats: 0.0 =:= -0.0 is false from OTP 27 on, so the bits count.
  static final Primitive EXACT_EQUAL = comparison("exactEqual", Instruction.LONG_EQ, null);
  static final Primitive EXACT_NOT_EQUAL = comparison("exactNotEqual", Instruction.LONG_NE, null);

  /** Identity, for atoms and the empty list. */
  static final Primitive SAME =
      new Primitive(
          "erlang.same",
          List.of(new Variant(List.of(TERM, TERM), BOOL, Instruction.SAME)),
          false,
          true,
          false,
          false,
          true,
          0,
          0);

  static final Primitive NEGATION =
      new Primitive(
          "erlang.negation",
          List.of(new Variant(List.of(BOOL), BOOL, Instruction.NOT)),
          false,
          true,
          false,
          false,
          true,
          0,
          0);

  /** Binary operators whose value is a term, by how they are written. */
  static final Map<String, Primitive> BINARY =
      Map.ofEntries(
          Map.entry("+", ADD),
          Map.entry("-", SUBTRACT),
          Map.entry("*", MULTIPLY),
          Map.entry("/", DIVIDE),
          Map.entry("div", DIV),
          Map.entry("rem", REM),
          Map.entry("band", BAND),
          Map.entry("bor", BOR),
          Map.entry("bxor", BXOR),
          Map.entry("bsl", BSL),
          Map.entry("bsr", BSR),
          Map.entry("++", APPEND),
          Map.entry("--", SUBTRACT_LISTS),
          Map.entry("and", AND),
          Map.entry("or", OR),
          Map.entry("xor", XOR));

  static final Map<String, Primitive> COMPARISONS =
      Map.of(
          "==", EQUAL,
          "/=", NOT_EQUAL,
          "<", LESS,
          "=<", LESS_EQUAL,
          ">", GREATER,
          ">=", GREATER_EQUAL,
          "=:=", EXACT_EQUAL,
          "=/=", EXACT_NOT_EQUAL);

  static final Map<String, Primitive> UNARY =
      Map.of("+", PLUS, "-", NEGATE, "bnot", BNOT, "not", NOT);

  // ---- Type tests ------------------------------------------------------------------------------

  static final Map<String, Primitive> TYPE_TESTS =
      Map.ofEntries(
          typeTest("is_atom", "isAtom"),
          typeTest("is_binary", "isBinary"),
          typeTest("is_bitstring", "isBitstring"),
          typeTest("is_boolean", "isBoolean"),
          typeTest("is_float", "isFloat"),
          typeTest("is_function", "isFunction"),
          typeTest("is_integer", "isInteger"),
          typeTest("is_list", "isList"),
          typeTest("is_map", "isMap"),
          typeTest("is_number", "isNumber"),
          typeTest("is_pid", "isPid"),
          typeTest("is_port", "isPort"),
          typeTest("is_reference", "isReference"),
          typeTest("is_tuple", "isTuple"));

  static final Primitive IS_RECORD =
      test("is_record", plain(TypeTests.class, "isRecord", TERM, TERM, LONG), TERM, TERM, LONG);
  static final Primitive IS_TAGGED =
      test("is_tagged", plain(TypeTests.class, "isTagged", TERM, TERM), TERM, TERM);

  /** The truth of a boolean; badarg-like failure of anything else, in three wordings. */
  static final Primitive TRUTH = checkedTest("truth", method(Failures.class, "truth", TERM));

  static final Primitive FILTER_TRUTH =
      checkedTest("filter", method(Failures.class, "filterTruth", TERM));

  // ---- Terms -----------------------------------------------------------------------------------

  static final Primitive REVERSE =
      operation("reverse", method(Construction.class, "reverse", TERM), TERM);
  static final Primitive RECORD_FIELD =
      operation(
          "record_field",
          method(Failures.class, "recordField", TERM, TERM, LONG, LONG),
          TERM,
          TERM,
          LONG,
          LONG);

  /** A tuple of many elements, which stand in one operand of type VALUES. */
  static Primitive largeTuple(int size) {
    return constructor("tuple", plain(Construction.class, "tuple", VALUES), 32 + 8 * size, VALUES);
  }

  /** A list of so many elements and a tail. */
  static Primitive list(int size) {
    return constructor(
        "list", plain(Construction.class, "list", VALUES, TERM), 24 * size, VALUES, TERM);
  }

  static final Primitive NEW_REFERENCE =
      operation("new_reference", method(Construction.class, "newReference"));

  // ---- Maps ------------------------------------------------------------------------------------

  static final Primitive MAP_PUT =
      operation("map_put", method(MapSyntax.class, "put", TERM, TERM, TERM), TERM, TERM, TERM);
  static final Primitive MAP_UPDATE =
      operation(
          "map_update", method(MapSyntax.class, "update", TERM, TERM, TERM), TERM, TERM, TERM);
  static final Primitive MAP_CHECK =
      operation("map_check", method(MapSyntax.class, "check", TERM), TERM);
  static final Primitive MAP_OF =
      operation("map_of", method(MapSyntax.class, "of", VALUES), VALUES);
  static final Primitive MAP_PAIRS =
      operation("map_pairs", method(MapSyntax.class, "pairs", TERM), TERM);

  // ---- Bit syntax ------------------------------------------------------------------------------

  static final Primitive BITS_NEW = operation("bits_new", method(BitSyntax.class, "builder"));
  static final Primitive BITS_FINISH =
      operation("bits_finish", method(BitSyntax.class, "finish", TERM), TERM);
  static final Primitive BITS_BYTE =
      operation("bits_byte", method(BitSyntax.class, "appendByte", TERM, TERM), TERM, TERM);
  static final Primitive BITS_INTEGER = sited("bits_integer", "appendInteger", TERM, TERM, TERM);
  static final Primitive BITS_FLOAT = sited("bits_float", "appendFloat", TERM, TERM, TERM);
  static final Primitive BITS_ALL = sited("bits_all", "appendAll", TERM, TERM);
  static final Primitive BITS_PART = sited("bits_part", "appendPart", TERM, TERM, TERM);
  static final Primitive BITS_NONE =
      operation("bits_none", method(BitSyntax.class, "appendNone", TERM, TERM), TERM, TERM);
  static final Primitive BITS_UTF8 =
      operation("bits_utf8", method(BitSyntax.class, "appendUtf8", TERM, TERM), TERM, TERM);
  static final Primitive BITS_UTF16 = sited("bits_utf16", "appendUtf16", TERM, TERM);
  static final Primitive BITS_UTF32 = sited("bits_utf32", "appendUtf32", TERM, TERM);

  // ---- Exceptions ------------------------------------------------------------------------------

  static final Primitive BADMATCH = failure("badmatch", TERM);
  static final Primitive CASE_CLAUSE = failure("caseClause", TERM);
  static final Primitive IF_CLAUSE = failure("ifClause");
  static final Primitive TRY_CLAUSE = failure("tryClause", TERM);
  static final Primitive ELSE_CLAUSE = failure("elseClause", TERM);
  static final Primitive FUNCTION_CLAUSE = failure("functionClause", VALUES);
  static final Primitive BAD_GENERATOR = failure("badGenerator", TERM);
  static final Primitive BADRECORD = failure("badrecord", TERM);

  static final Primitive RAISED_CLASS = exception("kind", TERM);
  static final Primitive RAISED_REASON = exception("reason", TERM);
  static final Primitive RAISED_TRACE = exception("trace", TERM);
  static final Primitive CAUGHT = exception("caught", TERM);
  static final Primitive SET_QUIET =
      operation("set_quiet", method(Exceptions.class, "setQuiet", TERM), TERM);
  static final Primitive RERAISE =
      new Primitive(
          "erlang.reraise",
          List.of(new Variant(List.of(TERM), TERM, method(Exceptions.class, "reraise", TERM))),
          false,
          false,
          true,
          false,
          false,
          0,
          0);

  // ---- Makers ----------------------------------------------------------------------------------

  /**
   * A pure function of the runtime that may raise and stands in guards: (Process, Object...)Object.
   */
  static Primitive guardFunction(String name, StaticMethod method, int arity) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(terms(arity), TERM, new MethodBody(method, true, false))),
        false,
        true,
        true,
        false,
        true,
        0,
        0);
  }

  private static List<Type> terms(int count) {
    Type[] types = new Type[count];
    Arrays.fill(types, TERM);
    return List.of(types);
  }

  private static Variant general(String name, int arity) {
    List<Type> terms = terms(arity);
    return new Variant(terms, TERM, method(Operators.class, name, terms.toArray(Type[]::new)));
  }

  private static Primitive primitive(
      String name, List<Variant> variants, boolean speculate, boolean pure) {
    return new Primitive("erlang." + name, variants, speculate, pure, true, false, true, 0, 0);
  }

  private static Primitive arithmetic(String name, Instruction onLongs, MethodBody onDoubles) {
    return primitive(
        name,
        List.of(
            new Variant(List.of(LONG, LONG), TERM, onLongs),
            new Variant(List.of(DOUBLE, DOUBLE), DOUBLE, onDoubles),
            general(name, 2)),
        true,
        true);
  }

  private static Primitive bitwise(String name, Instruction onLongs) {
    return primitive(
        name,
        List.of(new Variant(List.of(LONG, LONG), LONG, onLongs), general(name, 2)),
        true,
        true);
  }

  private static Primitive operator(String name, int arity) {
    return primitive(name, List.of(general(name, arity)), false, true);
  }

  private static Primitive comparison(
      String name, Instruction onLongs, @Nullable Instruction onDoubles) {
    Variant longs = new Variant(List.of(LONG, LONG), BOOL, onLongs);
    Variant terms =
        new Variant(List.of(TERM, TERM), BOOL, method(Operators.class, name, TERM, TERM));
    List<Variant> variants =
        onDoubles == null
            ? List.of(longs, terms)
            : List.of(longs, new Variant(List.of(DOUBLE, DOUBLE), BOOL, onDoubles), terms);
    return new Primitive("erlang." + name, variants, true, true, false, false, true, 0, 0);
  }

  private static Map.Entry<String, Primitive> typeTest(String name, String method) {
    return Map.entry(name, test(name, plain(TypeTests.class, method, TERM), TERM));
  }

  private static Primitive test(String name, MethodBody body, Type... parameters) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(List.of(parameters), BOOL, body)),
        false,
        true,
        false,
        false,
        true,
        0,
        0);
  }

  private static Primitive checkedTest(String name, MethodBody body) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(List.of(TERM), BOOL, body)),
        false,
        true,
        true,
        false,
        true,
        0,
        0);
  }

  private static Primitive constructor(
      String name, MethodBody body, int bytes, Type... parameters) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(List.of(parameters), TERM, body)),
        false,
        true,
        false,
        false,
        true,
        0,
        bytes);
  }

  private static Primitive operation(String name, MethodBody body, Type... parameters) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(List.of(parameters), TERM, body)),
        false,
        false,
        true,
        false,
        true,
        0,
        0);
  }

  private static Primitive sited(String name, String method, Type... parameters) {
    Class<?>[] classes = new Class<?>[parameters.length + 2];
    classes[0] = dev.moonbeam.core.process.Process.class;
    for (int i = 0; i < parameters.length; i++) {
      classes[i + 1] = javaClass(parameters[i]);
    }
    classes[classes.length - 1] = BitSyntax.Segment.class;
    MethodBody body = new MethodBody(StaticMethod.of(BitSyntax.class, method, classes), true, true);
    return operation(name, body, parameters);
  }

  private static Primitive failure(String name, Type... parameters) {
    return new Primitive(
        "erlang." + name,
        List.of(new Variant(List.of(parameters), TERM, method(Failures.class, name, parameters))),
        false,
        false,
        true,
        false,
        false,
        0,
        0);
  }

  private static Primitive exception(String name, Type... parameters) {
    return operation("raised_" + name, method(Exceptions.class, name, parameters), parameters);
  }

  /** A method that takes the process first. */
  private static MethodBody method(Class<?> owner, String name, Type... parameters) {
    Class<?>[] classes = new Class<?>[parameters.length + 1];
    classes[0] = dev.moonbeam.core.process.Process.class;
    for (int i = 0; i < parameters.length; i++) {
      classes[i + 1] = javaClass(parameters[i]);
    }
    return new MethodBody(StaticMethod.of(owner, name, classes), true, false);
  }

  private static MethodBody plain(Class<?> owner, String name, Type... parameters) {
    Class<?>[] classes = new Class<?>[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      classes[i] = javaClass(parameters[i]);
    }
    return new MethodBody(StaticMethod.of(owner, name, classes), false, false);
  }

  private static Class<?> javaClass(Type type) {
    return switch (type) {
      case TERM -> Object.class;
      case LONG -> long.class;
      case DOUBLE -> double.class;
      case BOOL -> boolean.class;
      case VALUES -> Object[].class;
    };
  }
}

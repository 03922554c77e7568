package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lint of the bit syntax (reference manual, "Bit Syntax Expressions"): types, sizes and units. */
final class LintBits {
  private static final Set<Long> FLOAT_SIZES = Set.of(16L, 32L, 64L);
  private static final Set<String> UNSIZED = Set.of("binary", "bytes", "bitstring", "bits");

  private final LintFunction function;

  LintBits(LintFunction function) {
    this.function = function;
  }

  /** A segment's type, after defaults: a unit of 0 means none was given. */
  private record Type(String name, int unit) {
    boolean isUtf() {
      return name.startsWith("utf");
    }

    boolean isBinary() {
      return name.equals("binary");
    }

    /** What a size is multiplied with. */
    int factor() {
      return unit > 0 ? unit : isBinary() ? 8 : 1;
    }
  }

  void construction(Node.Bits bits, LintScope scope) {
    List<Node> nodes = new ArrayList<>();
    for (Node.BitElement element : bits.elements()) {
      nodes.add(element.value());
      if (element.size() != null && !isAll(element.size())) {
        nodes.add(element.size());
      }
    }
    function.expressions.operands(nodes, scope);
    bits.elements().forEach(this::check);
  }

  void guard(Node.Bits bits, LintScope scope) {
    for (Node.BitElement element : bits.elements()) {
      function.guards.part(element.value(), scope);
      if (element.size() != null && !isAll(element.size())) {
        function.guards.part(element.size(), scope);
      }
      check(element);
    }
  }

  private static boolean isAll(Node size) {
    return size instanceof Node.Literal(_, Object value) && value == Atom.of("all");
  }

  private void check(Node.BitElement element) {
    Type type = type(element);
    Node size = element.size();
    if (type == null || type.isUtf()) {
      return;
    }
    if (size != null && isAll(size)) {
      if (!type.isBinary()) {
        function.error(element.at(), "illegal bit size");
      }
      return;
    }
    sizeOf(element, type, size == null ? null : ConstantExpressions.value(size));
  }

  /**
   * A segment of a pattern.
   *
   * @param sizes the variables that its size may name
   * @return whether it takes all that is left
   */
  boolean pattern(Node.BitElement element, LintScope sizes) {
    Node size = element.size();
    Object value = null;
    if (size != null) {
      value = size instanceof Node.Var ? null : ConstantExpressions.value(size);
      if (size instanceof Node.Var variable) {
        function.variable(variable, sizes);
      } else if (value == null || !PatternConstants.isInteger(value)) {
        function.guards.size(size, sizes);
        if (value != null || isNoInteger(size)) {
          function.warning(
              size.at(),
              "a size expression in a pattern evaluates to a non-integer value; this pattern cannot"
                  + " possibly match");
        }
      }
    }
    Type type = type(element);
    if (type == null || type.isUtf()) {
      return false;
    }
    if (size == null && type.isBinary()) {
      return !(element.value() instanceof Node.Str);
    }
    sizeOf(element, type, value);
    return false;
  }

  private static boolean isNoInteger(Node size) {
    return size instanceof Node.Bits
        || size instanceof Node.ListOf
        || size instanceof Node.TupleOf
        || size instanceof Node.MapOf map && map.base() == null;
  }

  private void sizeOf(Node.BitElement element, Type type, @Nullable Object size) {
    if (!type.name.equals("float")) {
      return;
    }
    boolean bad =
        element.size() != null
            && size instanceof Long given
            && !FLOAT_SIZES.contains(given * type.factor());
    if (bad) {
      function.warning(element.at(), "bad float bit size");
    }
  }

  /** A string literal needs no size, and of types only those of characters. */
  boolean isPlainString(Node.BitElement element) {
    return element.size() == null
        && (element.types().isEmpty()
            || element.types().stream().anyMatch(type -> type.name().startsWith("utf")));
  }

  /** The type list of a segment: known words, no contradictions; null, with an error, otherwise. */
  private @Nullable Type type(Node.BitElement element) {
    Words words = new Words(element);
    for (Node.BitType each : element.types()) {
      if (!words.add(each)) {
        return null;
      }
    }
    String type = words.type == null ? "integer" : words.type;
    boolean sized = element.size() != null;
    if (type.startsWith("utf") && (sized || words.unit > 0)) {
      function.error(
          element.at(),
          "neither size nor unit must be given for segments of type utf8/utf16/utf32");
      return null;
    }
    if (words.unit > 0 && !sized && !type.equals("binary")) {
      function.error(
          element.at(), "a bit unit size must not be specified unless a size is specified too");
      return null;
    }
    return new Type(type, words.unit);
  }

  /** The words of one type list, as far as they are read. */
  private final class Words {
    private final Node.BitElement element;
    private @Nullable String type;
    private @Nullable String sign;
    private @Nullable String endian;
    private int unit;

    Words(Node.BitElement element) {
      this.element = element;
    }

    /** False, with an error, where a word is unknown or contradicts one before it. */
    boolean add(Node.BitType word) {
      switch (word.name()) {
        case "unit" -> {
          int given = word.argument();
          if (given < 1 || given > 256) {
            return wrong(
                "bit type " + (given < 0 ? "unit" : "{unit," + given + "}") + " undefined");
          }
          return unit(given);
        }
        case "signed", "unsigned" -> {
          if (sign != null && !sign.equals(word.name())) {
            return conflict("sign", word.name(), sign);
          }
          sign = word.name();
        }
        case "little", "big", "native" -> {
          if (endian != null && !endian.equals(word.name())) {
            return conflict("endianness", word.name(), endian);
          }
          endian = word.name();
        }
        case "integer", "float", "binary", "utf8", "utf16", "utf32" -> {
          return type(word.name());
        }
        case "bytes" -> {
          return type("binary") && unit(8);
        }
        case "bitstring", "bits" -> {
          return type("binary") && unit(1);
        }
        default -> {
          return wrong("bit type " + LintModule.atom(word.name()) + " undefined");
        }
      }
      return true;
    }

    private boolean type(String name) {
      if (type != null && !type.equals(name)) {
        return conflict("type", name, type);
      }
      type = name;
      return true;
    }

    private boolean unit(int given) {
      if (unit > 0 && unit != given) {
        return conflict("unit", Integer.toString(given), Integer.toString(unit));
      }
      unit = given;
      return true;
    }

    private boolean conflict(String what, String now, String before) {
      return wrong(
          "conflict in "
              + what
              + " specification for bit field: '"
              + now
              + "' and '"
              + before
              + "'");
    }

    private boolean wrong(String message) {
      function.error(element.at(), message);
      return false;
    }
  }

  /** The pattern of a bit string generator. */
  void generatorPattern(Node.Bits bits) {
    if (bits.elements().isEmpty()) {
      return;
    }
    Node.BitElement last = bits.elements().getLast();
    if (last.size() == null
        && last.types().stream().anyMatch(type -> UNSIZED.contains(type.name()))) {
      function.error(
          last.at(),
          "binary fields without size are not allowed in patterns of bit string generators");
    }
  }
}

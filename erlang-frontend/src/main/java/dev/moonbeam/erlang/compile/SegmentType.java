package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.syntax.Node;

/**
 * The type of a segment whose type list is right, after defaults (reference manual, "Bit Syntax
 * Expressions").
 *
 * @param name integer, float, binary, utf8, utf16 or utf32
 * @param unit what a size is multiplied with
 */
record SegmentType(String name, int unit, boolean signed) {
  static SegmentType of(Node.BitElement element) {
    String name = "integer";
    int unit = 0;
    boolean signed = false;
    for (Node.BitType word : element.types()) {
      switch (word.name()) {
        case "integer", "float", "binary", "utf8", "utf16", "utf32" -> name = word.name();
        case "bytes" -> {
          name = "binary";
          unit = 8;
        }
        case "bits", "bitstring" -> {
          name = "binary";
          unit = 1;
        }
        case "unit" -> unit = word.argument();
        case "signed" -> signed = true;
        default -> {}
      }
    }
    return new SegmentType(name, unit > 0 ? unit : name.equals("binary") ? 8 : 1, signed);
  }

  boolean isUtf() {
    return name.startsWith("utf");
  }

  /** The size of a segment without one; of a binary it is all that is left. */
  int defaultSize() {
    return name.equals("float") ? 64 : 8;
  }
}

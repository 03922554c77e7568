package dev.moonbeam.core.pass;

import dev.moonbeam.core.code.Calls;
import dev.moonbeam.core.code.Matching;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import java.util.List;

/**
 * Primitives that only compiled patterns use. Those on a bit string's context have an effect: they
 * move on in it.
 */
final class MatchPrimitives {
  static final Primitive FIND = method("map_find", true, "find", Type.TERM, Type.TERM, Type.TERM);
  static final Primitive IS_MAP = method("is_map", true, "isMap", Type.BOOL, Type.TERM);
  static final Primitive BITS = method("bits", false, "bits", Type.TERM, Type.TERM);

  /** Goes on with what is left as the whole of a bit string: gives the context. */
  static final Primitive ADVANCE = method("bits_advance", false, "advance", Type.TERM, Type.TERM);

  /** The bit string that a context is at; of any other term itself. */
  static final Primitive WHOLE = method("bits_whole", false, "whole", Type.TERM, Type.TERM);

  static final Primitive RESTART = method("bits_restart", false, "restart", Type.TERM, Type.TERM);
  static final Primitive SIZE = method("bits_size", true, "size", Type.LONG, Type.TERM, Type.LONG);
  static final Primitive NEXT_BYTE = method("bits_byte", false, "nextByte", Type.LONG, Type.TERM);

  /** For constant sizes of at most 63 bits; for at most 64, where {@link #HAS} has said yes. */
  static final Primitive UNSIGNED =
      method("bits_unsigned", false, "unsigned", Type.LONG, Type.TERM, Type.LONG, Type.LONG);

  static final Primitive SIGNED =
      method("bits_signed", false, "signed", Type.LONG, Type.TERM, Type.LONG, Type.LONG);
  static final Primitive HAS = method("bits_has", false, "has", Type.BOOL, Type.TERM, Type.LONG);
  static final Primitive INTEGER =
      method("bits_integer", false, "integer", Type.TERM, Type.TERM, Type.LONG, Type.LONG);
  static final Primitive REAL =
      method("bits_float", false, "real", Type.TERM, Type.TERM, Type.LONG, Type.LONG);
  static final Primitive PART = method("bits_part", false, "part", Type.TERM, Type.TERM, Type.LONG);
  static final Primitive REST = method("bits_rest", false, "rest", Type.TERM, Type.TERM, Type.LONG);
  static final Primitive SKIP = method("bits_skip", false, "skip", Type.BOOL, Type.TERM, Type.LONG);
  static final Primitive DIVIDES =
      method("bits_divide", false, "dividesBy", Type.BOOL, Type.TERM, Type.LONG);
  static final Primitive UTF8 = method("bits_utf8", false, "utf8", Type.LONG, Type.TERM);
  static final Primitive UTF16 =
      method("bits_utf16", false, "utf16", Type.TERM, Type.TERM, Type.LONG);
  static final Primitive UTF32 =
      method("bits_utf32", false, "utf32", Type.TERM, Type.TERM, Type.LONG);
  static final Primitive AT_END = method("bits_end", false, "atEnd", Type.BOOL, Type.TERM);

  /** Exactly equal. */
  static final Primitive EQUAL =
      new Primitive(
          "exactly_equal",
          List.of(
              new Variant(List.of(Type.LONG, Type.LONG), Type.BOOL, Instruction.LONG_EQ),
              new Variant(
                  List.of(Type.TERM, Type.TERM),
                  Type.BOOL,
                  new Primitive.MethodBody(
                      StaticMethod.of(Calls.class, "exactlyEqual"), true, false))),
          false,
          true,
          false,
          false,
          true,
          0,
          0);

  static final Primitive NOT_NEGATIVE =
      new Primitive(
          "not_negative",
          List.of(new Variant(List.of(Type.LONG, Type.LONG), Type.BOOL, Instruction.LONG_GE)),
          false,
          true,
          false,
          false,
          true,
          0,
          0);

  private MatchPrimitives() {}

  private static Primitive method(
      String name, boolean pure, String method, Type result, Type... parameters) {
    return CorePrimitives.method(
        name, pure, false, false, StaticMethod.of(Matching.class, method), result, parameters);
  }
}

package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;

/** Type tests as Java conditions, for compiled code (reference manual, "Guard Sequences"). */
public final class TypeTests {
  private TypeTests() {}

  public static boolean isAtom(Object term) {
    return term instanceof Atom;
  }

  public static boolean isBinary(Object term) {
    return term instanceof Binary;
  }

  public static boolean isBitstring(Object term) {
    return term instanceof Binary || term instanceof Bits;
  }

  public static boolean isBoolean(Object term) {
    return term == Atom.TRUE || term == Atom.FALSE;
  }

  public static boolean isFloat(Object term) {
    return term instanceof Double;
  }

  public static boolean isFunction(Object term) {
    return term instanceof Fun;
  }

  public static boolean isInteger(Object term) {
    return term instanceof Long || term instanceof BigInteger;
  }

  public static boolean isList(Object term) {
    return term instanceof Cons || term == Nil.EMPTY;
  }

  public static boolean isMap(Object term) {
    return term instanceof TermMap;
  }

  public static boolean isNumber(Object term) {
    return term instanceof Long || term instanceof Double || term instanceof BigInteger;
  }

  public static boolean isPid(Object term) {
    return term instanceof Pid;
  }

  /** There are no ports. */
  public static boolean isPort(Object term) {
    return false;
  }

  public static boolean isReference(Object term) {
    return term instanceof Ref;
  }

  public static boolean isTuple(Object term) {
    return term instanceof Tuple;
  }

  /** A tuple of that size whose first element is that atom. */
  public static boolean isRecord(Object term, Object name, long size) {
    return term instanceof Tuple tuple && tuple.size() == size && tuple.get(0) == name;
  }

  /** A tuple whose first element is that atom. */
  public static boolean isTagged(Object term, Object name) {
    return term instanceof Tuple tuple && tuple.size() > 0 && tuple.get(0) == name;
  }
}

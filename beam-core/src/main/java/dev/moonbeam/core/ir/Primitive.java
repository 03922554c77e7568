package dev.moonbeam.core.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the IR that is not a call of a script's function. The core and each frontend make
 * their own: the compiler knows nothing of an operation but what this says, so there is no switch
 * on the language anywhere in it.
 *
 * <p>A primitive has variants by operand type. Inference takes the first variant whose parameters
 * the operands' static types fit; the last variant takes only TERMs. Where operands are TERMs and
 * {@code speculate} is set, code generation may test {@code instanceof Long} (or Double) in line
 * and use the typed variant, falling back to the last one.
 *
 * @param name for printing: {@code lua.add}, {@code erlang.element}
 * @param variants most specific first, the TERM variant last
 * @param speculate whether typed variants are worth an inline test on TERM operands
 * @param pure no effect, result depends on the operands only, may be dropped or moved (it may still
 *     raise: then {@code raises})
 * @param raises whether it can raise
 * @param suspends whether it can run script code (metamethods), switch coroutine or wait. Its Java
 *     method resolves what the script code gave, so even then the result is one plain value
 * @param returns false when control never comes back (error, throw)
 * @param reductions charged before it runs, beside what it charges itself
 * @param bytes what the result allocates, 0 for nothing or when the method charges itself
 * @param look the same where that has no effect: on operands for which it would have one, and where
 *     it finds nothing, it gives Java null; null when there is no such thing
 */
public record Primitive(
    String name,
    List<Variant> variants,
    boolean speculate,
    boolean pure,
    boolean raises,
    boolean suspends,
    boolean returns,
    int reductions,
    int bytes,
    @Nullable Primitive look) {

  public Primitive(
      String name,
      List<Variant> variants,
      boolean speculate,
      boolean pure,
      boolean raises,
      boolean suspends,
      boolean returns,
      int reductions,
      int bytes) {
    this(name, variants, speculate, pure, raises, suspends, returns, reductions, bytes, null);
  }

  /**
   * One way to do it.
   *
   * @param parameters types of the operands
   * @param result type of the result
   * @param body how
   */
  public record Variant(List<Type> parameters, Type result, Body body) {}

  /** How a variant is done. */
  public sealed interface Body {}

  /**
   * A few JVM instructions that code generation knows. {@code *_EXACT} ones, when they overflow,
   * fall back to the TERM variant, so their result is a TERM unless the context can do better.
   */
  public enum Instruction implements Body {
    LONG_ADD,
    LONG_SUB,
    LONG_MUL,
    LONG_NEG,
    LONG_AND,
    LONG_OR,
    LONG_XOR,
    LONG_NOT,
    LONG_ADD_EXACT,
    LONG_SUB_EXACT,
    LONG_MUL_EXACT,
    LONG_NEG_EXACT,
    LONG_EQ,
    LONG_NE,
    LONG_LT,
    LONG_LE,
    LONG_GT,
    LONG_GE,
    DOUBLE_ADD,
    DOUBLE_SUB,
    DOUBLE_MUL,
    DOUBLE_DIV,
    DOUBLE_NEG,
    DOUBLE_EQ,
    DOUBLE_NE,
    DOUBLE_LT,
    DOUBLE_LE,
    DOUBLE_GT,
    DOUBLE_GE,
    LONG_TO_DOUBLE,
    /** Reference equality of two TERMs. */
    SAME,
    NOT_SAME,
    /** BOOL to BOOL. */
    NOT,
    /** TERM to BOOL: instanceof Long, Double. */
    IS_LONG,
    IS_DOUBLE,
    /** TERM known to be a Long (Double): the unboxed value. */
    UNBOX_LONG,
    UNBOX_DOUBLE,
    /** A list cell of two TERMs; a tuple of as many TERMs as the variant has parameters. */
    CONS,
    TUPLE,
    /**
     * TERM to BOOL: a list cell, the empty list, a tuple whose size is the Integer in {@code site}.
     */
    IS_CONS,
    IS_NIL,
    IS_TUPLE,
    /**
     * Parts of a TERM known to be a list cell, or a tuple (index from 0: the Integer in {@code
     * site}).
     */
    HEAD,
    TAIL,
    ELEMENT,
    /** TERM to BOOL: whether a lookup found nothing (Java null, which is never a term). */
    IS_ABSENT,
    /** VALUES to a tuple and back, sharing the array. */
    PACK,
    UNPACK;

    /** Whether overflow sends it to the general variant. */
    public boolean exact() {
      return this == LONG_ADD_EXACT
          || this == LONG_SUB_EXACT
          || this == LONG_MUL_EXACT
          || this == LONG_NEG_EXACT;
    }
  }

  /**
   * A static method. Its Java parameters are, in order: {@code Process} where {@code process} is
   * set, one for each operand (Object, long, double, boolean or Object[] by type), {@code Object}
   * (or the site's own class) for the site where {@code site} is set.
   */
  public record MethodBody(StaticMethod method, boolean process, boolean site) implements Body {}

  /** The variant that takes any operands: the last. */
  public Variant general() {
    return variants.getLast();
  }

  public int arity() {
    return general().parameters().size();
  }

  /**
   * The first variant that operands of these static types fit, or null when not even the last one
   * does.
   */
  public @Nullable Variant select(List<Type> operands) {
    for (Variant variant : variants) {
      if (fits(operands, variant.parameters())) {
        return variant;
      }
    }
    return null;
  }

  private static boolean fits(List<Type> operands, List<Type> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      Type have = operands.get(i);
      Type want = parameters.get(i);
      // Anything but VALUES can be boxed to a TERM; nothing else converts by itself.
      if (have != want && !(want == Type.TERM && have != Type.VALUES)) {
        return false;
      }
    }
    return true;
  }
}

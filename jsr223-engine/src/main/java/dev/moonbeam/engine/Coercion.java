package dev.moonbeam.engine;

import dev.moonbeam.core.term.Binary;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a term to a value of the Java type that a parameter or result declares. What does not fit
 * without loss is refused; a float with an integral value counts as an integer, as it does in Lua.
 */
final class Coercion {
  private Coercion() {}

  /**
   * @throws ConversionException with a message for people when the value is not of the type
   */
  static @Nullable Object coerce(Object term, Class<?> declared, ToHost toHost) {
    Class<?> type = MethodType.methodType(declared).wrap().returnType();
    if (type == byte[].class && term instanceof Binary binary) {
      return binary.toByteArray();
    }
    if (type.isInstance(term) && type != Object.class && !(term instanceof Number)) {
      return term;
    }
    return coerceValue(toHost.convert(term), declared);
  }

  /** As {@link #coerce}, for an argument: a refusal says which one. */
  static @Nullable Object argument(int index, Object term, Class<?> type, ToHost toHost) {
    try {
      return coerce(term, type, toHost);
    } catch (ConversionException e) {
      throw new ConversionException("bad argument #" + (index + 1) + " (" + e.getMessage() + ")");
    }
  }

  /** The arguments from an index on as the array of a variable arity method. */
  static Object rest(Object[] terms, int from, Class<?> arrayType, ToHost toHost) {
    int count = Math.max(0, terms.length - from);
    Object array = Array.newInstance(arrayType.getComponentType(), count);
    for (int i = 0; i < count; i++) {
      Array.set(array, i, coerce(terms[from + i], arrayType.getComponentType(), toHost));
    }
    return array;
  }

  /** The same for a value that is the host's already. */
  static @Nullable Object coerceValue(@Nullable Object value, Class<?> declared) {
    Class<?> type = MethodType.methodType(declared).wrap().returnType();
    if (type == Void.class) {
      return null;
    }
    if (value == null) {
      if (declared.isPrimitive()) {
        throw new ConversionException(declared.getName() + " expected, got nil");
      }
      return type == Optional.class ? Optional.empty() : null;
    }
    if (type == Optional.class) {
      return Optional.of(value);
    }
    if (type.isInstance(value)) {
      return value;
    }
    Object fitted =
        switch (value) {
          case Number number -> fit(number, type);
          case String text -> type == Character.class && text.length() == 1 ? text.charAt(0) : null;
          case List<?> list -> fit(list, type);
          // The empty table is a map; where a list is asked for it is an empty one.
          case Map<?, ?> map when map.isEmpty() -> fit(List.of(), type);
          case ScriptFunction function when type.isInterface() -> Proxies.of(type, function);
          default -> null;
        };
    if (fitted == null) {
      throw new ConversionException(
          declared.getSimpleName() + " expected, got " + value.getClass().getSimpleName());
    }
    return fitted;
  }

  private static @Nullable Object fit(Collection<?> values, Class<?> type) {
    if (type == Object[].class) {
      return values.toArray();
    }
    if (type == List.class || type == Collection.class || type == Iterable.class) {
      return values;
    }
    return type == Set.class ? new LinkedHashSet<>(values) : null;
  }

  private static @Nullable Object fit(Number number, Class<?> type) {
    if (type == Double.class) {
      return number.doubleValue();
    }
    if (type == Float.class) {
      return number.floatValue();
    }
    if (type == BigInteger.class && number instanceof Long integer) {
      return BigInteger.valueOf(integer);
    }
    long integer;
    if (number instanceof Long value) {
      integer = value;
    } else if (number instanceof Double real
        && real == Math.rint(real)
        && Math.abs(real) < 0x1p63) {
      integer = real.longValue();
    } else {
      return null;
    }
    if (type == Long.class) {
      return integer;
    }
    if (type == Integer.class && integer == (int) integer) {
      return (int) integer;
    }
    if (type == Short.class && integer == (short) integer) {
      return (short) integer;
    }
    if (type == Byte.class && integer == (byte) integer) {
      return (byte) integer;
    }
    return null;
  }
}

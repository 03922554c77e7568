package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.Tuple;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of a host's value to a term for scripts of one language, as the package describes.
 * Keeps its own stack, so depth does not matter, and converts each compound value once however
 * often it is referred to. A value that contains itself becomes a table that contains itself, or is
 * refused where the language has immutable data only.
 */
final class FromHost {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  private final Process process;
  private final LanguageBridge bridge;
  private final Callables callables;
  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();

  FromHost(Process process, LanguageBridge bridge, Callables callables) {
    this.process = process;
    this.bridge = bridge;
    this.callables = callables;
  }

  /**
   * @throws ConversionException when the language has no counterpart for the value
   */
  Object convert(@Nullable Object value) {
    Object simple = simple(value);
    if (simple != null) {
      return simple;
    }
    ArrayDeque<Compound> stack = new ArrayDeque<>();
    stack.push(start(value));
    while (true) {
      Compound top = stack.element();
      if (top.next == top.parts.length) {
        stack.pop();
        Object term = bridge.finish(process, top);
        done.put(top.source, term);
        if (stack.isEmpty()) {
          return term;
        }
        stack.element().accept(term);
      } else {
        Object part = top.parts[top.next];
        Object term = simple(part);
        if (term == null) {
          term = done.get(part);
        }
        if (term == null) {
          stack.push(start(part));
        } else if (term instanceof Compound) {
          throw new ConversionException(
              "a value that contains itself cannot become " + bridge.language() + " data");
        } else {
          top.accept(term);
        }
      }
    }
  }

  /** The term of a value that has no parts, or null. */
  private @Nullable Object simple(@Nullable Object value) {
    return switch (value) {
      case null -> Atom.NIL;
      case Boolean truth -> Atom.of(truth);
      case Long _ -> value;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Double number -> bridge.real(number);
      case Float number -> bridge.real(number.doubleValue());
      case BigInteger number ->
          number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0
              ? (Object) number.longValue()
              : bridge.large(number);
      case BigDecimal number -> bridge.real(number.doubleValue());
      case Character character -> text(character.toString());
      case String text -> text(text);
      case StringBuilder text -> text(text.toString());
      case byte[] bytes -> bytes(bytes);
      case Term _, Tuple _, Cons _ -> value;
      case TupleValue _ -> null;
      case LuaObject object -> {
        Object table = callables.table(object);
        yield table != null ? table : new HostObject(object);
      }
      case Collection<?> _, Map<?, ?> _ -> null;
      default -> {
        if (value.getClass().isArray()) {
          yield null;
        }
        Fun function = callables.function(value);
        yield function != null ? function : new HostObject(value);
      }
    };
  }

  private Binary text(String text) {
    process.reserve(text.length());
    process.charge(text.length() >> 6);
    Binary binary = Binary.of(bytesOf(text));
    process.allocated(binary, binary.length());
    return binary;
  }

  private static byte[] bytesOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return ByteText.encode(text);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Binary bytes(byte[] bytes) {
    process.reserve(bytes.length);
    Binary binary = Binary.of(bytes.clone());
    process.allocated(binary, bytes.length);
    return binary;
  }

  private Compound start(@Nullable Object value) {
    Compound compound =
        switch (value) {
          case TupleValue tuple -> new Compound(tuple, Compound.Kind.TUPLE, tuple.toArray());
          case Collection<?> elements ->
              new Compound(elements, Compound.Kind.LIST, elements.toArray());
          case Map<?, ?> map -> new Compound(map, Compound.Kind.MAP, keysAndValues(map));
          case Object[] array -> new Compound(array, Compound.Kind.LIST, array.clone());
          case null -> throw new AssertionError("null is simple");
          default -> new Compound(value, Compound.Kind.LIST, boxed(value));
        };
    process.charge(compound.parts.length);
    process.reserve(16L * compound.parts.length);
    compound.begun = bridge.begin(process, compound);
    done.put(compound.source, compound.begun);
    return compound;
  }

  private static @Nullable Object[] keysAndValues(Map<?, ?> map) {
    List<@Nullable Object> parts = new ArrayList<>(2 * map.size());
    map.forEach(
        (key, value) -> {
          parts.add(key);
          parts.add(value);
        });
    return parts.toArray();
  }

  private static Object[] boxed(Object array) {
    Object[] boxed = new Object[Array.getLength(array)];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = Array.get(array, i);
    }
    return boxed;
  }

  /** A compound value whose parts are being converted, in place. */
  static final class Compound {
    enum Kind {
      LIST,
      TUPLE,
      MAP
    }

    final Object source;
    final Kind kind;

    /**
     * Keys and values in turn for a map. Terms before {@link #next}, values of the host from there.
     */
    final @Nullable Object[] parts;

    int next;

    /** What {@link LanguageBridge#begin} gave. */
    Object begun = this;

    Compound(Object source, Kind kind, @Nullable Object[] parts) {
      this.source = source;
      this.kind = kind;
      this.parts = parts;
    }

    void accept(Object term) {
      parts[next++] = term;
    }

    Object begun() {
      return begun;
    }

    /** The parts, now that all are terms. */
    Object[] terms() {
      return parts;
    }

    Object tuple() {
      return new Tuple(terms());
    }

    Object list() {
      return terms().length == 0 ? Nil.EMPTY : Cons.list(terms());
    }
  }
}

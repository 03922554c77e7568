package dev.moonbeam.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An Erlang tuple as the host sees it: an unmodifiable list that becomes a tuple again, not a list,
 * when it is handed back to a script. Equal to any list of the same elements.
 */
public final class TupleValue extends AbstractList<@Nullable Object> implements RandomAccess {
  private final @Nullable Object[] elements;

  private TupleValue(@Nullable Object[] elements) {
    this.elements = elements;
  }

  /** A tuple of these values. */
  public static TupleValue of(@Nullable Object... elements) {
    return new TupleValue(elements.clone());
  }

  /**
   * Takes the array over, whose elements its owner still fills in before anyone else sees the
   * tuple.
   */
  static TupleValue over(@Nullable Object[] elements) {
    return new TupleValue(elements);
  }

  @Override
  public @Nullable Object get(int index) {
    return elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }

  /** In braces, as Erlang writes it. */
  @Override
  public String toString() {
    String list = super.toString();
    return "{" + list.substring(1, list.length() - 1) + "}";
  }

  @Override
  public @Nullable Object[] toArray() {
    return Arrays.copyOf(elements, elements.length, Object[].class);
  }
}

package dev.moonbeam.core.term;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A persistent map of terms: sorted arrays while small, a hash trie beyond. Keys differ by {@code =:=}. */
public abstract class TermMap implements Term {
  public static TermMap empty() {
    throw new UnsupportedOperationException();
  }

  public abstract int size();

  public abstract @Nullable Object get(Object key);

  public abstract TermMap put(Object key, Object value);

  public abstract TermMap remove(Object key);

  /** In the order that Erlang prints a map in. */
  public abstract void forEach(BiConsumer<Object, Object> action);

  @Override
  public int kind() {
    return TermOrder.MAP;
  }
}

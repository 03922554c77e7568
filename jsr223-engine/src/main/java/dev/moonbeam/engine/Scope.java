package dev.moonbeam.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables of the host by name, as values of the host. */
interface Scope {
  List<String> names();

  boolean has(String name);

  @Nullable Object get(String name);

  void put(String name, @Nullable Object value);

  /** The variables in a map, which is read and written through. */
  static Scope of(Map<String, @Nullable Object> variables) {
    return new Scope() {
      @Override
      public List<String> names() {
        return new ArrayList<>(variables.keySet());
      }

      @Override
      public boolean has(String name) {
        return variables.containsKey(name);
      }

      @Override
      public @Nullable Object get(String name) {
        return variables.get(name);
      }

      @Override
      public void put(String name, @Nullable Object value) {
        variables.put(name, value);
      }
    };
  }
}

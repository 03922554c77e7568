package dev.moonbeam.lua.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What parts of the library keep with a state, by their class. A fork gets those that can be forked
 * and makes the others anew; what can be undone is noted before the first use in a run.
 */
final class LibraryParts {
  private static final class Part {
    final Object value;

    /** The run that has kept how it was. */
    @Nullable Owner keptIn;

    Part(Object value) {
      this.value = value;
    }
  }

  private final Map<Class<?>, Part> parts = new HashMap<>();

  LibraryParts fork() {
    LibraryParts other = new LibraryParts();
    parts.forEach(
        (type, part) -> {
          if (part.value instanceof LuaState.Forkable<?> forkable) {
            other.parts.put(type, new Part(forkable.fork()));
          }
        });
    return other;
  }

  <T> T get(LuaState state, Class<T> type, Supplier<? extends T> make) {
    Part part = parts.get(type);
    if (part == null) {
      part = new Part(make.get());
      parts.put(type, part);
    }
    if (state.journal != null
        && part.keptIn != state.owner
        && part.value instanceof LuaState.Undoable<?> undoable) {
      part.keptIn = state.owner;
      state.note(PartUndo.of(undoable));
    }
    return type.cast(part.value);
  }

  private static final class PartUndo<S> implements Undo.Unshared {
    private final LuaState.Undoable<S> part;
    private S saved;

    PartUndo(LuaState.Undoable<S> part, S saved) {
      this.part = part;
      this.saved = saved;
    }

    static <S> PartUndo<S> of(LuaState.Undoable<S> part) {
      return new PartUndo<>(part, part.save());
    }

    @Override
    public void exchange() {
      S now = part.save();
      part.load(saved);
      saved = now;
    }

    @Override
    public Undo again() {
      return new PartUndo<>(part, saved);
    }
  }
}

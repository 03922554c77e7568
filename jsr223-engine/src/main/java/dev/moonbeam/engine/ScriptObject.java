package dev.moonbeam.engine;

import org.jspecify.annotations.Nullable;

/**
 * A Lua table with a metatable, as the host sees it: an object with an identity, not data.
 * Everything done with it runs as an evaluation of its own, as calling a {@link ScriptFunction}
 * does, metamethods included.
 */
public interface ScriptObject {
  /** The field {@code object[name]}; null for nil. */
  @Nullable Object get(String name) throws ScriptFailure;

  /** Sets the field {@code object[name]}. */
  void set(String name, @Nullable Object value) throws ScriptFailure;

  /** Calls {@code object:name(...)}. */
  @Nullable Object call(String name, @Nullable Object... arguments) throws ScriptFailure;

  /** The method bound to the object, or null when there is none. */
  @Nullable ScriptFunction method(String name) throws ScriptFailure;
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions that no call in the source names: handlers of events (manual, 2.4). Each event
 * has a method of its own here, called what the event is, so that {@link Frames} can tell from the
 * Java stack how such a function was called: {@code metamethod 'add'}.
 */
final class MetamethodCalls {
  /** What a hook is called as. */
  static final VariableName HOOK = new VariableName("hook", "?");

  private MetamethodCalls() {}

  /** How a function is called whose caller on the Java stack is that method of this class. */
  static VariableName nameOf(String method) {
    // The switch over events comes last on the stack, when its method has named the function.
    return switch (method) {
      case "hook" -> HOOK;
      case "gc" -> new VariableName("metamethod", "__gc");
      default -> new VariableName("metamethod", method);
    };
  }

  /** The handler's first result. */
  static Object call(Process process, Metamethod event, Fun handler, Object a, Object b) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    try {
      return switch (event) {
        case ADD -> add(process, handler, a, b);
        case SUB -> sub(process, handler, a, b);
        case MUL -> mul(process, handler, a, b);
        case DIV -> div(process, handler, a, b);
        case MOD -> mod(process, handler, a, b);
        case POW -> pow(process, handler, a, b);
        case IDIV -> idiv(process, handler, a, b);
        case UNM -> unm(process, handler, a, b);
        case BAND -> band(process, handler, a, b);
        case BOR -> bor(process, handler, a, b);
        case BXOR -> bxor(process, handler, a, b);
        case SHL -> shl(process, handler, a, b);
        case SHR -> shr(process, handler, a, b);
        case BNOT -> bnot(process, handler, a, b);
        case CONCAT -> concat(process, handler, a, b);
        case LEN -> len(process, handler, a, b);
        case EQ -> eq(process, handler, a, b);
        case LT -> lt(process, handler, a, b);
        case LE -> le(process, handler, a, b);
        case CLOSE -> close(process, handler, a, b);
        default -> throw new IllegalArgumentException(event.event());
      };
    } finally {
      state.unnest(nesting);
    }
  }

  private static Object add(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object sub(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object mul(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object div(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object mod(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object pow(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object idiv(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object unm(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object band(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object bor(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object bxor(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object shl(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object shr(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object bnot(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object concat(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object len(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object eq(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object lt(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object le(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  private static Object close(Process process, Fun handler, Object a, Object b) {
    return process.call(handler, a, b);
  }

  static Object index(Process process, Fun handler, Object object, Object key) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    try {
      return process.call(handler, object, key);
    } finally {
      state.unnest(nesting);
    }
  }

  static void newindex(Process process, Fun handler, Object object, Object key, Object value) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    try {
      process.call(handler, object, key, value);
    } finally {
      state.unnest(nesting);
    }
  }

  /** Closes a value while its stack is left: its handler has no name then. */
  static void unwinding(Process process, Object value, Object error) {
    Closing.close(process, value, error);
  }

  /** Calls a hook: no event of a metatable, but no more in the source than those. */
  static void hook(Process process, Fun hook, Object event, Object line) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    int unyieldable = state.forbidYield();
    try {
      process.call(hook, event, line);
    } finally {
      state.setUnyieldable(unyieldable);
      state.unnest(nesting);
    }
  }

  /** Calls a finalizer in protected mode; gives the error it ended with. */
  static @Nullable Raise gc(Process process, Fun finalizer, Object object) {
    return Protected.run(process, finalizer, object);
  }
}

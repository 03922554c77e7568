package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.policy.HostAccess;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of host objects as Lua sees them, {@code object:method(...)}: public ones that the
 * policy's {@link HostAccess} names, never those of {@code Object}. Everything else of an object
 * reads as nil. There is no way from here to reflection, to classes or to fields.
 */
final class HostMethods {
  /** Reductions for finding and calling a method. */
  private static final int COST = 20;

  private final Callables callables;
  private final HostAccess access;
  private final Map<Key, @Nullable Fun> methods = new HashMap<>();

  private record Key(Class<?> type, String name) {}

  /**
   * @param access what the policy shows
   */
  HostMethods(Callables callables, HostAccess access) {
    this.callables = callables;
    this.access = access;
  }

  /** Makes the methods visible in the process's state. */
  void install(Process process) {
    LuaState state = LuaState.of(process);
    LuaTable metatable = LuaTable.create(process);
    metatable.putString(process, "__index", new Index());
    metatable.putString(process, "__name", Binary.of("host object"));
    metatable.putString(process, "__metatable", Atom.FALSE);
    state.setHostMetatable(metatable);
  }

  /** The function for a method; null when there is none that scripts may see. */
  private @Nullable Fun find(Class<?> type, String name) {
    return methods.computeIfAbsent(
        new Key(type, name),
        _ -> {
          List<Overload> overloads = overloads(type, name);
          return overloads.isEmpty() ? null : new Bound(type, name, overloads);
        });
  }

  private List<Overload> overloads(Class<?> type, String name) {
    List<Overload> found = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && method.getDeclaringClass() != Object.class
          && !Modifier.isStatic(method.getModifiers())
          && !method.isBridge()
          && access.allows(type, method)) {
        MethodHandle handle = handle(method);
        if (handle != null) {
          found.add(new Overload(method, handle));
        }
      }
    }
    return found;
  }

  /** Null when the method's class is not accessible to everybody. */
  private static @Nullable MethodHandle handle(Method method) {
    try {
      MethodHandle handle =
          method.trySetAccessible()
              ? MethodHandles.lookup().unreflect(method)
              : MethodHandles.publicLookup().unreflect(method);
      return handle
          .asFixedArity()
          .asType(handle.type().generic())
          .asSpreader(Object[].class, method.getParameterCount());
    } catch (IllegalAccessException _) {
      return null;
    }
  }

  private record Overload(Method method, MethodHandle handle) {
    /** The arguments as the parameters want them. */
    Object[] coerce(Object[] given, ToHost toHost) {
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        if (method.isVarArgs() && i == types.length - 1) {
          arguments[i] = Coercion.rest(given, i + 1, types[i], toHost);
        } else {
          Object argument = i + 1 < given.length ? given[i + 1] : Atom.NIL;
          arguments[i] = Coercion.argument(i, argument, types[i], toHost);
        }
      }
      return arguments;
    }
  }

  /** The metamethod {@code __index} of host objects. */
  private final class Index extends Fun {
    @Override
    public int arity() {
      return 2;
    }

    @Override
    public String displayName() {
      return "metamethod 'index'";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(COST);
      if (arguments.length > 1
          && arguments[0] instanceof HostObject host
          && arguments[1] instanceof Binary name) {
        Fun method = find(host.object().getClass(), name.toString());
        return method == null ? Atom.NIL : method;
      }
      return Atom.NIL;
    }
  }

  /** A method, called with its object first. */
  private final class Bound extends Fun {
    private final Class<?> type;
    private final String name;
    private final List<Overload> overloads;

    Bound(Class<?> type, String name, List<Overload> overloads) {
      this.type = type;
      this.name = name;
      this.overloads = overloads;
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    public String displayName() {
      return "method '" + name + "'";
    }

    @Override
    public Object callN(Process process, Object[] given) {
      process.charge(COST);
      return HostCall.of(
          process,
          LuaBridge.INSTANCE,
          () -> {
            if (given.length == 0
                || !(given[0] instanceof HostObject host)
                || !type.isInstance(host.object())) {
              throw new ConversionException(
                  "calling '" + name + "' without its object (use ':' rather than '.')");
            }
            Overload chosen = null;
            Object[] arguments = null;
            ConversionException refusal = null;
            for (Overload overload : byFit(given.length - 1)) {
              try {
                arguments = overload.coerce(given, callables.toHost(process));
                chosen = overload;
                break;
              } catch (ConversionException e) {
                refusal = e;
              }
            }
            if (chosen == null || arguments == null) {
              throw refusal == null ? new ConversionException("bad arguments") : refusal;
            }
            MethodHandle handle = chosen.handle;
            Object[] values = arguments;
            Object result = process.hostCall(() -> HostCall.invoke(handle, host.object(), values));
            return callables.fromHost(process).convert(result);
          });
    }

    /** Those with as many parameters as there are arguments first. */
    private List<Overload> byFit(int count) {
      if (overloads.size() == 1) {
        return overloads;
      }
      List<Overload> sorted = new ArrayList<>(overloads);
      sorted.sort(
          (a, b) ->
              Integer.compare(
                  Math.abs(a.method.getParameterCount() - count),
                  Math.abs(b.method.getParameterCount() - count)));
      return sorted;
    }
  }
}

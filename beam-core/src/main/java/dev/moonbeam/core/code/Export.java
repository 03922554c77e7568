package dev.moonbeam.core.code;

import dev.moonbeam.core.codegen.Passing;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.jspecify.annotations.Nullable;

/**
 * What {@code module:function/arity} means on a node now. All remote calls of that name share
 * {@link #site}, which leads straight to the current version's method, so HotSpot inlines through
 * it; loading code changes its target.
 *
 * <p>While nothing is known, the target is {@link #resolve}: the first call loads what must be
 * loaded and links.
 */
final class Export {
  private static final MethodHandle RESOLVE;

  static {
    try {
      RESOLVE =
          MethodHandles.lookup()
              .findVirtual(
                  Export.class,
                  "resolve",
                  MethodType.methodType(Object.class, Process.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final String module;
  final String function;
  final int arity;

  /** Null for more arguments than a call site has: such calls go by name. */
  final @Nullable MutableCallSite site;

  /**
   * Whether the server knows it and keeps it linked to current code; else it is never linked
   * itself.
   */
  final boolean registered;

  private final NodeCodeServer server;

  /** What the site leads to as a function value; null while it is not resolved. */
  private volatile @Nullable Fun target;

  Export(NodeCodeServer server, String module, String function, int arity, boolean registered) {
    this.registered = registered;
    this.server = server;
    this.module = module;
    this.function = function;
    this.arity = arity;
    this.site = arity > Passing.MOST ? null : new MutableCallSite(unresolved());
  }

  static MethodType type(int arity) {
    return MethodType.genericMethodType(arity + 1).changeParameterType(0, Process.class);
  }

  private MethodHandle unresolved() {
    return RESOLVE.bindTo(this).asCollector(Object[].class, arity).asType(type(arity));
  }

  /** Links to a function. Called under the server's lock. */
  void link(Fun fun, @Nullable MethodHandle direct) {
    if (site != null) {
      site.setTarget(direct != null ? direct.asType(type(arity)) : callOf(fun));
    }
    target = fun;
  }

  /** Forgets what it leads to: the next call looks anew. Called under the server's lock. */
  void unlink() {
    target = null;
    if (site != null) {
      site.setTarget(unresolved());
    }
  }

  @Nullable Fun target() {
    return target;
  }

  private MethodHandle callOf(Fun fun) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      if (arity > 4) {
        return lookup
            .findVirtual(
                Fun.class,
                "callN",
                MethodType.methodType(Object.class, Process.class, Object[].class))
            .bindTo(fun)
            .asCollector(Object[].class, arity)
            .asType(type(arity));
      }
      return lookup.findVirtual(Fun.class, "call" + arity, type(arity)).bindTo(fun);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("call" + arity, e);
    }
  }

  /** The call while nothing is linked. */
  Object resolve(Process process, Object[] arguments) {
    Fun found = server.resolve(this);
    return found != null
        ? found.callN(process, arguments)
        : server.undefined(process, module, function, arguments);
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.StackTraces;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls by name and exceptions: {@code apply}, {@code error}, {@code exit}, {@code throw}, {@code
 * raise}.
 */
@BuiltinModule("erlang")
public final class ControlBifs {
  private static final Atom NONE = Atom.of("none");
  private static final Atom ERROR_INFO = Atom.of("error_info");

  private static final List<Atom> ITEMS_OF_EXTERNAL =
      Stream.of("module", "name", "arity", "env", "type").map(Atom::of).toList();
  private static final List<Atom> ITEMS_OF_LOCAL =
      Stream.of(
              "pid",
              "module",
              "new_index",
              "new_uniq",
              "index",
              "uniq",
              "name",
              "arity",
              "env",
              "type")
          .map(Atom::of)
          .toList();

  private ControlBifs() {}

  @Builtin("apply")
  public static Object apply(Process process, Object function, Object arguments) {
    Object[] values = Lists.toArray(process, arguments);
    if (values == null) {
      throw Errors.badarg(process, function, arguments);
    }
    if (function instanceof Fun fun) {
      return Special.tailCall(fun, values);
    }
    throw Errors.badfun(process, function);
  }

  @Builtin("apply")
  public static Object apply(Process process, Object module, Object function, Object arguments) {
    Object[] values = Lists.toArray(process, arguments);
    if (values == null || !(module instanceof Atom m) || !(function instanceof Atom f)) {
      throw Errors.badarg(process, module, function, arguments);
    }
    return process.node().code().linker().tailCall(process, m, f, values);
  }

  @Builtin("make_fun")
  public static Object makeFun(Process process, Object module, Object function, Object arity) {
    if (module instanceof Atom m
        && function instanceof Atom f
        && arity instanceof Long n
        && n >= 0
        && n <= 255) {
      return process.node().code().external(m.name(), f.name(), n.intValue());
    }
    throw Errors.badarg(process, module, function, arity);
  }

  @Builtin("function_exported")
  public static Object functionExported(
      Process process, Object module, Object function, Object arity) {
    if (module instanceof Atom m && function instanceof Atom f && arity instanceof Long n) {
      return Atom.of(
          n >= 0 && n <= 255 && process.node().code().isExported(m.name(), f.name(), n.intValue()));
    }
    throw Errors.badarg(process, module, function, arity);
  }

  @Builtin("is_builtin")
  public static Object isBuiltin(Process process, Object module, Object function, Object arity) {
    if (!(module instanceof Atom m)
        || !(function instanceof Atom f)
        || !(arity instanceof Long n)) {
      throw Errors.badarg(process, module, function, arity);
    }
    for (var table : ErlangLibrary.tables()) {
      if (table.module().equals(m.name())) {
        for (var row : table.rows()) {
          if (row.name().equals(f.name()) && row.arity() == n) {
            return Atom.TRUE;
          }
        }
      }
    }
    return Atom.FALSE;
  }

  @Builtin("error")
  public static Object error(Process process, Object reason) {
    throw Errors.error(process, reason);
  }

  @Builtin("error")
  public static Object error(Process process, Object reason, Object arguments) {
    if (arguments == NONE) {
      throw Errors.error(process, reason);
    }
    Object[] values = Lists.toArray(process, arguments);
    if (values == null) {
      throw Errors.badarg(process, reason, arguments);
    }
    throw Errors.errorWith(process, reason, values);
  }

  @Builtin("error")
  public static Object error(Process process, Object reason, Object arguments, Object options) {
    TermMap information = null;
    Object[] values = arguments == NONE ? null : Lists.toArray(process, arguments);
    // What is no option is passed over.
    for (Object rest = options; rest instanceof Cons cell; rest = cell.tail) {
      process.charge(1);
      if (cell.head instanceof Tuple option
          && option.size() == 2
          && option.get(0) == ERROR_INFO
          && option.get(1) instanceof TermMap map) {
        information = map;
      }
    }
    throw Errors.errorWith(process, reason, values, information);
  }

  @Builtin("nif_error")
  public static Object nifError(Process process, Object reason) {
    throw Errors.error(process, reason);
  }

  @Builtin("nif_error")
  public static Object nifError(Process process, Object reason, Object arguments) {
    return error(process, reason, arguments);
  }

  @Builtin("exit")
  public static Object exit(Process process, Object reason) {
    throw Errors.exit(process, reason);
  }

  @Builtin("throw")
  public static Object throwValue(Process process, Object value) {
    throw Errors.thrown(process, value);
  }

  @Builtin("raise")
  public static Object raise(Process process, Object kind, Object reason, Object trace) {
    if ((kind == Atom.ERROR || kind == Atom.EXIT || kind == Atom.THROW)
        && isTrace(process, trace)) {
      throw Errors.raise((Atom) kind, reason, StackTraces.shortened(trace));
    }
    // As in OTP a wrong trace is a value, not an exception.
    return Errors.BADARG;
  }

  private static boolean isTrace(Process process, Object trace) {
    Object rest = trace;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      process.charge(1);
      if (!(cell.head instanceof Tuple entry) || entry.size() < 2 || entry.size() > 4) {
        return false;
      }
    }
    return rest == Nil.EMPTY;
  }

  @Builtin("fun_info")
  public static Object funInfo(Process process, Object function) {
    if (!(function instanceof Fun fun)) {
      throw Errors.badarg(process, function);
    }
    List<Atom> items = FunNames.isExternal(fun) ? ITEMS_OF_EXTERNAL : ITEMS_OF_LOCAL;
    return Cons.list(items.stream().map(item -> funInfo(process, fun, item)).toArray());
  }

  @Builtin("fun_info")
  public static Object funInfo(Process process, Object function, Object item) {
    if (!(function instanceof Fun fun) || !(item instanceof Atom key)) {
      throw Errors.badarg(process, function, item);
    }
    Object value =
        switch (key.name()) {
          case "arity" -> (long) fun.arity();
          case "type" -> Atom.of(FunNames.isExternal(fun) ? "external" : "local");
          case "module" -> FunNames.module(fun);
          case "name" -> FunNames.name(fun);
          case "env" -> FunNames.environment(fun);
          case "index", "new_index" -> FunNames.index(fun);
          case "uniq" -> FunNames.unique(fun);
          case "new_uniq" -> FunNames.digest(fun);
          // Who made a function, and how often it is referred to, is not kept.
          case "pid", "refc" -> Atom.UNDEFINED;
          default -> throw Errors.badarg(process, function, item);
        };
    return new Tuple(item, value);
  }

  /** Module, name and arity of a fun in one tuple, as OTP's own tools ask for them. */
  @Builtin("fun_info_mfa")
  public static Object funInfoMfa(Process process, Object function) {
    if (!(function instanceof Fun fun)) {
      throw Errors.badarg(process, function);
    }
    return new Tuple(FunNames.module(fun), FunNames.name(fun), (long) fun.arity());
  }

  @Builtin("fun_to_list")
  public static Object funToList(Process process, Object function) {
    if (function instanceof Fun fun) {
      return Lists.ofText(process, FunNames.show(fun));
    }
    throw Errors.badarg(process, function);
  }
}

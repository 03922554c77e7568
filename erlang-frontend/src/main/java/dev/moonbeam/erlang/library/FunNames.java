package dev.moonbeam.erlang.library;

import dev.moonbeam.core.code.ExternalFun;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;

/** Where a function value comes from, and how it is shown. */
final class FunNames {
  private FunNames() {}

  static boolean isExternal(Fun fun) {
    return !(fun instanceof ModuleFun);
  }

  static Atom module(Fun fun) {
    return switch (fun) {
      case ModuleFun own -> Atom.of(own.loader().compiled().name());
      case ExternalFun external -> Atom.of(external.module());
      default -> Atom.of(part(fun.displayName(), 0, "erlang"));
    };
  }

  static Atom name(Fun fun) {
    return switch (fun) {
      case ModuleFun _ -> Atom.of(withoutArity(fun));
      case ExternalFun external -> Atom.of(external.function());
      default -> Atom.of(part(fun.displayName(), 1, fun.displayName()));
    };
  }

  /** A fun of a named function is shown as {@code name/arity}. */
  private static String withoutArity(Fun fun) {
    String shown = fun.displayName();
    String arity = "/" + fun.arity();
    return shown.endsWith(arity) ? shown.substring(0, shown.length() - arity.length()) : shown;
  }

  /** Module (0) or function (1) of a name such as {@code lists:reverse/1}. */
  private static String part(String shown, int which, String otherwise) {
    int colon = shown.indexOf(':');
    int slash = shown.lastIndexOf('/');
    if (colon <= 0 || slash < colon) {
      return otherwise;
    }
    return which == 0 ? shown.substring(0, colon) : shown.substring(colon + 1, slash);
  }

  static Object environment(Fun fun) {
    return fun instanceof ModuleFun own ? Cons.list(own.captured()) : Nil.EMPTY;
  }

  /**
   * {@code #Fun<module.index.unique>} or {@code fun module:function/arity}, as the shell shows it.
   */
  public static String show(Fun fun) {
    return fun instanceof ModuleFun own
        ? "#Fun<"
            + own.loader().compiled().name()
            + "."
            + own.index()
            + "."
            + uniqueNumber(own)
            + ">"
        : fun.displayName().startsWith("fun ") ? fun.displayName() : "fun " + fun.displayName();
  }

  /** The number of the fun in its module. */
  static Object index(Fun fun) {
    return fun instanceof ModuleFun own ? (Object) (long) own.index() : Atom.UNDEFINED;
  }

  /** A number that other modules' funs are unlikely to have. */
  static Object unique(Fun fun) {
    return fun instanceof ModuleFun own ? (Object) uniqueNumber(own) : Atom.UNDEFINED;
  }

  private static long uniqueNumber(ModuleFun fun) {
    return fun.loader().compiled().className().hashCode() & 0x7FFFFFF;
  }

  /** As {@link #unique} in 16 bytes. */
  static Object digest(Fun fun) {
    return fun instanceof ModuleFun own
        ? new Md5().update(Binary.of(own.loader().compiled().className())).digest()
        : Atom.UNDEFINED;
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.code.ExternalFun;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;

/** Where a function value comes from, and how it is shown. */
public final class FunNames {
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
      case ModuleFun _ -> Atom.of(fun.displayName());
      case ExternalFun external -> Atom.of(external.function());
      default -> Atom.of(part(fun.displayName(), 1, fun.displayName()));
    };
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
            + (own.loader().compiled().className().hashCode() & 0x7FFFFFF)
            + ">"
        : fun.displayName().startsWith("fun ") ? fun.displayName() : "fun " + fun.displayName();
  }
}

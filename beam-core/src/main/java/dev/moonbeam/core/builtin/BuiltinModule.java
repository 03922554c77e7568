package dev.moonbeam.core.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@link Builtin} methods form a library: a Lua library table or (part of) an
 * Erlang module. The annotation processor writes {@code <Class>Table implements BuiltinTable}
 * beside it. Several classes may share a name.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinModule {
  /**
   * The library's name in the language: {@code string}, {@code lists}; empty for Lua's basic
   * functions.
   */
  String value();

  /**
   * Whether the functions take exactly the arguments declared (Erlang) or adjust them, nil for
   * missing (Lua).
   */
  boolean strictArity() default true;

  /**
   * A Java expression for an argument that was not passed to a function of adjusted arity, where
   * the language tells it from nil ("got no value"); by default it is nil.
   */
  String absent() default "Atom.NIL";
}

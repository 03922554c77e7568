package dev.moonbeam.core.builtin;

import dev.moonbeam.policy.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that scripts can call: {@code static Object name(Process process, Object... each
 * parameter)}. Result and parameters are terms (type Object). With a last parameter of type {@code
 * Object[]} it takes any number of further arguments. It may return a {@code Special} (several
 * results, or a tail call of a script's function).
 *
 * <p>What every builtin owes: charge {@code process} reductions for work beyond its constant cost,
 * check a size before allocating, charge what it allocates, never run unmetered.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Builtin {
  /** Name in the language. */
  String value();

  /** Reductions charged at each call. */
  int cost() default 1;

  /** What the policy must grant; without it the builtin links to a thrower. */
  Capability[] needs() default {};

  /** Whether it may stand in an Erlang guard. */
  boolean guard() default false;
}

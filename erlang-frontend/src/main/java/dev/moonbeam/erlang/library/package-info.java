/**
 * Erlang's libraries written in Java: the BIFs of module {@code erlang}, by theme, and the modules
 * where speed or access to the runtime asks for Java. What is written in Erlang is in {@code
 * src/main/erlang}. Each class is a builtin module; each method says its work to the process it is
 * called on.
 */
@NullMarked
package dev.moonbeam.erlang.library;

import org.jspecify.annotations.NullMarked;

/**
 * The host API: nodes, languages on them, processes, functions and values of scripts. Start at
 * {@link dev.moonbeam.engine.Moonbeam}. The {@code javax.script} engines are thin adapters over it.
 *
 * <p>Values cross between the host and a script as follows, nested and cyclic data included.
 *
 * <table>
 *   <caption>From a script to the host</caption>
 *   <tr><th>script</th><th>host</th></tr>
 *   <tr><td>integer</td><td>{@code Long}; {@code BigInteger} past 64 bits</td></tr>
 *   <tr><td>float</td><td>{@code Double}</td></tr>
 *   <tr><td>{@code true}, {@code false}, {@code nil}</td><td>{@code Boolean}, null</td></tr>
 *   <tr><td>any other atom</td><td>{@link dev.moonbeam.core.term.Atom}</td></tr>
 *   <tr><td>Lua string, Erlang binary</td><td>{@code String}, decoded as UTF-8; a byte that is not UTF-8
 *       becomes the lone surrogate U+DC00 + byte, and that byte again on its way back. {@code byte[]} where one is asked
 *       for</td></tr>
 *   <tr><td>list (strings in double quotes are lists of integers)</td><td>{@code List}</td></tr>
 *   <tr><td>tuple</td><td>{@link dev.moonbeam.engine.TupleValue}, a {@code List}</td></tr>
 *   <tr><td>map</td><td>{@code Map}, in the order of the script</td></tr>
 *   <tr><td>Lua table with exactly the keys 1 to n, n not 0</td><td>{@code List}</td></tr>
 *   <tr><td>any other Lua table</td><td>{@code Map}, in insertion order</td></tr>
 *   <tr><td>function</td><td>{@link dev.moonbeam.engine.ScriptFunction}</td></tr>
 *   <tr><td>host object</td><td>the object</td></tr>
 *   <tr><td>pid, reference, bit string, improper list</td><td>the term itself</td></tr>
 * </table>
 *
 * <p>Lists and maps are copies: changing one does not change the script's data. Metatables play no
 * part. A table, a function or another value with an identity that is a key of a map stays the term
 * it is.
 *
 * <p>The other way, {@code null}, {@code Boolean}, every {@code Number} (a {@code BigInteger} too
 * large for Lua becomes a float), {@code Character}, {@code String}, {@code byte[]}, arrays, {@code
 * Collection}, {@code Map} and the values above become what the table says (in Lua, lists and maps
 * become tables, as copies); an object of a functional interface becomes a function; terms stay as
 * they are; anything else is a host object, of which scripts can use what {@link
 * dev.moonbeam.policy.HostAccess} names. The engine never calls {@code toString}, {@code equals} or
 * {@code hashCode} of a host object.
 */
@NullMarked
package dev.moonbeam.engine;

import org.jspecify.annotations.NullMarked;

package dev.moonbeam.erlang.syntax;

import java.util.Map;
import java.util.Set;

/**
 * The type names that the language itself defines. Reference manual, "Types and Function
 * Specifications".
 */
public final class BuiltinTypes {
  private static final Map<String, Set<Integer>> TYPES =
      Map.ofEntries(
          Map.entry("any", Set.of(0)),
          Map.entry("arity", Set.of(0)),
          Map.entry("atom", Set.of(0)),
          Map.entry("binary", Set.of(0)),
          Map.entry("bitstring", Set.of(0)),
          Map.entry("bool", Set.of(0)),
          Map.entry("boolean", Set.of(0)),
          Map.entry("byte", Set.of(0)),
          Map.entry("char", Set.of(0)),
          Map.entry("dynamic", Set.of(0)),
          Map.entry("float", Set.of(0)),
          Map.entry("function", Set.of(0)),
          Map.entry("identifier", Set.of(0)),
          Map.entry("integer", Set.of(0)),
          Map.entry("iodata", Set.of(0)),
          Map.entry("iolist", Set.of(0)),
          Map.entry("list", Set.of(0, 1)),
          Map.entry("map", Set.of(0)),
          Map.entry("maybe_improper_list", Set.of(0, 2)),
          Map.entry("mfa", Set.of(0)),
          Map.entry("module", Set.of(0)),
          Map.entry("neg_integer", Set.of(0)),
          Map.entry("nil", Set.of(0)),
          Map.entry("no_return", Set.of(0)),
          Map.entry("node", Set.of(0)),
          Map.entry("non_neg_integer", Set.of(0)),
          Map.entry("none", Set.of(0)),
          Map.entry("nonempty_binary", Set.of(0)),
          Map.entry("nonempty_bitstring", Set.of(0)),
          Map.entry("nonempty_improper_list", Set.of(2)),
          Map.entry("nonempty_list", Set.of(0, 1)),
          Map.entry("nonempty_maybe_improper_list", Set.of(0, 2)),
          Map.entry("nonempty_string", Set.of(0)),
          Map.entry("number", Set.of(0)),
          Map.entry("pid", Set.of(0)),
          Map.entry("port", Set.of(0)),
          Map.entry("pos_integer", Set.of(0)),
          Map.entry("reference", Set.of(0)),
          Map.entry("string", Set.of(0)),
          Map.entry("term", Set.of(0)),
          Map.entry("timeout", Set.of(0)),
          Map.entry("tuple", Set.of(0)));

  private BuiltinTypes() {}

  public static boolean isBuiltin(String name, int arity) {
    return TYPES.getOrDefault(name, Set.of()).contains(arity);
  }
}

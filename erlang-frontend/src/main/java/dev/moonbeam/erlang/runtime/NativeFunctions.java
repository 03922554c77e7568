package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.term.Atom;
import java.util.Set;

/**
 * Which of the library's functions OTP has written in C. They run on behalf of their caller, whom a
 * stack trace shows below them even if it called in tail position; of a function in Erlang such a
 * caller is gone.
 */
final class NativeFunctions {
  private static final Set<String> MODULES =
      Set.of("atomics", "binary", "erlang", "ets", "math", "persistent_term", "re");

  /** Of those modules what is in Erlang all the same. */
  private static final Set<String> NOT =
      Set.of(
          "binary:bin_to_list",
          "binary:decode_hex",
          "binary:encode_hex",
          "binary:replace",
          "ets:delete_all_objects",
          "ets:file2tab",
          "ets:foldl",
          "ets:foldr",
          "ets:match_delete",
          "ets:match_spec_run",
          "ets:select_delete",
          "ets:tab2file",
          "ets:tab2list",
          "ets:tabfile_info",
          "ets:test_ms",
          "re:replace",
          "re:split");

  /** Of other modules. */
  private static final Set<String> ALSO =
      Set.of(
          "lists:keyfind",
          "lists:keymember",
          "lists:keysearch",
          "lists:member",
          "maps:find",
          "maps:from_keys",
          "maps:from_list",
          "maps:get",
          "maps:is_key",
          "maps:keys",
          "maps:merge",
          "maps:put",
          "maps:remove",
          "maps:take",
          "maps:update",
          "maps:values",
          "os:getenv",
          "os:system_time");

  private NativeFunctions() {}

  static boolean contains(Atom module, Atom function) {
    String name = module.name() + ":" + function.name();
    return MODULES.contains(module.name()) ? !NOT.contains(name) : ALSO.contains(name);
  }
}

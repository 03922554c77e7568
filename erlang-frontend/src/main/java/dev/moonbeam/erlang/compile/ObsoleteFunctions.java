package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What OTP has given up: functions of modules that exist here or that old code calls ({@code
 * otp_internal}), and the type tests of before R10, as in {@code when atom(X)}, which mean the
 * tests of today at the top of a guard and nowhere else.
 */
final class ObsoleteFunctions {
  /** What is said of a call, and whether the function is gone already. */
  record Note(boolean removed, String text) {}

  private static final Map<String, Note> NOTES =
      Map.ofEntries(
          deprecated(
              "calendar:local_time_to_universal_time/1",
              "use calendar:local_time_to_universal_time_dst/1 instead"),
          deprecated("code:is_module_native/1", "HiPE has been removed", "OTP 26"),
          deprecated("code:rehash/0", "the code path cache feature has been removed", "OTP 26"),
          deprecated("crypto:rand_uniform/2", "use rand:uniform/1 instead"),
          deprecated(
              "erlang:now/0",
              "see the \"Time and Time Correction in Erlang\" chapter of the ERTS User's Guide for"
                  + " more information"),
          deprecated("erlang:phash/2", "use erlang:phash2/2 instead"),
          deprecated("net:call/4", "use rpc:call/4 instead"),
          deprecated("net:cast/4", "use rpc:cast/4 instead"),
          deprecated("net:broadcast/3", "use rpc:eval_everywhere/3 instead"),
          deprecated("net:ping/1", "use net_adm:ping/1 instead"),
          deprecated("queue:lait/1", "use queue:liat/1 instead"),
          deprecated(
              "sys:get_debug/3",
              "incorrectly documented and only for internal use. Can often be replaced with"
                  + " sys:get_log/1"),
          deprecated("zlib:adler32/2", "use erlang:adler32/1 instead", "OTP 27"),
          deprecated("zlib:adler32/3", "use erlang:adler32/2 instead", "OTP 27"),
          deprecated("zlib:crc32/2", "use erlang:crc32/1 instead", "OTP 27"),
          deprecated("zlib:crc32/3", "use erlang:crc32/2 instead", "OTP 27"),
          deprecated("zlib:inflateChunk/1", "use safeInflate/2 instead", "OTP 27"),
          deprecated("zlib:inflateChunk/2", "use safeInflate/2 instead", "OTP 27"),
          deprecated("gen_fsm", "use the 'gen_statem' module instead"),
          deprecated("random", "use the 'rand' module instead"),
          deprecated("slave", "use the 'peer' module instead", "OTP 27"),
          removed("crypto:cmac/3", "use crypto:mac/4 instead"),
          removed("crypto:cmac/4", "use crypto:macN/5 instead"),
          removed("crypto:hmac/3", "use crypto:mac/4 instead"),
          removed("crypto:hmac/4", "use crypto:macN/5 instead"),
          removed("crypto:hmac_final/1", "use crypto:mac_final/1 instead"),
          removed("crypto:hmac_final_n/2", "use crypto:mac_finalN/2 instead"),
          removed("crypto:hmac_init/2", "use crypto:mac_init/3 instead"),
          removed("crypto:hmac_update/2", "use crypto:mac_update/2 instead"),
          removed("crypto:poly1305/2", "use crypto:mac/3 instead"),
          removed("crypto:stream_decrypt/2", "use crypto:crypto_update/2 instead"),
          removed("crypto:stream_encrypt/2", "use crypto:crypto_update/2 instead"),
          removed("erl_lint:modify_line/2", "use erl_parse:map_anno/2 instead"),
          removed("erl_parse:get_attribute/2", "erl_anno:{column,line,location,text}/1 instead"),
          removed("erl_parse:get_attributes/1", "erl_anno:{column,line,location,text}/1 instead"),
          removed("erl_parse:set_line/2", "use erl_anno:set_line/2"),
          removed("erl_scan:attributes_info", "use erl_anno:{column,line,location,text}/1 instead"),
          removed("erl_scan:set_attribute/3", "use erl_anno:set_line/2 instead"),
          removed(
              "erl_scan:token_info",
              "use erl_scan:{category,column,line,location,symbol,text}/1 instead"),
          removed(
              "erlang:get_stacktrace/0",
              "use the new try/catch syntax for retrieving the stack backtrace"),
          removed("erlang:hash/2", "use erlang:phash2/2 instead"),
          removed("filename:find_src", "use filelib:find_source/1,3 instead"),
          removed("filename:safe_relative_path/1", "use filelib:safe_relative_path/2 instead"),
          removed("pg2", "this module was removed in OTP 24. Use 'pg' instead"),
          removed("rpc:safe_multi_server_call/2", "use rpc:multi_server_call/2 instead"),
          removed("rpc:safe_multi_server_call/3", "use rpc:multi_server_call/3 instead"));

  /** Types that are gone, and what took their place. */
  private static final Map<String, String> TYPES =
      Map.of(
          "erl_scan:column()", "use erl_anno:column() instead",
          "erl_scan:line()", "use erl_anno:line() instead",
          "erl_scan:location()", "use erl_anno:location() instead");

  private static final Set<String> TYPE_TESTS =
      Set.of(
          "atom/1",
          "binary/1",
          "float/1",
          "function/1",
          "integer/1",
          "list/1",
          "number/1",
          "pid/1",
          "port/1",
          "record/2",
          "reference/1",
          "tuple/1");

  private ObsoleteFunctions() {}

  private static Map.Entry<String, Note> deprecated(String what, String note) {
    return Map.entry(what, new Note(false, " is deprecated; " + note));
  }

  private static Map.Entry<String, Note> deprecated(String what, String note, String release) {
    return Map.entry(
        what, new Note(false, " is deprecated and will be removed in " + release + "; " + note));
  }

  private static Map.Entry<String, Note> removed(String what, String note) {
    return Map.entry(what, new Note(true, " is removed; " + note));
  }

  /** What is said of a call, or null. */
  static @Nullable Note note(String module, String name, int arity) {
    String function = module + ":" + name + "/" + arity;
    for (String known : List.of(function, module + ":" + name, module)) {
      Note note = NOTES.get(known);
      if (note != null) {
        return new Note(note.removed, function + note.text);
      }
    }
    return null;
  }

  /** What is said of a type of another module, or null. */
  static @Nullable String typeNote(String module, String name) {
    String type = module + ":" + name + "()";
    String note = TYPES.get(type);
    return note == null ? null : "the type " + type + " is removed; " + note;
  }

  /** Whether a test at the top of a guard is one of the old ones. */
  static boolean isTypeTest(Node test) {
    return test instanceof Node.Call(_, Node.Literal(_, Atom name), var arguments)
        && TYPE_TESTS.contains(name.name() + "/" + arguments.size());
  }

  /** The test of today for an old one at the top of a guard; other tests as they are. */
  static Node current(Node test) {
    return isTypeTest(test)
            && test
                instanceof Node.Call(long at, Node.Literal(long nameAt, Atom name), var arguments)
        ? new Node.Call(at, new Node.Literal(nameAt, Atom.of("is_" + name.name())), arguments)
        : test;
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a module has the callbacks that its behaviours ask for. */
final class Behaviours {
  /** Callbacks without the optional ones, of the behaviours that OTP defines. */
  private static final Map<String, List<FunctionName>> CALLBACKS =
      Map.of(
          "gen_server", names("init/1", "handle_call/3", "handle_cast/2"),
          "gen_statem", names("init/1", "callback_mode/0"),
          "gen_event", names("init/1", "handle_event/2", "handle_call/2"),
          "supervisor", names("init/1"),
          "supervisor_bridge", names("init/1", "terminate/2"),
          "application", names("start/2", "stop/1"));

  private Behaviours() {}

  private static List<FunctionName> names(String... names) {
    List<FunctionName> found = new ArrayList<>();
    for (String name : names) {
      int slash = name.indexOf('/');
      found.add(
          new FunctionName(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1))));
    }
    found.sort(Comparator.comparing(FunctionName::name));
    return found;
  }

  static void check(LintModule module, List<Form> forms, Set<FunctionName> exports) {
    Set<FunctionName> own = new HashSet<>(exports);
    for (Form form : forms) {
      if (form instanceof Form.Attribute attribute
          && (attribute.name().equals("behaviour") || attribute.name().equals("behavior"))
          && attribute.value() instanceof Atom behaviour) {
        for (FunctionName callback : CALLBACKS.getOrDefault(behaviour.name(), List.of())) {
          if (!own.contains(callback)) {
            module.warning(
                attribute.file(),
                attribute.at(),
                "undefined callback function "
                    + LintModule.shown(callback)
                    + " (behaviour '"
                    + behaviour.name()
                    + "')");
          }
        }
      }
    }
  }
}

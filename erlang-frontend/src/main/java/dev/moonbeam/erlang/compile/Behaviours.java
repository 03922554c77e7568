package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.language.Surroundings;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.Form;
import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks that a module's behaviours ask for (OTP design principles, "User-Defined
 * Behaviours"), and whether the module has them.
 */
public final class Behaviours {
  /** Callbacks without the optional ones, of the behaviours that OTP defines. */
  private static final Map<String, List<FunctionName>> STANDARD =
      Map.of(
          "gen_server", names("init/1", "handle_call/3", "handle_cast/2"),
          "gen_statem", names("init/1", "callback_mode/0"),
          "gen_fsm", names("init/1", "handle_event/3", "handle_sync_event/4"),
          "gen_event", names("init/1", "handle_event/2", "handle_call/2"),
          "supervisor", names("init/1"),
          "supervisor_bridge", names("init/1", "terminate/2"),
          "application", names("start/2", "stop/1"));

  /** By behaviour; of one that the node does not have there is an empty list of lists. */
  private final Map<String, List<List<FunctionName>>> asked;

  private Behaviours(Map<String, List<List<FunctionName>>> asked) {
    this.asked = asked;
  }

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

  /**
   * Asks the node for the callbacks of the behaviours that are not OTP's. Call off the large stack:
   * a behaviour may have to be compiled first.
   */
  public static Behaviours of(List<Form> forms, Surroundings surroundings) {
    Map<String, List<List<FunctionName>>> asked = new HashMap<>();
    if (surroundings != Surroundings.NONE) {
      for (Form form : forms) {
        String name = behaviour(form);
        if (name != null && !STANDARD.containsKey(name) && !asked.containsKey(name)) {
          asked.put(name, ask(name, surroundings));
        }
      }
    }
    return new Behaviours(asked);
  }

  private static @Nullable String behaviour(Form form) {
    return form instanceof Form.Attribute attribute
            && (attribute.name().equals("behaviour") || attribute.name().equals("behavior"))
            && attribute.value() instanceof Atom name
        ? name.name()
        : null;
  }

  private static List<List<FunctionName>> ask(String name, Surroundings surroundings) {
    if (!surroundings.isExported(name, "behaviour_info", 1)) {
      return List.of();
    }
    List<FunctionName> callbacks = new ArrayList<>();
    List<FunctionName> optional = new ArrayList<>();
    try {
      ModuleForms.functionNames(
          surroundings.call(name, "behaviour_info", Atom.of("callbacks")), callbacks);
      ModuleForms.functionNames(
          surroundings.call(name, "behaviour_info", Atom.of("optional_callbacks")), optional);
    } catch (Raise raise) {
      // Behaviours from before there were optional callbacks do not know the question.
    }
    callbacks.removeAll(optional);
    return List.of(callbacks);
  }

  void check(LintModule module, List<Form> forms, Set<FunctionName> exports) {
    Map<FunctionName, Form> firsts = new HashMap<>();
    for (Form form : forms) {
      String name = behaviour(form);
      if (name == null) {
        continue;
      }
      List<List<FunctionName>> answer = asked.get(name);
      if (answer != null && answer.isEmpty()) {
        module.warning(form.file(), form.at(), "behaviour " + LintModule.atom(name) + " undefined");
      }
      List<FunctionName> callbacks =
          answer == null || answer.isEmpty()
              ? STANDARD.getOrDefault(name, List.of())
              : answer.getFirst();
      for (FunctionName callback : callbacks) {
        Form first = firsts.putIfAbsent(callback, form);
        if (first != null) {
          module.warning(
              form.file(),
              form.at(),
              "conflicting behaviours - callback "
                  + LintModule.shown(callback)
                  + " required by both '"
                  + name
                  + "' and '"
                  + behaviour(first)
                  + "' (line "
                  + Place.line(first.at())
                  + ", column "
                  + Place.column(first.at())
                  + ")");
        }
        if (!exports.contains(callback)) {
          module.warning(
              form.file(),
              form.at(),
              "undefined callback function "
                  + LintModule.shown(callback)
                  + " (behaviour '"
                  + name
                  + "')");
        }
      }
    }
  }
}

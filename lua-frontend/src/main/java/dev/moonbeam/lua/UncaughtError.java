package dev.moonbeam.lua;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Calls;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Metamethod;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.Traceback;
import org.jspecify.annotations.Nullable;

/**
 * How the stand-alone interpreter words an error that nobody caught: its message and a traceback.
 * An error object may have its own words ({@code __tostring}), which are asked for while the
 * script's process still runs within its limits, and kept with the state until someone wants the
 * description.
 */
final class UncaughtError {
  /** The words of the last error that had its own. */
  private static final class Words {
    @Nullable Raise error;
    String text = "";
  }

  private UncaughtError() {}

  /** Called as the script ends with the error. */
  static void note(Process process, Raise error) {
    Object handler =
        error.reason() instanceof Binary ? null : Metamethod.TOSTRING.of(process, error.reason());
    if (handler == null) {
      return;
    }
    Words words = LuaState.of(process).part(Words.class, Words::new);
    try {
      if (Calls.one(process, handler, error.reason()) instanceof Binary text) {
        words.error = error;
        words.text = text.toString();
      }
    } catch (Raise inWords) {
      words.error = null;
    }
  }

  static String describe(Process process, Raise error) {
    if (process.languageState instanceof LuaState state
        && state.part(Words.class, Words::new) instanceof Words words
        && words.error == error) {
      return "lua: " + words.text;
    }
    String message =
        switch (error.reason()) {
          case Binary text -> text.toString();
          case Long integer -> Numbers.format(integer);
          case Double real -> Numbers.format(real);
          case Object other when error.kind() == Atom.ERROR ->
              "(error object is a " + LuaError.typeName(process, other) + " value)";
          default -> String.valueOf(error.getMessage());
        };
    return "lua: " + message + "\n" + Traceback.of(process, error);
  }
}

package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.AtomsMade;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;

/** Atoms that scripts make at run time: limited in length, and counted by the node. */
public final class Atoms {
  public static final int MOST_CHARACTERS = 255;

  private Atoms() {}

  /**
   * The atom of that name; too long a name is a system_limit error of the builtin with those
   * arguments.
   */
  public static Atom make(Process process, String name, Object... arguments) {
    if (name.length() > MOST_CHARACTERS
        && name.codePointCount(0, name.length()) > MOST_CHARACTERS) {
      throw Errors.systemLimit(process, arguments);
    }
    return AtomsMade.make(process, name);
  }
}

package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.nio.charset.StandardCharsets;

/** The warnings of one state (manual, 6.1 {@code warn}): off until a script says "@on". */
public final class Warnings implements LuaState.Forkable<Warnings>, LuaState.Undoable<Boolean> {
  private boolean on;

  public static Warnings of(Process process) {
    return LuaState.of(process).part(Warnings.class, Warnings::new);
  }

  /**
   * Shows a warning, or obeys it.
   *
   * @param text of Latin-1 characters
   * @param single made of one piece: then one that starts with "@" is a control message
   */
  public void warn(Process process, String text, boolean single) {
    if (single && text.startsWith("@")) {
      if (text.equals("@on")) {
        on = true;
      } else if (text.equals("@off")) {
        on = false;
      }
      return;
    }
    if (on) {
      byte[] line = ("Lua warning: " + text + "\n").getBytes(StandardCharsets.ISO_8859_1);
      process.write(process.node().errorOutput(), line, 0, line.length);
    }
  }

  @Override
  public Warnings fork() {
    Warnings copy = new Warnings();
    copy.on = on;
    return copy;
  }

  @Override
  public Boolean save() {
    return on;
  }

  @Override
  public void load(Boolean saved) {
    on = saved;
  }
}

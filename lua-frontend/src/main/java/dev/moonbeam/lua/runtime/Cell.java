package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.IdentityTerm;
import org.jspecify.annotations.Nullable;

/**
 * A local variable that is both captured and reassigned. Owned like a table: the run that made it
 * writes in place, a later run of the same state notes the value first, and any other writes to its
 * overlay; from the first such write on {@link #value} is null and readers look outside.
 */
public final class Cell implements IdentityTerm {
  private Object owner;
  private @Nullable Object value;

  /** What it was when it was first copied, for every state that has no value of its own. */
  private @Nullable Object original;

  public Cell(Object owner, Object value) {
    this.owner = owner;
    this.value = value;
  }

  // ---- lua.cell primitives
  // -----------------------------------------------------------------------------------------

  public static Object create(Process process, Object value) {
    return new Cell(process.owner, value);
  }

  public static Object get(Process process, Object cell) {
    Cell self = (Cell) cell;
    Object value = self.value;
    return value != null ? value : self.lookOutside(process);
  }

  public static Object set(Process process, Object cell, Object value) {
    Cell self = (Cell) cell;
    if (self.owner == process.owner) {
      self.value = value;
    } else {
      self.writeOutside(process, value);
    }
    return value;
  }

  /** Does nothing: that it is still to be called keeps the cell alive. */
  public static Object hold(Object cell) {
    return cell;
  }

  /** The value, which the cell then lets go. */
  public static Object take(Process process, Object cell) {
    Object value = get(process, cell);
    set(process, cell, Atom.NIL);
    return value;
  }

  private Object lookOutside(Process process) {
    java.lang.invoke.VarHandle.acquireFence();
    Object copy = LuaState.of(process).valueOf(this);
    return copy != null ? copy : java.util.Objects.requireNonNull(original);
  }

  private void writeOutside(Process process, Object fresh) {
    LuaState state = LuaState.of(process);
    if (state.ownsLineOf(owner)) {
      Journal journal = state.journal;
      if (journal != null) {
        journal.noteCell(process, this);
      }
      owner = process.owner;
      value = fresh;
      return;
    }
    freeze();
    state.putValue(this, fresh);
  }

  /** Makes readers look outside from now on. */
  void freeze() {
    synchronized (this) {
      if (original == null) {
        original = value;
        java.lang.invoke.VarHandle.releaseFence();
        value = null;
      }
    }
  }

  /** What the cell held before a run changed it. */
  final class Value implements Undo {
    private @Nullable Object before = value;

    @Override
    public void exchange() {
      Object now = value;
      value = before;
      before = now;
    }

    @Override
    public void undoAfterFork(Thaw thaw, Journal changes) {
      thaw.cell(Cell.this, java.util.Objects.requireNonNull(before));
    }
  }
}

package dev.moonbeam.lua.runtime;

/**
 * One thing that a run has changed, with what was there before. Going back and forth between
 * versions of a state exchanges the two each time.
 */
interface Undo {
  /** Exchanges what is there with what is kept here. */
  void exchange();

  /**
   * Undoes it after a fork: in a copy where it is about something that has been shared with the
   * fork since.
   *
   * @param changes takes a note of what has been changed here, if that is not in a copy
   */
  void undoAfterFork(Thaw thaw, Journal changes);

  /** Of something that a fork gets a copy of, so that nothing is shared. */
  interface Unshared extends Undo {
    /** An equal note, to be exchanged in its stead. */
    Undo again();

    @Override
    default void undoAfterFork(Thaw thaw, Journal changes) {
      Undo again = again();
      again.exchange();
      changes.add(again);
    }
  }
}

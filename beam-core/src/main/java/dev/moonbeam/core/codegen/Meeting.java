package dev.moonbeam.core.codegen;

import org.jspecify.annotations.Nullable;

/** Where several ways through the code come together. */
final class Meeting {
  private final Room room;
  private Room.@Nullable State state;

  Meeting(Room room) {
    this.room = room;
  }

  /** Control goes on from here to where they meet. */
  void arrive() {
    state = state == null ? room.state() : state.or(room.state());
  }

  /** Whether any way leads on; from here on the code is what follows their meeting. */
  boolean goesOn() {
    if (state != null) {
      room.setState(state);
    }
    return state != null;
  }
}

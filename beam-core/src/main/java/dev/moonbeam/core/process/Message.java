package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/** A message in a mailbox, and its place in the list that the mailbox is. */
sealed class Message permits Signal {
  final Object content;
  @Nullable Message next;

  Message(Object content) {
    this.content = content;
  }
}

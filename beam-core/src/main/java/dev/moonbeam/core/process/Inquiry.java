package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * A question to another process that the asker waits for. {@link #answer} is set once, by the one
 * who was asked.
 */
final class Inquiry {
  private final Process asker;
  private volatile @Nullable Object answer;

  Inquiry(Process asker) {
    this.asker = asker;
  }

  void answer(Object value) {
    answer = value;
    asker.deliver(new Signal.Wake(), null);
  }

  @Nullable Object answer() {
    return answer;
  }
}

package dev.moonbeam.core.process;

import dev.moonbeam.policy.Limit;
import org.jspecify.annotations.Nullable;

/** A {@link Kill} because a limit of the policy was exceeded. */
public final class LimitExceeded extends Kill {
  private static final long serialVersionUID = 1L;

  private final Limit limit;
  private final long value;

  /**
   * @param value the limit's value, in its own unit (see {@link Limit})
   */
  public LimitExceeded(Limit limit, long value, String message, Object reason) {
    super(message, reason);
    this.limit = limit;
    this.value = value;
  }

  LimitExceeded(LimitExceeded same, @Nullable Throwable cause) {
    super(String.valueOf(same.getMessage()), same.reason(), cause);
    this.limit = same.limit;
    this.value = same.value;
  }

  public Limit limit() {
    return limit;
  }

  public long value() {
    return value;
  }
}

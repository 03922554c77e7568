package dev.moonbeam.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * A value for each {@link Limit}. Immutable. {@link #UNLIMITED} is the only way to say "no limit"; other values must be
 * positive.
 */
public final class ResourceLimits {
  /** No limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private final EnumMap<Limit, Long> values;

  private ResourceLimits(EnumMap<Limit, Long> values) {
    this.values = values;
  }

  /** No limits at all but for what is asked with {@link #with}. */
  public static ResourceLimits unlimited() {
    return new ResourceLimits(new EnumMap<>(Limit.class));
  }

  public long get(Limit limit) {
    return values.getOrDefault(limit, UNLIMITED);
  }

  /**
   * The same limits with one changed.
   *
   * @throws IllegalArgumentException when the value is not positive
   */
  public ResourceLimits with(Limit limit, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("limit " + limit.word() + " must be positive: " + value);
    }
    EnumMap<Limit, Long> changed = new EnumMap<>(values);
    changed.put(limit, value);
    return new ResourceLimits(changed);
  }

  /** Those that are set, for printing and fingerprints. */
  public Map<Limit, Long> asMap() {
    return Map.copyOf(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceLimits limits && values.equals(limits.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

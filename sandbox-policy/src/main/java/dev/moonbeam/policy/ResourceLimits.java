package dev.moonbeam.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * A value for each {@link Limit}. Immutable. {@link #UNLIMITED} is the only way to say "no limit";
 * other values must be positive.
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

  /**
   * The same limits with those changed that the text names: {@code
   * "reductions=10M,memory=64M,time=2s"}. Thousands are {@code K}, {@code M}, {@code G} (of 1,024
   * where bytes are counted); a time needs {@code ms}, {@code s}, {@code m} or {@code h}; {@code
   * unlimited} takes a limit away.
   *
   * @throws IllegalArgumentException with a message for people when the text says something else
   */
  public ResourceLimits with(String text) {
    return LimitParser.parse(this, text);
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

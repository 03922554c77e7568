package dev.moonbeam.core.term;

/**
 * Who pays for work whose amount depends on a script's data: comparing, hashing, printing or
 * encoding a term can take as long as the script likes (a term of sixty nodes that share their
 * children unfolds to 2^60), so whatever walks terms on behalf of a script takes a meter and tells
 * it as it goes. A process is one.
 */
@FunctionalInterface
public interface WorkMeter {
  /** For the core's own use on terms that no script made. */
  WorkMeter NONE = work -> {};

  /** Charges {@code work} reductions; may throw to stop the walk for good. */
  void charge(long work);

  /** Asks before a value of that many bytes is made; may throw because it cannot fit. */
  default void reserve(long bytes) {}
}

package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * How a process is started, as in {@code spawn_opt}.
 *
 * @param link link it to its parent
 * @param monitor let the parent monitor it
 * @param tag what the DOWN message begins with
 * @param alias make the monitor's reference an alias of the parent; null for not
 * @param settings see {@link Process#settings}; null for none
 */
public record SpawnOptions(
    boolean link,
    boolean monitor,
    Priority priority,
    Object tag,
    @Nullable AliasMode alias,
    @Nullable Object settings) {
  public static final SpawnOptions NONE =
      new SpawnOptions(false, false, Priority.NORMAL, Links.DOWN, null, null);
  public static final SpawnOptions LINK =
      new SpawnOptions(true, false, Priority.NORMAL, Links.DOWN, null, null);
  public static final SpawnOptions MONITOR =
      new SpawnOptions(false, true, Priority.NORMAL, Links.DOWN, null, null);

  public SpawnOptions withLink() {
    return new SpawnOptions(true, monitor, priority, tag, alias, settings);
  }

  public SpawnOptions withMonitor() {
    return new SpawnOptions(link, true, priority, tag, alias, settings);
  }

  public SpawnOptions withPriority(Priority priority) {
    return new SpawnOptions(link, monitor, priority, tag, alias, settings);
  }

  public SpawnOptions withTag(Object tag) {
    return new SpawnOptions(link, monitor, priority, tag, alias, settings);
  }

  public SpawnOptions withAlias(AliasMode alias) {
    return new SpawnOptions(link, monitor, priority, tag, alias, settings);
  }

  public SpawnOptions withSettings(Object settings) {
    return new SpawnOptions(link, monitor, priority, tag, alias, settings);
  }
}

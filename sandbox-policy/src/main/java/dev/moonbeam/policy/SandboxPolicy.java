package dev.moonbeam.policy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What scripts on a node may use up and reach. Immutable plain data; enforced in beam-core and the
 * frontends.
 *
 * @param name for messages
 * @param limits resources
 * @param capabilities what is granted
 * @param fileRoots directories below which files may be read (and written, where granted)
 * @param hostAccess members of host objects that scripts may use
 */
public record SandboxPolicy(
    String name,
    ResourceLimits limits,
    Set<Capability> capabilities,
    List<Path> fileRoots,
    HostAccess hostAccess) {

  public SandboxPolicy {
    capabilities = Set.copyOf(capabilities);
    fileRoots = List.copyOf(fileRoots);
  }

  /**
   * For the host's own scripts: every capability, no limit but those that protect the JVM itself.
   */
  public static SandboxPolicy trusted() {
    return new SandboxPolicy(
        "trusted",
        ResourceLimits.unlimited().with(Limit.DEPTH, 5_000_000),
        EnumSet.allOf(Capability.class),
        List.of(Path.of("/")),
        HostAccess.annotated());
  }

  /** The default: scripts of one's own users. Clock and code loading, generous limits, no files. */
  public static SandboxPolicy standard() {
    return new SandboxPolicy(
        "standard",
        ResourceLimits.unlimited()
            .with(Limit.MEMORY, 1L << 30)
            .with(Limit.PROCESSES, 262_144)
            .with(Limit.DEPTH, 2_000_000)
            .with(Limit.SOURCE, 64L << 20)
            .with(Limit.VALUE, 256L << 20)
            .with(Limit.ATOMS, 1_048_576)
            .with(Limit.TIMERS, 1_000_000)
            .with(Limit.TABLES, 65_536)
            .with(Limit.MODULES, 65_536),
        EnumSet.of(Capability.CLOCK, Capability.LOAD_CODE, Capability.LOAD_MODULES),
        List.of(),
        HostAccess.annotated());
  }

  /** For code written by strangers: nothing reachable, small limits on everything. */
  public static SandboxPolicy untrusted() {
    return new SandboxPolicy(
        "untrusted",
        ResourceLimits.unlimited()
            .with(Limit.REDUCTIONS, 100_000_000)
            .with(Limit.TIME, 5_000_000_000L)
            .with(Limit.MEMORY, 64L << 20)
            .with(Limit.PROCESSES, 1_000)
            .with(Limit.MAILBOX, 10_000)
            .with(Limit.OUTPUT, 1L << 20)
            .with(Limit.DEPTH, 200_000)
            .with(Limit.SOURCE, 1L << 20)
            .with(Limit.VALUE, 16L << 20)
            .with(Limit.ATOMS, 10_000)
            .with(Limit.TIMERS, 1_000)
            .with(Limit.TABLES, 100)
            .with(Limit.MODULES, 100),
        EnumSet.of(Capability.LOAD_CODE),
        List.of(),
        HostAccess.none());
  }

  /** The same under another name. */
  public SandboxPolicy withName(String name) {
    return new SandboxPolicy(name, limits, capabilities, fileRoots, hostAccess);
  }

  /** The same with these capabilities granted, too. */
  public SandboxPolicy granting(Capability... granted) {
    Set<Capability> more = new HashSet<>(capabilities);
    more.addAll(List.of(granted));
    return new SandboxPolicy(name, limits, more, fileRoots, hostAccess);
  }

  /** The same without these capabilities. */
  public SandboxPolicy denying(Capability... denied) {
    Set<Capability> fewer = new HashSet<>(capabilities);
    fewer.removeAll(Set.of(denied));
    return new SandboxPolicy(name, limits, fewer, fileRoots, hostAccess);
  }

  /** The same with files reachable below these directories only, where files are granted at all. */
  public SandboxPolicy withFileRoots(Path... roots) {
    return new SandboxPolicy(name, limits, capabilities, List.of(roots), hostAccess);
  }

  /** The same with these methods of host objects visible. */
  public SandboxPolicy withHostAccess(HostAccess access) {
    return new SandboxPolicy(name, limits, capabilities, fileRoots, access);
  }

  public boolean grants(Capability capability) {
    return capabilities.contains(capability);
  }

  public long limit(Limit limit) {
    return limits.get(limit);
  }

  public SandboxPolicy withLimit(Limit limit, long value) {
    return new SandboxPolicy(name, limits.with(limit, value), capabilities, fileRoots, hostAccess);
  }

  /**
   * The same with the limits changed that the text names, as {@link ResourceLimits#with(String)}
   * reads it.
   */
  public SandboxPolicy withLimits(String text) {
    return new SandboxPolicy(name, limits.with(text), capabilities, fileRoots, hostAccess);
  }

  /**
   * Text that is equal for policies that say the same: part of the key of whatever is cached for a
   * policy.
   */
  public String fingerprint() {
    return name
        + new TreeMap<>(limits.asMap())
        + new TreeSet<>(capabilities)
        + fileRoots
        + hostAccess.fingerprint();
  }
}

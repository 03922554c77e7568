package dev.moonbeam.core.process;

import dev.moonbeam.policy.SandboxPolicy;

/** One sandbox: process table, names, code server, timers, output, policy. Nodes share nothing but immutable code. */
public final class Node {
  private final SandboxPolicy policy;

  Node(SandboxPolicy policy) {
    this.policy = policy;
  }

  public SandboxPolicy policy() {
    return policy;
  }
}

package dev.moonbeam.engine;

import dev.moonbeam.cache.ScriptCache;
import dev.moonbeam.core.term.Atom;

/**
 * Where a host begins. A node is one sandbox with processes, modules and a policy; the languages
 * run on it.
 *
 * <pre>{@code
 * try (MoonbeamNode node = Moonbeam.node().policy(SandboxPolicy.untrusted()).output(System.out).build()) {
 *   node.lua().put("price", 80);
 *   Object total = node.lua().eval("return price * 1.19");
 *   node.erlang().load("rules", "-module(rules). -export([double/1]). double(X) -> 2 * X.");
 *   Object doubled = node.call("rules", "double", 21);
 * }
 * }</pre>
 *
 * <p>What {@code javax.script} can express is there as well: {@code new
 * ScriptEngineManager().getEngineByName("lua")}.
 */
public final class Moonbeam {
  private Moonbeam() {}

  /** A builder for a node: under the standard policy and without output unless told otherwise. */
  public static NodeBuilder node() {
    return new NodeBuilder();
  }

  /** The cache of compiled scripts that all nodes of this JVM share unless they are given one. */
  public static ScriptCache sharedCache() {
    return Compilation.SHARED;
  }

  /** The atom of that name, as scripts know it. */
  public static Atom atom(String name) {
    return Atom.of(name);
  }
}

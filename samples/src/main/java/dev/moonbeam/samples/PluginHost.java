package dev.moonbeam.samples;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.policy.HostAccess;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import dev.moonbeam.policy.ScriptVisible;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A host that runs plugins written by strangers: each on a node of its own, under the untrusted
 * policy, with one object of the host to work with. Whatever a plugin does, the others and the host
 * go on.
 */
public final class PluginHost {
  private static final SandboxPolicy POLICY = policy();

  private PluginHost() {}

  /** What plugins may do with a document: these methods, and nothing else. */
  public static final class Document {
    private String text;

    Document(String text) {
      this.text = text;
    }

    @ScriptVisible
    public String text() {
      return text;
    }

    @ScriptVisible
    public void replace(String with) {
      text = with;
    }

    public void delete() {
      throw new IllegalStateException("not for plugins");
    }
  }

  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Map<String, String> plugins = new LinkedHashMap<>();
    plugins.put("shout", "document:replace(document:text():upper() .. '!')");
    plugins.put("endless", "while true do end");
    plugins.put("greedy", "local t while true do t = {t} end");
    plugins.put("curious", "document:delete()");
    plugins.put("thief", "return io.open('/etc/passwd'):read('a')");
    plugins.put("count", "document:replace(document:text() .. ' (' .. #document:text() .. ')')");

    Document document = new Document("hello");
    plugins.forEach((name, source) -> out.println(name + ": " + apply(name, source, document)));
  }

  private static String apply(String name, String source, Document document) {
    try (MoonbeamNode node = Moonbeam.node().policy(POLICY).build()) {
      node.lua().put("document", document).eval(name, source);
      return document.text();
    } catch (ScriptFailure failure) {
      return failure
          .limit()
          .map(limit -> "ended by its " + limit.word() + " limit")
          .orElse(failure.getMessage());
    }
  }

  private static SandboxPolicy policy() {
    SandboxPolicy untrusted =
        SandboxPolicy.untrusted()
            .withLimit(Limit.REDUCTIONS, 5_000_000)
            .withLimit(Limit.MEMORY, 16L << 20);
    return new SandboxPolicy(
        "plugin",
        untrusted.limits(),
        untrusted.capabilities(),
        untrusted.fileRoots(),
        HostAccess.annotated());
  }
}

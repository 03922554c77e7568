package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What variables are bound where, for lint. Each way through a construct has a scope of its own;
 * afterwards what all ways bind is bound, what only some bind is unsafe.
 */
final class LintScope {
  /** One variable, bound at one place; or at several, when several clauses bind it. */
  static final class Binding {
    final String name;
    final long at;
    boolean used;

    /** A stack trace variable, seen from the guard of its clause. */
    boolean traceInGuard;

    /**
     * The construct that left it unsafe, as in "'case' (line 3, column 5)"; null when it is safe.
     */
    @Nullable String unsafeIn;

    private final List<Binding> parts;

    Binding(String name, long at, List<Binding> parts) {
      this.name = name;
      this.at = at;
      this.parts = parts;
    }

    void use() {
      if (!used) {
        used = true;
        parts.forEach(Binding::use);
      }
    }
  }

  final @Nullable LintScope outer;
  final Map<String, Binding> own = new LinkedHashMap<>();

  /** Bindings of the outer scope that are not to be seen from this one. */
  private final Map<String, Binding> hidden;

  LintScope(@Nullable LintScope outer) {
    this(outer, Map.of());
  }

  /**
   * A scope inside another that does not see some of its bindings: those of the pattern being read.
   */
  LintScope(@Nullable LintScope outer, Map<String, Binding> hidden) {
    this.outer = outer;
    this.hidden = hidden;
  }

  @Nullable Binding find(String name) {
    Binding unseen = null;
    for (LintScope scope = this; scope != null; scope = scope.outer) {
      Binding binding = scope.own.get(name);
      if (binding != null && binding != unseen) {
        return binding;
      }
      if (unseen == null) {
        unseen = scope.hidden.get(name);
      }
    }
    return null;
  }

  Binding bind(String name, long at) {
    Binding binding = new Binding(name, at, List.of());
    own.put(name, binding);
    return binding;
  }

  /** Takes over what parts that all run, in no order that matters, have bound. */
  void addAll(List<LintScope> parts) {
    for (LintScope part : parts) {
      for (Binding binding : part.own.values()) {
        own.merge(binding.name, binding, LintScope::joined);
      }
    }
  }

  /** Takes over what the ways through a construct have bound. */
  void addWays(List<LintScope> ways, String construct, long at) {
    Map<String, List<Binding>> found = new LinkedHashMap<>();
    for (LintScope way : ways) {
      for (Binding binding : way.own.values()) {
        found.computeIfAbsent(binding.name, any -> new ArrayList<>()).add(binding);
      }
    }
    for (List<Binding> bindings : found.values()) {
      Binding merged = new Binding(bindings.getFirst().name, bindings.getFirst().at, bindings);
      for (Binding each : bindings) {
        if (each.unsafeIn != null) {
          merged.unsafeIn = each.unsafeIn;
        }
      }
      if (merged.unsafeIn == null && bindings.size() < ways.size()) {
        merged.unsafeIn = shown(construct, at);
      }
      own.put(merged.name, merged);
    }
  }

  /** Takes over what a part has bound that may not have run to its end. */
  void addUnsafe(LintScope part, String construct, long at) {
    for (Binding binding : part.own.values()) {
      Binding merged = new Binding(binding.name, binding.at, List.of(binding));
      merged.unsafeIn = binding.unsafeIn == null ? shown(construct, at) : binding.unsafeIn;
      own.put(merged.name, merged);
    }
  }

  private static String shown(String construct, long at) {
    return "'" + construct + "' (line " + Place.line(at) + ", column " + Place.column(at) + ")";
  }

  private static Binding joined(Binding left, Binding right) {
    Binding both = new Binding(left.name, left.at, List.of(left, right));
    both.unsafeIn = left.unsafeIn == null ? right.unsafeIn : left.unsafeIn;
    if (left.used || right.used) {
      both.use();
    }
    return both;
  }
}

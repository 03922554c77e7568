package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What variables are bound where, for lint. Each way through a construct has a scope of its own;
 * afterwards what all ways bind is bound (and was exported from the construct), what only some bind
 * is unsafe.
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

    /**
     * The construct that it was bound in and that is over; null when it was bound beside its use.
     */
    @Nullable String exportedFrom;

    /** What it stands for further out, and about which all has been said. */
    final boolean known;

    private final List<Binding> parts;

    private Binding(String name, long at, List<Binding> parts, boolean known) {
      this.name = name;
      this.at = at;
      this.parts = parts;
      this.known = known;
    }

    Binding(String name, long at) {
      this(name, at, List.of(), false);
    }

    void use() {
      if (!used) {
        used = true;
        parts.forEach(Binding::use);
      }
    }

    /** The binding about which all is known. */
    private Binding root() {
      Binding root = this;
      while (root.known) {
        root = root.parts.getFirst();
      }
      return root;
    }

    /** Where it is bound and not used. */
    private void unusedPlaces(Consumer<Long> places) {
      if (used) {
        return;
      }
      if (parts.isEmpty()) {
        places.accept(at);
      }
      parts.forEach(part -> part.unusedPlaces(places));
    }
  }

  /** Told when operands bind a variable that they can only compare. */
  interface Repetition {
    void repeated(String name, long at);
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

  /**
   * A scope inside this one, which gets no bindings of its own while that is in use. So lookups
   * need not go through it when it is empty, as are most on the way down a long chain of operators.
   */
  LintScope inner() {
    return new LintScope(own.isEmpty() && hidden.isEmpty() ? outer : this);
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
    Binding binding = new Binding(name, at);
    own.put(name, binding);
    return binding;
  }

  /** From here on nothing more is to be said about the variable. */
  void settle(Binding binding) {
    Binding settled = new Binding(binding.name, binding.at, List.of(binding), true);
    settled.use();
    own.put(binding.name, settled);
  }

  /** Takes over what is known better of the variables of this scope after an inner one. */
  void addKnown(LintScope inner) {
    for (Binding binding : inner.own.values()) {
      Binding before = find(binding.name);
      if (binding.known && before != null && before.root() == binding.root()) {
        own.put(binding.name, binding);
      }
    }
  }

  /** Takes over what parts that all run, in no order that matters, have bound. */
  void addAll(List<LintScope> parts, Repetition repetition) {
    for (LintScope part : parts) {
      for (Binding binding : part.own.values()) {
        Binding before = own.get(binding.name);
        own.put(binding.name, before == null ? binding : joined(before, binding, repetition));
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
      Binding first = bindings.getFirst();
      Binding before = find(first.name);
      if (before != null) {
        settle(before);
        continue;
      }
      Binding merged = new Binding(first.name, first.at, bindings, false);
      for (Binding each : bindings) {
        if (each.unsafeIn != null) {
          merged.unsafeIn = merged.unsafeIn == null ? each.unsafeIn : shown(construct, at);
        }
      }
      if (bindings.size() < ways.size()) {
        merged.unsafeIn = shown(construct, at);
      }
      merged.exportedFrom = shown(construct, at);
      merged.used = bindings.stream().allMatch(each -> each.used);
      own.put(merged.name, merged);
    }
  }

  /** Takes over what a part has bound that may not have run to its end. */
  void addUnsafe(LintScope part, String construct, long at) {
    for (Binding binding : part.own.values()) {
      Binding before = find(binding.name);
      if (binding.known && before != null && before.root() == binding.root()) {
        own.put(binding.name, binding);
        continue;
      }
      Binding merged = new Binding(binding.name, binding.at, List.of(binding), false);
      merged.unsafeIn = shown(construct, at);
      merged.used = binding.used;
      own.put(merged.name, merged);
    }
  }

  private static String shown(String construct, long at) {
    return "'" + construct + "' (line " + Place.line(at) + ", column " + Place.column(at) + ")";
  }

  private static Binding joined(Binding left, Binding right, Repetition repetition) {
    if (left.name.startsWith("_")) {
      left.unusedPlaces(place -> repetition.repeated(left.name, place));
      right.unusedPlaces(place -> repetition.repeated(right.name, place));
    }
    Binding both = new Binding(left.name, left.at, List.of(left, right), left.known && right.known);
    both.unsafeIn = left.unsafeIn == null ? right.unsafeIn : left.unsafeIn;
    both.exportedFrom = left.exportedFrom == null ? right.exportedFrom : left.exportedFrom;
    both.use();
    return both;
  }
}

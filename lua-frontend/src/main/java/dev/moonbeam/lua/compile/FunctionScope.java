package dev.moonbeam.lua.compile;

import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function while its names are resolved: its active locals and the regions of it that are open.
 */
final class FunctionScope {
  final @Nullable FunctionScope parent;

  /** Where it starts; 0 for the chunk. */
  final int line;

  /** Locals in scope, outermost first. */
  final List<Local> active = new ArrayList<>();

  /** Open blocks and statements, outermost first. */
  final List<Region> regions = new ArrayList<>();

  /** Open blocks, outermost first. */
  final List<BlockScope> blocks = new ArrayList<>();

  private final Map<String, Local> visible = new HashMap<>();

  /** Outer locals that it or a function in it uses, in the order of their first use. */
  final Set<Local> upvalues = new LinkedHashSet<>();

  FunctionScope(@Nullable FunctionScope parent, int line) {
    this.parent = parent;
    this.line = line;
  }

  Local declare(String name, Attribute attribute) {
    Local local = new Local(name, attribute, this, active.size(), visible.get(name));
    active.add(local);
    visible.put(name, local);
    return local;
  }

  /** Ends the scope of the locals declared since so many were active. */
  void leave(int outside) {
    while (active.size() > outside) {
      Local gone = active.removeLast();
      if (gone.shadowed == null) {
        visible.remove(gone.name);
      } else {
        visible.put(gone.name, gone.shadowed);
      }
    }
  }

  @Nullable Local find(String name) {
    return visible.get(name);
  }

  /** As messages name the function. */
  String describe() {
    return line == 0 ? "main function" : "function at line " + line;
  }
}

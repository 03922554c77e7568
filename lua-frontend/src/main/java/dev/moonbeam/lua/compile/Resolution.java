package dev.moonbeam.lua.compile;

import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the resolver found out about a chunk, by the identity of syntax nodes. */
final class Resolution {
  /** The chunk's own {@code _ENV}. */
  final Local environment;

  final FunctionScope chunk;

  /** Whether functions tell the debug library what they do. */
  boolean traced;

  /** Whether the chunk names the library of coroutines. */
  boolean coroutines;

  /** Whether the chunk may write {@code __mode} into a metatable in use. */
  boolean modes;

  /** Whether variables are emptied at the end of their scope. */
  boolean clears;

  private final Map<LuaExpression.Function, FunctionScope> scopes = new IdentityHashMap<>();
  private final Map<LuaExpression.Name, Local> names = new IdentityHashMap<>();
  private final Map<LuaExpression.Name, Local> globals = new IdentityHashMap<>();
  private final Map<Object, List<Local>> declared = new IdentityHashMap<>();
  private final Map<Object, Region> regions = new IdentityHashMap<>();
  private final Map<Block, List<LabelScope>> labels = new IdentityHashMap<>();
  private final Map<LuaStatement.Goto, LabelScope> gotos = new IdentityHashMap<>();

  /**
   * @param environment the chunk's upvalue
   * @param chunk scope of the chunk's function
   */
  Resolution(Local environment, FunctionScope chunk) {
    this.environment = environment;
    this.chunk = chunk;
  }

  void scope(LuaExpression.Function function, FunctionScope scope) {
    scopes.put(function, scope);
  }

  void local(LuaExpression.Name name, Local local) {
    names.put(name, local);
  }

  void global(LuaExpression.Name name, Local environment) {
    globals.put(name, environment);
  }

  void declare(Object node, List<Local> locals) {
    declared.put(node, locals);
  }

  void region(Object node, Region region) {
    regions.put(node, region);
  }

  void labels(Block block, List<LabelScope> found) {
    labels.put(block, found);
  }

  void target(LuaStatement.Goto jump, LabelScope label) {
    gotos.put(jump, label);
    label.used = true;
  }

  /** The local that a name means, or null when it is global. */
  @Nullable Local local(LuaExpression.Name name) {
    return names.get(name);
  }

  /** The {@code _ENV} that a global name is a field of. */
  Local environment(LuaExpression.Name name) {
    return present(globals.get(name));
  }

  /** Locals that a statement or function declares, in order. */
  List<Local> declared(Object node) {
    return present(declared.get(node));
  }

  /** Locals declared outside of a statement and assigned in it, but for those that are cells. */
  List<Local> assigned(LuaStatement statement) {
    Region region = present(regions.get(statement));
    return region.assigned().stream()
        .filter(each -> each.depth < region.outside && !each.isCell())
        .toList();
  }

  Region region(Block block) {
    return present(regions.get(block));
  }

  /** The labels of a block that some goto names, in order. */
  List<LabelScope> labels(Block block) {
    return labels.getOrDefault(block, List.of()).stream().filter(each -> each.used).toList();
  }

  FunctionScope scope(LuaExpression.Function function) {
    return present(scopes.get(function));
  }

  LabelScope target(LuaStatement.Goto jump) {
    return present(gotos.get(jump));
  }

  private static <T> T present(@Nullable T found) {
    if (found == null) {
      throw new IllegalStateException("the resolver has not seen this node");
    }
    return found;
  }
}

package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.CallTable;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a resolved chunk to the core IR: one module with one function, {@code main}, in which all
 * others are nested. Its captured parameter is the chunk's {@code _ENV}, its variadic arguments are
 * the chunk's.
 *
 * <p>Lowering goes through the statements in order and keeps, for each local, the expression that
 * now stands for it. Where control joins, the locals assigned on the way are parameters of a join
 * point; so assignment leaves no trace in the IR.
 */
final class ModuleLowering {
  static final String MAIN = "main";

  /** What messages call the function that a chunk is. */
  static final String MAIN_CHUNK = "main chunk";

  final String source;
  final Resolution resolution;
  final CallTable calls;
  private int functions;
  private int copies;
  private final Map<String, Object> attributes = new HashMap<>();

  private ModuleLowering(String source, int lastLine, Resolution resolution) {
    this.source = source;
    this.calls = new CallTable(lastLine);
    this.resolution = resolution;
  }

  static CoreModule lower(SourceUnit source, Block chunk, Resolution resolution) {
    ModuleLowering module = new ModuleLowering(source.name(), chunk.endLine(), resolution);
    FunctionDef main = FunctionLowering.chunk(module, chunk);
    return module.finish(source, main, main.name().arity());
  }

  /**
   * A function without the chunk it stood in: {@code main} is the function itself, its upvalues are
   * cells that it captures.
   */
  static CoreModule lower(
      SourceUnit source, LuaExpression.Function function, Resolution resolution) {
    ModuleLowering module = new ModuleLowering(source.name(), function.endLine(), resolution);
    FunctionDef main = FunctionLowering.loaded(module, function);
    return module.finish(source, main, main.name().arity());
  }

  private CoreModule finish(SourceUnit source, FunctionDef main, int arity) {
    attributes.put(CoreModule.LINE_TABLE, calls);
    attributes.put(CoreModule.MARKS_TAIL_CALLS, Atom.TRUE);
    if (resolution.clears) {
      attributes.put(CoreModule.CLEARS_SLOTS, Atom.TRUE);
    }
    if (resolution.traced) {
      attributes.put(Prototype.TRACED, Atom.TRUE);
    }
    if (resolution.modes) {
      attributes.put(Prototype.SETS_MODES, Atom.TRUE);
    }
    if (resolution.coroutines) {
      attributes.put(Prototype.USES_COROUTINES, Atom.TRUE);
    }
    attributes.put(Prototype.SOURCE_TEXT, source.text());
    return new CoreModule(
        source.name(),
        source.name(),
        "lua",
        List.of(main),
        Set.of(new FunctionName(MAIN, arity)),
        Map.copyOf(attributes));
  }

  /** Notes what the debug library wants to know of a function. */
  void describe(
      FunctionName function,
      FunctionScope scope,
      List<Local> parameters,
      int lastLine,
      Set<Integer> lines,
      LuaExpression.@Nullable Function definition) {
    List<Object> upvalues = new ArrayList<>();
    List<Object> constants = new ArrayList<>();
    for (Local each : scope.upvalues) {
      Binary name = Binary.of(each.name);
      Object constant = each.current instanceof Expr.Const(Object value) ? value : null;
      (constant != null && each.attribute == Attribute.CONST ? constants : upvalues)
          .add(constant == null ? new Tuple(name) : new Tuple(name, constant));
    }
    List<Object> names = new ArrayList<>();
    parameters.forEach(each -> names.add(Binary.of(each.name)));
    Tuple text =
        definition == null
            ? new Tuple()
            : new Tuple(
                (long) definition.text().from(),
                (long) definition.text().to(),
                Atom.of(definition.self()));
    attributes.put(
        function.name(),
        Prototype.note(
            lastLine,
            new Tuple(upvalues.toArray()),
            new Tuple(names.toArray()),
            new Tuple(constants.toArray()),
            text,
            new Tuple(lines.stream().map(each -> (Object) (long) each).toArray())));
  }

  /**
   * Whether a loop's body may be lowered a second time: it is small, and not itself in such a copy.
   */
  boolean mayCopy(Block body, int limit) {
    return copies == 0 && !resolution.traced && Size.within(body, limit);
  }

  /** Lowers a second copy of a loop's body, in which no further copies are made. */
  Expr copy(Supplier<Expr> lowering) {
    copies++;
    Expr copy = lowering.get();
    copies--;
    return copy;
  }

  /** A name that no other function of the module has, made from what messages call the function. */
  String uniqueName(@Nullable String described) {
    StringBuilder name = new StringBuilder();
    if (described != null) {
      int from = described.indexOf('\'') + 1;
      int to = described.lastIndexOf('\'');
      for (char c : described.substring(from, Math.max(from, to)).toCharArray()) {
        if (c == '_' || c < 128 && Character.isLetterOrDigit(c)) {
          name.append(c);
        }
      }
    }
    return name.append('$').append(++functions).toString();
  }
}

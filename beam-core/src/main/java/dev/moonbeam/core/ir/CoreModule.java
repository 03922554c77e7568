package dev.moonbeam.core.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module of the core IR: what a frontend hands over and what every pass takes and gives.
 *
 * @param name the module's name: an atom's text for Erlang, the chunk name for Lua
 * @param sourceFile what stack traces and line tables name
 * @param language id of the language it came from, for tools; the compiler never asks
 * @param functions in source order
 * @param exports functions that can be called from outside
 * @param attributes terms the language wants to find again at run time (e.g. Erlang's module
 *     attributes)
 */
public record CoreModule(
    String name,
    String sourceFile,
    String language,
    List<FunctionDef> functions,
    Set<FunctionName> exports,
    Map<String, Object> attributes) {

  /**
   * An attribute by which a language asks that values in local slots be let go when they are of no
   * more use, not when their function ends: for programs that watch the collector at work.
   */
  public static final String CLEARS_SLOTS = "clears slots";

  /**
   * An attribute by which a language asks that calls in tail position be told apart in recorded
   * stacks: see {@code GeneratedCode.isTailCall}. A module with lines beyond 32,767 is compiled
   * without.
   */
  public static final String MARKS_TAIL_CALLS = "marks tail calls";

  /**
   * An attribute by which a language says that nothing in it can tell a frame from the note of one
   * ({@code Raise.Turns}): recursion may go on without frames on the stack.
   */
  public static final String FRAMELESS_RECURSION = "frameless recursion";

  /**
   * An attribute whose value, a {@code LineTable}, says on which lines those calls are that have a
   * number of their own in place of their line.
   */
  public static final String LINE_TABLE = "line table";

  /** With one attribute more, or another value for it. */
  public CoreModule withAttribute(String key, Object value) {
    Map<String, Object> more = new HashMap<>(attributes);
    more.put(key, value);
    return new CoreModule(name, sourceFile, language, functions, exports, Map.copyOf(more));
  }

  public CoreModule withFunctions(List<FunctionDef> replaced) {
    return new CoreModule(name, sourceFile, language, replaced, exports, attributes);
  }
}

package dev.moonbeam.core.code;

import dev.moonbeam.core.codegen.Passing;
import dev.moonbeam.core.ir.FunctionName;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;

/**
 * A module as class files: immutable, independent of any node, fit for a cache and for shipping in
 * a jar (see {@code ModuleCodec}). Every {@link CodeServer} defines it in a class loader of its
 * own.
 *
 * @param className binary name of the class that holds the functions as static methods
 * @param classes class files by binary name; further ones may be made by the loader on demand
 * @param constants what the classes load from their loader by index: terms and {@code
 *     SiteTemplate}s
 * @param functions every function, exported or not
 * @param attributes as in {@code CoreModule}
 * @param metered whether a call from outside is charged: of a function value, or through the code
 *     server
 */
public record CompiledModule(
    String name,
    String sourceFile,
    String language,
    String className,
    Map<String, byte[]> classes,
    List<Object> constants,
    List<CompiledFunction> functions,
    Map<String, Object> attributes,
    boolean metered) {

  /**
   * Attribute: an atom, the name of a function without parameters that must give {@code ok} before
   * the module is there for others.
   */
  public static final String ON_LOAD = "on_load";

  /**
   * A function in the class file.
   *
   * @param captured how many leading parameters are captured values
   * @param arity how many parameters a caller passes
   * @param variadic whether an Object[] of further arguments follows
   * @param self whether the first captured value is the {@code Fun} itself
   * @param owner binary name of the class that holds the method: {@code className} or, in a large
   *     module, another
   * @param capturedNames what the captured values were called, without the function itself
   * @param method name of the static method (Process, Object * (captured + arity)[,
   *     Object[]])Object
   */
  public record CompiledFunction(
      FunctionName name,
      int captured,
      int arity,
      boolean variadic,
      boolean strictArity,
      boolean exported,
      String displayName,
      boolean self,
      String owner,
      String method,
      int line,
      List<String> capturedNames) {

    /** What the name of a function that is cut out of another to be its loop has behind it. */
    public static final String REST = "-rest";

    /**
     * Whether the compiler cut this function out of {@code outer} or out of what that was cut from
     * (a receive, what follows it, a piece of what was too large). To its author that is one
     * function, and a stack trace shows one frame for both. For languages whose display name of a
     * whole function is name and arity.
     */
    public boolean isPartOf(CompiledFunction outer) {
      return displayName.equals(outer.displayName)
          && !displayName.equals(name.toString())
          && !isRest();
    }

    /**
     * Whether this does in loops what the function that it was cut from calls itself for: its frame
     * stands for such calls.
     */
    private boolean isRest() {
      int slash = displayName.lastIndexOf('/');
      return slash >= 0
          && name.name().startsWith(displayName.substring(0, slash) + REST)
          && name.name().substring(slash + REST.length()).chars().allMatch(Character::isDigit);
    }

    /** Type of the Java method. */
    public MethodTypeDesc type() {
      return Passing.type(captured + arity, variadic);
    }
  }
}

package dev.moonbeam.core.code;

/**
 * What a class loader of generated classes tells about them: implemented by the loader of every
 * module version, which is how frames of scripts are recognised on a Java stack.
 */
public interface GeneratedCode {
  CompiledModule compiled();

  /** The function that the static method holds, or null. */
  default CompiledModule.@org.jspecify.annotations.Nullable CompiledFunction function(
      String owner, String method) {
    for (CompiledModule.CompiledFunction function : compiled().functions()) {
      if (function.method().equals(method) && function.owner().equals(owner)) {
        return function;
      }
    }
    return null;
  }

  /**
   * The display name of the function that the static method holds; the method's own name when there
   * is none.
   */
  default String displayName(String method) {
    for (CompiledModule.CompiledFunction function : compiled().functions()) {
      if (function.method().equals(method)) {
        return function.displayName();
      }
    }
    return method;
  }
}

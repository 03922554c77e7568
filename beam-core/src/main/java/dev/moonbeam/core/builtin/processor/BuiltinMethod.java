package dev.moonbeam.core.builtin.processor;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.policy.Capability;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A {@link Builtin} method that has passed the checks.
 *
 * @param name in the language
 * @param method in Java
 * @param arity parameters without the process and the variadic one
 */
record BuiltinMethod(
    String name,
    String method,
    int arity,
    boolean variadic,
    int cost,
    boolean guard,
    List<Capability> needs) {

  private static final String PROCESS = "dev.moonbeam.core.process.Process";
  private static final String OBJECT = "java.lang.Object";

  /** Everything wrong with the method, in words for its author; empty when it is sound. */
  static List<String> faults(ExecutableElement method, Builtin builtin, boolean strictArity) {
    List<String> faults = new ArrayList<>();
    if (!method.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC))) {
      faults.add("a @Builtin method must be public and static");
    }
    if (!isType(method.getReturnType(), OBJECT)) {
      faults.add("a @Builtin method must return Object (a term or a Special)");
    }
    if (!method.getTypeParameters().isEmpty()) {
      faults.add("a @Builtin method cannot be generic");
    }
    if (!method.getThrownTypes().isEmpty()) {
      faults.add("a @Builtin method cannot declare exceptions: scripts catch Raise only");
    }
    checkParameters(method, faults);
    boolean variadic = isVariadic(method);
    if (variadic && strictArity) {
      faults.add("a variadic @Builtin needs @BuiltinModule(strictArity = false)");
    }
    if (builtin.value().isEmpty()) {
      faults.add("a @Builtin needs a name");
    }
    if (builtin.cost() < 1) {
      faults.add("a @Builtin costs at least 1 reduction, else a loop of calls would run unmetered");
    }
    if (builtin.guard() && !strictArity) {
      faults.add("guards exist only in modules of strict arity");
    }
    if (builtin.guard() && builtin.needs().length > 0) {
      faults.add(
          "a guard cannot need a capability: a guard that may not run would silently be false");
    }
    return faults;
  }

  private static void checkParameters(ExecutableElement method, List<String> faults) {
    List<? extends VariableElement> parameters = method.getParameters();
    if (parameters.isEmpty() || !isType(parameters.getFirst().asType(), PROCESS)) {
      faults.add("the first parameter of a @Builtin method must be the Process");
      return;
    }
    for (int i = 1; i < parameters.size(); i++) {
      boolean rest =
          i == parameters.size() - 1 && isType(parameters.get(i).asType(), OBJECT + "[]");
      if (!rest && !isType(parameters.get(i).asType(), OBJECT)) {
        faults.add(
            "parameter '"
                + parameters.get(i).getSimpleName()
                + "' of a @Builtin method must be Object (or Object[] as the last one)");
      }
    }
  }

  static BuiltinMethod of(ExecutableElement method, Builtin builtin) {
    boolean variadic = isVariadic(method);
    return new BuiltinMethod(
        builtin.value(),
        method.getSimpleName().toString(),
        method.getParameters().size() - (variadic ? 2 : 1),
        variadic,
        builtin.cost(),
        builtin.guard(),
        List.of(builtin.needs()));
  }

  /**
   * What must be unique in a module: the name, and the arity where it is part of a function's
   * identity.
   */
  String key(boolean strictArity) {
    return strictArity ? name + "/" + arity : name;
  }

  private static boolean isVariadic(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return !parameters.isEmpty() && isType(parameters.getLast().asType(), OBJECT + "[]");
  }

  /** Type annotations such as Nullable do not matter here. */
  private static boolean isType(TypeMirror type, String name) {
    return withoutAnnotations(type).equals(name);
  }

  private static String withoutAnnotations(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> withoutAnnotations(((ArrayType) type).getComponentType()) + "[]";
      case DECLARED ->
          ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
      default -> type.toString();
    };
  }
}

package dev.moonbeam.core.builtin.processor;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Writes {@code <Class>Table implements BuiltinTable} for every class annotated {@link
 * BuiltinModule}, after it has checked that each {@link Builtin} method has the shape that the
 * generated code and direct links rely on. What is wrong is said as a compile error at the element;
 * no table is written for a class with an error.
 *
 * <p>Runs in javac; {@link BuiltinMethod} checks one method, {@link TableWriter} makes the text.
 */
public final class BuiltinProcessor extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(BuiltinModule.class.getCanonicalName(), Builtin.class.getCanonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element method : round.getElementsAnnotatedWith(Builtin.class)) {
      if (method.getEnclosingElement().getAnnotation(BuiltinModule.class) == null) {
        error(method, "@Builtin has no effect outside a class annotated @BuiltinModule");
      }
    }
    for (TypeElement type :
        ElementFilter.typesIn(round.getElementsAnnotatedWith(BuiltinModule.class))) {
      processModule(type);
    }
    return true;
  }

  private void processModule(TypeElement type) {
    boolean sound = true;
    if (type.getNestingKind() != NestingKind.TOP_LEVEL
        || !type.getModifiers().contains(Modifier.PUBLIC)) {
      error(
          type,
          "a @BuiltinModule must be a public top-level class, since generated code links to its"
              + " methods");
      sound = false;
    }
    BuiltinModule module = type.getAnnotation(BuiltinModule.class);
    List<BuiltinMethod> methods = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Builtin builtin = method.getAnnotation(Builtin.class);
      if (builtin == null) {
        continue;
      }
      List<String> faults = BuiltinMethod.faults(method, builtin, module.strictArity());
      if (!faults.isEmpty()) {
        faults.forEach(fault -> error(method, fault));
        sound = false;
        continue;
      }
      BuiltinMethod checked = BuiltinMethod.of(method, builtin);
      if (!names.add(checked.key(module.strictArity()))) {
        error(
            method,
            "builtin " + checked.key(module.strictArity()) + " is declared twice in this class");
        sound = false;
      }
      methods.add(checked);
    }
    if (methods.isEmpty() && sound) {
      error(type, "a @BuiltinModule without any @Builtin method");
      sound = false;
    }
    if (sound) {
      write(type, module, methods);
    }
  }

  private void write(TypeElement type, BuiltinModule module, List<BuiltinMethod> methods) {
    String packageName =
        processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    TableWriter table =
        new TableWriter(
            packageName,
            type.getSimpleName().toString(),
            module.value(),
            module.strictArity(),
            module.absent(),
            methods);
    try (Writer out =
        processingEnv.getFiler().createSourceFile(table.qualifiedName(), type).openWriter()) {
      out.write(table.source());
    } catch (IOException e) {
      error(type, "cannot write " + table.qualifiedName() + ": " + e.getMessage());
    }
  }

  private void error(Element element, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}

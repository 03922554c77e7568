package dev.moonbeam.core.code;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.codegen.FunClassWriter;
import dev.moonbeam.core.codegen.Passing;
import dev.moonbeam.core.codegen.SiteTemplate;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The class loader of one version of a module on one node. Defines the module's classes, makes the
 * small class of a function value when it is first needed, hands the classes their constants and
 * links their remote calls. Everything of the version is collected when nothing refers to one of
 * its functions.
 */
public final class ModuleLoader extends ClassLoader implements GeneratedCode {
  /** Package of all generated classes. */
  public static final String PACKAGE = "moonbeam.script.";

  /** (Process)void: charges one call. */
  private static final MethodHandle PAY;

  static {
    registerAsParallelCapable();
    try {
      MethodHandle spend =
          MethodHandles.lookup()
              .findVirtual(Process.class, "spend", MethodType.methodType(void.class, int.class));
      PAY = MethodHandles.insertArguments(spend, 1, 1);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final CompiledModule module;
  private final RemoteLinker linker;
  private final Object[] constants;
  private final Map<String, Integer> funClasses = new HashMap<>();

  /**
   * @param parent sees the classes that the module's primitives name
   * @param linker where remote calls go
   */
  public ModuleLoader(CompiledModule module, ClassLoader parent, RemoteLinker linker) {
    super(LoaderNames.fresh(module.name()), parent);
    LoaderNames.remember(String.valueOf(getName()), this);
    this.module = module;
    this.linker = linker;
    List<Object> templates = module.constants();
    constants = new Object[templates.size()];
    for (int i = 0; i < constants.length; i++) {
      Object constant = templates.get(i);
      constants[i] = constant instanceof SiteTemplate site ? site.newSite() : constant;
    }
    List<CompiledFunction> functions = module.functions();
    for (int i = 0; i < functions.size(); i++) {
      funClasses.put(funClassName(module.className(), i), i);
    }
  }

  /** Binary name of the class of function values of function number {@code index}. */
  public static String funClassName(String className, int index) {
    return className + "$" + index;
  }

  @Override
  public CompiledModule compiled() {
    return module;
  }

  /** The static method of a function: (Process, Object * n[, Object[]])Object. */
  public MethodHandle method(CompiledFunction function) {
    try {
      MethodType type =
          MethodType.fromMethodDescriptorString(function.type().descriptorString(), this);
      return MethodHandles.publicLookup()
          .findStatic(loadClass(function.owner()), function.method(), type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("function " + function.name() + " of " + module.name(), e);
    }
  }

  /** As {@link #method}, for calls from outside the module, which pay for themselves. */
  public MethodHandle entry(CompiledFunction function) {
    MethodHandle method = method(function);
    return module.metered() ? MethodHandles.foldArguments(method, PAY) : method;
  }

  /** A function as a value. */
  public Fun function(CompiledFunction function, Object... captured) {
    try {
      Class<?> type = loadClass(funClassName(module.className(), indexOf(function)));
      if (function.captured() == 0) {
        return (Fun) type.getField("INSTANCE").get(null);
      }
      return (Fun)
          type.getConstructors()[0].newInstance(
              captured.length > Passing.MOST ? new Object[] {captured} : captured);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("function " + function.name() + " of " + module.name(), e);
    }
  }

  private int indexOf(CompiledFunction function) {
    int index = module.functions().indexOf(function);
    if (index < 0) {
      throw new IllegalArgumentException(function.name() + " is not of " + module.name());
    }
    return index;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = module.classes().get(name);
    if (bytes == null) {
      Integer index = funClasses.get(name);
      if (index == null) {
        throw new ClassNotFoundException(name);
      }
      bytes = FunClassWriter.write(module, index);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  // Called by generated code

  /** The constants of the module of a generated class. */
  public static Object[] constants(Class<?> generated) {
    return ((ModuleLoader) generated.getClassLoader()).constants;
  }

  /** Bootstrap of a remote call with constant names. */
  public static CallSite linkRemote(
      MethodHandles.Lookup caller, String name, MethodType type, String module, String function) {
    return linker(caller).link(module, function, type);
  }

  /** Bootstrap of a remote call whose names are operands: {@code name} is the linker's method. */
  public static CallSite linkDynamic(MethodHandles.Lookup caller, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodType declared =
        MethodType.methodType(
            Object.class, Process.class, Object.class, Object.class, Object[].class);
    return new ConstantCallSite(
        MethodHandles.lookup()
            .findVirtual(RemoteLinker.class, name, declared)
            .bindTo(linker(caller))
            .asType(type));
  }

  /** Bootstrap of a tail call of a remote function with constant names, left to a trampoline. */
  public static CallSite linkFunction(
      MethodHandles.Lookup caller, String name, MethodType type, String module, String function)
      throws ReflectiveOperationException {
    MethodHandle tailCall =
        MethodHandles.lookup()
            .findVirtual(
                RemoteLinker.class,
                "tailCall",
                MethodType.methodType(
                    Object.class, Process.class, Object.class, Object.class, Object[].class))
            .bindTo(linker(caller));
    return new ConstantCallSite(
        MethodHandles.insertArguments(
            tailCall,
            1,
            dev.moonbeam.core.term.Atom.of(module),
            dev.moonbeam.core.term.Atom.of(function)));
  }

  private static RemoteLinker linker(MethodHandles.Lookup caller) {
    return ((ModuleLoader) caller.lookupClass().getClassLoader()).linker;
  }
}

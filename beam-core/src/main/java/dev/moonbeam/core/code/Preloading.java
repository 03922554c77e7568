package dev.moonbeam.core.code;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the classes that a module's code names known to its loader before the code runs.
 *
 * <p>HotSpot compiles a reference to a class that the loader has not met yet, or that is not
 * initialized, as a trap. Recursion that only descends at first is compiled before anything behind
 * the recursive call has run; then every frame hits such a trap on the way back, at microseconds
 * each: 1,000,000 levels took 6 to 9 s at the first time, 0.7 s with this.
 */
final class Preloading {
  private Preloading() {}

  static void preload(CompiledModule module, ModuleLoader loader) {
    Set<String> names = new HashSet<>();
    for (byte[] bytes : module.classes().values()) {
      for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
        if (entry instanceof ClassEntry type) {
          names.add(type.asInternalName().replace('/', '.'));
        }
      }
    }
    for (String name : names) {
      if (!name.startsWith("[") && !name.startsWith(ModuleLoader.PACKAGE)) {
        try {
          Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
          throw new LinkageError("module " + module.name() + " needs " + name, e);
        }
      }
    }
  }
}

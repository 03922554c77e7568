package dev.moonbeam.core.codegen;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The constants of a module: each literal once, each site by identity. */
final class ConstantPool {
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> plain = new HashMap<>();
  private final IdentityHashMap<Object, Integer> others = new IdentityHashMap<>();

  /** The index of a constant, which is added when it is new. */
  int index(Object constant) {
    boolean byValue =
        constant instanceof Long
            || constant instanceof Double
            || constant instanceof Atom
            || constant instanceof Binary
            || constant instanceof BigInteger;
    Map<Object, Integer> known = byValue ? plain : others;
    Integer index = known.get(constant);
    if (index == null) {
      index = constants.size();
      constants.add(constant);
      known.put(constant, index);
    }
    return index;
  }

  List<Object> constants() {
    return constants;
  }
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.StaticMethod;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pure functions of module erlang that may stand in guards, as primitives that call the
 * builtin's Java method straight: no policy is asked for them, no code server can replace them.
 */
final class GuardFunctions {
  private static final ClassDesc PROCESS = ClassDesc.of("dev.moonbeam.core.process.Process");

  private final Map<String, Primitive> functions = new HashMap<>();

  GuardFunctions(List<BuiltinTable> tables) {
    for (BuiltinTable table : tables) {
      if (table.module().equals("erlang")) {
        for (BuiltinRow row : table.rows()) {
          if (row.guard() && row.needs().isEmpty() && !row.variadic()) {
            functions.put(row.name() + "/" + row.arity(), primitive(row));
          }
        }
      }
    }
  }

  @Nullable Primitive find(String name, int arity) {
    return functions.get(name + "/" + arity);
  }

  private static Primitive primitive(BuiltinRow row) {
    List<ClassDesc> parameters = new java.util.ArrayList<>();
    parameters.add(PROCESS);
    parameters.addAll(Collections.nCopies(row.arity(), ConstantDescs.CD_Object));
    StaticMethod method =
        new StaticMethod(
            ClassDesc.of(row.owner()),
            row.method(),
            MethodTypeDesc.of(ConstantDescs.CD_Object, parameters));
    return ErlangPrimitives.guardFunction(row.name(), method, row.arity());
  }
}

package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.moonbeam.core.code.Calls;
import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.code.ModuleLoader;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

/** Names of what generated code refers to. */
final class Descriptors {
  static final ClassDesc OBJECTS = CD_Object.arrayType();
  static final ClassDesc PROCESS = desc(Process.class);
  static final ClassDesc FUN = desc(Fun.class);
  static final ClassDesc MODULE_FUN = desc(ModuleFun.class);
  static final ClassDesc SPECIAL = desc(Special.class);
  static final ClassDesc RAISE = desc(Raise.class);
  static final ClassDesc ATOM = desc(Atom.class);
  static final ClassDesc CONS = desc(Cons.class);
  static final ClassDesc NIL = desc(Nil.class);
  static final ClassDesc TUPLE = desc(Tuple.class);
  static final ClassDesc LONG = desc(Long.class);
  static final ClassDesc DOUBLE = desc(Double.class);
  static final ClassDesc MATH = desc(Math.class);
  static final ClassDesc CALLS = desc(Calls.class);
  static final ClassDesc LOADER = desc(ModuleLoader.class);

  static final MethodTypeDesc DESCEND = MethodTypeDesc.of(CD_boolean, CD_int);
  static final MethodTypeDesc SPEND = MethodTypeDesc.of(CD_void, CD_int);
  static final MethodTypeDesc VOID = MethodTypeDesc.of(CD_void);
  static final MethodTypeDesc TO_OBJECT = MethodTypeDesc.of(CD_Object);
  static final MethodTypeDesc OBJECT_TO_OBJECT = MethodTypeDesc.of(CD_Object, CD_Object);
  static final MethodTypeDesc OBJECT_TO_OBJECTS = MethodTypeDesc.of(OBJECTS, CD_Object);
  static final MethodTypeDesc BOX_LONG = MethodTypeDesc.of(LONG, CD_long);
  static final MethodTypeDesc BOX_DOUBLE = MethodTypeDesc.of(DOUBLE, CD_double);
  static final MethodTypeDesc BOX_BOOL = MethodTypeDesc.of(ATOM, CD_boolean);
  static final MethodTypeDesc LONG_VALUE = MethodTypeDesc.of(CD_long);
  static final MethodTypeDesc DOUBLE_VALUE = MethodTypeDesc.of(CD_double);
  static final MethodTypeDesc LONGS_TO_LONG = MethodTypeDesc.of(CD_long, CD_long, CD_long);
  static final MethodTypeDesc NTH = MethodTypeDesc.of(CD_Object, OBJECTS, CD_int);
  static final MethodTypeDesc CONCAT = MethodTypeDesc.of(OBJECTS, OBJECTS, OBJECTS, PROCESS);
  static final MethodTypeDesc APPEND = MethodTypeDesc.of(OBJECTS, OBJECTS, CD_Object, PROCESS);
  static final MethodTypeDesc VALUES = MethodTypeDesc.of(CD_Object, OBJECTS);
  static final MethodTypeDesc TAIL_CALL = MethodTypeDesc.of(CD_Object, CD_Object, OBJECTS);
  static final MethodTypeDesc PAID_TAIL_CALL =
      MethodTypeDesc.of(CD_Object, desc(Process.class), CD_Object, OBJECTS);
  static final MethodTypeDesc IS_TUPLE = MethodTypeDesc.of(CD_boolean, CD_Object, CD_int);
  static final MethodTypeDesc IS_LITERAL = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
  static final MethodTypeDesc ATOM_HASH = MethodTypeDesc.of(CD_int, CD_Object);
  static final MethodTypeDesc THROUGH = MethodTypeDesc.of(RAISE, CD_long, TUPLE);
  static final MethodTypeDesc CALL_N = MethodTypeDesc.of(CD_Object, PROCESS, OBJECTS);
  static final MethodTypeDesc OTHERWISE =
      MethodTypeDesc.of(CD_Object, PROCESS, CD_Object, OBJECTS, CD_Object);

  /**
   * Every class is taken for a direct subclass of Object: stack maps then merge two different ones
   * to Object, which is all that generated code relies on, and no class need be looked up to write
   * one.
   */
  static final ClassHierarchyResolver HIERARCHY =
      name ->
          name.equals(CD_Object)
              ? ClassHierarchyResolver.ClassHierarchyInfo.ofClass(null)
              : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(CD_Object);

  private static final MethodTypeDesc[] FUNCTIONS = functionTypes();

  private Descriptors() {}

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  private static MethodTypeDesc[] functionTypes() {
    MethodTypeDesc[] types = new MethodTypeDesc[16];
    for (int i = 0; i < types.length; i++) {
      types[i] = makeFunctionType(i);
    }
    return types;
  }

  private static MethodTypeDesc makeFunctionType(int parameters) {
    ClassDesc[] all = new ClassDesc[parameters + 1];
    Arrays.fill(all, CD_Object);
    all[0] = PROCESS;
    return MethodTypeDesc.of(CD_Object, all);
  }

  /** (Process, Object * parameters)Object: a function, or {@code Fun.callK}. */
  static MethodTypeDesc function(int parameters) {
    return parameters < FUNCTIONS.length ? FUNCTIONS[parameters] : makeFunctionType(parameters);
  }

  /** The type of a Java local or operand that holds values of an IR type. */
  static ClassDesc java(Type type) {
    return switch (type) {
      case TERM -> CD_Object;
      case LONG -> CD_long;
      case DOUBLE -> CD_double;
      case BOOL -> CD_boolean;
      case VALUES -> OBJECTS;
    };
  }
}

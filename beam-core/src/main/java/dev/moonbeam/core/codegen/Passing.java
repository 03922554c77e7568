package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * How the parameters of a function are passed to its Java method, which has at most 255: where
 * there are more than {@link #MOST}, the last ones travel in an array. The same goes for the
 * captured values that make a function value.
 */
public final class Passing {
  /** Beside the process; what is left is for method handles, which add some of their own. */
  public static final int MOST = 240;

  private Passing() {}

  /** How many of the parameters are parameters of the Java method. */
  static int direct(int count) {
    return count <= MOST ? count : MOST - 1;
  }

  /**
   * The type of the method of a function.
   *
   * @param count captured values and declared parameters
   * @param variadic whether an array of further arguments follows
   */
  public static MethodTypeDesc type(int count, boolean variadic) {
    int all = count + (variadic ? 1 : 0);
    MethodTypeDesc type = Descriptors.function(direct(all) - (variadic && all <= MOST ? 1 : 0));
    return variadic || all > MOST
        ? type.insertParameterTypes(type.parameterCount(), Descriptors.OBJECTS)
        : type;
  }

  /** Pushes what the method of a function takes, where {@code push} pushes each argument. */
  static void push(CodeBuilder code, int count, IntConsumer push) {
    int direct = direct(count);
    for (int i = 0; i < direct; i++) {
      push.accept(i);
    }
    if (direct < count) {
      code.loadConstant(count - direct).anewarray(CD_Object);
      for (int i = direct; i < count; i++) {
        code.dup().loadConstant(i - direct);
        push.accept(i);
        code.aastore();
      }
    }
  }

  /** The type of the constructor of a function value that holds so many captured values. */
  static MethodTypeDesc constructor(int captured) {
    if (captured > MOST) {
      return MethodTypeDesc.of(CD_void, Descriptors.OBJECTS);
    }
    ClassDesc[] parameters = new ClassDesc[captured];
    Arrays.fill(parameters, CD_Object);
    return MethodTypeDesc.of(CD_void, parameters);
  }

  /** Pushes what {@link #constructor} takes, where {@code push} pushes each captured value. */
  static void pushCaptured(CodeBuilder code, int captured, IntConsumer push) {
    if (captured <= MOST) {
      for (int i = 0; i < captured; i++) {
        push.accept(i);
      }
      return;
    }
    code.loadConstant(captured).anewarray(CD_Object);
    for (int i = 0; i < captured; i++) {
      code.dup().loadConstant(i);
      push.accept(i);
      code.aastore();
    }
  }
}

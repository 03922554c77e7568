package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.lang.classfile.Label;

/** Where the value of an expression goes. */
sealed interface Target {
  /** It is the function's result. */
  record Return() implements Target {}

  /** Nowhere: the expression runs for its effect. */
  record Nowhere() implements Target {}

  /** On the operand stack, converted to a type. */
  record Stack(Type type) implements Target {}

  /** Into a variable's local slot, which exists. */
  record Local(Variable variable) implements Target {}

  /** Goes to {@code label} when the condition's value is {@code when}, falls through otherwise. */
  record Branch(Label label, boolean when) implements Target {}

  Target RETURN = new Return();
  Target NOWHERE = new Nowhere();
  Target TERM = new Stack(Type.TERM);
  Target VALUES = new Stack(Type.VALUES);
}

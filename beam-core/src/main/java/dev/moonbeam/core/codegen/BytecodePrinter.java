package dev.moonbeam.core.codegen;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A class file as text, for {@code --dump=bytecode}: one instruction a line, labels numbered as
 * they come.
 */
final class BytecodePrinter {
  private final StringBuilder out = new StringBuilder();
  private final Map<Label, Integer> labels = new IdentityHashMap<>();

  private BytecodePrinter() {}

  static String print(byte[] classFile) {
    BytecodePrinter printer = new BytecodePrinter();
    ClassModel model = ClassFile.of().parse(classFile);
    printer.out.append("class ").append(model.thisClass().asInternalName()).append('\n');
    model.methods().forEach(printer::method);
    return printer.out.toString();
  }

  private void method(MethodModel method) {
    out.append("\nmethod ").append(method.methodName()).append(method.methodType()).append('\n');
    labels.clear();
    method.code().ifPresent(this::code);
  }

  private void code(CodeModel code) {
    for (CodeElement element : code) {
      switch (element) {
        case LabelTarget target -> out.append(label(target.label())).append(":\n");
        case LineNumber line -> out.append("    // line ").append(line.line()).append('\n');
        case ExceptionCatch handler ->
            out.append("    catch ")
                .append(handler.catchType().map(type -> type.asInternalName()).orElse("any"))
                .append(' ')
                .append(label(handler.tryStart()))
                .append(" to ")
                .append(label(handler.tryEnd()))
                .append(" at ")
                .append(label(handler.handler()))
                .append('\n');
        case Instruction instruction ->
            out.append("    ")
                .append(instruction.opcode().name().toLowerCase(Locale.ROOT))
                .append(operands(instruction))
                .append('\n');
        default -> {}
      }
    }
  }

  private String operands(Instruction instruction) {
    return switch (instruction) {
      case LoadInstruction load -> " " + load.slot();
      case StoreInstruction store -> " " + store.slot();
      case ConstantInstruction constant -> " " + constant.constantValue();
      case FieldInstruction field -> " " + field.owner().asInternalName() + "." + field.name();
      case InvokeInstruction invoke ->
          " " + invoke.owner().asInternalName() + "." + invoke.name() + invoke.type();
      case InvokeDynamicInstruction invoke ->
          " " + invoke.name() + invoke.type() + " " + invoke.bootstrapArgs();
      case BranchInstruction branch -> " " + label(branch.target());
      case NewObjectInstruction made -> " " + made.className().asInternalName();
      case TypeCheckInstruction check -> " " + check.type().asInternalName();
      case LookupSwitchInstruction choice -> cases(choice.cases(), choice.defaultTarget());
      case TableSwitchInstruction choice -> cases(choice.cases(), choice.defaultTarget());
      default -> "";
    };
  }

  private String cases(List<SwitchCase> cases, Label otherwise) {
    StringBuilder text = new StringBuilder();
    for (SwitchCase each : cases) {
      text.append(' ').append(each.caseValue()).append("->").append(label(each.target()));
    }
    return text.append(" else ").append(label(otherwise)).toString();
  }

  private String label(Label label) {
    return "L" + labels.computeIfAbsent(label, _ -> labels.size());
  }
}

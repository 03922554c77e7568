package dev.moonbeam.core.builtin.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The source text of one {@code BuiltinTable}: its rows as plain data, and for each row a small
 * nested {@code Fun} class.
 *
 * <p>A Fun is made through a static method of its own class whose declared result is {@code Fun}: a
 * {@code new} in the switch of {@code link} would make the verifier load every one of them when the
 * table is first used, only to see that each is a Fun.
 */
final class TableWriter {
  /** Fun has a method of its own for calls with so many arguments; beyond it is callN. */
  private static final int FIXED = 4;

  private static final String[] NAMES = {"a", "b", "c", "d"};

  private final String packageName;
  private final String owner;
  private final String module;
  private final boolean strictArity;
  private final String absent;
  private final List<BuiltinMethod> methods;
  private final StringBuilder out = new StringBuilder(8192);

  TableWriter(
      String packageName,
      String owner,
      String module,
      boolean strictArity,
      String absent,
      List<BuiltinMethod> methods) {
    this.packageName = packageName;
    this.owner = owner;
    this.module = module;
    this.strictArity = strictArity;
    this.absent = absent;
    this.methods = methods;
  }

  String qualifiedName() {
    return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
  }

  private String simpleName() {
    return owner + "Table";
  }

  String source() {
    if (!packageName.isEmpty()) {
      line("package " + packageName + ";");
      line("");
    }
    line("import dev.moonbeam.core.builtin.BuiltinRow;");
    line("import dev.moonbeam.core.builtin.BuiltinTable;");
    line("import dev.moonbeam.core.process.Fun;");
    line("import dev.moonbeam.core.process.Process;");
    line("import dev.moonbeam.core.term.Atom;");
    line("import dev.moonbeam.policy.Capability;");
    line("import java.util.Arrays;");
    line("import java.util.List;");
    line("import java.util.Set;");
    line("");
    line("/** The builtins of {@link " + owner + "}. Written by BuiltinProcessor. */");
    line("public final class " + simpleName() + " implements BuiltinTable {");
    rows();
    link();
    for (int row = 0; row < methods.size(); row++) {
      fun(row, methods.get(row));
    }
    line("}");
    return out.toString();
  }

  private void rows() {
    String binaryName = qualifiedName().substring(0, qualifiedName().length() - "Table".length());
    line("  private static final List<BuiltinRow> ROWS = List.of(");
    for (int row = 0; row < methods.size(); row++) {
      BuiltinMethod method = methods.get(row);
      String needs =
          method.needs().stream()
              .map(each -> "Capability." + each)
              .collect(Collectors.joining(", "));
      line(
          "      new BuiltinRow(%s, %s, %d, %b, %b, %d, Set.of(%s), %s, %s)%s"
              .formatted(
                  literal(module),
                  literal(method.name()),
                  method.arity(),
                  method.variadic(),
                  method.guard(),
                  method.cost(),
                  needs,
                  literal(binaryName),
                  literal(method.method()),
                  row == methods.size() - 1 ? ");" : ","));
    }
    line("");
    line("  @Override public String module() {");
    line("    return " + literal(module) + ";");
    line("  }");
    line("");
    line("  @Override public List<BuiltinRow> rows() {");
    line("    return ROWS;");
    line("  }");
    line("");
  }

  private void link() {
    line("  @Override public Fun link(int row) {");
    line("    return switch (row) {");
    for (int row = 0; row < methods.size(); row++) {
      line("      case " + row + " -> " + className(row) + ".make();");
    }
    line("      default -> throw new IndexOutOfBoundsException(row);");
    line("    };");
    line("  }");
  }

  /** Unique by the row, readable in a stack trace by the method; never a keyword. */
  private String className(int row) {
    return methods.get(row).method() + "_" + row;
  }

  private void fun(int row, BuiltinMethod method) {
    line("");
    line("  private static final class " + className(row) + " extends Fun {");
    line("    static Fun make() {");
    line("      return new " + className(row) + "();");
    line("    }");
    line("");
    line("    @Override public int arity() {");
    line("      return " + method.arity() + ";");
    line("    }");
    line("");
    line("    @Override public String displayName() {");
    line("      return " + literal(displayName(method)) + ";");
    line("    }");
    if (strictArity) {
      strictCalls(method);
    } else {
      adjustingCalls(method);
    }
    line("  }");
  }

  private String displayName(BuiltinMethod method) {
    if (strictArity) {
      return module + ":" + method.name() + "/" + method.arity();
    }
    return "function '" + (module.isEmpty() ? "" : module + ".") + method.name() + "'";
  }

  /**
   * A call with exactly the arguments declared; any other number reaches callN and is refused
   * there.
   */
  private void strictCalls(BuiltinMethod method) {
    if (method.arity() <= FIXED) {
      fixedCall(method, method.arity(), List.of(NAMES).subList(0, method.arity()));
    }
    line("");
    line("    @Override public Object callN(Process process, Object[] arguments) {");
    line("      if (arguments.length != " + method.arity() + ") {");
    line("        return badArity(process, arguments);");
    line("      }");
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < method.arity(); i++) {
      actual.add("arguments[" + i + "]");
    }
    chargeAndCall(method, actual);
    line("    }");
  }

  /**
   * Missing arguments are nil (or what the module says), surplus ones are dropped or become the
   * rest.
   */
  private void adjustingCalls(BuiltinMethod method) {
    for (int given = 0; given <= FIXED; given++) {
      List<String> actual = new ArrayList<>();
      for (int i = 0; i < method.arity(); i++) {
        actual.add(i < given ? NAMES[i] : absent);
      }
      if (method.variadic()) {
        actual.add(
            given <= method.arity()
                ? "Fun.NO_ARGUMENTS"
                : List.of(NAMES).subList(method.arity(), given).stream()
                    .collect(Collectors.joining(", ", "new Object[] {", "}")));
      }
      fixedCall(method, given, actual);
    }
    line("");
    line("    @Override public Object callN(Process process, Object[] arguments) {");
    List<String> actual = new ArrayList<>();
    if (method.arity() > 0) {
      line("      int given = arguments.length;");
    }
    for (int i = 0; i < method.arity(); i++) {
      actual.add("given > " + i + " ? arguments[" + i + "] : " + absent);
    }
    if (method.variadic()) {
      actual.add(
          method.arity() == 0
              ? "arguments"
              : "given > %d ? Arrays.copyOfRange(arguments, %d, given) : Fun.NO_ARGUMENTS"
                  .formatted(method.arity(), method.arity()));
    }
    chargeAndCall(method, actual);
    line("    }");
  }

  private void fixedCall(BuiltinMethod method, int given, List<String> actual) {
    StringBuilder formal = new StringBuilder("Process process");
    for (int i = 0; i < given; i++) {
      formal.append(", Object ").append(NAMES[i]);
    }
    line("");
    line("    @Override public Object call" + given + "(" + formal + ") {");
    chargeAndCall(method, actual);
    line("    }");
  }

  private void chargeAndCall(BuiltinMethod method, List<String> actual) {
    line("      if ((process.reductions -= " + method.cost() + ") < 0) {");
    line("        process.slice();");
    line("      }");
    StringBuilder call = new StringBuilder(owner + "." + method.method() + "(process");
    actual.forEach(each -> call.append(", ").append(each));
    line("      return " + call + ");");
  }

  private static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

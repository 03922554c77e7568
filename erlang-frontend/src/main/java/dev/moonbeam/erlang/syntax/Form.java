package dev.moonbeam.erlang.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of a module. {@code file} is the source file it stands in, which differs for included
 * forms.
 */
public sealed interface Form {
  long at();

  String file();

  record Function(long at, String file, String name, int arity, List<Node.Clause> clauses)
      implements Form {}

  /** {@code -name(value).}; the value is a term, {@code f/1} as {@code {f,1}}. */
  record Attribute(long at, String file, String name, Object value) implements Form {}

  record Record(long at, String file, String name, List<Field> fields) implements Form {}

  /** A field; {@code value} is the default or null, {@code type} an abstract type or null. */
  record Field(long at, String name, @Nullable Node value, @Nullable Object type) {}

  /** {@code -type}, {@code -opaque}, {@code -nominal}; {@code type} in the abstract format. */
  record Type(
      long at, String file, String kind, String name, List<Node.Var> parameters, Object type)
      implements Form {}

  /**
   * {@code -spec}, {@code -callback}; {@code types} is a list of function types in the abstract
   * format.
   */
  record Spec(
      long at,
      String file,
      String kind,
      @Nullable String module,
      String name,
      int arity,
      Object types)
      implements Form {}

  /** Where the module ends. */
  record End(long at, String file) implements Form {}
}

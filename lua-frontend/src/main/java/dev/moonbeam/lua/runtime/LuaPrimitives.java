package dev.moonbeam.lua.runtime;

import static dev.moonbeam.core.ir.Type.BOOL;
import static dev.moonbeam.core.ir.Type.DOUBLE;
import static dev.moonbeam.core.ir.Type.LONG;
import static dev.moonbeam.core.ir.Type.TERM;
import static dev.moonbeam.core.ir.Type.VALUES;

import dev.moonbeam.core.ir.CallProtocol;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.MethodBody;
import dev.moonbeam.core.ir.Primitive.Variant;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every operation that the lowering of Lua may use, as descriptors for the compiler.
 *
 * <p>Sites: {@link OperandNames} (or null) for arithmetic, bitwise operators, {@link #LEN}, {@link
 * #CONCAT}, {@link #INDEX} and {@link #SET_INDEX}; {@link FieldSite} (required) for {@link #FIELD},
 * {@link #SET_FIELD} and {@link #METHOD}; {@link VariableName} (or null) for calls and {@link
 * #CLOSE_OPEN}. The other primitives have none.
 *
 * <p>What writes gives the object back, which nobody looks at.
 */
public final class LuaPrimitives {
  private LuaPrimitives() {}

  // --------------------------------------------------------------------------------------------------------- operators

  public static final Primitive ADD =
      arithmetic("add", Instruction.LONG_ADD, Instruction.DOUBLE_ADD);
  public static final Primitive SUB =
      arithmetic("sub", Instruction.LONG_SUB, Instruction.DOUBLE_SUB);
  public static final Primitive MUL =
      arithmetic("mul", Instruction.LONG_MUL, Instruction.DOUBLE_MUL);

  public static final Primitive DIV =
      operator("div")
          .method(Arithmetic.class, DOUBLE, LONG, LONG)
          .instruction(Instruction.DOUBLE_DIV, DOUBLE, DOUBLE, DOUBLE)
          .method(Arithmetic.class, DOUBLE, LONG, DOUBLE)
          .method(Arithmetic.class, DOUBLE, DOUBLE, LONG)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive MOD =
      operator("mod")
          .processMethod(Arithmetic.class, LONG, LONG, LONG)
          .method(Arithmetic.class, DOUBLE, DOUBLE, DOUBLE)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive IDIV =
      operator("idiv")
          .processMethod(Arithmetic.class, LONG, LONG, LONG)
          .method(Arithmetic.class, DOUBLE, DOUBLE, DOUBLE)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive POW =
      operator("pow")
          .method(Arithmetic.class, DOUBLE, DOUBLE, DOUBLE)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive UNM =
      operator("unm")
          .instruction(Instruction.LONG_NEG, LONG, LONG)
          .method(Arithmetic.class, DOUBLE, DOUBLE)
          .general(Arithmetic.class, TERM, TERM);

  public static final Primitive BAND = bitwise("band", Instruction.LONG_AND);
  public static final Primitive BOR = bitwise("bor", Instruction.LONG_OR);
  public static final Primitive BXOR = bitwise("bxor", Instruction.LONG_XOR);

  public static final Primitive SHL =
      operator("shl")
          .method(Arithmetic.class, LONG, LONG, LONG)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive SHR =
      operator("shr")
          .method(Arithmetic.class, LONG, LONG, LONG)
          .general(Arithmetic.class, TERM, TERM, TERM);

  public static final Primitive BNOT =
      operator("bnot")
          .instruction(Instruction.LONG_NOT, LONG, LONG)
          .general(Arithmetic.class, TERM, TERM);

  /** A whole right-associative chain, at least two VALUES. The site names the operands in order. */
  public static final Primitive CONCAT =
      operator("concat").general(Concatenation.class, TERM, VALUES);

  public static final Primitive LEN = operator("len").general(Access.class, TERM, TERM);

  public static final Primitive EQ = comparison("eq", Instruction.LONG_EQ, Instruction.DOUBLE_EQ);
  public static final Primitive NE = comparison("ne", Instruction.LONG_NE, Instruction.DOUBLE_NE);
  public static final Primitive LT = comparison("lt", Instruction.LONG_LT, Instruction.DOUBLE_LT);
  public static final Primitive LE = comparison("le", Instruction.LONG_LE, Instruction.DOUBLE_LE);
  public static final Primitive GT = comparison("gt", Instruction.LONG_GT, Instruction.DOUBLE_GT);
  public static final Primitive GE = comparison("ge", Instruction.LONG_GE, Instruction.DOUBLE_GE);

  /** TERM to BOOL: neither nil nor false. */
  public static final Primitive TRUTHY =
      new Builder("truthy").pure().method(Comparison.class, BOOL, TERM).build();

  /** TERM to BOOL: nil. */
  public static final Primitive IS_NIL =
      new Builder("isNil").pure().method(Comparison.class, BOOL, TERM).build();

  /** BOOL or TERM to BOOL. */
  public static final Primitive NOT =
      new Builder("not")
          .pure()
          .instruction(Instruction.NOT, BOOL, BOOL)
          .method(Comparison.class, BOOL, TERM)
          .build();

  // ------------------------------------------------------------------------------------------------------------ tables

  /** (object, key): what is there, absent where a metamethod may have to be asked. */
  private static final Primitive LOOK =
      new Builder("look")
          .pure()
          .method(Access.class, TERM, TERM, LONG)
          .method(Access.class, TERM, TERM, TERM)
          .build();

  /** (object, key). */
  public static final Primitive INDEX =
      operator("index")
          .look(LOOK)
          .siteMethod(Access.class, TERM, TERM, LONG)
          .general(Access.class, TERM, TERM, TERM);

  /** (object, key, value). */
  public static final Primitive SET_INDEX =
      operator("setIndex")
          .siteMethod(Access.class, TERM, TERM, LONG, LONG)
          .siteMethod(Access.class, TERM, TERM, LONG, DOUBLE)
          .siteMethod(Access.class, TERM, TERM, LONG, TERM)
          .general(Access.class, TERM, TERM, TERM, TERM);

  /** (object); the key is the site's. */
  public static final Primitive FIELD = field("field", TERM);

  /** (object, value); the key is the site's. */
  public static final Primitive SET_FIELD = field("setField", TERM, TERM);

  /** The same for {@code __mode}. */
  public static final Primitive SET_MODE = field("setMode", TERM, TERM);

  /** (object): the function of {@code object:key(...)}. */
  public static final Primitive METHOD = field("method", TERM);

  /** (array size, number of other fields), both LONG and only hints. */
  public static final Primitive NEW_TABLE =
      new Builder("newTable").processMethod(Access.class, TERM, LONG, LONG).build();

  /** (table just made, key, value). */
  public static final Primitive SET_ENTRY =
      new Builder("setEntry").raises().processMethod(Access.class, TERM, TERM, TERM, TERM).build();

  /** (table just made, first index, values). */
  public static final Primitive SET_LIST =
      new Builder("setList").raises().processMethod(Access.class, TERM, TERM, LONG, VALUES).build();

  /** The same, of values in an array that nobody else has. */
  public static final Primitive SET_FRESH_LIST =
      new Builder("setFreshList")
          .raises()
          .processMethod(Access.class, TERM, TERM, LONG, VALUES)
          .build();

  // ------------------------------------------------------------------------------------------------------------- cells

  /** (initial value). */
  public static final Primitive CELL_NEW =
      new Builder("cell.new").bytes(24).processMethod(Cell.class, "create", TERM, TERM).build();

  /** (cell). */
  public static final Primitive CELL_GET =
      new Builder("cell.get").processMethod(Cell.class, "get", TERM, TERM).build();

  /** (cell, value). */
  public static final Primitive CELL_SET =
      new Builder("cell.set").processMethod(Cell.class, "set", TERM, TERM, TERM).build();

  /** (cell): keeps its value until here. */
  public static final Primitive CELL_HOLD =
      new Builder("cell.hold").method(Cell.class, "hold", TERM, TERM).build();

  /** (cell): its value, for the last time. */
  public static final Primitive CELL_TAKE =
      new Builder("cell.take").processMethod(Cell.class, "take", TERM, TERM).build();

  // ----------------------------------------------------------------------------------------------------------- tracing

  /** (cell of the function, surplus arguments as VALUES): the activation. See {@link Traced}. */
  public static final Primitive TRACE_ENTER =
      traced("enter").processMethod(Traced.class, TERM, TERM, VALUES).build();

  /** (activation), as for those that follow. */
  public static final Primitive TRACE_CALLED =
      traced("called").processMethod(Traced.class, TERM, TERM).build();

  /** (activation, cell, depth); the site is the name. */
  public static final Primitive TRACE_LOCAL =
      new Builder("local").siteMethod(Traced.class, TERM, TERM, TERM, LONG).build();

  /** (activation, depth). */
  public static final Primitive TRACE_LEAVE =
      new Builder("leave").processMethod(Traced.class, TERM, TERM, LONG).build();

  /** (activation, line). */
  public static final Primitive TRACE_LINE =
      traced("line").processMethod(Traced.class, TERM, TERM, LONG).build();

  /** (activation, 1 or 0). */
  public static final Primitive TRACE_BACK =
      new Builder("back").processMethod(Traced.class, TERM, TERM, LONG).build();

  public static final Primitive TRACE_BODY =
      new Builder("body").processMethod(Traced.class, TERM, TERM).build();

  public static final Primitive TRACE_JUMP =
      new Builder("jump").processMethod(Traced.class, TERM, TERM).build();

  /** (activation, function, arguments as VALUES), all results; the site is the function's name. */
  public static final Primitive TRACE_CALL =
      traced("call").siteMethod(Traced.class, VALUES, TERM, TERM, VALUES).build();

  /** As {@link #TRACE_CALL}: what a function returns that ends with the call. */
  public static final Primitive TRACE_TAIL =
      traced("tail").siteMethod(Traced.class, TERM, TERM, TERM, VALUES).build();

  /** (activation, results as VALUES): the results. */
  public static final Primitive TRACE_RETURN =
      traced("leave").processMethod(Traced.class, VALUES, TERM, VALUES).build();

  private static Builder traced(String method) {
    return new Builder(method).raises().suspends();
  }

  // ------------------------------------------------------------------------------------------------------------- loops

  /**
   * (start, step): whether the loop counts in integers. See {@link Loops} for how these go
   * together.
   */
  public static final Primitive FOR_IS_INTEGER =
      new Builder("for.isInteger")
          .pure()
          .method(Loops.class, "isInteger", BOOL, TERM, TERM)
          .build();

  /** (start LONG, limit, step LONG): checks them; whether the body runs at all. */
  public static final Primitive FOR_RUNS =
      new Builder("for.runs")
          .raises()
          .processMethod(Loops.class, "runs", BOOL, LONG, LONG, LONG)
          .processMethod(Loops.class, "runs", BOOL, LONG, TERM, LONG)
          .build();

  /** (start LONG, limit, step LONG): the last value of a loop that runs. */
  public static final Primitive FOR_LAST =
      new Builder("for.last")
          .pure()
          .method(Loops.class, "last", LONG, LONG, LONG, LONG)
          .processMethod(Loops.class, "last", LONG, LONG, TERM, LONG)
          .build();

  /** (limit): checked, as a float. */
  public static final Primitive FOR_FLOAT_LIMIT =
      new Builder("for.limit")
          .raises()
          .processMethod(Loops.class, "floatLimit", DOUBLE, TERM)
          .build();

  /** (step): checked, as a float. */
  public static final Primitive FOR_FLOAT_STEP =
      new Builder("for.step")
          .raises()
          .processMethod(Loops.class, "floatStep", DOUBLE, TERM)
          .build();

  /**
   * (start, step DOUBLE): the start, checked, as a float; also checks that the step is not zero.
   */
  public static final Primitive FOR_FLOAT_START =
      new Builder("for.start")
          .raises()
          .processMethod(Loops.class, "floatStart", DOUBLE, TERM, DOUBLE)
          .build();

  /** (start, limit, step), all DOUBLE: whether the loop has a first turn. */
  public static final Primitive FOR_STARTS =
      new Builder("for.starts")
          .pure()
          .method(Loops.class, "starts", BOOL, DOUBLE, DOUBLE, DOUBLE)
          .build();

  /** (value, limit, step), all DOUBLE: whether the loop goes on. */
  public static final Primitive FOR_GOES =
      new Builder("for.goes")
          .pure()
          .method(Loops.class, "goes", BOOL, DOUBLE, DOUBLE, DOUBLE)
          .build();

  /** (function): whether {@link #ITERATE} may stand for calling it in a generic for. */
  public static final Primitive ITERATES =
      new Builder("iterates").pure().method(Loops.class, "iterates", BOOL, TERM).build();

  /** (function, state, control): the next control value, nil at the end. */
  public static final Primitive ITERATE =
      new Builder("iterate")
          .raises()
          .suspends()
          .processMethod(Loops.class, "iterate", TERM, TERM, TERM, TERM)
          .build();

  /** (): the second value of the ITERATE just made; any further ones are nil. */
  public static final Primitive ITERATE_VALUE =
      new Builder("iterate.value").processMethod(Loops.class, "value", TERM).build();

  // ----------------------------------------------------------------------------------------------
  // errors and closing

  /**
   * (value), site the variable's name: checks that it can be closed, notes it, gives it back. See
   * {@link ToBeClosed}.
   */
  public static final Primitive CLOSE_OPEN =
      new Builder("close.open").raises().siteMethod(ToBeClosed.class, "open", TERM, TERM).build();

  /** (value): closes the innermost variable, at the regular end of its block. */
  public static final Primitive CLOSE =
      new Builder("close")
          .raises()
          .suspends()
          .processMethod(ToBeClosed.class, "close", TERM, TERM)
          .build();

  /** (what a Try caught): its error value. */
  public static final Primitive ERROR_VALUE =
      new Builder("error.value").pure().method(Closing.class, "errorValue", TERM, TERM).build();

  /** (what a Try caught): goes on with that error, never returns. */
  public static final Primitive ERROR_RETHROW =
      new Builder("error.rethrow")
          .raises()
          .noReturn()
          .method(Closing.class, "rethrow", TERM, TERM)
          .build();

  /**
   * Calling what may not be a function; the site is the {@link VariableName} of the called
   * expression, or null.
   */
  public static final CallProtocol LUA_CALL =
      new CallProtocol(
          "lua",
          StaticMethod.of(
              Calls.class,
              "otherwise",
              dev.moonbeam.core.process.Process.class,
              Object.class,
              Object[].class,
              Object.class),
          true);

  // ------------------------------------------------------------------------------------------------------ how it is said

  private static Primitive arithmetic(String name, Instruction onLongs, Instruction onDoubles) {
    return operator(name)
        .instruction(onLongs, LONG, LONG, LONG)
        .instruction(onDoubles, DOUBLE, DOUBLE, DOUBLE)
        .method(Arithmetic.class, DOUBLE, LONG, DOUBLE)
        .method(Arithmetic.class, DOUBLE, DOUBLE, LONG)
        .speculate()
        .general(Arithmetic.class, TERM, TERM, TERM);
  }

  private static Primitive bitwise(String name, Instruction onLongs) {
    return operator(name)
        .instruction(onLongs, LONG, LONG, LONG)
        .speculate()
        .general(Arithmetic.class, TERM, TERM, TERM);
  }

  private static Primitive comparison(String name, Instruction onLongs, Instruction onDoubles) {
    return new Builder(name)
        .raises()
        .suspends()
        .speculate()
        .instruction(onLongs, BOOL, LONG, LONG)
        .instruction(onDoubles, BOOL, DOUBLE, DOUBLE)
        .method(Comparison.class, BOOL, LONG, DOUBLE)
        .method(Comparison.class, BOOL, DOUBLE, LONG)
        .processMethod(Comparison.class, BOOL, TERM, TERM)
        .build();
  }

  private static Primitive field(String name, Type... operands) {
    return new Builder(name)
        .raises()
        .suspends()
        .fieldMethod(Access.class, name, TERM, operands)
        .build();
  }

  private static Builder operator(String name) {
    return new Builder(name).raises().suspends();
  }

  /**
   * Writes a {@link Primitive} in one expression; a variant's method has the primitive's name
   * unless one is given.
   */
  private static final class Builder {
    private final String name;
    private final List<Variant> variants = new ArrayList<>();
    private boolean speculate;
    private boolean pure;
    private boolean raises;
    private boolean suspends;
    private boolean returns = true;
    private int bytes;
    private @Nullable Primitive look;

    Builder(String name) {
      this.name = name;
    }

    Builder speculate() {
      speculate = true;
      return this;
    }

    Builder pure() {
      pure = true;
      return this;
    }

    Builder raises() {
      raises = true;
      return this;
    }

    Builder suspends() {
      suspends = true;
      return this;
    }

    Builder noReturn() {
      returns = false;
      return this;
    }

    Builder bytes(int allocated) {
      bytes = allocated;
      return this;
    }

    Builder look(Primitive primitive) {
      look = primitive;
      return this;
    }

    Builder instruction(Instruction instruction, Type result, Type... operands) {
      variants.add(new Variant(List.of(operands), result, instruction));
      return this;
    }

    Builder method(Class<?> owner, Type result, Type... operands) {
      return method(owner, name, result, operands);
    }

    Builder method(Class<?> owner, String method, Type result, Type... operands) {
      return add(owner, method, false, null, result, operands);
    }

    Builder processMethod(Class<?> owner, Type result, Type... operands) {
      return processMethod(owner, name, result, operands);
    }

    Builder processMethod(Class<?> owner, String method, Type result, Type... operands) {
      return add(owner, method, true, null, result, operands);
    }

    Builder siteMethod(Class<?> owner, Type result, Type... operands) {
      return siteMethod(owner, name, result, operands);
    }

    Builder siteMethod(Class<?> owner, String method, Type result, Type... operands) {
      return add(owner, method, true, Object.class, result, operands);
    }

    Builder fieldMethod(Class<?> owner, String method, Type result, Type... operands) {
      return add(owner, method, true, FieldSite.class, result, operands);
    }

    /** The last variant of an operator, with process and site. */
    Primitive general(Class<?> owner, Type result, Type... operands) {
      return siteMethod(owner, result, operands).build();
    }

    private Builder add(
        Class<?> owner,
        String method,
        boolean process,
        @Nullable Class<?> site,
        Type result,
        Type... operands) {
      List<Class<?>> parameters = new ArrayList<>();
      if (process) {
        parameters.add(dev.moonbeam.core.process.Process.class);
      }
      for (Type operand : operands) {
        parameters.add(
            switch (operand) {
              case TERM -> Object.class;
              case LONG -> long.class;
              case DOUBLE -> double.class;
              case BOOL -> boolean.class;
              case VALUES -> Object[].class;
            });
      }
      if (site != null) {
        parameters.add(site);
      }
      StaticMethod body = StaticMethod.of(owner, method, parameters.toArray(Class<?>[]::new));
      variants.add(
          new Variant(List.of(operands), result, new MethodBody(body, process, site != null)));
      return this;
    }

    Primitive build() {
      return new Primitive(
          "lua." + name,
          List.copyOf(variants),
          speculate,
          pure,
          raises,
          suspends,
          returns,
          0,
          bytes,
          look);
    }
  }
}

package dev.moonbeam.core.ir;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the core IR. Functional: every variable is bound once, there is no assignment.
 * The nodes follow Core Erlang's, plus join points with parameters ({@link Join}, {@link Jump}),
 * conditions of type {@link Type#BOOL} and lists of results of type {@link Type#VALUES}.
 *
 * <p>Operands are evaluated from left to right, each once. A frontend may nest freely; the pass
 * {@code normalize} brings the tree to the form that code generation wants (control flow only in
 * statement position).
 *
 * <p>{@code line} is a line of the module's source file, 0 for unknown.
 *
 * <p><b>Results.</b> A call may give any number of results at run time (see {@code Special}). A
 * call whose value is used as a TERM is adjusted to exactly one (the first, or the atom nil when
 * there is none). Under {@link AllResults} every result is kept. In tail position of a function all
 * results pass through untouched.
 *
 * <p><b>Tail position</b> is: a function's body; from there the body of Let, Seq's second, both
 * arms of If and Switch, clause bodies and Join's two parts. The body of a Try is not; its {@code
 * of} part and its handler are.
 */
public sealed interface Expr {

  /**
   * A literal term: Long, BigInteger, Double, Atom, Binary, Bits, Cons, Nil, Tuple, TermMap; never
   * mutable. Or a Boolean, which is no term but a literal of type BOOL.
   */
  record Const(Object value) implements Expr {}

  /** The value of a variable in scope. */
  record Ref(Variable variable) implements Expr {}

  /** Evaluates {@code value}, binds it, goes on with {@code body}. */
  record Let(Variable variable, Expr value, Expr body) implements Expr {}

  /** Evaluates {@code first} for its effect, then {@code second}. */
  record Seq(Expr first, Expr second) implements Expr {}

  /** {@code condition} has type BOOL, or is a TERM that holds when it is the atom true. */
  record If(Expr condition, Expr then, Expr otherwise) implements Expr {}

  /**
   * Defines a join point. {@code body} runs first and may jump to {@code label}; {@code target} is
   * what a jump runs, with the label's parameters bound, and may itself jump to {@code label} when
   * {@code loop} is true (a loop header, where metering charges one reduction a turn). The value is
   * that of whichever part ends last.
   */
  record Join(Label label, boolean loop, Expr target, Expr body) implements Expr {}

  /** Goes to a join point. Has no value of its own; must be in tail position of its Join. */
  record Jump(Label label, List<Expr> arguments) implements Expr {}

  /**
   * Selects by the identity of a literal: Long, Atom (and, compared with equality, BigInteger,
   * Double, Binary). Made by match compilation; frontends may use it for dense dispatch.
   */
  record Switch(Expr scrutinee, List<Arm> arms, Expr otherwise) implements Expr {}

  /** One alternative of a {@link Switch}. */
  record Arm(Object literal, Expr body) {}

  /**
   * Pattern matching as in Core Erlang: the first clause whose patterns all match and whose guard
   * (a BOOL, or null for none) holds is taken. An exception inside a guard makes it fail. {@code
   * noMatch} runs when no clause is taken. Patterns and scrutinees are equally many. Compiled to
   * decision trees by the pass {@code match}.
   */
  record Case(List<Expr> scrutinees, List<Clause> clauses, Expr noMatch) implements Expr {}

  /** One clause of a {@link Case} or a {@link Receive}. */
  record Clause(List<Pattern> patterns, @Nullable Expr guard, Expr body, int line) {}

  /** A call of a function of the same module, never relinked. */
  record Call(FunctionName function, List<Expr> arguments, @Nullable Expr rest, int line)
      implements Expr {}

  /**
   * A call of module:function/n through the code server: current code at the time of the call. With
   * constant module and function it is linked once and relinked when code is loaded; otherwise
   * looked up at run time.
   */
  record RemoteCall(Expr module, Expr function, List<Expr> arguments, int line) implements Expr {}

  /**
   * A call of a function value. What happens when {@code function} is not a {@code Fun} is the
   * protocol's business, to which {@code site} (may be null) is handed. {@code rest}, of type
   * VALUES, gives further arguments.
   */
  record Apply(
      Expr function,
      List<Expr> arguments,
      @Nullable Expr rest,
      CallProtocol protocol,
      @Nullable Object site,
      int line)
      implements Expr {}

  /**
   * An operation that is not a call: see {@link Primitive}. {@code site} is a constant object for
   * this very place.
   */
  record PrimOp(Primitive primitive, List<Expr> arguments, @Nullable Object site, int line)
      implements Expr {}

  /**
   * A function value closing over the variables free in it. Closure conversion turns it into {@link
   * MakeFun}.
   */
  record Lambda(FunctionDef function) implements Expr {}

  /**
   * Functions that may refer to one another and to themselves through {@code variables}. Removed by
   * closure conversion.
   */
  record LetRec(List<Variable> variables, List<Lambda> functions, Expr body) implements Expr {}

  /** Makes a function value of a lifted function whose first parameters are the captured values. */
  record MakeFun(FunctionName function, List<Expr> captured) implements Expr {}

  /**
   * Runs {@code body} (not in tail position); its single result is bound to {@code result} in
   * {@code of}. When it raises, {@code raised} is bound to the {@code Raise} object, an opaque
   * value that only primitives take apart, and {@code handler} runs. Kills are not seen here.
   * {@code trace} says whether the handler looks at the stack trace; where it is false a raise
   * inside need not collect one.
   */
  record Try(
      Expr body, Variable result, Expr of, Variable raised, Expr handler, boolean trace, int line)
      implements Expr {}

  /**
   * Selective receive. Each clause has one pattern. {@code timeout} is null for infinity, else a
   * term in milliseconds (or the atom infinity), after which {@code after} runs.
   */
  record Receive(List<Clause> clauses, @Nullable Expr timeout, @Nullable Expr after, int line)
      implements Expr {}

  /** All results of a call (Call, Apply, RemoteCall) or of {@link Values}, as VALUES. */
  record AllResults(Expr call) implements Expr {}

  /**
   * Several results, in tail position or under {@link AllResults}: {@code first}, then those of
   * {@code rest}.
   */
  record Values(List<Expr> first, @Nullable Expr rest) implements Expr {}

  /**
   * Result number {@code index} (from 0) of a VALUES expression, the atom nil when there are fewer.
   */
  record Nth(Expr values, int index) implements Expr {}

  /**
   * Made by loop specialisation: evaluates {@code value}; when it is a number of the type of {@code
   * unboxed} (LONG or DOUBLE), binds it to that and goes on with {@code then}, otherwise binds it
   * to {@code other}, a TERM, and goes on with {@code otherwise}.
   */
  record IfUnboxed(Expr value, Variable unboxed, Expr then, Variable other, Expr otherwise)
      implements Expr {}

  /** Inserted by metering: charges reductions, then goes on. */
  record Charge(int reductions, Expr body) implements Expr {}

  /**
   * Inserted by metering: {@code value} allocates about {@code bytes}, charged with the object it
   * makes.
   */
  record Allocating(int bytes, Expr value) implements Expr {}

  /**
   * Inserted where calls have become turns of a loop: a raise that leaves {@code body} is told by
   * {@code history}, a LONG, which calls these were. Its last four bits give the index in {@code
   * calls} of the latest, from 1; those before them the one before; 0 is none. Calls from the same
   * line one after another count as one. The first element of {@code calls} is the name of the
   * function, an atom, the others are lines.
   */
  record Unrolled(Expr history, Tuple calls, Expr body) implements Expr {}

  /**
   * Inserted where a call (Call, RemoteCall, Apply) has left tail position, in which the source has
   * it, because a loop wants its value: a trace leaves out the frame that makes it.
   */
  record LastCall(Expr call) implements Expr {}

  /** The literal atom {@code nil}. */
  Expr NIL = new Const(Atom.NIL);
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Simplifies: constants folded, copies propagated, conditions that a test before has decided taken
 * as decided, parts of tuples and list cells just made taken from their operands, join points with
 * one jump (or nothing to do) moved to it, values nobody uses dropped.
 */
final class Fold implements Pass {
  private final int rounds;

  public Fold(int rounds) {
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return "fold";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      Expr body = function.body();
      for (int i = 0; i < rounds; i++) {
        body = new Folding(body).fold(body);
      }
      functions.add(function.withBody(body));
    }
    return module.withFunctions(functions);
  }

  /** One round over one body. */
  private static final class Folding {
    private final Map<Variable, Integer> uses = new IdentityHashMap<>();
    private final Map<Label, Integer> jumps = new IdentityHashMap<>();

    /** Variables that stand for an atom: a constant or another variable. */
    private final Map<Variable, Expr> copies = new IdentityHashMap<>();

    /** Variables bound to a tuple or list cell made of atoms. */
    private final Map<Variable, PrimOp> made = new IdentityHashMap<>();

    /** Join points to be put in place of the jumps to them. */
    private final Map<Label, Join> inlined = new IdentityHashMap<>();

    /** What the tests passed on the way here have decided. */
    private final Map<Test, Boolean> facts = new HashMap<>();

    Folding(Expr body) {
      count(body);
    }

    private void count(Expr expr) {
      switch (expr) {
        case Ref(var variable) -> uses.merge(variable, 1, Integer::sum);
        case Jump(var label, _) -> jumps.merge(label, 1, Integer::sum);
        default -> {}
      }
      Exprs.forEachChild(expr, this::count);
    }

    Expr fold(Expr expr) {
      return switch (expr) {
        case Ref(var variable) -> copies.getOrDefault(variable, expr);
        case Let(var variable, var value, var body) -> let(variable, fold(value), body);
        case Seq(var first, var second) -> {
          Expr effect = fold(first);
          yield discardable(effect) ? fold(second) : new Seq(effect, fold(second));
        }
        case If(var condition, var then, var otherwise) -> branch(fold(condition), then, otherwise);
        case Join join -> join(join);
        case Jump(var label, var arguments) -> jump(label, Exprs.mapAll(arguments, this::fold));
        case Switch(var scrutinee, var arms, var otherwise) ->
            choose(fold(scrutinee), arms, otherwise);
        case PrimOp op -> {
          List<Expr> operands = Exprs.mapAll(op.arguments(), this::fold);
          yield operation(
              operands == op.arguments()
                  ? op
                  : new PrimOp(op.primitive(), operands, op.site(), op.line()));
        }
        case Nth(var values, var index) -> {
          Expr v = fold(values);
          yield v instanceof AllResults(Values(var first, var rest))
                  && index < first.size()
                  && first.stream().allMatch(Folding::isAtom)
                  && (rest == null || discardable(rest))
              ? first.get(index)
              : v == values ? expr : new Nth(v, index);
        }
        default -> Exprs.mapChildren(expr, this::fold);
      };
    }

    private Expr let(Variable variable, Expr value, Expr body) {
      if (value instanceof Let(var inner, var first, var second)) {
        // Its scope grows to the whole of what follows: names are unique.
        return new Let(inner, first, let(variable, second, body));
      }
      if (value instanceof Seq(var first, var second)) {
        return new Seq(first, let(variable, second, body));
      }
      if (isAtom(value) && fits(variable, value)) {
        copies.put(variable, value);
        return fold(body);
      }
      if (!uses.containsKey(variable) && discardable(value)) {
        return fold(body);
      }
      if (value instanceof PrimOp op
          && op.arguments().stream().allMatch(Folding::isAtom)
          && (op.primitive().general().body() == Instruction.TUPLE
              || op.primitive().general().body() == Instruction.CONS)) {
        made.put(variable, op);
      }
      Expr rest = fold(body);
      return new Let(variable, value, rest);
    }

    private static boolean fits(Variable variable, Expr value) {
      return variable.type() == Type.TERM
          ? !(value instanceof Ref(var other)) || other.type() == Type.TERM
          : variable.type() == Typing.typeOf(value);
    }

    private static boolean isAtom(Expr expr) {
      return expr instanceof Const || expr instanceof Ref;
    }

    /** Whether an expression may be dropped when its value is not wanted. */
    private static boolean discardable(Expr expr) {
      return switch (expr) {
        case Const _, Ref _, Lambda _ -> true;
        case MakeFun(_, var captured) -> captured.stream().allMatch(Folding::discardable);
        case PrimOp op ->
            op.primitive().pure()
                && !op.primitive().raises()
                && op.primitive().returns()
                && op.arguments().stream().allMatch(Folding::discardable);
        case If(var condition, var then, var otherwise) ->
            discardable(condition) && discardable(then) && discardable(otherwise);
        case AllResults(Values(var first, var rest)) ->
            first.stream().allMatch(Folding::discardable) && (rest == null || discardable(rest));
        case Nth(var values, _) -> discardable(values);
        default -> false;
      };
    }

    // Conditions

    /** A test without effect on atoms: two that are equal have one outcome. */
    private record Test(Primitive primitive, List<Object> operands, @Nullable Object site) {
      static @Nullable Test of(Expr condition) {
        if (!(condition instanceof PrimOp op)
            || !op.primitive().pure()
            || op.primitive().raises()
            || op.primitive().general().body() == Instruction.NOT) {
          return null;
        }
        List<Object> operands = new ArrayList<>(op.arguments().size());
        for (Expr argument : op.arguments()) {
          switch (argument) {
            case Ref(var variable) -> operands.add(variable);
            case Const(var value) when value instanceof Long || value instanceof Atom ->
                operands.add(value);
            default -> {
              return null;
            }
          }
        }
        return new Test(op.primitive(), operands, op.site());
      }
    }

    private Expr branch(Expr condition, Expr then, Expr otherwise) {
      Boolean decided = decided(condition);
      if (decided != null) {
        return fold(decided ? then : otherwise);
      }
      if (condition instanceof PrimOp op && op.primitive().general().body() == Instruction.NOT) {
        return branch(op.arguments().getFirst(), otherwise, then);
      }
      Test test = Test.of(condition);
      return new If(condition, assuming(test, true, then), assuming(test, false, otherwise));
    }

    private Expr assuming(@Nullable Test test, boolean outcome, Expr branch) {
      if (test == null || facts.containsKey(test)) {
        return fold(branch);
      }
      facts.put(test, outcome);
      Expr folded = fold(branch);
      facts.remove(test);
      return folded;
    }

    private @Nullable Boolean decided(Expr condition) {
      if (condition instanceof Const(var value)) {
        return value == Atom.TRUE || Boolean.TRUE.equals(value);
      }
      Test test = Test.of(condition);
      return test == null ? null : facts.get(test);
    }

    private Expr choose(Expr scrutinee, List<Arm> arms, Expr otherwise) {
      if (scrutinee instanceof Const(var value)) {
        for (Arm arm : arms) {
          if (TermOrder.exactlyEqual(arm.literal(), value)) {
            return fold(arm.body());
          }
        }
        return fold(otherwise);
      }
      if (arms.isEmpty()) {
        return discardable(scrutinee) ? fold(otherwise) : new Seq(scrutinee, fold(otherwise));
      }
      List<Arm> folded = new ArrayList<>(arms.size());
      for (Arm arm : arms) {
        folded.add(new Arm(arm.literal(), fold(arm.body())));
      }
      return new Switch(scrutinee, folded, fold(otherwise));
    }

    // Join points

    private Expr join(Join join) {
      int count = jumps.getOrDefault(join.label(), 0);
      if (count == 0) {
        return fold(join.body());
      }
      if (!join.loop() && (count == 1 || trivial(join))) {
        inlined.put(join.label(), join);
        return fold(join.body());
      }
      Expr body = fold(join.body());
      return new Join(join.label(), join.loop(), fold(join.target()), body);
    }

    /** Whether the target may be copied to every jump: it does no more than the jump itself. */
    private boolean trivial(Join join) {
      return switch (join.target()) {
        case Const _, Ref _ -> true;
        // A join point that this is the only jump to moves here, and must not be copied.
        case Jump(var to, var arguments) ->
            arguments.size() <= 2
                && arguments.stream().allMatch(Folding::isAtom)
                && !(inlined.containsKey(to) && jumps.get(to) == 1);
        default -> false;
      };
    }

    private Expr jump(Label label, List<Expr> arguments) {
      Join join = inlined.get(label);
      if (join == null) {
        return new Jump(label, arguments);
      }
      List<Variable> parameters = label.parameters();
      if (jumps.get(label) == 1) {
        return bind(parameters, arguments, 0, join.target());
      }
      Substitution substitution = new Substitution();
      List<Variable> twins = new ArrayList<>();
      for (Variable parameter : parameters) {
        Variable twin = substitution.fresh(parameter);
        uses.put(twin, 2);
        twins.add(twin);
      }
      return bind(twins, arguments, 0, substitution.apply(join.target()));
    }

    /** Arguments are folded already; parameters take their place. */
    private Expr bind(List<Variable> parameters, List<Expr> arguments, int index, Expr target) {
      if (index == parameters.size()) {
        return fold(target);
      }
      Variable parameter = parameters.get(index);
      Expr argument = arguments.get(index);
      if (isAtom(argument) && fits(parameter, argument)) {
        copies.put(parameter, argument);
        return bind(parameters, arguments, index + 1, target);
      }
      Expr rest = bind(parameters, arguments, index + 1, target);
      return new Let(parameter, argument, rest);
    }

    // Operations

    private Expr operation(PrimOp op) {
      if (op.arguments().size() == 1
          && op.arguments().getFirst() instanceof Ref(var variable)
          && made.get(variable) instanceof PrimOp structure) {
        Expr part = part(op, structure);
        if (part != null) {
          return part;
        }
      }
      Boolean decided = decided(op);
      if (decided != null) {
        return new Const(decided);
      }
      for (Expr argument : op.arguments()) {
        if (!(argument instanceof Const)) {
          return op;
        }
      }
      return Typing.variant(op).body() instanceof Instruction instruction
              && instruction != Instruction.TUPLE
          ? Constants.evaluate(instruction, op)
          : op;
    }

    private static @Nullable Expr part(PrimOp op, PrimOp structure) {
      boolean cons = structure.primitive().general().body() == Instruction.CONS;
      int size = structure.arguments().size();
      return switch (op.primitive().general().body()) {
        case Instruction.HEAD -> cons ? structure.arguments().get(0) : null;
        case Instruction.TAIL -> cons ? structure.arguments().get(1) : null;
        case Instruction.ELEMENT ->
            !cons && (int) site(op) < size ? structure.arguments().get((int) site(op)) : null;
        case Instruction.IS_CONS -> new Const(cons);
        case Instruction.IS_NIL -> new Const(false);
        case Instruction.IS_TUPLE -> new Const(!cons && (int) site(op) == size);
        default -> null;
      };
    }

    private static Object site(PrimOp op) {
      return op.site() == null ? -1 : op.site();
    }
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop on its way into a function of its own. The ways out of it lead to join points that stay
 * where they are: the function's result says which of them is next, and with what.
 *
 * <pre>
 *   join done(s) = ... in                   join done(s) = ... in
 *   loop for(i, s) =                        let to = call part(n)
 *     if i = n then jump done(s)     =>     jump done(to)
 *     else jump for(i + 1, s + i)
 *   in jump for(1, 0)                       part(n) = loop for(i, s) = if i = n then s else ...
 * </pre>
 */
final class LoopCall {
  /** Smaller loops do not pay for a call. */
  private static final int SMALLEST = 300;

  private final Join loop;
  private final int size;

  /** The one jump into it. */
  private final Jump entry;

  /** Where its ways out lead, in the order of the first jump to each. */
  private final List<Label> exits = new ArrayList<>();

  private LoopCall(Join loop, int size, Jump entry) {
    this.loop = loop;
    this.size = size;
    this.entry = entry;
  }

  /** The loop that a function begins with, where it is such a part. */
  static @Nullable Join first(Expr body) {
    return switch (body) {
      case Let let -> first(let.body());
      case Join join -> join.loop() ? join : first(join.body());
      default -> null;
    };
  }

  /**
   * The loops of a function's body that can have a function, the largest first. None is within
   * another.
   *
   * @param own a loop that has one: it is looked into
   */
  static List<LoopCall> candidates(Expr body, @Nullable Join own) {
    List<LoopCall> found = new ArrayList<>();
    find(body, own, found);
    found.sort(Comparator.comparing(each -> -each.size));
    return found;
  }

  private static void find(Expr expr, @Nullable Join own, List<LoopCall> found) {
    switch (expr) {
      case Let let -> find(let.body(), own, found);
      case Seq seq -> find(seq.second(), own, found);
      case Charge charge -> find(charge.body(), own, found);
      case If node -> {
        find(node.then(), own, found);
        find(node.otherwise(), own, found);
      }
      case IfUnboxed node -> {
        find(node.then(), own, found);
        find(node.otherwise(), own, found);
      }
      case Switch node -> {
        node.arms().forEach(arm -> find(arm.body(), own, found));
        find(node.otherwise(), own, found);
      }
      case Join join -> {
        LoopCall call = join.loop() && join != own ? of(join) : null;
        if (call == null) {
          find(join.target(), own, found);
        } else {
          found.add(call);
        }
        find(join.body(), own, found);
      }
      default -> {}
    }
  }

  /** A loop as a candidate; null when it is too small or when not only jumps leave it. */
  private static @Nullable LoopCall of(Join loop) {
    int size = CodeSize.of(loop.target());
    if (size < SMALLEST) {
      return null;
    }
    List<Jump> entries = new ArrayList<>();
    Tails.forEach(
        loop.body(),
        tail -> {
          if (tail instanceof Jump jump && jump.label() == loop.label()) {
            entries.add(jump);
          }
        });
    if (entries.size() != 1 || isLeftBy(loop.body(), entries.getFirst())) {
      return null;
    }
    LoopCall call = new LoopCall(loop, size, entries.getFirst());
    return call.findExits() ? call : null;
  }

  /**
   * Whether the jump is a way out of a loop within. Once that loop has a function, its result leads
   * here, and the jump with what it hands over is another.
   */
  private static boolean isLeftBy(Expr expr, Jump jump) {
    boolean[] found = {false};
    if (expr instanceof Join join && join.loop()) {
      Tails.forEach(join.target(), tail -> found[0] = found[0] || tail == jump);
    }
    Exprs.forEachChild(expr, child -> found[0] = found[0] || isLeftBy(child, jump));
    return found[0];
  }

  /** False when an end of the loop is a value, which its function could not tell from an exit. */
  private boolean findExits() {
    Set<Label> outside = FreeVariables.of(loop.target()).labels();
    outside.remove(loop.label());
    boolean[] jumps = {true};
    Tails.forEach(
        loop.target(),
        tail -> {
          if (tail instanceof Jump(var label, _)) {
            if (outside.contains(label) && !exits.contains(label)) {
              exits.add(label);
            }
          } else if (!(tail instanceof PrimOp op) || op.primitive().returns()) {
            jumps[0] = false;
          }
        });
    return jumps[0] && !exits.isEmpty();
  }

  /**
   * The loop with its entry; its value says where to go on. Inside, the ways out stay jumps, so
   * that loops within the loop can have functions, too: to labels of its own, since what it is
   * entered with may be a parameter of a label that it leads to.
   */
  Expr part() {
    Substitution inside = new Substitution();
    List<Label> ends = new ArrayList<>();
    for (Label exit : exits) {
      List<Variable> parameters = new ArrayList<>();
      for (Variable parameter : exit.parameters()) {
        parameters.add(new Variable(parameter.name(), parameter.type()));
      }
      Label end = new Label(exit.name(), parameters);
      inside.replace(exit, end);
      ends.add(end);
    }
    Expr part = inside.apply(new Join(loop.label(), true, loop.target(), entry));
    for (int i = 0; i < ends.size(); i++) {
      part = new Join(ends.get(i), false, result(i, ends.get(i).parameters()), part);
    }
    return part;
  }

  /** With one exit that has one value or none: that. Otherwise a tuple, the exit's index first. */
  private Expr result(int exit, List<Variable> parameters) {
    List<Expr> values = new ArrayList<>();
    for (Variable parameter : parameters) {
      Expr value = new Ref(parameter);
      values.add(
          parameter.type() == Type.VALUES ? CorePrimitives.op(CorePrimitives.PACK, value) : value);
    }
    if (isPlain()) {
      return values.isEmpty() ? Expr.NIL : values.getFirst();
    }
    values.addFirst(new Const((long) exit));
    return new PrimOp(CorePrimitives.tuple(values.size()), values, null, 0);
  }

  private boolean isPlain() {
    return exits.size() == 1 && exits.getFirst().parameters().size() <= 1;
  }

  Label label() {
    return loop.label();
  }

  /**
   * A body with loops gone.
   *
   * @param entries by the loops' labels, what is in the place of the jumps to them
   */
  static Expr replaced(Expr expr, Map<Label, Expr> entries) {
    return switch (expr) {
      case Join(var label, _, _, var body) when entries.containsKey(label) ->
          replaced(body, entries);
      case Jump(var label, _) when entries.containsKey(label) -> entries.get(label);
      default -> Exprs.mapChildren(expr, child -> replaced(child, entries));
    };
  }

  /** The call of the loop's function, and what comes after it. */
  Expr entered(Expr call) {
    if (isPlain()) {
      Label exit = exits.getFirst();
      return exit.parameters().isEmpty()
          ? new Seq(call, new Jump(exit, List.of()))
          : jump(exit, List.of(call));
    }
    Variable to = new Variable("to");
    Expr next = jump(exits.getLast(), elements(to, exits.getLast()));
    if (exits.size() > 1) {
      List<Arm> arms = new ArrayList<>();
      for (int i = 0; i < exits.size() - 1; i++) {
        arms.add(new Arm((long) i, jump(exits.get(i), elements(to, exits.get(i)))));
      }
      Variable index = new Variable("exit");
      next = new Let(index, element(to, 0), new Switch(new Ref(index), arms, next));
    }
    return new Let(to, call, next);
  }

  private static List<Expr> elements(Variable tuple, Label exit) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < exit.parameters().size(); i++) {
      elements.add(element(tuple, i + 1));
    }
    return elements;
  }

  private static Expr element(Variable tuple, int index) {
    return new PrimOp(CorePrimitives.ELEMENT, List.of(new Ref(tuple)), index, 0);
  }

  /** A jump with terms for arguments, which are unboxed before it where that is wanted. */
  private static Expr jump(Label exit, List<Expr> terms) {
    List<Expr> arguments = new ArrayList<>();
    List<Let> typed = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Variable parameter = exit.parameters().get(i);
      Expr term = terms.get(i);
      if (parameter.type() == Type.TERM) {
        arguments.add(term);
        continue;
      }
      boolean several = parameter.type() == Type.VALUES;
      Variable value = new Variable(parameter.name(), parameter.type());
      typed.add(
          new Let(
              value, several ? CorePrimitives.op(CorePrimitives.UNPACK, term) : term, Expr.NIL));
      arguments.add(new Ref(value));
    }
    Expr result = new Jump(exit, arguments);
    for (Let each : typed.reversed()) {
      result = new Let(each.variable(), each.value(), result);
    }
    return result;
  }
}

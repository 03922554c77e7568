package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the context of a bit string from one turn of a loop to the next, where what is left of the
 * string is only handed on: then neither the rest nor a new context need be made.
 *
 * <pre>
 *   loop self(bin, sum) =                      loop self(bin, sum) =
 *     let bits = bits(bin)                       let bits = bits(bin)
 *     ...                                        ...
 *     let rest = bits_rest(bits, 8)      =>      if bits_divide(bits, 8)
 *     if is_absent(rest) then jump next()          then jump self(bits_advance(bits), sum + byte)
 *     else if bits_end(bits)                       else jump next()
 *       then jump self(rest, sum + byte)
 *       else jump next()
 * </pre>
 *
 * So the parameter holds a bit string or its context. Whatever else looks at it is given the string
 * that it stands for ({@code bits_whole}), and it leaves the loop for nowhere.
 */
final class MatchContexts implements Pass {
  @Override
  public String name() {
    return "contexts";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(function.withBody(visit(function.body())));
    }
    return module.withFunctions(functions);
  }

  private static Expr visit(Expr expr) {
    Expr result = Exprs.mapChildren(expr, MatchContexts::visit);
    if (result instanceof Join join && join.loop()) {
      for (int i = 0; i < join.label().parameters().size(); i++) {
        if (join.label().parameters().get(i).type() == Type.TERM) {
          join = new Parameter(join, i).kept();
        }
      }
      return join;
    }
    return result;
  }

  /** One parameter of a loop. */
  private static final class Parameter {
    private final Join loop;
    private final Label label;
    private final int index;
    private final Variable variable;

    /** The context that the parameter is matched by; null when there is none, or are several. */
    private @Nullable Variable context;

    private boolean once = true;

    /** What is left of it, and needs not be made. */
    private final Set<Variable> rests = Collections.newSetFromMap(new IdentityHashMap<>());

    Parameter(Join loop, int index) {
      this.loop = loop;
      this.label = loop.label();
      this.index = index;
      this.variable = label.parameters().get(index);
    }

    Join kept() {
      findContext(loop.target());
      if (context == null || !once) {
        return loop;
      }
      findRests(loop.target());
      return rests.isEmpty() ? loop : new Join(label, true, rewrite(loop.target()), loop.body());
    }

    private void findContext(Expr expr) {
      if (expr instanceof Let(var bound, PrimOp value, _) && isOf(value, MatchPrimitives.BITS)) {
        once &= context == null;
        context = bound;
        findContext(((Let) expr).body());
        return;
      }
      boolean elsewhere =
          expr instanceof PrimOp op && isOf(op, MatchPrimitives.BITS)
              // The scrutinee of a switch has to be a variable.
              || expr instanceof Switch choice && isRef(choice.scrutinee(), variable);
      once &= !elsewhere;
      Exprs.forEachChild(expr, this::findContext);
    }

    private boolean isOf(PrimOp op, Primitive primitive) {
      return op.primitive() == primitive && isRef(op.arguments().getFirst(), variable);
    }

    private void findRests(Expr expr) {
      Rest rest = restOf(expr);
      if (rest != null
          && !mentions(rest.otherwise, rest.value)
          && handedOn(rest.then, rest.value)) {
        rests.add(rest.value);
      }
      Exprs.forEachChild(expr, this::findRests);
    }

    /** The last segment of a pattern: what is left, if it is whole units. */
    private record Rest(Variable value, Expr unit, Expr then, Expr otherwise) {}

    private @Nullable Rest restOf(Expr expr) {
      if (expr instanceof Let(var value, PrimOp reading, If(PrimOp absent, var no, If inner))
          && reading.primitive() == MatchPrimitives.REST
          && isRef(reading.arguments().getFirst(), context)
          && absent.primitive() == CorePrimitives.IS_ABSENT
          && isRef(absent.arguments().getFirst(), value)
          && inner.condition() instanceof PrimOp end
          && end.primitive() == MatchPrimitives.AT_END
          && isRef(end.arguments().getFirst(), context)) {
        return new Rest(value, reading.arguments().getLast(), inner.then(), no);
      }
      return null;
    }

    /**
     * Whether the only use of what is left is to go on with it, and the only use of the context.
     */
    private boolean handedOn(Expr expr, Variable rest) {
      if (expr instanceof Ref(var used)) {
        return used != rest && used != context;
      }
      if (expr instanceof Jump(var to, var arguments)
          && to == label
          && isRef(arguments.get(index), rest)) {
        for (int i = 0; i < arguments.size(); i++) {
          if (i != index
              && (mentions(arguments.get(i), rest)
                  || mentions(arguments.get(i), context)
                  || mentions(arguments.get(i), variable))) {
            return false;
          }
        }
        return true;
      }
      boolean[] all = {true};
      Exprs.forEachChild(expr, child -> all[0] = all[0] && handedOn(child, rest));
      return all[0];
    }

    private Expr rewrite(Expr expr) {
      if (isRef(expr, variable)) {
        return CorePrimitives.op(MatchPrimitives.WHOLE, expr);
      }
      if (expr instanceof PrimOp op && isOf(op, MatchPrimitives.BITS)) {
        return expr;
      }
      Rest rest = restOf(expr);
      if (rest != null && rests.contains(rest.value)) {
        return new If(
            CorePrimitives.op(MatchPrimitives.DIVIDES, new Ref(context), rest.unit),
            rewrite(rest.then),
            rewrite(rest.otherwise));
      }
      if (expr instanceof Jump(var to, var arguments) && to == label) {
        List<Expr> rewritten = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
          Expr argument = arguments.get(i);
          if (i != index) {
            rewritten.add(rewrite(argument));
          } else if (argument instanceof Ref(var left) && rests.contains(left)) {
            rewritten.add(CorePrimitives.op(MatchPrimitives.ADVANCE, new Ref(context)));
          } else {
            rewritten.add(isRef(argument, variable) ? argument : rewrite(argument));
          }
        }
        return new Jump(to, rewritten);
      }
      return Exprs.mapChildren(expr, this::rewrite);
    }

    private static boolean isRef(Expr expr, @Nullable Variable variable) {
      return expr instanceof Ref(var used) && used == variable;
    }

    private static boolean mentions(Expr expr, @Nullable Variable variable) {
      if (isRef(expr, variable)) {
        return true;
      }
      boolean[] found = {false};
      Exprs.forEachChild(expr, child -> found[0] = found[0] || mentions(child, variable));
      return found[0];
    }
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closure conversion: every nested function becomes a function of the module whose first parameters
 * are what it captured, and {@link Lambda} and {@link LetRec} go away.
 *
 * <p>A call of a variable that is bound to a known function becomes a direct {@link Call} with the
 * captured values as arguments; a function that is only ever called so is never made as a value. A
 * function that uses itself as a value gets the very value it was called through (so it is one
 * object, as it should be); one that uses another function of its group makes that function's value
 * anew.
 */
final class Closures implements Pass {
  /**
   * More captured values than this are passed in one tuple: a JVM method has at most 255
   * parameters.
   */
  private static final int MANY = 48;

  @Override
  public String name() {
    return "closures";
  }

  @Override
  public CoreModule run(CoreModule module) {
    Set<FunctionName> taken = new HashSet<>();
    module.functions().forEach(f -> taken.add(f.name()));
    return convert(module, taken);
  }

  /** The module with its nested functions lifted, under names that are not taken. */
  static CoreModule convert(CoreModule module, Set<FunctionName> taken) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      new Conversion(functions, taken, function).convert();
    }
    return module.withFunctions(functions);
  }

  /** A nested function on its way to become one of the module. */
  private record Lifted(
      FunctionName name, FunctionDef original, @Nullable Variable self, List<Variable> captured) {
    boolean packed() {
      return captured.size() > MANY;
    }
  }

  /** Converts one function of the module with all that is nested in it. */
  private static final class Conversion {
    private final List<FunctionDef> functions;
    private final Set<FunctionName> taken;
    private final Map<FunctionName, Integer> suffixes = new HashMap<>();
    private final Map<Lambda, Lifted> lifted = new IdentityHashMap<>();
    private final FunctionDef function;
    private final FreeUses uses;

    Conversion(List<FunctionDef> functions, Set<FunctionName> taken, FunctionDef function) {
      this.functions = functions;
      this.taken = taken;
      this.function = function;
      this.uses = FreeUses.of(function);
    }

    void convert() {
      int place = functions.size();
      Expr body = new Scope().convert(function.body());
      functions.add(place, function.withBody(body));
    }

    /** Decides what each function of a group captures. */
    private void lift(List<Lambda> group, List<@Nullable Variable> variables) {
      int n = group.size();
      List<Set<Variable>> captured = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        FreeUses.Uses own = uses.uses(group.get(i));
        Set<Variable> set = new LinkedHashSet<>();
        for (Variable value : own.values) {
          if (!variables.contains(value)) {
            set.add(value);
          }
        }
        for (Variable callee : own.calls) {
          if (!variables.contains(callee)) {
            Lifted known = lifted(callee);
            set.addAll(known.captured());
            if (known.self() != null) {
              set.add(callee);
            }
          }
        }
        captured.add(set);
      }
      for (boolean changed = true; changed; ) {
        changed = false;
        for (int i = 0; i < n; i++) {
          FreeUses.Uses own = uses.uses(group.get(i));
          for (int j = 0; j < n; j++) {
            Variable other = variables.get(j);
            if (i != j
                && other != null
                && (own.values.contains(other) || own.calls.contains(other))) {
              changed |= captured.get(i).addAll(captured.get(j));
            }
          }
        }
      }
      for (int i = 0; i < n; i++) {
        Lambda lambda = group.get(i);
        Variable self = uses.uses(lambda).self ? variables.get(i) : null;
        List<Variable> list = List.copyOf(captured.get(i));
        int parameters =
            (self == null ? 0 : 1)
                + (list.size() > MANY ? 1 : list.size())
                + lambda.function().parameters().size();
        lifted.put(lambda, new Lifted(unique(lambda, parameters), lambda.function(), self, list));
      }
    }

    private FunctionName unique(Lambda lambda, int arity) {
      String plain = lambda.function().name().name();
      FunctionName wanted = new FunctionName(plain, arity);
      FunctionName name = wanted;
      // Passes make thousands of the same name; where the last search ended, the next one starts.
      int i = suffixes.getOrDefault(wanted, 2);
      for (; !taken.add(name); i++) {
        name = new FunctionName(plain + "-" + i, arity);
      }
      suffixes.put(wanted, i);
      return name;
    }

    private Lifted lifted(Variable callee) {
      FreeUses.Known known = uses.known(callee);
      return lifted.get(known.lambda());
    }

    /** The body of one function: which variables stand for the outer ones in it. */
    private final class Scope {
      private final Map<Variable, Variable> local = new IdentityHashMap<>();

      private Expr ref(Variable variable) {
        return new Ref(local.getOrDefault(variable, variable));
      }

      Expr convert(Expr expr) {
        return switch (expr) {
          case Ref(var variable) -> ref(variable);
          case Let(var variable, Lambda lambda, var body) -> {
            List<@Nullable Variable> none = new ArrayList<>();
            none.add(null);
            lift(List.of(lambda), none);
            Expr value = make(lifted.get(lambda));
            emit(lambda, List.of(), List.of());
            yield new Let(variable, value, convert(body));
          }
          case Lambda lambda -> {
            List<@Nullable Variable> none = new ArrayList<>();
            none.add(null);
            lift(List.of(lambda), none);
            Expr value = make(lifted.get(lambda));
            emit(lambda, List.of(), List.of());
            yield value;
          }
          case LetRec(var variables, var group, var body) -> {
            lift(group, new ArrayList<>(variables));
            for (Lambda lambda : group) {
              emit(lambda, variables, group);
            }
            List<Expr> values = group.stream().map(l -> make(lifted.get(l))).toList();
            Expr result = convert(body);
            for (int i = variables.size() - 1; i >= 0; i--) {
              result = new Let(variables.get(i), values.get(i), result);
            }
            yield result;
          }
          case Apply apply
              when apply.function() instanceof Ref(var variable)
                  && uses.known(variable) instanceof FreeUses.Known known
                  && FreeUses.direct(apply, known.lambda().function()) ->
              call(apply, variable, lifted.get(known.lambda()));
          default -> Exprs.mapChildren(expr, this::convert);
        };
      }

      /** The value of a function, made from what is in scope here. */
      private Expr make(Lifted function) {
        return new MakeFun(function.name(), captured(function));
      }

      private List<Expr> captured(Lifted function) {
        List<Expr> values = new ArrayList<>();
        for (Variable variable : function.captured()) {
          Expr value = ref(variable);
          values.add(
              variable.type() == Type.VALUES
                  ? CorePrimitives.op(CorePrimitives.PACK, value)
                  : value);
        }
        return function.packed()
            ? List.of(new PrimOp(CorePrimitives.tuple(values.size()), values, null, 0))
            : values;
      }

      private Expr call(Apply apply, Variable callee, Lifted function) {
        List<Expr> passed = Exprs.mapAll(apply.arguments(), this::convert);
        Expr rest = apply.rest() == null ? null : convert(apply.rest());
        int wanted = function.original().parameters().size();
        List<Expr> arguments = new ArrayList<>();
        if (function.self() != null) {
          arguments.add(ref(callee));
        }
        arguments.addAll(captured(function));
        if (function.original().rest() != null) {
          List<Expr> surplus =
              passed.size() > wanted ? passed.subList(wanted, passed.size()) : List.<Expr>of();
          arguments.addAll(passed.subList(0, Math.min(wanted, passed.size())));
          pad(arguments, wanted - passed.size());
          Expr all =
              surplus.isEmpty() && rest != null
                  ? rest
                  : new AllResults(new Values(List.copyOf(surplus), rest));
          return new Call(function.name(), arguments, all, apply.line());
        }
        if (passed.size() <= wanted) {
          arguments.addAll(passed);
          pad(arguments, wanted - passed.size());
          return new Call(function.name(), arguments, null, apply.line());
        }
        // Surplus arguments are evaluated for their effect, after the others.
        List<Let> lets = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
          Variable value = new Variable("a");
          lets.add(new Let(value, passed.get(i), Expr.NIL));
          if (i < wanted) {
            arguments.add(new Ref(value));
          }
        }
        Expr result = new Call(function.name(), arguments, null, apply.line());
        for (int i = lets.size() - 1; i >= 0; i--) {
          result = new Let(lets.get(i).variable(), lets.get(i).value(), result);
        }
        return result;
      }

      private static void pad(List<Expr> arguments, int missing) {
        for (int i = 0; i < missing; i++) {
          arguments.add(Expr.NIL);
        }
      }
    }

    /** Adds the lifted function to the module. */
    private void emit(Lambda lambda, List<Variable> variables, List<Lambda> group) {
      Lifted function = lifted.get(lambda);
      FunctionDef original = function.original();
      Scope scope = new Scope();
      List<Variable> parameters = new ArrayList<>();
      List<Let> prelude = new ArrayList<>();
      if (function.self() != null) {
        Variable self = new Variable(function.self().name());
        scope.local.put(function.self(), self);
        parameters.add(self);
      }
      Variable frame = new Variable("frame");
      if (function.packed()) {
        parameters.add(frame);
      }
      for (int i = 0; i < function.captured().size(); i++) {
        Variable outer = function.captured().get(i);
        Variable inner = new Variable(outer.name());
        if (function.packed()) {
          prelude.add(
              new Let(
                  inner,
                  new PrimOp(CorePrimitives.ELEMENT, List.of(new Ref(frame)), i, 0),
                  Expr.NIL));
        } else {
          parameters.add(inner);
        }
        if (outer.type() == Type.VALUES) {
          Variable unpacked = new Variable(outer.name(), Type.VALUES);
          prelude.add(
              new Let(
                  unpacked, CorePrimitives.op(CorePrimitives.UNPACK, new Ref(inner)), Expr.NIL));
          inner = unpacked;
        } else if (outer.type() != Type.TERM) {
          // What the body computes with it was typed already, so it must stay what it was.
          Variable unboxed = new Variable(outer.name(), outer.type());
          prelude.add(new Let(unboxed, new Ref(inner), Expr.NIL));
          inner = unboxed;
        }
        scope.local.put(outer, inner);
      }
      FreeUses.Uses own = uses.uses(lambda);
      for (int i = 0; i < group.size(); i++) {
        Variable other = variables.get(i);
        Lifted sibling = lifted.get(group.get(i));
        boolean needed =
            own.values.contains(other) || own.calls.contains(other) && sibling.self() != null;
        if (group.get(i) != lambda && needed) {
          Variable inner = new Variable(other.name());
          prelude.add(new Let(inner, scope.make(sibling), Expr.NIL));
          scope.local.put(other, inner);
        }
      }
      Expr body = scope.convert(original.body());
      for (int i = prelude.size() - 1; i >= 0; i--) {
        body = new Let(prelude.get(i).variable(), prelude.get(i).value(), body);
      }
      functions.add(
          new FunctionDef(
              function.name(),
              parameters,
              original.parameters(),
              original.rest(),
              original.strictArity(),
              body,
              original.displayName(),
              original.line(),
              function.self() != null));
    }
  }
}

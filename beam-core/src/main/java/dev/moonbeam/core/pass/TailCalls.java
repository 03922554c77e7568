package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a call of a function to itself in tail position into a jump to the head of its body.
 * Parameters that every such call hands on unchanged stay out of the loop. Other tail calls need no
 * mark: their place in the tree tells.
 */
final class TailCalls implements Pass {
  @Override
  public String name() {
    return "tailcalls";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(loop(function));
    }
    return module.withFunctions(functions);
  }

  private static FunctionDef loop(FunctionDef function) {
    List<Call> calls = new ArrayList<>();
    Tails.forEach(
        function.body(),
        tail -> {
          if (tail instanceof Call call && call.function().equals(function.name())) {
            calls.add(call);
          }
        });
    if (calls.isEmpty()) {
      return function;
    }
    List<Variable> parameters = function.allParameters();
    List<Integer> changing = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Variable parameter = parameters.get(i);
      int index = i;
      if (calls.stream()
          .anyMatch(c -> !(argument(c, index) instanceof Ref(var v) && v == parameter))) {
        changing.add(i);
      }
    }
    Substitution substitution = new Substitution();
    List<Variable> turning = new ArrayList<>();
    List<Expr> initial = new ArrayList<>();
    for (int i : changing) {
      turning.add(substitution.fresh(parameters.get(i)));
      initial.add(new Ref(parameters.get(i)));
    }
    Label label = new Label("self", turning);
    Expr body =
        Tails.map(
            function.body(),
            tail ->
                tail instanceof Call call && call.function().equals(function.name())
                    ? new Jump(label, changing.stream().map(i -> argument(call, i)).toList())
                    : tail);
    return function.withBody(
        new Join(label, true, substitution.apply(body), new Jump(label, initial)));
  }

  private static Expr argument(Call call, int index) {
    if (index < call.arguments().size()) {
      return call.arguments().get(index);
    }
    return call.rest() == null ? new AllResults(new Values(List.of(), null)) : call.rest();
  }
}

package dev.moonbeam.core.pass;

import dev.moonbeam.core.code.Calls;
import dev.moonbeam.core.ir.CallProtocol;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Turns join points into local functions, and jumps to them into tail calls: needed where a jump
 * would leave the Java method its join point is in. Closure conversion then makes them functions of
 * the module.
 */
final class JoinFunctions {
  /** Of calls whose callee is always a known function. */
  static final CallProtocol KNOWN =
      new CallProtocol("known", StaticMethod.of(Calls.class, "notFunction"));

  private final Predicate<Label> chosen;
  private final FunctionDef around;
  private final Map<Label, Variable> functions = new IdentityHashMap<>();

  private JoinFunctions(Predicate<Label> chosen, FunctionDef around) {
    this.chosen = chosen;
    this.around = around;
  }

  /** The body with the chosen labels gone. */
  static Expr convert(Expr body, FunctionDef around, Predicate<Label> chosen) {
    return new JoinFunctions(chosen, around).convert(body);
  }

  private Expr convert(Expr expr) {
    return switch (expr) {
      case Join(var label, _, var target, var body) when chosen.test(label) -> {
        Variable function = new Variable(label.name());
        functions.put(label, function);
        yield new LetRec(
            List.of(function), List.of(function(label, convert(target))), convert(body));
      }
      case Jump(var label, var arguments) when functions.containsKey(label) -> {
        List<Expr> passed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
          Expr argument = convert(arguments.get(i));
          passed.add(
              label.parameters().get(i).type() == Type.VALUES
                  ? CorePrimitives.op(CorePrimitives.PACK, argument)
                  : argument);
        }
        yield new Apply(new Ref(functions.get(label)), passed, null, KNOWN, null, 0);
      }
      default -> Exprs.mapChildren(expr, this::convert);
    };
  }

  private Lambda function(Label label, Expr target) {
    List<Variable> parameters = new ArrayList<>();
    Expr body = target;
    for (int i = label.parameters().size() - 1; i >= 0; i--) {
      Variable declared = label.parameters().get(i);
      if (declared.type() == Type.TERM) {
        parameters.addFirst(declared);
        continue;
      }
      // A function takes terms: what was unboxed or a list of results is taken apart behind its
      // door.
      Variable term = new Variable(declared.name());
      parameters.addFirst(term);
      Expr value =
          declared.type() == Type.VALUES
              ? CorePrimitives.op(CorePrimitives.UNPACK, new Ref(term))
              : new Ref(term);
      body = new Let(declared, value, body);
    }
    return new Lambda(
        new FunctionDef(
            new FunctionName(around.name().name() + "-" + label.name(), parameters.size()),
            List.of(),
            parameters,
            null,
            true,
            body,
            around.displayName(),
            around.line()));
  }
}

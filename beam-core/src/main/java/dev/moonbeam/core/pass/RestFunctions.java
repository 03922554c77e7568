package dev.moonbeam.core.pass;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@link ListTails} and {@link LinearRecursion} have in common: both cut a function out of
 * another that does in a loop what the other would call itself for.
 */
final class RestFunctions {
  private final Set<FunctionName> taken = new HashSet<>();

  RestFunctions(CoreModule module) {
    module.functions().forEach(function -> taken.add(function.name()));
  }

  /** A name that no other function of the module has. */
  FunctionName name(FunctionDef function, int arity) {
    for (int i = 1; ; i++) {
      String suffix = i == 1 ? CompiledFunction.REST : CompiledFunction.REST + i;
      FunctionName name = new FunctionName(function.name().name() + suffix, arity);
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** What {@link Unrolled} needs to know of the calls that became turns. */
  static Tuple calls(FunctionName name, List<Long> lines) {
    Object[] calls = new Object[lines.size() + 1];
    calls[0] = Atom.of(name.toString());
    for (int i = 0; i < lines.size(); i++) {
      calls[i + 1] = lines.get(i);
    }
    return new Tuple(calls);
  }

  static boolean isCall(Expr expr, FunctionDef of) {
    return expr instanceof Call call && call.function().equals(of.name());
  }

  /** Whether what stands in tail position leads elsewhere, or nowhere. */
  static boolean neverComesBack(Expr end) {
    return end instanceof Jump || end instanceof PrimOp op && !op.primitive().returns();
  }

  /** The value of what stood in tail position, where something is yet to be done with it. */
  static Expr value(Expr end) {
    return end instanceof Call || end instanceof RemoteCall || end instanceof Apply
        ? new LastCall(end)
        : end;
  }
}

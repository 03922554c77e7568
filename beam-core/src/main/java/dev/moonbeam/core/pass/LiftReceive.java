package dev.moonbeam.core.pass;

import dev.moonbeam.core.code.Receiving;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns every receive into a function of its own, which scans the mailbox. When no message matches
 * it returns a wait for itself: at the base of a process that is all that is left of it, and the
 * scheduler calls the function again when there is something to look at.
 *
 * <pre>
 *   deadline = ...                         once, outside
 *   scan() = loop next():
 *     m = next message
 *     if none: timed out? after : await(scan, deadline)
 *     case m of  P when G -> remove; body    ...    _ -> refuse; next()
 * </pre>
 *
 * A receive whose every clause asks for one variable bound before it (a reference, as in a call of
 * a server) first skips the messages that are older than the reference, when it was made in this
 * process just before.
 */
final class LiftReceive implements Pass {
  private static final Primitive NEXT = method("next_message", "nextMessage", Type.TERM);
  private static final Primitive REMOVE = method("remove_message", "removeMessage", Type.TERM);
  private static final Primitive REFUSE = method("refuse_message", "refuseMessage", Type.TERM);
  private static final Primitive SKIP = method("skip_older", "skipOlderThan", Type.TERM, Type.TERM);
  private static final Primitive TIMED_OUT = method("timed_out", "timedOut", Type.BOOL, Type.LONG);
  private static final Primitive AWAIT = method("await", "await", Type.TERM, Type.TERM, Type.LONG);
  private static final Primitive DEADLINE =
      CorePrimitives.method(
          "deadline",
          false,
          true,
          false,
          StaticMethod.of(Receiving.class, "deadline"),
          Type.LONG,
          Type.TERM);

  private static Primitive method(String name, String method, Type result, Type... parameters) {
    return CorePrimitives.method(
        name, false, true, true, StaticMethod.of(Receiving.class, method), result, parameters);
  }

  @Override
  public String name() {
    return "receive";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(lift(function));
    }
    return module.withFunctions(functions);
  }

  private static FunctionDef lift(FunctionDef function) {
    Set<Label> crossed = Collections.newSetFromMap(new IdentityHashMap<>());
    if (!findCrossed(function.body(), crossed)) {
      return function;
    }
    Expr body =
        crossed.isEmpty()
            ? function.body()
            : JoinFunctions.convert(function.body(), function, crossed::contains);
    return function.withBody(new Lifting(function).lift(body));
  }

  /**
   * Collects the labels that are jumped to out of a receive; tells whether there is a receive at
   * all.
   */
  private static boolean findCrossed(Expr expr, Set<Label> crossed) {
    if (expr instanceof Receive) {
      Set<Label> inside = Collections.newSetFromMap(new IdentityHashMap<>());
      Set<Label> used = Collections.newSetFromMap(new IdentityHashMap<>());
      labels(expr, inside, used);
      used.removeAll(inside);
      crossed.addAll(used);
    }
    boolean[] found = {expr instanceof Receive};
    Exprs.forEachChild(expr, child -> found[0] |= findCrossed(child, crossed));
    return found[0];
  }

  private static void labels(Expr expr, Set<Label> defined, Set<Label> used) {
    if (expr instanceof Join join) {
      defined.add(join.label());
    } else if (expr instanceof Jump jump) {
      used.add(jump.label());
    }
    Exprs.forEachChild(expr, child -> labels(child, defined, used));
  }

  /** The receives of one function. */
  private record Lifting(FunctionDef function) {

    Expr lift(Expr expr) {
      Expr inner = Exprs.mapChildren(expr, this::lift);
      return inner instanceof Receive receive ? scan(receive) : inner;
    }

    private Expr scan(Receive receive) {
      Variable scan = new Variable("scan");
      Variable deadline = new Variable("deadline", Type.LONG);
      Expr until = until(receive, deadline);
      Label next = new Label("next", List.of());
      Variable message = new Variable("message");
      Expr await = CorePrimitives.op(AWAIT, new Ref(scan), until);
      Expr none =
          receive.timeout() == null || receive.after() == null
              ? await
              : new If(CorePrimitives.op(TIMED_OUT, until), receive.after(), await);
      List<Clause> clauses = new ArrayList<>();
      for (Clause clause : receive.clauses()) {
        clauses.add(
            new Clause(
                clause.patterns(),
                clause.guard(),
                new Seq(CorePrimitives.op(REMOVE), clause.body()),
                clause.line()));
      }
      Expr refuse = new Seq(CorePrimitives.op(REFUSE), new Jump(next, List.of()));
      Expr look =
          new Let(
              message,
              CorePrimitives.op(NEXT),
              new If(
                  CorePrimitives.op(CorePrimitives.IS_ABSENT, new Ref(message)),
                  none,
                  new Case(List.of(new Ref(message)), clauses, refuse)));
      Expr body = new Join(next, true, look, new Jump(next, List.of()));
      Variable reference = reference(receive);
      if (reference != null) {
        body = new Seq(CorePrimitives.op(SKIP, new Ref(reference)), body);
      }
      Lambda lambda =
          new Lambda(
              new FunctionDef(
                  new FunctionName(function.name().name() + "-receive", 0),
                  List.of(),
                  List.of(),
                  null,
                  true,
                  body,
                  function.displayName(),
                  receive.line()));
      Expr result =
          new LetRec(
              List.of(scan),
              List.of(lambda),
              new Apply(new Ref(scan), List.of(), null, JoinFunctions.KNOWN, null, receive.line()));
      return until instanceof Ref
          ? new Let(deadline, CorePrimitives.op(DEADLINE, receive.timeout()), result)
          : result;
    }

    /** When the receive times out: known now, or computed once before it begins. */
    private static Expr until(Receive receive, Variable deadline) {
      return switch (receive.timeout()) {
        case null -> new Const(Long.MAX_VALUE);
        case Const(var value) when value == Atom.INFINITY -> new Const(Long.MAX_VALUE);
        case Const(Long millis) when millis == 0 -> new Const(Long.MIN_VALUE);
        default -> new Ref(deadline);
      };
    }
  }

  /** The variable that every clause wants to find in the message, or null. */
  private static @Nullable Variable reference(Receive receive) {
    Set<Variable> common = null;
    for (Clause clause : receive.clauses()) {
      Set<Variable> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
      wanted(clause.patterns().getFirst(), wanted);
      if (common == null) {
        common = wanted;
      } else {
        common.retainAll(wanted);
      }
    }
    return common == null || common.isEmpty() ? null : common.iterator().next();
  }

  private static void wanted(Pattern pattern, Set<Variable> into) {
    switch (pattern) {
      case Pattern.Equal(Ref(var variable)) -> into.add(variable);
      case Pattern.Alias(_, var inner) -> wanted(inner, into);
      case Pattern.Both(var left, var right) -> {
        wanted(left, into);
        wanted(right, into);
      }
      case Pattern.ConsCell(var head, var tail) -> {
        wanted(head, into);
        wanted(tail, into);
      }
      case Pattern.TupleOf(var elements) -> elements.forEach(e -> wanted(e, into));
      default -> {}
    }
  }
}

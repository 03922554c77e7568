package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts functions that would be too large for a JVM method, or too large for HotSpot to compile.
 * Parts of the body become functions whose parameters are the variables free in them: what ends the
 * body is a tail call then, what computes a value an ordinary call. Where jumps cross the cut,
 * their join points become functions too.
 */
final class Split implements Pass {
  /** HotSpot compiles no method of more than 8,000 bytes (HugeMethodLimit). */
  static final int LARGEST = 7000;

  /**
   * It inlines into a method until the bytes of both come to 8,000 (DesiredMethodLimit), those that
   * never run included, and what it does not inline has boxes and calls.
   */
  static final int RUNNING = 7200;

  /** The parts of what is cut. */
  private static final int LIMIT = 4500;

  /** Smaller parts are not worth a call. */
  private static final int WORTH = 80;

  /**
   * Lists of operands and of arms are cut into groups of about this size, counting what is worth a
   * call as a call: such a group and the one that follows it fit a method.
   */
  private static final int GROUP = LIMIT / 2 - 200;

  /**
   * More parameters than this travel in a tuple. HotSpot's optimising compiler gives up on a method
   * ("unsupported calling sequence") whose own arguments and those of a call in it need more than
   * some 60 places on the stack together.
   */
  private static final int PARAMETERS = 28;

  @Override
  public String name() {
    return "split";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    Set<FunctionName> taken = new HashSet<>();
    module.functions().forEach(f -> taken.add(f.name()));
    for (FunctionDef function : module.functions()) {
      if (fits(function.body())) {
        functions.add(function);
      } else {
        int limit = Math.min(LIMIT, CodeSize.of(function.body()) * 2 / 3);
        new Cutting(functions, taken, module, limit).cut(function);
      }
    }
    return module.withFunctions(functions);
  }

  /** Whether a function with this body is left as it is. */
  static boolean fits(Expr body) {
    return CodeSize.of(body) <= LARGEST && CodeSize.running(body) <= RUNNING;
  }

  /** Cuts one function and what comes off it. */
  private static final class Cutting {
    private final List<FunctionDef> functions;
    private final Set<FunctionName> taken;
    private final CoreModule module;

    /** How large a part may be. */
    private final int limit;

    private final Deque<FunctionDef> todo = new ArrayDeque<>();

    /** Functions that are a loop, with what leads to it and from it. */
    private final Set<FunctionName> loops = new HashSet<>();

    private FunctionDef current;
    private int size;
    private int parts;

    Cutting(List<FunctionDef> functions, Set<FunctionName> taken, CoreModule module, int limit) {
      this.functions = functions;
      this.taken = taken;
      this.module = module;
      this.limit = limit;
      this.current = module.functions().getFirst();
    }

    void cut(FunctionDef function) {
      todo.add(function.withBody(LoopEnds.moved(function.body(), _ -> true)));
      while (!todo.isEmpty()) {
        current = todo.poll();
        current = withoutLoops(current);
        if (fits(current.body()) || isWhole(current)) {
          functions.add(current);
          continue;
        }
        FunctionDef smaller = current.withBody(visit(current.body()));
        if (size > limit && withoutLargeJoins(smaller)) {
          continue;
        }
        functions.add(smaller);
      }
    }

    /** A loop that fits a method is better whole than cut, whatever HotSpot inlines into it. */
    private boolean isWhole(FunctionDef function) {
      return loops.contains(function.name()) && CodeSize.of(function.body()) <= LARGEST;
    }

    /**
     * The function with its largest loops in functions of their own until it fits: a loop that fits
     * a method stays a loop that way.
     */
    private FunctionDef withoutLoops(FunctionDef function) {
      Expr body = function.body();
      if (CodeSize.of(body) > LoopEnds.LARGEST) {
        return function;
      }
      // Twice as many each time, so that a body with thousands is not walked for each. They are
      // looked for anew, since the way out of one may be the way into another.
      for (int many = 1; !fits(body); many *= 2) {
        Join own = loops.contains(function.name()) ? LoopCall.first(body) : null;
        List<LoopCall> candidates = LoopCall.candidates(body, own);
        if (candidates.isEmpty()) {
          break;
        }
        Map<Label, Expr> entries = new IdentityHashMap<>();
        for (LoopCall loop : candidates.subList(0, Math.min(many, candidates.size()))) {
          Expr part = loop.part();
          Call call =
              outlined(part, FreeVariables.of(part).variables(), fits(part) ? functions : todo);
          loops.add(call.function());
          entries.put(loop.label(), loop.entered(call));
        }
        body = LoopCall.replaced(body, entries);
      }
      return function.withBody(body);
    }

    /**
     * Makes the large join points of a function functions, to be cut again; false when there is
     * none.
     */
    private boolean withoutLargeJoins(FunctionDef function) {
      Set<Label> large = Collections.newSetFromMap(new IdentityHashMap<>());
      findLarge(function.body(), large);
      if (large.isEmpty()) {
        return false;
      }
      Expr body = JoinFunctions.convert(function.body(), function, large::contains);
      CoreModule converted =
          Closures.convert(module.withFunctions(List.of(function.withBody(body))), taken);
      todo.addAll(converted.functions());
      return true;
    }

    private int findLarge(Expr expr, Set<Label> large) {
      int[] sum = {CodeSize.own(expr)};
      Exprs.forEachChild(expr, child -> sum[0] += findLarge(child, large));
      if (expr instanceof Join join && sum[0] > limit / 4) {
        large.add(join.label());
      }
      return sum[0];
    }

    /** The expression with parts cut out; {@link #size} is what is left of it. */
    private Expr visit(Expr expr) {
      Expr divided = divide(expr);
      List<Expr> children = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      int total = CodeSize.own(divided);
      Expr visited =
          Exprs.mapChildren(
              divided,
              child -> {
                Expr smaller = visit(child);
                children.add(smaller);
                sizes.add(size);
                return smaller;
              });
      for (int each : sizes) {
        total += each;
      }
      if (total > limit) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
          // What is still too large is held together by jumps: that is for withoutLargeJoins.
          if (sizes.get(i) > WORTH && sizes.get(i) <= limit) {
            order.add(i);
          }
        }
        order.sort(Comparator.comparing(i -> -sizes.get(i)));
        Expr[] replaced = new Expr[children.size()];
        for (int i : order) {
          if (total <= limit) {
            break;
          }
          FreeVariables free = FreeVariables.of(children.get(i));
          if (free.labels().isEmpty()) {
            replaced[i] = outline(children.get(i), free.variables());
            total += CodeSize.of(replaced[i]) - sizes.get(i);
          }
        }
        int[] next = {0};
        visited =
            Exprs.mapChildren(
                visited,
                child -> {
                  Expr call = replaced[next[0]++];
                  return call == null ? child : call;
                });
      }
      size = total;
      return visited;
    }

    /** Long lists of operands and of arms, as lists of lists. */
    private static Expr divide(Expr expr) {
      return switch (expr) {
        case Values(var first, var rest) -> {
          List<Integer> starts = groups(first);
          Expr tail = rest;
          int end = first.size();
          for (int start : starts.reversed()) {
            tail = new AllResults(new Values(first.subList(start, end), tail));
            end = start;
          }
          yield starts.isEmpty() ? expr : new Values(first.subList(0, end), tail);
        }
        case Switch(var scrutinee, var arms, var otherwise) when scrutinee instanceof Ref -> {
          List<Integer> starts = groups(arms.stream().map(Arm::body).toList());
          Expr rest = otherwise;
          int end = arms.size();
          for (int start : starts.reversed()) {
            rest = new Switch(scrutinee, arms.subList(start, end), rest);
            end = start;
          }
          yield starts.isEmpty() ? expr : new Switch(scrutinee, arms.subList(0, end), rest);
        }
        default -> expr;
      };
    }

    /**
     * Where the second group of the parts begins, the third and so on; empty when one group will
     * do.
     */
    private static List<Integer> groups(List<Expr> parts) {
      List<Integer> starts = new ArrayList<>();
      int sum = 0;
      for (int i = 0; i < parts.size(); i++) {
        int part = 12 + Math.min(CodeSize.of(parts.get(i)), WORTH);
        if (sum + part > GROUP) {
          starts.add(i);
          sum = 0;
        }
        sum += part;
      }
      return starts;
    }

    /** Moves an expression into a function of its own and gives the call of it. */
    private Expr outline(Expr part, List<Variable> free) {
      Call call = outlined(part, free, functions);
      return Typing.typeOf(part) == Type.VALUES ? new AllResults(call) : call;
    }

    private Call outlined(Expr part, List<Variable> free, Collection<FunctionDef> into) {
      boolean packed = free.size() > PARAMETERS;
      List<Variable> parameters = new ArrayList<>();
      List<Expr> arguments = new ArrayList<>();
      List<Let> prelude = new ArrayList<>();
      dev.moonbeam.core.ir.Substitution substitution = new dev.moonbeam.core.ir.Substitution();
      Variable frame = new Variable("frame");
      for (int i = 0; i < free.size(); i++) {
        Variable outer = free.get(i);
        Variable inner = new Variable(outer.name());
        Expr passed = new Ref(outer);
        arguments.add(
            outer.type() == Type.VALUES ? CorePrimitives.op(CorePrimitives.PACK, passed) : passed);
        if (packed) {
          prelude.add(
              new Let(
                  inner,
                  new PrimOp(CorePrimitives.ELEMENT, List.of(new Ref(frame)), i, 0),
                  Expr.NIL));
        } else {
          parameters.add(inner);
        }
        if (outer.type() != Type.TERM) {
          Variable typed = new Variable(outer.name(), outer.type());
          Expr value =
              outer.type() == Type.VALUES
                  ? CorePrimitives.op(CorePrimitives.UNPACK, new Ref(inner))
                  : new Ref(inner);
          prelude.add(new Let(typed, value, Expr.NIL));
          inner = typed;
        }
        substitution.replace(outer, new Ref(inner));
      }
      boolean values = Typing.typeOf(part) == Type.VALUES;
      Expr body = substitution.apply(values ? new Values(List.of(), part) : part);
      for (int i = prelude.size() - 1; i >= 0; i--) {
        body = new Let(prelude.get(i).variable(), prelude.get(i).value(), body);
      }
      if (packed) {
        parameters = List.of(frame);
        arguments =
            List.of(
                new PrimOp(
                    CorePrimitives.tuple(arguments.size()), List.copyOf(arguments), null, 0));
      }
      FunctionName name = unique(parameters.size());
      FunctionDef function =
          new FunctionDef(
              name, List.of(), parameters, null, true, body, current.displayName(), current.line());
      into.add(function);
      return new Call(name, arguments, null, lastLine(part));
    }

    /**
     * The line of the call that a part ends with, 0 if none. That call may leave the part's frame
     * behind, as tail calls do; then the place of the part's own call is all that tells the line.
     */
    private static int lastLine(Expr part) {
      int[] line = {0};
      Tails.forEach(
          part,
          tail -> {
            int each =
                switch (tail) {
                  case Apply apply -> apply.line();
                  case Call call -> call.line();
                  case RemoteCall call -> call.line();
                  case AllResults(Apply apply) -> apply.line();
                  case AllResults(Call call) -> call.line();
                  default -> 0;
                };
            if (each > 0) {
              line[0] = each;
            }
          });
      return line[0];
    }

    private FunctionName unique(int arity) {
      while (true) {
        FunctionName name = new FunctionName(current.name().name() + "-part" + ++parts, arity);
        if (taken.add(name)) {
          return name;
        }
      }
    }
  }
}

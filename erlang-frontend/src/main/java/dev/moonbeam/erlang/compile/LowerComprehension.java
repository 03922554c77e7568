package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Pattern.SegmentType;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.erlang.runtime.BitSyntax;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Comprehensions (reference manual, "Comprehensions"). Each generator is a loop of the function
 * itself, nested as the generators are, with what was gathered so far as a parameter: a reversed
 * list, a bit string builder, a map.
 */
final class LowerComprehension {
  /** What a comprehension does with each element. */
  private interface Template {
    /** The gathered value with one more element. */
    Expr gather(Block block, Expr gathered);
  }

  private final Lowering lowering;

  LowerComprehension(Lowering lowering) {
    this.lowering = lowering;
  }

  Expr list(Node.ListComprehension node, Block block) {
    return gather(
        node.qualifiers(),
        block,
        Lowering.constant(Nil.EMPTY),
        (inner, gathered) ->
            Lowering.op(
                CorePrimitives.CONS,
                node.at(),
                lowering.expressions.value(node.template(), inner),
                gathered),
        gathered -> Lowering.op(ErlangPrimitives.REVERSE, node.at(), gathered));
  }

  Expr bits(Node.BitComprehension node, Block block) {
    BitSyntax.Segment whole = new BitSyntax.Segment(1, false);
    return gather(
        node.qualifiers(),
        block,
        Lowering.op(ErlangPrimitives.BITS_NEW, node.at()),
        (inner, gathered) -> {
          if (node.template() instanceof Node.Bits segments) {
            return lowering.bits.append(gathered, segments, inner);
          }
          Expr value = inner.bind(lowering.expressions.value(node.template(), inner), "part");
          return LowerBits.sited(ErlangPrimitives.BITS_ALL, node.at(), whole, gathered, value);
        },
        gathered -> Lowering.op(ErlangPrimitives.BITS_FINISH, node.at(), gathered));
  }

  Expr map(Node.MapComprehension node, Block block) {
    return gather(
        node.qualifiers(),
        block,
        Lowering.constant(TermMap.empty()),
        (inner, gathered) -> {
          List<Expr> association =
              lowering.expressions.values(List.of(node.key(), node.value()), inner);
          return Lowering.op(
              ErlangPrimitives.MAP_PUT,
              node.at(),
              gathered,
              association.getFirst(),
              association.getLast());
        },
        gathered -> gathered);
  }

  /**
   * @param start what is gathered before the first element
   * @param finish turns what was gathered into the comprehension's value
   */
  private Expr gather(
      List<Node.Qualifier> qualifiers,
      Block block,
      Expr start,
      Template template,
      Function<Expr, Expr> finish) {
    // The first generator's source is evaluated in front of the loops, where it may bind variables
    // of its own; all others see the generators before them.
    Scope scope = new Scope(block.scope);
    Variable all = new Variable("gathered");
    Expr loops = loops(qualifiers, 0, start, scope, template, gathered -> gathered);
    return finish.apply(block.bindAt(block.position(), loops, all.name()));
  }

  /**
   * The qualifiers from {@code index} on; {@code next} gets what they have gathered. It is applied
   * several times.
   */
  private Expr loops(
      List<Node.Qualifier> qualifiers,
      int index,
      Expr gathered,
      Scope scope,
      Template template,
      Function<Expr, Expr> next) {
    if (index == qualifiers.size()) {
      Block block = new Block(new Scope(scope), false);
      Expr more = template.gather(block, gathered);
      return block.close(next.apply(more), true);
    }
    return switch (qualifiers.get(index)) {
      case Node.Filter filter -> {
        Function<Scope, Expr> then =
            inner -> loops(qualifiers, index + 1, gathered, inner, template, next);
        yield filter(filter.test(), scope, then, gathered, next);
      }
      case Node.ListGenerator generator -> {
        Block source = new Block(new Scope(scope), true);
        Expr list = lowering.expressions.value(generator.source(), source);
        yield overList(
            generator.pattern(),
            list,
            generator.at(),
            source,
            qualifiers,
            index,
            gathered,
            scope,
            template,
            next);
      }
      case Node.MapGenerator generator -> {
        Block source = new Block(new Scope(scope), true);
        Expr map = lowering.expressions.value(generator.source(), source);
        Expr pairs = Lowering.op(ErlangPrimitives.MAP_PAIRS, generator.at(), map);
        Node pair = new Node.TupleOf(generator.at(), List.of(generator.key(), generator.value()));
        yield overList(
            pair,
            pairs,
            generator.at(),
            source,
            qualifiers,
            index,
            gathered,
            scope,
            template,
            next);
      }
      case Node.BitGenerator generator ->
          overBits(generator, qualifiers, index, gathered, scope, template, next);
    };
  }

  private boolean isGuard(Node test) {
    return lowering.guards.isGuard(test)
        || test instanceof Node.Call(_, Node.Literal(_, Atom name), var arguments)
            && !lowering.module.isDefined(new FunctionName(name.name(), arguments.size()))
            && lowering.guards.isGuard(ObsoleteFunctions.current(test));
  }

  private Expr filter(
      Node test,
      Scope scope,
      Function<Scope, Expr> then,
      Expr gathered,
      Function<Expr, Expr> next) {
    if (isGuard(test)) {
      Expr condition = lowering.guards.guard(List.of(List.of(test)), scope);
      return condition == null
          ? then.apply(scope)
          : LowerGuard.when(condition, then.apply(scope), next.apply(gathered));
    }
    Block block = new Block(new Scope(scope), true);
    Expr condition =
        lowering.guards.isBoolean(test)
            ? lowering.guards.condition(test, block, false)
            : Lowering.op(
                ErlangPrimitives.FILTER_TRUTH, test.at(), lowering.expressions.value(test, block));
    return block.close(new Expr.If(condition, then.apply(block.scope), next.apply(gathered)), true);
  }

  private Expr overList(
      Node pattern,
      Expr list,
      long at,
      Block source,
      List<Node.Qualifier> qualifiers,
      int index,
      Expr gathered,
      Scope scope,
      Template template,
      Function<Expr, Expr> next) {
    Variable rest = new Variable("list");
    Variable sofar = new Variable("gathered");
    Label loop = new Label("each", List.of(rest, sofar));
    List<Expr.Clause> clauses = new ArrayList<>();
    Scope inner = new Scope(scope);
    LowerPattern.Heads heads = lowering.patterns.heads(inner, true);
    Pattern element = lowering.patterns.pattern(pattern, heads);
    Variable tail = new Variable("rest");
    Expr body =
        loops(
            qualifiers,
            index + 1,
            new Expr.Ref(sofar),
            inner,
            template,
            more -> new Expr.Jump(loop, List.of(new Expr.Ref(tail), more)));
    int line = Lowering.line(at);
    Expr guard = heads.with(null);
    clauses.add(
        new Expr.Clause(
            List.of(new Pattern.ConsCell(element, new Pattern.Bind(tail))), guard, body, line));
    if (!(element instanceof Pattern.Bind || element instanceof Pattern.Any) || guard != null) {
      Variable skipped = new Variable("rest");
      clauses.add(
          new Expr.Clause(
              List.of(new Pattern.ConsCell(new Pattern.Any(), new Pattern.Bind(skipped))),
              null,
              new Expr.Jump(loop, List.of(new Expr.Ref(skipped), new Expr.Ref(sofar))),
              line));
    }
    clauses.add(
        new Expr.Clause(
            List.of(new Pattern.Literal(Nil.EMPTY)), null, next.apply(new Expr.Ref(sofar)), line));
    Expr target =
        new Expr.Case(
            List.of(new Expr.Ref(rest)),
            clauses,
            Lowering.op(ErlangPrimitives.BAD_GENERATOR, at, new Expr.Ref(rest)));
    return source.close(
        new Expr.Join(loop, true, target, new Expr.Jump(loop, List.of(list, gathered))), true);
  }

  private Expr overBits(
      Node.BitGenerator generator,
      List<Node.Qualifier> qualifiers,
      int index,
      Expr gathered,
      Scope scope,
      Template template,
      Function<Expr, Expr> next) {
    if (!(generator.pattern() instanceof Node.Bits pattern)) {
      throw new LoweringError(generator.at(), "illegal pattern");
    }
    int line = Lowering.line(generator.at());
    Block source = new Block(new Scope(scope), true);
    Expr bits = lowering.expressions.value(generator.source(), source);
    Variable rest = new Variable("bits");
    Variable sofar = new Variable("gathered");
    Label loop = new Label("each", List.of(rest, sofar));
    List<Expr.Clause> clauses = new ArrayList<>();

    Scope inner = new Scope(scope);
    LowerPattern.Heads heads = lowering.patterns.heads(inner, true);
    Variable tail = new Variable("rest");
    Pattern taken = withTail(segments(pattern, heads, false), tail);
    Expr body =
        loops(
            qualifiers,
            index + 1,
            new Expr.Ref(sofar),
            inner,
            template,
            more -> new Expr.Jump(loop, List.of(new Expr.Ref(tail), more)));
    clauses.add(new Expr.Clause(List.of(taken), heads.with(null), body, line));

    // What has the right sizes but other values is skipped; what is too short ends the loop.
    LowerPattern.Heads sizes = lowering.patterns.heads(new Scope(scope), true);
    Variable skipped = new Variable("rest");
    clauses.add(
        new Expr.Clause(
            List.of(withTail(segments(pattern, sizes, true), skipped)),
            null,
            new Expr.Jump(loop, List.of(new Expr.Ref(skipped), new Expr.Ref(sofar))),
            line));
    clauses.add(
        new Expr.Clause(
            List.of(withTail(List.of(), null)), null, next.apply(new Expr.Ref(sofar)), line));
    Expr target =
        new Expr.Case(
            List.of(new Expr.Ref(rest)),
            clauses,
            Lowering.op(ErlangPrimitives.BAD_GENERATOR, generator.at(), new Expr.Ref(rest)));
    return source.close(
        new Expr.Join(loop, true, target, new Expr.Jump(loop, List.of(bits, gathered))), true);
  }

  private List<Pattern.Segment> segments(
      Node.Bits pattern, LowerPattern.Heads heads, boolean sizesOnly) {
    return heads.inBitString(() -> lowering.bits.segments(pattern, heads, sizesOnly));
  }

  private static Pattern withTail(List<Pattern.Segment> segments, @Nullable Variable tail) {
    List<Pattern.Segment> all = new ArrayList<>(segments);
    Pattern value = tail == null ? new Pattern.Any() : new Pattern.Bind(tail);
    all.add(new Pattern.Segment(value, null, 1, SegmentType.BITS, false, false));
    return new Pattern.BitString(all);
  }
}

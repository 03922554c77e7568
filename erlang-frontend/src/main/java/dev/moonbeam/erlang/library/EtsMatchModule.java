package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.IdentityTerm;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.EtsTable.Content;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Module {@code ets}: what goes by patterns and match specifications. */
@BuiltinModule("ets")
public final class EtsMatchModule {
  private EtsMatchModule() {}

  /** A selection that was stopped at its limit: what of the content is still to be looked at. */
  private record Selection(MatchSpec spec, Object[] tuples, int next, int limit)
      implements IdentityTerm {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return termHash();
    }

    @Override
    public String toString() {
      return "#Selection<" + (tuples.length - next) + ">";
    }
  }

  /** The tuples that can match at all: those of one key when the pattern says which. */
  private static Object[] candidates(Process process, EtsTable table, MatchSpec spec) {
    Content content = table.content();
    Object key = spec.boundKey(table.keyPosition);
    if (key == null) {
      return table.all(process, content);
    }
    Object[] found = Lists.toArray(process, table.lookup(process, content, key));
    return found == null ? new Object[0] : found;
  }

  private static Object run(Process process, Object id, MatchSpec spec, Object... arguments) {
    EtsTable table = EtsModule.readable(process, id, arguments);
    TermBuffer results = new TermBuffer(process);
    for (Object tuple : candidates(process, table, spec)) {
      Object result = spec.run(process, tuple);
      if (result != null) {
        results.add(result);
      }
    }
    return results.toList(Nil.EMPTY);
  }

  private static Object limited(Process process, Selection selection) {
    TermBuffer results = new TermBuffer(process);
    int next = selection.next;
    while (next < selection.tuples.length && results.size() < selection.limit) {
      Object result = selection.spec.run(process, selection.tuples[next++]);
      if (result != null) {
        results.add(result);
      }
    }
    if (results.size() == 0) {
      return EtsObjectModule.END;
    }
    Object rest =
        next == selection.tuples.length
            ? EtsObjectModule.END
            : new Selection(selection.spec, selection.tuples, next, selection.limit);
    return new Tuple(results.toList(Nil.EMPTY), rest);
  }

  private static Object start(
      Process process, Object id, @Nullable MatchSpec spec, Object limit, Object... arguments) {
    if (spec == null || !(limit instanceof Long most) || most < 1) {
      throw Errors.badarg(process, arguments);
    }
    EtsTable table = EtsModule.readable(process, id, arguments);
    int count = (int) Math.min(most, Integer.MAX_VALUE);
    return limited(process, new Selection(spec, candidates(process, table, spec), 0, count));
  }

  private static Object resume(Process process, Object continuation) {
    if (continuation == EtsObjectModule.END) {
      return continuation;
    }
    if (continuation instanceof Selection selection) {
      return limited(process, selection);
    }
    throw Errors.badarg(process, continuation);
  }

  private static MatchSpec spec(Process process, Object specification, Object... arguments) {
    MatchSpec spec = MatchSpec.of(process, specification);
    if (spec == null) {
      throw Errors.badarg(process, arguments);
    }
    return spec;
  }

  @Builtin("select")
  public static Object select(Process process, Object id, Object specification) {
    return run(process, id, spec(process, specification, id, specification), id, specification);
  }

  @Builtin("select")
  public static Object select(Process process, Object id, Object specification, Object limit) {
    return start(
        process, id, MatchSpec.of(process, specification), limit, id, specification, limit);
  }

  @Builtin("select")
  public static Object select(Process process, Object continuation) {
    return resume(process, continuation);
  }

  @Builtin("select_reverse")
  public static Object selectReverse(Process process, Object id, Object specification) {
    return ListsModule.reverse(process, select(process, id, specification));
  }

  @Builtin("select_reverse")
  public static Object selectReverse(
      Process process, Object id, Object specification, Object limit) {
    MatchSpec spec = MatchSpec.of(process, specification);
    if (spec == null || !(limit instanceof Long most) || most < 1) {
      throw Errors.badarg(process, id, specification, limit);
    }
    EtsTable table = EtsModule.readable(process, id, id, specification, limit);
    Object[] tuples = candidates(process, table, spec).clone();
    Collections.reverse(Arrays.asList(tuples));
    int count = (int) Math.min(most, Integer.MAX_VALUE);
    return limited(process, new Selection(spec, tuples, 0, count));
  }

  @Builtin("select_reverse")
  public static Object selectReverse(Process process, Object continuation) {
    return resume(process, continuation);
  }

  @Builtin("select_count")
  public static Object selectCount(Process process, Object id, Object specification) {
    EtsTable table = EtsModule.readable(process, id, id, specification);
    MatchSpec spec = spec(process, specification, id, specification);
    long count = 0;
    for (Object tuple : candidates(process, table, spec)) {
      if (spec.run(process, tuple) == Atom.TRUE) {
        count++;
      }
    }
    return count;
  }

  @Builtin("select_delete")
  public static Object selectDelete(Process process, Object id, Object specification) {
    return deleted(process, id, spec(process, specification, id, specification), id, specification);
  }

  private static Object deleted(Process process, Object id, MatchSpec spec, Object... arguments) {
    EtsTable table = EtsModule.writable(process, id, arguments);
    List<Tuple> gone = new ArrayList<>();
    for (Object tuple : candidates(process, table, spec)) {
      if (spec.run(process, tuple) == Atom.TRUE) {
        gone.add((Tuple) tuple);
      }
    }
    long[] count = new long[1];
    table.change(
        process,
        before -> {
          Content content = before;
          for (Tuple tuple : gone) {
            content = table.withoutObject(content, tuple, process);
          }
          count[0] = before.count() - content.count();
          return content;
        });
    return count[0];
  }

  @Builtin("select_replace")
  public static Object selectReplace(Process process, Object id, Object specification) {
    EtsTable table = EtsModule.writable(process, id, id, specification);
    MatchSpec spec = spec(process, specification, id, specification);
    long[] count = new long[1];
    table.change(
        process,
        before -> {
          count[0] = 0;
          Content content = before;
          for (Object each : table.all(process, before)) {
            Tuple tuple = (Tuple) each;
            Object result = spec.run(process, tuple);
            if (result == null) {
              continue;
            }
            if (!(result instanceof Tuple fresh)
                || fresh.size() < table.keyPosition
                || !TermOrder.exactlyEqual(table.keyOf(fresh), table.keyOf(tuple), process)) {
              throw Errors.badarg(process, id, specification);
            }
            content = table.withoutObject(content, tuple, process);
            content = table.with(content, fresh, process);
            count[0]++;
          }
          return content;
        });
    return count[0];
  }

  @Builtin("match")
  public static Object match(Process process, Object id, Object pattern) {
    return run(process, id, MatchSpec.ofPattern(pattern, false), id, pattern);
  }

  @Builtin("match")
  public static Object match(Process process, Object id, Object pattern, Object limit) {
    return start(process, id, MatchSpec.ofPattern(pattern, false), limit, id, pattern, limit);
  }

  @Builtin("match")
  public static Object match(Process process, Object continuation) {
    return resume(process, continuation);
  }

  @Builtin("match_object")
  public static Object matchObject(Process process, Object id, Object pattern) {
    return run(process, id, MatchSpec.ofPattern(pattern, true), id, pattern);
  }

  @Builtin("match_object")
  public static Object matchObject(Process process, Object id, Object pattern, Object limit) {
    return start(process, id, MatchSpec.ofPattern(pattern, true), limit, id, pattern, limit);
  }

  @Builtin("match_object")
  public static Object matchObject(Process process, Object continuation) {
    return resume(process, continuation);
  }

  @Builtin("match_delete")
  public static Object matchDelete(Process process, Object id, Object pattern) {
    EtsTable table = EtsModule.writable(process, id, id, pattern);
    MatchSpec spec = MatchSpec.ofPattern(pattern, true);
    List<Tuple> gone = new ArrayList<>();
    for (Object tuple : candidates(process, table, spec)) {
      if (spec.run(process, tuple) != null) {
        gone.add((Tuple) tuple);
      }
    }
    table.change(
        process,
        before -> {
          Content content = before;
          for (Tuple tuple : gone) {
            content = table.withoutObject(content, tuple, process);
          }
          return content;
        });
    return Atom.TRUE;
  }

  @Builtin("test_ms")
  public static Object testMs(Process process, Object tuple, Object specification) {
    MatchSpec spec = MatchSpec.of(process, specification);
    if (spec == null || !(tuple instanceof Tuple)) {
      return new Tuple(Atom.ERROR, Nil.EMPTY);
    }
    Object result = spec.run(process, tuple);
    return new Tuple(Atom.OK, result == null ? Atom.FALSE : result);
  }

  @Builtin("match_spec_compile")
  public static Object matchSpecCompile(Process process, Object specification) {
    MatchSpec spec = spec(process, specification, specification);
    return new Selection(spec, new Object[0], 0, 0);
  }

  @Builtin("match_spec_run")
  public static Object matchSpecRun(Process process, Object list, Object compiled) {
    Object[] tuples = Lists.toArray(process, list);
    if (tuples == null || !(compiled instanceof Selection selection)) {
      throw Errors.badarg(process, list, compiled);
    }
    TermBuffer results = new TermBuffer(process);
    for (Object tuple : tuples) {
      Object result = selection.spec.run(process, tuple);
      if (result != null) {
        results.add(result);
      }
    }
    return results.toList(Nil.EMPTY);
  }

  @Builtin("is_compiled_ms")
  public static Object isCompiledMs(Process process, Object term) {
    return Atom.of(term instanceof Selection);
  }

  @Builtin("repair_continuation")
  public static Object repairContinuation(
      Process process, Object continuation, Object specification) {
    return continuation;
  }
}

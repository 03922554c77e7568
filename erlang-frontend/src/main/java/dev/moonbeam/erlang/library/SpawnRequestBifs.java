package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.SpawnOptions;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code spawn_request}: asks for a process and is told of it by a message. The process is of this
 * node, so the answer is there when the call returns, and before anything that the process sends.
 */
@BuiltinModule("erlang")
public final class SpawnRequestBifs {
  private static final Atom OK = Atom.of("ok");
  private static final Atom SPAWN_REPLY = Atom.of("spawn_reply");
  private static final Atom BAD_OPTION = Atom.of("badopt");
  private static final Atom NO_CONNECTION = Atom.of("noconnection");
  private static final int COST = 20;

  private SpawnRequestBifs() {}

  /** Who asks to be answered in which case ({@code reply}), and how ({@code reply_tag}). */
  private record Reply(boolean success, boolean error, Object tag) {
    static final Reply ALWAYS = new Reply(true, true, SPAWN_REPLY);

    void answer(Process process, Ref request, Object outcome, Object what) {
      if (outcome == OK ? success : error) {
        process.send(process.pid(), new Tuple(tag, request, outcome, what));
      }
    }
  }

  @Builtin(value = "spawn_request", cost = COST)
  public static Object spawnRequest(Process process, Object function) {
    return request(process, ProcessBifs.NODE, function, NO_VALUES, Nil.EMPTY, function);
  }

  /** With options, or on a node. */
  @Builtin(value = "spawn_request", cost = COST)
  public static Object spawnRequest(Process process, Object first, Object second) {
    return first instanceof Fun
        ? request(process, ProcessBifs.NODE, first, NO_VALUES, second, first, second)
        : request(process, first, second, NO_VALUES, Nil.EMPTY, first, second);
  }

  /** By name, or a function on a node with options. */
  @Builtin(value = "spawn_request", cost = COST)
  public static Object spawnRequest(Process process, Object first, Object second, Object third) {
    if (second instanceof Fun) {
      return request(process, first, second, NO_VALUES, third, first, second, third);
    }
    return named(process, ProcessBifs.NODE, first, second, third, Nil.EMPTY, first, second, third);
  }

  /** By name with options, or by name on a node. */
  @Builtin(value = "spawn_request", cost = COST)
  public static Object spawnRequest(
      Process process, Object first, Object second, Object third, Object fourth) {
    return third instanceof Atom
        ? named(process, first, second, third, fourth, Nil.EMPTY, first, second, third, fourth)
        : named(
            process, ProcessBifs.NODE, first, second, third, fourth, first, second, third, fourth);
  }

  @Builtin(value = "spawn_request", cost = COST)
  public static Object spawnRequest(
      Process process, Object node, Object module, Object name, Object values, Object options) {
    return named(process, node, module, name, values, options, node, module, name, values, options);
  }

  /** A request of this node has always been answered before. */
  @Builtin("spawn_request_abandon")
  public static Object spawnRequestAbandon(Process process, Object request) {
    if (request instanceof Ref) {
      return Atom.FALSE;
    }
    throw Errors.badarg(process, request);
  }

  private static final Object[] NO_VALUES = {};

  private static Object named(
      Process process,
      Object node,
      Object module,
      Object name,
      Object values,
      Object options,
      Object... arguments) {
    Object[] list = Lists.toArray(process, values);
    if (list == null || !(module instanceof Atom) || !(name instanceof Atom)) {
      throw Errors.badarg(process, arguments);
    }
    Fun function = SpawnBifs.named(process, module, name, list);
    return request(process, node, function, list, options, arguments);
  }

  /**
   * @param arguments those of the builtin, for its error
   */
  private static Object request(
      Process process,
      Object node,
      Object function,
      Object[] values,
      Object options,
      Object... arguments) {
    Object[] wanted = Lists.toArray(process, options);
    if (wanted == null
        || !(node instanceof Atom)
        || !(function instanceof Fun fun)
        || fun.arity() != values.length) {
      throw Errors.badarg(process, arguments);
    }
    List<Object> others = new ArrayList<>();
    Reply reply = reply(wanted, others);
    SpawnOptions parsed =
        reply == null ? null : SpawnBifs.options(process, Cons.list(others.toArray()));
    if (reply == null || parsed == null) {
      Ref request = process.makeReference();
      (reply == null ? Reply.ALWAYS : reply).answer(process, request, Atom.ERROR, BAD_OPTION);
      return request;
    }
    if (node != ProcessBifs.NODE) {
      Ref request = process.makeReference();
      reply.answer(process, request, Atom.ERROR, NO_CONNECTION);
      return request;
    }
    if (parsed.monitor()) {
      // The reference of the monitor is that of the request, too.
      return process
          .spawn(
              parsed,
              spawned -> reply.answer(process, spawned.monitor(), OK, spawned.pid()),
              fun,
              values)
          .monitor();
    }
    Ref request = process.makeReference();
    process.spawn(
        parsed, spawned -> reply.answer(process, request, OK, spawned.pid()), fun, values);
    return request;
  }

  /**
   * What the options say of the answer; null when they say nothing sensible.
   *
   * @param others the other options go here
   */
  private static @Nullable Reply reply(Object[] options, List<Object> others) {
    Reply reply = Reply.ALWAYS;
    for (Object each : options) {
      String key =
          each instanceof Tuple pair && pair.size() == 2 && pair.get(0) instanceof Atom name
              ? name.name()
              : "";
      Object value = key.isEmpty() ? null : ((Tuple) each).get(1);
      switch (key) {
        case "reply_tag" -> reply = new Reply(reply.success, reply.error, value);
        case "reply" -> {
          String when = value instanceof Atom atom ? atom.name() : "";
          switch (when) {
            case "yes" -> reply = new Reply(true, true, reply.tag);
            case "no" -> reply = new Reply(false, false, reply.tag);
            case "success_only" -> reply = new Reply(true, false, reply.tag);
            case "error_only" -> reply = new Reply(false, true, reply.tag);
            default -> {
              return null;
            }
          }
        }
        default -> others.add(each);
      }
    }
    return reply;
  }
}

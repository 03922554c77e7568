package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.process.GroupLeaders;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.policy.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The node's standard input, for {@code moonbeam_device}, which makes a device of it. Where the
 * policy does not grant it, it is at its end.
 */
@BuiltinModule("moonbeam_io")
public final class StandardInput {
  private static final int CHUNK = 8 * 1024;

  private StandardInput() {}

  /** What is kept between requests. Guarded by itself. */
  private static final class State {
    private Object buffer = Binary.of(new byte[0]);
    private Object encoding = Atom.of("unicode");
    private Object binary = Atom.FALSE;

    static State of(Process process) {
      return (State) process.node().properties().computeIfAbsent(State.class, _ -> new State());
    }

    synchronized Tuple take() {
      Tuple taken = new Tuple(buffer, encoding, binary);
      buffer = Binary.of(new byte[0]);
      return taken;
    }

    synchronized void giveBack(Object left, Object newEncoding, Object newBinary) {
      buffer = left;
      encoding = newEncoding;
      binary = newBinary;
    }
  }

  @Builtin("is_standard")
  public static Object isStandard(Process process, Object pid) {
    return Atom.of(pid == GroupLeaders.standard(process.node()));
  }

  /** {@code {Buffer, Encoding, Binary}}; the buffer is empty afterwards. */
  @Builtin("take")
  public static Object take(Process process) {
    return State.of(process).take();
  }

  @Builtin("give_back")
  public static Object giveBack(Process process, Object left, Object encoding, Object binary) {
    if (!(left instanceof Binary)) {
      throw Errors.badarg(process, left, encoding, binary);
    }
    State.of(process).giveBack(left, encoding, binary);
    return Atom.OK;
  }

  /** {@code {ok, Bytes}}, {@code eof} or {@code {error, Reason}}. */
  @Builtin(value = "read", cost = 50)
  public static Object read(Process process) {
    if (!process.node().policy().grants(Capability.STANDARD_INPUT)) {
      return Atom.of("eof");
    }
    InputStream input = HostResources.of(process.node()).input();
    byte[] bytes = new byte[CHUNK];
    int count;
    try {
      count = process.hostCall(() -> input.read(bytes));
    } catch (IOException e) {
      return new Tuple(Atom.ERROR, Atom.of("eio"));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      return new Tuple(Atom.ERROR, Atom.of("eio"));
    }
    if (count <= 0) {
      return Atom.of("eof");
    }
    process.charge(1 + (count >> 6));
    byte[] read = Arrays.copyOf(bytes, count);
    process.allocated(read, 48L + count);
    return new Tuple(Atom.OK, Binary.of(read));
  }
}

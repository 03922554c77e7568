package dev.moonbeam.engine;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a supervisor to be started: OTP's {@code supervisor} over functions of modules, each
 * of which runs in a process that is started again when it ends. A child that keeps ending ends the
 * supervisor with all others, so nothing restarts without end.
 *
 * <p>Not safe for use by several threads. What OTP's supervisor can beyond this, an Erlang module
 * can ask of it itself.
 */
public final class Supervisor {
  private static final String MODULE = "moonbeam_supervisor";

  /** Which children are started again when one has ended. */
  public enum Strategy {
    ONE_FOR_ONE,
    ONE_FOR_ALL,
    REST_FOR_ONE
  }

  /** After which ends a child is started again. */
  public enum Restart {
    /** Always. */
    PERMANENT,
    /** When it ended with an error. */
    TRANSIENT,
    /** Never. */
    TEMPORARY
  }

  private final MoonbeamNode node;
  private final String name;
  private final List<TupleValue> children = new ArrayList<>();
  private Strategy strategy = Strategy.ONE_FOR_ONE;
  private int restarts = 3;
  private Duration period = Duration.ofSeconds(5);

  Supervisor(MoonbeamNode node, String name) {
    this.node = node;
    this.name = name;
  }

  public Supervisor strategy(Strategy which) {
    strategy = which;
    return this;
  }

  /** How many restarts within a period are too many; 3 within 5 seconds by default. */
  public Supervisor intensity(int mostRestarts, Duration within) {
    restarts = mostRestarts;
    period = within;
    return this;
  }

  /** A process that runs an exported function. The identifier is the supervisor's name for it. */
  public Supervisor child(
      String id, Restart restart, String module, String function, @Nullable Object... arguments) {
    children.add(
        TupleValue.of(
            atom(id), atom(restart), atom(module), atom(function), Arrays.asList(arguments)));
    return this;
  }

  /**
   * Starts the supervisor and its children, and registers it under its name.
   *
   * @throws ScriptFailure when a child does not start, or the name is taken
   */
  public Pid start() {
    if (!node.exports(MODULE, "start", 3)) {
      node.load(MODULE + ".erl", source());
    }
    Map<Atom, Object> flags =
        Map.of(
            atom("strategy"), atom(strategy),
            atom("intensity"), restarts,
            atom("period"), Math.max(1, period.toSeconds()));
    return (Pid) node.call(MODULE, "start", atom(name), flags, children);
  }

  private static Atom atom(Enum<?> constant) {
    return atom(constant.name().toLowerCase(Locale.ROOT));
  }

  private static Atom atom(String text) {
    return Atom.of(text);
  }

  private static String source() {
    try (InputStream in = Supervisor.class.getResourceAsStream(MODULE + ".erl")) {
      if (in == null) {
        throw new IllegalStateException(MODULE + ".erl is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

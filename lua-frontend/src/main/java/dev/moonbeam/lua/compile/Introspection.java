package dev.moonbeam.lua.compile;

import dev.moonbeam.core.term.Binary;
import java.util.HashSet;
import java.util.Set;

/**
 * What a chunk may do that looks into functions, variables or the collector, told by the names in
 * it: compiled code keeps for such a chunk what it would otherwise optimise away. A name counts
 * where it is a field, a string or a global variable, whatever table it is then looked up in; one
 * that is put together at run time is not seen.
 */
final class Introspection {
  /** Functions that assign captured variables, or tell them apart. */
  private static final Set<Binary> UPVALUES = names("setupvalue", "upvalueid", "upvaluejoin");

  private static final Set<Binary> JOIN = names("upvaluejoin");

  /** Functions that look at what runs. */
  private static final Set<Binary> TRACE = names("getlocal", "setlocal", "sethook");

  private static final Set<Binary> COROUTINES = names("coroutine");
  private static final Set<Binary> COLLECT = names("collectgarbage");

  /** What makes a collection something that a script can see. */
  private static final Set<Binary> COLLECTED = names("__gc", "__mode");

  private static final Set<Binary> ALL = new HashSet<>();

  static {
    ALL.addAll(UPVALUES);
    ALL.addAll(TRACE);
    ALL.addAll(COROUTINES);
    ALL.addAll(COLLECT);
    ALL.addAll(COLLECTED);
  }

  private static final Binary MODE = Binary.of("__mode");

  private final Set<Binary> seen = new HashSet<>();

  private boolean setsModes;

  private static Set<Binary> names(String... names) {
    Set<Binary> set = new HashSet<>();
    for (String each : names) {
      set.add(Binary.of(each));
    }
    return set;
  }

  /** Whether that is the field by which a metatable makes its tables weak. */
  static boolean isMode(Binary name) {
    return name.equals(MODE);
  }

  void mention(Binary name) {
    setsModes |= isMode(name);
    mentionAsField(name);
  }

  /** A name that a table constructor gives a field. */
  void mentionAsField(Binary name) {
    if (ALL.contains(name)) {
      seen.add(name);
    }
  }

  private boolean any(Set<Binary> names) {
    return seen.stream().anyMatch(names::contains);
  }

  /** Every captured variable must be one, also when the program never assigns it. */
  boolean touchesUpvalues() {
    return any(UPVALUES);
  }

  /** No call may bypass the function value: what it has captured can be replaced. */
  boolean joinsUpvalues() {
    return any(JOIN);
  }

  /** Functions must tell what they do; see {@link Tracing}. */
  boolean traces() {
    return any(TRACE);
  }

  /** Stacks are switched: what runs it should choose its own accordingly. */
  boolean usesCoroutines() {
    return any(COROUTINES);
  }

  /** Tables may become weak, or cease to be, while they have their metatable. */
  boolean setsModes() {
    return setsModes;
  }

  /** A variable must not keep a value once it is assigned another, or is out of scope. */
  boolean watchesCollector() {
    return any(COLLECT) && any(COLLECTED);
  }
}

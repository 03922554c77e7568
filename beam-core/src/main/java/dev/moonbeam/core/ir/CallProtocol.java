package dev.moonbeam.core.ir;

/**
 * What calling a value means where the value is not a {@code Fun}.
 *
 * @param name for the printer
 * @param otherwise {@code static Object (Process, Object callee, Object[] arguments, Object site)}:
 *     makes the call some other way or raises
 * @param builtinsInPlace whether the frame of who calls a builtin in tail position is still there
 *     while the builtin runs, for its messages; where the stack is deep, {@code otherwise} makes
 *     that call, too
 */
public record CallProtocol(String name, StaticMethod otherwise, boolean builtinsInPlace) {
  public CallProtocol(String name, StaticMethod otherwise) {
    this(name, otherwise, false);
  }
}

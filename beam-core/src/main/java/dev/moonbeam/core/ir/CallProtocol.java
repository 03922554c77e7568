package dev.moonbeam.core.ir;

/**
 * What calling a value means where the value is not a {@code Fun}.
 *
 * @param name for the printer
 * @param otherwise {@code static Object (Process, Object callee, Object[] arguments, Object site)}:
 *     makes the call some other way or raises
 */
public record CallProtocol(String name, StaticMethod otherwise) {}

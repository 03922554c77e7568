package dev.moonbeam.core.builtin;

import dev.moonbeam.policy.Capability;
import java.util.Set;

/**
 * One builtin as a row of plain data; nothing is loaded or linked until {@link BuiltinTable#link}
 * is asked.
 *
 * @param name in the language
 * @param arity parameters declared, without the variadic one
 * @param variadic whether it takes further arguments
 * @param guard whether Erlang guards may use it
 * @param cost reductions a call
 * @param needs capabilities
 * @param owner binary name of the class that holds the Java method, for direct linking
 * @param method name of the Java method; its type is (Process, Object * arity[, Object[]])Object
 */
public record BuiltinRow(
    String module,
    String name,
    int arity,
    boolean variadic,
    boolean guard,
    int cost,
    Set<Capability> needs,
    String owner,
    String method) {}

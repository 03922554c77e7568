package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Numbers;

/** Type tests as functions of module {@code erlang} (reference manual, "Guard Sequences"). */
@BuiltinModule("erlang")
public final class TypeBifs {
  private TypeBifs() {}

  @Builtin(value = "is_atom", guard = true)
  public static Object isAtom(Process process, Object term) {
    return Atom.of(term instanceof Atom);
  }

  @Builtin(value = "is_binary", guard = true)
  public static Object isBinary(Process process, Object term) {
    return Atom.of(term instanceof Binary);
  }

  @Builtin(value = "is_bitstring", guard = true)
  public static Object isBitstring(Process process, Object term) {
    return Atom.of(term instanceof Binary || term instanceof Bits);
  }

  @Builtin(value = "is_boolean", guard = true)
  public static Object isBoolean(Process process, Object term) {
    return Atom.of(term == Atom.TRUE || term == Atom.FALSE);
  }

  @Builtin(value = "is_float", guard = true)
  public static Object isFloat(Process process, Object term) {
    return Atom.of(term instanceof Double);
  }

  @Builtin(value = "is_function", guard = true)
  public static Object isFunction(Process process, Object term) {
    return Atom.of(term instanceof Fun);
  }

  @Builtin(value = "is_function", guard = true)
  public static Object isFunctionOf(Process process, Object term, Object arity) {
    if (!Numbers.isInteger(arity) || Numbers.big(arity).signum() < 0) {
      throw Errors.badarg(process, term, arity);
    }
    return Atom.of(term instanceof Fun fun && arity instanceof Long n && fun.arity() == n);
  }

  @Builtin(value = "is_integer", guard = true)
  public static Object isInteger(Process process, Object term) {
    return Atom.of(Numbers.isInteger(term));
  }

  @Builtin(value = "is_list", guard = true)
  public static Object isList(Process process, Object term) {
    return Atom.of(term instanceof Cons || term == Nil.EMPTY);
  }

  @Builtin(value = "is_map", guard = true)
  public static Object isMap(Process process, Object term) {
    return Atom.of(term instanceof TermMap);
  }

  @Builtin(value = "is_number", guard = true)
  public static Object isNumber(Process process, Object term) {
    return Atom.of(Numbers.isNumber(term));
  }

  @Builtin(value = "is_pid", guard = true)
  public static Object isPid(Process process, Object term) {
    return Atom.of(term instanceof Pid);
  }

  /** There are no ports here: everything that would be one is a process. */
  @Builtin(value = "is_port", guard = true)
  public static Object isPort(Process process, Object term) {
    return Atom.FALSE;
  }

  @Builtin(value = "is_reference", guard = true)
  public static Object isReference(Process process, Object term) {
    return Atom.of(term instanceof Ref);
  }

  @Builtin(value = "is_tuple", guard = true)
  public static Object isTuple(Process process, Object term) {
    return Atom.of(term instanceof Tuple);
  }

  @Builtin(value = "is_record", guard = true)
  public static Object isRecord(Process process, Object term, Object tag) {
    if (!(tag instanceof Atom)) {
      throw Errors.badarg(process, term, tag);
    }
    return Atom.of(term instanceof Tuple tuple && tuple.size() > 0 && tuple.get(0) == tag);
  }

  @Builtin(value = "is_record", guard = true)
  public static Object isRecordOf(Process process, Object term, Object tag, Object size) {
    if (!(tag instanceof Atom) || !(size instanceof Long count)) {
      throw Errors.badarg(process, term, tag, size);
    }
    return Atom.of(
        term instanceof Tuple tuple
            && tuple.size() == count
            && tuple.size() > 0
            && tuple.get(0) == tag);
  }
}

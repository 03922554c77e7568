package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local variables of a method. Slot 0 is the process; the others are given out and taken back
 * as a stack ({@link #mark}, {@link #release}): a variable has its slot from its binding to the end
 * of its scope.
 *
 * <p>Where the module wants it ({@link CoreModule#CLEARS_SLOTS}), slots whose variables are of no
 * more use are emptied, so that what they held can be collected while the function runs. For that,
 * {@link #stale} says which slots may hold a reference where code is being written.
 */
final class Slots {
  private final CodeBuilder code;
  private final FunctionName function;
  private final IdentityHashMap<Variable, Integer> slots = new IdentityHashMap<>();
  private int next = 1;

  /** Slots that hold, or have held, a reference; none unless the module wants them cleared. */
  private final BitSet stale = new BitSet();

  /** Where the module wants slots cleared. */
  private final @Nullable Liveness liveness;

  /** By slot: the variable that had it last. */
  private final List<@Nullable Variable> occupants = new ArrayList<>();

  Slots(CodeBuilder code, FunctionDef function, boolean clears) {
    this.code = code;
    this.function = function.name();
    this.liveness = clears ? Liveness.of(function) : null;
  }

  /** Gives parameters the slots in which they are passed. */
  void pass(List<Variable> parameters) {
    for (Variable parameter : parameters) {
      int slot = allocate(parameter);
      if (liveness != null) {
        stale.set(slot);
      }
    }
  }

  int allocate(Variable variable) {
    int slot = next;
    slots.put(variable, slot);
    reserve(variable.type() == Type.LONG || variable.type() == Type.DOUBLE ? 2 : 1);
    occupants.set(slot, variable);
    return slot;
  }

  /** The first of some slots for what is no variable of the IR. */
  int reserve(int count) {
    int first = next;
    next += count;
    while (occupants.size() < next) {
      occupants.add(null);
    }
    occupants.subList(first, next).replaceAll(_ -> null);
    return first;
  }

  int mark() {
    return next;
  }

  void release(int mark) {
    next = mark;
  }

  /** Whether slots are emptied at all. */
  boolean clears() {
    return liveness != null;
  }

  /** The slots that may hold a reference here. */
  BitSet stale() {
    return (BitSet) stale.clone();
  }

  /** Another way leads here, on which these slots may hold a reference. */
  void join(BitSet others) {
    stale.or(others);
  }

  /**
   * Empties the slots whose variables are out of scope or of no more use.
   *
   * @param place what {@link Liveness} has a note of
   */
  void clear(Expr place) {
    if (liveness == null) {
      return;
    }
    for (int slot = stale.nextSetBit(0); slot >= 0; slot = stale.nextSetBit(slot + 1)) {
      Variable occupant = occupants.get(slot);
      if (slot >= next || occupant != null && !liveness.isLive(occupant, place)) {
        code.aconst_null().astore(slot);
        stale.clear(slot);
      }
    }
  }

  /**
   * The operands of a call are on the stack: empties the slots from {@code from} on. For a tail
   * call these are all of them, as this frame may stay below what is called; else those of the
   * operands alone.
   */
  void clearForCall(int from) {
    for (int slot = stale.nextSetBit(from); slot >= 0; slot = stale.nextSetBit(slot + 1)) {
      code.aconst_null().astore(slot);
    }
  }

  void load(Variable variable) {
    int slot = slot(variable);
    switch (variable.type()) {
      case TERM, VALUES -> code.aload(slot);
      case LONG -> code.lload(slot);
      case DOUBLE -> code.dload(slot);
      case BOOL -> code.iload(slot);
    }
  }

  void store(Variable variable) {
    int slot = slot(variable);
    switch (variable.type()) {
      case TERM, VALUES -> {
        code.astore(slot);
        if (liveness != null) {
          stale.set(slot);
        }
      }
      case LONG -> code.lstore(slot);
      case DOUBLE -> code.dstore(slot);
      case BOOL -> code.istore(slot);
    }
  }

  private int slot(Variable variable) {
    Integer slot = slots.get(variable);
    if (slot == null) {
      throw new IllegalStateException("unbound variable " + variable + " in " + function);
    }
    return slot;
  }
}

package dev.moonbeam.core.codegen;

import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The room that a function's frame takes on its segment of the stack, as {@code process.room}
 * counts it. A function looks at its entry whether there is room for it, and continues on a fresh
 * segment when there is none, but it takes the room only where it is about to make a call: a way
 * through it that makes none writes nothing.
 *
 * <p>What holds: a callee leaves {@code process.room} as it found it. The slot has what is left
 * under this frame, from the entry on ({@link #checked}) or, where it never takes any before, from
 * a tail call on. {@link #state} says, while the code is written, what the way that leads here has
 * done. Taking and giving back are plain stores, so to do either twice does no harm.
 */
final class Room {
  /** Whether this frame's room has been taken on the ways that lead to a place in the code. */
  enum State {
    FREE,
    MAYBE,
    TAKEN;

    State or(State other) {
      return this == other ? this : MAYBE;
    }
  }

  private final CodeBuilder code;
  private final int bytes;
  private final boolean checked;
  private final int slot;
  private final Label exit;
  private boolean exits;
  private State state = State.FREE;

  /**
   * @param depth whether the depth of recursion is metered; false only to measure what that costs
   * @param slot a free local variable
   */
  Room(CodeBuilder code, FrameSize frame, boolean depth, int slot) {
    this.code = code;
    this.bytes = frame.bytes();
    this.checked = depth ? frame.takes() : frame.tries();
    this.slot = slot;
    this.exit = code.newLabel();
  }

  State state() {
    return state;
  }

  void setState(State state) {
    this.state = state;
  }

  /** At the entry: continues on a fresh stack when there is no room. */
  void enter(boolean large, DirectMethodHandleDesc function, int parameters) {
    if (!checked) {
      return;
    }
    Label roomy = code.newLabel();
    left();
    code.dup().istore(slot).ifge(roomy);
    code.aload(0).ldc(function).loadConstant(parameters).anewarray(CD_Object);
    for (int i = 0; i < parameters; i++) {
      code.dup().loadConstant(i).aload(i + 1).aastore();
    }
    code.invokevirtual(
        Descriptors.PROCESS,
        "hop",
        MethodTypeDesc.of(CD_Object, CD_MethodHandle, Descriptors.OBJECTS));
    code.areturn();
    code.labelBinding(roomy);
    if (large) {
      take();
    }
  }

  /** Pushes what would be left if this frame's room were taken now. */
  private void left() {
    code.aload(0).getfield(Descriptors.PROCESS, "room", CD_int).loadConstant(bytes).isub();
  }

  /** Before a call that comes back here, and before a try. */
  void take() {
    if (checked && state != State.TAKEN) {
      store();
      state = State.TAKEN;
    }
  }

  /** In a handler: whatever was going on when the exception was thrown. */
  void restore() {
    store();
    state = State.TAKEN;
  }

  private void store() {
    code.aload(0).iload(slot).putfield(Descriptors.PROCESS, "room", CD_int);
  }

  /**
   * Before a tail call: takes the room, or goes to {@code low} when that would be too deep.
   *
   * @param pays whether the call is charged here
   */
  void descend(boolean pays, Label low) {
    code.aload(0);
    if (checked) {
      code.iload(slot);
    } else {
      left();
      code.dup().istore(slot);
    }
    String method = pays ? "spendAndDescend" : "descend";
    code.invokevirtual(Descriptors.PROCESS, method, Descriptors.DESCEND).ifeq(low);
  }

  /** Takes the room where {@link #descend} would not. */
  void takeForTail() {
    store();
  }

  /** The result is on the stack: returns it. */
  void leave() {
    if (state == State.FREE) {
      code.areturn();
    } else {
      leaveTaken();
    }
  }

  /** The result is on the stack, the room has been taken since {@link #state} was noted. */
  void leaveTaken() {
    exits = true;
    code.goto_(exit);
  }

  /** Behind all code: gives the room back. */
  void finish() {
    if (exits) {
      code.labelBinding(exit);
      code.aload(0).iload(slot).loadConstant(bytes).iadd();
      code.putfield(Descriptors.PROCESS, "room", CD_int);
      code.areturn();
    }
  }
}

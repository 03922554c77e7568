package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Primitive.Instruction;
import dev.moonbeam.core.ir.Primitive.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which typed variants of an operation on TERMs are tried in line, for primitives that say {@code
 * speculate}. Code generation asks here, and so do passes that ask what code that will be.
 */
public final class Speculation {
  private Speculation() {}

  /** At most one variant on longs and one on doubles that the operands may turn out to fit. */
  public static List<Variant> worthTesting(PrimOp op) {
    List<Variant> chosen = new ArrayList<>(2);
    boolean longs = false;
    boolean doubles = false;
    boolean counts = op.arguments().stream().anyMatch(each -> each instanceof Const(Long _));
    for (Variant variant : op.primitive().variants()) {
      Type kind = testable(op, variant);
      if (kind == Type.DOUBLE && counts && longs && isCount(chosen.getFirst())) {
        continue;
      }
      if (kind == Type.LONG && !longs) {
        longs = true;
        chosen.add(variant);
      } else if (kind == Type.DOUBLE && !doubles) {
        doubles = true;
        chosen.add(variant);
      }
    }
    return chosen;
  }

  /**
   * Whether an operation with an integer literal is one that counts ({@code n - 1}, {@code i <
   * 10}): a test for floats would be wasted there, and small methods are those that HotSpot
   * inlines.
   */
  private static boolean isCount(Variant longs) {
    return longs.result() == Type.BOOL
        || longs.body() == Instruction.LONG_ADD
        || longs.body() == Instruction.LONG_SUB
        || longs.body() == Instruction.LONG_ADD_EXACT
        || longs.body() == Instruction.LONG_SUB_EXACT;
  }

  /**
   * The one type that every TERM operand must be tested for, or null when the variant cannot be
   * reached so.
   */
  private static @Nullable Type testable(PrimOp op, Variant variant) {
    Type kind = null;
    for (int i = 0; i < variant.parameters().size(); i++) {
      Type want = variant.parameters().get(i);
      Type have = Typing.typeOf(op.arguments().get(i));
      if (have == want) {
        continue;
      }
      if (have != Type.TERM || want != Type.LONG && want != Type.DOUBLE) {
        return null;
      }
      if (kind != null && kind != want || op.arguments().get(i) instanceof Const) {
        return null;
      }
      kind = want;
    }
    return kind;
  }
}

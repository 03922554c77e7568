package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;

/** Binaries that are made: what is known of them, and what is sure to fail. */
final class ForeseenBits {
  private final Foresight foresight;

  ForeseenBits(Foresight foresight) {
    this.foresight = foresight;
  }

  Foreseen construction(Node.Bits bits, ForeseenScope scope) {
    for (Node.BitElement element : bits.elements()) {
      foresight.expression(element.value(), scope, Foresight.Use.VALUE);
      if (element.size() != null) {
        foresight.expression(element.size(), scope, Foresight.Use.VALUE);
      }
    }
    Object term = ConstantTerms.term(bits);
    return term == null
        ? Foreseen.UNKNOWN
        : new Foreseen.Constant(term, bits.elements().size() + 1);
  }
}

package dev.moonbeam.erlang.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The {@code -if}, {@code -ifdef} and {@code -ifndef} of one file that have not come to their end,
 * and whether what stands there now is skipped. A test is asked for only where its outcome matters;
 * one that is badly formed does not hold.
 */
final class Conditions {
  private static final int MOST_NESTED = 1_000;

  private static final class Condition {
    /** How it began. */
    final String word;

    boolean skipping;

    /** A branch was taken already, or none ever will. */
    boolean done;

    boolean afterElse;

    Condition(String word, boolean skipping, boolean done) {
      this.word = word;
      this.skipping = skipping;
      this.done = done;
    }
  }

  /** The innermost first. */
  private final Deque<Condition> open = new ArrayDeque<>();

  /** Whether forms are to be skipped here. */
  boolean skip() {
    Condition innermost = open.peek();
    return innermost != null && innermost.skipping;
  }

  void begin(Directive directive, BooleanSupplier test) {
    boolean never = skip();
    boolean taken = false;
    try {
      taken = never || test.getAsBoolean();
    } finally {
      Token word = directive.word();
      if (open.size() >= MOST_NESTED) {
        throw new SyntaxError(Tokens.at(word), "nesting too deep");
      }
      open.push(new Condition(word.getText(), never || !taken, never || taken));
    }
  }

  void elseIf(Directive directive, BooleanSupplier test) {
    Condition condition = innermost(directive, "elif");
    boolean skipped = condition.skipping;
    condition.skipping = true;
    if (condition.afterElse) {
      throw new SyntaxError(
          directive.at(), skipped ? "'elif' following 'else'" : "unbalanced '-elif'");
    }
    if (!condition.done && test.getAsBoolean()) {
      condition.skipping = false;
      condition.done = true;
    }
  }

  void otherwise(Directive directive) {
    checkBare(directive);
    Condition condition = innermost(directive, "else");
    if (condition.afterElse) {
      condition.skipping = true;
      throw new SyntaxError(directive.at(), "repeated '-else'");
    }
    condition.afterElse = true;
    condition.skipping = condition.done;
    condition.done = true;
  }

  void end(Directive directive) {
    checkBare(directive);
    innermost(directive, "endif");
    open.pop();
  }

  /** The end of the file: how the innermost condition that is still open began; null for none. */
  @Nullable String end() {
    Condition innermost = open.peek();
    open.clear();
    return innermost == null ? null : innermost.word;
  }

  private void checkBare(Directive directive) {
    if (!skip()) {
      directive.checkBare();
    }
  }

  private Condition innermost(Directive directive, String word) {
    Condition condition = open.peek();
    if (condition == null) {
      throw new SyntaxError(directive.at(), "unbalanced '-" + word + "'");
    }
    return condition;
  }
}

package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.process.AnyMessage;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.compile.Bifs;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.syntax.BuiltinTypes;
import dev.moonbeam.erlang.syntax.TokenTerms;
import java.util.concurrent.CompletionException;

/**
 * What the library's modules about the language share with the compiler: the parser, for {@code
 * erl_parse}, which words its errors and puts annotations in their places; which functions are
 * built in; the steps of a receive, for {@code erl_eval}.
 */
@BuiltinModule("moonbeam_syntax")
public final class SyntaxModule {
  /** Parsing a token takes some 200 ns warm, several times that in odd shapes. */
  private static final int TOKEN_COST = 100;

  /** Bytes of parse tree and syntax tree that a token comes to. */
  private static final long TOKEN_BYTES = 400;

  /** Further to the right nobody reads. */
  private static final long LAST_COLUMN = 1_000;

  private static final Atom MESSAGE = Atom.of("message");
  private static final Atom TIMEOUT = Atom.of("timeout");

  private SyntaxModule() {}

  /** For {@code erl_error}: an exception in the words of the shell. */
  @Builtin("exception_text")
  public static Object exceptionText(
      Process process, Object kind, Object reason, Object trace, Object column) {
    if (!(kind instanceof Atom name)
        || !(column instanceof Long at)
        || at < 1
        || at > LAST_COLUMN
        || !(trace instanceof Cons || trace == Nil.EMPTY)) {
      throw Errors.badarg(process, kind, reason, trace, column);
    }
    return Lists.ofText(process, ExceptionText.of(process, name, reason, trace, at.intValue()));
  }

  /** {@code {ok, Tree}}, {@code {error, NumberOfToken, Message}}. */
  @Builtin(value = "parse", cost = 200)
  public static Object parse(Process process, Object kind, Object tokens) {
    Object[] terms = Lists.toArray(process, tokens);
    if (terms == null) {
      throw Errors.badarg(process, kind, tokens);
    }
    process.charge((long) TOKEN_COST * terms.length);
    process.reserve(TOKEN_BYTES * terms.length);
    TokenTerms.Parsed parsed;
    try {
      parsed =
          TokenTerms.parse(
              kind == Atom.of("form") ? TokenTerms.Kind.FORM : TokenTerms.Kind.EXPRESSIONS, terms);
    } catch (LargeStack.TooDeep e) {
      throw Errors.systemLimit(process, kind, tokens);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
    if (parsed == null) {
      throw Errors.badarg(process, kind, tokens);
    }
    return parsed.term() == null
        ? new Tuple(Atom.ERROR, (long) parsed.at(), Lists.ofText(process, parsed.message()))
        : new Tuple(Atom.OK, parsed.term());
  }

  /**
   * Whether the function is {@code auto_imported}, allowed in a {@code guard}, or a {@code type}.
   */
  @Builtin("is_function")
  public static Object isFunction(Process process, Object kind, Object name, Object arity) {
    if (!(kind instanceof Atom which)
        || !(name instanceof Atom function)
        || !(arity instanceof Long count)) {
      throw Errors.functionClause(process, kind, name, arity);
    }
    int parameters = count < 0 || count > 255 ? -1 : count.intValue();
    return Atom.of(
        switch (which.name()) {
          case "auto_imported" -> Bifs.isAutoImported(function.name(), parameters);
          case "guard" -> Bifs.isGuard(function.name(), parameters);
          default -> BuiltinTypes.isBuiltin(function.name(), parameters);
        });
  }

  /** When a receive that starts now times out, for {@link #nextMessage}. */
  @Builtin("deadline")
  public static Object deadline(Process process, Object timeout) {
    return Process.deadline(timeout);
  }

  /**
   * The next message that the receive going on has not refused, left where it is: {@code {message,
   * M}}, or {@code timeout}. Waits for one. Between this and the end of the receive the process
   * must not receive otherwise.
   */
  @Builtin("next_message")
  public static Object nextMessage(Process process, Object deadline) {
    AnyMessage.Use left = (_, message) -> new Tuple(MESSAGE, message);
    return new AnyMessage("moonbeam_syntax:next_message/1", (Long) deadline, left, TIMEOUT)
        .callN(process, Fun.NO_ARGUMENTS);
  }

  @Builtin("take_message")
  public static Object takeMessage(Process process) {
    process.removeMessage();
    return Atom.OK;
  }

  @Builtin("refuse_message")
  public static Object refuseMessage(Process process) {
    process.refuseMessage();
    return Atom.OK;
  }
}

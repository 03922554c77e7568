package dev.moonbeam.engine;

import dev.moonbeam.core.code.CodeServer;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Lists, tuples and maps; an error of the host is {@code {host_error, Class, Message}}. */
final class ErlangBridge implements LanguageBridge {
  static final ErlangBridge INSTANCE = new ErlangBridge();

  private static final Atom HOST_ERROR = Atom.of("host_error");

  private ErlangBridge() {}

  @Override
  public String language() {
    return "Erlang";
  }

  @Override
  public void define(Process process, String name, Object term) {
    throw new ConversionException("Erlang has no global variables");
  }

  /** {@code module:function}. */
  @Override
  public @Nullable Fun function(Process process, String name, int arity) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String module = name.substring(0, colon);
    String function = name.substring(colon + 1);
    CodeServer code = process.node().code();
    return code.isExported(module, function, arity) ? code.external(module, function, arity) : null;
  }

  @Override
  public Object real(double number) {
    if (!Double.isFinite(number)) {
      throw new ConversionException("Erlang has no float " + number);
    }
    return number;
  }

  @Override
  public Object large(BigInteger number) {
    return number;
  }

  @Override
  public Object begin(Process process, FromHost.Compound compound) {
    return compound;
  }

  @Override
  public Object finish(Process process, FromHost.Compound compound) {
    Object term =
        switch (compound.kind) {
          case LIST -> compound.list();
          case TUPLE -> compound.tuple();
          case MAP -> map(compound.terms());
        };
    process.allocated(term, 24L * compound.terms().length);
    return term;
  }

  private static TermMap map(Object[] keysAndValues) {
    TermMap map = TermMap.empty();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map = map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @Override
  public Object errorReason(Process process, Binary type, Binary message) {
    return new Tuple(HOST_ERROR, type, message);
  }
}

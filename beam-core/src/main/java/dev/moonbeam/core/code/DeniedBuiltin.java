package dev.moonbeam.core.code;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Capability;
import java.util.Locale;

/**
 * What a builtin links to whose capability the policy does not grant: raises error {@code {denied,
 * Capability}}.
 */
final class DeniedBuiltin extends Fun {
  private static final Atom DENIED = Atom.of("denied");

  private final BuiltinRow row;
  private final Capability missing;

  DeniedBuiltin(BuiltinRow row, Capability missing) {
    this.row = row;
    this.missing = missing;
  }

  @Override
  public int arity() {
    return row.arity();
  }

  @Override
  public String displayName() {
    return row.module() + ":" + row.name() + "/" + row.arity();
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    process.charge(row.cost());
    Atom capability = Atom.of(missing.name().toLowerCase(Locale.ROOT));
    throw new Raise(Atom.ERROR, new Tuple(DENIED, capability), process.traces);
  }
}

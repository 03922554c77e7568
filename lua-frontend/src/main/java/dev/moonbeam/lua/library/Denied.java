package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.policy.Capability;
import java.util.Locale;

/** Stands for a library function whose capability the policy does not grant. */
final class Denied extends Fun {
  private final BuiltinRow row;
  private final Capability missing;

  Denied(BuiltinRow row, Capability missing) {
    this.row = row;
    this.missing = missing;
  }

  @Override
  public int arity() {
    return row.arity();
  }

  @Override
  public String displayName() {
    return "function '" + (row.module().isEmpty() ? "" : row.module() + ".") + row.name() + "'";
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    process.charge(row.cost());
    throw LuaError.library(
        process,
        "'%s' is not permitted (the policy does not grant %s)"
            .formatted(row.name(), missing.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }
}

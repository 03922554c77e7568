package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.policy.HostAccess;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Tables for lists and maps; an error of the host is a string with class and message. */
final class LuaBridge implements LanguageBridge {
  static final LuaBridge INSTANCE = new LuaBridge();

  private LuaBridge() {}

  @Override
  public String language() {
    return "Lua";
  }

  /** As the stand-alone interpreter does with what is typed in. */
  @Override
  public SourceUnit asExpression(SourceUnit source) {
    return new SourceUnit(source.name(), "return " + source.text());
  }

  @Override
  public Versions versions() {
    return new LuaVersions();
  }

  @Override
  public void prepare(Process process, Callables callables, HostAccess access) {
    new HostMethods(callables, access).install(process);
  }

  @Override
  public void define(Process process, String name, Object term) {
    Access.set(process, LuaState.of(process).globals(), Binary.of(name), term);
  }

  /** A global; {@code a.b.c} is looked for in tables. */
  @Override
  public @Nullable Fun function(Process process, String name, int arity) {
    Object value = LuaState.of(process).globals();
    for (String part : name.split("\\.", -1)) {
      if (!(value instanceof LuaTable)) {
        return null;
      }
      value = process.one(Access.get(process, value, Binary.of(part)));
    }
    return value instanceof Fun function ? function : null;
  }

  @Override
  public Object real(double number) {
    return number;
  }

  /** As the Lua reader does with a decimal integer that does not fit (manual, 3.1). */
  @Override
  public Object large(BigInteger number) {
    return number.doubleValue();
  }

  @Override
  public Object begin(Process process, FromHost.Compound compound) {
    return compound.kind == FromHost.Compound.Kind.TUPLE ? compound : LuaTable.create(process);
  }

  @Override
  public Object finish(Process process, FromHost.Compound compound) {
    if (compound.kind == FromHost.Compound.Kind.TUPLE) {
      return compound.tuple();
    }
    LuaTable table = (LuaTable) compound.begun();
    Object[] parts = compound.terms();
    if (compound.kind == FromHost.Compound.Kind.LIST) {
      for (int i = 0; i < parts.length; i++) {
        table.put(process, (long) i + 1, present(parts[i]));
      }
    } else {
      for (int i = 0; i < parts.length; i += 2) {
        Object key = parts[i];
        if (key == Atom.NIL || key instanceof Double number && number.isNaN()) {
          throw new ConversionException(
              "a Lua table cannot have the key " + (key == Atom.NIL ? "nil" : "NaN"));
        }
        table.put(process, key, present(parts[i + 1]));
      }
    }
    return table;
  }

  private static @Nullable Object present(Object value) {
    return value == Atom.NIL ? null : value;
  }

  @Override
  public Object errorReason(Process process, Binary type, Binary message) {
    return type.append(Binary.of(": ")).append(message);
  }
}

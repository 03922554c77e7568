package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.codegen.SiteTemplate;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Site of an access with a constant string key: {@code t.key}, {@code t.key = v}, {@code t:key()}.
 *
 * <p>It remembers the slot where it last found the key. Objects that are built alike have the key in the same slot, so an
 * access costs one compare and two loads. The hints are written without synchronisation: a stale or torn hint is only a
 * miss, because the key in the slot is compared every time.
 */
public final class FieldSite implements SiteTemplate {
  /** Interned, so that identity nearly always decides. */
  public final Binary key;

  /** What the indexed expression is called in a message. */
  final @Nullable VariableName object;

  /** The key's bit in {@link LuaTable#filter}. */
  final long mask;

  /** Slot of {@link #key} in the entries where it was last found. */
  int hint;

  /** Slot of {@code __index} in the metatable that was last asked. */
  int indexHint;

  /**
   * @param key the field's name
   * @param object what is indexed, as messages call it; null when it has no name
   */
  public FieldSite(Binary key, @Nullable VariableName object) {
    this.key = InternedStrings.intern(key);
    this.object = object;
    this.mask = LuaTable.filterBit(this.key);
  }

  @Override
  public Object newSite() {
    return new FieldSite(key, object);
  }

  /** The field as a message calls it when its value is at fault. */
  VariableName field(String kind) {
    return new VariableName(kind, key.toLatin1());
  }

  @Override
  public String toString() {
    return "." + key.toLatin1() + (object == null ? "" : " of" + object);
  }
}

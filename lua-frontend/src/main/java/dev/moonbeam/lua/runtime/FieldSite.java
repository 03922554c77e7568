package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.codegen.SiteTemplate;
import dev.moonbeam.core.term.Binary;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Site of an access with a constant string key: {@code t.key}, {@code t.key = v}, {@code t:key()}.
 *
 * <p>It remembers the slot where it last found the key. Objects that are built alike have the key
 * in the same slot, so an access costs one compare and two loads. The hints are written without
 * synchronisation: a stale or torn hint is only a miss, because the key in the slot is compared
 * every time.
 *
 * <p>A record, because HotSpot takes the fields of a record in a constant for constants.
 *
 * @param key interned, so that identity nearly always decides
 * @param object what the indexed expression is called in a message
 * @param mask the key's bit in {@link LuaTable#filter}
 * @param hints of this very place
 */
public record FieldSite(Binary key, @Nullable VariableName object, long mask, Hints hints)
    implements SiteTemplate, Serializable {

  /** Where keys were last found. */
  static final class Hints {
    /** Slot of the key in the entries. */
    int slot;

    /** Slot of {@code __index} in the metatable that was last asked. */
    int index;

    /** The same for the metatables of what is inherited from. */
    int further;
  }

  /**
   * @param key the field's name
   * @param object what is indexed, as messages call it; null when it has no name
   */
  public FieldSite(Binary key, @Nullable VariableName object) {
    this(InternedStrings.intern(key), object, LuaTable.filterBit(key), new Hints());
  }

  @Override
  public Object newSite() {
    return new FieldSite(key, object, mask, new Hints());
  }

  /** What is written of a site, as part of a module that is kept as bytes. */
  private record Written(String key, @Nullable VariableName object) implements Serializable {
    private Object readResolve() {
      return new FieldSite(Binary.ofLatin1(key), object);
    }
  }

  private Object writeReplace() {
    return new Written(key.toLatin1(), object);
  }

  @Override
  public String toString() {
    return "." + key.toLatin1() + (object == null ? "" : " of" + object);
  }
}

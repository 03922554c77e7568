package dev.moonbeam.core.term;

/**
 * A Java object of the host, opaque to scripts but for what the policy's HostAccess grants.
 * Identity is the object's.
 */
public final class HostObject implements Term {
  private final Object object;

  public HostObject(Object object) {
    this.object = object;
  }

  public Object object() {
    return object;
  }

  @Override
  public int kind() {
    return TermOrder.OPAQUE;
  }

  @Override
  public int compareSameKind(Object other) {
    return other instanceof HostObject host && host.object == object
        ? 0
        : Integer.compare(termHash(), ((Term) other).termHash());
  }

  @Override
  public int termHash() {
    return System.identityHashCode(object);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostObject host && host.object == object;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(object);
  }

  /** Tells nothing of the object but its class: its own toString is the host's business. */
  @Override
  public String toString() {
    return "#Host<" + object.getClass().getSimpleName() + ">";
  }
}

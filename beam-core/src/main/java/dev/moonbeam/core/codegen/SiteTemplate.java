package dev.moonbeam.core.codegen;

/**
 * A constant of a PrimOp or Apply that is made afresh for each loaded class, because it holds
 * mutable hints of its place (an inline cache) beside immutable facts (names for messages). As the
 * {@code site} of a node it is handed to the primitive's method as what {@link #newSite} gave.
 */
public interface SiteTemplate {
  Object newSite();
}

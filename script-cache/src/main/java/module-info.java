/** Compiled scripts kept in a Caffeine cache. */
module dev.moonbeam.cache {
  requires static org.jspecify;
  requires com.github.benmanes.caffeine;
  requires transitive dev.moonbeam.core;

  exports dev.moonbeam.cache;
}

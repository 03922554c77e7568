/** Sandbox policies as plain data: what a script may use up and reach. Enforced in beam-core. */
module dev.moonbeam.policy {
  requires static org.jspecify;

  exports dev.moonbeam.policy;
}

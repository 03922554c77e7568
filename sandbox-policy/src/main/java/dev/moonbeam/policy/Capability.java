package dev.moonbeam.policy;

/** Something outside the sandbox that a script can be granted. Everything is denied by default. */
public enum Capability {
  /** Read the wall clock and the date. */
  CLOCK,
  /** Read environment variables; a script that changes one does so for its own node. */
  ENVIRONMENT,
  /** Read files below the roots that the policy names. */
  READ_FILES,
  /** Write, rename and remove files below the roots that the policy names. */
  WRITE_FILES,
  /** Read standard input. */
  STANDARD_INPUT,
  /** Start operating-system processes. */
  START_PROGRAMS,
  /** Load further modules from source folders by name. */
  LOAD_MODULES,
  /** Compile and load code given as text or as a syntax tree at run time. */
  LOAD_CODE,
  /** Look inside frames, upvalues and other processes, set hooks. */
  DEBUG,
  /** End the host's evaluation with an exit status. */
  HALT
}

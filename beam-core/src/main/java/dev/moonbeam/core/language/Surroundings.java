package dev.moonbeam.core.language;

/**
 * What a compilation may ask of the node that it is for: Erlang's parse transforms run there, and
 * behaviours are defined by modules there. Safe for use by several threads.
 */
public interface Surroundings {
  /** A compilation for no node in particular. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public boolean isExported(String module, String function, int arity) {
          return false;
        }

        @Override
        public Object call(String module, String function, Object... arguments) {
          throw new IllegalStateException("no node to call " + module + ":" + function + " on");
        }

        @Override
        public void dependsOnMore() {
          // Nobody keeps what it compiles.
        }
      };

  /** Whether the node has that function; loads its module where it can be found. */
  boolean isExported(String module, String function, int arity);

  /**
   * Calls a function that the node has ({@link #isExported}), as an evaluation of its own within
   * the node's limits.
   *
   * @throws dev.moonbeam.core.process.Raise what the function raised
   * @throws dev.moonbeam.core.process.Kill when a limit ended it
   */
  Object call(String module, String function, Object... arguments);

  /**
   * Told when what comes out depends on more than the source and the options: on another file, on
   * code that ran. It must be compiled afresh the next time.
   */
  void dependsOnMore();
}

package dev.moonbeam.tests;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the scripts lie. */
public final class Resources {
  private Resources() {}

  /**
   * A folder of the test resources in the source tree, not its copy on the class path: so that what
   * updates expectations changes what is under version control, and file names in messages are
   * those that people know.
   */
  public static Path source(String folder) {
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      Path candidate = base.resolve("tests/src/test/resources").resolve(folder);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "tests/src/test/resources/" + folder + " is not below the working directory");
  }
}

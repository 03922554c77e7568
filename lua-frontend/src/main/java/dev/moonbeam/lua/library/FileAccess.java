package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.policy.Capability;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files that a script reaches by its policy ({@link dev.moonbeam.core.language.FileAccess}),
 * with failures worded and numbered as C does.
 */
final class FileAccess {
  private FileAccess() {}

  /** A failure of the file system, in C's words. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    private final int number;

    Failure(String message, int number) {
      super(message, null, false, false);
      this.number = number;
    }

    /** nil, message and error number; the name of the file in front when there is one. */
    Object result(String name) {
      String text = name.isEmpty() ? getMessage() : name + ": " + getMessage();
      return Special.values(new Object[] {Atom.NIL, Binary.ofLatin1(text), (long) number});
    }

    int number() {
      return number;
    }
  }

  /** The file of that name for reading, if the policy lets the script have it. */
  static Path toRead(Process process, Binary name) throws Failure {
    return resolve(process, name, Capability.READ_FILES);
  }

  static Path toWrite(Process process, Binary name) throws Failure {
    return resolve(process, name, Capability.WRITE_FILES);
  }

  private static Path resolve(Process process, Binary name, Capability capability) throws Failure {
    try {
      return dev.moonbeam.core.language.FileAccess.resolve(process, name.toString(), capability);
    } catch (dev.moonbeam.core.language.FileAccess.Failure e) {
      throw worded(e);
    }
  }

  /** What went wrong, as C's strerror says it. */
  static Failure of(IOException e) {
    return worded(dev.moonbeam.core.language.FileAccess.of(e));
  }

  private static Failure worded(dev.moonbeam.core.language.FileAccess.Failure failure) {
    int number =
        switch (failure.problem()) {
          case ENOENT -> 2;
          case EIO -> 5;
          case EACCES -> 13;
          case EEXIST -> 17;
          case ENOTDIR -> 20;
          case EISDIR -> 21;
          case EINVAL -> 22;
          case ENOSPC -> 28;
          case EROFS -> 30;
          case ENAMETOOLONG -> 36;
          case ENOTEMPTY -> 39;
          case ELOOP -> 40;
        };
    return new Failure(String.valueOf(failure.getMessage()), number);
  }
}

package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Which files a script reaches: those below the roots that its policy names, symbolic links
 * followed, for what the policy grants. Failures are worded as C words them.
 */
final class FileAccess {
  private static final int NO_SUCH_FILE = 2;
  private static final int IO_ERROR = 5;
  private static final int PERMISSION_DENIED = 13;
  private static final int FILE_EXISTS = 17;
  private static final int IS_DIRECTORY = 21;
  private static final int NOT_EMPTY = 39;

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
    SandboxPolicy policy = process.node().policy();
    if (!policy.grants(capability)) {
      throw denied();
    }
    Path path;
    try {
      path = Path.of(name.toString()).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new Failure("No such file or directory", NO_SUCH_FILE);
    }
    Path real = real(path);
    for (Path root : policy.fileRoots()) {
      if (real.startsWith(real(root.toAbsolutePath().normalize()))) {
        return real;
      }
    }
    throw denied();
  }

  private static Failure denied() {
    return new Failure("Permission denied", PERMISSION_DENIED);
  }

  /** Links resolved in the part of a path that exists, so that no link leads out of a root. */
  private static Path real(Path path) throws Failure {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException _) {
      Path parent = path.getParent();
      return parent == null || path.getFileName() == null
          ? path
          : real(parent).resolve(path.getFileName());
    } catch (IOException e) {
      throw of(e);
    }
  }

  /** What went wrong, as C's strerror says it. */
  static Failure of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> new Failure("No such file or directory", NO_SUCH_FILE);
      case java.io.FileNotFoundException _ ->
          new Failure("No such file or directory", NO_SUCH_FILE);
      case AccessDeniedException _ -> denied();
      case FileAlreadyExistsException _ -> new Failure("File exists", FILE_EXISTS);
      case DirectoryNotEmptyException _ -> new Failure("Directory not empty", NOT_EMPTY);
      default -> {
        String text = String.valueOf(e.getMessage());
        yield text.contains("Is a directory")
            ? new Failure("Is a directory", IS_DIRECTORY)
            : new Failure(text, IO_ERROR);
      }
    };
  }
}

package dev.moonbeam.core.language;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;

/**
 * Which files a script reaches: those below the roots that its policy names, symbolic links
 * followed, for what the policy grants. The libraries of both languages go through here, and word
 * the failures as theirs do.
 */
public final class FileAccess {
  /** As many links in one name as Linux follows. */
  private static final int MOST_LINKS = 40;

  private FileAccess() {}

  /** What keeps a script from a file, by the names of POSIX. */
  public enum Problem {
    ENOENT,
    EIO,
    EACCES,
    EEXIST,
    ENOTDIR,
    EISDIR,
    EINVAL,
    ENOSPC,
    EROFS,
    ELOOP,
    ENAMETOOLONG,
    ENOTEMPTY
  }

  /** A failure of the file system, or the policy's refusal. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    private final Problem problem;

    private Failure(Problem problem, String message) {
      super(message, null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /**
   * The file of that name, links resolved.
   *
   * @param capability {@code READ_FILES} or {@code WRITE_FILES}
   * @throws Failure when the policy does not let the script have it
   */
  public static Path resolve(Process process, String name, Capability capability) throws Failure {
    return allowed(process, real(absolute(process, name, capability)));
  }

  /**
   * As {@link #resolve}, but the last part of the name is not followed where it is a link: for what
   * is done to the link itself.
   */
  public static Path resolveLink(Process process, String name, Capability capability)
      throws Failure {
    Path path = absolute(process, name, capability);
    Path parent = path.getParent();
    Path last = path.getFileName();
    return allowed(process, parent == null || last == null ? path : real(parent).resolve(last));
  }

  private static Path absolute(Process process, String name, Capability capability) throws Failure {
    if (!process.node().policy().grants(capability)) {
      throw denied();
    }
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new Failure(Problem.ENOENT, "No such file or directory");
    }
  }

  private static Path allowed(Process process, Path real) throws Failure {
    SandboxPolicy policy = process.node().policy();
    for (Path root : policy.fileRoots()) {
      if (real.startsWith(real(root.toAbsolutePath().normalize()))) {
        return real;
      }
    }
    throw denied();
  }

  private static Failure denied() {
    return new Failure(Problem.EACCES, "Permission denied");
  }

  private static Path real(Path path) throws Failure {
    return real(path, MOST_LINKS);
  }

  /**
   * Links resolved, so that none leads out of a root. A link to what is not there counts as well:
   * what is opened through it would be made where it points to.
   */
  private static Path real(Path path, int linksLeft) throws Failure {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException _) {
      Path parent = path.getParent();
      Path last = path.getFileName();
      if (parent == null || last == null) {
        return path;
      }
      Path there = real(parent, linksLeft).resolve(last);
      if (!Files.isSymbolicLink(there)) {
        return there;
      }
      if (linksLeft == 0) {
        throw new Failure(Problem.ELOOP, "Too many levels of symbolic links");
      }
      return real(target(there), linksLeft - 1);
    } catch (IOException e) {
      throw of(e);
    }
  }

  private static Path target(Path link) throws Failure {
    try {
      return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
    } catch (IOException e) {
      throw of(e);
    }
  }

  /** What went wrong, as POSIX names it; the message is C's where it is known. */
  public static Failure of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> new Failure(Problem.ENOENT, "No such file or directory");
      case FileNotFoundException _ -> new Failure(Problem.ENOENT, "No such file or directory");
      case AccessDeniedException _ -> denied();
      case FileAlreadyExistsException _ -> new Failure(Problem.EEXIST, "File exists");
      case DirectoryNotEmptyException _ -> new Failure(Problem.ENOTEMPTY, "Directory not empty");
      case NotDirectoryException _ -> new Failure(Problem.ENOTDIR, "Not a directory");
      case NotLinkException _ -> new Failure(Problem.EINVAL, "Invalid argument");
      case FileSystemLoopException _ ->
          new Failure(Problem.ELOOP, "Too many levels of symbolic links");
      default -> byReason(e);
    };
  }

  private static Failure byReason(IOException e) {
    String reason =
        e instanceof FileSystemException known && known.getReason() != null
            ? known.getReason()
            : String.valueOf(e.getMessage());
    for (Known each : Known.values()) {
      if (reason.contains(each.words)) {
        return new Failure(each.problem, each.words);
      }
    }
    return new Failure(Problem.EIO, String.valueOf(e.getMessage()));
  }

  /** What the JDK says only in words. */
  private enum Known {
    DIRECTORY(Problem.EISDIR, "Is a directory"),
    NOT_DIRECTORY(Problem.ENOTDIR, "Not a directory"),
    FULL(Problem.ENOSPC, "No space left on device"),
    READ_ONLY(Problem.EROFS, "Read-only file system"),
    LOOP(Problem.ELOOP, "Too many levels of symbolic links"),
    NAME(Problem.ENAMETOOLONG, "File name too long");

    private final Problem problem;
    private final String words;

    Known(Problem problem, String words) {
      this.problem = problem;
      this.words = words;
    }
  }
}

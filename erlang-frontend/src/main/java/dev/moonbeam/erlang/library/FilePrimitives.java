package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.language.FileAccess;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.Limit;
import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What modules {@code file}, {@code filelib} and {@code file_io_server} are written on: files by
 * their names; what is done to open ones is {@link OpenFilePrimitives}'. Names are lists of
 * characters that module {@code file} has checked. Results are OTP's: {@code ok}, {@code {ok,
 * Value}}, {@code {error, Posix}}; what the policy does not grant is {@code eacces}.
 */
@BuiltinModule("moonbeam_file")
public final class FilePrimitives {
  /** What a call of the file system comes to, at least. */
  private static final int CALL_COST = 200;

  private FilePrimitives() {}

  /** Something that may fail as files do. */
  @FunctionalInterface
  interface Action {
    Object run() throws IOException, FileAccess.Failure;
  }

  /** What an action gives, or the error that says why it failed. */
  static Object attempt(Process process, Action action) {
    process.charge(CALL_COST);
    try {
      return action.run();
    } catch (FileAccess.Failure failure) {
      return error(failure);
    } catch (IOException e) {
      return error(FileAccess.of(e));
    } catch (NonReadableChannelException | NonWritableChannelException e) {
      return error("ebadf");
    } catch (UnsupportedOperationException e) {
      return error("enotsup");
    }
  }

  private static Object error(FileAccess.Failure failure) {
    return error(failure.problem().name().toLowerCase(Locale.ROOT));
  }

  static Tuple error(String reason) {
    return new Tuple(Atom.ERROR, Atom.of(reason));
  }

  static Tuple ok(Object value) {
    return new Tuple(Atom.OK, value);
  }

  private static String text(Process process, Object name) {
    String text = Lists.toText(process, name);
    if (text == null) {
      throw Errors.badarg(process, name);
    }
    return text;
  }

  static Path toRead(Process process, Object name) throws FileAccess.Failure {
    return FileAccess.resolve(process, text(process, name), Capability.READ_FILES);
  }

  static Path toWrite(Process process, Object name) throws FileAccess.Failure {
    return FileAccess.resolve(process, text(process, name), Capability.WRITE_FILES);
  }

  @Builtin("read_file")
  public static Object readFile(Process process, Object name) {
    return attempt(
        process,
        () -> {
          Path path = toRead(process, name);
          if (Files.isDirectory(path)) {
            return error("eisdir");
          }
          long size = Files.size(path);
          if (size > process.node().policy().limit(Limit.VALUE) || size > Integer.MAX_VALUE - 64) {
            return error("enomem");
          }
          process.reserve(size);
          process.charge(size >> 6);
          byte[] bytes = Files.readAllBytes(path);
          process.allocated(bytes, 48L + bytes.length);
          return ok(Binary.of(bytes));
        });
  }

  // ---- Names ----

  @Builtin("list_dir")
  public static Object listDir(Process process, Object name) {
    return attempt(
        process,
        () -> {
          TermBuffer names = new TermBuffer(process);
          try (DirectoryStream<Path> entries = Files.newDirectoryStream(toRead(process, name))) {
            for (Path entry : entries) {
              process.charge(2);
              names.add(Lists.ofText(process, String.valueOf(entry.getFileName())));
            }
          } catch (DirectoryIteratorException e) {
            throw e.getCause();
          }
          return ok(names.toList(Nil.EMPTY));
        });
  }

  @Builtin("make_dir")
  public static Object makeDir(Process process, Object name) {
    return attempt(
        process,
        () -> {
          Files.createDirectory(toWrite(process, name));
          return Atom.OK;
        });
  }

  @Builtin("del_dir")
  public static Object delDir(Process process, Object name) {
    return attempt(
        process,
        () -> {
          Path path = link(process, name);
          if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return error(Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "enotdir" : "enoent");
          }
          try {
            Files.delete(path);
          } catch (DirectoryNotEmptyException e) {
            // What Linux says here.
            return error("eexist");
          }
          return Atom.OK;
        });
  }

  private static Path link(Process process, Object name) throws FileAccess.Failure {
    return FileAccess.resolveLink(process, text(process, name), Capability.WRITE_FILES);
  }

  @Builtin("delete")
  public static Object delete(Process process, Object name) {
    return attempt(
        process,
        () -> {
          Path path = link(process, name);
          if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return error("eperm");
          }
          Files.delete(path);
          return Atom.OK;
        });
  }

  @Builtin("rename")
  public static Object rename(Process process, Object from, Object to) {
    return attempt(
        process,
        () -> {
          Path source = link(process, from);
          Path target = link(process, to);
          boolean folder = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS);
          if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) && !folder) {
            return error("eisdir");
          }
          Files.move(
              source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
          return Atom.OK;
        });
  }

  @Builtin("make_link")
  public static Object makeLink(Process process, Object existing, Object added) {
    return attempt(
        process,
        () -> {
          Files.createLink(link(process, added), toWrite(process, existing));
          return Atom.OK;
        });
  }

  /**
   * The link is kept as it is written, and must lead to where the script may write: others may
   * follow it, too. Following it asks the policy again, each time.
   */
  @Builtin("make_symlink")
  public static Object makeSymlink(Process process, Object existing, Object added) {
    return attempt(
        process,
        () -> {
          Path link = link(process, added);
          String target = text(process, existing);
          FileAccess.resolve(
              process, link.resolveSibling(target).toString(), Capability.WRITE_FILES);
          Files.createSymbolicLink(link, Path.of(target));
          return Atom.OK;
        });
  }

  @Builtin("read_link")
  public static Object readLink(Process process, Object name) {
    return attempt(
        process,
        () -> {
          Path path = FileAccess.resolveLink(process, text(process, name), Capability.READ_FILES);
          return ok(Lists.ofText(process, Files.readSymbolicLink(path).toString()));
        });
  }

  @Builtin("get_cwd")
  public static Object getCwd(Process process) {
    return attempt(
        process,
        () ->
            ok(
                Lists.ofText(
                    process, FileAccess.resolve(process, "", Capability.READ_FILES).toString())));
  }

  // ---- What is known of a file ----

  /**
   * {@code {ok, {Size, Type, Access, ATime, MTime, CTime, Mode, Links, Device, Inode, Uid, Gid}}},
   * times in seconds.
   */
  @Builtin("info")
  public static Object info(Process process, Object name, Object follow) {
    return attempt(
        process,
        () -> {
          boolean link = follow == Atom.FALSE;
          Path path =
              link
                  ? FileAccess.resolveLink(process, text(process, name), Capability.READ_FILES)
                  : toRead(process, name);
          LinkOption[] options =
              link ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
          Map<String, Object> unix = unix(path, options);
          Map<String, Object> basic = Files.readAttributes(path, "*", options);
          String type =
              is(basic, "isSymbolicLink")
                  ? "symlink"
                  : is(basic, "isDirectory")
                      ? "directory"
                      : is(basic, "isRegularFile") ? "regular" : "device";
          boolean reads = Files.isReadable(path);
          boolean writes = Files.isWritable(path);
          String access = reads ? writes ? "read_write" : "read" : writes ? "write" : "none";
          return ok(
              new Tuple(
                  number(basic.get("size")),
                  Atom.of(type),
                  Atom.of(access),
                  seconds(basic.get("lastAccessTime")),
                  seconds(basic.get("lastModifiedTime")),
                  seconds(unix.getOrDefault("ctime", basic.get("creationTime"))),
                  number(unix.get("mode")),
                  number(unix.getOrDefault("nlink", 1L)),
                  number(unix.get("dev")),
                  number(unix.get("ino")),
                  number(unix.get("uid")),
                  number(unix.get("gid"))));
        });
  }

  private static Map<String, Object> unix(Path path, LinkOption[] options) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.readAttributes(path, "unix:*", options)
        : Map.of();
  }

  private static boolean is(Map<String, Object> attributes, String key) {
    return Boolean.TRUE.equals(attributes.get(key));
  }

  private static Long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0L;
  }

  private static Long seconds(@Nullable Object time) {
    return time instanceof FileTime at ? at.to(TimeUnit.SECONDS) : 0L;
  }

  /** Sets times (seconds, or undefined) and the permissions (or undefined). */
  @Builtin("set_info")
  public static Object setInfo(
      Process process, Object name, Object accessed, Object modified, Object mode) {
    return attempt(
        process,
        () -> {
          Path path = toWrite(process, name);
          Files.getFileAttributeView(path, BasicFileAttributeView.class)
              .setTimes(time(modified), time(accessed), null);
          if (mode instanceof Long bits) {
            Files.setPosixFilePermissions(path, permissions(bits));
          }
          return Atom.OK;
        });
  }

  private static @Nullable FileTime time(Object seconds) {
    return seconds instanceof Long at ? FileTime.from(at, TimeUnit.SECONDS) : null;
  }

  private static Set<PosixFilePermission> permissions(long bits) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((bits >> (all.length - 1 - i) & 1) != 0) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }
}

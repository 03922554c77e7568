import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format: {@code java Format.java check|apply ROOT [UNDER]}, over the
 * whole tree or what lies under one folder of it.
 *
 * <p>Run by Maven in a JDK 25 of its own, since Maven itself may run on an older one that cannot
 * parse our sources. What was once found well formed is remembered by its hash in {@code
 * target/formatted}, so that a check of an unchanged tree reads the files and no more.
 */
final class Format {
  /** Places with Java sources, below the root and below each module. */
  private static final List<String> SOURCES = List.of("src/main/java", "src/test/java");

  private final boolean apply;
  private final Path root;
  private final Path under;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Collection<String> wrong = new ConcurrentLinkedQueue<>();

  private Format(boolean apply, Path root, Path under) {
    this.apply = apply;
    this.root = root;
    this.under = under;
  }

  public static void main(String[] arguments) throws IOException {
    boolean apply =
        switch (arguments[0]) {
          case "apply" -> true;
          case "check" -> false;
          default -> throw new IllegalArgumentException("check or apply, not " + arguments[0]);
        };
    Path root = Path.of(arguments[1]);
    Path under = arguments.length > 2 ? root.resolve(arguments[2]).normalize() : root;
    System.exit(new Format(apply, root, under).run());
  }

  private int run() throws IOException {
    Path memory = root.resolve("target/formatted");
    if (Files.exists(memory)) {
      known.addAll(Files.readAllLines(memory));
    }
    Set<String> seen = ConcurrentHashMap.newKeySet();
    if (!under.equals(root)) {
      seen.addAll(known);
    }
    sources().parallelStream().forEach(file -> seen.add(format(file)));
    Files.createDirectories(memory.getParent());
    Files.write(memory, new TreeSet<>(seen));
    if (wrong.isEmpty()) {
      return 0;
    }
    wrong.stream().sorted().forEach(System.err::println);
    if (!apply) {
      System.err.println("Not formatted as agreed; 'mvn -Pformat' does it.");
    }
    return 1;
  }

  private List<Path> sources() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        SOURCES.stream().map(module::resolve).filter(Files::isDirectory).forEach(folders::add);
      }
    }
    folders.add(root.resolve(".ci"));
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> file.toString().endsWith(".java") && file.startsWith(under))
            .forEach(files::add);
      }
    }
    return files;
  }

  /** Gives the hash of the file's text as it is known to be well formed, or an empty string. */
  private String format(Path file) {
    try {
      String text = Files.readString(file);
      String hash = hash(text);
      if (known.contains(hash)) {
        return hash;
      }
      JavaFormatterOptions options = JavaFormatterOptions.builder().build();
      String formatted = new Formatter(options).formatSourceAndFixImports(text);
      if (formatted.equals(text)) {
        return hash;
      }
      if (apply) {
        Files.writeString(file, formatted);
        return hash(formatted);
      }
      wrong.add(root.relativize(file).toString());
    } catch (FormatterException e) {
      wrong.add(root.relativize(file) + ":" + e.getMessage());
    } catch (IOException e) {
      wrong.add(root.relativize(file) + ": cannot be read or written: " + e.getMessage());
    }
    return "";
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

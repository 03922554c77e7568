package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.SandboxPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of both languages that are lent a folder stay in it. */
class FileRootsTest {
  @TempDir Path folder;
  private Path root;
  private Path outside;
  private MoonbeamNode node;

  @BeforeEach
  void lendAFolder() throws IOException {
    root = Files.createDirectory(folder.resolve("lent"));
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.writeString(root.resolve("plain"), "plain");
    node =
        Moonbeam.node()
            .policy(
                SandboxPolicy.untrusted()
                    .granting(Capability.READ_FILES, Capability.WRITE_FILES)
                    .withFileRoots(root))
            .build();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private Object lua(Path file, String mode) {
    return node.lua()
        .eval(
            "local f, m = io.open('%s', '%s') return f and f:read('a') or m".formatted(file, mode));
  }

  private Object erlang(String call, Object... arguments) {
    return node.erlang().show("files", "file:" + call.formatted(arguments) + ".");
  }

  @Test
  void whatLiesInTheFolderIsRead() {
    assertThat(lua(root.resolve("plain"), "r")).isEqualTo("plain");
    assertThat(erlang("read_file(\"%s\")", root.resolve("plain"))).isEqualTo("{ok,<<\"plain\">>}");
  }

  @Test
  void namesDoNotLeadOut() {
    for (Path name :
        new Path[] {
          outside.resolve("secret"), root.resolve("../outside/secret"), Path.of("/etc/passwd")
        }) {
      assertThat(lua(name, "r")).asString().endsWith("Permission denied");
      assertThat(erlang("read_file(\"%s\")", name)).isEqualTo("{error,eacces}");
    }
  }

  @Test
  void linksDoNotLeadOut() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), outside.resolve("secret"));
    Path folderLink = Files.createSymbolicLink(root.resolve("folder"), outside);
    for (Path name : new Path[] {link, folderLink.resolve("secret")}) {
      assertThat(lua(name, "r")).asString().endsWith("Permission denied");
      assertThat(erlang("read_file(\"%s\")", name)).isEqualTo("{error,eacces}");
    }
  }

  @Test
  void linksToWhatIsNotThereDoNotLeadOut() throws IOException {
    Path made = outside.resolve("made");
    Path link = Files.createSymbolicLink(root.resolve("link"), made);
    Path second = Files.createSymbolicLink(root.resolve("second"), Path.of("link"));
    for (Path name : new Path[] {link, second}) {
      assertThat(lua(name, "w")).asString().endsWith("Permission denied");
      assertThat(erlang("write_file(\"%s\", \"x\")", name)).isEqualTo("{error,eacces}");
    }
    assertThat(made).doesNotExist();
  }

  @Test
  void aLinkWithinTheFolderIsFollowedToWhatIsNotThereYet() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("made"));
    assertThat(erlang("write_file(\"%s\", \"x\")", link)).isEqualTo("ok");
    assertThat(root.resolve("made")).hasContent("x");
  }

  @Test
  void linksInACircleAreAnError() throws IOException {
    Path one = Files.createSymbolicLink(root.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(root.resolve("two"), Path.of("one"));
    assertThat(erlang("read_file(\"%s\")", one)).isEqualTo("{error,eloop}");
  }

  @Test
  void noLinkIsMadeThatLeadsOut() {
    Path link = root.resolve("link");
    for (String target : new String[] {outside + "/secret", outside + "/made", "../outside/made"}) {
      assertThat(erlang("make_symlink(\"%s\", \"%s\")", target, link)).isEqualTo("{error,eacces}");
    }
    assertThat(erlang("make_link(\"%s\", \"%s\")", outside.resolve("secret"), link))
        .isEqualTo("{error,eacces}");
    assertThat(erlang("rename(\"%s\", \"%s\")", root.resolve("plain"), outside.resolve("made")))
        .isEqualTo("{error,eacces}");
    assertThat(link).doesNotExist();
    assertThat(erlang("make_symlink(\"plain\", \"%s\")", link)).isEqualTo("ok");
    assertThat(erlang("read_file(\"%s\")", link)).isEqualTo("{ok,<<\"plain\">>}");
  }
}

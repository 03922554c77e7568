package dev.moonbeam.engine;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of modules start with: a node, what it printed, and a folder for sources. */
abstract class NodeWithOutput {
  @TempDir Path folder;

  final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A test that needs another policy puts another one here. */
  MoonbeamNode node = Moonbeam.node().output(out).build();

  @AfterEach
  void close() {
    node.close();
  }
}

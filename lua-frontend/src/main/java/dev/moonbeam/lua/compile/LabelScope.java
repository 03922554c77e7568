package dev.moonbeam.lua.compile;

import java.util.List;

/**
 * A label of a block.
 *
 * <p>{@code index} is its place among the block's statements. {@code forward} is the place of the
 * first statement that holds a goto to it from before, or {@code index} when there is none.
 */
final class LabelScope {
  final String name;
  final int line;
  final int index;

  /** Locals of the function that are in scope at the label. */
  final List<Local> visible;

  int forward;
  boolean backward;
  boolean used;

  LabelScope(String name, int line, int index, List<Local> visible) {
    this.name = name;
    this.line = line;
    this.index = index;
    this.visible = visible;
    this.forward = index;
  }
}

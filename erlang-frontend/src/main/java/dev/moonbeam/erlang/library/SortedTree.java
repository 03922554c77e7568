package dev.moonbeam.erlang.library;

import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.WorkMeter;
import org.jspecify.annotations.Nullable;

/**
 * A persistent balanced tree (AVL) from keys in the standard order of terms, equal by {@code ==},
 * to values. Immutable; null is the empty tree.
 */
final class SortedTree {
  final Object key;
  final Object value;
  final @Nullable SortedTree left;
  final @Nullable SortedTree right;
  private final int height;
  private final int size;

  private SortedTree(
      Object key, Object value, @Nullable SortedTree left, @Nullable SortedTree right) {
    this.key = key;
    this.value = value;
    this.left = left;
    this.right = right;
    this.height = Math.max(height(left), height(right)) + 1;
    this.size = size(left) + size(right) + 1;
  }

  private static int height(@Nullable SortedTree tree) {
    return tree == null ? 0 : tree.height;
  }

  static int size(@Nullable SortedTree tree) {
    return tree == null ? 0 : tree.size;
  }

  static @Nullable SortedTree find(@Nullable SortedTree tree, Object key, WorkMeter meter) {
    SortedTree at = tree;
    while (at != null) {
      int order = TermOrder.compare(key, at.key, meter);
      if (order == 0) {
        return at;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  static SortedTree put(@Nullable SortedTree tree, Object key, Object value, WorkMeter meter) {
    if (tree == null) {
      return new SortedTree(key, value, null, null);
    }
    int order = TermOrder.compare(key, tree.key, meter);
    if (order == 0) {
      return new SortedTree(key, value, tree.left, tree.right);
    }
    return order < 0
        ? balanced(tree.key, tree.value, put(tree.left, key, value, meter), tree.right)
        : balanced(tree.key, tree.value, tree.left, put(tree.right, key, value, meter));
  }

  static @Nullable SortedTree remove(@Nullable SortedTree tree, Object key, WorkMeter meter) {
    if (tree == null) {
      return null;
    }
    int order = TermOrder.compare(key, tree.key, meter);
    if (order < 0) {
      SortedTree changed = remove(tree.left, key, meter);
      return changed == tree.left ? tree : balanced(tree.key, tree.value, changed, tree.right);
    }
    if (order > 0) {
      SortedTree changed = remove(tree.right, key, meter);
      return changed == tree.right ? tree : balanced(tree.key, tree.value, tree.left, changed);
    }
    if (tree.left == null || tree.right == null) {
      return tree.left == null ? tree.right : tree.left;
    }
    SortedTree next = first(tree.right);
    return balanced(next.key, next.value, tree.left, withoutFirst(tree.right));
  }

  private static @Nullable SortedTree withoutFirst(SortedTree tree) {
    return tree.left == null
        ? tree.right
        : balanced(tree.key, tree.value, withoutFirst(tree.left), tree.right);
  }

  static SortedTree first(SortedTree tree) {
    SortedTree at = tree;
    while (at.left != null) {
      at = at.left;
    }
    return at;
  }

  static SortedTree last(SortedTree tree) {
    SortedTree at = tree;
    while (at.right != null) {
      at = at.right;
    }
    return at;
  }

  /** The entry of the least key greater than {@code key}, whether that is there or not. */
  static @Nullable SortedTree after(@Nullable SortedTree tree, Object key, WorkMeter meter) {
    SortedTree best = null;
    SortedTree at = tree;
    while (at != null) {
      if (TermOrder.compare(key, at.key, meter) < 0) {
        best = at;
        at = at.left;
      } else {
        at = at.right;
      }
    }
    return best;
  }

  /** The entry of the greatest key less than {@code key}. */
  static @Nullable SortedTree before(@Nullable SortedTree tree, Object key, WorkMeter meter) {
    SortedTree best = null;
    SortedTree at = tree;
    while (at != null) {
      if (TermOrder.compare(key, at.key, meter) > 0) {
        best = at;
        at = at.right;
      } else {
        at = at.left;
      }
    }
    return best;
  }

  /**
   * All values in order of their keys, put into the array from {@code at} on; gives the next free
   * place.
   */
  static int collect(@Nullable SortedTree tree, Object[] into, int at) {
    if (tree == null) {
      return at;
    }
    int middle = collect(tree.left, into, at);
    into[middle] = tree.value;
    return collect(tree.right, into, middle + 1);
  }

  private static SortedTree balanced(
      Object key, Object value, @Nullable SortedTree left, @Nullable SortedTree right) {
    int lean = height(left) - height(right);
    if (lean > 1 && left != null) {
      if (height(left.left) >= height(left.right)) {
        return new SortedTree(
            left.key, left.value, left.left, new SortedTree(key, value, left.right, right));
      }
      SortedTree top = left.right;
      if (top != null) {
        return new SortedTree(
            top.key,
            top.value,
            new SortedTree(left.key, left.value, left.left, top.left),
            new SortedTree(key, value, top.right, right));
      }
    }
    if (lean < -1 && right != null) {
      if (height(right.right) >= height(right.left)) {
        return new SortedTree(
            right.key, right.value, new SortedTree(key, value, left, right.left), right.right);
      }
      SortedTree top = right.left;
      if (top != null) {
        return new SortedTree(
            top.key,
            top.value,
            new SortedTree(key, value, left, top.left),
            new SortedTree(right.key, right.value, top.right, right.right));
      }
    }
    return new SortedTree(key, value, left, right);
  }
}

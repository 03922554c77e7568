package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms over several lines, as {@code ~p} lays them out: first every part gets its text or its
 * parts and its length on one line, then a part that does not fit where it stands is broken after
 * commas, its elements below one another. The elements of a tuple that begins with an atom are
 * indented past the atom, or by four where that would go too far right.
 *
 * <p>Recursion in Java ends at a fixed depth; what is deeper is written on one line.
 */
final class PrettyPrinter {
  /** Deeper parts are not laid out: indentation alone would have left the page long before. */
  private static final int DEEPEST = 120;

  private static final int BYTES_A_PIECE = 64;

  private final boolean strings;
  private final boolean unicode;
  private final WorkMeter meter;
  private final StringBuilder out = new StringBuilder();
  private int lineLength;
  private int most;

  /** Indentation of the elements of a tagged tuple: negative for past the tag. */
  private int tagIndent;

  /** While finding {@link #tagIndent}: nothing is written. */
  private boolean trying;

  private boolean tooFarRight;
  private int pieces;

  PrettyPrinter(boolean strings, boolean unicode, WorkMeter meter) {
    this.strings = strings;
    this.unicode = unicode;
    this.meter = meter;
  }

  /** What a part is, apart from text. */
  private enum Form {
    TEXT,
    LIST,
    TUPLE,
    TAGGED,
    MAP,
    PAIR,
    BYTES
  }

  /**
   * A part of the term.
   *
   * @param text of a TEXT, or of BYTES without the brackets
   * @param parts elements, pairs, or key and value
   * @param tail of an improper list
   * @param cut whether {@code ...} stands for further parts
   * @param length on one line
   */
  private record Piece(
      Form form, String text, List<Piece> parts, @Nullable Piece tail, boolean cut, long length) {
    boolean isText() {
      return form == Form.TEXT;
    }

    boolean isTextPair() {
      return parts.get(0).isText() && parts.get(1).isText();
    }
  }

  /** Bytes of a text that are shown for each level of depth. */
  private static final int SHOWN_BYTES = 4;

  /** On one line, cut at a depth (negative for not). */
  static String oneLine(Object term, int depth, boolean strings, boolean unicode, WorkMeter meter) {
    if (depth == 0) {
      return "...";
    }
    PrettyPrinter printer = new PrettyPrinter(strings, unicode, meter);
    printer.write(printer.piece(term, depth, 0));
    return printer.out.toString();
  }

  /**
   * Over lines.
   *
   * @param column where it starts, from 1
   * @param lineLength columns there are
   * @param depth where to cut, negative for not
   */
  static String lines(
      Object term,
      int column,
      int lineLength,
      int depth,
      boolean strings,
      boolean unicode,
      WorkMeter meter) {
    if (depth == 0) {
      return "...";
    }
    PrettyPrinter printer = new PrettyPrinter(strings, unicode, meter);
    Piece whole = printer.piece(term, depth, 0);
    printer.layOut(whole, Math.max(1, column), lineLength);
    return printer.out.toString();
  }

  private void layOut(Piece whole, int column, int width) {
    if (width == 0 || whole.length < width - column || whole.isText()) {
      write(whole);
      return;
    }
    lineLength = width;
    most = (int) Math.min(Integer.MAX_VALUE / 2, whole.length);
    trying = true;
    for (int indent : new int[] {-1, 4, 1}) {
      tagIndent = indent;
      tooFarRight = false;
      if (indent == 1) {
        break;
      }
      place(whole, column, column - 1, 0, 0);
      if (!tooFarRight) {
        break;
      }
    }
    trying = false;
    tooFarRight = false;
    place(whole, column, column - 1, 0, 0);
  }

  // ---- Pieces

  private Piece text(String text) {
    return new Piece(
        Form.TEXT, text, List.of(), null, false, text.codePointCount(0, text.length()));
  }

  private Piece piece(Object term, int depth, int level) {
    if ((++pieces & 63) == 0) {
      meter.charge(32);
      if ((pieces & 0xFFFF) == 0) {
        meter.reserve((long) BYTES_A_PIECE * pieces);
      }
    }
    if (level > DEEPEST) {
      return text(TermPrinter.run(term, 1 << 28, strings, unicode, meter));
    }
    return switch (term) {
      case Cons list -> {
        if (strings && depth != 1 && TermPrinter.isPrintable(list, Long.MAX_VALUE)) {
          yield string(list);
        }
        yield list(list, depth, level);
      }
      case Tuple tuple -> tuple(tuple, depth, level);
      case TermMap map -> map(map, depth, level);
      case Binary binary -> binary(binary, depth);
      case Bits bits -> depth == 1 ? text("<<...>>") : bits(bits, depth);
      case Fun fun -> text(FunNames.show(fun));
      default -> {
        StringBuilder leaf = new StringBuilder();
        TermPrinter.appendLeaf(leaf, term, unicode);
        meter.charge(leaf.length() >> 6);
        yield text(leaf.toString());
      }
    };
  }

  private Piece string(Cons list) {
    StringBuilder text = new StringBuilder("\"");
    for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
      TermPrinter.appendCharacter(text, ((Long) cell.head).intValue(), '"', unicode);
      if ((text.length() & 0x3FFF) == 0) {
        meter.charge(text.length() >> 4);
        meter.reserve(2L * text.length());
      }
    }
    meter.charge(text.length() >> 4);
    return text(text.append('"').toString());
  }

  private Piece list(Cons list, int depth, int level) {
    List<Piece> parts = new ArrayList<>();
    long length = 2;
    int left = depth;
    Object rest = list;
    while (rest instanceof Cons cell && left != 1) {
      Piece part = piece(cell.head, left - 1, level + 1);
      length += part.length + (parts.isEmpty() ? 0 : 1);
      parts.add(part);
      rest = cell.tail;
      left--;
    }
    boolean cut = rest != Nil.EMPTY && left == 1;
    Piece tail = null;
    if (cut) {
      length += parts.isEmpty() ? 3 : 4;
    } else if (rest != Nil.EMPTY) {
      tail = piece(rest, left - 1, level + 1);
      length += tail.length + 1;
    }
    return new Piece(Form.LIST, "", parts, tail, cut, length);
  }

  private Piece tuple(Tuple tuple, int depth, int level) {
    if (tuple.size() == 0) {
      return text("{}");
    }
    if (depth == 1) {
      return text("{...}");
    }
    List<Piece> parts = new ArrayList<>();
    long length = 2;
    int left = depth;
    int i = 0;
    for (; i < tuple.size() && left != 1; i++, left--) {
      Piece part = piece(tuple.get(i), left - 1, level + 1);
      length += part.length + (i == 0 ? 0 : 1);
      parts.add(part);
    }
    boolean cut = i < tuple.size();
    Form form = tuple.get(0) instanceof Atom && tuple.size() > 1 ? Form.TAGGED : Form.TUPLE;
    return new Piece(form, "", parts, null, cut, length + (cut ? 4 : 0));
  }

  private Piece map(TermMap map, int depth, int level) {
    if (map.size() == 0) {
      return text("#{}");
    }
    if (depth == 1) {
      return text("#{...}");
    }
    Object[] keys = map.keys();
    Object[] values = map.values();
    List<Piece> pairs = new ArrayList<>();
    long length = 3;
    int left = depth;
    int i = 0;
    for (; i < keys.length && left != 1; i++, left--) {
      Piece key = piece(keys[i], depth - 1, level + 1);
      Piece value = piece(values[i], depth - 1, level + 1);
      long pair = key.length + 4 + value.length;
      pairs.add(new Piece(Form.PAIR, "", List.of(key, value), null, false, pair));
      length += pair + (i == 0 ? 0 : 1);
    }
    boolean cut = i < keys.length;
    return new Piece(Form.MAP, "", pairs, null, cut, length + (cut ? 4 : 0));
  }

  private Piece binary(Binary binary, int depth) {
    if (binary.length() == 0) {
      return text("<<>>");
    }
    if (depth == 1) {
      return text("<<...>>");
    }
    if (depth > 1 && binary.length() > SHOWN_BYTES * (depth - 1L)) {
      StringBuilder beginning = new StringBuilder();
      int count = charactersOf(binary, SHOWN_BYTES * (depth - 1));
      TermPrinter.appendBinary(beginning, binary.slice(0, count), strings, unicode, 4 * count + 16);
      if (beginning.charAt(2) == '"') {
        boolean all = count == binary.length();
        return text((all ? beginning : beginning.insert(beginning.length() - 2, "...")).toString());
      }
    }
    meter.charge(binary.length() >> 4);
    meter.reserve(4L * binary.length());
    StringBuilder whole = new StringBuilder();
    TermPrinter.appendBinary(whole, binary, strings, unicode, Integer.MAX_VALUE - 64);
    if (whole.charAt(2) == '"') {
      return text(whole.toString());
    }
    return bytes(whole.substring(2, whole.length() - 2), depth);
  }

  /** That many bytes, and what is left of the last character in them where that is UTF-8. */
  private static int charactersOf(Binary binary, int bytes) {
    int end = bytes;
    while (end < binary.length() && (binary.at(end) & 0xC0) == 0x80) {
      end++;
    }
    return end - bytes < 4 ? end : bytes;
  }

  private Piece bits(Bits bits, int depth) {
    StringBuilder whole = new StringBuilder();
    TermPrinter.appendLeaf(whole, bits, unicode);
    return bytes(whole.substring(2, whole.length() - 2), depth);
  }

  private static Piece bytes(String numbers, int depth) {
    String shown = numbers;
    if (depth > 1) {
      int end = 0;
      for (int left = depth; left > 1 && end >= 0; left--) {
        end = numbers.indexOf(',', end == 0 ? 0 : end + 1);
      }
      shown = end < 0 ? numbers : numbers.substring(0, end) + ",...";
    }
    return new Piece(Form.BYTES, shown, List.of(), null, false, shown.length() + 4);
  }

  // ---- On one line

  private void write(Piece piece) {
    if (trying) {
      return;
    }
    switch (piece.form) {
      case TEXT -> out.append(piece.text);
      case BYTES -> out.append("<<").append(piece.text).append(">>");
      case LIST -> writeParts(piece, "[", '|', "]");
      case TUPLE, TAGGED -> writeParts(piece, "{", ',', "}");
      case MAP -> writeParts(piece, "#{", ',', "}");
      case PAIR -> {
        write(piece.parts.get(0));
        out.append(" => ");
        write(piece.parts.get(1));
      }
    }
  }

  private void writeParts(Piece piece, String open, char beforeTail, String close) {
    out.append(open);
    for (int i = 0; i < piece.parts.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(piece.parts.get(i));
    }
    if (piece.cut) {
      if (!piece.parts.isEmpty()) {
        out.append(beforeTail);
      }
      out.append("...");
    } else if (piece.tail != null) {
      out.append(beforeTail);
      write(piece.tail);
    }
    out.append(close);
  }

  // ---- Over lines. column: where a part starts, from 1; indent: spaces after a line break;
  // trailing: characters that
  // must fit behind it on its last line; width: characters already on the line.

  private boolean fits(long length, int column, int trailing, long width) {
    return length < lineLength - column - trailing && length + width + trailing <= most;
  }

  private void put(String text) {
    if (!trying) {
      out.append(text);
    }
  }

  private void newLine(int indent) {
    if (!trying) {
      out.append('\n').repeat(' ', indent);
      meter.charge(1 + (indent >> 4));
    }
  }

  private void place(Piece piece, int column, int indent, int trailing, long width) {
    if (tooFarRight) {
      return;
    }
    if (fits(piece.length, column, trailing, width)) {
      write(piece);
      return;
    }
    switch (piece.form) {
      case LIST -> {
        put("[");
        elements(piece, 0, column + 1, column + 1, indent + 1, trailing, '|', width + 1, true);
        put("]");
      }
      case TUPLE -> {
        put("{");
        elements(piece, 0, column + 1, column + 1, indent + 1, trailing, ',', width + 1, true);
        put("}");
      }
      case TAGGED -> {
        put("{");
        tagged(piece, column, indent, trailing, width + 1);
        put("}");
      }
      case MAP -> {
        put("#{");
        pairs(piece, column + 2, indent + 2, trailing, width + 1);
        put("}");
      }
      case BYTES -> {
        put("<<");
        byteLines(piece.text, column + 2, indent + 2, trailing, width);
        put(">>");
      }
      default -> write(piece);
    }
  }

  private void tagged(Piece piece, int column, int indent, int trailing, long width) {
    if (piece.parts.isEmpty()) {
      put("...");
      return;
    }
    Piece tag = piece.parts.getFirst();
    int past = (int) tag.length + 2;
    int tagColumn = column + past;
    put(tag.text);
    if (tagIndent > 0 && past > tagIndent) {
      int below = column + tagIndent;
      if (trying && !(most + below <= lineLength || below <= lineLength / 2)) {
        tooFarRight = true;
        return;
      }
      elements(
          piece, 1, below, tagColumn, indent + tagIndent, trailing, ',', width + tag.length, false);
    } else {
      if (trying && !(most + tagColumn < lineLength || tagColumn < lineLength / 2)) {
        tooFarRight = true;
        return;
      }
      put(",");
      elements(
          piece,
          1,
          tagColumn,
          tagColumn,
          indent + past,
          trailing,
          ',',
          width + tag.length + 1,
          true);
    }
  }

  /**
   * Elements from {@code from} on, as many on a line as fit while they are plain text.
   *
   * @param left column that new lines start in
   * @param start column that the first element starts in
   * @param first whether nothing stands before the first element (no comma)
   */
  private void elements(
      Piece piece,
      int from,
      int left,
      int start,
      int indent,
      int trailing,
      char beforeTail,
      long startWidth,
      boolean first) {
    List<Piece> parts = piece.parts;
    long column = start;
    long width = startWidth;
    for (int i = from; i < parts.size() && !tooFarRight; i++) {
      Piece part = parts.get(i);
      int behind = i + 1 < parts.size() ? 0 : trailing + 1;
      if (i == from && first) {
        long taken = element(part, (int) column, indent, behind, width);
        column += taken;
        width += taken;
        continue;
      }
      long length = 1 + part.length;
      if (part.isText() && fitsAfterComma(length, column, behind, width)) {
        put(",");
        write(part);
        column += length;
        width += length;
      } else {
        put(",");
        newLine(indent);
        long taken = element(part, left, indent, behind, 0);
        column = left + taken;
        width = taken;
      }
    }
    if (piece.cut) {
      put(parts.size() > from || !first ? beforeTail + "..." : "...");
    } else if (piece.tail != null && !tooFarRight) {
      Piece tail = piece.tail;
      put(String.valueOf(beforeTail));
      if (tail.isText()
          && tail.length + 1 < lineLength - column - (trailing + 1)
          && tail.length + 1 + width + trailing + 1 <= most) {
        write(tail);
      } else {
        newLine(indent);
        place(tail, left, indent, trailing + 1, 0);
      }
    }
  }

  private boolean fitsAfterComma(long length, long column, int behind, long width) {
    return behind == 0
        ? length + 1 < lineLength - column && width + length + 1 <= most
        : length < lineLength - column - behind && width + length + behind <= most;
  }

  /**
   * Gives the columns taken; the whole line when something was broken, so that the next element
   * starts a line.
   */
  private long element(Piece part, int column, int indent, int behind, long width) {
    if (part.isText() && fits(part.length, column, behind, width)) {
      write(part);
      return part.length;
    }
    place(part, column, indent, behind, width);
    return lineLength;
  }

  private void pairs(Piece map, int left, int indent, int trailing, long startWidth) {
    List<Piece> pairs = map.parts;
    long column = left;
    long width = startWidth;
    for (int i = 0; i < pairs.size() && !tooFarRight; i++) {
      Piece pair = pairs.get(i);
      int behind = i + 1 < pairs.size() ? 0 : trailing + 1;
      if (i == 0) {
        long taken = pair(pair, left, indent, behind, width);
        column = left + taken;
        width = taken;
        continue;
      }
      long length = 1 + pair.length;
      if (pair.isTextPair() && fitsAfterComma(length, column, behind, width)) {
        put(",");
        write(pair);
        column += length;
        width += length;
      } else {
        put(",");
        newLine(indent);
        long taken = pair(pair, left, indent, behind, 0);
        column = left + taken;
        width = taken;
      }
    }
    if (map.cut) {
      put(",...");
    }
  }

  private long pair(Piece pair, int column, int indent, int behind, long width) {
    if (fits(pair.length, column, behind, width)) {
      write(pair);
      return pair.isTextPair() ? pair.length : lineLength;
    }
    place(pair.parts.get(0), column, indent, behind, width);
    put(" =>");
    int further = tagIndent > 0 ? tagIndent : 4;
    newLine(indent + further);
    place(pair.parts.get(1), column + further, indent + further, behind, 0);
    return lineLength;
  }

  /** Numbers are broken after commas; a line takes at least eight characters. */
  private void byteLines(String numbers, int column, int indent, int trailing, long width) {
    long room = Math.max(8, Math.min(lineLength - column, most - 4 - width) - trailing);
    long left = room;
    int at = 0;
    for (int comma; (comma = numbers.indexOf(',', at)) >= 0; at = comma + 1) {
      int length = comma - at + 1;
      if (left - length < 0) {
        newLine(indent);
        left = room;
      }
      put(numbers.substring(at, comma + 1));
      left -= length;
    }
    if (numbers.length() - at > left) {
      newLine(indent);
    }
    put(numbers.substring(at));
  }
}

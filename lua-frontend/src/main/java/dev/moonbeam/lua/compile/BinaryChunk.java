package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaSyntax;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code string.dump} gives and {@code load} takes (manual, 6.4): the function's own source
 * text, with the names of the outer variables and the values of the outer constants in it. Loading
 * compiles that text as any other, on the script's account, so a dump can do nothing that source
 * text could not, whoever wrote it.
 *
 * <p>The header is that of the reference implementation. Its own binary chunks are refused by what
 * follows it.
 */
public final class BinaryChunk {
  /** First byte of every binary chunk. */
  public static final int SIGNATURE = 0x1B;

  /** Signature, version 5.4, format 0, data that text transfer breaks, sizes of numbers. */
  private static final byte[] HEADER = {
    SIGNATURE, 'L', 'u', 'a', 0x54, 0, 0x19, (byte) 0x93, '\r', '\n', 0x1A, '\n', 4, 8, 8
  };

  /** What is wrong when a byte of the header, up to that place, is. */
  private static final Map<Integer, String> HEADER_FAULTS = headerFaults();

  private static final long SAMPLE_INTEGER = 0x5678;
  private static final double SAMPLE_FLOAT = 370.5;
  private static final int TAG = 'M' << 24 | 'O' << 16 | 'O' << 8 | 1;

  private static final int STRIPPED = 1;
  private static final int WHOLE_CHUNK = 2;
  private static final int SELF = 4;

  private static final String FUNCTION = "return function";
  private static final Binary UNKNOWN = Binary.of("=?");

  private BinaryChunk() {}

  private static Map<Integer, String> headerFaults() {
    Map<Integer, String> faults = new LinkedHashMap<>();
    faults.put(4, "not a binary chunk");
    faults.put(5, "version mismatch");
    faults.put(6, "format mismatch");
    faults.put(12, "corrupted chunk");
    faults.put(13, "Instruction size mismatch");
    faults.put(14, "lua_Integer size mismatch");
    faults.put(15, "lua_Number size mismatch");
    return faults;
  }

  // ---------------------------------------------------------------- writing

  /** The function as a string; null when it is none of Lua's. */
  public static @Nullable Binary dump(Process process, Fun function, boolean strip) {
    Prototype prototype = Prototype.of(function);
    if (prototype == null
        || !(prototype.module().attributes().get(Prototype.SOURCE_TEXT) instanceof String text)) {
      return null;
    }
    process.charge(text.length() >> 2);
    SourceUnit unit = new SourceUnit(prototype.module().sourceFile(), text);
    Tuple place = prototype.text();
    boolean whole = place.size() == 0;
    LuaExpression.Extent extent =
        whole
            ? null
            : new LuaExpression.Extent(
                (int) (long) (Long) place.get(0), (int) (long) (Long) place.get(1));
    byte[] source = ByteText.encode(LuaSyntax.excerpt(unit, extent));
    process.reserve(source.length + 1_000L);
    boolean stripped = strip || prototype.isStripped();
    boolean self = !whole && place.get(2) == Atom.TRUE;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(source.length + 200);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(HEADER);
      out.writeLong(Long.reverseBytes(SAMPLE_INTEGER));
      out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(SAMPLE_FLOAT)));
      out.writeByte(prototype.upvalues());
      out.writeInt(TAG);
      out.writeByte((stripped ? STRIPPED : 0) | (whole ? WHOLE_CHUNK : 0) | (self ? SELF : 0));
      out.writeInt(prototype.line());
      write(out, stripped ? UNKNOWN : chunkName(prototype));
      for (int i = 1; i <= prototype.upvalues(); i++) {
        write(out, prototype.sourceName(i));
      }
      Tuple constants = prototype.constants();
      out.writeByte(constants.size());
      for (int i = 0; i < constants.size(); i++) {
        Tuple constant = (Tuple) constants.get(i);
        write(out, (Binary) constant.get(0));
        writeConstant(out, constant.get(1));
      }
      out.writeInt(source.length);
      out.write(source);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Binary dump = Binary.of(bytes.toByteArray());
    process.allocated(dump, dump.length());
    return dump;
  }

  /** The name as {@code load} takes it. */
  private static Binary chunkName(Prototype prototype) {
    if (prototype.module().attributes().get(Prototype.CHUNK_NAME) instanceof Binary name) {
      return name;
    }
    return Binary.of(ByteText.encode("@" + prototype.module().sourceFile()));
  }

  private static void write(DataOutputStream out, @Nullable Binary text) throws IOException {
    byte[] bytes = text == null ? new byte[0] : text.toByteArray();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeConstant(DataOutputStream out, Object value) throws IOException {
    switch (value) {
      case Long integer -> {
        out.writeByte('i');
        out.writeLong(integer);
      }
      case Double real -> {
        out.writeByte('f');
        out.writeDouble(real);
      }
      case Binary text -> {
        out.writeByte('s');
        write(out, text);
      }
      default -> out.writeByte(value == Atom.TRUE ? 't' : value == Atom.FALSE ? 'b' : 'n');
    }
  }

  // ---------------------------------------------------------------- reading

  /** A dump that is none. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super(what, null, false, false);
    }

    /** As Lua words it. */
    public Binary message(Binary chunkName) {
      String name = chunkName.toLatin1();
      if (name.startsWith("@") || name.startsWith("=")) {
        name = name.substring(1);
      } else if (name.startsWith("\u001b")) {
        name = "binary string";
      }
      return Binary.ofLatin1(name + ": bad binary format (" + getMessage() + ")");
    }
  }

  /**
   * The function, with fresh upvalues; the first one is the environment.
   *
   * @throws Malformed when the bytes are not of this form
   * @throws CompileException when the text in it is no valid source
   */
  public static Fun load(Process process, Binary chunk, Object environment)
      throws Malformed, CompileException {
    process.charge(chunk.length() >> 4);
    Contents contents = read(chunk);
    return ChunkLoader.load(
        process, contents.source, contents.name, environment, contents.compilation);
  }

  /**
   * The lines of a function that have code, for which it is compiled once more if it is not traced;
   * empty for one without debug information.
   */
  public static Tuple activeLines(Process process, Fun function) {
    Prototype prototype = Prototype.of(function);
    if (prototype == null || prototype.isStripped()) {
      return new Tuple();
    }
    if (prototype.lines().size() > 0) {
      return prototype.lines();
    }
    try {
      Binary dump = dump(process, function, false);
      if (dump == null) {
        return new Tuple();
      }
      Contents contents = read(dump);
      CoreModule module =
          ChunkLoader.compile(process, contents.source, contents.name, contents.compilation, true);
      return Prototype.lines(module.attributes().get(ModuleLowering.MAIN));
    } catch (Malformed | CompileException impossible) {
      throw new IllegalStateException("a function that was compiled before", impossible);
    }
  }

  /** What is in a dump. */
  private record Contents(
      Binary source, ChunkLoader.Name name, ChunkLoader.Compilation compilation) {}

  private static Contents read(Binary chunk) throws Malformed {
    ByteBuffer in = ByteBuffer.wrap(chunk.toByteArray());
    try {
      header(in);
      int upvalues = in.get() & 0xFF;
      if (in.getInt() != TAG) {
        throw new Malformed("not made by this implementation");
      }
      int flags = in.get();
      int line = in.getInt();
      if (line < 1) {
        throw new Malformed("corrupted chunk");
      }
      Binary name = text(in);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < upvalues; i++) {
        names.add(ByteText.decode(text(in).toByteArray()));
      }
      Map<String, Object> constants = new LinkedHashMap<>();
      for (int left = in.get() & 0xFF; left > 0; left--) {
        constants.put(ByteText.decode(text(in).toByteArray()), constant(in));
      }
      Binary source = text(in);
      boolean self = (flags & SELF) != 0;
      return new Contents(
          source,
          new ChunkLoader.Name(name, (flags & STRIPPED) != 0),
          (flags & WHOLE_CHUNK) != 0
              ? LuaCompiler::compile
              : (unit, traced) ->
                  LuaCompiler.compileFunction(
                      new SourceUnit(unit.name(), FUNCTION + unit.text()),
                      line,
                      self,
                      names,
                      constants,
                      traced));
    } catch (BufferUnderflowException e) {
      throw new Malformed("truncated chunk");
    }
  }

  private static void header(ByteBuffer in) throws Malformed {
    int checked = 0;
    for (Map.Entry<Integer, String> fault : HEADER_FAULTS.entrySet()) {
      for (; checked < fault.getKey(); checked++) {
        if (in.get() != HEADER[checked]) {
          throw new Malformed(fault.getValue());
        }
      }
    }
    if (Long.reverseBytes(in.getLong()) != SAMPLE_INTEGER) {
      throw new Malformed("integer format mismatch");
    }
    if (Double.longBitsToDouble(Long.reverseBytes(in.getLong())) != SAMPLE_FLOAT) {
      throw new Malformed("float format mismatch");
    }
  }

  private static Binary text(ByteBuffer in) throws Malformed {
    int length = in.getInt();
    if (length < 0) {
      throw new Malformed("corrupted chunk");
    }
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return Binary.of(bytes);
  }

  private static Object constant(ByteBuffer in) throws Malformed {
    return switch (in.get()) {
      case 'i' -> in.getLong();
      case 'f' -> in.getDouble();
      case 's' -> text(in);
      case 't' -> Atom.TRUE;
      case 'b' -> Atom.FALSE;
      case 'n' -> Atom.NIL;
      default -> throw new Malformed("corrupted chunk");
    };
  }
}

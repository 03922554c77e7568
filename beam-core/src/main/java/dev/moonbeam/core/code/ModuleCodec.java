package dev.moonbeam.core.code;

import dev.moonbeam.core.code.CompiledModule.CompiledFunction;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.ExternalFormat;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled module as bytes, for library modules that ship compiled in a jar. Literals are in the
 * external term format; a site that is no term is written by Java serialization, so its class must
 * be Serializable. Only bytes that were built with the program are to be read: they hold code.
 */
public final class ModuleCodec {
  private static final int MAGIC = 0x4D424D31;

  /** How a constant is written. */
  private static final int TERM = 0;

  private static final int SERIALIZED = 1;

  /** A tuple with something in it that has no external form. */
  private static final int TUPLE = 2;

  private static final ExternalFormat.Names NAMES =
      new ExternalFormat.Names() {
        @Override
        public Atom atom(String name) {
          return Atom.of(name);
        }

        @Override
        public Pid pid(long number) {
          throw new IllegalArgumentException("a pid is no literal");
        }
      };

  private ModuleCodec() {}

  public static byte[] encode(CompiledModule module) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(ModuleCompiler.VERSION);
      out.writeUTF(module.name());
      out.writeUTF(module.sourceFile());
      out.writeUTF(module.language());
      out.writeUTF(module.className());
      out.writeInt(module.classes().size());
      for (Map.Entry<String, byte[]> entry : module.classes().entrySet()) {
        out.writeUTF(entry.getKey());
        writeBytes(out, entry.getValue());
      }
      out.writeInt(module.constants().size());
      for (Object constant : module.constants()) {
        writeConstant(out, constant);
      }
      out.writeInt(module.functions().size());
      for (CompiledFunction function : module.functions()) {
        writeFunction(out, function);
      }
      out.writeInt(module.attributes().size());
      for (Map.Entry<String, Object> entry : module.attributes().entrySet()) {
        out.writeUTF(entry.getKey());
        writeConstant(out, entry.getValue());
      }
      out.writeBoolean(module.metered());
    } catch (IOException e) {
      throw new IllegalArgumentException("module " + module.name() + ": " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param loader where the classes of sites are found
   * @throws IOException when the bytes are damaged or written by another version of the compiler
   */
  public static CompiledModule decode(byte[] bytes, ClassLoader loader) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a compiled module");
    }
    int version = in.readInt();
    if (version != ModuleCompiler.VERSION) {
      throw new IOException("compiled by version " + version + " of the compiler");
    }
    String name = in.readUTF();
    String sourceFile = in.readUTF();
    String language = in.readUTF();
    String className = in.readUTF();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      classes.put(in.readUTF(), readBytes(in));
    }
    List<Object> constants = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      constants.add(readConstant(in, loader));
    }
    List<CompiledFunction> functions = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      functions.add(readFunction(in));
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      attributes.put(in.readUTF(), readConstant(in, loader));
    }
    return new CompiledModule(
        name,
        sourceFile,
        language,
        className,
        classes,
        constants,
        functions,
        attributes,
        in.readBoolean());
  }

  private static void writeFunction(DataOutputStream out, CompiledFunction function)
      throws IOException {
    out.writeUTF(function.name().name());
    out.writeShort(function.name().arity());
    out.writeShort(function.captured());
    out.writeShort(function.arity());
    out.writeBoolean(function.variadic());
    out.writeBoolean(function.strictArity());
    out.writeBoolean(function.exported());
    out.writeUTF(function.displayName());
    out.writeBoolean(function.self());
    out.writeUTF(function.owner());
    out.writeUTF(function.method());
    out.writeInt(function.line());
    out.writeShort(function.capturedNames().size());
    for (String each : function.capturedNames()) {
      out.writeUTF(each);
    }
  }

  private static CompiledFunction readFunction(DataInputStream in) throws IOException {
    return new CompiledFunction(
        new FunctionName(in.readUTF(), in.readUnsignedShort()),
        in.readUnsignedShort(),
        in.readUnsignedShort(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readUTF(),
        in.readBoolean(),
        in.readUTF(),
        in.readUTF(),
        in.readInt(),
        readNames(in));
  }

  private static List<String> readNames(DataInputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = in.readUnsignedShort(); i > 0; i--) {
      names.add(in.readUTF());
    }
    return List.copyOf(names);
  }

  private static void writeConstant(DataOutputStream out, Object constant) throws IOException {
    try {
      byte[] term = ExternalFormat.encode(constant, WorkMeter.NONE);
      out.writeByte(TERM);
      writeBytes(out, term);
    } catch (ExternalFormat.NotEncodableException e) {
      if (constant instanceof Tuple tuple) {
        out.writeByte(TUPLE);
        out.writeInt(tuple.size());
        for (Object element : tuple.elements()) {
          writeConstant(out, element);
        }
        return;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream object = new ObjectOutputStream(bytes)) {
        object.writeObject(constant);
      }
      out.writeByte(SERIALIZED);
      writeBytes(out, bytes.toByteArray());
    }
  }

  private static Object readConstant(DataInputStream in, ClassLoader loader) throws IOException {
    int kind = in.readByte();
    if (kind == TUPLE) {
      Object[] elements = new Object[in.readInt()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = readConstant(in, loader);
      }
      return new Tuple(elements);
    }
    byte[] bytes = readBytes(in);
    try {
      if (kind == TERM) {
        return ExternalFormat.decode(Binary.of(bytes), NAMES, WorkMeter.NONE).term();
      }
      try (ObjectInputStream object = new Sites(new ByteArrayInputStream(bytes), loader)) {
        return object.readObject();
      }
    } catch (ExternalFormat.MalformedException | ClassNotFoundException e) {
      throw new IOException("damaged constant", e);
    }
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Finds the classes of sites where the frontend is. */
  private static final class Sites extends ObjectInputStream {
    private final ClassLoader loader;

    Sites(InputStream in, ClassLoader loader) throws IOException {
      super(in);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      Class<?> found = find(description.getName());
      return found == null ? super.resolveClass(description) : found;
    }

    private @Nullable Class<?> find(String name) {
      try {
        return Class.forName(name, false, loader);
      } catch (ClassNotFoundException e) {
        return null;
      }
    }
  }
}

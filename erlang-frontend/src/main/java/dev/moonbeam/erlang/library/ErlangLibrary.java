package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.BuiltinTable;
import java.util.List;

/** All libraries of Erlang that are written in Java. */
public final class ErlangLibrary {
  private static final List<BuiltinTable> TABLES =
      List.of(
          new AtomBifsTable(),
          new AtomicsModuleTable(),
          new Base64ModuleTable(),
          new BinaryBifsTable(),
          new BinaryModuleTable(),
          new ChecksumBifsTable(),
          new CodeBifsTable(),
          new CodeModuleTable(),
          new CompilerModuleTable(),
          new ControlBifsTable(),
          new CountersModuleTable(),
          new CryptoModuleTable(),
          new DictionaryBifsTable(),
          new EtsMatchModuleTable(),
          new EtsModuleTable(),
          new EtsObjectModuleTable(),
          new ExternalBifsTable(),
          new FilePrimitivesTable(),
          new GlobalModuleTable(),
          new IoLibModuleTable(),
          new IoModuleTable(),
          new ListsKeyModuleTable(),
          new ListsModuleTable(),
          new ListsSortModuleTable(),
          new MapBifsTable(),
          new MapsModuleTable(),
          new MathModuleTable(),
          new ModuleBifsTable(),
          new NumberBifsTable(),
          new OpenFilePrimitivesTable(),
          new OperatorBifsTable(),
          new OsModuleTable(),
          new PersistentTermModuleTable(),
          new PlainTextModuleTable(),
          new ProcessBifsTable(),
          new ProcessInfoBifsTable(),
          new ReEditTable(),
          new ReModuleTable(),
          new SpawnBifsTable(),
          new SpawnRequestBifsTable(),
          new StandardInputTable(),
          new SyntaxModuleTable(),
          new SystemBifsTable(),
          new TimeBifsTable(),
          new TupleBifsTable(),
          new TypeBifsTable(),
          new UnicodeModuleTable(),
          new UnicodeUtilModuleTable(),
          new ZlibPrimitivesTable());

  private ErlangLibrary() {}

  /** Their tables; several may belong to one module. */
  public static List<BuiltinTable> tables() {
    return TABLES;
  }
}

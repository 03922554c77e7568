/** Lua 5.4: grammar, syntax tree, resolver, lowering, tables and library. */
module dev.moonbeam.lua {
  requires static org.jspecify;
  requires org.antlr.antlr4.runtime;
  requires transitive dev.moonbeam.core;

  exports dev.moonbeam.lua;
  exports dev.moonbeam.lua.runtime;
  exports dev.moonbeam.lua.syntax;

  provides dev.moonbeam.core.language.Language with
      dev.moonbeam.lua.LuaLanguage;
}

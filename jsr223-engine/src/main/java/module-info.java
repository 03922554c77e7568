/** The javax.script engines, the fluent host API and the command line. */
module dev.moonbeam.engine {
  requires static org.jspecify;
  requires transitive java.scripting;
  requires transitive dev.moonbeam.core;
  requires transitive dev.moonbeam.cache;
  requires dev.moonbeam.lua;
  requires dev.moonbeam.erlang;

  exports dev.moonbeam.engine;
  exports dev.moonbeam.cli;

  uses dev.moonbeam.cli.Command;
  uses dev.moonbeam.core.language.Language;

  provides javax.script.ScriptEngineFactory with
      dev.moonbeam.engine.LuaScriptEngineFactory,
      dev.moonbeam.engine.ErlangScriptEngineFactory;
}

/** The javax.script engines, the fluent host API and the command line. */
module dev.moonbeam.engine {
  requires static org.jspecify;
  requires transitive java.scripting;
  requires transitive dev.moonbeam.core;
  requires dev.moonbeam.lua;
  requires dev.moonbeam.erlang;
  requires dev.moonbeam.cache;

  uses dev.moonbeam.core.language.Language;
}

/** Erlang: grammar, preprocessor, syntax tree, lint, lowering, builtins and OTP modules. */
module dev.moonbeam.erlang {
  requires static org.jspecify;
  requires org.antlr.antlr4.runtime;
  requires transitive dev.moonbeam.core;

  exports dev.moonbeam.erlang;
  exports dev.moonbeam.erlang.syntax;
  exports dev.moonbeam.erlang.runtime;

  provides dev.moonbeam.core.language.Language with
      dev.moonbeam.erlang.ErlangLanguage;
}

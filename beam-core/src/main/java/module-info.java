/** The language-neutral core: terms, IR, compiler, processes, code server, builtins. */
module dev.moonbeam.core {
  requires static org.jspecify;
  requires static java.compiler;
  requires transitive dev.moonbeam.policy;

  exports dev.moonbeam.core.source;
  exports dev.moonbeam.core.term;
  exports dev.moonbeam.core.ir;
  exports dev.moonbeam.core.pass;
  exports dev.moonbeam.core.codegen;
  exports dev.moonbeam.core.process;
  exports dev.moonbeam.core.code;
  exports dev.moonbeam.core.builtin;
  exports dev.moonbeam.core.language;

  uses dev.moonbeam.core.language.Language;
}

package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lint of calls: what a name means, and what is known of the function that it means. */
final class LintCall {
  private static final Set<String> FORMATTING = Set.of("format", "fwrite");

  private final LintFunction function;

  LintCall(LintFunction function) {
    this.function = function;
  }

  void call(Node.Call call, LintScope scope) {
    List<Node> arguments = call.arguments();
    switch (call.function()) {
      case Node.Literal(_, Atom name) when isRecordTest(name.name(), arguments) ->
          recordTest(arguments, scope);
      case Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name))
          when owner.name().equals("erlang") && isRecordTest(name.name(), arguments) ->
          recordTest(arguments, scope);
      // As from before there was module:function(...).
      case Node.TupleOf(_, List<Node> pair)
          when pair.size() == 2
              && pair.get(0) instanceof Node.Literal(_, Atom owner)
              && pair.get(1) instanceof Node.Literal(_, Atom name)
              && owner.name().equals("erlang")
              && isRecordTest(name.name(), arguments) ->
          recordTest(arguments, scope);
      case Node.Literal(long at, Atom name) -> {
        function.expressions.operands(arguments, scope);
        local(call, name.name(), at);
      }
      case Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name))
          when MatchSpecification.isCall(owner.name(), name.name(), arguments) -> {
        // Not a fun that runs: what it calls are operations of match specifications.
      }
      case Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name)) -> {
        remote(call, owner.name(), name.name());
        function.module.checkModuleName(owner.name(), function.file, call.at());
        function.expressions.operands(arguments, scope);
      }
      case Node.Remote remote -> {
        if (remote.module() instanceof Node.Literal(long at, Atom owner)) {
          function.module.checkModuleName(owner.name(), function.file, at);
        }
        List<Node> all = new ArrayList<>();
        all.add(remote.module());
        all.add(remote.function());
        all.addAll(arguments);
        function.expressions.operands(all, scope);
      }
      case Node other -> {
        if (isNoFunction(other)) {
          function.warning(call.at(), "invalid function call");
        }
        List<Node> all = new ArrayList<>();
        all.add(other);
        all.addAll(arguments);
        function.expressions.operands(all, scope);
      }
    }
  }

  private static boolean isRecordTest(String name, List<Node> arguments) {
    return name.equals("is_record")
        && arguments.size() == 2
        && arguments.get(1) instanceof Node.Literal(_, Atom _);
  }

  private void recordTest(List<Node> arguments, LintScope scope) {
    function.expressions.expression(arguments.getFirst(), scope);
    if (arguments.get(1) instanceof Node.Literal(long at, Atom tag)) {
      function.records.exists(tag.name(), at);
    }
  }

  private static boolean isNoFunction(Node node) {
    return switch (node) {
      case Node.Literal literal -> !(literal.value() instanceof Bits);
      case Node.Char _, Node.Str _, Node.ListOf _, Node.ListComprehension _, Node.RecordIndex _ ->
          true;
      case Node.TupleOf tuple -> tuple.elements().size() != 2;
      default -> false;
    };
  }

  /**
   * {@code fun name/arity}: a function of the module or of module erlang, never an imported one.
   */
  void local(Node.LocalFun fun) {
    FunctionName name = new FunctionName(fun.name(), fun.arity());
    if (name.equals(LintModule.RECORD_INFO)) {
      function.error(fun.at(), "illegal record info");
    } else if (function.module.isLocal(name)
        || !Bifs.isAutoImported(fun.name(), fun.arity())
        || function.context().isNotAutoImported(name)) {
      function.module.called(function.file, name, fun.at());
    }
  }

  private void local(Node.Call call, String name, long at) {
    int arity = call.arguments().size();
    FunctionName called = new FunctionName(name, arity);
    boolean automatic =
        Bifs.isAutoImported(name, arity) && !function.context().isNotAutoImported(called);
    String imported = function.module.imported(called);
    if (automatic && imported == null && !function.module.isLocal(called)) {
      obsolete(call.at(), "erlang", name, arity);
    } else if (imported != null) {
      remote(call, imported, name);
      function.module.useImport(called);
    } else if (called.equals(LintModule.RECORD_INFO)) {
      function.records.info(call, at);
    } else {
      if (automatic && function.options().bifClash && !function.module.mayClash(called)) {
        ambiguous(call.at(), called);
      }
      if (!called.equals(function.name)) {
        function.module.called(function.file, called, call.at());
      }
    }
  }

  private void ambiguous(long at, FunctionName called) {
    boolean old = Bifs.isOld(called.name(), called.arity());
    String message =
        "ambiguous call of overridden "
            + (old ? "pre R14 " : "")
            + "auto-imported BIF "
            + called
            + "\n - use erlang:"
            + called
            + " or \"-compile({no_auto_import,["
            + called
            + "]}).\" to resolve name clash";
    if (old) {
      function.error(at, message);
    } else {
      function.warning(at, message);
    }
  }

  private void remote(Node.Call call, String owner, String name) {
    List<Node> arguments = call.arguments();
    obsolete(call.at(), owner, name, arguments.size());
    if (owner.equals("qlc")
        && name.equals("q")
        && arguments.size() < 3
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof Node.ListComprehension
        && !function.module.includesQlc()) {
      function.warning(
          call.at(), "qlc:q/" + arguments.size() + " called, but \"qlc.hrl\" not included");
    }
    if (owner.equals("erlang") && name.equals("load_nif") && arguments.size() == 2) {
      function.module.loadsNif();
      if (function.options().nifInline && function.options().inlines()) {
        function.warning(
            call.at(),
            "inlining is enabled - local calls to NIFs may call their Erlang implementation"
                + " instead");
      }
    }
    if ((owner.equals("io") || owner.equals("io_lib")) && FORMATTING.contains(name)) {
      new LintFormat(function).call(call);
    }
  }

  /** Whether the function is one that OTP has given up. */
  void obsolete(long at, String owner, String name, int arity) {
    ObsoleteFunctions.Note note = ObsoleteFunctions.note(owner, name, arity);
    if (note != null && function.module.tellsObsolete(owner, name, arity, note.removed())) {
      function.warning(at, note.text());
    }
  }
}

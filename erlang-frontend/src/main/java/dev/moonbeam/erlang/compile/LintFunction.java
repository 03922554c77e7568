package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.LintScope.Binding;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lint of expressions and guards; what it says is worded as OTP's {@code erl_lint} words it. */
final class LintFunction {
  private final LintModule module;
  private final LintPattern patterns;
  private final String file;

  /** Where variables may not stand: defaults of record fields, outside of funs. */
  private @Nullable String forbidden;

  private final List<Binding> bindings = new ArrayList<>();

  private final LintEffects effects = new LintEffects(this);
  private final LintMatches matches = new LintMatches(this);
  private final LintFailures failures = new LintFailures(this);

  /** In code that is never reached, of which only lint itself speaks. */
  private boolean unreached;

  LintFunction(LintModule module, String file) {
    this.module = module;
    this.file = file;
    this.patterns = new LintPattern(this);
  }

  void error(long at, String message) {
    module.error(file, at, message);
  }

  void shadowed(long at, String name, String in) {
    if (!module.hasOption("nowarn_shadow_vars")) {
      warning(at, "variable '" + name + "' shadowed in " + in);
    }
  }

  void warning(long at, String message) {
    module.warning(file, at, message);
  }

  /** A warning of what comes after lint in OTP: only of a module without errors. */
  void late(long at, String message) {
    if (!unreached) {
      module.late(file, at, message);
    }
  }

  ModuleContext context() {
    return module.context;
  }

  // ---- Functions -------------------------------------------------------------------------------

  void function(FunctionName name, List<Node.Clause> clauses) {
    clauses(clauses, new LintScope(null), null);
    shadowedClauses(clauses, name, null);
    matches.only(clauses, clauses.getFirst().at());
    matches.repeated(clauses, any -> false);
    reportUnused();
  }

  /** A script: what its last expression leaves bound is handed out, so nothing is unused. */
  void script(List<Node> body, List<String> bound) {
    LintScope scope = new LintScope(null);
    for (String name : bound) {
      scope.bind(name, 0).use();
    }
    body(body, scope);
  }

  void recordDefault(Node value) {
    forbidden = "record definition";
    expression(value, new LintScope(null));
    forbidden = null;
  }

  private void reportUnused() {
    if (module.hasOption("nowarn_unused_vars")) {
      return;
    }
    for (Binding binding : bindings) {
      if (!binding.used && !binding.name.startsWith("_")) {
        warning(binding.at, "variable '" + binding.name + "' is unused");
      }
    }
  }

  Binding bind(String name, long at, LintScope scope) {
    Binding binding = scope.bind(name, at);
    bindings.add(binding);
    return binding;
  }

  /** Clauses of a function or fun, whose parameters shadow. */
  private void clauses(List<Node.Clause> clauses, LintScope outer, @Nullable String shadowing) {
    String outside = forbidden;
    forbidden = null;
    for (Node.Clause clause : clauses) {
      LintScope scope = new LintScope(outer);
      patterns.head(clause.patterns(), scope, outer, shadowing);
      guard(clause.guard(), scope);
      body(clause.body(), scope);
    }
    forbidden = outside;
  }

  /**
   * A clause after one that takes everything.
   *
   * @param name of the function whose clauses these are, or null
   * @param scope whose variables are compared with rather than bound; null where patterns shadow
   */
  private void shadowedClauses(
      List<Node.Clause> clauses, @Nullable FunctionName name, @Nullable LintScope scope) {
    long always = 0;
    for (Node.Clause clause : clauses) {
      if (always != 0) {
        previousMatches(clause.at(), name, always);
      } else if (isCertain(clause, scope)) {
        always = clause.at();
      }
    }
  }

  void previousMatches(long at, @Nullable FunctionName name, long previous) {
    late(
        at,
        "this clause"
            + (name == null ? "" : " for " + LintModule.shown(name))
            + " cannot match because a previous clause at line "
            + Lowering.line(previous)
            + " always matches");
  }

  private static boolean isCertain(Node.Clause clause, @Nullable LintScope scope) {
    Set<String> names = new HashSet<>();
    for (Node pattern : clause.patterns()) {
      if (!(pattern instanceof Node.Var(_, String name))) {
        return false;
      }
      if (!name.equals("_") && (!names.add(name) || scope != null && scope.find(name) != null)) {
        return false;
      }
    }
    return clause.guard().isEmpty()
        || clause.guard().stream()
            .anyMatch(
                tests ->
                    tests.stream()
                        .allMatch(
                            test -> test instanceof Node.Literal(_, Object v) && v == Atom.TRUE));
  }

  // ---- Expressions -----------------------------------------------------------------------------

  void body(List<Node> nodes, LintScope scope) {
    boolean before = unreached;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (i < nodes.size() - 1) {
        effects.effect(node);
      }
      expression(node, scope);
      unreached |= LintMatches.fails(node);
    }
    unreached = before;
  }

  /** Operands: none sees what another binds. */
  void operands(List<Node> nodes, LintScope scope) {
    if (nodes.size() == 1) {
      expression(nodes.getFirst(), scope);
      return;
    }
    List<LintScope> parts = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      LintScope part = new LintScope(scope);
      expression(node, part);
      if (!part.own.isEmpty()) {
        parts.add(part);
      }
    }
    scope.addAll(parts);
  }

  void variable(Node.Var variable, LintScope scope) {
    if (forbidden != null) {
      error(variable.at(), "variable '" + variable.name() + "' in " + forbidden);
      return;
    }
    Binding binding = variable.name().equals("_") ? null : scope.find(variable.name());
    if (binding == null) {
      error(variable.at(), "variable '" + variable.name() + "' is unbound");
      // Once is enough.
      scope.bind(variable.name(), variable.at()).use();
      return;
    }
    if (binding.traceInGuard) {
      error(
          variable.at(), "stacktrace variable '" + binding.name + "' must not be used in a guard");
      return;
    }
    use(binding, variable, scope);
  }

  void use(Binding binding, Node.Var variable, LintScope scope) {
    binding.use();
    if (binding.unsafeIn != null) {
      error(variable.at(), "variable '" + binding.name + "' unsafe in " + binding.unsafeIn);
      scope.bind(binding.name, variable.at()).use();
    }
  }

  void expression(Node node, LintScope scope) {
    switch (node) {
      case Node.Var variable -> variable(variable, scope);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.ListOf list -> {
        List<Node> all = list.elements();
        if (list.tail() != null) {
          all = new ArrayList<>(all);
          all.add(list.tail());
        }
        operands(all, scope);
      }
      case Node.TupleOf tuple -> operands(tuple.elements(), scope);
      case Node.MapOf map -> {
        matches.keys(map);
        map(map, scope);
      }
      case Node.RecordOf record -> record(record, scope);
      case Node.RecordAccess access -> {
        expression(access.record(), scope);
        field(access.name(), access.field(), access.at(), access.fieldAt());
      }
      case Node.RecordIndex index ->
          field(index.name(), index.field(), index.at(), index.fieldAt());
      case Node.Bits bits -> bits(bits, scope);
      case Node.ListComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope);
      case Node.BitComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope);
      case Node.MapComprehension each ->
          comprehension(List.of(each.key(), each.value()), each.qualifiers(), scope);
      case Node.Block block -> body(block.body(), scope);
      case Node.If conditions -> {
        shadowedClauses(conditions.clauses(), null, scope);
        matches.only(conditions.clauses(), conditions.at());
        ways(conditions.clauses(), scope, "if", conditions.at(), null);
      }
      case Node.Case each -> {
        expression(each.subject(), scope);
        shadowedClauses(each.clauses(), null, scope);
        matches.subject(each);
        if (!LintMatches.isWritten(each.subject())) {
          matches.repeated(each.clauses(), variable -> scope.find(variable) != null);
        }
        boolean before = unreached;
        List<LintScope> ways = new ArrayList<>();
        for (Node.Clause clause : each.clauses()) {
          unreached = before || LintMatches.isDropped(each, clause);
          ways.add(way(clause, scope));
        }
        unreached = before;
        scope.addWays(ways, "case", each.at());
      }
      case Node.Receive receive -> receive(receive, scope);
      case Node.Maybe maybe -> maybe(maybe, scope);
      case Node.MaybeMatch match -> {
        expression(match.value(), scope);
        patterns.match(match.pattern(), scope);
      }
      case Node.Try attempt -> attempt(attempt, scope);
      case Node.Catch each -> {
        LintScope inner = new LintScope(scope);
        expression(each.body(), inner);
        scope.addUnsafe(inner, "catch", each.at());
      }
      case Node.FunOf fun -> fun(fun, scope);
      case Node.LocalFun fun -> localFun(fun);
      case Node.RemoteFun fun -> operands(List.of(fun.module(), fun.name(), fun.arity()), scope);
      case Node.Call call -> call(call, scope);
      case Node.Remote remote -> error(remote.at(), "illegal expression");
      case Node.Match match -> {
        matches.match(match);
        expression(match.value(), scope);
        patterns.match(match.pattern(), scope);
      }
      case Node.Binary binary -> binary(binary, scope);
      case Node.Unary unary -> {
        failures.unary(unary);
        expression(unary.operand(), scope);
      }
    }
  }

  private void binary(Node.Binary node, LintScope scope) {
    if (node.operator().equals("andalso") || node.operator().equals("orelse")) {
      expression(node.left(), scope);
      LintScope inner = new LintScope(scope);
      expression(node.right(), inner);
      scope.addUnsafe(inner, node.operator(), node.at());
      return;
    }
    effects.arithmetic(node);
    operands(List.of(node.left(), node.right()), scope);
  }

  private void map(Node.MapOf map, LintScope scope) {
    List<Node> nodes = new ArrayList<>();
    if (map.base() != null) {
      nodes.add(map.base());
    }
    for (Node.MapField field : map.fields()) {
      if (map.base() == null && field.exact()) {
        error(field.at(), "only association operators '=>' are allowed in map construction");
      }
      nodes.add(field.key());
      nodes.add(field.value());
    }
    operands(nodes, scope);
  }

  private void ways(
      List<Node.Clause> clauses,
      LintScope scope,
      String construct,
      long at,
      @Nullable LintScope another) {
    List<LintScope> ways = new ArrayList<>();
    for (Node.Clause clause : clauses) {
      ways.add(way(clause, scope));
    }
    if (another != null) {
      ways.add(another);
    }
    scope.addWays(ways, construct, at);
  }

  private LintScope way(Node.Clause clause, LintScope scope) {
    LintScope way = new LintScope(scope);
    patterns.clause(clause.patterns(), way);
    guard(clause.guard(), way);
    body(clause.body(), way);
    return way;
  }

  private void receive(Node.Receive receive, LintScope scope) {
    LintScope after = null;
    if (receive.timeout() != null) {
      expression(receive.timeout(), scope);
      after = new LintScope(scope);
      body(receive.after(), after);
    }
    shadowedClauses(receive.clauses(), null, scope);
    if (!receive.clauses().isEmpty()) {
      matches.only(receive.clauses(), receive.at());
      matches.repeated(receive.clauses(), variable -> scope.find(variable) != null);
    }
    ways(receive.clauses(), scope, "receive", receive.at(), after);
  }

  private void maybe(Node.Maybe maybe, LintScope scope) {
    LintScope steps = new LintScope(scope);
    body(maybe.steps(), steps);
    LintScope otherwise = new LintScope(scope);
    ways(maybe.otherwise(), otherwise, "else", maybe.at(), null);
    scope.addUnsafe(steps, "maybe", maybe.at());
    scope.addUnsafe(otherwise, "maybe", maybe.at());
  }

  private void attempt(Node.Try attempt, LintScope scope) {
    LintScope body = new LintScope(scope);
    body(attempt.body(), body);
    LintScope of = new LintScope(body);
    shadowedClauses(attempt.of(), null, body);
    matches.guards(attempt.of());
    ways(attempt.of(), of, "try", attempt.at(), null);
    LintScope unsafe = new LintScope(scope);
    unsafe.addUnsafe(body, "try", attempt.at());
    LintScope handlers = new LintScope(unsafe);
    for (Node.CatchClause handler : attempt.handlers()) {
      LintScope way = new LintScope(unsafe);
      List<Node> heads = new ArrayList<>();
      heads.add(handler.kind());
      heads.add(handler.pattern());
      patterns.clause(heads, way);
      LintScope guarded = new LintScope(way);
      if (handler.trace() != null && way.find(handler.trace().name()) == null) {
        guarded.bind(handler.trace().name(), handler.trace().at()).traceInGuard = true;
      }
      guard(handler.guard(), guarded);
      if (handler.trace() != null) {
        trace(handler.trace(), way);
      }
      body(handler.body(), way);
      handlers.addUnsafe(way, "try", attempt.at());
    }
    LintScope after = new LintScope(unsafe);
    after.addUnsafe(of, "try", attempt.at());
    after.addUnsafe(handlers, "try", attempt.at());
    LintScope last = new LintScope(after);
    body(attempt.after(), last);
    scope.addUnsafe(unsafe, "try", attempt.at());
    scope.addUnsafe(of, "try", attempt.at());
    scope.addUnsafe(handlers, "try", attempt.at());
    scope.addUnsafe(last, "try", attempt.at());
  }

  private void trace(Node.Var trace, LintScope way) {
    if (trace.name().equals("_")) {
      return;
    }
    if (way.find(trace.name()) != null) {
      error(trace.at(), "stacktrace variable '" + trace.name() + "' must not be previously bound");
      return;
    }
    bind(trace.name(), trace.at(), way);
  }

  private void fun(Node.FunOf fun, LintScope scope) {
    LintScope named = new LintScope(scope);
    if (fun.name() != null && !fun.name().equals("_")) {
      if (scope.find(fun.name()) != null) {
        shadowed(fun.at(), fun.name(), "'named fun'");
      }
      Binding self = new Binding(fun.name(), fun.at(), List.of());
      named.own.put(fun.name(), self);
      bindings.add(self);
    }
    int arity = fun.clauses().getFirst().patterns().size();
    for (Node.Clause clause : fun.clauses()) {
      if (clause.patterns().size() != arity) {
        error(clause.at(), "head mismatch");
        return;
      }
    }
    shadowedClauses(fun.clauses(), null, null);
    matches.guards(fun.clauses());
    matches.repeated(fun.clauses(), any -> false);
    clauses(fun.clauses(), named, fun.name() == null ? "'fun'" : "'named fun'");
  }

  private void localFun(Node.LocalFun fun) {
    ModuleContext context = module.context;
    FunctionName name = new FunctionName(fun.name(), fun.arity());
    if (context.isBif(fun.name(), fun.arity()) && !context.functions.contains(name)) {
      return;
    }
    module.called(file, name, fun.at());
  }

  private void comprehension(
      List<Node> template, List<Node.Qualifier> qualifiers, LintScope scope) {
    String outside = forbidden;
    forbidden = null;
    LintScope inner = new LintScope(scope);
    for (Node.Qualifier qualifier : qualifiers) {
      inner = new LintScope(inner);
      switch (qualifier) {
        case Node.Filter filter -> filter(filter.test(), inner);
        case Node.ListGenerator generator ->
            generator(List.of(generator.pattern()), generator.source(), inner);
        case Node.BitGenerator generator -> {
          if (generator.pattern() instanceof Node.Bits bits) {
            patterns.generatorBits(bits);
          } else {
            error(generator.at(), "illegal pattern");
          }
          generator(List.of(generator.pattern()), generator.source(), inner);
        }
        case Node.MapGenerator generator ->
            generator(List.of(generator.key(), generator.value()), generator.source(), inner);
      }
    }
    operands(template, new LintScope(inner));
    forbidden = outside;
  }

  private void filter(Node test, LintScope scope) {
    if (ObsoleteFunctions.isTypeTest(test)
        && test instanceof Node.Call(_, Node.Literal(_, Atom name), var arguments)
        && !module.context.isDefined(new FunctionName(name.name(), arguments.size()))) {
      guardTest(test, scope);
    } else {
      expression(test, scope);
    }
  }

  private void generator(List<Node> heads, Node source, LintScope scope) {
    LintScope before = new LintScope(scope.outer);
    expression(source, before);
    patterns.head(heads, scope, scope.outer, "generate");
  }

  // ---- Calls -----------------------------------------------------------------------------------

  private void call(Node.Call call, LintScope scope) {
    List<Node> arguments = call.arguments();
    int arity = arguments.size();
    switch (call.function()) {
      case Node.Literal(_, Atom atom) -> {
        String name = atom.name();
        if (name.equals("record_info") && arity == 2) {
          recordInfo(call);
          return;
        }
        if (name.equals("is_record")
            && arity == 2
            && arguments.get(1) instanceof Node.Literal(_, Atom tag)
            && module.context.isGuardBif(name, arity)) {
          module.recordUsed(tag.name());
          if (!module.context.records.containsKey(tag.name())) {
            error(arguments.get(1).at(), "record " + LintModule.atom(tag.name()) + " undefined");
          }
        }
        operands(arguments, scope);
        localCall(name, arity, call.at());
        if (module.context.isBif(name, arity)) {
          erlang(call, name);
        }
      }
      case Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name))
          when MatchSpecification.isCall(owner.name(), name.name(), arguments) -> {
        // Not a fun that runs: what it calls are operations of match specifications.
      }
      case Node.Remote remote -> {
        remoteCall(call, remote);
        List<Node> all = new ArrayList<>();
        all.add(remote.module());
        all.add(remote.function());
        all.addAll(arguments);
        operands(all, scope);
      }
      default -> {
        List<Node> all = new ArrayList<>();
        all.add(call.function());
        all.addAll(arguments);
        operands(all, scope);
      }
    }
  }

  /** A call of a function of module erlang, with its prefix or without. */
  private void erlang(Node.Call call, String name) {
    failures.call(call, name);
    obsolete(call, "erlang", name);
  }

  private void remoteCall(Node.Call call, Node.Remote remote) {
    failures.remote(call, remote);
    if (remote.module() instanceof Node.Literal(_, Atom owner)
        && remote.function() instanceof Node.Literal(_, Atom name)) {
      if (owner.name().equals("erlang")) {
        erlang(call, name.name());
      } else {
        obsolete(call, owner.name(), name.name());
      }
    }
  }

  private void obsolete(Node.Call call, String owner, String name) {
    String warning = ObsoleteFunctions.warning(owner, name, call.arguments().size());
    if (warning != null && !module.mayBeObsolete(owner, name, call.arguments().size())) {
      warning(call.at(), warning);
    }
  }

  private void localCall(String name, int arity, long at) {
    ModuleContext context = module.context;
    FunctionName function = new FunctionName(name, arity);
    boolean local = context.functions.contains(function);
    if (local
        && Bifs.isAutoImported(name, arity)
        && !context.noAutoImport
        && !context.notAutoImported.contains(function)
        && !context.script) {
      boolean old = Bifs.isOld(name, arity);
      String message =
          "ambiguous call of overridden "
              + (old ? "pre R14 " : "")
              + "auto-imported BIF "
              + function
              + "\n - use erlang:"
              + function
              + " or \"-compile({no_auto_import,["
              + function
              + "]}).\" to resolve name clash";
      if (old) {
        error(at, message);
      } else {
        warning(at, message);
      }
    }
    if (!local && !context.imports.containsKey(function) && context.isBif(name, arity)) {
      return;
    }
    module.called(file, function, at);
  }

  // ---- Records ---------------------------------------------------------------------------------

  @Nullable RecordType recordType(String name, long at) {
    module.recordUsed(name);
    RecordType type = module.context.records.get(name);
    if (type == null) {
      error(at, "record " + LintModule.atom(name) + " undefined");
    }
    return type;
  }

  private void field(String record, String field, long at, long fieldAt) {
    RecordType type = recordType(record, at);
    if (type != null && type.index(field) < 0) {
      error(
          fieldAt,
          "field " + LintModule.atom(field) + " undefined in record " + LintModule.atom(record));
    }
  }

  void fields(Node.RecordOf record, @Nullable RecordType type) {
    Set<String> seen = new HashSet<>();
    for (Node.RecordField field : record.fields()) {
      String name = field.name();
      if (name == null) {
        continue;
      }
      if (type != null && type.index(name) < 0) {
        error(
            field.at(),
            "field "
                + LintModule.atom(name)
                + " undefined in record "
                + LintModule.atom(record.name()));
      } else if (!seen.add(name)) {
        error(
            field.at(),
            "field "
                + LintModule.atom(name)
                + " already defined in record "
                + LintModule.atom(record.name()));
      }
    }
  }

  private void record(Node.RecordOf record, LintScope scope) {
    RecordType type = recordType(record.name(), record.at());
    fields(record, type);
    List<Node> nodes = new ArrayList<>();
    if (record.base() != null) {
      nodes.add(record.base());
    }
    for (Node.RecordField field : record.fields()) {
      if (field.name() == null && (record.base() != null || covers(record, type))) {
        error(
            field.at(),
            record.base() != null ? "illegal expression" : "'_' initializes no omitted fields");
      }
      nodes.add(field.value());
    }
    operands(nodes, scope);
  }

  private static boolean covers(Node.RecordOf record, @Nullable RecordType type) {
    return type != null && record.fields().size() > type.fields().size();
  }

  private void recordInfo(Node.Call call) {
    if (call.arguments().get(0) instanceof Node.Literal(_, Atom what)
        && call.arguments().get(1) instanceof Node.Literal(_, Atom name)
        && (what.name().equals("fields") || what.name().equals("size"))) {
      recordType(name.name(), call.at());
    } else {
      error(call.arguments().getFirst().at(), "illegal record info");
    }
  }

  // ---- Bit syntax ------------------------------------------------------------------------------

  private void bits(Node.Bits bits, LintScope scope) {
    List<Node> nodes = new ArrayList<>();
    for (Node.BitElement element : bits.elements()) {
      bitTypes(element);
      nodes.add(element.value());
      if (element.size() != null) {
        nodes.add(element.size());
      }
    }
    operands(nodes, scope);
  }

  /** The type list of a segment: known words, no contradictions. */
  void bitTypes(Node.BitElement element) {
    String type = null;
    String sign = null;
    String endian = null;
    boolean unit = false;
    for (Node.BitType each : element.types()) {
      switch (each.name()) {
        case "unit" -> {
          unit = true;
          if (each.argument() < 1 || each.argument() > 256) {
            error(element.at(), "bit type {unit," + each.argument() + "} undefined");
          }
        }
        case "signed", "unsigned" -> sign = same("sign", sign, each.name(), element);
        case "little", "big", "native" -> endian = same("endianness", endian, each.name(), element);
        case "integer", "float", "utf8", "utf16", "utf32" ->
            type = same("type", type, each.name(), element);
        case "binary", "bytes" -> type = same("type", type, "binary", element);
        case "bitstring", "bits" -> type = same("type", type, "bitstring", element);
        default -> error(element.at(), "bit type " + LintModule.atom(each.name()) + " undefined");
      }
    }
    boolean utf = type != null && type.startsWith("utf");
    if (utf && (element.size() != null || unit)) {
      error(
          element.at(),
          "neither size nor unit must be given for segments of type utf8/utf16/utf32");
    }
    if (unit
        && element.size() == null
        && (type == null || type.equals("integer") || type.equals("float"))) {
      error(element.at(), "a bit unit size must not be specified unless a size is specified too");
    }
  }

  private String same(String what, @Nullable String before, String now, Node.BitElement element) {
    if (before != null && !before.equals(now)) {
      error(
          element.at(),
          "conflict in "
              + what
              + " specification for bit field: '"
              + now
              + "' and '"
              + before
              + "'");
    }
    return now;
  }

  // ---- Guards ----------------------------------------------------------------------------------

  void guard(List<List<Node>> alternatives, LintScope scope) {
    for (List<Node> tests : alternatives) {
      for (Node test : tests) {
        guardTest(test, scope);
      }
    }
  }

  /** A test at the top of a guard, where old type tests may stand. */
  private void guardTest(Node test, LintScope scope) {
    if (ObsoleteFunctions.isTypeTest(test)
        && test instanceof Node.Call(_, Node.Literal(long at, Atom old), var arguments)) {
      String name = old.name() + "/" + arguments.size();
      ModuleContext context = module.context;
      if (!module.hasOption("nowarn_obsolete_guard")) {
        warning(at, name + " obsolete (use is_" + name + ")");
      }
      FunctionName function = new FunctionName(old.name(), arguments.size());
      if (context.functions.contains(new FunctionName("is_" + old.name(), arguments.size()))) {
        error(
            at,
            ("obsolete %1$s/1 (meaning is_%1$s/1) is illegal when there is a"
                    + " local/imported function named is_%1$s/1 ")
                .formatted(old.name()));
        return;
      }
      if (context.functions.contains(function) || context.imports.containsKey(function)) {
        error(test.at(), "call to local/imported function " + function + " is illegal in guard");
        return;
      }
    }
    guardExpression(ObsoleteFunctions.current(test), scope);
  }

  /** An expression that a guard may hold; anything else is refused where it starts. */
  void guardExpression(Node node, LintScope scope) {
    switch (node) {
      case Node.Var variable -> variable(variable, scope);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.TupleOf tuple -> tuple.elements().forEach(each -> guardExpression(each, scope));
      case Node.ListOf list -> {
        list.elements().forEach(each -> guardExpression(each, scope));
        if (list.tail() != null) {
          guardExpression(list.tail(), scope);
        }
      }
      case Node.MapOf map -> {
        if (map.base() != null) {
          guardExpression(map.base(), scope);
        }
        for (Node.MapField field : map.fields()) {
          guardExpression(field.key(), scope);
          guardExpression(field.value(), scope);
        }
      }
      case Node.Bits bits -> {
        for (Node.BitElement element : bits.elements()) {
          bitTypes(element);
          guardExpression(element.value(), scope);
          if (element.size() != null) {
            guardExpression(element.size(), scope);
          }
        }
      }
      case Node.RecordAccess access -> {
        guardExpression(access.record(), scope);
        field(access.name(), access.field(), access.at(), access.fieldAt());
      }
      case Node.RecordIndex index ->
          field(index.name(), index.field(), index.at(), index.fieldAt());
      case Node.RecordOf record when record.base() == null -> {
        fields(record, recordType(record.name(), record.at()));
        record.fields().forEach(each -> guardExpression(each.value(), scope));
      }
      case Node.Unary unary -> guardExpression(unary.operand(), scope);
      case Node.Binary binary
          when !binary.operator().equals("!")
              && !binary.operator().equals("++")
              && !binary.operator().equals("--") -> {
        guardExpression(binary.left(), scope);
        guardExpression(binary.right(), scope);
      }
      case Node.Call call -> guardCall(call, scope);
      default -> error(node.at(), "illegal guard expression");
    }
  }

  private void guardCall(Node.Call call, LintScope scope) {
    int arity = call.arguments().size();
    ModuleContext context = module.context;
    switch (call.function()) {
      case Node.Literal(_, Atom atom) -> {
        String name = atom.name();
        FunctionName function = new FunctionName(name, arity);
        if (!context.isGuardBif(name, arity)) {
          error(
              call.at(),
              context.isDefined(function)
                  ? "call to local/imported function " + function + " is illegal in guard"
                  : "illegal guard expression");
          return;
        }
        if (name.equals("is_record")
            && call.arguments().get(1) instanceof Node.Literal(_, Atom tag)
            && arity == 2) {
          recordType(tag.name(), call.arguments().get(1).at());
        }
      }
      case Node.Remote(_, Node.Literal(_, Atom erlang), Node.Literal(_, Atom name))
          when erlang.name().equals("erlang")
              && (Bifs.isGuard(name.name(), arity) || isOperator(name.name(), arity)) -> {}
      default -> {
        error(call.at(), "illegal guard expression");
        return;
      }
    }
    call.arguments().forEach(each -> guardExpression(each, scope));
  }

  private static boolean isOperator(String name, int arity) {
    return arity == 1 && ErlangPrimitives.UNARY.containsKey(name)
        || arity == 2
            && (ErlangPrimitives.COMPARISONS.containsKey(name)
                || ErlangPrimitives.BINARY.containsKey(name)
                    && !name.equals("++")
                    && !name.equals("--"));
  }

  /** Whether a pattern's operator expression is constant. */
  static boolean isConstant(Node node) {
    return ConstantExpressions.value(node) != null;
  }
}

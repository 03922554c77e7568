package dev.moonbeam.tests.differential;

/**
 * Random Erlang expressions: arithmetic past 64 bits, term order, guards, patterns, comprehensions,
 * binaries, maps, exceptions. Some operands are hidden behind a call of {@code id/1}, so that
 * neither compiler knows them.
 */
final class ErlangExpressions {
  private static final String[] INTEGERS = {
    "0",
    "1",
    "2",
    "3",
    "-1",
    "-7",
    "10",
    "255",
    "256",
    "1000000",
    "16#7fffffffffffffff",
    "-16#8000000000000000",
    "16#ffffffffffffffff",
    "(1 bsl 100)",
    "-(1 bsl 70)"
  };
  private static final String[] LEAVES = {
    "0.0",
    "1.0",
    "-2.5",
    "1.0e15",
    "1.0e22",
    "0.1",
    "a",
    "b",
    "true",
    "false",
    "undefined",
    "'hello world'",
    "[]",
    "\"abc\"",
    "\"\"",
    "<<>>",
    "<<\"bin\">>",
    "<<1,2,3>>",
    "<<5:3>>",
    "{}",
    "{a,1}",
    "#{}",
    "#{a => 1}",
    "[1,2,3]",
    "[1|2]",
    "{ok, {x, [y]}}",
    "\"\\x{3b1}\""
  };
  private static final String[] ARITHMETIC = {
    "+", "-", "*", "/", "div", "rem", "band", "bor", "bxor"
  };
  private static final String[] COMPARISON = {"==", "/=", "=:=", "=/=", "<", "=<", ">", ">="};

  private final Choice choice;
  private int variables;

  ErlangExpressions(Choice choice) {
    this.choice = choice;
  }

  String expression(int depth) {
    if (depth == 0) {
      // What is no number is always hidden: erlc reorders what it knows to fail.
      return choice.oneIn(2) ? integer(0) : "id(" + choice.of(LEAVES) + ")";
    }
    int d = depth - 1;
    return choice.any(
        () -> "(" + integer(d) + " " + choice.of(ARITHMETIC) + " " + integer(d) + ")",
        () -> "(" + expression(d) + " " + choice.of(ARITHMETIC) + " " + expression(d) + ")",
        () -> "(" + expression(d) + " " + choice.of(COMPARISON) + " " + expression(d) + ")",
        () -> "(" + integer(d) + " " + choice.of(COMPARISON) + " " + integer(d) + ")",
        () -> "(" + choice.of("- ", "not ", "bnot ") + expression(d) + ")",
        () ->
            "("
                + expression(d)
                + " "
                + choice.of("andalso", "orelse", "and", "or", "xor")
                + " "
                + expression(d)
                + ")",
        () -> "[" + expression(d) + ", " + expression(d) + "]",
        () -> "{" + expression(d) + ", " + expression(d) + "}",
        () -> "(" + expression(d) + " " + choice.of("++", "--") + " " + expression(d) + ")",
        () ->
            "#{"
                + expression(d)
                + " => "
                + expression(d)
                + ", "
                + expression(0)
                + " => "
                + expression(d)
                + "}",
        () -> caseOf(d),
        () -> call(d),
        () -> binary(d),
        // Hidden: erlc evaluates the right operand of a comprehension's ++ first.
        () -> "id(" + comprehension(d) + ")",
        () ->
            "(try "
                + expression(d)
                + " catch "
                + variable()
                + ":"
                + variable()
                + " -> {caught, V"
                + (variables - 2)
                + ", V"
                + (variables - 1)
                + "} end)",
        () -> conditional(d),
        () ->
            "(fun("
                + variable()
                + ") -> {V"
                + (variables - 1)
                + ", "
                + expression(d)
                + "} end)("
                + expression(d)
                + ")");
  }

  private String conditional(int depth) {
    String variable = variable();
    return "(begin "
        + variable
        + " = "
        + expression(depth)
        + ", if "
        + guard(variable)
        + " -> "
        + expression(depth)
        + "; true -> "
        + expression(depth)
        + " end end)";
  }

  private String integer(int depth) {
    if (depth == 0) {
      return choice.oneIn(2) ? choice.of(INTEGERS) : "id(" + choice.of(INTEGERS) + ")";
    }
    return choice.any(
        () -> choice.of(INTEGERS),
        () ->
            "("
                + integer(depth - 1)
                + " "
                + choice.of("+", "-", "*", "div", "rem", "band", "bor", "bxor")
                + " "
                + integer(depth - 1)
                + ")",
        () ->
            "("
                + integer(depth - 1)
                + " "
                + choice.of("bsl", "bsr")
                + " "
                + choice.of("0", "1", "3", "64", "-2")
                + ")",
        () ->
            choice.of("abs", "length", "byte_size", "round", "trunc") + "(" + expression(0) + ")");
  }

  private String variable() {
    return "V" + variables++;
  }

  private String guard(String subject) {
    return choice.of(ErlangGuards.of(subject));
  }

  private String test(String subject) {
    return choice.of(
        "is_integer(" + subject + ")",
        subject + " > 1",
        "hd(" + subject + ") =:= 1",
        subject + " =/= a");
  }

  private String caseOf(int depth) {
    StringBuilder text = new StringBuilder("(case " + expression(depth) + " of ");
    int clauses = 1 + choice.below(3);
    for (int i = 0; i < clauses; i++) {
      int first = variables;
      String pattern = pattern(2);
      // A guard on something bound by this pattern, where there is anything.
      boolean guarded = variables > first && choice.oneIn(2);
      text.append(pattern).append(guarded ? " when " + guard("V" + first) : "").append(" -> ");
      text.append("{clause, ").append(i).append(", ");
      text.append(variables > first ? "V" + first : expression(0)).append("}; ");
    }
    return text + (choice.oneIn(3) ? "nomatch -> none" : "_ -> other") + " end)";
  }

  private String pattern(int depth) {
    if (depth == 0) {
      return choice.any(
          this::variable,
          () -> "_",
          () ->
              choice.of(
                  "0",
                  "1",
                  "a",
                  "true",
                  "[]",
                  "\"abc\"",
                  "<<>>",
                  "{}",
                  "1.0",
                  "255",
                  "16#ffffffffffffffff"));
    }
    return choice.any(
        () -> pattern(0),
        () -> "{" + pattern(depth - 1) + ", " + pattern(depth - 1) + "}",
        () -> "[" + pattern(depth - 1) + " | " + pattern(depth - 1) + "]",
        () -> "[" + pattern(depth - 1) + ", " + pattern(depth - 1) + "]",
        () -> "#{a := " + pattern(depth - 1) + "}",
        () -> "<<" + variable() + ", _/binary>>",
        () -> "<<" + variable() + ":4, _/bits>>",
        () -> "<<_:8, " + variable() + "/binary>>",
        () -> "(" + pattern(depth - 1) + " = " + variable() + ")");
  }

  private String call(int depth) {
    return choice.any(
        () ->
            choice.of(
                    "hd",
                    "tl",
                    "length",
                    "tuple_size",
                    "byte_size",
                    "map_size",
                    "abs",
                    "is_list",
                    "is_atom",
                    "float",
                    "round",
                    "trunc",
                    "tuple_to_list",
                    "list_to_tuple",
                    "atom_to_list",
                    "integer_to_list",
                    "list_to_integer",
                    "list_to_binary",
                    "binary_to_list",
                    "bit_size",
                    "iolist_size",
                    "iolist_to_binary",
                    "size",
                    "is_boolean",
                    "integer_to_binary")
                + "("
                + expression(depth)
                + ")",
        () ->
            choice.of("element", "max", "min", "is_map_key")
                + "("
                + expression(depth)
                + ", "
                + expression(depth)
                + ")",
        () ->
            "lists:"
                + choice.of("reverse", "sort", "sum", "max", "last", "usort", "flatten", "append")
                + "("
                + expression(depth)
                + ")",
        () ->
            "lists:"
                + choice.of("member", "nth", "delete", "seq", "duplicate", "nthtail")
                + "("
                + choice.of("0", "1", "2", "3", "a")
                + ", "
                + expression(depth)
                + ")",
        () ->
            "maps:"
                + choice.of("to_list", "keys", "values", "size", "from_list")
                + "("
                + expression(depth)
                + ")",
        () ->
            "maps:"
                + choice.of("get", "find", "remove", "is_key")
                + "("
                + expression(depth)
                + ", "
                + expression(depth)
                + ")",
        () -> "setelement(" + integer(0) + ", " + expression(depth) + ", " + expression(0) + ")",
        () ->
            "lists:map(fun("
                + variable()
                + ") -> {V"
                + (variables - 1)
                + "} end, "
                + expression(depth)
                + ")",
        () ->
            "lists:foldl(fun("
                + variable()
                + ", "
                + variable()
                + ") -> [V"
                + (variables - 2)
                + ", V"
                + (variables - 1)
                + "] end, [], "
                + expression(depth)
                + ")",
        () -> choice.of("throw", "error", "exit") + "(" + expression(depth) + ")",
        () -> "(" + expression(depth) + ")#{a := " + expression(0) + "}",
        () -> "(" + expression(depth) + ")#{new => " + expression(0) + "}");
  }

  private String binary(int depth) {
    return choice.any(
        () ->
            "<<("
                + integer(depth)
                + ")"
                + choice.of("", ":16", ":4", ":3", ":12/little", ":64/signed", ":0", "/utf8")
                + ">>",
        () -> "<<(" + integer(0) + "):5, (" + integer(0) + "):11>>",
        () -> "<<(" + expression(depth) + ")/binary, 1>>",
        () -> "<<(" + expression(depth) + ")/bits, 1:2>>",
        () -> "<<(" + expression(depth) + ")/float>>",
        () ->
            "<<("
                + expression(depth)
                + "):"
                + choice.of("8", "32", "(id(2))", "(id(-1))", "(id(a))")
                + ">>");
  }

  private String comprehension(int depth) {
    String variable = variable();
    return choice.any(
        () -> "[{" + variable + "} || " + variable + " <- " + expression(depth) + "]",
        () ->
            "["
                + variable
                + " || "
                + variable
                + " <- "
                + expression(depth)
                + ", "
                + test(variable)
                + "]",
        () ->
            "["
                + variable
                + " || <<"
                + variable
                + choice.of(":3", ":8", ":4")
                + ">> <= "
                + expression(depth)
                + "]",
        () -> "<< <<" + variable + ">> || " + variable + " <- " + expression(depth) + ">>",
        () -> "[" + variable + " || {" + variable + ", _} <- " + expression(depth) + "]",
        () -> "<< <<" + variable + ":2>> || <<" + variable + ":5>> <= " + expression(depth) + ">>");
  }
}

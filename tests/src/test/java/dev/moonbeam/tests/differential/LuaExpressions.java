package dev.moonbeam.tests.differential;

/**
 * Random Lua expressions over edge values: arithmetic, comparison, strings, tables, library
 * functions, errors.
 */
final class LuaExpressions {
  private static final String[] VALUES = {
    "0",
    "1",
    "2",
    "-1",
    "7",
    "10",
    "63",
    "64",
    "255",
    "math.maxinteger",
    "math.mininteger",
    "0.0",
    "-0.0",
    "0.5",
    "1.5",
    "-2.5",
    "2^53",
    "2^63",
    "1e15",
    "1e100",
    "1e308",
    "5e-324",
    "math.huge",
    "-math.huge",
    "0/0",
    "3.0",
    "'10'",
    "'0x10'",
    "'1e1'",
    "' 5 '",
    "'abc'",
    "''",
    "'-7'",
    "'1.5'",
    "nil",
    "true",
    "false",
    "{}"
  };
  private static final String[] NUMBERS = {
    "0",
    "1",
    "2",
    "3",
    "-1",
    "-3",
    "7",
    "100",
    "math.maxinteger",
    "math.mininteger",
    "0.0",
    "0.5",
    "-2.5",
    "1e15",
    "2^53",
    "2^63",
    "math.huge",
    "-math.huge",
    "3.0",
    "1e300"
  };
  private static final String[] STRINGS = {
    "''",
    "'a'",
    "'abc'",
    "'hello world'",
    "'10'",
    "'a,b,,c'",
    "'  x  '",
    "'%d'",
    "'AbC'",
    "'ababababab'",
    "'key=val'",
    "'123abc456'",
    "'[x]'",
    "'a.b.c'"
  };
  private static final String[] PATTERNS = {
    "'.'",
    "'%a+'",
    "'%d*'",
    "'(%w+)=(%w+)'",
    "'^%s*(.-)%s*$'",
    "'[^,]*'",
    "'%b[]'",
    "'%f[%w]%w+'",
    "'a-b'",
    "'()'",
    "'x?'",
    "'[a-c]+'",
    "'%.'",
    "'(a)(b)(c)'",
    "'%'",
    "'[a'",
    "'(a'",
    "'%1'",
    "'$'",
    "''"
  };
  private static final String[] BINARY = {
    "+", "-", "*", "/", "//", "%", "^", "&", "|", "~", "<<", ">>", "..", "==", "~=", "<", "<=", ">",
    ">=", "and", "or"
  };

  private final Choice choice;

  LuaExpressions(Choice choice) {
    this.choice = choice;
  }

  String expression(int depth) {
    if (depth == 0) {
      return choice.of(VALUES);
    }
    return choice.any(
        () ->
            "("
                + expression(depth - 1)
                + " "
                + choice.of(BINARY)
                + " "
                + expression(depth - 1)
                + ")",
        () -> "(" + number(depth - 1) + " " + choice.of(BINARY) + " " + number(depth - 1) + ")",
        () -> "(" + choice.of("- ", "not ", "~ ", "#") + expression(depth - 1) + ")",
        () -> number(depth),
        () -> string(depth),
        () -> call(depth - 1),
        () ->
            "({"
                + expression(depth - 1)
                + ", x = "
                + expression(depth - 1)
                + "})"
                + choice.of("[1]", ".x", "[2]", ".y"),
        () ->
            "(function(a, b) return a "
                + choice.of(BINARY)
                + " b end)("
                + expression(depth - 1)
                + ", "
                + expression(depth - 1)
                + ")");
  }

  private String number(int depth) {
    if (depth == 0) {
      return choice.of(NUMBERS);
    }
    return choice.any(
        () -> choice.of(NUMBERS),
        () ->
            "("
                + number(depth - 1)
                + " "
                + choice.of("+", "-", "*", "//", "%", "/", "^")
                + " "
                + number(depth - 1)
                + ")",
        () ->
            "math."
                + choice.of("floor", "ceil", "abs", "tointeger", "sqrt")
                + "("
                + number(depth - 1)
                + ")",
        () ->
            "math."
                + choice.of("max", "min", "fmod", "ult")
                + "("
                + number(depth - 1)
                + ", "
                + number(depth - 1)
                + ")",
        () -> "tonumber(" + string(0) + choice.of("", ", 10", ", 16", ", 36") + ")",
        () -> "#" + string(0));
  }

  private String string(int depth) {
    if (depth == 0) {
      return choice.of(STRINGS);
    }
    return choice.any(
        () -> choice.of(STRINGS),
        () -> "(" + string(depth - 1) + " .. " + expression(depth - 1) + ")",
        () -> "tostring(" + number(depth - 1) + ")",
        () ->
            "string."
                + choice.of("upper", "lower", "reverse", "len")
                + "("
                + string(depth - 1)
                + ")",
        () ->
            "string.sub("
                + string(depth - 1)
                + ", "
                + choice.of(NUMBERS)
                + ", "
                + choice.of(NUMBERS)
                + ")");
  }

  private String call(int depth) {
    return choice.any(
        () ->
            "string.find("
                + string(depth)
                + ", "
                + choice.of(PATTERNS)
                + ", "
                + choice.of("1", "2", "-2", "100")
                + ")",
        () -> "string.match(" + string(depth) + ", " + choice.of(PATTERNS) + ")",
        () ->
            "string.gsub("
                + string(depth)
                + ", "
                + choice.of(PATTERNS)
                + ", "
                + choice.of("'<%0>'", "'%1'", "''", "string.upper", "{a = 1}")
                + ")",
        () ->
            "string.format("
                + choice.of(
                    "'%d'",
                    "'%5.2f'", "'%s'", "'%x'", "'%g'", "'%q'", "'%c'", "'%10s|'", "'%i'", "'%e'",
                    "'%.3s'", "'%a'")
                + ", "
                + expression(depth)
                + ")",
        () -> "string.byte(" + string(depth) + ", 1, -1)",
        () ->
            "string.rep("
                + string(0)
                + ", "
                + choice.of("0", "1", "3", "-1", "2.0", "1.5")
                + ", "
                + string(0)
                + ")",
        () -> "table.concat({" + expression(depth) + ", " + string(0) + "}, " + string(0) + ")",
        () ->
            "select("
                + choice.of("1", "2", "-1", "'#'", "0", "5")
                + ", "
                + expression(depth)
                + ", "
                + expression(depth)
                + ")",
        () ->
            "table.unpack({"
                + expression(depth)
                + ", "
                + expression(depth)
                + "}, "
                + choice.of("1", "2", "0", "-1")
                + ")",
        () -> "math.type(" + expression(depth) + ")",
        () -> "type(" + expression(depth) + ")",
        () -> "rawequal(" + expression(depth) + ", " + expression(depth) + ")",
        () -> "utf8.char(" + choice.of("65, 228", "8364", "0x1F319", "-1", "0x7FFFFFFF") + ")",
        () -> "utf8.len(" + string(depth) + ")",
        () ->
            "string.pack("
                + choice.of("'<i4'", "'>d'", "'z'", "'s1'", "'b'", "'<I3'")
                + ", "
                + expression(depth)
                + ")");
  }
}

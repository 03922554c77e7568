package dev.moonbeam.tests.differential;

/**
 * Random calls of library functions with arguments that are composed as well: patterns, format
 * specifications and pack formats from their parts, right and wrong ones.
 */
final class LuaLibraryCalls {
  private static final String[] INTEGERS = {
    "0", "1", "2", "-1", "5", "64", "255", "-128", "1 << 31", "math.maxinteger", "math.mininteger"
  };
  private static final String[] FLOATS = {
    "0.0",
    "-0.0",
    "0.5",
    "-2.5",
    "3.0",
    "1e15",
    "1e16",
    "2.0^53",
    "2.0^63",
    "1e100",
    "5e-324",
    "math.huge",
    "-math.huge",
    "0/0",
    "0.1",
    "123456.789"
  };
  private static final String[] STRINGS = {
    "''",
    "'a'",
    "'abc'",
    "'10'",
    "'0x10'",
    "' 5 '",
    "'-7'",
    "'1e1'",
    "'1e'",
    "'a,b,,c'",
    "'abababab'",
    "'key=val'",
    "'123abc456'",
    "'a\\0b'",
    "'\\xff\\xfe'",
    "'h\\u{e9}llo'",
    "'(a(b)c)'",
    "'THE (quick) fox'",
    "'9223372036854775807'",
    "'9223372036854775808'",
    "'0x.8p1'",
    "'5.'"
  };
  private static final String[] OTHERS = {"nil", "true", "{}", "{1, 2, 3}", "print"};

  private final Choice choice;

  LuaLibraryCalls(Choice choice) {
    this.choice = choice;
  }

  /** A call, as an expression. */
  String call() {
    return choice.any(
        () -> "string.find(" + string() + pattern() + small() + choice.of("", ", true") + ")",
        () -> "string.match(" + string() + pattern() + small() + ")",
        () -> "string.gsub(" + string() + pattern() + ", " + replacement() + ")",
        () -> "string.gsub(" + string() + pattern() + ", " + replacement() + small() + ")",
        () -> "all(string.gmatch(" + string() + pattern() + "))",
        () -> "string.format('" + specification() + specification() + "'" + any() + any() + ")",
        () -> "string.format('" + specification() + "', " + number() + ")",
        () -> "string.pack('" + packFormat() + "'" + any() + any() + any() + ")",
        () -> "string.pack('" + packFormat() + "', " + number() + ", " + number() + ", 7)",
        () -> "string.packsize('" + packFormat() + "')",
        () -> "string.unpack('" + packFormat() + "', " + data() + small() + ")",
        () -> "string.sub(" + string() + ", " + number() + ", " + number() + ")",
        () -> "string.byte(" + string() + small() + small() + ")",
        () -> "string.rep(" + string() + small() + ", " + string() + ")",
        () -> "tonumber(" + string() + ", " + choice.below(38) + ")",
        () -> "tonumber(" + string() + ")",
        () ->
            "math."
                + choice.of("floor", "ceil", "abs", "modf", "tointeger", "sqrt", "type")
                + "("
                + value()
                + ")",
        () ->
            "math." + choice.of("fmod", "max", "min", "ult") + "(" + value() + ", " + value() + ")",
        () -> "table.concat(" + list() + ", " + string() + small() + small() + ")",
        () -> "table.unpack(" + list() + small() + small() + ")",
        () -> "changed(table.insert, " + list() + small() + any() + ")",
        () -> "changed(table.remove, " + list() + small() + ")",
        () -> "changed(table.sort, " + list() + ")",
        () -> "utf8.len(" + string() + small() + small() + choice.of("", ", true") + ")",
        () -> "utf8.codepoint(" + string() + small() + small() + ")",
        () -> "utf8.offset(" + string() + small() + small() + ")",
        () -> "utf8.char(" + number() + any() + ")",
        () -> "select(" + value() + any() + any() + ")",
        () -> "turns(" + number() + ", " + number() + ", " + number() + ")");
  }

  private String value() {
    return choice.any(
        this::number, () -> choice.of(STRINGS), () -> choice.of(STRINGS), () -> choice.of(OTHERS));
  }

  private String any() {
    return ", " + value();
  }

  private String number() {
    return choice.any(() -> choice.of(INTEGERS), () -> choice.of(FLOATS));
  }

  private String string() {
    return choice.oneIn(12) ? value() : choice.of(STRINGS);
  }

  /** An argument that is mostly a position, and mostly there. */
  private String small() {
    return choice.oneIn(4)
        ? ""
        : ", " + (choice.oneIn(15) ? choice.of("nil", "'2'", "1.5") : choice.below(12) - 5);
  }

  private String list() {
    if (choice.oneIn(12)) {
      return value();
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = choice.below(7); i > 0; i--) {
      text.append(choice.oneIn(4) ? "'x'" : choice.below(20)).append(", ");
    }
    return text.append("}").toString();
  }

  private String data() {
    return choice.of(
        "'\\1\\2\\3\\4\\5\\6\\7\\8\\9\\10\\11\\12\\13\\14\\15\\16\\17'",
        "'abc\\0def\\0ghi'",
        "'\\5hello world'",
        "('\\255'):rep(17)",
        "('\\0'):rep(9)",
        "''");
  }

  private String replacement() {
    return choice.of(
        "'<%0>'",
        "'%1'",
        "'%2'",
        "'%'",
        "'%a'",
        "''",
        "{a = 'A', abc = 1, b = false}",
        "string.upper",
        "function(a) if a ~= 'a' then return 7 end end",
        "12",
        "true");
  }

  private String pattern() {
    if (choice.oneIn(25)) {
      return any();
    }
    StringBuilder text = new StringBuilder(choice.of("", "", "", "^"));
    int open = 0;
    for (int i = 1 + choice.below(4); i > 0; i--) {
      switch (choice.below(8)) {
        case 0 -> {
          text.append('(');
          open++;
        }
        case 1 -> text.append(choice.of("%b()", "%bxx", "%f[%w]", "%f[^a-c]", "%f"));
        case 2 ->
            text.append(choice.of("%1", "()", "%2", "[", "[]]", "[^]]", "[a-", "%", "[%a-z]"));
        default -> {
          text.append(
              choice.of(".", "a", "b", "%a", "%d", "%s", "%w", "%p", "[a-c]", "[^a-c]", "%g"));
          text.append(choice.of("", "", "*", "+", "-", "?"));
          if (open > 0 && choice.oneIn(2)) {
            text.append(')');
            open--;
          }
        }
      }
    }
    text.append(choice.oneIn(8) ? "" : ")".repeat(open)).append(choice.of("", "", "", "$"));
    return ", '" + text + "'";
  }

  private String specification() {
    return "%"
        + choice.of("", "", "-", "+", " ", "#", "0", "-0", "+ ")
        + choice.of("", "", "5", "12", "99", "100")
        + choice.of("", "", ".0", ".3", ".20", ".100", ".")
        + choice.of("d", "i", "u", "c", "x", "X", "o", "e", "f", "g", "G", "a", "s", "q", "y");
  }

  private String packFormat() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + choice.below(3); i > 0; i--) {
      text.append(choice.of("<", ">", "=", "!", "!4", "", "", " ", "!17"))
          .append(
              choice.of(
                  "b", "B", "h", "H", "i", "I", "l", "j", "J", "f", "d", "n", "s", "s1", "z", "x",
                  "Xi4", "X", "i3", "I5", "i16", "i17", "c0", "c5", "c", "y"));
    }
    return text.toString();
  }
}

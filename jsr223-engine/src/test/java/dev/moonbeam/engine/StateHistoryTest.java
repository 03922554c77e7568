package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of a Lua state: programs that succeed, that fail half-way, states taken, gone
 * back to and forked. Whatever the way to it, a state must be what a fresh one becomes by the
 * programs that count, to the order of traversal.
 */
class StateHistoryTest {
  private static final int STEPS = 60;

  private static final String BASE =
      """
      t = {}
      for i = 1, 6 do t[i] = {} end
      for i = 1, 400 do t[4][i] = i end
      for i = 1, 300 do t[5]['k' .. i] = i end
      for i = 1, 300 do t[6][i * 7] = i end
      local cells = {}
      for i = 1, 3 do
        local value = i
        cells[i] = {get = function() return value end, set = function(v) value = v end}
      end
      function cell(i) return cells[i] end
      function dump()
        local out = {}
        for i = 1, 6 do
          local sum, n = 0, 0
          out[#out + 1] = '#' .. #t[i]
          for k, v in next, t[i] do
            n = n + 1
            sum = (sum * 31 + #tostring(type(k) == "table" or k) * 7 + (math.type(v) and v // 1 or 5)) % 1000003
            if n <= 12 then out[#out + 1] = (type(k) == 'table' and 'T' or k) .. '=' .. (type(v) == 'table' and '{}' or tostring(v)) end
          end
          out[#out + 1] = n .. ':' .. sum
          local meta = getmetatable(t[i])
          if meta then out[#out + 1] = 'meta' .. tostring(meta.__index and t[i].inherited) end
        end
        for i = 1, 3 do out[#out + 1] = 'c' .. cell(i).get() end
        out[#out + 1] = tostring(x) .. tostring(y) .. math.random(1000)
        return table.concat(out, ' ')
      end
      """;

  private final Random random;
  private final Session lua;
  private final MoonbeamNode node = Moonbeam.node().build();

  StateHistoryTest() {
    random = new Random();
    lua = node.newSession("lua");
  }

  private String program() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(statement()).append('\n');
    }
    return text.toString();
  }

  private String statement() {
    int table = random.nextInt(1, 7);
    int n = random.nextInt(1, 420);
    return switch (random.nextInt(20)) {
      case 0, 1 -> "t[%d]['k%d'] = %d".formatted(table, n, random.nextInt(9));
      case 2 -> "t[%d]['n%d'] = nil".formatted(table, n);
      case 3 -> "t[%d]['k%d'] = nil".formatted(table, n);
      case 4, 5 -> "t[%d][%d] = %d".formatted(table, n, n);
      case 6 -> "t[%d][%d] = nil".formatted(table, n);
      case 7 -> "t[%d][#t[%d] + 1] = %d.5".formatted(table, table, n);
      case 8 -> "t[%d][#t[%d]] = nil".formatted(table, table);
      case 9 -> "t[%d][%d] = 'text'".formatted(table, n);
      case 10 -> "table.insert(t[%d], 1, %d)".formatted(table, n);
      case 11 -> "if #t[%d] > 0 then table.remove(t[%d], 1) end".formatted(table, table);
      case 12 -> "for i = 1, %d do t[%d]['z' .. i] = i end".formatted(n, table);
      case 13 -> "for k in pairs(t[%d]) do t[%d][k] = nil end".formatted(table, table);
      case 14 -> "cell(%d).set(%d)".formatted(random.nextInt(1, 4), n);
      case 15 -> "setmetatable(t[%d], {__index = {inherited = %d}})".formatted(table, n);
      case 16 -> "t[%d] = {%d, k = %d}".formatted(table, n, n);
      case 17 -> "x = %d; math.random()".formatted(n);
      case 18 -> "y = (y or 0) + 1";
      default -> "t[%d][t[%d]] = true".formatted(table, random.nextInt(1, 7));
    };
  }

  private record Kept(ScriptState state, List<String> history) {}

  private void check(Session session, List<String> history) {
    ScriptState fresh = node.newState("lua").eval(BASE).state();
    for (String program : history) {
      fresh = fresh.eval(program).state();
    }
    assertThat(session.eval("return dump()")).isEqualTo(fresh.eval("return dump()").value());
    history.add("math.random(1000)"); // dump has drawn one
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aStateIsWhatItsHistoryMakesIt(long seed) {
    random.setSeed(seed);
    lua.eval(BASE);
    List<String> history = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      String program = program();
      switch (random.nextInt(10)) {
        case 0 -> {
          assertThatThrownBy(() -> lua.eval(program + " error('no')"))
              .isInstanceOf(ScriptFailure.class);
        }
        case 1 -> {
          assertThatThrownBy(() -> lua.eval(program + " " + program() + " error('no')"))
              .isInstanceOf(ScriptFailure.class);
          check(lua, history);
        }
        case 2 -> kept.add(new Kept(lua.state(), List.copyOf(history)));
        case 3 -> {
          if (!kept.isEmpty()) {
            Kept back = kept.get(random.nextInt(kept.size()));
            lua.restore(back.state());
            history = new ArrayList<>(back.history());
            check(lua, history);
          }
        }
        case 4 -> {
          if (!kept.isEmpty()) {
            Kept from = kept.get(random.nextInt(kept.size()));
            ScriptState next = from.state().eval(program).state();
            List<String> longer = new ArrayList<>(from.history());
            longer.add(program);
            kept.add(new Kept(next, longer));
          }
        }
        case 5 -> {
          try (Session fork = lua.state().newSession()) {
            fork.eval(program);
            List<String> longer = new ArrayList<>(history);
            longer.add(program);
            check(fork, longer);
          }
        }
        default -> {
          lua.eval(program);
          history.add(program);
        }
      }
    }
    check(lua, history);
    node.close();
  }
}

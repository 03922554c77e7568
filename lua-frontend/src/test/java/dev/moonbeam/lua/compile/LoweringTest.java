package dev.moonbeam.lua.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.ir.IrPrinter;
import dev.moonbeam.core.source.CompileException;
import dev.moonbeam.core.source.SourceUnit;
import org.junit.jupiter.api.Test;

/** The shape of what the lowering makes: join points, cells, direct calls, unboxed loops. */
class LoweringTest {

  @Test
  void assignedLocalsAreParametersOfJoinPoints() throws CompileException {
    assertThat(core("local x = 1 if a then x = 2 end return x"))
        .contains("join endif(x) =")
        .contains("jump endif(2)")
        .contains("jump endif(1)")
        .doesNotContain("cell");
  }

  @Test
  void localsThatDoNotChangeAreNotThreaded() throws CompileException {
    assertThat(core("local x, y = f(), 1 while a do y = y + x end return y"))
        .contains("loop loop(y'2) =")
        .contains("join exit(");
  }

  @Test
  void onlyLocalsBothCapturedAndReassignedAreCells() throws CompileException {
    assertThat(core("local x = 1 local f = function() return x end return f"))
        .doesNotContain("cell");
    assertThat(core("local x x = 1 return x")).doesNotContain("cell");
    assertThat(core("local x = 1 local f = function() x = x + 1 end return f"))
        .contains("cell.new")
        .contains("cell.get")
        .contains("cell.set");
  }

  @Test
  void integerLoopsCountUnboxed() throws CompileException {
    assertThat(core("for i = 1, n do f(i) end")).contains("loop for(i:long) =");
    assertThat(core("for i = 1.0, n do f(i) end")).contains("loop for(i:double) =");
    assertThat(core("for i = 1, 3 do for j = i + 1, n do f(j) end end"))
        .contains("loop for'2(j:long) =");
  }

  @Test
  void aLoopOfUnknownStartHasOneCopyForEachKind() throws CompileException {
    assertThat(core("for i = a, b do f(i) end"))
        .contains("lua.for.isInteger")
        .contains("(i:long) =")
        .contains(":double) =");
  }

  @Test
  void aLargeBodyOfUnknownStartIsLoweredOnce() throws CompileException {
    assertThat(core("for i = a, b do " + "f(i) ".repeat(200) + "end"))
        .doesNotContain("(i:long) =")
        .contains("loop for(i) =");
  }

  @Test
  void constantsFoldAsInLua() throws CompileException {
    assertThat(core("return 1 + 2 * 3")).contains("7").doesNotContain("lua.add");
    assertThat(core("return 1 // 0")).contains("lua.idiv");
    assertThat(core("return 0.0 * -1.0")).contains("lua.mul");
    assertThat(core("local k <const> = 10 return k * 2")).contains("20");
  }

  @Test
  void conditionsAreBranches() throws CompileException {
    assertThat(core("if a and b or c then f() end")).doesNotContain("let and");
    assertThat(core("if not (x < y) then f() end")).doesNotContain("lua.not").contains("lua.lt");
  }

  @Test
  void gotosAreJumps() throws CompileException {
    assertThat(core("for i = 1, 3 do if a then goto continue end f() ::continue:: end"))
        .contains("jump continue()");
    assertThat(core("local n = 0 ::top:: n = n + 1 if n < 9 then goto top end return n"))
        .contains("loop top(n) =");
    assertThat(
            core("do local n = 0 goto b ::a:: n = n + 1 ::b:: if n < 9 then goto a end f(n) end"))
        .contains("loop parts(part:long, n) =");
  }

  @Test
  void whatIsOpenIsClosedOnEveryWayOut() throws CompileException {
    String core =
        core("while a do local x <close> = f() if b then break end if c then return 1 end end");
    assertThat(core.split("lua\\.close\\(", -1)).hasSize(4);
  }

  @Test
  void onlyOneResultOfAParenthesizedCallIsReturned() throws CompileException {
    assertThat(core("return (f())")).contains("let result = apply.lua");
    assertThat(core("return f()")).doesNotContain("let result");
    assertThat(core("return a and f()")).contains("let result");
  }

  private static String core(String source) throws CompileException {
    return IrPrinter.print(LuaCompiler.compile(new SourceUnit("test.lua", source)));
  }
}

package dev.moonbeam.lua.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.term.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers to text and back, against what the reference implementation prints. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.0,0.0",
    "-0.0,-0.0",
    "1.0,1.0",
    "1e15,1e+15",
    "1e14,1e+14",
    "123456789012345.0,1.2345678901234e+14",
    "99999999999999.0,99999999999999.0",
    "0.1,0.1",
    "0.30000000000000004,0.3",
    "3.14159265358979,3.1415926535898",
    "1e100,1e+100",
    "1e-5,1e-05",
    "0.0001,0.0001",
    "123.456,123.456",
    "5e-324,4.9406564584125e-324",
    "1.7976931348623157e308,1.7976931348623e+308",
    "Infinity,inf",
    "-Infinity,-inf",
    "9007199254740993.0,9.007199254741e+15"
  })
  void floatsPrintAsPercent14g(double value, String text) {
    assertThat(Numbers.format(value)).isEqualTo(text);
  }

  @Test
  void nanRemembersThatItWasNegated() {
    double nan = Arithmetic.div(0.0, 0L);
    assertThat(Numbers.format(nan)).isEqualTo("-nan");
    assertThat(Numbers.format(Arithmetic.unm(nan))).isEqualTo("nan");
    assertThat(Numbers.format(Arithmetic.unm(Arithmetic.unm(nan)))).isEqualTo("-nan");
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "7",
    "-7",
    "10",
    "-10",
    "99",
    "100",
    "9223372036854775807",
    "-9223372036854775808",
    "1000000000000000000"
  })
  void integersPrintExactly(long value) {
    assertThat(Numbers.toBinary(value).toLatin1()).isEqualTo(Long.toString(value));
  }

  @ParameterizedTest
  @CsvSource({
    "10,10",
    "'  10  ',10",
    "-0x10,-16",
    "0xffffffffffffffff,-1",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808"
  })
  void integerNumerals(String text, long value) {
    assertThat(Numbers.parse(Binary.of(text))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1e1,10.0",
    "0x1p4,16.0",
    ".5,0.5",
    "5.,5.0",
    "9223372036854775808,9.223372036854775807e18",
    "0x.8,0.5",
    "0x1.8p1,3.0",
    "1e309,Infinity",
    "0xA.8p0,10.5"
  })
  void floatNumerals(String text, double value) {
    assertThat(Numbers.parse(Binary.of(text))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "''", "' '", "x", "1e", "0x", "1 2", "inf", "nan", "1f", "1d", "- 1", "0b1", "1e+", ".",
    "0x.p1", "1_0"
  })
  void whatIsNoNumeral(String text) {
    assertThat(Numbers.parse(Binary.of(text))).isNull();
  }

  @Test
  void comparesIntegersAndFloatsExactly() {
    long big = (1L << 53) + 1;
    assertThat(Comparison.eq(big, (double) big)).isFalse();
    assertThat(Comparison.lt((double) big, big)).isTrue();
    assertThat(Comparison.le(Long.MAX_VALUE, 0x1p63)).isTrue();
    assertThat(Comparison.lt(Long.MAX_VALUE, 0x1p63)).isTrue();
    assertThat(Comparison.eq(Long.MAX_VALUE, 0x1p63)).isFalse();
    assertThat(Comparison.lt(-0x1p63, Long.MIN_VALUE)).isFalse();
    assertThat(Comparison.lt(Double.NaN, 1L)).isFalse();
    assertThat(Comparison.le(1L << 60, Double.NaN)).isFalse();
  }

  @Test
  void divisionAndRemainderFollowTheDivisorsSign() {
    assertThat(Arithmetic.mod(-5.5, 3.0)).isEqualTo(0.5);
    assertThat(Arithmetic.mod(5.5, -3.0)).isEqualTo(-0.5);
    assertThat(Arithmetic.mod(-5.0, Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Arithmetic.idiv(-7.0, 2.0)).isEqualTo(-4.0);
    assertThat(Arithmetic.shl(1, 64)).isZero();
    assertThat(Arithmetic.shr(-1, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(Arithmetic.shl(2, -1)).isEqualTo(1);
  }

  @Test
  void loopsThatReachTheEndOfTheIntegersStop() {
    assertThat(Loops.last(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE - 1);
    assertThat(Loops.last(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(-1);
    assertThat(Loops.last(1, 10, 3)).isEqualTo(10);
    assertThat(Loops.last(1, 9, 3)).isEqualTo(7);
    assertThat(Loops.last(10, 1, -4)).isEqualTo(2);
  }
}

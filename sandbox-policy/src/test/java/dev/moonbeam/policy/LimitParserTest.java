package dev.moonbeam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitParserTest {
  private static ResourceLimits parse(String text) {
    return ResourceLimits.unlimited().with(text);
  }

  @Test
  void everyUnitIsRead() {
    assertThat(parse("reductions=10M,memory=64M,time=2s,processes=100,output=1k").asMap())
        .isEqualTo(
            Map.of(
                Limit.REDUCTIONS, 10_000_000L,
                Limit.MEMORY, 64L << 20,
                Limit.TIME, 2_000_000_000L,
                Limit.PROCESSES, 100L,
                Limit.OUTPUT, 1_024L));
    assertThat(parse("time=250ms").get(Limit.TIME)).isEqualTo(250_000_000L);
    assertThat(parse("time=1h").get(Limit.TIME)).isEqualTo(3_600_000_000_000L);
    assertThat(parse("memory=2G").get(Limit.MEMORY)).isEqualTo(2L << 30);
  }

  @Test
  void unlimitedTakesALimitAway() {
    assertThat(parse("time=1s").with("time=unlimited").get(Limit.TIME))
        .isEqualTo(ResourceLimits.UNLIMITED);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> parse("speed=1"))
        .hasMessageStartingWith("no limit 'speed'; there are reductions, time,");
    assertThatThrownBy(() -> parse("memory")).hasMessage("'memory' is not of the form limit=value");
    assertThatThrownBy(() -> parse("memory=")).hasMessage("'' is not a value for memory");
    assertThatThrownBy(() -> parse("time=5")).hasMessage("'5' is not a value for time");
    assertThatThrownBy(() -> parse("memory=-1")).hasMessage("'-1' is not a value for memory");
    assertThatThrownBy(() -> parse("memory=0")).hasMessage("limit memory must be positive: 0");
    assertThatThrownBy(() -> parse("memory=99999999999999G"))
        .hasMessage("'99999999999999G' is too large; say unlimited");
  }

  @Test
  void fingerprintsTellPoliciesApart() {
    SandboxPolicy standard = SandboxPolicy.standard();
    assertThat(standard.fingerprint()).isEqualTo(SandboxPolicy.standard().fingerprint());
    assertThat(standard.withLimits("time=1s").fingerprint()).isNotEqualTo(standard.fingerprint());
    assertThat(SandboxPolicy.untrusted().fingerprint()).isNotEqualTo(standard.fingerprint());
  }
}

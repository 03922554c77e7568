package dev.moonbeam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostAccessTest {
  public interface Greeter {
    @ScriptVisible
    String greet(String name);
  }

  public static class Polite implements Greeter {
    @Override
    public String greet(String name) {
      return "Good day, " + name;
    }

    public String greet(String name, Object extra) {
      return greet(name) + extra;
    }

    @ScriptVisible
    public void bow() {}

    public void insult() {}
  }

  private static boolean allows(HostAccess access, String name, Class<?>... parameters) {
    try {
      return access.allows(Polite.class, Polite.class.getMethod(name, parameters));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void annotationsCountForTheOverloadTheyStandOn() {
    HostAccess access = HostAccess.annotated();
    assertThat(allows(access, "greet", String.class)).isTrue();
    assertThat(allows(access, "bow")).isTrue();
    assertThat(allows(access, "greet", String.class, Object.class)).isFalse();
    assertThat(allows(access, "insult")).isFalse();
  }

  @Test
  void listsCountForWhatTheListedClassHas() {
    HostAccess access = HostAccess.listed(Map.of(Greeter.class, Set.of("greet", "insult")));
    assertThat(allows(access, "greet", String.class)).isTrue();
    assertThat(allows(access, "greet", String.class, Object.class)).isFalse();
    assertThat(allows(access, "insult")).isFalse();
    HostAccess both = access.or(HostAccess.listed(Map.of(Polite.class, Set.of("insult"))));
    assertThat(allows(both, "insult")).isTrue();
  }

  @Test
  void policiesThatSayTheSameHaveTheSameFingerprint() {
    SandboxPolicy policy =
        SandboxPolicy.standard()
            .withHostAccess(HostAccess.listed(Map.of(List.class, Set.of("size", "get"))))
            .granting(Capability.ENVIRONMENT);
    SandboxPolicy same =
        SandboxPolicy.standard()
            .granting(Capability.ENVIRONMENT, Capability.HALT)
            .denying(Capability.HALT)
            .withHostAccess(HostAccess.listed(Map.of(List.class, Set.of("get", "size"))));
    assertThat(policy.fingerprint()).isEqualTo(same.fingerprint());
    assertThat(policy.fingerprint())
        .isNotEqualTo(policy.withHostAccess(HostAccess.none()).fingerprint());
  }
}

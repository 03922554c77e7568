package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.policy.SandboxPolicy;
import dev.moonbeam.policy.ScriptVisible;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What scripts can do with objects of the host: what {@code HostAccess} names, and nothing else.
 */
class HostObjectTest {
  private MoonbeamNode node = Moonbeam.node().build();

  @AfterEach
  void close() {
    node.close();
  }

  /** An object as a host may hand it over. */
  public static final class Account {
    private long balance;

    @ScriptVisible
    public long deposit(int amount) {
      balance += amount;
      return balance;
    }

    @ScriptVisible
    public String describe(String prefix) {
      return prefix + balance;
    }

    @ScriptVisible
    public String describe(int width, boolean sign) {
      return width + ":" + sign;
    }

    @ScriptVisible
    public int count(String... names) {
      return names.length;
    }

    @ScriptVisible
    public List<Account> self() {
      return List.of(this);
    }

    public void drop() {
      balance = 0;
    }
  }

  private Object lua(String source) {
    return node.lua().put("host", new Account()).eval(source);
  }

  @Test
  void visibleMethodsAreCalledWithColon() {
    assertThat(lua("host:deposit(5) return host:deposit(2.0)")).isEqualTo(7L);
    assertThat(lua("return host:describe('b=')")).isEqualTo("b=0");
    assertThat(lua("return host:describe(3, true)")).isEqualTo("3:true");
    assertThat(lua("return host:count('a', 'b'), 1")).isEqualTo(2L);
    assertThat(lua("return host:self()[1] == host")).isEqualTo(true);
    assertThat(lua("return type(host)")).isEqualTo("userdata");
  }

  @Test
  void everythingElseIsNil() {
    for (String name :
        List.of("drop", "balance", "class", "getClass", "hashCode", "toString", "wait", "notify")) {
      assertThat(lua("return host." + name)).as(name).isNull();
    }
    assertThatThrownBy(() -> lua("return host.class.classLoader"))
        .isInstanceOf(ScriptFailure.class)
        .hasMessageContaining("attempt to index a nil value");
    assertThatThrownBy(() -> lua("host.balance = 5")).isInstanceOf(ScriptFailure.class);
    assertThat(lua("return getmetatable(host)")).isEqualTo(false);
  }

  @Test
  void anObjectWithoutItsMethodIsRefused() {
    assertThatThrownBy(() -> lua("return host.deposit(5)"))
        .hasMessageContaining("use ':' rather than '.'");
    assertThatThrownBy(() -> lua("return host.deposit('x', 5)")).isInstanceOf(ScriptFailure.class);
    assertThatThrownBy(() -> lua("return host:deposit('x')"))
        .hasMessageContaining("bad argument #1 (int expected, got String)");
    assertThatThrownBy(() -> lua("return host:deposit(2^40)"))
        .hasMessageContaining("bad argument #1 (int expected, got Double)");
  }

  @Test
  void underAPolicyThatShowsNothingThereIsNothing() {
    node = Moonbeam.node().policy(SandboxPolicy.untrusted()).build();
    assertThat(lua("return host.deposit")).isNull();
  }

  @Test
  void erlangSeesAnOpaqueTerm() {
    Account account = new Account();
    node.erlang().put("Host", account);
    assertThat(node.erlang().eval("{host, Host} = {host, Host}, Host.")).isSameAs(account);
    assertThat(node.erlang().eval("is_tuple(Host) orelse is_map(Host).")).isEqualTo(false);
  }
}

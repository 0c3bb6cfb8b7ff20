package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final String HERE = "192.0.2.1";

  private long now;
  private final Attempts attempts = new Attempts(limits(true), () -> now);

  /// Two logins at once and one a second; one account at once and one a second.
  private static LimitConfig limits(boolean enabled) {
    return new Limits(enabled, 1, 1, 1, 1, 1, 1, 1, 10);
  }

  @Test
  void letsAnAddressTrySoManyPasswordsAndThenOneAfterTheOther() {
    assertThat(attempts.login(HERE)).isZero();
    assertThat(attempts.login(HERE)).isZero();
    assertThat(attempts.login(HERE)).isEqualTo(1_000);

    now += Duration.ofSeconds(1).toNanos();
    assertThat(attempts.login(HERE)).isZero();
    assertThat(attempts.login(HERE)).isEqualTo(1_000);
  }

  @Test
  void countsAccountsApartFromPasswordsAndAddressesApart() {
    assertThat(attempts.registration(HERE)).isZero();
    assertThat(attempts.registration(HERE)).isEqualTo(1_000);
    assertThat(attempts.login(HERE)).isZero();
    assertThat(attempts.registration("192.0.2.2")).isZero();
  }

  /// A subscriber has 2^64 addresses, and would have as many tries.
  @Test
  void takesANetworkOfIpv6ForOneAddress() {
    assertThat(attempts.registration("2001:db8:1:2:3:4:5:6")).isZero();
    assertThat(attempts.registration("2001:db8:1:2::7")).isEqualTo(1_000);
    assertThat(attempts.registration("2001:db8:1:3::7")).isZero();
  }

  @Test
  void leavesThisMachineAlone() {
    for (String address : new String[] {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1"}) {
      assertThat(attempts.registration(address)).isZero();
      assertThat(attempts.registration(address)).isZero();
    }
  }

  @Test
  void letsEverybodyTryWhenSwitchedOff() {
    Attempts off = new Attempts(limits(false), () -> now);

    assertThat(off.registration(HERE)).isZero();
    assertThat(off.registration(HERE)).isZero();
  }
}

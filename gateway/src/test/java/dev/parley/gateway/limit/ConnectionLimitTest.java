package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.limit.ConnectionLimit.Admission;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
  private static Limits limits(int perAddress, int all, int strangers) {
    return new Limits(true, 1, 1, 1, 1, perAddress, all, strangers, 10);
  }

  @Test
  void refusesMoreConnectionsOfAnAddressThanAllowed() {
    ConnectionLimit limit = new ConnectionLimit(limits(1, 9, 9));
    assertThat(limit.admit("192.0.2.1").refusal()).isNull();
    assertThat(limit.admit("192.0.2.1").refusal()).contains("your address");
    assertThat(limit.admit("192.0.2.2").refusal()).isNull();
  }

  @Test
  void doesNotCountAddressesOfThisMachine() {
    ConnectionLimit limit = new ConnectionLimit(limits(1, 9, 9));
    limit.admit("127.0.0.1");
    assertThat(limit.admit("127.0.0.1").refusal()).isNull();
  }

  @Test
  void takesANetworkOfIpv6ForOneAddress() {
    ConnectionLimit limit = new ConnectionLimit(limits(1, 9, 9));
    limit.admit("2001:db8:1:2:3:4:5:6").release();
    assertThat(limit.admit("2001:db8:1:2::7").refusal()).isNull();
    assertThat(limit.admit("2001:db8:1:2::8").refusal()).contains("your address");
    assertThat(limit.admit("2001:db8:1:3::8").refusal()).isNull();
  }

  @Test
  void refusesMoreConnectionsThanAllowedInAll() {
    ConnectionLimit limit = new ConnectionLimit(limits(9, 1, 9));
    limit.admit("127.0.0.1");
    assertThat(limit.admit("127.0.0.1").refusal()).contains("full");
  }

  @Test
  void makesRoomForStrangersWhenSomebodyLogsIn() {
    // Given
    ConnectionLimit limit = new ConnectionLimit(limits(9, 9, 1));
    Admission first = limit.admit("127.0.0.1");

    // When
    first.promote();
    first.promote();

    // Then
    assertThat(limit.admit("127.0.0.1").refusal()).isNull();
    assertThat(limit.admit("127.0.0.1").refusal()).contains("logging in");
  }

  @Test
  void forgetsAConnectionThatEndedOnce() {
    // Given
    ConnectionLimit limit = new ConnectionLimit(limits(1, 1, 1));
    Admission first = limit.admit("192.0.2.1");

    // When
    first.release();
    first.release();

    // Then
    assertThat(limit.open()).isZero();
    assertThat(limit.admit("192.0.2.1").refusal()).isNull();
  }

  @Test
  void admitsEverybodyWhenSwitchedOff() {
    ConnectionLimit limit = new ConnectionLimit(Limits.off());
    limit.admit("192.0.2.1");
    assertThat(limit.admit("192.0.2.1").refusal()).isNull();
  }
}

package dev.parley.deploy.bench.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class DoorTest {

  @Test
  void isOnLoopback() {
    // When
    Door door = new Door(Door.Kind.tcp, 5555, 1);

    // Then
    assertThat(door.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void spreadsConnectionsOverItsSources() throws UnknownHostException {
    // Given
    Door door = new Door(Door.Kind.tcp, 5555, 3);

    // When
    InetAddress first = door.source(0);
    InetAddress fifth = door.source(4);

    // Then
    assertThat(first).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(fifth).isEqualTo(InetAddress.ofLiteral("127.0.0.2"));
  }

  @Test
  void leavesASingleSourceToTheSystem() throws UnknownHostException {
    // When
    InetAddress source = new Door(Door.Kind.tcp, 5555, 1).source(9);

    // Then
    assertThat(source).isNull();
  }

  @Test
  void refusesNumbersOutOfBounds() {
    // When // Then
    assertThatThrownBy(() -> new Door(Door.Kind.tcp, 0, 1)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new Door(Door.Kind.tcp, 5555, 251)).hasMessageContaining("got 251");
  }
}

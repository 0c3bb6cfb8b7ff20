package dev.parley.deploy.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTableTest {

  @Test
  void givesFurtherInstancesPortsTenHigher() {
    // Given
    var ports = new PortTable(Map.of(), 0);

    // When
    int third = ports.of(Port.ROUTING, 3);

    // Then
    assertThat(third).isEqualTo(8102);
  }

  @Test
  void keepsTwoStacksApartByAnOffset() {
    // Given
    var one = new PortTable(Map.of(), 0);
    var other = new PortTable(Map.of(), 100);

    // Then
    for (Port port : Port.values()) {
      assertThat(other.of(port)).isEqualTo(one.of(port) + 100);
    }
  }

  @Test
  void refusesNumbersThatAreNoPorts() {
    assertThatThrownBy(() -> new PortTable(Map.of(Port.TCP, 65_500), 100))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("tcp would be 65600");
  }

  @Test
  void refusesTheSameNumberTwice() {
    assertThatThrownBy(() -> new PortTable(Map.of(Port.TLS, 5555), 0))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("tcp and tls are both 5555");
  }
}

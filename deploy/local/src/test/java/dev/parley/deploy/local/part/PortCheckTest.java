package dev.parley.deploy.local.part;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortCheckTest {

  @Test
  void namesThePortThatAnotherProgramListensOn() throws IOException {
    // Given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // When, Then
      assertThatThrownBy(() -> PortCheck.requireFree(Port.TCP, taken.getLocalPort(), "127.0.0.1"))
          .isInstanceOf(TroubleException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " (tcp)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "nowhere.invalid"})
  void saysThatAnAddressIsNotOfThisMachine(String address) {
    assertThatThrownBy(() -> PortCheck.requireFree(Port.WEB, FreePorts.next(), address))
        .isInstanceOf(TroubleException.class)
        .hasMessage("this machine does not have the address " + address);
  }

  @Test
  void findsNothingToSayAboutAFreePort() {
    assertThatCode(() -> PortCheck.requireFree(Port.TCP, FreePorts.next(), "127.0.0.1"))
        .doesNotThrowAnyException();
  }
}

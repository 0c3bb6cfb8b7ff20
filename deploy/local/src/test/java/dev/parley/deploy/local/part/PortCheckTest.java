package dev.parley.deploy.local.part;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

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

  @Test
  void findsNothingToSayAboutAFreePort() {
    assertThatCode(() -> PortCheck.requireFree(Port.TCP, FreePorts.next(), "127.0.0.1"))
        .doesNotThrowAnyException();
  }
}

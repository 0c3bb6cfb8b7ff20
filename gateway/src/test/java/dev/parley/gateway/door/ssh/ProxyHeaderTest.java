package dev.parley.gateway.door.ssh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.apache.sshd.common.SshException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "PROXY TCP4 203.0.113.7 192.0.2.1 49152 2222, 203.0.113.7",
    "PROXY TCP6 2001:db8::7 2001:db8::1 49152 2222, 2001:db8:0:0:0:0:0:7"
  })
  void namesTheClient(String line, String address) throws SshException {
    // When
    InetSocketAddress client = requireNonNull(ProxyHeader.client(line));

    // Then
    assertThat(client.getAddress().getHostAddress()).isEqualTo(address);
    assertThat(client.getPort()).isEqualTo(49_152);
  }

  @Test
  void mayNameNobody() throws SshException {
    assertThat(ProxyHeader.client("PROXY UNKNOWN")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2",
        "PROXY TCP4 evil.example 192.0.2.1 49152 2222",
        "PROXY TCP4 203.0.113.7 192.0.2.1 99999 2222",
        "PROXY TCP4 999.1.1.1 192.0.2.1 49152 2222",
        ""
      })
  void isNothingElse(String line) {
    assertThatThrownBy(() -> ProxyHeader.client(line))
        .isInstanceOf(SshException.class)
        .hasMessageContaining("PROXY");
  }
}

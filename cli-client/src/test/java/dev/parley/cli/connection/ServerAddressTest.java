package dev.parley.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ws://127.0.0.1:8080, ws://127.0.0.1:8080/ws",
    "localhost:8080, ws://localhost:8080/ws",
    "http://localhost:8080/, ws://localhost:8080/ws",
    "chat.example.org, wss://chat.example.org:443/ws",
    "https://chat.example.org:8443, wss://chat.example.org:8443/ws",
    "wss://chat.example.org/parley/ws, wss://chat.example.org:443/parley/ws",
    "ws://[::1]:8080, ws://[::1]:8080/ws",
  })
  void reads(String text, String uri) {
    assertThat(ServerAddress.of(text)).hasToString(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://example.org", "ws://", "a b"})
  void saysWhatIsWanted(String text) {
    assertThatThrownBy(() -> ServerAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wss://chat.example.org:8443");
  }
}

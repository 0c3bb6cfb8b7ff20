package dev.parley.gateway.door.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private final Origins origins = new Origins(Set.of("https://chat.example"));

  @ParameterizedTest
  @CsvSource({
    "https://chat.example,10.0.0.1:8080",
    "http://localhost:8080,localhost:8080",
    "http://LOCALHOST:8080,localhost:8080",
    "https://parley.example,parley.example",
    "http://[::1]:8080,[::1]:8080"
  })
  void allowsItsOwnPageAndThoseOfTheOperator(String origin, String host) {
    assertThat(origins.allow(origin, host)).isTrue();
  }

  /// CWE-1385, with the tricks of suffix, prefix, port, scheme and user part.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://parley.example.evil.example",
        "https://evilparley.example",
        "https://parley.example:8443",
        "https://user@parley.example",
        "https://parley.example@evil.example",
        "ftp://parley.example",
        "file://parley.example",
        "parley.example",
        "//parley.example",
        "null",
        "",
        "https://",
        "https://chat.example/",
        "http://chat.example",
        "https://parley.example evil.example"
      })
  void refusesForeignPages(String origin) {
    assertThat(origins.allow(origin, "parley.example")).isFalse();
  }

  @Test
  void allowsWhoIsNoBrowserAndRefusesABrowserThatNamesNoHost() {
    assertThat(origins.allow(null, "parley.example")).isTrue();
    assertThat(origins.allow("https://parley.example", null)).isFalse();
  }
}

package dev.parley.contracts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedInTest {
  @Test
  void keepsItsTokenOutOfLogs() {
    assertThat(new LoggedIn(7, "alice", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln", 1_000, null, null))
        .hasToString("LoggedIn[request=7, account=alice]");
  }
}

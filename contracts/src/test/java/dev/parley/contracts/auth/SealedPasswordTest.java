package dev.parley.contracts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedPasswordTest {
  @Test
  void bindsTheSealingToAccountSessionAndNonce() {
    assertThat(SealedPassword.associatedData("alice", "s1", "n1"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("alice\ns1\nn1");
  }

  @Test
  void namesItsVersionInTheKeySchedule() {
    assertThat(SealedPassword.INFO)
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("parley password v1");
  }

  @Test
  void keepsItsContentOutOfLogs() {
    assertThat(new SealedPassword("k1", new byte[32], new byte[24], "nonce"))
        .hasToString("SealedPassword[keyId=k1]");
  }
}

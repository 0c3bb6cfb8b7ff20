package dev.parley.auth.sshkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Configs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SshKeyConfigTest {
  @Test
  void hasThisDefault() {
    assertThat(Configs.of(SshKeyConfig.class, Map.of()).maxPerAccount()).isEqualTo(20);
  }

  @Test
  void takesEveryValueFromItsKey() {
    assertThat(
            Configs.of(SshKeyConfig.class, Map.of("parley.auth.sshkey.max-per-account", "3"))
                .maxPerAccount())
        .isEqualTo(3);
  }
}

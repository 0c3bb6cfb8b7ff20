package dev.parley.presence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.Configs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditConfigTest {

  @Test
  void hasTheseDefaults() {
    // When
    AuditConfig config = Configs.of(AuditConfig.class, Map.of());

    // Then
    assertThat(config.file()).isEqualTo(Path.of("audit.log"));
    assertThat(config.rotateAt().asLongValue()).isEqualTo(64L * 1024 * 1024);
    assertThat(config.keep()).isEqualTo(5);
    assertThat(config.retention()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void takesEveryValueFromItsKey() {
    // When
    AuditConfig config =
        Configs.of(
            AuditConfig.class,
            Map.of(
                "parley.presence.audit.file", "/var/log/parley.jsonl",
                "parley.presence.audit.rotate-at", "2K",
                "parley.presence.audit.keep", "3",
                "parley.presence.audit.retention", "90d"));

    // Then
    assertThat(config.file()).isEqualTo(Path.of("/var/log/parley.jsonl"));
    assertThat(config.rotateAt().asLongValue()).isEqualTo(2_048);
    assertThat(config.keep()).isEqualTo(3);
    assertThat(config.retention()).isEqualTo(Duration.ofDays(90));
  }
}

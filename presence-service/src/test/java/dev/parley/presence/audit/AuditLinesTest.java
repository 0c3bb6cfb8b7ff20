package dev.parley.presence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditLinesTest {

  @Test
  void leavesOutWhatIsNotKnown() {
    // When
    String lines =
        text(
            List.of(
                AuditedEvents.failed("parley.auth", 1234),
                AuditedEvents.posted("parley.conversations", 5)));

    // Then
    assertThat(lines)
        .isEqualTo(
            """
            {"at":"2026-11-20T13:06:40.007Z","service":"auth-service","action":"login_failed",\
            "account":"mallory","subject":"alice","door":"ssh","address":"192.0.2.7",\
            "cause":"parley.auth/3/1234/1"}
            {"at":"2026-11-20T13:06:40.007Z","service":"auth-service","action":"message_posted",\
            "account":"alice","conversation":"#lobby","seq":5,"size":12,\
            "cause":"parley.conversations/3/5/0"}
            """);
  }

  @Test
  void letsNobodyForgeALine() {
    // When
    String lines = text(List.of(AuditedEvents.by("eve", "x\"}\n{\"at\":\"\u001b[2J")));

    // Then
    assertThat(lines.lines()).hasSize(1);
    assertThat(lines).doesNotContain("\u001b").contains("\\n").contains("\\u001B");
  }

  private static String text(List<AuditedEvent> events) {
    return new String(AuditLines.of(events), StandardCharsets.UTF_8);
  }
}

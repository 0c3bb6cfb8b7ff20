package dev.parley.contracts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditActionTest {
  @Test
  void hasANameForTheTrailForEachAction() {
    assertThat(AuditAction.wireNames())
        .hasSize(AuditAction.values().length)
        .contains("registered", "login_failed", "message_deleted")
        .allMatch(name -> name.matches("[a-z_]+"));
  }
}

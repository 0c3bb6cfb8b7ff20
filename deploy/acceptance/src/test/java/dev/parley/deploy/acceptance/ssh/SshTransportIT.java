package dev.parley.deploy.acceptance.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnParley
class SshTransportIT {
  /// The tool may be older than an algorithm, and than strict key exchange: that it does not know
  /// them is no finding.
  private static final String UNKNOWN = "unknown algorithm";

  @Test
  @Needs("ssh-audit")
  void givesAnAuditNothingToComplainOf(ParleyStack stack) {
    // When
    Outcome audit =
        Programs.run(
            List.of(
                "ssh-audit", "--no-colors", "-p", Integer.toString(stack.sshPort()), "127.0.0.1"),
            Map.of(),
            "");

    // Then
    assertThat(audit.out()).contains("(kex) curve25519-sha256", "(key) ssh-ed25519");
    assertThat(audit.out().lines())
        .filteredOn(line -> line.contains("[fail]") || line.contains("[warn]"))
        .allMatch(line -> line.contains(UNKNOWN));
    assertThat(audit.out()).doesNotContain("(rec) -", "[fail]");
  }

  @Test
  @Needs({"ssh-keyscan", "ssh-keygen"})
  void hasTheKeyThatTheStatusShows(ParleyStack stack) {
    // Given
    String port = Integer.toString(stack.sshPort());
    Outcome scanned = Programs.run(List.of("ssh-keyscan", "-p", port, "127.0.0.1"), Map.of(), "");

    // When
    Outcome fingerprint =
        Programs.run(List.of("ssh-keygen", "-l", "-f", "-"), Map.of(), scanned.out());

    // Then
    assertThat(stack.status().sshFingerprint()).startsWith("SHA256:");
    assertThat(fingerprint.out()).contains(stack.status().sshFingerprint());
  }
}

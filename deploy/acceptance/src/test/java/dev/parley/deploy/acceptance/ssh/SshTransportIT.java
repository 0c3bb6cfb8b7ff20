package dev.parley.deploy.acceptance.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnParley
class SshTransportIT {
  /// Younger than Debian 12's tool, which would warn of what it does not know.
  private static final String YOUNGEST = "mlkem768x25519-sha256";

  @Test
  @Needs("ssh-audit")
  void givesAnAuditNothingToComplainOf(ParleyStack stack) {
    // Given
    Outcome known = Programs.run(List.of("ssh-audit", "--lookup=" + YOUNGEST), Map.of(), "");
    boolean isYoungEnough = known.status() == 0;
    assumeTrue(isYoungEnough || System.getenv("CI") != null, "ssh-audit is older than 3.3.0");
    assertThat(isYoungEnough).as("ssh-audit is 3.3.0 or newer; .ci/run fetches it").isTrue();

    // When
    Outcome audit =
        Programs.run(
            List.of(
                "ssh-audit", "--no-colors", "-p", Integer.toString(stack.sshPort()), "127.0.0.1"),
            Map.of(),
            "");

    // Then
    assertThat(audit.out()).contains("(kex) " + YOUNGEST, "(key) ssh-ed25519");
    assertThat(audit.out()).doesNotContain("[fail]", "[warn]", "(rec) -");
    assertThat(audit.status()).isZero();
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

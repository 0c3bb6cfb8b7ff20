package dev.parley.gateway.door.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyTest {
  @Test
  void isMadeOnceForItsOwnerOnlyAndKept(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    // Given
    KeyPair first = HostKey.in(folder).loadKeys(null).iterator().next();

    // When
    KeyPair again = HostKey.in(folder).loadKeys(null).iterator().next();

    // Then
    assertThat(again.getPublic()).isEqualTo(first.getPublic());
    Path file = folder.resolve("host_ed25519");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.resolve("host_ed25519.fingerprint"))
        .hasContent(KeyUtils.getFingerPrint(first.getPublic()));
  }
}

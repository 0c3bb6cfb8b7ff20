package dev.parley.deploy.local.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {

  private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

  @TempDir Path folder = Path.of("");
  private final byte[] archive = Archives.whole();
  private Path file = Path.of("");

  @BeforeEach
  void encrypt() throws IOException {
    file = folder.resolve("backup");
    try (var out = Encryption.encrypt(Files.newOutputStream(file), PASSPHRASE)) {
      out.write(archive);
    }
  }

  @Test
  void givesBackWhatWasEncrypted() throws IOException {
    assertThat(BackupFile.isEncrypted(file)).isTrue();
    assertThat(new BackupFile(file, PASSPHRASE).verify().rows()).isEqualTo(2);
    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("account.copy");
  }

  @Test
  void refusesAnotherPassphrase() {
    assertThatThrownBy(() -> new BackupFile(file, "wrong horse battery".toCharArray()).verify())
        .isInstanceOf(BadArchiveException.class);
  }

  @Test
  void refusesAFileThatWasCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    for (int missing : List.of(1, 23, whole.length / 2)) {
      Files.write(file, Arrays.copyOf(whole, whole.length - missing));
      assertThatThrownBy(() -> new BackupFile(file, PASSPHRASE).verify())
          .as("without the last %d bytes", missing)
          .isInstanceOf(BadArchiveException.class);
    }
  }

  @Test
  void refusesAFileOfWhichAByteWasAltered() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    for (int position : List.of(60, whole.length / 2, whole.length - 10)) {
      byte[] altered = whole.clone();
      altered[position] ^= 1;
      Files.write(file, altered);
      assertThatThrownBy(() -> new BackupFile(file, PASSPHRASE).verify())
          .as("altered at %d", position)
          .isInstanceOf(BadArchiveException.class);
    }
  }

  @Test
  void isOpenedByGpg() throws IOException, InterruptedException {
    // Given
    assumeThat(Path.of("/usr/bin/gpg")).exists();
    Path clear = folder.resolve("clear.zip");
    Path home = Files.createDirectory(folder.resolve("gpg"));

    // When
    var gpg =
        new ProcessBuilder(
            "/usr/bin/gpg",
            "--batch",
            "--quiet",
            "--homedir",
            home.toString(),
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            new String(PASSPHRASE),
            "--output",
            clear.toString(),
            "--decrypt",
            file.toString());
    Process running = gpg.redirectErrorStream(true).start();
    boolean ended = running.waitFor(60, TimeUnit.SECONDS);

    // Then
    assertThat(ended).isTrue();
    assertThat(running.exitValue()).isZero();
    assertThat(Files.readAllBytes(clear)).isEqualTo(archive);
  }
}

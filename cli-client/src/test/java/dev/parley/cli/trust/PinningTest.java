package dev.parley.cli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinningTest {

  private static final Fingerprint ONE = new Fingerprint("AA:01");
  private static final Fingerprint OTHER = new Fingerprint("BB:02");

  @TempDir Path folder = Path.of("");

  @Test
  void remembersOneCertificatePerServer() {
    // Given
    var known = new KnownServers(folder.resolve("new/known_servers"));

    // When
    known.add("a:443", ONE);
    known.add("b:443", OTHER);

    // Then
    assertThat(known.find("a:443")).contains(ONE);
    assertThat(known.find("b:443")).contains(OTHER);
    assertThat(known.find("c:443")).isEmpty();
  }

  @Test
  void leavesRemarksAndWhatItDoesNotUnderstand() throws Exception {
    // Given
    Path file = folder.resolve("known_servers");
    Files.writeString(file, "# mine\na:443 SHA512 xx\n\n");
    var known = new KnownServers(file);

    // When
    known.add("a:443", ONE);

    // Then
    assertThat(known.find("a:443")).contains(ONE);
    assertThat(Files.readAllLines(file)).startsWith("# mine", "a:443 SHA512 xx");
  }
}

package dev.parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.session.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void isReadByItsOwnerOnly() throws IOException {
    // Given
    var tokens = new TokenFile(new Places(folder, folder.resolve("state"), folder), "host:8080");

    // When
    tokens.write(new Account("alice", "secret"));

    // Then
    assertThat(tokens.read()).contains(new Account("alice", "secret"));
    assertThat(mode(tokens.path())).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("state"))).isEqualTo("rwx------");
  }

  @Test
  void isGoneAfterLogout() throws IOException {
    // Given
    var tokens = new TokenFile(new Places(folder, folder, folder), "host:8080");
    tokens.write(new Account("alice", "secret"));

    // When
    tokens.delete();

    // Then
    assertThat(tokens.read()).isEmpty();
  }

  @Test
  void neverShowsTheToken() {
    assertThat(new Account("alice", "secret")).hasToString("alice");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

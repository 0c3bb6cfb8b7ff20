package dev.parley.deploy.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void remembersAPassword() {
    // Given
    String made = new Secrets(folder).password("auth");

    // When
    String known = new Secrets(folder).password("auth");

    // Then
    assertThat(known).isEqualTo(made).hasSize(32);
  }

  @Test
  void givesEachRoleItsOwn() {
    var secrets = new Secrets(folder);
    assertThat(secrets.password("auth")).isNotEqualTo(secrets.password("routing"));
  }

  @Test
  void liesInAFileOfItsOwner() throws IOException {
    // When
    new Secrets(folder).password("auth");

    // Then
    Path file = folder.resolve("secrets.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}

package dev.parley.deploy.local.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir Path folder = Path.of("");
  private KeyRotation rotation = new KeyRotation(folder);

  @BeforeEach
  void makeKeys() throws IOException {
    rotation = new KeyRotation(folder);
    makeKey("first");
  }

  @Test
  void keepsTheOldTokenKeyWhereItIsPublished() throws IOException {
    // When
    rotation.rotate(NOON);

    // Then
    assertThat(files()).containsExactly("token-until-20261129-120000.jwk");
    assertThat(folder.resolve("token-until-20261129-120000.jwk")).hasContent("first");
  }

  @Test
  void forgetsKeysWhoseTokensHaveEnded() throws IOException {
    // Given
    rotation.rotate(NOON);
    makeKey("second");

    // When
    rotation.rotate(NOON.plus(Duration.ofHours(25)));

    // Then
    assertThat(files()).containsExactly("token-until-20261130-130000.jwk");
  }

  @Test
  void leavesNoKeyThatOthersMayKnow() throws IOException {
    // Given
    rotation.rotate(NOON);
    makeKey("second");

    // When
    rotation.forgetAll();

    // Then
    assertThat(files()).isEmpty();
    assertThat(rotation.isPossible()).isFalse();
  }

  private void makeKey(String text) throws IOException {
    Files.writeString(folder.resolve("token.jwk"), text);
    Files.writeString(folder.resolve("sealing.jwk"), text);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

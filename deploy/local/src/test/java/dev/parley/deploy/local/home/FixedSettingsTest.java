package dev.parley.deploy.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedSettingsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void keepsTheNumberThatTheFolderWasMadeWith() {
    // Given
    new FixedSettings(folder).partitions(12, 6);

    // When
    int partitions = new FixedSettings(folder).partitions(0, 6);

    // Then
    assertThat(partitions).isEqualTo(12);
  }

  @Test
  void refusesAnotherNumberLater() {
    // Given
    new FixedSettings(folder).partitions(0, 6);

    // When, Then
    assertThatThrownBy(() -> new FixedSettings(folder).partitions(12, 6))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("6 partitions");
  }
}

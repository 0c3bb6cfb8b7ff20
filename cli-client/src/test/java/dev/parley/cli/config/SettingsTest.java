package dev.parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void areTheUsualOnesWhereThereIsNoFile() throws IOException {
    assertThat(Settings.read(folder.resolve("none")))
        .isEqualTo(
            new Settings("ws://127.0.0.1:8080", "", Bell.MENTIONS, true, false, false, 20, true));
  }

  @Test
  void canAllBeSet() throws IOException {
    // Given
    Path file =
        write(
            """
            server = wss://chat.example.org
            user = Alice
            bell = all
            color = false
            plain = yes
            sidebar = on
            history = 200
            typing = off
            """);

    // When
    Settings settings = Settings.read(file);

    // Then
    assertThat(settings)
        .isEqualTo(
            new Settings(
                "wss://chat.example.org", "alice", Bell.ALL, false, true, true, 200, false));
  }

  @Test
  void nameWhatIsWrong() throws IOException {
    Path unknown = write("sevrer=x");
    assertThatThrownBy(() -> Settings.read(unknown)).hasMessageContaining("no setting 'sevrer'");
    Path long_ = write("history=201");
    assertThatThrownBy(() -> Settings.read(long_)).hasMessageContaining("1 to 200, found '201'");
    Path bell = write("bell=loud");
    assertThatThrownBy(() -> Settings.read(bell)).hasMessageContaining("none, mentions or all");
  }

  @Test
  void liesWhereXdgSays() {
    assertThat(Places.of(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "rel"), Path.of("/h")))
        .isEqualTo(
            new Places(
                Path.of("/c/parley"),
                Path.of("/h/.local/state/parley"),
                Path.of("/h/.local/share/parley")));
    assertThat(Places.of(Map.of("HOME", "/other"), Path.of("/h")).config())
        .isEqualTo(Path.of("/other/.config/parley"));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "config", ".properties"), text);
  }
}

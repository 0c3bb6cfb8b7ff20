package dev.parley.deploy.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path folder = Path.of("");

  @Test
  void liesWhereTheEnvironmentSays() {
    assertThat(Home.of(Map.of("PARLEY_HOME", "/a")).folder()).isEqualTo(Path.of("/a"));
    assertThat(Home.of(Map.of("XDG_DATA_HOME", "/b")).folder()).isEqualTo(Path.of("/b/parley"));
    assertThat(Home.of(Map.of()).folder()).endsWithRaw(Path.of(".local/share/parley"));
  }

  @Test
  void belongsToItsOwnerOnly() throws IOException {
    // Given
    var home = new Home(folder.resolve("home"));

    // When
    home.prepare();

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void canBePreparedAgain() {
    // Given
    var home = new Home(folder.resolve("home"));
    home.prepare();

    // When
    home.prepare();

    // Then
    assertThat(home.exists()).isTrue();
  }

  @Test
  void refusesAFolderOfANewerVersion() throws IOException {
    // Given
    Files.writeString(folder.resolve("version"), "2\n");

    // When, Then
    assertThatThrownBy(() -> new Home(folder).prepare())
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("newer Parley: layout 2, this one knows 1");
  }

  @Test
  void refusesAFolderThatIsNotParleys() throws IOException {
    // Given
    Files.writeString(folder.resolve("thesis.txt"), "all of it");

    // When, Then
    assertThatThrownBy(() -> new Home(folder).prepare())
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("not Parley's");
  }
}

package dev.parley.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void appendsFaultsWhereOnlyTheirOwnerCanReadThem() throws IOException {
    // Given
    Home home = new Home(folder.resolve("home"));
    FaultFile.add(home, fault());

    // When
    Path file = FaultFile.add(home, new IllegalArgumentException("and again")).orElseThrow();

    // Then
    assertThat(file)
        .isEqualTo(home.logs().resolve("faults.log"))
        .content()
        .contains("it went wrong", "and again", "at " + FaultFileTest.class.getName());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void beginsAnewAboveItsLimit() throws IOException {
    // Given
    Home home = new Home(folder);
    Files.createDirectories(home.logs());
    Files.write(home.logs().resolve("faults.log"), new byte[(1 << 20) + 1]);

    // When
    Path file = FaultFile.add(home, fault()).orElseThrow();

    // Then
    assertThat(file).content().contains("it went wrong").doesNotContain("\0");
  }

  @Test
  void isEmptyWhereNothingCanBeWritten() throws IOException {
    // Given
    Path file = Files.createFile(folder.resolve("file"));

    // When
    var kept = FaultFile.add(new Home(file), fault());

    // Then
    assertThat(kept).isEmpty();
  }

  private static IllegalStateException fault() {
    return new IllegalStateException("it went wrong");
  }
}

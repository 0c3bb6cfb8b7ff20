package dev.parley.deploy.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSwapTest {

  @TempDir Path folder = Path.of("");
  private Home home = new Home(folder);
  private DataSwap swap = new DataSwap(home);

  @BeforeEach
  void makeData() throws IOException {
    home = new Home(folder.resolve("home"));
    home.prepare();
    swap = new DataSwap(home);
    write(home.data(false), "old");
  }

  @Test
  void putsTheNewDataInPlaceAndKeepsTheOld() throws IOException {
    // Given
    write(swap.begin(), "new");

    // When
    Optional<Path> old = swap.swap();

    // Then
    assertThat(home.data(false).resolve("what")).hasContent("new");
    assertThat(old.orElseThrow().resolve("what")).hasContent("old");
    assertThat(swap.recover()).isFalse();
  }

  @Test
  void putsTheOldDataBackAfterACrashBetweenTheRenames() throws IOException {
    // Given
    write(swap.begin(), "new");
    Files.writeString(home.run().resolve("swap"), "data.before-1\n");
    Files.move(home.data(false), home.folder().resolve("data.before-1"));

    // When
    boolean recovered = swap.recover();

    // Then
    assertThat(recovered).isTrue();
    assertThat(home.data(false).resolve("what")).hasContent("old");
    assertThat(swap.begin()).isEmptyDirectory();
  }

  @Test
  void leavesTheNewDataAfterACrashBehindTheRenames() throws IOException {
    // Given
    write(swap.begin(), "new");
    Path old = swap.swap().orElseThrow();
    Files.writeString(home.run().resolve("swap"), old.getFileName() + "\n");

    // When
    boolean recovered = swap.recover();

    // Then
    assertThat(recovered).isFalse();
    assertThat(home.data(false).resolve("what")).hasContent("new");
  }

  @Test
  void leavesTheOldDataWhenItIsCalledOff() throws IOException {
    // Given
    write(swap.begin(), "new");

    // When
    swap.cancel();

    // Then
    assertThat(home.data(false).resolve("what")).hasContent("old");
    assertThat(home.folder().resolve("data.new")).doesNotExist();
  }

  private static void write(Path folder, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("what"), text);
  }
}

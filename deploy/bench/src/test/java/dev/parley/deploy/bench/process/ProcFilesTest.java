package dev.parley.deploy.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcFilesTest {

  private static final String STAT =
      "42 (odd) name) S 1 42 42 0 -1 4194560 100 200 0 0 250 150 30 20 20 0 9 0 77 1 2 3\n";
  private static final String STATUS =
      """
      Name:\tpostgres
      VmHWM:\t    7000 kB
      VmRSS:\t    6000 kB
      RssAnon:\t    1000 kB
      RssFile:\t    2000 kB
      RssShmem:\t    3000 kB
      """;

  @Test
  void addsUserAndSystemTimeOfAProcessAndItsEndedChildren(@TempDir Path proc) throws IOException {
    // Given
    write(proc, "stat", STAT);

    // When
    var seconds = new ProcFiles(proc).cpuSeconds(42);

    // Then
    assertThat(seconds).contains(4.5);
  }

  @Test
  void tellsOwnMemoryFromShared(@TempDir Path proc) throws IOException {
    // Given
    write(proc, "status", STATUS);

    // When
    var memory = new ProcFiles(proc).memory(42);

    // Then
    assertThat(memory).contains(new ProcFiles.Memory(1_000, 5_000));
  }

  @Test
  void knowsTheHighestMemoryAndLetsTheSystemForgetIt(@TempDir Path proc) throws IOException {
    // Given
    write(proc, "status", STATUS);
    ProcFiles files = new ProcFiles(proc);

    // When
    files.forgetHighest(42);

    // Then
    assertThat(files.highest(42)).isEqualTo(7_000);
    assertThat(proc.resolve("42").resolve("clear_refs")).hasContent("5");
  }

  @Test
  void knowsNothingOfAProcessThatHasEnded(@TempDir Path proc) {
    // When
    ProcFiles files = new ProcFiles(proc);

    // Then
    assertThat(files.cpuSeconds(42)).isEmpty();
    assertThat(files.memory(42)).isEmpty();
  }

  private static void write(Path proc, String file, String text) throws IOException {
    Files.createDirectories(proc.resolve("42"));
    Files.writeString(proc.resolve("42").resolve(file), text);
  }
}

package dev.parley.deploy.local.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

  @TempDir Path folder = Path.of("");

  @Test
  void keepsThreeFilesOfBoundedSize() throws IOException {
    // Given
    var log = new RotatingLog(folder.resolve("a.log"), 100);

    // When
    for (int line = 0; line < 100; line++) {
      log.line("line " + line);
    }

    // Then
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(3)
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(120));
    }
  }

  @Test
  void goesOnAtTheEndInANewRun() {
    // Given
    Path file = folder.resolve("a.log");
    new RotatingLog(file, 1000).line("first run");

    // When
    new RotatingLog(file, 1000).line("second run");

    // Then
    assertThat(file).hasContent("first run\nsecond run");
  }

  /// As on a full disk, for which there is a file of its own.
  @Test
  void dropsLinesThatCannotBeWrittenAndHoldsNoFileOpenForThem() throws IOException {
    // Given
    assumeThat(Path.of("/dev/full")).exists();
    Path file = Files.createSymbolicLink(folder.resolve("a.log"), Path.of("/dev/full"));
    var log = new RotatingLog(file, 1_000_000);

    // When
    for (int line = 0; line < 100; line++) {
      log.line("line " + line);
    }

    // Then
    assertThat(opened("/dev/full")).isZero();
  }

  private static long opened(String file) throws IOException {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(each -> pointsTo(each, file)).count();
    }
  }

  private static boolean pointsTo(Path descriptor, String file) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(file);
    } catch (IOException _) {
      return false; // Closed meanwhile: the descriptor of the listing itself.
    }
  }

  @Test
  void showsTheLastLines() {
    // Given
    Path file = folder.resolve("a.log");
    var log = new RotatingLog(file, 1000);
    List.of("one", "two", "three").forEach(log::line);

    // When
    List<String> tail = RotatingLog.tail(file, 2);

    // Then
    assertThat(tail).containsExactly("two", "three");
  }

  @Test
  void isFollowedOverARotation() throws IOException {
    // Given
    Path file = folder.resolve("a.log");
    var log = new RotatingLog(file, 30);
    var seen = new ArrayList<String>();
    var follower = new LogFollower(file, seen::add);

    // When
    for (String line : List.of("one", "a line that fills the file up", "two")) {
      log.line(line);
      follower.poll();
    }

    // Then
    assertThat(seen).startsWith("one").endsWith("two");
  }
}

package dev.parley.deploy.local.log;

import static org.assertj.core.api.Assertions.assertThat;

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

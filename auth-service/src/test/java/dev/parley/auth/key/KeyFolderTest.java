package dev.parley.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  @TempDir Path parent;

  @Test
  void makesAKeyOnceAndKeepsIt() {
    // Given
    KeyFolder folder = new KeyFolder(parent.resolve("keys"));
    folder.obtain("a.jwk", () -> "first");

    // When
    String again = new KeyFolder(parent.resolve("keys")).obtain("a.jwk", () -> "second");

    // Then
    assertThat(again).isEqualTo("first");
  }

  @Test
  void letsNobodyElseReadKeyOrFolder() throws IOException {
    // Given
    Path keys = parent.resolve("keys");

    // When
    new KeyFolder(keys).obtain("a.jwk", () -> "text");

    // Then
    assertThat(permissions(keys.resolve("a.jwk"))).isEqualTo("rw-------");
    assertThat(permissions(keys)).isEqualTo("rwx------");
  }

  @Test
  void leavesNothingButTheKeyBehind() throws IOException {
    // Given
    KeyFolder folder = new KeyFolder(parent);

    // When
    folder.obtain("a.jwk", () -> "text");

    // Then
    try (var files = Files.list(parent)) {
      assertThat(files).containsExactly(parent.resolve("a.jwk"));
    }
  }

  @Test
  void agreesWithInstancesThatStartAtTheSameTime() throws Exception {
    // Given
    int instances = 16;
    CyclicBarrier together = new CyclicBarrier(instances);
    AtomicInteger made = new AtomicInteger();
    Callable<String> start =
        () -> {
          together.await();
          return new KeyFolder(parent.resolve("keys"))
              .obtain("a.jwk", () -> "key " + made.incrementAndGet());
        };

    // When
    Set<String> seen = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> key :
          threads.invokeAll(IntStream.range(0, instances).mapToObj(_ -> start).toList())) {
        seen.add(key.get());
      }
    }

    // Then
    assertThat(seen).hasSize(1);
  }

  @Test
  void findsFilesByPatternInTheOrderOfTheirNames() throws IOException {
    // Given
    for (String name : List.of("token-b.jwk", "token-a.jwk", "token.jwk", "other.jwk")) {
      Files.writeString(parent.resolve(name), name);
    }

    // When
    List<String> found = new KeyFolder(parent).matching("token-*.jwk");

    // Then
    assertThat(found).containsExactly("token-a.jwk", "token-b.jwk");
  }

  @Test
  void namesTheFileThatCannotBeMade() throws IOException {
    // Given
    Path file = Files.writeString(parent.resolve("file"), "not a folder");
    KeyFolder folder = new KeyFolder(file);

    // When / Then
    assertThatThrownBy(() -> folder.obtain("a.jwk", () -> "text"))
        .isInstanceOf(KeyFolderException.class)
        .hasMessageContaining("parley.auth.token.folder")
        .hasMessageContaining("a.jwk");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

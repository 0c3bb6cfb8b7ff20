package dev.parley.deploy.acceptance.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {

  @TempDir private Path folder;

  @Test
  void findsWordsInFilesOfEveryFolder() throws IOException {
    // Given
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/b/log"), "before parrot after");
    Files.writeString(folder.resolve("other"), "nothing");

    // When
    List<Path> found = new FileSearch(folder).filesWith("parrot");

    // Then
    assertThat(found).containsExactly(Path.of("a/b/log"));
  }

  @Test
  void goesOnWhereAFolderIsGone() throws IOException {
    // When
    FileVisitResult result =
        new FileSearch.Search(List.of("parrot"))
            .visitFileFailed(folder, new NoSuchFileException("gone"));

    // Then
    assertThat(result).isEqualTo(FileVisitResult.CONTINUE);
  }

  @Test
  void passesOverNothingThatItMayNotRead() {
    assertThatIOException()
        .isThrownBy(() ->
            new FileSearch.Search(List.of("parrot"))
                .visitFileFailed(folder, new AccessDeniedException("shut")));
  }
}

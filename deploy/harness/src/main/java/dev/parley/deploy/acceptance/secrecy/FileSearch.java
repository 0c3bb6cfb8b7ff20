package dev.parley.deploy.acceptance.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Searches the bytes of all files of a folder.
///
/// @param folder searched with everything below it
public record FileSearch(Path folder) {

  private static final int MAX_LENGTH = 240;

  /// {@return the files that hold the words, relative to the folder}
  ///
  /// @param words ASCII
  public List<Path> filesWith(String words) {
    return filesWithAnyOf(List.of(words));
  }

  /// {@return the files that hold any of these, relative to the folder; each file is read once}
  ///
  /// @param words ASCII
  public List<Path> filesWithAnyOf(List<String> words) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> {
            String content = read(file);
            return words.stream().anyMatch(content::contains);
          })
          .map(folder::relativize)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the lines that hold the words, each cut and behind the name of its file}
  ///
  /// @param words ASCII
  public List<String> linesWith(String words) {
    return filesWith(words).stream().flatMap(file -> linesWith(file, words)).toList();
  }

  private Stream<String> linesWith(Path file, String words) {
    return read(folder.resolve(file))
        .lines()
        .filter(line -> line.contains(words))
        .map(line -> file + ": " + line.substring(0, Math.min(MAX_LENGTH, line.length())));
  }

  private static String read(Path file) {
    try {
      // One byte is one character, so that no file is too binary for the search.
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      // Servers delete files of their own while they are looked at.
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

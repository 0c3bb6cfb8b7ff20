package dev.parley.deploy.acceptance.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
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
    var search = new Search(words);
    try {
      Files.walkFileTree(folder, search);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return search.found.stream().map(folder::relativize).toList();
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
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Goes on where something is gone: servers delete files and folders while they are looked at.
  static final class Search extends SimpleFileVisitor<Path> {

    private final List<String> words;
    private final List<Path> found = new ArrayList<>();

    Search(List<String> words) {
      this.words = words;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        String content = read(file);
        if (words.stream().anyMatch(content::contains)) {
          found.add(file);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
      if (cause instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw cause;
    }
  }
}

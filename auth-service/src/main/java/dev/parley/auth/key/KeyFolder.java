package dev.parley.auth.key;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Private keys as files that only the service's user can read, each made once and kept.
///
/// Several instances may start on one empty folder: a key appears whole, by a hard link, and
/// whoever comes second reads the first one's. Safe for use by many threads and processes.
@Singleton
public final class KeyFolder {
  private final Path folder;

  @Inject
  KeyFolder(KeyConfig config) {
    this(config.folder());
  }

  /// Uses a folder that need not exist yet.
  ///
  /// @param folder where the keys lie
  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /// Reads a key, and makes it first if there is none.
  ///
  /// @param name file name
  /// @param maker makes the text of a new key; what it makes is dropped if another was faster
  /// @return the text of the file
  /// @throws KeyFolderException if the file can be neither read nor made
  public String obtain(String name, Supplier<String> maker) {
    Path file = folder.resolve(name);
    try {
      if (Files.notExists(file)) {
        make(file, maker.get());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new KeyFolderException(file, e);
    }
  }

  /// {@return the texts of all files whose name matches, in the order of their names}
  ///
  /// @param glob pattern of file names
  /// @throws KeyFolderException if the folder cannot be read
  public List<String> matching(String glob) {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      List<Path> files = new ArrayList<>();
      found.forEach(files::add);
      files.sort(null);
      for (Path file : files) {
        texts.add(Files.readString(file));
      }
    } catch (IOException e) {
      throw new KeyFolderException(folder, e);
    }
    return texts;
  }

  private void make(Path file, String text) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    // A temporary file has mode 600 from the moment it exists.
    Path fresh = Files.createTempFile(folder, ".key", ".tmp");
    try {
      writeDurably(fresh, text);
      Files.createLink(file, fresh);
      Log.infof("key made file=%s", file);
    } catch (FileAlreadyExistsException e) {
      Log.infof("key was made by another instance file=%s", file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void writeDurably(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}

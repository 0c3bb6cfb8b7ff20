package dev.parley.cli.file;

import dev.parley.cli.frame.FileRef;
import dev.parley.cli.sealed.SealedFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import javax.crypto.AEADBadTagException;

/// Gets one file: after a break it goes on where it was, and nothing appears under its name before
/// its hash was found right. What is there already is never overwritten.
public final class Download {
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_NAMES = 1_000;

  private final FileServer server;
  private final FileRef file;
  private final Path wanted;
  private final long size;
  private final String sha256;
  private final ProgressBar progress;
  private final Tries tries;

  /// Prepares a download.
  ///
  /// @param server where from
  /// @param file which
  /// @param wanted where to: a folder, or a name
  /// @param progress is told how far it is
  public Download(FileServer server, FileRef file, Path wanted, ProgressBar progress) {
    this(server, file, wanted, progress, Duration.ofMillis(500));
  }

  Download(
      FileServer server, FileRef file, Path wanted, ProgressBar progress, Duration firstPause) {
    this.server = server;
    this.file = file;
    this.wanted = wanted;
    FileRef.Stored stored = file.stored();
    this.size = stored == null ? file.size() : stored.size();
    this.sha256 = stored == null ? file.sha256() : stored.sha256();
    this.progress = progress;
    this.tries = new Tries(firstPause);
  }

  /// Gets it.
  ///
  /// @return where it is now
  /// @throws IOException if it cannot be written, or the server stays out of reach
  /// @throws FileChangedException if its bytes have another hash than the message says
  public Path run() throws IOException {
    Path target =
        (Files.isDirectory(wanted) ? wanted.resolve(SafeName.of(file.name())) : wanted)
            .toAbsolutePath();
    Path part = Files.createTempFile(target.getParent(), ".parley-", ".part");
    try {
      fetch(part);
      check(part, size, sha256);
      FileRef.Stored stored = file.stored();
      return stored == null ? moved(part, target) : opened(part, stored.key(), target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Nothing of an encrypted file is there under its name before all of it was found right.
  private Path opened(Path part, String key, Path target) throws IOException {
    Path clear = Files.createTempFile(target.getParent(), ".parley-", ".part");
    try {
      try (InputStream sealed = new BufferedInputStream(Files.newInputStream(part));
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(clear))) {
        SealedFile.decrypt(key, sealed, out);
      } catch (AEADBadTagException _) {
        throw new FileChangedException("what came was altered on its way");
      }
      check(clear, file.size(), file.sha256());
      return moved(clear, target);
    } finally {
      Files.deleteIfExists(clear);
    }
  }

  private static void check(Path part, long size, String sha256) throws IOException {
    if (Files.size(part) != size || !Hashes.of(part).equals(sha256)) {
      throw new FileChangedException("what came has another hash than the message says");
    }
  }

  private void fetch(Path part) throws IOException {
    for (long at = 0; at < size; at = Files.size(part)) {
      try {
        append(part, at);
      } catch (IOException e) {
        tries.waitAfter(e);
      }
    }
  }

  private void append(Path part, long from) throws IOException {
    long at = from;
    try (InputStream bytes = server.get(file, from);
        OutputStream out = Files.newOutputStream(part, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        at += read;
        if (at > size) {
          throw new FileChangedException("more came than the message says");
        }
        out.write(buffer, 0, read);
        progress.at(at, size);
        tries.onProgress();
      }
    }
    if (at < size) {
      throw new IOException("the connection was lost");
    }
  }

  /// `cat.png`, `cat (1).png`, `cat (2).png` …: the first that is free.
  private static Path moved(Path part, Path target) throws IOException {
    String name = target.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    for (int i = 0; i < MOST_NAMES; i++) {
      String next = i == 0 ? name : name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
      Path free = target.resolveSibling(next);
      try {
        Files.createFile(free);
        return Files.move(part, free, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } catch (FileAlreadyExistsException _) {
        // Somebody's own: the next name.
      }
    }
    throw new FileAlreadyExistsException(target.toString());
  }
}

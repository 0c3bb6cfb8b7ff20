package dev.parley.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Sends one file to the server, chunk by chunk; after a break it goes on from what is safe.
public final class Upload {
  private static final int CHUNK = 1024 * 1024;

  private final FileServer server;
  private final Path file;
  private final String name;
  private final ProgressBar progress;
  private final Tries tries;

  /// Prepares an upload.
  ///
  /// @param server where to
  /// @param file a file
  /// @param progress is told how far it is
  public Upload(FileServer server, Path file, ProgressBar progress) {
    this(server, file, progress, Duration.ofMillis(500));
  }

  Upload(FileServer server, Path file, ProgressBar progress, Duration firstPause) {
    this(server, file, String.valueOf(file.getFileName()), progress, firstPause);
  }

  Upload(FileServer server, Path file, String name, ProgressBar progress, Duration firstPause) {
    this.server = server;
    this.file = file;
    this.name = name;
    this.progress = progress;
    this.tries = new Tries(firstPause);
  }

  /// Sends it.
  ///
  /// @return id of the file at the server
  /// @throws IOException if it cannot be read, or the server stays out of reach
  public String run() throws IOException {
    long size = Files.size(file);
    String upload = begin(size);
    long offset = 0;
    while (offset < size) {
      try {
        offset = sendFrom(upload, offset, size);
      } catch (IOException e) {
        tries.waitAfter(e);
        offset = knownOffset(upload, offset);
      }
    }
    return upload.substring(upload.lastIndexOf('/') + 1);
  }

  private String begin(long size) throws IOException {
    String hash = Hashes.of(file);
    while (true) {
      try {
        return server.begin(name, size, hash);
      } catch (IOException e) {
        tries.waitAfter(e);
      }
    }
  }

  private long sendFrom(String upload, long from, long size) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(from);
      byte[] chunk = new byte[CHUNK];
      long offset = from;
      while (offset < size) {
        int read = bytes.readNBytes(chunk, 0, (int) Math.min(CHUNK, size - offset));
        if (read == 0) {
          throw new FileChangedException(file);
        }
        offset = server.append(upload, offset, chunk, read);
        progress.at(offset, size);
        tries.onProgress();
      }
      return offset;
    }
  }

  /// Asks how far it is; where that is not answered, the next try asks again.
  private long knownOffset(String upload, long last) {
    try {
      return server.offset(upload);
    } catch (IOException _) {
      return last;
    }
  }
}

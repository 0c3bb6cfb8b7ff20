package dev.parley.deploy.local.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Passes on what is appended to a log file, over its rotations. For one thread.
public final class LogFollower {

  private final Path file;
  private final Consumer<String> sink;
  private final StringBuilder unfinished = new StringBuilder();
  private long position;

  /// Begins at the present end of the file.
  ///
  /// @param file need not be there yet
  /// @param sink takes each new line
  public LogFollower(Path file, Consumer<String> sink) {
    this.file = file;
    this.sink = sink;
    this.position = file.toFile().length();
  }

  /// Passes on what was appended since the last call.
  ///
  /// @throws IOException if the file cannot be read
  public void poll() throws IOException {
    if (Files.notExists(file)) {
      position = 0;
      return;
    }
    long length = Files.size(file);
    if (length < position) {
      position = 0;
    }
    if (length > position) {
      read(length);
    }
  }

  private void read(long length) throws IOException {
    try (var input = new RandomAccessFile(file.toFile(), "r")) {
      input.seek(position);
      var bytes = new byte[(int) Math.min(length - position, 1 << 20)];
      input.readFully(bytes);
      position += bytes.length;
      unfinished.append(new String(bytes, StandardCharsets.UTF_8));
    }
    int start = 0;
    for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n", start)) {
      sink.accept(unfinished.substring(start, end));
      start = end + 1;
    }
    unfinished.delete(0, start);
  }
}

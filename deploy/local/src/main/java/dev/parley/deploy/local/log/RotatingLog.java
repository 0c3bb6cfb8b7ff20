package dev.parley.deploy.local.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A log file of bounded size: when it is full it becomes `NAME.1`, and what that was `NAME.2`.
///
/// A new run goes on writing at the end. Safe for any thread; a line is on its way to the disk when
/// [#line(String)] returns. What cannot be written is dropped: a full disk must not stop a service.
public final class RotatingLog {

  /// Bytes of a full file; three of them are kept.
  public static final long DEFAULT_LIMIT = 8L << 20;

  private static final int KEPT = 2;

  private final Path file;
  private final long limit;
  private @Nullable BufferedWriter writer;
  private long size;

  /// Opens a log.
  ///
  /// @param file in a folder that exists
  /// @param limit bytes of a full file
  public RotatingLog(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /// Appends a line.
  ///
  /// @param text without line end
  public synchronized void line(String text) {
    try {
      BufferedWriter target = writer == null ? open() : writer;
      target.write(text);
      target.newLine();
      target.flush();
      // Good enough for a bound: characters outside of ASCII take more bytes.
      size += text.length() + 1;
      if (size > limit) {
        target.close();
        rotate();
        writer = null;
      }
    } catch (IOException _) {
      abandon();
    }
  }

  /// The next line opens the file again; without closing it each line that is dropped would leave a
  /// descriptor behind.
  private void abandon() {
    try (BufferedWriter _ = writer) {
      writer = null;
    } catch (IOException _) {
      // It could not write what it held, which is why it is given up.
    }
  }

  private BufferedWriter open() throws IOException {
    BufferedWriter opened =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
    writer = opened;
    return opened;
  }

  private void rotate() throws IOException {
    for (int number = KEPT; number > 1; number--) {
      moveIfThere(numbered(number - 1), numbered(number));
    }
    moveIfThere(file, numbered(1));
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// {@return the last lines of a log file, oldest first; none if there is no file}
  ///
  /// @param file log file
  /// @param count how many at most
  public static java.util.List<String> tail(Path file, int count) {
    if (Files.notExists(file)) {
      return java.util.List.of();
    }
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      var kept = new java.util.ArrayDeque<String>();
      lines.forEach(line -> {
        if (kept.size() == count) {
          kept.removeFirst();
        }
        kept.addLast(line);
      });
      return java.util.List.copyOf(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

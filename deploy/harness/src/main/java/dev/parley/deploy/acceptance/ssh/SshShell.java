package dev.parley.deploy.acceptance.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shell over ssh; keeps every byte that it was sent.
public final class SshShell implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final StringBuilder seen = new StringBuilder();

  SshShell(Process process) {
    this.process = process;
    Thread.ofVirtual().start(() -> read(process.getInputStream()));
    Thread.ofVirtual().start(() -> read(process.getErrorStream()));
  }

  /// Types.
  ///
  /// @param keys what
  public void type(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the shell is gone; it said: " + seen(), e);
    }
  }

  /// Waits until something was seen.
  ///
  /// @param pattern what, anywhere in all that was seen
  /// @return the match
  public Matcher await(String pattern) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    synchronized (seen) {
      while (true) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(seen.toString());
        if (matcher.find()) {
          return matcher;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no " + pattern + " in:\n" + seen);
        }
        waitFor(left);
      }
    }
  }

  /// {@return everything that was seen}
  public String seen() {
    synchronized (seen) {
      return seen.toString();
    }
  }

  /// {@return the exit status, when the shell has ended}
  public int awaitEnd() {
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new AssertionError("the shell does not end; it said: " + seen());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void waitFor(long millis) {
    try {
      seen.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void read(InputStream stream) {
    try (var reader = new java.io.InputStreamReader(stream, StandardCharsets.UTF_8)) {
      char[] some = new char[4_096];
      for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
        synchronized (seen) {
          seen.append(some, 0, n);
          seen.notifyAll();
        }
      }
    } catch (IOException e) {
      // Closed.
      return;
    }
  }
}

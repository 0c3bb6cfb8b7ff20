package dev.parley.deploy.bench.shell;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What a shell prints: told when a text that is waited for comes by, in one piece. Remembers the
/// last 8 KiB. Safe for use by many threads.
final class Screen extends OutputStream {
  private static final int REMEMBERED = 8 * 1024;

  private final StringBuilder printed = new StringBuilder();
  private final List<Awaited> awaited = new ArrayList<>();

  private record Awaited(String text, CompletableFuture<Void> seen) {}

  /// Waits for a text in what is printed from now on.
  ///
  /// @param text in ASCII, far shorter than what is remembered
  /// @return completes on the thread that brings it
  synchronized CompletableFuture<Void> await(String text) {
    Awaited next = new Awaited(text, new CompletableFuture<>());
    awaited.add(next);
    return next.seen();
  }

  /// Nothing is printed any more: whoever waits hears why.
  synchronized void fail(RuntimeException cause) {
    awaited.forEach(each -> each.seen().completeExceptionally(cause));
    awaited.clear();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    take(new String(bytes, from, length, StandardCharsets.ISO_8859_1))
        .forEach(each -> each.seen().complete(null));
  }

  private synchronized List<Awaited> take(String text) {
    printed.append(text);
    List<Awaited> seen =
        awaited.stream().filter(each -> printed.indexOf(each.text()) >= 0).toList();
    awaited.removeAll(seen);
    // What was seen must not be seen again by whoever waits for the same from then on.
    seen.stream()
        .mapToInt(each -> printed.lastIndexOf(each.text()) + each.text().length())
        .max()
        .ifPresent(end -> printed.delete(0, end));
    printed.delete(0, Math.max(0, printed.length() - REMEMBERED));
    return seen;
  }
}

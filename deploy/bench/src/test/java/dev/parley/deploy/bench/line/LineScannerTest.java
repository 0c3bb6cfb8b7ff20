package dev.parley.deploy.bench.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineScannerTest {

  private final LineScanner scanner = new LineScanner();
  private final Collected lines = new Collected();
  private final byte[] buffer = new byte[LineScanner.MAX_LINE + 64 * 1024];

  @Test
  void cutsLinesAtLineFeeds() {
    // When
    feed("+ok help 0\n* notice hi\r\n\n");

    // Then
    assertThat(lines.all).containsExactly("+ok help 0", "* notice hi", "");
  }

  @Test
  void joinsALineThatComesInPieces() {
    // When
    feed("* msg @b");
    feed("ob 1 x bob he");
    feed("llo\n+o");
    feed("k\n");

    // Then
    assertThat(lines.all).containsExactly("* msg @bob 1 x bob hello", "+ok");
  }

  @Test
  void takesEscapedNewlinesForText() {
    // When
    feed("* msg @bob 1 x bob one\\ntwo \\\\n\n");

    // Then
    assertThat(lines.all).containsExactly("* msg @bob 1 x bob one\\ntwo \\\\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheSameLinesHoweverTheBytesAreCut(long seed) {
    // Given
    Random random = new Random(seed);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sent.add("ä☃ÿ\u008A\u0100 ".repeat(random.nextInt(12)) + i);
    }
    byte[] bytes = (String.join("\n", sent) + "\n").getBytes(StandardCharsets.UTF_8);

    // When
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      feed(bytes, at, length);
      at += length;
    }

    // Then
    assertThat(lines.all).isEqualTo(sent);
  }

  @Test
  void refusesALineWithoutEnd() {
    // Given
    feed("x".repeat(LineScanner.MAX_LINE));

    // When // Then
    assertThatThrownBy(() -> feed("x")).isInstanceOf(LineTooLongException.class);
  }

  private void feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    feed(bytes, 0, bytes.length);
  }

  private void feed(byte[] bytes, int from, int length) {
    System.arraycopy(bytes, from, buffer, LineScanner.MAX_LINE, length);
    scanner.scan(buffer, LineScanner.MAX_LINE, LineScanner.MAX_LINE + length, 0, lines);
  }

  private static final class Collected implements LineListener {
    private final List<String> all = new ArrayList<>();

    @Override
    public void onLine(byte[] bytes, int from, int to, long nanos) {
      all.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void onClosed(String cause) {
      throw new IllegalStateException(cause);
    }
  }
}

package dev.parley.gateway.request.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFramerTest {
  private final List<String> seen = new ArrayList<>();
  private final List<String> beginnings = new ArrayList<>();
  private final LineFramer framer =
      new LineFramer(
          10,
          new LineFramer.Sink() {
            @Override
            public void onLine(String line) {
              seen.add(line);
            }

            @Override
            public void onTooLong(String beginning) {
              beginnings.add(beginning);
              seen.add("<too long>");
            }

            @Override
            public void onMalformed(String beginning) {
              beginnings.add(beginning);
              seen.add("<malformed>");
            }
          });

  @Test
  void endsLinesWithAndWithoutCarriageReturn() {
    read("one\ntwo\r\n\nfour\n");
    assertThat(seen).containsExactly("one", "two", "", "four");
  }

  @Test
  void putsTogetherWhatComesByteByByte() {
    for (byte b : "grüße\r\nx\n".getBytes(StandardCharsets.UTF_8)) {
      framer.onBytes(new byte[] {b});
    }
    assertThat(seen).containsExactly("grüße", "x");
  }

  @Test
  void tellsHowALineBeganThatIsNotRead() {
    read("PO");
    read("ST /".repeat(100));
    read("\nGET /123456\n");
    framer.onBytes(new byte[] {'x', (byte) 0xff, '\n'});

    assertThat(beginnings)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("POST /").hasSizeLessThanOrEqualTo(32),
            second -> assertThat(second).isEqualTo("GET /123456"),
            third -> assertThat(third).isEqualTo("x\u00ff"));
  }

  @Test
  void dropsATooLongLineOnceAndGoesOn() {
    read("0123456789ABC");
    read("more of it");
    read("still\nnext\n");
    assertThat(seen).containsExactly("<too long>", "next");
  }

  @Test
  void takesALineOfExactlyTheLimit() {
    read("0123456789\n");
    read("0123456789A\n");
    assertThat(seen).containsExactly("0123456789", "<too long>");
  }

  @Test
  void tellsOfALineThatIsNotUtf8() {
    framer.onBytes(new byte[] {'a', (byte) 0xff, '\n', 'b', '\n'});
    assertThat(seen).containsExactly("<malformed>", "b");
  }

  @Test
  void takesTheLastLineAtTheEndWithoutItsNewline() {
    read("half");
    framer.onEnd();
    assertThat(seen).containsExactly("half");
  }

  @Test
  void cutsTheSameLinesWhereverTheReadsAreCut() {
    byte[] stream = "a\nbb\r\nccc\n\nééé\n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      seen.clear();
      for (int from = 0; from < stream.length; ) {
        int to = Math.min(stream.length, from + 1 + random.nextInt(5));
        framer.onBytes(Arrays.copyOfRange(stream, from, to));
        from = to;
      }
      assertThat(seen).containsExactly("a", "bb", "ccc", "", "ééé");
    }
  }

  private void read(String text) {
    framer.onBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}

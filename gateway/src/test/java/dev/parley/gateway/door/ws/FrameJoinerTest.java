package dev.parley.gateway.door.ws;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameJoinerTest {
  private static final int LIMIT = 64 * 1024;

  @Test
  void writesOneObjectAsItIs() {
    assertThat(texts(FrameJoiner.single(bytes("{}")))).containsExactly("{}");
  }

  @Test
  void joinsWhatIsReadyTogetherIntoOneArray() {
    List<WebSocketFrame> frames =
        FrameJoiner.join(List.of(bytes("{1}"), bytes("{2},{3}"), bytes("{4}")));

    assertThat(texts(frames)).containsExactly("[{1},{2},{3},{4}]");
  }

  @Test
  void startsAnotherFrameBeforeOneGetsTooLong() {
    // Given
    byte[] piece = bytes("{" + "x".repeat(1_000) + "}");

    // When
    List<WebSocketFrame> frames =
        FrameJoiner.join(IntStream.range(0, 200).mapToObj(_ -> piece).toList());

    // Then
    List<String> texts = texts(frames);
    assertThat(texts).hasSize(4).allSatisfy(text -> assertThat(text).hasSizeLessThan(LIMIT + 1));
    assertThat(texts).allSatisfy(text -> assertThat(text).startsWith("[{").endsWith("}]"));
    assertThat(String.join("", texts).chars().filter(c -> c == '{')).hasSize(200);
  }

  @Test
  void fillsAFrameToTheLastByte() {
    byte[] piece = bytes("x".repeat(LIMIT - 2));
    assertThat(texts(FrameJoiner.join(List.of(piece)))).containsExactly("[" + text(piece) + "]");
  }

  @Test
  void sendsALongAnswerInSeveralFramesOfOneMessageAndInItsPlace() {
    // Given
    byte[] answer = bytes("{" + "y".repeat(LIMIT * 2) + "}");

    // When
    List<WebSocketFrame> frames = FrameJoiner.join(List.of(bytes("{1}"), answer, bytes("{2}")));

    // Then
    assertThat(frames)
        .extracting(WebSocketFrame::isFinalFragment)
        .containsExactly(true, false, false, true, true);
    assertThat(frames.get(1)).isInstanceOf(TextWebSocketFrame.class);
    assertThat(frames.get(2)).isInstanceOf(ContinuationWebSocketFrame.class);
    List<String> texts = texts(frames);
    assertThat(texts.get(0)).isEqualTo("[{1}]");
    assertThat(texts.get(1) + texts.get(2) + texts.get(3)).isEqualTo(text(answer));
    assertThat(texts.get(4)).isEqualTo("[{2}]");
  }

  private static List<String> texts(List<WebSocketFrame> frames) {
    return frames.stream()
        .map(frame -> {
          String text = frame.content().toString(StandardCharsets.UTF_8);
          frame.release();
          return text;
        })
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

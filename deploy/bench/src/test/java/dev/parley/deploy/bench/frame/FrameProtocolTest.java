package dev.parley.deploy.bench.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.bench.line.LineListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FrameProtocolTest {
  private static final String SWITCHED =
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n";

  private final FrameProtocol protocol = new FrameProtocol();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final List<String> lines = new ArrayList<>();
  private final LineListener listener =
      new LineListener() {
        @Override
        public void onLine(byte[] bytes, int from, int to, long nanos) {
          lines.add(new String(bytes, from, to - from, UTF_8));
        }

        @Override
        public void onClosed(String cause) {
          lines.add(cause);
        }
      };

  @BeforeEach
  void openProtocol() {
    protocol.open((bytes, from, length) -> written.write(bytes, from, length));
  }

  @Test
  void opensOnceTheServerSwitchesProtocols() throws IOException {
    // Given
    assertThat(written.toString(UTF_8)).startsWith("GET /ws HTTP/1.1\r\n").endsWith("\r\n\r\n");

    // When
    receive(SWITCHED.substring(0, 20).getBytes(UTF_8));
    assertThat(protocol.isOpen()).isFalse();
    receive(SWITCHED.substring(20).getBytes(UTF_8));

    // Then
    assertThat(protocol.isOpen()).isTrue();
  }

  @Test
  void saysWhatTheServerAnsweredIfItDoesNotSwitch() {
    assertThatThrownBy(() -> receive("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(UTF_8)))
        .hasMessageContaining("403 Forbidden");
  }

  @Test
  void saysAMessageAsAMaskedFrame() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    written.reset();

    // When
    say("message bob hello there");

    // Then
    String json =
        "{\"type\":\"send\",\"id\":1,\"to\":\"@bob\",\"text\":\"hello there\",\"clientId\":\"1\"}";
    assertThat(written.toByteArray())
        .startsWith(0x81, 0x80 | json.length(), 0, 0, 0, 0)
        .endsWith(json.getBytes(UTF_8));
  }

  @Test
  void hearsAnAcknowledgementAsTheLineDoorGivesIt() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    say("message bob hello");
    say("message group lab hello");

    // When
    receive(
        frame("{\"type\":\"ok\",\"id\":1,\"conversation\":\"@alice+bob\",\"seq\":7,\"at\":\"t\"}"));
    receive(frame("{\"type\":\"ok\",\"id\":2,\"conversation\":\"#lab\",\"seq\":8,\"at\":\"t\"}"));

    // Then
    assertThat(lines).containsExactly("+ok message @bob 7", "+ok message #lab 8");
  }

  @Test
  void hearsTheMessagesOfOneFrameAsLinesAddressedToTheReader() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    say("login bob secret");

    // When
    receive(
        frame(
            """
            [{"type":"message","conversation":"@alice+bob","seq":1,"at":"t1","from":"alice",\
            "text":"a \\"b\\" c"},{"type":"presence","user":"carol","state":"online"},\
            {"type":"message","conversation":"#lab","seq":9,"at":"t2","from":"carol","text":"d"}]\
            """));

    // Then
    assertThat(lines)
        .containsExactly("* msg @alice 1 t1 alice a \\\"b\\\" c", "* msg #lab 9 t2 carol d");
  }

  @Test
  void hearsAChangeOfMembershipAndARefusal() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    say("ping nobody");

    // When
    receive(
        frame(
            """
            [{"type":"member","conversation":"#lab","seq":2,"at":"t","user":"bob",\
            "change":"added","by":"alice"},\
            {"type":"error","id":1,"code":"no_such_user","message":"there is no user nobody"}]\
            """));

    // Then
    assertThat(lines)
        .containsExactly(
            "* member #lab 2 t bob added alice", "-err no_such_user there is no user nobody");
  }

  @Test
  void goesOnWithTheTokenOfTheFirstAnswer() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    say("register alice secret");
    receive(frame("{\"type\":\"ok\",\"id\":1,\"user\":\"alice\",\"token\":\"a.b.c\"}"));
    written.reset();

    // When
    say("resume alice a.b.c #lab 7");

    // Then
    assertThat(lines).containsExactly("+ok register a.b.c");
    assertThat(written.toString(UTF_8))
        .endsWith("{\"type\":\"resume\",\"id\":2,\"token\":\"a.b.c\",\"cursors\":{\"#lab\":7}}");
  }

  @Test
  void putsAFrameTogetherThatComesByteByByte() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    byte[] frame =
        frame(
            "{\"type\":\"message\",\"conversation\":\"#lab\",\"seq\":9,\"at\":\"t\","
                + "\"from\":\"carol\",\"text\":\""
                + "x".repeat(300)
                + "\"}");

    // When
    for (byte each : frame) {
      receive(new byte[] {each});
    }

    // Then
    assertThat(lines).containsExactly("* msg #lab 9 t carol " + "x".repeat(300));
  }

  @Test
  void answersAPing() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));
    written.reset();

    // When
    receive(new byte[] {(byte) 0x89, 2, 'h', 'i'});

    // Then
    assertThat(written.toByteArray()).containsExactly(0x8A, 0x82, 0, 0, 0, 0, 'h', 'i');
  }

  @Test
  void fallsOverAnAnswerThatNobodyAskedFor() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));

    // When, Then
    assertThatThrownBy(() -> receive(frame("{\"type\":\"ok\",\"id\":5}")))
        .hasMessageContaining("request 5");
  }

  @Test
  void fallsOverWhatIsNoFrameOfParley() throws IOException {
    // Given
    receive(SWITCHED.getBytes(UTF_8));

    // When, Then
    assertThatThrownBy(() -> receive(frame("hello"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> receive(new byte[] {(byte) 0x88, 2, 3, (byte) 0xF5}))
        .hasMessageContaining("1013");
  }

  private void say(String line) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    protocol.say(bytes, 0, bytes.length);
  }

  private void receive(byte[] bytes) throws IOException {
    protocol.receive(bytes, 0, bytes.length, 1, listener);
  }

  private static byte[] frame(String json) {
    byte[] payload = json.getBytes(UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x81);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }
}

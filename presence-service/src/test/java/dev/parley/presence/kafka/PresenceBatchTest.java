package dev.parley.presence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.heartbeat.Sign;
import dev.parley.presence.session.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceBatchTest {

  private static final String REPLY_TO = "\"replyTo\":{\"gateway\":\"g1\",\"request\":7}";

  @Test
  void sortsRecordsByTheirFeature() {
    // Given
    List<Received<PresenceRecord>> records =
        received(
            record("OpenSession", opening()),
            record("CloseSession", closing() + "," + REPLY_TO),
            record("CloseSession", closing()),
            record("Heartbeat", "\"gateway\":\"g1\""),
            record("GatewayStopped", "\"gateway\":\"g1\""),
            record("Pulse", "\"instance\":\"p1\""),
            record("WhoElse", "\"account\":\"alice\"," + REPLY_TO),
            record("WhoLastHour", "\"account\":\"alice\"," + REPLY_TO),
            record("Ping", "\"account\":\"alice\",\"target\":\"bob\"," + REPLY_TO));

    // When
    PresenceBatch batch = PresenceBatch.of(records);

    // Then
    assertThat(batch.changes())
        .extracting(Change::getClass, change -> change.cause().offset())
        .containsExactly(
            tuple(Change.Opening.class, 0L),
            tuple(Change.Closing.class, 1L),
            tuple(Change.Closing.class, 2L),
            tuple(Change.GatewayEnding.class, 4L));
    assertThat(batch.signs())
        .containsExactly(
            new Sign.Beat("g1", cause(0)), new Sign.Beat("g1", cause(3)), new Sign.Tick(cause(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OpenSession    | "account":"alice"     | "account":"Al!ce"
          OpenSession    | "session":"s1"        | "session":""
          OpenSession    | "session":"s1"        | "session":"a\\u0000b"
          OpenSession    | "gateway":"g1"        | "gateway":"../../etc"
          OpenSession    | "door":"ws"           | "door":"a-door-with-a-long-name"
          OpenSession    | "address":"192.0.2.7" | "address":"\\u001b[2J"
          CloseSession   | "account":"alice"     | "account":"al"
          CloseSession   | "reason":"logout"     | "reason":""
          Heartbeat      | "gateway":"g1"        | "gateway":"no spaces"
          GatewayStopped | "gateway":"g1"        | "gateway":""
          WhoElse        | "account":"alice"     | "account":"Alice"
          WhoLastHour    | "gateway":"g1"        | "gateway":"g/1"
          Ping           | "target":"bob"        | "target":"b b"
          """)
  void refusesARecordThatIsNotAsItsTypeSays(String kind, String field, String changed) {
    // Given
    String whole =
        switch (kind) {
          case "OpenSession" -> opening();
          case "CloseSession" -> closing();
          case "Heartbeat", "GatewayStopped" -> "\"gateway\":\"g1\"";
          case "Ping" -> "\"account\":\"alice\",\"target\":\"bob\"," + REPLY_TO;
          default -> "\"account\":\"alice\"," + REPLY_TO;
        };
    String body = whole.replace(field, changed);

    // When
    // Then
    assertThat(PresenceBatch.of(received(record(kind, whole)))).isNotNull();
    assertThatThrownBy(() -> PresenceBatch.of(received(record(kind, body))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String opening() {
    return """
    "account":"alice","session":"s1","gateway":"g1","door":"ws","address":"192.0.2.7",\
    "takeover":false,%s\
    """
        .formatted(REPLY_TO);
  }

  private static String closing() {
    return "\"account\":\"alice\",\"session\":\"s1\",\"gateway\":\"g1\",\"reason\":\"logout\"";
  }

  private static String record(String kind, String body) {
    return "{\"v\":1,\"kind\":\"%s\",\"body\":{%s}}".formatted(kind, body);
  }

  private static List<Received<PresenceRecord>> received(String... records) {
    List<Received<PresenceRecord>> received = new ArrayList<>();
    for (String json : records) {
      var decoded = Codecs.PRESENCE.decode(json.getBytes(StandardCharsets.UTF_8));
      PresenceRecord record = ((Decoded.Known<PresenceRecord>) decoded).record();
      int offset = received.size();
      received.add(
          new Received<>(record, new TopicPartition(Topics.PRESENCE, 2), offset, 1_000 + offset));
    }
    return received;
  }

  private static Cause cause(int offset) {
    return new Cause(2, offset, 1_000 + offset);
  }
}

package dev.parley.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that no producer of ours writes. Whatever they are, decoding never throws, and what it
/// takes for a record keeps the promises of the record's type.
class HostileRecordTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VALUES =
      List.of(
          "null",
          "7",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "true",
          "\"\"",
          "\"x\"",
          "[]",
          "[null]",
          "[[]]",
          "{}",
          "{\"a\":null}",
          "{\"a\":1}");

  @ParameterizedTest
  @MethodSource("samples")
  void getsNothingThroughByAnotherValueInAnyField(Sample<?> sample) throws IOException {
    int fields = JsonPlaces.in(tree(sample)).size();
    for (int field = 0; field < fields; field++) {
      for (String value : VALUES) {
        // Given
        JsonNode changed = tree(sample);
        JsonPlaces.in(changed).get(field).accept(JSON.readTree(value));

        // When
        Decoded<?> decoded = sample.decode(JSON.writeValueAsString(changed));

        // Then
        assertKeepsItsPromises(sample, decoded);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void getsNothingThroughByLeavingAFieldOut(Sample<?> sample) throws IOException {
    int objects = JsonPlaces.objectsIn(tree(sample)).size();
    for (int object = 0; object < objects; object++) {
      for (String name : JsonPlaces.names(JsonPlaces.objectsIn(tree(sample)).get(object))) {
        // Given
        JsonNode changed = tree(sample);
        JsonPlaces.objectsIn(changed).get(object).remove(name);

        // When
        Decoded<?> decoded = sample.decode(JSON.writeValueAsString(changed));

        // Then
        assertKeepsItsPromises(sample, decoded);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void getsNothingThroughByChangedBytes(Sample<?> sample) {
    // Given
    Random random = new Random(sample.toString().hashCode());
    byte[] whole = sample.json().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 500; round++) {
      byte[] changed = changed(whole, random);

      // When
      Decoded<?> decoded = sample.codec().decode(changed);

      // Then
      assertKeepsItsPromises(sample, decoded);
    }
  }

  @Test
  void getsNothingThroughByRandomBytes() {
    // Given
    Random random = new Random(20_250_607);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);

      // When
      Decoded<?> decoded = Codecs.CONVERSATIONS.decode(bytes);

      // Then
      assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a missing number       | {\"partition\":5,\"owner\":\"r\"}          | {\"owner\":\"r\"}",
        "null for a number      | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":null,\"owner\":\"r\"}",
        "text for a number      | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":\"5\",\"owner\":\"r\"}",
        "a fraction             | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5.9,\"owner\":\"r\"}",
        "too large a number     | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":4294967301,\"owner\":\"r\"}",
        "truth for a number     | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":true,\"owner\":\"r\"}",
        "missing text           | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5}",
        "null for text          | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5,\"owner\":null}",
        "a number for text      | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5,\"owner\":7}",
        "truth for text         | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5,\"owner\":true}",
        "a list for text        | {\"partition\":5,\"owner\":\"r\"}          | {\"partition\":5,\"owner\":[\"r\"]}"
      })
  void isNotGuessedAt(String what, String good, String bad) {
    assertThat(ownerChanged(good)).isInstanceOf(Decoded.Known.class);
    assertThat(ownerChanged(bad)).as(what).isInstanceOf(Decoded.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"given\":7   | \"given\":null",
        "\"bob\"       | null",
        "\"ADDED_TO\"  | 5",
        "\"ADDED_TO\"  | \"5\"",
        "\"ADDED_TO\"  | \"ADDED_TOMORROW\"",
        "\"ADDED_TO\"  | \"\"",
        "{\"#team\":-1} | {\"#team\":null}",
        "{\"#team\":-1} | {\"#team\":\"7\"}",
        "[\"dave\"]    | [7]",
        "[\"dave\"]    | \"dave\"",
        "\"request\":43 | \"reqest\":43"
      })
  void isNotGuessedAtInAConversation(String good, String bad) {
    // Given
    List<Sample<?>> concerned =
        TopicSamples.each()
            .filter(sample -> sample.topic().equals("parley.conversations"))
            .filter(sample -> sample.json().contains(good))
            .toList();

    // When, Then
    assertThat(concerned)
        .isNotEmpty()
        .allSatisfy(sample ->
            assertThat(sample.decode(sample.json().replace(good, bad)))
                .isInstanceOf(Decoded.Unreadable.class));
  }

  @Test
  void mayLeaveOutAListWhichIsThenEmpty() {
    assertThat(Codecs.GATEWAY.decode(bytes("{\"v\":1,\"kind\":\"Delivered\",\"body\":{}}")))
        .isEqualTo(
            Codecs.GATEWAY.decode(
                bytes(
                    "{\"v\":1,\"kind\":\"Delivered\",\"body\":"
                        + "{\"conversations\":null,\"acknowledged\":[]}}")))
        .isInstanceOf(Decoded.Known.class);
  }

  static Stream<Sample<?>> samples() {
    return TopicSamples.each();
  }

  private static void assertKeepsItsPromises(Sample<?> sample, Decoded<?> decoded) {
    if (decoded instanceof Decoded.Known<?>(Object record)) {
      assertThat(Nullness.holdsIn(record)).as("nulls in %s", record).isTrue();
    } else if (decoded instanceof Decoded.Unreadable<?>(String reason)) {
      assertThat(reason).as("reason for %s", sample).matches("[A-Za-z0-9 ,-]{1,80}");
    }
  }

  private static Decoded<?> ownerChanged(String body) {
    return Codecs.OWNERSHIP.decode(
        bytes("{\"v\":1,\"kind\":\"OwnerChanged\",\"body\":" + body + "}"));
  }

  private static byte[] changed(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(3)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = whole[random.nextInt(whole.length)];
        default -> changed = Arrays.copyOf(changed, Math.max(1, at));
      }
    }
    return changed;
  }

  private static JsonNode tree(Sample<?> sample) throws IOException {
    return JSON.readTree(sample.json());
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

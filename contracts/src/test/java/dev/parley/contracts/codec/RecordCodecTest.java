package dev.parley.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.GatewayRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {
  private static final String DONE = "{\"v\":1,\"kind\":\"Done\",\"body\":{\"request\":7}}";

  @ParameterizedTest
  @MethodSource("topics")
  void hasASampleOfEachKind(TopicSamples<?> topic) {
    assertThat(topic.records())
        .<Class<?>>extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(kinds(topic.type()).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsBackWhatItWrote(Sample<?> sample) {
    // When
    Decoded<?> decoded = sample.decode(sample.json());

    // Then
    assertThat(decoded).usingRecursiveComparison().isEqualTo(new Decoded.Known<>(sample.record()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void leavesNullsOutAndReadsThemBack(Sample<T> sample) {
    // Given
    @SuppressWarnings("unchecked") // It is of the class of the sample's record.
    T bare = (T) Nullness.bare(sample.record());

    // When
    byte[] bytes = sample.codec().encode(bare);
    Decoded<T> decoded = sample.codec().decode(bytes);

    // Then
    assertThat(bytes).asString(StandardCharsets.UTF_8).doesNotContain("null");
    assertThat(decoded).usingRecursiveComparison().isEqualTo(new Decoded.Known<>(bare));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void skipsFieldsOfALaterVersion(Sample<?> sample) {
    // Given
    String later =
        sample
            .json()
            .replace("\"body\":{", "\"body\":{\"later\":{\"deep\":[1,{\"x\":null}]},")
            .replaceFirst("}$", ",\"trace\":{\"id\":[\"a\"]},\"last\":1}");

    // When
    Decoded<?> decoded = sample.decode(later);

    // Then
    assertThat(decoded).usingRecursiveComparison().isEqualTo(new Decoded.Known<>(sample.record()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void namesAKindThatItDoesNotKnow(TopicSamples<?> topic) {
    // Given
    byte[] tomorrow = bytes("{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{\"any\":[1]}}");

    // When
    Decoded<?> decoded = topic.codec().decode(tomorrow);

    // Then
    assertThat(decoded).isEqualTo(new Decoded.UnknownKind<>("Tomorrow"));
  }

  @Test
  void knowsNoKindOfAnotherTopic() {
    assertThat(Codecs.AUTH.decode(bytes(DONE))).isEqualTo(new Decoded.UnknownKind<>("Done"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                | no version field",
        "[]                                                | no version field",
        "{}                                                | no version field",
        "null                                              | no version field",
        "7                                                 | no version field",
        "{\"kind\":\"Done\",\"v\":1,\"body\":{}}           | no version field",
        "{\"v\":2,\"kind\":\"Done\",\"body\":{}}           | version must be 1, got 2",
        "{\"v\":0,\"kind\":\"Done\",\"body\":{}}           | version must be 1, got 0",
        "{\"v\":\"1\",\"kind\":\"Done\",\"body\":{}}       | version must be 1, got -1",
        "{\"v\":null,\"kind\":\"Done\",\"body\":{}}        | version must be 1, got -1",
        "{\"v\":1,\"body\":{\"request\":7}}                | no kind field",
        "{\"v\":1}                                         | no kind field",
        "{\"v\":1,\"kind\":7,\"body\":{}}                  | no kind",
        "{\"v\":1,\"kind\":null,\"body\":{}}               | no kind",
        "{\"v\":1,\"kind\":[\"Done\"],\"body\":{}}         | no kind",
        "{\"v\":1,\"kind\":\"Done\"}                       | no body",
        "{\"v\":1,\"kind\":\"Done\",\"body\":null}         | no body",
        "{\"v\":1,\"kind\":\"Done\",\"body\":[]}           | no body",
        "{\"v\":1,\"kind\":\"Done\",\"body\":\"x\"}        | no body",
        "{\"v\":1,\"kind\":\"Done\",\"rest\":{},\"body\":{}} | no body"
      })
  void saysWhatIsWrongWithTheEnvelope(String json, String reason) {
    assertThat(Codecs.GATEWAY.decode(bytes(json))).isEqualTo(new Decoded.Unreadable<>(reason));
  }

  @Test
  void readsNoRecordOutOfATombstone() {
    assertThat(Codecs.GATEWAY.decode(null)).isEqualTo(new Decoded.Unreadable<>("no value"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsNoRecordThatWasCutOff(Sample<?> sample) {
    // Given
    byte[] whole = bytes(sample.json());

    for (int length = 0; length < whole.length; length++) {
      // When
      Decoded<?> decoded = sample.codec().decode(Arrays.copyOf(whole, length));

      // Then
      assertThat(decoded).as("first %d bytes", length).isInstanceOf(Decoded.Unreadable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "]", "}", "\"", ",", "null", "\u0000"})
  void readsNoRecordWithSomethingBehindIt(String behind) {
    assertThat(Codecs.GATEWAY.decode(bytes(DONE + behind))).isInstanceOf(Decoded.Unreadable.class);
  }

  @Test
  void mindsNoWhiteSpace() {
    assertThat(Codecs.GATEWAY.decode(bytes(DONE.replace(":", " :\n ") + "\n")))
        .isEqualTo(new Decoded.Known<GatewayRecord>(new Done(7)));
  }

  @Test
  void givesUpOnDeepNesting() {
    // Given
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    // When
    Decoded<?> decoded = Codecs.GATEWAY.decode(bytes(DONE.replace("7", "7,\"later\":" + deep)));

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
  }

  @Test
  void keepsWhatItReadOutOfItsReason() {
    // Given
    String post =
        "{\"v\":1,\"kind\":\"Post\",\"body\":{\"conversation\":\"#team\",\"sender\":\"alice\","
            + "\"clientMessageId\":\"c1\",\"text\":[\"a secret\"]}}";

    // When
    Decoded<?> decoded = Codecs.CONVERSATIONS.decode(bytes(post));

    // Then
    assertThat(decoded)
        .isInstanceOf(Decoded.Unreadable.class)
        .asString()
        .doesNotContain("secret", "team", "alice")
        .contains("at byte");
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // What a careless caller does.
  void writesNoRecordOfAnotherTopic() {
    // Given
    RecordCodec auth = Codecs.AUTH;

    // When, Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> auth.encode(new Done(7)))
        .withMessageContaining("Done is no record of interface")
        .withMessageContaining("AuthRecord");
  }

  static Stream<TopicSamples<?>> topics() {
    return TopicSamples.all();
  }

  static Stream<Sample<?>> samples() {
    return TopicSamples.each();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordCodecTest::kinds)
        : Stream.of(type);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.parley.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/encryption-vectors.json`; the browser reads the same file (`gateway/web`,
/// `vectors.test.ts`).
class VectorsTest {
  private static final Path FILE = Path.of("..", "docs", "encryption-vectors.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode VECTORS = read();
  private static final Place PLACE = new Place("@alice+bob", "alice", Kind.MESSAGE, 0);

  private static JsonNode read() {
    try {
      return JSON.readTree(FILE.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> devices() {
    return each(VECTORS.path("devices"));
  }

  static Stream<JsonNode> badLists() {
    return each(VECTORS.path("badLists"));
  }

  static Stream<JsonNode> sealed() {
    return each(VECTORS.path("sealed"));
  }

  static Stream<JsonNode> files() {
    return each(VECTORS.path("files"));
  }

  static Stream<JsonNode> refused() {
    return each(VECTORS.path("refused"));
  }

  private static Stream<JsonNode> each(JsonNode nodes) {
    List<JsonNode> all = new ArrayList<>();
    nodes.forEach(all::add);
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("devices")
  void tellDevices(JsonNode vector) {
    Device device = Device.read(vector.path("statement").asText(), vector.path("account").asText());

    assertThat(device.id()).isEqualTo(vector.path("id").asText());
    assertThat(device.name()).isEqualTo(vector.path("name").asText());
    assertThat(Numbers.deviceCode(device)).isEqualTo(vector.path("code").asText());
  }

  @Test
  void tellTheSafetyNumber() {
    String number = VECTORS.path("safetyNumber").asText();

    assertThat(Numbers.safetyNumber(list("alice"), list("bob"))).isEqualTo(number);
    assertThat(Numbers.safetyNumber(list("bob"), list("alice"))).isEqualTo(number);
  }

  @ParameterizedTest
  @MethodSource("badLists")
  void refuseLists(JsonNode vector) {
    assertThatExceptionOfType(BadListException.class)
        .isThrownBy(
            () -> DeviceList.read(vector.path("account").asText(), texts(vector.path("links"))));
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void openTexts(JsonNode vector) {
    assertThat(open(vector))
        .isEqualTo(new Content(vector.path("text").asText(), SecretFile.of(vector).orElse(null)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void sealFiles(JsonNode vector) throws IOException {
    // Given
    byte[] clear = SealedFileTest.bytes(vector.path("size").asInt());
    var sealed = new ByteArrayOutputStream();

    // When
    SealedFile.encrypt(vector.path("key").asText(), new ByteArrayInputStream(clear), sealed);

    // Then
    assertThat(sealed.size()).isEqualTo(vector.path("sealedSize").asInt());
    assertThat(HexFormat.of().formatHex(Bytes.sha256(sealed.toByteArray())))
        .isEqualTo(vector.path("sha256").asText());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuseTexts(JsonNode vector) {
    assertThatExceptionOfType(UnopenedException.class)
        .isThrownBy(() -> open(vector))
        .extracting(each -> each.problem().code())
        .isEqualTo(vector.path("problem").asText());
  }

  /// With `-Dparley.vectors=write` what is sealed here goes into the file, for the browser to open.
  @Test
  void openWhatIsSealedHere() throws Exception {
    // Given
    DeviceKeys alice = keys("alice");
    String text = "from the JVM: \ud83d\ude00";
    Context context = new Context(PLACE, alice.id(), "j-1", 1_790_000_000_010L);

    // When
    String sealed =
        SealedText.seal(
            new Content(text, null), context, alice, List.of(device("alice"), device("bob")));

    // Then
    assertThat(SealedText.open(sealed, PLACE, list("alice"), List.of(keys("bob"))).content().text())
        .isEqualTo(text);
    if ("write".equals(System.getProperty("parley.vectors"))) {
      add(text, sealed);
    }
  }

  private static void add(String text, String sealed) throws IOException {
    ObjectNode vector = ((ArrayNode) VECTORS.path("sealed")).addObject();
    vector.put("by", "java").put("text", text).put("sealed", sealed).put("reader", "bob");
    vector
        .putObject("place")
        .put("conversation", PLACE.conversation())
        .put("sender", PLACE.sender())
        .put("kind", "message")
        .put("target", PLACE.target());
    Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(VECTORS));
  }

  private static Content open(JsonNode vector) {
    JsonNode place = vector.path("place");
    return SealedText.open(
            vector.path("sealed").asText(),
            new Place(
                place.path("conversation").asText(),
                place.path("sender").asText(),
                place.path("kind").asText().equals("edit") ? Kind.EDIT : Kind.MESSAGE,
                place.path("target").asLong()),
            list("alice"),
            List.of(keys(vector.path("reader").asText())))
        .content();
  }

  private static DeviceList list(String account) {
    return DeviceList.read(account, texts(VECTORS.path("lists").path(account)));
  }

  private static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }

  private static Device device(String key) {
    JsonNode vector = VECTORS.path("devices").path(key);
    return Device.read(vector.path("statement").asText(), vector.path("account").asText());
  }

  private static DeviceKeys keys(String key) {
    JsonNode vector = VECTORS.path("devices").path(key);
    return new DeviceKeys(
        base64(vector.path("signing").path("private")),
        base64(vector.path("sealing").path("private")));
  }

  private static String base64(JsonNode hex) {
    return Bytes.encode(HexFormat.of().parseHex(hex.asText()));
  }
}

package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sealed, and that nothing falls back to clear text.
class ClearOrSealedTest extends Talk {
  private static final String FILE =
      "{\"to\":\"@bob\",\"text\":\"\",\"clientId\":\"f\",\"attachment\":\"0a\",\"file\":{"
          + "\"name\":\"cat.png\",\"size\":12,\"sha256\":\""
          + "ab".repeat(32)
          + "\",\"key\":\""
          + "k".repeat(43)
          + "\"}}";

  @Test
  void switchesEncryptionOnWhereBothHaveKeys() {
    // Given
    bob.makeKeys();
    alice.makeKeys();

    // When
    JsonNode answer = alice.send("a secret");

    // Then
    assertThat(answer.path("sealed").asText()).isEqualTo("open");
    assertThat(parley.encrypted).isTrue();
    assertThat(parley.disk()).contains("parley-sealed-1:").doesNotContain("a secret");
    assertThat(bob.texts()).containsExactly("open: a secret");
    assertThat(alice.told()).containsExactly("encryption ");
  }

  @Test
  void makesNoEntryOfItsOwnWhereTheOtherOneHasSwitchedBefore() {
    // Given
    alice.makeKeys();
    alice.send("in clear");
    bob.makeKeys();
    Client.now = Client.now.plusSeconds(61);
    parley.isLate = true;
    bob.ask("encrypt", "{\"conversation\":\"@alice\",\"encrypted\":true,\"clientId\":\"on\"}");
    ObjectNode switched = parley.last();

    // When
    alice.send("a secret");
    alice.send("another secret");

    // Then
    assertThat(alice.told()).doesNotContain("encryption ");
    assertThat(parley.asked("encrypt")).isEqualTo(2);
    assertThat(parley.disk()).doesNotContain("a secret", "another secret");

    // When
    parley.deliver("alice", switched);

    // Then
    assertThat(alice.told()).containsOnlyOnce("encryption ");
  }

  @Test
  void writesClearTextToWhoeverHasNoKeys() {
    // Given
    alice.makeKeys();

    // When
    alice.send("for everybody");

    // Then
    assertThat(parley.encrypted).isNull();
    assertThat(bob.texts()).containsExactly(": for everybody");
  }

  @Test
  void refusesToWriteWithoutKeysWhereTheOthersAreEncrypted() {
    // Given
    parley.encrypted = true;

    // Then
    assertThat(alice.refusal("in clear")).isEqualTo("no_keys");
    assertThat(parley.stored).isEmpty();
  }

  @Test
  void refusesWhereItIsNotKnownWhetherItIsEncrypted() {
    // Given
    alice.makeKeys();
    parley.isDown = true;

    // Then
    assertThat(alice.refusal("in clear")).isEqualTo("unavailable");
  }

  @Test
  void neverFallsBackToClearTextWhenTheServerSaysSo() {
    // Given
    encrypted();
    alice.send("one");
    ObjectNode off = parley.last().deepCopy();
    off.remove("text");
    off.put("type", "encryption").put("seq", 9).put("encrypted", false);
    parley.encrypted = false;

    // When
    parley.deliver("alice", off);

    // Then
    assertThat(alice.refusal("two")).isEqualTo("encryption_off");
    assertThat(parley.disk()).doesNotContain("two");
  }

  @Test
  void writesClearTextOnceItsOwnerHasSwitchedItOff() {
    // Given
    encrypted();
    alice.send("one");

    // When
    alice.ask("encrypt", "{\"conversation\":\"@bob\",\"encrypted\":false,\"clientId\":\"x\"}");
    alice.send("two");

    // Then
    assertThat(bob.texts()).containsExactly("open: one", ": two");
    assertThat(bob.refusal("three")).isEqualTo("encryption_off");
  }

  @Test
  void carriesTheKeyOfAFileInTheText() {
    // Given
    encrypted();

    // When
    JsonNode answer = alice.ask("send", FILE);

    // Then
    assertThat(parley.disk()).doesNotContain("cat.png", "kkkk");
    assertThat(answer.path("file").path("name").asText()).isEqualTo("cat.png");
    JsonNode row = bob.history().path(0);
    assertThat(row.path("text").asText()).isEqualTo("cat.png");
    assertThat(row.path("file").path("key").asText()).isEqualTo("k".repeat(43));
  }

  @Test
  void sendsNoFileInClearIntoAnEncryptedConversation() {
    // Given
    encrypted();

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() ->
            alice.ask(
                "send", "{\"to\":\"@bob\",\"text\":\"\",\"clientId\":\"f\",\"attachment\":\"0a\"}"))
        .extracting(RefusedException::code)
        .isEqualTo("encrypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bob",
        "bob",
        "@BOB",
        "Bob",
        "@alice+bob",
        "@bob+alice",
        "@Alice+Bob",
        "@bob+ALICE"
      })
  void sealsHoweverTheOtherOneIsCalled(String to) {
    // Given
    encrypted();
    String send = "{\"to\":\"%s\",\"text\":\"a secret\",\"clientId\":\"m\"}".formatted(to);

    // When
    alice.ask("send", send);

    // Then
    assertThat(parley.disk()).doesNotContain("a secret");
    assertThat(bob.texts()).containsExactly("open: a secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "edit", "file", "sealing"})
  void sendsNothingInClearWhereTheServerSaysThatItIsOff(String what) {
    // Given
    encrypted();
    long seq = alice.send("one").path("seq").asLong();
    parley.encrypted = false;
    alice.traffic.onLive();
    alice.ask("conversations", "{}");
    int stored = parley.stored.size();

    // Then
    String refusal =
        switch (what) {
          case "answer" ->
              alice.refusalOf(
                  "send",
                  "{\"to\":\"@bob\",\"text\":\"two\",\"clientId\":\"r\",\"replyTo\":" + seq + "}");
          case "edit" ->
              alice.refusalOf(
                  "edit",
                  "{\"conversation\":\"bob\",\"text\":\"two\",\"clientId\":\"e\",\"seq\":"
                      + seq
                      + "}");
          case "file" ->
              alice.refusalOf(
                  "send",
                  "{\"to\":\"@bob\",\"text\":\"\",\"clientId\":\"f\",\"attachment\":\"0a\"}");
          default -> alice.refusalOf("sealing", "{\"conversation\":\"@Bob\"}");
        };
    assertThat(refusal).isEqualTo("encryption_off");
    assertThat(parley.stored).hasSize(stored);
  }

  @Test
  void goesOnSealingWhereTheServerHasNotSwitchedItOff() {
    // Given
    encrypted();
    alice.send("one");
    parley.lost.add("encrypt");
    String off = "{\"conversation\":\"@bob\",\"encrypted\":false,\"clientId\":\"x\"}";
    assertThat(alice.refusalOf("encrypt", off)).isEqualTo("unavailable");

    // When
    parley.encrypted = false;
    alice.traffic.onLive();
    alice.ask("conversations", "{}");

    // Then
    assertThat(alice.refusal("two")).isEqualTo("encryption_off");
  }

  @Test
  void carriesTheKeyOfAFileInAnEditOfWhatWasNotReadHere() {
    // Given
    encrypted();
    alice.ask("send", FILE);
    alice.close();
    alice = new Client(parley, "alice", "bob", folder);
    alice.ask("unlockKeys", "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}");

    // When
    alice.ask(
        "edit", "{\"conversation\":\"@bob\",\"seq\":2,\"text\":\"a cat\",\"clientId\":\"e\"}");

    // Then
    JsonNode row = bob.history().path(0);
    assertThat(row.path("text").asText()).isEqualTo("a cat");
    assertThat(row.path("file").path("key").asText()).isEqualTo("k".repeat(43));
  }

  @Test
  void takesNoFileAwayByAnEditWhereItDoesNotOpen() {
    // Given
    encrypted();
    alice.ask("send", FILE);
    Client laptop = alice;
    alice = new Client(parley, "alice", "bob", folder.resolve("phone"));
    String code = alice.makeKeys().path("code").asText();
    laptop.ask("addDevice", "{\"device\":\"" + code + "\"}");
    Client.now = Client.now.plusSeconds(61);

    // Then
    assertThat(
            alice.refusalOf(
                "edit",
                "{\"conversation\":\"@bob\",\"seq\":2,\"text\":\"a cat\",\"clientId\":\"e\"}"))
        .isEqualTo("not_opened");
    assertThat(bob.history().path(0).path("file").path("name").asText()).isEqualTo("cat.png");
  }
}

package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
  @TempDir private Path folder;

  private final FakeParley parley = new FakeParley();
  private Client alice;
  private Client bob;

  @BeforeEach
  void begin() {
    alice = new Client(parley, "alice", "bob", folder);
    bob = new Client(parley, "bob", "alice", folder);
  }

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
  void stopsWhenTheKeysOfTheOtherChange() {
    // Given
    encrypted();
    alice.send("one");
    bobBeginsAnew();

    // Then
    assertThat(alice.refusal("two")).isEqualTo("key_changed");
    assertThat(alice.refusal("two")).isEqualTo("key_changed");
    assertThat(alice.told()).containsOnlyOnce("keyChanged bob");
    assertThat(bob.texts()).isEmpty();
  }

  @Test
  void goesOnAfterItsOwnerHasAcceptedChangedKeys() {
    // Given
    encrypted();
    bob.send("from my old keys");
    bobBeginsAnew();
    assertThat(alice.refusal("two")).isEqualTo("key_changed");

    // When
    alice.ask("encryption", "{\"user\":\"bob\"}");
    alice.ask("trust", "{\"user\":\"bob\"}");
    alice.send("two");
    bob.send("three");

    // Then
    assertThat(bob.texts()).containsExactly("open: two");
    assertThat(texts(alice.history())).containsExactly("from my old keys", "two", "three");
  }

  @Test
  void acceptsOnlyTheKeysThatWereShown() {
    // Given
    encrypted();
    alice.send("one");
    parley.links.remove("bob");
    new Client(parley, "bob", "alice", folder.resolve("new")).makeKeys();
    Client.now = Client.now.plusSeconds(61);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> alice.ask("trust", "{\"user\":\"bob\"}"))
        .extracting(RefusedException::code)
        .isEqualTo("not_shown");
    alice.ask("encryption", "{\"user\":\"bob\"}");

    // When
    parley.links.remove("bob");
    new Client(parley, "bob", "alice", folder.resolve("eve")).makeKeys();
    alice.ask("trust", "{\"user\":\"bob\"}");

    // Then
    assertThat(alice.refusal("two")).isEqualTo("key_changed");
  }

  @Test
  void showsNothingOfDevicesThatNobodyTrusts() {
    // Given
    encrypted();
    alice.send("one");
    bobBeginsAnew();

    // When
    bob.send("trust me");

    // Then
    assertThat(alice.texts()).containsExactly("unknown_device: ");
    assertThat(alice.told()).contains("keyChanged bob");
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
  void opensEditsAndAnswersInHistory() {
    // Given
    encrypted();
    long seq = alice.send("frist").path("seq").asLong();
    alice.ask(
        "edit",
        "{\"conversation\":\"@bob\",\"seq\":%d,\"text\":\"first\",\"clientId\":\"e\"}"
            .formatted(seq));
    bob.ask(
        "send",
        "{\"to\":\"@alice\",\"text\":\"yes\",\"clientId\":\"r\",\"replyTo\":%d}".formatted(seq));

    // Then
    assertThat(texts(alice.history())).containsExactly("first", "yes");
    assertThat(texts(bob.history())).containsExactly("first", "yes");
    assertThat(bob.texts()).containsExactly("open: frist", "open: first");
    assertThat(alice.texts()).containsExactly("open: yes");
  }

  @Test
  void refusesWhatComesASecondTimeOrInAnotherOrder() {
    // Given
    encrypted();
    alice.send("one");
    ObjectNode one = parley.last();
    alice.send("two");
    ObjectNode two = parley.last();

    // When
    parley.deliver("bob", one.deepCopy().put("seq", 40));
    parley.deliver("bob", two.deepCopy().put("seq", 1));
    parley.deliver("bob", two);

    // Then
    assertThat(bob.texts())
        .containsExactly("open: one", "open: two", "replayed: ", "replayed: ", "open: two");
  }

  @Test
  void refusesOldTextsAfterARestart() {
    // Given
    encrypted();
    alice.send("one");
    ObjectNode one = parley.last();
    alice.send("two");
    bob.traffic.close();
    bob = new Client(parley, "bob", "alice", folder);
    bob.ask("unlockKeys", "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}");

    // When
    parley.deliver("bob", one.deepCopy().put("seq", 40));

    // Then
    assertThat(bob.texts()).containsExactly("reordered: ");
  }

  @Test
  void refusesWhatTheServerSaysSomebodyElseWrote() {
    // Given
    encrypted();
    bob.send("give me the money");

    // When
    parley.deliver("bob", parley.last().deepCopy().put("from", "alice").put("seq", 40));

    // Then
    assertThat(bob.texts()).containsExactly("unknown_device: ");
  }

  @Test
  void believesNoFlagsOfTheServer() {
    // Given
    encrypted();
    ObjectNode forged = Frames.JSON.createObjectNode();
    forged.put("type", "message").put("conversation", "@alice+bob").put("seq", 3);
    forged.put("from", "bob").put("text", "trust me").put("sealed", "open");
    forged.putObject("file").put("key", "mine");

    // When
    parley.deliver("alice", forged);

    // Then
    assertThat(alice.texts()).containsExactly(": trust me");
    assertThat(alice.seen.getLast().has("file")).isFalse();
  }

  @Test
  void readsWhatCameWhileItWasAway() {
    // Given
    encrypted();
    bob.traffic.close();
    parley.clients.remove("bob");
    alice.send("are you there?");
    ObjectNode missed = parley.last();

    // When
    bob = new Client(parley, "bob", "alice", folder);
    parley.deliver("bob", missed);
    assertThat(bob.texts()).isEmpty();
    bob.ask("unlockKeys", "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}");

    // Then
    assertThat(bob.texts()).containsExactly("open: are you there?");
  }

  @Test
  void saysThatTheKeysAreLockedWhereNobodyUnlocksThem() {
    // Given
    encrypted();
    alice.send("one");
    bob.traffic.close();
    bob = new Client(parley, "bob", "alice", folder);

    // When
    bob.ask("unlockKeys", "{\"skip\":true}");
    parley.deliver("bob", parley.last());

    // Then
    assertThat(bob.texts()).containsExactly("keys_locked: ");
    assertThat(bob.refusal("two")).isEqualTo("keys_locked");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> bob.ask("unlockKeys", "{\"passphrase\":\"wrong horse\"}"))
        .extracting(RefusedException::code)
        .isEqualTo("wrong_passphrase");
  }

  @Test
  void sealsToADeviceThatAnOlderOneHasAdded() {
    // Given
    encrypted();
    Client phone = new Client(parley, "bob", "alice", folder.resolve("phone"));
    JsonNode made = phone.makeKeys();
    assertThat(made.path("state").asText()).isEqualTo("waiting");
    JsonNode waiting = bob.ask("encryption", "{}").path("waiting").path(0);
    assertThat(waiting.path("code").asText()).isEqualTo(made.path("code").asText());

    // When
    bob.ask("addDevice", "{\"device\":\"" + made.path("code").asText() + "\"}");
    Client.now = Client.now.plusSeconds(61);
    alice.send("to all of you");

    // Then
    assertThat(phone.texts()).containsExactly("open: to all of you");
    assertThat(alice.told()).contains("deviceAdded bob");
  }

  @Test
  void sealsNoMoreToADeviceThatWasRemoved() {
    // Given
    encrypted();
    Client phone = new Client(parley, "bob", "alice", folder.resolve("phone"));
    String code = phone.makeKeys().path("code").asText();
    String device = bob.ask("addDevice", "{\"device\":\"" + code + "\"}").path("device").asText();

    // When
    bob.ask("removeDevice", "{\"device\":\"" + device + "\"}");
    Client.now = Client.now.plusSeconds(61);
    alice.send("not for the phone");

    // Then
    assertThat(phone.texts()).containsExactly("not_for_this_device: ");
    assertThat(phone.ask("encryption", "{}").path("state").asText()).isEqualTo("excluded");
    assertThat(phone.refusal("hello")).isIn("no_keys", "encryption_off");
  }

  @Test
  void showsTheSameSafetyNumberOnBothSides() {
    // Given
    encrypted();
    alice.send("one");

    // When
    JsonNode here = alice.ask("encryption", "{\"user\":\"bob\"}");
    JsonNode there = bob.ask("encryption", "{\"user\":\"@alice\"}");
    alice.ask("verify", "{\"user\":\"bob\"}");

    // Then
    assertThat(here.path("safetyNumber").asText())
        .matches("(\\d{5} ){11}\\d{5}")
        .isEqualTo(there.path("safetyNumber").asText());
    assertThat(here.path("verified").asBoolean()).isFalse();
    assertThat(alice.ask("encryption", "{\"user\":\"bob\"}").path("verified").asBoolean()).isTrue();
  }

  @Test
  void carriesTheKeyOfAFileInTheText() {
    // Given
    encrypted();

    // When
    JsonNode answer =
        alice.ask(
            "send",
            "{\"to\":\"@bob\",\"text\":\"\",\"clientId\":\"f\",\"attachment\":\"0a\",\"file\":{"
                + "\"name\":\"cat.png\",\"size\":12,\"sha256\":\""
                + "ab".repeat(32)
                + "\",\"key\":\""
                + "k".repeat(43)
                + "\"}}");

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

  @Test
  void makesKeysOnce() {
    // Given
    alice.makeKeys();

    // Then
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(alice::makeKeys)
        .extracting(RefusedException::code)
        .isEqualTo("keys_exist");
  }

  @Test
  void beginsAnewWhereNoOtherDeviceIsLeft() {
    // Given
    encrypted();
    bob.send("old");
    JsonNode restarted =
        bob.ask("makeKeys", "{\"passphrase\":\"" + Client.PASSPHRASE + "\",\"restart\":true}");

    // Then
    assertThat(restarted.path("state").asText()).isEqualTo("active");
    assertThat(texts(bob.history())).containsExactly("old");
    Client.now = Client.now.plusSeconds(61);
    assertThat(alice.refusal("new")).isEqualTo("key_changed");
  }

  /// A list with another first link, as a thief of the password would make it.
  private void bobBeginsAnew() {
    parley.links.remove("bob");
    bob = new Client(parley, "bob", "alice", folder.resolve("new"));
    bob.makeKeys();
    Client.now = Client.now.plusSeconds(61);
  }

  private void encrypted() {
    bob.makeKeys();
    alice.makeKeys();
    alice.ask("encrypt", "{\"conversation\":\"@bob\",\"encrypted\":true,\"clientId\":\"on\"}");
    alice.seen.clear();
    bob.seen.clear();
  }

  private static List<String> texts(JsonNode rows) {
    return rows.valueStream().map(row -> Frames.text(row, "text")).toList();
  }
}

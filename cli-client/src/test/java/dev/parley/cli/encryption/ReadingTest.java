package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import org.junit.jupiter.api.Test;

/// What is opened, and what is refused.
class ReadingTest extends Talk {
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
  void readsWhatADeviceWroteBeforeItWasRevokedWhoseClockWasAhead() {
    // Given
    encrypted();
    Client laptop = bob;
    bob = new Client(parley, "bob", "alice", folder.resolve("phone"));
    String code = bob.makeKeys().path("code").asText();
    String device =
        laptop.ask("addDevice", "{\"device\":\"" + code + "\"}").path("device").asText();
    Client.now = Client.now.plusSeconds(3_600);
    bob.send("an hour ahead");
    ObjectNode entry = parley.last();
    Client.now = Client.now.minusSeconds(3_000);

    // When
    laptop.ask("removeDevice", "{\"device\":\"" + device + "\"}");
    alice.ask("encryption", "{\"user\":\"bob\"}");

    // Then
    assertThat(texts(alice.history())).containsExactly("an hour ahead");

    // When
    parley.deliver("alice", entry.deepCopy().put("at", "2026-11-20T14:30:00.000Z"));
    parley.deliver("alice", entry.deepCopy().put("at", "long ago"));

    // Then
    assertThat(alice.texts())
        .containsExactly("open: an hour ahead", "revoked_device: ", "revoked_device: ");
  }

  @Test
  void believesNoFlagsOfTheServerInGroupsEither() {
    // Given
    ObjectNode forged = Frames.JSON.createObjectNode();
    forged.put("type", "message").put("conversation", "#team").put("seq", 3);
    forged.put("from", "bob").put("text", "trust me").put("sealed", "open");

    // When
    parley.deliver("alice", forged);

    // Then
    assertThat(alice.texts()).containsExactly(": trust me");
  }
}

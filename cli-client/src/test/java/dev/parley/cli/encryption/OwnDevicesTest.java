package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.RefusedException;
import org.junit.jupiter.api.Test;

/// The devices of an account: how they come, and how they go.
class OwnDevicesTest extends Talk {
  private static final String MAKE = "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}";
  private static final String RESTART =
      "{\"passphrase\":\"" + Client.PASSPHRASE + "\",\"restart\":true}";

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

  @Test
  void asksAgainToBeAddedWhereTheRequestGotLost() {
    // Given
    bob.makeKeys();
    parley.lost.add("requestDevice");
    Client phone = phone();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(phone::makeKeys);
    assertThat(parley.waiting).isEmpty();
    assertThat(phone.state()).isEqualTo("waiting");

    // When
    parley.lost.clear();
    String code = phone.ask("encryption", "{}").path("code").asText();

    // Then
    assertThat(bob.ask("encryption", "{}").path("waiting").path(0).path("code").asText())
        .isEqualTo(code);
    assertThat(phone.refusalOf("makeKeys", "{}")).isEqualTo("keys_exist");

    // When
    phone.ask("encryption", "{}");

    // Then
    assertThat(parley.asked("requestDevice")).isEqualTo(1);
  }

  @Test
  void asksAgainAtTheNextStartWhereOthersHaveTakenItsPlace() {
    // Given
    bob.makeKeys();
    Client phone = phone();
    phone.makeKeys();
    parley.waiting.clear();
    phone.close();

    // When
    phone = phone();
    JsonNode unlocked = phone.ask("unlockKeys", "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}");

    // Then
    assertThat(unlocked.path("state").asText()).isEqualTo("waiting");
    assertThat(parley.waiting.get("bob")).hasSize(1);
  }

  @Test
  void beginsTheFirstListWhereItsLinkGotLost() {
    // Given
    parley.lost.add("linkDevice");
    assertThat(bob.refusalOf("makeKeys", MAKE)).isEqualTo("unavailable");
    assertThat(parley.links).isEmpty();

    // When
    parley.lost.clear();

    // Then
    assertThat(bob.state()).isEqualTo("active");
    assertThat(parley.list("bob")).hasSize(1);
  }

  @Test
  void findsItsFirstListWhereOnlyTheAnswerGotLost() {
    // Given
    parley.unanswered.add("linkDevice");
    assertThat(bob.refusalOf("makeKeys", MAKE)).isEqualTo("unavailable");

    // Then
    assertThat(bob.state()).isEqualTo("active");
    assertThat(parley.asked("linkDevice")).isEqualTo(1);
  }

  @Test
  void comesBackAfterItWasRemoved() {
    // Given
    encrypted();
    Client phone = addedPhone();
    alice.send("for both");
    String device = phone.ask("encryption", "{}").path("devices").path(1).path("device").asText();
    bob.ask("removeDevice", "{\"device\":\"" + device + "\"}");
    JsonNode excluded = phone.ask("encryption", "{}");
    assertThat(excluded.path("state").asText()).isEqualTo("excluded");
    assertThat(excluded.path("restarted").asBoolean()).isFalse();

    // When
    JsonNode asked = phone.ask("makeKeys", "{\"name\":\"phone\"}");

    // Then
    assertThat(asked.path("state").asText()).isEqualTo("waiting");

    // When
    bob.ask("addDevice", "{\"device\":\"" + asked.path("code").asText() + "\"}");
    Client.now = Client.now.plusSeconds(61);
    alice.send("and again");

    // Then
    assertThat(phone.state()).isEqualTo("active");
    assertThat(texts(phone.history())).containsExactly("for both", "and again");
    assertThat(alice.told()).doesNotContain("keyChanged bob");
  }

  @Test
  void joinsAListThatWasBegunAnewElsewhere() {
    // Given
    encrypted();
    Client phone = addedPhone();
    bob.ask("makeKeys", RESTART);
    JsonNode excluded = phone.ask("encryption", "{}");
    assertThat(excluded.path("state").asText()).isEqualTo("excluded");
    assertThat(excluded.path("restarted").asBoolean()).isTrue();

    // When
    String code = phone.ask("makeKeys", "{}").path("code").asText();
    bob.ask("addDevice", "{\"device\":\"" + code + "\"}");

    // Then
    assertThat(phone.state()).isEqualTo("active");
    assertThat(parley.list("bob")).hasSize(2);
  }

  @Test
  void isNotAddedByNobody() {
    // Given
    bob.makeKeys();
    String device = bob.ask("encryption", "{}").path("devices").path(0).path("device").asText();
    bob.ask("removeDevice", "{\"device\":\"" + device + "\"}");

    // Then
    assertThat(bob.refusalOf("makeKeys", "{}")).isEqualTo("no_device_left");
    assertThat(bob.ask("makeKeys", RESTART).path("state").asText()).isEqualTo("active");
  }

  @Test
  void keepsItsOldDeviceWhereANewListCannotBegin() {
    // Given
    encrypted();
    alice.send("one");
    String before = bob.ask("encryption", "{}").path("devices").path(0).path("device").asText();
    parley.lost.add("linkDevice");

    // When
    assertThat(bob.refusalOf("makeKeys", RESTART)).isEqualTo("unavailable");

    // Then
    JsonNode here = bob.ask("encryption", "{}");
    assertThat(here.path("state").asText()).isEqualTo("active");
    assertThat(here.path("devices").path(0).path("device").asText()).isEqualTo(before);
    alice.send("two");
    assertThat(bob.texts()).containsExactly("open: one", "open: two");
  }

  @Test
  void knowsANewListOfItsOwnWhoseAnswerGotLost() {
    // Given
    encrypted();
    alice.send("one");
    parley.unanswered.add("linkDevice");
    assertThat(bob.refusalOf("makeKeys", RESTART)).isEqualTo("unavailable");

    // When
    bob.close();
    bob = new Client(parley, "bob", "alice", folder);
    JsonNode unlocked = bob.ask("unlockKeys", MAKE);

    // Then
    assertThat(unlocked.path("state").asText()).isEqualTo("active");
    assertThat(parley.asked("linkDevice")).isEqualTo(3);
    assertThat(texts(bob.history())).containsExactly("one");
  }

  @Test
  void triesTheSameLinkAgainWhereANewListCouldNotBegin() {
    // Given
    encrypted();
    parley.unanswered.add("linkDevice");
    assertThat(bob.refusalOf("makeKeys", RESTART)).isEqualTo("unavailable");
    String link = parley.list("bob").getFirst();
    parley.unanswered.clear();

    // When
    JsonNode restarted = bob.ask("makeKeys", RESTART);

    // Then
    assertThat(restarted.path("state").asText()).isEqualTo("active");
    assertThat(parley.list("bob")).containsExactly(link);
  }

  private Client phone() {
    return new Client(parley, "bob", "alice", folder.resolve("phone"));
  }

  private Client addedPhone() {
    Client phone = phone();
    String code = phone.makeKeys().path("code").asText();
    bob.ask("addDevice", "{\"device\":\"" + code + "\"}");
    assertThat(phone.state()).isEqualTo("active");
    Client.now = Client.now.plusSeconds(61);
    return phone;
  }
}

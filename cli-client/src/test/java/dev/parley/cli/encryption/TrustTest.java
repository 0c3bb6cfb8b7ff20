package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.connection.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose keys are believed.
class TrustTest extends Talk {
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
  void takesNoListThatIsLongerThanAnyListIs() {
    // Given
    encrypted();
    List<String> list = parley.list("bob");
    while (list.size() <= 1_000) {
      list.add("AAAA");
    }
    Client.now = Client.now.plusSeconds(61);

    // Then
    assertThat(alice.refusal("one")).isEqualTo("key_changed");
    assertThat(alice.ask("encryption", "{\"user\":\"bob\"}").path("reason").asText())
        .isEqualTo("a list has at most 1000 links, and this one has 1001");
  }
}

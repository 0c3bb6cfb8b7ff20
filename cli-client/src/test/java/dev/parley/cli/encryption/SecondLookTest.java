package dev.parley.cli.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What could not be opened when it came, and can be later.
class SecondLookTest extends Talk {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String UNLOCK = "{\"passphrase\":\"" + Client.PASSPHRASE + "\"}";

  @Test
  void opensWhatCameWhileTheDirectoryWasOutOfReach() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.lost.add("devices");
    bob.send("from my phone");
    assertThat(alice.texts()).containsExactly("unknown_device: ");

    // When
    Client.now = Client.now.plusSeconds(10);
    parley.elapse();

    // Then
    assertThat(alice.opened()).isEmpty();

    // When
    parley.lost.clear();
    Client.now = Client.now.plusSeconds(20);
    parley.elapse();

    // Then
    assertThat(alice.opened()).containsExactly("2: from my phone");
    JsonNode opened = alice.seen.getLast();
    assertThat(Frames.text(opened, "conversation")).isEqualTo("@alice+bob");
    assertThat(Frames.text(opened, "from")).isEqualTo("bob");
    assertThat(Frames.text(opened, "sealed")).isEqualTo("open");
    assertThat(opened.has("seq")).isFalse();
    assertThat(alice.ask("search", "{\"query\":\"phone\"}").path("results")).hasSize(1);

    // When
    Client.now = Client.now.plusSeconds(20);
    parley.elapse();

    // Then
    assertThat(alice.opened()).hasSize(1);
  }

  @Test
  void opensThemWhenTheConnectionIsBack() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.lost.add("devices");
    bob.send("from my phone");
    parley.lost.clear();

    // When
    alice.traffic.onLive();

    // Then
    assertThat(alice.opened()).containsExactly("2: from my phone");
  }

  @Test
  void opensThemWhenWhatIsTrustedIsAnotherList() {
    // Given
    encrypted();
    alice.send("one");
    bobBeginsAnew();
    bob.send("trust me");
    bob.send("or not");
    assertThat(alice.texts()).containsExactly("unknown_device: ", "unknown_device: ");

    // When
    alice.ask("encryption", "{\"user\":\"bob\"}");
    alice.ask("trust", "{\"user\":\"bob\"}");

    // Then
    assertThat(alice.opened()).containsExactly("3: trust me", "4: or not");
  }

  @Test
  void opensWhatAListThatWasJustFetchedDidNotHaveYet() {
    // Given
    encrypted();
    alice.send("one");
    bobHasAPhone();

    // When
    bob.send("from my phone");

    // Then
    assertThat(alice.texts()).containsExactly("unknown_device: ");

    // When
    Client.now = Client.now.plusSeconds(10);
    parley.elapse();

    // Then
    assertThat(alice.opened()).containsExactly("3: from my phone");
    assertThat(alice.told()).contains("deviceAdded bob");
  }

  @Test
  void opensWhatWasLockedOnceTheKeysAreNot() {
    // Given
    encrypted();
    alice.send("one");
    bob.close();
    bob = new Client(parley, "bob", "alice", folder);
    bob.ask("unlockKeys", "{\"skip\":true}");
    assertThat(texts(bob.history())).containsExactly("");
    alice.send("two");
    assertThat(bob.texts()).containsExactly("keys_locked: ");

    // When
    bob.ask("unlockKeys", UNLOCK);

    // Then
    assertThat(bob.opened()).containsExactly("2: one", "3: two");
  }

  @Test
  void opensWhatWasLockedWhereKeysAreAskedForOnceMore() {
    // Given
    encrypted();
    bob.close();
    bob = new Client(parley, "bob", "alice", folder);
    alice.send("one");
    assertThat(bob.texts()).isEmpty();

    // When
    assertThat(bob.refusalOf("makeKeys", UNLOCK)).isEqualTo("keys_exist");

    // Then
    assertThat(bob.texts()).containsExactly("open: one");
  }

  @Test
  void looksSoonForWhatComesDuringALongPause() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.lost.add("devices");
    bob.send("one");
    for (int i = 0; i < 8; i++) {
      Client.now = Client.now.plusSeconds(600);
      parley.elapse();
    }
    assertThat(looks()).endsWith(Duration.ofSeconds(320), LONGEST, LONGEST, LONGEST);

    // When
    parley.lost.clear();
    bob.ask("encryption", "{\"user\":\"alice\"}");
    parley.lost.add("devices");
    bob.send("two");

    // Then
    assertThat(looks()).endsWith(LONGEST, SHORTEST);

    // When
    parley.lost.clear();
    Client.now = Client.now.plusSeconds(10);
    long before = parley.asked("devices");
    parley.elapse();

    // Then
    assertThat(parley.asked("devices")).isEqualTo(before + 1);
    assertThat(alice.opened()).containsExactly("2: one", "3: two");
  }

  @Test
  void opensWhatAMessageSaysNow() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.lost.add("devices");
    long seq = bob.send("frist").path("seq").asLong();
    bob.ask(
        "edit",
        "{\"conversation\":\"@alice\",\"seq\":%d,\"text\":\"first\",\"clientId\":\"e\"}"
            .formatted(seq));
    parley.lost.clear();

    // When
    alice.traffic.onLive();

    // Then
    assertThat(alice.opened()).containsExactly("2: first");
    assertThat(Frames.text(alice.seen.getLast(), "edited")).isNotEmpty();
  }

  @Test
  void tellsNothingOfWhatWasWithdrawn() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.lost.add("devices");
    bob.send("never mind");
    ObjectNode withdrawn = parley.last().deepCopy();
    withdrawn.remove("text");
    withdrawn.put("type", "delete").put("seq", 9).put("target", 2);
    parley.deliver("alice", withdrawn);
    parley.lost.clear();

    // When
    alice.traffic.onLive();

    // Then
    assertThat(alice.opened()).isEmpty();
  }

  @Test
  void opensRowsOfPagesToo() {
    // Given
    encrypted();
    bobHasAPhone();
    parley.isLate = true;
    bob.send("from my phone");
    parley.lost.add("devices");
    assertThat(texts(alice.history())).containsExactly("");
    parley.lost.clear();

    // When
    alice.traffic.onLive();

    // Then
    assertThat(alice.opened()).containsExactly("2: from my phone");
  }

  @Test
  void takesNoOpenedTextFromTheServer() {
    // Given
    encrypted();
    ObjectNode forged = Frames.JSON.createObjectNode();
    forged.put("type", "opened").put("conversation", "@alice+bob").put("target", 1);
    forged.put("text", "trust me").put("sealed", "open");

    // When
    parley.deliver("alice", forged);
    parley.deliver("alice", forged.deepCopy().put("type", "keyChanged").put("user", "bob"));

    // Then
    assertThat(alice.seen).isEmpty();
  }

  /// {@return pauses before looks; what is kept on the disk is written after shorter ones}
  private List<Duration> looks() {
    return parley.pauses.stream().filter(each -> each.compareTo(SHORTEST) >= 0).toList();
  }

  /// A device that alice has not heard of; it is what bob has in his hand from now on.
  private void bobHasAPhone() {
    Client laptop = bob;
    bob = new Client(parley, "bob", "alice", folder.resolve("phone"));
    String code = bob.makeKeys().path("code").asText();
    laptop.ask("addDevice", "{\"device\":\"" + code + "\"}");
    bob.ask("encryption", "{}");
    bob.ask("sealing", "{\"conversation\":\"@alice\"}");
    bob.ask("encryption", "{\"user\":\"alice\"}");
  }
}

package dev.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.cli.frame.Frames;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "message",
        "msg",
        "broadcast",
        "create",
        "group",
        "grouplist",
        "groups",
        "whoelse",
        "users",
        "wholasthr",
        "ping",
        "block",
        "unblock",
        "history",
        "offline",
        "reply",
        "edit",
        "delete",
        "react",
        "unreact",
        "pin",
        "unpin",
        "pinned",
        "search",
        "password",
        "logout",
        "quit",
        "exit",
        "tata",
        "keys",
        "trace",
        "send",
        "get",
        "devices",
        "verify",
        "encrypt"
      })
  void hasTheNamesOfTheWebPage(String name) {
    assertThat(Commands.find(name)).isPresent();
  }

  @Test
  void listsEveryCommandWithASentence() {
    assertThat(CommandHelp.overview())
        .anyMatch(row -> row.matches(" +/search +\\S.*"))
        .hasSizeGreaterThanOrEqualTo(Commands.all().size());
  }

  @Test
  void explainsACommandByWhicheverOfItsNames() {
    assertThat(CommandHelp.of("/msg").orElseThrow())
        .contains("Usage: /message USER TEXT | group NAME TEXT", "Also: /msg");
    assertThat(CommandHelp.of("nonsense")).isEmpty();
  }

  @Test
  void hasNoNameTwice() {
    assertThat(
            Commands.all().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.aliases().stream())))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "12 more words, #team, 12, more words",
        "#12 more, #team, 12, more",
        "@bob 12 more, @bob, 12, more",
        "#dev 3, #dev, 3, \"\"",
      })
  void readsWhichMessageIsMeant(String typed, String conversation, long seq, String rest)
      throws UsageException {
    Given.Place place = Given.of(typed, "#team").place();
    assertThat(place).isEqualTo(new Given.Place(conversation, seq, rest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "group|mute #team @bob|muteMember {\"group\":\"team\",\"user\":\"bob\"}",
        "group|mute team bob 30|muteMember {\"group\":\"team\",\"user\":\"bob\",\"minutes\":30}",
        "group|unmute team bob|unmuteMember {\"group\":\"team\",\"user\":\"bob\"}",
        "group|muted team|members {\"group\":\"team\"}",
        "keys|~~|keys {}",
        "keys|add ssh-ed25519 AAAA my laptop"
            + "|addKey {\"key\":\"ssh-ed25519 AAAA\",\"name\":\"my laptop\"}",
        "keys|remove SHA256:x|removeKey {\"fingerprint\":\"SHA256:x\"}",
        "devices|~~|encryption {}",
        "devices|add 31566 27621|addDevice {\"device\":\"31566 27621\"}",
        "devices|remove 1a2b|removeDevice {\"device\":\"1a2b\"}",
        "verify|@bob|encryption {\"user\":\"bob\"}",
        "verify|bob yes|verify {\"user\":\"bob\",\"verified\":true}",
        "verify|bob no|verify {\"user\":\"bob\",\"verified\":false}",
        "trust|bob|trust {\"user\":\"bob\"}",
        "encrypt|on bob|encryption {}"
      })
  void asksTheServer(String name, String words, String asked) throws UsageException {
    // Given
    var desk = new RecordingDesk();

    // When
    Commands.find(name).orElseThrow().action().run(Given.of(words, "#team"), desk);

    // Then
    assertThat(desk.asked).containsExactly(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "none, false, passphrase new",
    "locked, false, passphrase known",
    "excluded, true, ''",
    "none, true, ''"
  })
  void asksForAPassphraseWhereTheKeysAreNotOpen(String state, boolean unlocked, String question)
      throws UsageException {
    // Given
    var desk = new RecordingDesk();
    desk.answers.put(
        "encryption", Frames.JSON.createObjectNode().put("state", state).put("unlocked", unlocked));

    // When
    Commands.find("devices").orElseThrow().action().run(Given.of("make tower", "#team"), desk);

    // Then
    String said = question.isEmpty() ? "" : "correct horse";
    assertThat(desk.asked)
        .containsExactlyElementsOf(
            Stream.of(
                    "encryption {}",
                    question,
                    "makeKeys {\"name\":\"tower\",\"passphrase\":\"%s\",\"restart\":false}"
                        .formatted(said))
                .filter(each -> !each.isEmpty())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "group, mute team",
    "group, mute team bob ten",
    "group, mute team bob 0",
    "group, mute team bob 30 now",
    "group, unmute team",
    "sidebar, perhaps",
    "keys, add ssh-ed25519",
    "keys, remove",
    "keys, dance",
    "devices, dance",
    "devices, add",
    "verify, ''",
    "verify, bob perhaps",
    "trust, ''",
    "encrypt, ''",
    "encrypt, perhaps"
  })
  void saysHowACommandIsUsed(String name, String words) {
    Command command = Commands.find(name).orElseThrow();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> command.action().run(Given.of(words, "#team"), new RecordingDesk()));
  }
}

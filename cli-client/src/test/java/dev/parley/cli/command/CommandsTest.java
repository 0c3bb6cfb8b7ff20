package dev.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help", "message", "msg", "broadcast", "create", "group", "grouplist", "groups", "whoelse",
        "users", "wholasthr", "ping", "block", "unblock", "history", "offline", "reply", "edit",
        "delete", "react", "unreact", "pin", "unpin", "pinned", "search", "password", "logout",
        "quit", "exit", "tata"
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
}

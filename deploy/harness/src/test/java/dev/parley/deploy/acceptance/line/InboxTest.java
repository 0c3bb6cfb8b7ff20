package dev.parley.deploy.acceptance.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final Inbox inbox = new Inbox();
  private final LineSplitter splitter = new LineSplitter(inbox, new Transcript("test"));

  @Test
  void keepsRepliesAndEventsApart() {
    // When
    receive("+ok login anna\n* offline 0\n-err bad_command what?\n");

    // Then
    assertThat(inbox.takeReply(AT_ONCE)).isEqualTo(new Reply("+ok login anna", List.of()));
    assertThat(inbox.takeReply(AT_ONCE)).isEqualTo(new Reply("-err bad_command what?", List.of()));
    assertThat(inbox.events()).containsExactly(new Event("* offline 0"));
  }

  @Test
  void givesAListingOnlyWhenItsLastRowIsThere() {
    // Given
    receive("+ok whoelse 2\n= bert tcp now\n");

    // When
    Reply early = inbox.takeReply(AT_ONCE);
    receive("= carl tls now\n");
    Reply complete = inbox.takeReply(AT_ONCE);

    // Then
    assertThat(early).isNull();
    assertThat(complete)
        .isEqualTo(new Reply("+ok whoelse 2", List.of("bert tcp now", "carl tls now")));
  }

  @Test
  void readsAListingWithoutRows() {
    // When
    receive("+ok group members #x 1\n= anna\n+ok grouplist 0\n");

    // Then
    assertThat(inbox.takeReply(AT_ONCE))
        .isEqualTo(new Reply("+ok group members #x 1", List.of("anna")));
    assertThat(inbox.takeReply(AT_ONCE)).isEqualTo(new Reply("+ok grouplist 0", List.of()));
  }

  @Test
  void readsLinesWhateverTheyEndInAndHoweverTheyAreCut() {
    // When
    for (byte b : "+ok help 1\r\n= grüße\r\n* notice hi\n".getBytes(StandardCharsets.UTF_8)) {
      splitter.read(new byte[] {b}, 1);
    }

    // Then
    assertThat(inbox.takeReply(AT_ONCE)).isEqualTo(new Reply("+ok help 1", List.of("grüße")));
    assertThat(inbox.events()).containsExactly(new Event("* notice hi"));
    assertThat(inbox.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ok whoelse 1\n* join carl\n",
        "= a row alone\n",
        "+ok whoelse 1\n+ok quit\n",
        "hello\n",
        "\n"
      })
  void reportsWhatTheProtocolDoesNotAllow(String lines) {
    // When
    receive(lines);

    // Then
    assertThat(inbox.faults()).hasSize(1);
  }

  @Test
  void reportsBytesThatAreNotText() {
    // When
    splitter.read(new byte[] {'*', ' ', (byte) 0xff, '\n'}, 4);

    // Then
    assertThat(inbox.faults()).singleElement().asString().startsWith("not UTF-8");
  }

  @Test
  void takesOnlyTheEventThatIsWanted() {
    // Given
    receive("* join anna\n* join bert\n");

    // When
    Event taken = inbox.takeEvent(AT_ONCE, event -> event.word(2).equals("bert"));

    // Then
    assertThat(taken).isEqualTo(new Event("* join bert"));
    assertThat(inbox.events()).containsExactly(new Event("* join anna"));
  }

  @Test
  void endsAWaitWhenTheConnectionCloses() {
    // Given
    inbox.close();

    // When
    Reply reply = inbox.takeReply(Duration.ofDays(1));

    // Then
    assertThat(reply).isNull();
  }

  private void receive(String lines) {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    splitter.read(bytes, bytes.length);
  }
}

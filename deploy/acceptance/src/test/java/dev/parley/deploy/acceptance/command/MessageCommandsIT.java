package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class MessageCommandsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message BERT hello you",
        "msg BERT hello you",
        "@BERT hello you",
        "MSG BERT hello you"
      })
  void aDirectMessageReachesTheAddressee(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply reply = anna.ask(command.replace("BERT", bert.handle()));

    // Then
    assertThat(reply.line()).isEqualTo("+ok message @" + bert + " 1");
    ReceivedMessage received = bert.awaitMessage("hello you");
    assertThat(received.target()).isEqualTo("@" + anna);
    assertThat(received.author()).isEqualTo(anna.handle());
    assertThat(received.seq()).isEqualTo(1);
  }

  @Test
  void bothSidesOfADirectConversationCountTogether(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    List<Long> seqs = List.of(anna.tell(bert, "a"), bert.tell(anna, "b"), anna.tell(bert, "c"));

    // Then
    assertThat(seqs).containsExactly(1L, 2L, 3L);
  }

  @Test
  void theSenderGetsItsReplyInsteadOfTheEvent(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.tell(bert, "mine");
    bert.tell(anna, "yours");

    // Then
    anna.awaitMessage("yours");
    assertThat(anna.unread()).extracting(ReceivedMessage::author).doesNotContain(anna.handle());
  }

  @Test
  void aBroadcastReachesEverybodyElse(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.onlineByTls("carl");
    String text = "to all, from " + anna;

    // When
    Reply reply = anna.ask("broadcast " + text);

    // Then
    assertThat(reply.line()).matches("\\+ok broadcast #lobby \\d+");
    assertThat(bert.awaitMessage(text)).isEqualTo(carl.awaitMessage(text));
    assertThat(anna.unread()).extracting(ReceivedMessage::text).doesNotContain(text);
  }

  @Test
  void aBroadcastIsAMessageToTheLobby(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String text = "in the lobby, from " + anna;

    // When
    Reply reply = anna.ask("broadcast " + text);

    // Then
    ReceivedMessage received = bert.awaitMessage(text);
    assertThat(received.target()).isEqualTo("#lobby");
    assertThat(received.seq()).isEqualTo(reply.number());
  }

  @Test
  void theLobbyIsAddressedAsAGroupToo(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String text = "to the group, from " + anna;

    // When
    Reply reply = anna.ask("msg #lobby " + text);

    // Then
    assertThat(reply.line()).matches("\\+ok message #lobby \\d+");
    assertThat(bert.awaitMessage(text).seq()).isEqualTo(reply.number());
  }

  @Test
  void aHandleIsReadWithoutRegardToCase(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply reply = anna.ask("message " + bert.handle().toUpperCase(Locale.ROOT) + " hello");

    // Then
    assertThat(reply.line()).isEqualTo("+ok message @" + bert + " 1");
  }

  @Test
  void aTextKeepsItsBlanks(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.must("message " + bert + " two  blanks   and three");

    // Then
    bert.awaitMessage("two  blanks   and three");
  }

  @Test
  void theTimeIsInUtcToTheMillisecond(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.tell(bert, "when?");

    // Then
    Event event = bert.client().awaitEvent("a message", Event::isMessage);
    assertThat(event.word(4)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }
}

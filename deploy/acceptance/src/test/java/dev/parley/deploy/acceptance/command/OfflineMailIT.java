package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnParley
class OfflineMailIT {

  @Test
  void whoWasAwayGetsDirectMessagesInOrder(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    List<String> texts = IntStream.rangeClosed(1, 20).mapToObj(i -> "letter " + i).toList();
    texts.forEach(text -> anna.tell(bert, text));

    // When
    List<ReceivedMessage> missed = bert.login(stack.tcp());

    // Then
    assertThat(from(anna, missed))
        .extracting(ReceivedMessage::text)
        .containsExactlyElementsOf(texts);
    assertThat(from(anna, missed)).allMatch(message -> message.target().equals("@" + anna));
  }

  @Test
  void whoWasAwayGetsGroupAndLobbyMessagesThroughTheTlsDoorToo(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);
    bert.logout();
    anna.tellGroup(group, "in the group");
    anna.must("broadcast in the lobby");

    // When
    List<ReceivedMessage> missed = bert.login(stack.tls());

    // Then
    assertThat(from(anna, missed))
        .extracting(ReceivedMessage::target, ReceivedMessage::text)
        .contains(tuple("#" + group, "in the group"), tuple("#lobby", "in the lobby"));
  }

  @Test
  void whoWasAddedToAGroupWhileAwayGetsItsMessages(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);
    anna.tellGroup(group, "welcome");

    // When
    List<ReceivedMessage> missed = bert.login(stack.tcp());

    // Then
    assertThat(from(anna, missed)).extracting(ReceivedMessage::text).containsExactly("welcome");
  }

  @Test
  void nothingThatArrivedComesAgain(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "seen");
    bert.awaitMessage("seen");
    bert.logout();
    anna.tell(bert, "unseen");

    // When
    List<ReceivedMessage> missed = bert.login(stack.tcp());

    // Then
    assertThat(from(anna, missed)).extracting(ReceivedMessage::text).containsExactly("unseen");
  }

  @Test
  void whatWasSentIntoADeadLinkComesAgain(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    bert.client().stopReading();
    anna.tell(bert, "into the void");
    bert.client().reset();
    anna.awaitLine("* leave " + bert);

    // When
    List<ReceivedMessage> missed = bert.login(stack.tcp());

    // Then
    assertThat(from(anna, missed))
        .extracting(ReceivedMessage::text)
        .containsExactly("into the void");
  }

  @Test
  void offlineShowsTheMissedMessagesOnceMore(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    anna.tell(bert, "one");
    anna.tell(bert, "two");
    List<ReceivedMessage> missed = bert.login(stack.tcp());

    // When
    Reply reply = bert.ask("offline");

    // Then
    assertThat(reply.line()).isEqualTo("+ok offline " + missed.size());
    assertThat(missed).hasSizeGreaterThanOrEqualTo(2);
    assertThat(reply.rows().stream().map(ReceivedMessage::ofRow)).containsExactlyElementsOf(missed);
  }

  private static List<ReceivedMessage> from(Person author, List<ReceivedMessage> messages) {
    return messages.stream().filter(message -> message.author().equals(author.handle())).toList();
  }
}

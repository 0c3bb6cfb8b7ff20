package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnParley
class BlockCommandsIT {

  @Test
  void blockEndsDirectMessages(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply reply = bert.ask("block " + anna);

    // Then
    assertThat(reply.line()).isEqualTo("+ok block " + anna);
    assertThat(anna.ask("message " + bert + " hello").code()).isEqualTo("blocked");
  }

  @Test
  void unblockAllowsThemAgain(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    bert.must("block " + anna);

    // When
    Reply reply = bert.ask("unblock " + anna);

    // Then
    assertThat(reply.line()).isEqualTo("+ok unblock " + anna);
    assertThat(anna.tell(bert, "hello again")).isEqualTo(1);
    bert.awaitMessage("hello again");
  }

  @Test
  void aBroadcastOfABlockedPersonIsNotShown(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    bert.must("block " + anna);

    // When
    anna.must("broadcast not for " + bert);
    carl.must("broadcast for " + bert);

    // Then
    bert.awaitMessage("for " + bert);
    assertThat(bert.unread()).extracting(ReceivedMessage::text).doesNotContain("not for " + bert);
    assertThat(carl.awaitMessage("not for " + bert).author()).isEqualTo(anna.handle());
  }

  @Test
  void aGroupMessageOfABlockedPersonIsNotAmongTheMissed(People people, Doors stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    carl.must("create group " + group + " " + anna + " " + bert);
    bert.must("block " + anna);
    bert.logout();

    // When
    anna.tellGroup(group, "unwanted");
    carl.tellGroup(group, "wanted");

    // Then
    List<ReceivedMessage> missed = bert.login(stack.tcp());
    assertThat(missed)
        .extracting(ReceivedMessage::text)
        .contains("wanted")
        .doesNotContain("unwanted");
  }

  @Test
  void blockingGoesOneWay(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    bert.must("block " + anna);

    // Then
    bert.tell(anna, "still talking");
    anna.awaitMessage("still talking");
  }
}

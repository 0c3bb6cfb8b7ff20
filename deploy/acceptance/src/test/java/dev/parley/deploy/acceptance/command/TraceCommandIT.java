package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnParley
class TraceCommandIT {
  @Test
  void tellsEveryHopOfAMessageToItsReader(People people) {
    // Given
    Person writer = people.online("writer");
    Person reader = people.online("reader");
    // The first message of a direct conversation is fetched; from the second on it comes live.
    writer.tell(reader, "hello");
    reader.awaitMessage("hello");
    writer.tell(reader, "where have you been");
    reader.awaitMessage("where have you been");

    // When
    Reply trace = reader.ask("trace @" + writer + " 2");

    // Then
    assertThat(trace.line()).isEqualTo("+ok trace @" + writer + " 2 5");
    assertThat(trace.rows())
        .extracting(row -> row.split(" ")[0])
        .containsExactly("received", "published", "stored", "gateway", "delivered");
    List<Instant> times =
        trace.rows().stream().map(row -> Instant.parse(row.split(" ")[1])).toList();
    assertThat(times).isSorted();
  }

  @Test
  void answersAnOutsiderAsIfThereWereNoSuchConversation(People people) {
    // Given
    Person owner = people.online("owner");
    Person friend = people.registered("friend");
    Person outsider = people.online("outsider");
    String group = People.unique("secret");
    owner.must("create group " + group + " " + friend);
    owner.must("message group " + group + " hi");

    // When
    Reply ofGroup = outsider.ask("trace #" + group + " 1");
    Reply ofNothing = outsider.ask("trace #" + People.unique("nothing") + " 1");

    // Then
    assertThat(ofGroup.isOk()).isFalse();
    assertThat(ofGroup.code()).isEqualTo(ofNothing.code());
  }

  @Test
  void refusesWhatIsNoMessage(People people) {
    // Given
    Person writer = people.online("writer");
    Person reader = people.online("reader");
    writer.tell(reader, "hi");

    // Then
    assertThat(writer.ask("trace @" + reader + " 2").code()).isEqualTo("no_such_message");
  }
}

package dev.parley.deploy.acceptance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnParley
class SlowReaderIT {

  private static final int SMALL_BUFFER = 4 * 1024;
  private static final int MESSAGES = 12_000;
  private static final int PIPELINED = 50;
  private static final String LONG_TEXT = "x".repeat(3_900);

  @Test
  void whoDoesNotReadIsDroppedAndMissesNothing(People people, Doors stack) {
    // Given
    Person writer = people.busy().login();
    Person reader = people.registered("reader");
    reader.takeOver(people.keep(LineClient.open(stack.tcp(), SMALL_BUFFER)));
    // The first message is fetched, and what is fetched waits for its reader; then they come live.
    for (String text : List.of("first", "second")) {
      writer.tell(reader, text);
      reader.awaitMessage(text);
    }
    reader.client().stopReading();

    // When
    long last = 2 + writeUntilDropped(writer, reader);
    List<Long> missed =
        reader.login(stack.tcp()).stream()
            .filter(message -> message.author().equals(writer.handle()))
            .map(ReceivedMessage::seq)
            .toList();

    // Then
    assertThat(missed.getFirst()).isLessThanOrEqualTo(3);
    assertThat(missed)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(missed.getFirst(), last).boxed().toList());
  }

  /// Some megabytes go into the buffers of the operating system before anything waits in the
  /// server.
  private static long writeUntilDropped(Person writer, Person reader) {
    String farewell = "* leave " + reader;
    for (int sent = PIPELINED; sent <= MESSAGES; sent += PIPELINED) {
      for (int i = 0; i < PIPELINED; i++) {
        writer.client().send("message " + reader + " " + LONG_TEXT);
      }
      for (int i = 0; i < PIPELINED; i++) {
        assertThat(writer.client().awaitReply().isOk()).isTrue();
      }
      if (writer.client().events().stream().anyMatch(event -> event.line().equals(farewell))) {
        return sent;
      }
    }
    throw new AssertionError(reader + " was not dropped after " + MESSAGES + " long messages");
  }
}

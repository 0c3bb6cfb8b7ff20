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
    reader.client().stopReading();

    // When
    long sent = writeUntilDropped(writer, reader);
    List<ReceivedMessage> missed = reader.login(stack.tcp());

    // Then
    assertThat(missed)
        .filteredOn(message -> message.author().equals(writer.handle()))
        .extracting(ReceivedMessage::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, sent).boxed().toList());
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

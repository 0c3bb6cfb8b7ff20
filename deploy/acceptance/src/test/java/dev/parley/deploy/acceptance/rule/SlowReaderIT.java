package dev.parley.deploy.acceptance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.ssh.Needs;
import dev.parley.deploy.acceptance.ssh.OpenSsh;
import dev.parley.deploy.acceptance.stack.Doors;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    LineClient connection = people.keep(LineClient.open(stack.tcp(), SMALL_BUFFER));
    reader.takeOver(connection);
    comesLive(writer, reader, connection);
    connection.stopReading();

    // When
    long last = writeUntilDropped(writer, reader);

    // Then
    assertMissesNothing(reader.login(stack.tcp()), writer, last);
  }

  /// The client takes what its window holds, 2 MiB, before anything waits in the server.
  @Test
  @Needs("ssh")
  void whoDoesNotReadOverSshIsDroppedAndMissesNothing(
      People people, Doors stack, @TempDir Path folder) {
    // Given
    Person writer = people.busy().login();
    Person reader = people.registered("reader");
    LineClient shell = people.keep(new OpenSsh(stack.sshPort(), folder).lines(reader.account()));
    assertThat(shell.awaitReply().line()).isEqualTo("+ok login " + reader);
    comesLive(writer, reader, shell);
    shell.stopReading();

    // When
    long last = writeUntilDropped(writer, reader);

    // Then
    assertMissesNothing(reader.login(stack.tcp()), writer, last);
  }

  /// The first message is fetched, and what is fetched waits for its reader; then they come live.
  private static void comesLive(Person writer, Person reader, LineClient connection) {
    for (String text : List.of("first", "second")) {
      writer.tell(reader, text);
      connection.awaitEvent(
          text, event -> event.isMessage() && ReceivedMessage.of(event).text().equals(text));
    }
  }

  private static void assertMissesNothing(List<ReceivedMessage> missed, Person writer, long last) {
    List<Long> seqs =
        missed.stream()
            .filter(message -> message.author().equals(writer.handle()))
            .map(ReceivedMessage::seq)
            .toList();
    assertThat(seqs.getFirst()).isLessThanOrEqualTo(3);
    assertThat(seqs)
        .containsExactlyElementsOf(LongStream.rangeClosed(seqs.getFirst(), last).boxed().toList());
  }

  /// Some megabytes go into the buffers of the operating system before anything waits in the
  /// server.
  ///
  /// @return the number of the last message
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
        return 2 + sent;
      }
    }
    throw new AssertionError(reader + " was not dropped after " + MESSAGES + " long messages");
  }
}

package dev.parley.deploy.acceptance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.secrecy.FileSearch;
import dev.parley.deploy.acceptance.ssh.Needs;
import dev.parley.deploy.acceptance.ssh.OpenSsh;
import dev.parley.deploy.acceptance.ssh.UnreadShell;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnParley
class SlowReaderIT {

  private static final int SMALL_BUFFER = 4 * 1024;
  private static final int MESSAGES = 12_000;
  private static final int PIPELINED = 50;
  private static final long MEBIBYTE = 1024 * 1024;
  private static final Pattern UNSENT = Pattern.compile(" unsent=(\\d+) ");
  private static final String LONG_TEXT = "x".repeat(3_900);

  @TempDir private Path folder;

  @Test
  void whoDoesNotReadIsDroppedAndMissesNothing(People people, Doors stack) {
    // Given
    Person writer = people.busy().login();
    Person reader = people.registered("reader");
    reader.takeOver(people.keep(LineClient.open(stack.tcp(), SMALL_BUFFER)));
    reader.client().stopReading();

    // When
    long sent = writeUntilDropped(writer, reader);

    // Then
    missesNothing(reader.login(stack.tcp()), writer, sent);
  }

  /// The client takes what its window holds, 2 MiB, before anything waits in the server.
  @Test
  @Needs("ssh")
  void whoDoesNotReadOverSshIsDroppedAndMissesNothing(People people, ParleyStack stack) {
    // Given
    Person writer = people.busy().login();
    Person reader = people.registered("reader");
    int before = reasons(stack).size();
    try (UnreadShell _ = new OpenSsh(stack.sshPort(), folder).unread(reader.account(), "")) {
      writer.awaitLine("* join " + reader);

      // When
      long sent = writeUntilDropped(writer, reader);

      // Then
      assertThat(reasons(stack)).hasSizeGreaterThan(before);
      missesNothing(reader.login(stack.tcp()), writer, sent);
    }
  }

  /// What the log says of readers that were dropped at the ssh door, and that none had cost 1 MiB
  /// by then.
  private static List<String> reasons(ParleyStack stack) {
    List<String> reasons =
        new FileSearch(stack.home().resolve("logs"))
            .linesWith("slow reader dropped").stream()
                .filter(line -> line.contains("door=ssh "))
                .toList();
    assertThat(reasons)
        .allSatisfy(line -> {
          Matcher unsent = UNSENT.matcher(line);
          assertThat(unsent.find()).isTrue();
          assertThat(Long.parseLong(unsent.group(1))).isLessThan(MEBIBYTE);
        });
    return reasons;
  }

  private static void missesNothing(List<ReceivedMessage> missed, Person writer, long sent) {
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

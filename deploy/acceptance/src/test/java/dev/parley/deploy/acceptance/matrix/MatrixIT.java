package dev.parley.deploy.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.cli.PackagedClient;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.frame.FrameProgram;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.matrix.Participant.Heard;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.ssh.Needs;
import dev.parley.deploy.acceptance.ssh.OpenSsh;
import dev.parley.deploy.acceptance.stack.Doors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sender on each door, a receiver on each door, and the packaged client among them: all have the
/// same messages under the same numbers.
@OnParley
@Needs("ssh")
class MatrixIT {
  private static final int MESSAGES = 1_000;
  private static final long LIMIT_SECONDS = 60;
  private static final Path TABLE = Path.of("target", "matrix.md");

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Latencies latencies = new Latencies();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void everyDoorReadsTheSameConversation(People people, Doors stack) throws Exception {
    // Given
    String group = People.unique("matrix");
    List<Participant> all = participants(people, stack);
    Person founder = people.online("founder");
    String handles = String.join(" ", all.stream().map(Participant::handle).toList());
    founder.must("create group " + group + " " + handles);
    Map<Participant, Minutes> minutes = new LinkedHashMap<>();
    all.forEach(each -> minutes.put(each, new Minutes(group)));

    // When
    for (Participant sender : all) {
      talk(group, sender, minutes);
    }

    // Then
    latencies.publish(TABLE);
    assertThat(minutes.values()).allMatch(each -> each.size() == all.size() * MESSAGES);
    assertThat(minutes.values().stream().map(Minutes::digest).distinct()).hasSize(1);
  }

  private List<Participant> participants(People people, Doors stack) {
    return List.of(
        onLines("tcp", stack.tcp(), people),
        onLines("tls", stack.tls(), people),
        onFrames(stack, people),
        onSsh(stack, people),
        onClient(stack, people));
  }

  private Participant onSsh(Doors stack, People people) {
    Person person = people.busy();
    LineClient client = people.keep(new OpenSsh(stack.sshPort(), folder).lines(person.account()));
    assertThat(client.awaitReply().isOk()).isTrue();
    return new LineParticipant("ssh", person.handle(), client);
  }

  private static Participant onLines(String name, LineDoor door, People people) {
    Person person = people.busy();
    person.login(door);
    return new LineParticipant(name, person.handle(), person.client());
  }

  private Participant onFrames(Doors stack, People people) {
    Person person = people.busy();
    FrameClient client = FrameClient.open(stack.frames());
    open.add(client);
    client.ask("login", Map.of("user", person.handle(), "password", person.password()));
    return new FrameParticipant("ws", person.handle(), client.talk());
  }

  private Participant onClient(Doors stack, People people) {
    Person person = people.busy();
    FrameProgram program =
        FrameProgram.start(PackagedClient.chat(stack, "--json"), PackagedClient.environment());
    open.add(program);
    program.talk().ask("login", Map.of("user", person.handle(), "password", person.password()));
    return new FrameParticipant("client", person.handle(), program.talk());
  }

  private void talk(String group, Participant sender, Map<Participant, Minutes> minutes)
      throws InterruptedException, ExecutionException, TimeoutException {
    AtomicLongArray sent = new AtomicLongArray(MESSAGES);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tasks = new ArrayList<>();
      minutes.forEach((each, written) ->
          tasks.add(
              threads.submit(
                  each == sender
                      ? () -> post(group, sender, sent, written)
                      : () -> hear(group, sender, each, sent, written))));
      for (Future<?> task : tasks) {
        task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private void post(String group, Participant sender, AtomicLongArray sent, Minutes minutes) {
    long[] nanos = new long[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      String text = sender.door() + " " + i;
      sent.set(i, System.nanoTime());
      long seq = sender.post(group, text);
      nanos[i] = System.nanoTime() - sent.get(i);
      minutes.write(seq, sender.handle(), text);
    }
    latencies.add(sender.door(), sender.door(), nanos);
  }

  private void hear(
      String group, Participant sender, Participant hearer, AtomicLongArray sent, Minutes minutes) {
    long[] nanos = new long[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      Heard heard = hearer.hear(group);
      nanos[i] = System.nanoTime() - sent.get(i);
      assertThat(heard.from()).isEqualTo(sender.handle());
      assertThat(heard.text()).isEqualTo(sender.door() + " " + i);
      minutes.write(heard.seq(), heard.from(), heard.text());
    }
    latencies.add(sender.door(), hearer.door(), nanos);
  }
}

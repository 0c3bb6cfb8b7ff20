package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.history.Checker;
import dev.parley.deploy.acceptance.history.ConversationHistory;
import dev.parley.deploy.acceptance.history.HistoryLog;
import dev.parley.deploy.acceptance.history.Outcome;
import dev.parley.deploy.acceptance.history.Row;
import dev.parley.deploy.acceptance.history.Send;
import dev.parley.deploy.acceptance.history.Violation;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.line.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writers and readers at work, from [#start] to [#finish].
///
/// Driven by one thread.
public final class Traffic implements AutoCloseable {

  /// Longest wait for the messages to flow, at the start and after a fault.
  private static final Duration FLOW_LIMIT = Duration.ofMinutes(3);

  private static final Duration GLANCE = Duration.ofMillis(50);

  private final LineDoor door;
  private final Cast cast;
  private final HistoryLog log = new HistoryLog();
  private final CountDownLatch writersEnd = new CountDownLatch(1);
  private final CountDownLatch readersEnd = new CountDownLatch(1);
  private final Map<String, Long> firstSeqs = new HashMap<>();
  private final List<Thread> writers = new ArrayList<>();
  private final List<Thread> readers = new ArrayList<>();

  private Traffic(LineDoor door, Cast cast) {
    this.door = door;
    this.cast = cast;
  }

  /// Makes the groups, starts everybody, and waits until messages flow everywhere.
  ///
  /// @param door where everybody logs in
  /// @param cast who takes part
  /// @return the running traffic; whoever starts it closes it
  public static Traffic start(LineDoor door, Cast cast) {
    var traffic = new Traffic(door, cast);
    traffic.startReaders();
    traffic.foundGroups();
    traffic.startWriters();
    traffic.awaitFlow();
    return traffic;
  }

  /// Waits until every conversation has an acknowledged message that was sent after this call.
  ///
  /// @return how long that took
  /// @throws AssertionError if it does not happen within 90 s
  public Duration awaitFlow() {
    long from = System.nanoTime();
    Set<String> silent =
        cast.channels().stream()
            .map(Channel::conversation)
            .collect(Collectors.toCollection(HashSet::new));
    while (!silent.isEmpty()) {
      if (System.nanoTime() - from > FLOW_LIMIT.toNanos()) {
        throw new AssertionError("no message is acknowledged in " + silent);
      }
      var _ = isDown(writersEnd, GLANCE);
      acknowledgedSince(from).map(Send::conversation).forEach(silent::remove);
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /// {@return the longest time without an acknowledgement anywhere since the beginning}
  public Duration longestSilence() {
    List<Long> moments =
        log.sends().stream().filter(Traffic::isAcknowledged).map(Send::endedAt).sorted().toList();
    long longest = 0;
    for (int i = 1; i < moments.size(); i++) {
      longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
    }
    return Duration.ofNanos(longest);
  }

  /// {@return how many messages were acknowledged so far}
  public long acknowledged() {
    return log.sends().stream().filter(Traffic::isAcknowledged).count();
  }

  /// {@return how many sends have an unknown fate so far}
  public long unresolved() {
    return log.sends().stream()
        .filter(send -> send.outcome() instanceof Outcome.Unresolved)
        .count();
  }

  /// Ends the writing, lets the readers catch up, and compares everything.
  ///
  /// @param record file for the whole history, written only if something is wrong
  /// @return everything that is wrong
  public List<Violation> finish(Path record) {
    end(writersEnd, writers);
    List<Row> rows = new StockTaking(cast, new Logins(door, readersEnd), log).rows();
    end(readersEnd, readers);
    rows.forEach(log::add);
    List<Violation> violations = Checker.check(histories());
    if (!violations.isEmpty()) {
      log.write(record);
    }
    return violations;
  }

  /// Ends everything, also after a failure.
  @Override
  public void close() {
    end(writersEnd, writers);
    end(readersEnd, readers);
  }

  private void startReaders() {
    var logins = new Logins(door, readersEnd);
    for (Account account : cast.readers()) {
      boolean lively = cast.readers().indexOf(account) % 2 == 0;
      var reader = new Reader(account, lively, logins, log);
      readers.add(Thread.ofVirtual().name("reader-" + account).start(reader));
      if (!isDown(reader.present(), FLOW_LIMIT)) {
        throw new AssertionError(account + " cannot log in");
      }
    }
  }

  /// The first message to each group marks where this run begins in its log.
  private void foundGroups() {
    try (LineClient client = new Logins(door, writersEnd).mustLogIn(cast.founder())) {
      for (Channel channel : cast.groupChannels()) {
        String name = channel.conversation().substring(1);
        must(client, "create group " + name + " " + cast.membersBesideTheFounder());
        String text = "here begins " + name;
        long invokedAt = System.nanoTime();
        long seq = must(client, channel.command() + text).number();
        firstSeqs.put(channel.conversation(), seq);
        log.add(
            new Send(
                channel.conversation(),
                cast.founder().handle(),
                text,
                invokedAt,
                System.nanoTime(),
                new Outcome.Acknowledged(seq)));
      }
    }
  }

  private void startWriters() {
    var logins = new Logins(door, writersEnd);
    for (Account account : cast.writers()) {
      var writer = new Writer(account, cast.channelsOf(account), logins, log);
      writers.add(Thread.ofVirtual().name("writer-" + account).start(writer));
    }
  }

  private List<ConversationHistory> histories() {
    return cast.channels().stream()
        .map(channel ->
            log.of(
                channel.conversation(),
                firstSeqs.getOrDefault(channel.conversation(), 1L),
                cast.readersOf(channel)))
        .toList();
  }

  private Stream<Send> acknowledgedSince(long nanos) {
    return log.sends().stream()
        .filter(Traffic::isAcknowledged)
        .filter(send -> send.invokedAt() > nanos);
  }

  private static boolean isAcknowledged(Send send) {
    return send.outcome() instanceof Outcome.Acknowledged;
  }

  private static Reply must(LineClient client, String command) {
    Reply reply = client.ask(command);
    if (!reply.isOk()) {
      throw new AssertionError(command + " was refused: " + reply.line());
    }
    return reply;
  }

  private static void end(CountDownLatch end, List<Thread> threads) {
    end.countDown();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isDown(CountDownLatch latch, Duration limit) {
    try {
      return latch.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.SeqChecker;
import dev.parley.deploy.bench.check.Transcript;
import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.line.LineCursor;
import dev.parley.deploy.bench.line.StampedText;
import dev.parley.deploy.bench.session.ChatConnection;
import dev.parley.deploy.bench.session.Traffic;
import org.jspecify.annotations.Nullable;

/// One member's part in a load: posts, matches acknowledgements, checks every event.
///
/// Three things are checked of each message: its seq ([SeqChecker]), that it is the next one of its
/// author by the number in its text, and that every reader finds it under the same seq
/// ([Transcript]).
final class Talker implements Traffic {

  private final ChatConnection connection;
  private final Part part;
  private final SeqChecker seqs;
  private final Transcript transcript;
  private final Violations violations;
  private final Outstanding outstanding = new Outstanding();
  private final long[] nextNumbers;
  private byte[] line = {};
  private long posted;
  private long answered;
  private @Nullable Load load;

  Talker(
      ChatConnection connection,
      Part part,
      SeqChecker seqs,
      Transcript transcript,
      Violations violations) {
    this.connection = connection;
    this.part = part;
    this.seqs = seqs;
    this.transcript = transcript;
    this.violations = violations;
    this.nextNumbers = new long[part.authors()];
  }

  /// How far one talker has come.
  ///
  /// @param outstanding messages without an acknowledgement
  /// @param complete seq up to which it has everything
  /// @param highest highest seq it has seen
  record Progress(String reader, int outstanding, long complete, long highest) {}

  Progress progress() {
    return new Progress(part.reader(), outstanding.size(), seqs.complete(), seqs.highest());
  }

  EventLoop loop() {
    return connection.loop();
  }

  /// Notes the seq of a message that was posted while setting up.
  Progress onGreeted(long seq) {
    seqs.onAcknowledgement(seq);
    return progress();
  }

  /// Takes part in a load from here on.
  void join(Load joined) {
    load = joined;
    StampedText text = joined.text();
    line = new byte[part.post().length + text.size() + 1];
    System.arraycopy(part.post(), 0, line, 0, part.post().length);
    text.fill(line, part.post().length);
    line[line.length - 1] = '\n';
  }

  /// Posts as many messages as may be outstanding; each acknowledgement then brings the next one.
  void begin() {
    for (int i = 0; load != null && i < load.outstanding(); i++) {
      post(System.nanoTime(), System.nanoTime());
    }
  }

  /// Posts one message.
  ///
  /// @param due when it is meant to leave
  /// @param now the time
  void post(long due, long now) {
    Load joined = load;
    if (joined == null) {
      return;
    }
    if (!outstanding.add(due)) {
      violations.add(part.reader() + ": " + Outstanding.LIMIT + " messages are unacknowledged");
      return;
    }
    long sinceStart = due - joined.window().start();
    joined.text().stamp(line, part.post().length, part.author(), posted++, sinceStart);
    connection.say(line);
    joined.tally().onPosted(due, now);
  }

  @Override
  public void onReply(LineCursor reply, long nanos) {
    Load joined = load;
    if (joined == null || outstanding.size() == 0) {
      violations.add(part.reader() + ": got a reply to nothing: " + reply.rest());
      return;
    }
    long due = outstanding.removeFirst();
    long identity = StampedText.identity(part.author(), answered++);
    if (!reply.accept(part.acknowledgement())) {
      violations.add(part.reader() + ": got " + reply.rest());
      return;
    }
    long seq = reply.number();
    seqs.onAcknowledgement(seq);
    compare(seq, identity);
    joined.tally().onAcknowledged(due, nanos);
    if (joined.outstanding() > 0 && joined.window().isOpen(nanos)) {
      post(nanos, nanos);
    }
  }

  @Override
  public void onEvent(LineCursor event, long nanos) {
    if (event.accept(part.message())) {
      onMessage(event, nanos);
    } else if (event.accept(part.membership())) {
      seqs.onEvent(event.number(), outstanding.size());
    }
  }

  @Override
  public void onClosed(String cause) {
    violations.add(part.reader() + ": connection lost: " + cause);
  }

  private void onMessage(LineCursor event, long nanos) {
    long seq = event.number();
    seqs.onEvent(seq, outstanding.size());
    Load joined = load;
    // What comes before the load begins are greetings.
    if (joined != null && event.skipFields(2)) {
      check(joined.text(), event, seq);
      joined.tally().onDelivered(joined.window().start() + StampedText.nanos(event), nanos);
    }
  }

  private void check(StampedText text, LineCursor event, long seq) {
    long identity = text.isAt(event) ? StampedText.identity(event) : -1;
    int author = StampedText.author(identity) - part.firstAuthor();
    if (identity < 0 || author < 0 || author >= nextNumbers.length) {
      violations.add("%s: seq %d is nobody's message".formatted(part.reader(), seq));
      return;
    }
    long number = StampedText.number(identity);
    if (number != nextNumbers[author]) {
      violations.add(
          "%s: seq %d is message %d of author %d, expected %d"
              .formatted(part.reader(), seq, number, author, nextNumbers[author]));
    }
    nextNumbers[author] = number + 1;
    compare(seq, identity);
  }

  private void compare(long seq, long identity) {
    if (!transcript.agrees(seq, identity)) {
      violations.add("%s: somebody saw another message as seq %d".formatted(part.reader(), seq));
    }
  }
}

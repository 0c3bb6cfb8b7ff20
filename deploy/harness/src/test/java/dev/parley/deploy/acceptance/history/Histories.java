package dev.parley.deploy.acceptance.history;

import java.util.List;
import java.util.Set;

/// Makes small histories of one conversation with two authors and the reader `rita`.
///
/// A call adds one fact; time advances by one with each send and with each outcome.
final class Histories {

  static final String CONVERSATION = "#run";
  static final String READER = "rita";
  private static final String TIME = "2026-11-20T12:00:00.000Z";

  private final HistoryLog log = new HistoryLog();
  private long now;

  /// A message that all went well with: acknowledged, stored and read in the first session.
  Histories delivered(String author, String text, long seq) {
    return acknowledged(author, text, seq).stored(author, text, seq).arrived(1, author, text, seq);
  }

  Histories acknowledged(String author, String text, long seq) {
    return sentNow(author, text, new Outcome.Acknowledged(seq));
  }

  Histories refused(String author, String text) {
    return sentNow(author, text, new Outcome.Refused("rate_limited"));
  }

  Histories unresolved(String author, String text) {
    return sentNow(author, text, new Outcome.Unresolved("connection lost"));
  }

  private Histories sentNow(String author, String text, Outcome outcome) {
    now += 2;
    return sent(author, text, now - 1, now, outcome);
  }

  Histories sent(String author, String text, long invokedAt, long endedAt, Outcome outcome) {
    log.add(new Send(CONVERSATION, author, text, invokedAt, endedAt, outcome));
    return this;
  }

  Histories stored(String author, String text, long seq) {
    log.add(new Row(CONVERSATION, seq, message(author, text)));
    return this;
  }

  Histories arrived(int session, String author, String text, long seq) {
    return arrived(session, message(author, text), seq);
  }

  Histories arrived(int session, Content content, long seq) {
    log.add(new Arrival(READER, session, CONVERSATION, seq, content));
    return this;
  }

  /// {@return what the history breaks, in the order of the checks}
  List<Invariant> broken() {
    return broken(1);
  }

  List<Invariant> broken(long firstSeq) {
    return Checker.check(List.of(log.of(CONVERSATION, firstSeq, Set.of(READER)))).stream()
        .map(Violation::invariant)
        .toList();
  }

  static Content.Message message(String author, String text) {
    return new Content.Message(TIME, author, text);
  }
}

package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.history.HistoryLog;
import dev.parley.deploy.acceptance.history.Outcome;
import dev.parley.deploy.acceptance.history.Send;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Writes to its channels in turn, a few messages at a time, until the traffic ends.
final class Writer implements Runnable {

  /// Six writers make 120 messages a second of it. Twice that takes one of two cores, which those
  /// need that heal; and what is under way when something breaks is bounded by [#OUTSTANDING].
  private static final Duration PACE = Duration.ofMillis(50);

  /// Above the 10 s within which a request is answered.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int OUTSTANDING = 4;

  private final Account account;
  private final List<Channel> channels;
  private final Logins logins;
  private final HistoryLog log;
  private final Deque<Invoked> outstanding = new ArrayDeque<>();
  private int written;

  Writer(Account account, List<Channel> channels, Logins logins, HistoryLog log) {
    this.account = account;
    this.channels = channels;
    this.logins = logins;
    this.log = log;
  }

  @Override
  public void run() {
    logins.keepLoggedIn(account, this::write);
    giveUpOutstanding();
  }

  private void write(LineClient client) {
    // What became of it went down with the last connection.
    giveUpOutstanding();
    boolean connected = true;
    while (connected && !logins.isOver(PACE)) {
      send(client);
      connected = outstanding.size() < OUTSTANDING || settleOldest(client);
    }
    while (connected && !outstanding.isEmpty()) {
      connected = settleOldest(client);
    }
  }

  private void send(LineClient client) {
    Channel channel = channels.get(written % channels.size());
    String text = account + " no " + ++written;
    outstanding.add(new Invoked(channel, text, System.nanoTime()));
    client.send(channel.command() + text);
  }

  private boolean settleOldest(LineClient client) {
    Reply reply = client.pollReply(PATIENCE);
    if (reply == null) {
      return false;
    }
    settle(outstanding.remove(), outcome(reply));
    return true;
  }

  private void giveUpOutstanding() {
    outstanding.forEach(invoked -> settle(invoked, new Outcome.Unresolved("no reply")));
    outstanding.clear();
  }

  private void settle(Invoked invoked, Outcome outcome) {
    log.add(
        new Send(
            invoked.channel.conversation(),
            account.handle(),
            invoked.text,
            invoked.at,
            System.nanoTime(),
            outcome));
  }

  static Outcome outcome(Reply reply) {
    if (reply.isOk()) {
      return new Outcome.Acknowledged(reply.number());
    }
    // The only refusal that says "it may or may not have happened".
    return reply.code().equals("unavailable") || reply.code().equals("internal")
        ? new Outcome.Unresolved(reply.line())
        : new Outcome.Refused(reply.line());
  }

  private record Invoked(Channel channel, String text, long at) {}
}

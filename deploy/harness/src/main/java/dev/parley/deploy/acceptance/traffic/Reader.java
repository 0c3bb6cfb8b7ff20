package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.history.Arrival;
import dev.parley.deploy.acceptance.history.Content;
import dev.parley.deploy.acceptance.history.HistoryLog;
import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.MemberChange;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Notes everything that reaches it until the traffic ends.
///
/// A lively reader sends a line now and then, which shows that what was delivered before has
/// arrived; a silent one never does, so that after a lost connection everything comes again.
final class Reader implements Runnable {

  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int EVENTS_PER_LINE = 50;

  private final Account account;
  private final boolean lively;
  private final Logins logins;
  private final HistoryLog log;
  private final CountDownLatch present = new CountDownLatch(1);
  private int session;
  private int events;

  Reader(Account account, boolean lively, Logins logins, HistoryLog log) {
    this.account = account;
    this.lively = lively;
    this.logins = logins;
    this.log = log;
  }

  @Override
  public void run() {
    logins.keepLoggedIn(
        account,
        client -> {
          session++;
          read(client);
        });
  }

  /// {@return counted down when the reader has been logged in once}
  CountDownLatch present() {
    return present;
  }

  private void read(LineClient client) {
    present.countDown();
    while (!logins.isOver(Duration.ZERO)) {
      Event event = client.pollEvent(GLANCE, _ -> true);
      if (event != null) {
        note(event);
        showLife(client);
      } else if (client.isClosed()) {
        return;
      }
    }
  }

  private void note(Event event) {
    if (event.isMessage()) {
      ReceivedMessage message = ReceivedMessage.of(event);
      arrived(
          Channel.conversation(message.target(), account),
          message.seq(),
          new Content.Message(message.time().toString(), message.author(), message.text()));
    } else if (event.isMember()) {
      MemberChange change = MemberChange.of(event);
      arrived(change.group(), change.seq(), new Content.Change(event.line()));
    }
  }

  private void arrived(String conversation, long seq, Content content) {
    log.add(new Arrival(account.handle(), session, conversation, seq, content));
  }

  private void showLife(LineClient client) {
    if (lively && ++events % EVENTS_PER_LINE == 0) {
      client.send("ping " + account);
    }
  }
}

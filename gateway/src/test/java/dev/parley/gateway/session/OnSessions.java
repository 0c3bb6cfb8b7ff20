package dev.parley.gateway.session;

import dev.parley.contracts.auth.Role;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The sessions of one gateway, whose services answer when the test says so.
abstract class OnSessions {
  static final Identity ALICE = new Identity("alice", "t-1", null, Role.MEMBER);
  static final Duration READ_TIMEOUT = Duration.ofMillis(50);
  static final Duration SUBSCRIBE_LIMIT = Duration.ofSeconds(1);

  final FakePublisher records = new FakePublisher();
  final Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 100);
  final SubscriptionTable table =
      new SubscriptionTable(new LogSubscriptionPublisher("gw", records), System::nanoTime);
  final SessionRegistry registry = new SessionRegistry();
  final Sessions sessions =
      new Sessions(
          "gw",
          exchange,
          records,
          registry,
          new SessionMail(table, new Backlog(exchange, 2, READ_TIMEOUT), SUBSCRIBE_LIMIT));
  final LoopTurns turns = new LoopTurns();
  final FakeConnection connection = new FakeConnection("c1");

  Session openWith(ConversationSummary... listed) {
    return open(List.of(), listed);
  }

  Session openBlocking(String blocked, ConversationSummary... listed) {
    return open(List.of(blocked), listed);
  }

  Session open(List<String> blocked, ConversationSummary... listed) {
    CompletableFuture<Session> opening = sessions.open(connection, ALICE, false);
    answerOpen();
    long request = records.last(ListConversations.class).replyTo().request();
    answer(new ConversationList(request, List.of(listed), blocked));
    for (ConversationSummary each : listed) {
      subscribed(each.conversation(), each.head(), List.of("alice", "bob"));
    }
    return opening.join();
  }

  void answerOpen() {
    answer(new Done(records.last(OpenSession.class).replyTo().request()));
  }

  void answerList(ConversationSummary... listed) {
    long request = records.last(ListConversations.class).replyTo().request();
    answer(new ConversationList(request, List.of(listed), List.of()));
  }

  void answerBacklog(
      long messages, List<dev.parley.contracts.conversation.Entry> entries, List<Range> remaining) {
    FetchBacklog asked = records.last(FetchBacklog.class);
    String conversation = asked.ranges().getFirst().conversation();
    List<ConversationEntries> page =
        entries.isEmpty() ? List.of() : List.of(new ConversationEntries(conversation, entries));
    answer(new BacklogPage(asked.replyTo().request(), messages, page, remaining));
  }

  void answer(Reply reply) {
    exchange.onReply(reply, turns);
    turns.run();
  }

  void subscribed(String conversation, long upTo, List<String> members) {
    table.onSubscribed(new Subscribed(conversation, upTo, members, List.of(), true), turns);
    turns.run();
  }

  void deliver(String conversation, long from, long to) {
    table.onEntries(
        new ConversationEntries(conversation, Entries.messages("bob", from, to)), turns);
    turns.run();
  }

  static ConversationSummary summary(String conversation, long given, long head) {
    return new ConversationSummary(conversation, head, given, given, 2);
  }

  static ConversationSummary lobby() {
    return summary("#lobby", 0, 0);
  }
}

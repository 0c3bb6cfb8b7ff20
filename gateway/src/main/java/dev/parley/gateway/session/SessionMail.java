package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.subscription.Subscription;
import dev.parley.gateway.subscription.SubscriptionTable;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Gives a session the mail of its conversations: subscribes to those that were listed and to those
/// that its inbox tells of, fetches what was missed, and takes it away again. Each method runs on
/// the session's event loop.
final class SessionMail implements Session.InboxListener {
  private static final Comparator<ConversationView> INBOX_FIRST =
      Comparator.comparing(v -> !ConversationId.isInbox(v.conversation()));

  private final SubscriptionTable subscriptions;
  private final Backlog backlog;
  private final Duration subscribeLimit;

  /// @param subscribeLimit longest wait of a login for its subscriptions
  SessionMail(SubscriptionTable subscriptions, Backlog backlog, Duration subscribeLimit) {
    this.subscriptions = subscriptions;
    this.backlog = backlog;
    this.subscribeLimit = subscribeLimit;
  }

  /// Subscribes to the inbox and to all else that was listed, and notes what was missed.
  ///
  /// @param cursors by conversation id the highest seq that the client has
  /// @return completes on the loop; fails when a subscription is not there in time
  CompletableFuture<Void> enterAll(
      Session session, ConversationList listed, Map<String, Long> cursors) {
    listed.blocked().forEach(session::block);
    listed.conversations().forEach(c -> addView(session, c, cursors));
    CompletableFuture<Void> inTime =
        subscribe(session.views()).orTimeout(subscribeLimit.toMillis(), TimeUnit.MILLISECONDS);
    return onLoop(session, inTime).thenRun(() -> remember(session));
  }

  /// Tells how many messages waited, delivers them, goes live.
  void start(Session session) {
    List<ConversationView> inboxFirst =
        session.views().values().stream().sorted(INBOX_FIRST).toList();
    run(
        session,
        new CatchUp(
            backlog,
            session,
            inboxFirst,
            missed -> session.connection().tell(new Event.Offline(missed))));
  }

  void leaveAll(Session session) {
    session.views().values().forEach(v -> subscriptions.detach(v.conversation(), v));
  }

  @Override
  public void onInboxEntry(Session session, Entry entry) {
    String subject = entry.subject();
    if (subject == null) {
      return;
    }
    switch (entry.kind()) {
      case ADDED_TO -> enter(session, subject);
      case REMOVED_FROM -> leave(session, subject);
      case BLOCKED -> session.block(subject);
      case UNBLOCKED -> session.unblock(subject);
      case MESSAGE, MUTED, UNMUTED, ADDED, JOINED, REMOVED, LEFT -> {}
      case EDITED, DELETED, REACTED, UNREACTED, PINNED, UNPINNED -> {}
      case ENCRYPTED, UNENCRYPTED -> {}
    }
  }

  private static void addView(
      Session session, ConversationSummary summary, Map<String, Long> cursors) {
    String conversation = summary.conversation();
    long given = summary.given();
    long has = Math.min(cursors.getOrDefault(conversation, given), summary.head());
    ConversationView view = new ConversationView(session, conversation, given, has);
    view.encrypted(Boolean.TRUE.equals(summary.encrypted()), summary.head());
    session.views().put(conversation, view);
    if (ConversationId.isInbox(conversation)) {
      session.inboxListedUpTo(summary.head());
    }
  }

  /// {@return completes when all owners have answered; the table asks until they do}
  private CompletableFuture<Void> subscribe(Map<String, ConversationView> views) {
    Map<String, ConversationView> ordered = new LinkedHashMap<>();
    views.values().stream()
        .sorted(INBOX_FIRST)
        .forEach(view -> ordered.put(view.conversation(), view));
    List<Subscription> attached = subscriptions.attach(ordered);
    int i = 0;
    for (ConversationView view : ordered.values()) {
      view.subscribed(attached.get(i++));
    }
    return CompletableFuture.allOf(
        attached.stream().map(Subscription::established).toArray(CompletableFuture[]::new));
  }

  private static CompletableFuture<Void> onLoop(Session session, CompletableFuture<Void> future) {
    return future.whenCompleteAsync((_, _) -> {}, session.connection().loop());
  }

  private static void remember(Session session) {
    List<Range> missed =
        session.views().values().stream()
            .filter(v -> v.delivered() < v.subscription().position())
            .map(v -> new Range(v.conversation(), v.delivered(), v.subscription().position()))
            .toList();
    session.rememberMissed(missed);
  }

  private void enter(Session session, String conversation) {
    if (session.views().containsKey(conversation)) {
      return;
    }
    ConversationView view = new ConversationView(session, conversation, 0);
    session.views().put(conversation, view);
    // Without a limit: a session that gave up waiting would look well, and never get a message of
    // this conversation.
    onLoop(session, subscribe(Map.of(conversation, view)))
        .thenRun(() -> run(session, new CatchUp(backlog, session, List.of(view), _ -> {})));
  }

  private void leave(Session session, String conversation) {
    ConversationView view = session.views().remove(conversation);
    if (view != null) {
      subscriptions.detach(conversation, view);
    }
  }

  /// A session that cannot be given its mail must not look as if it had none.
  private static void run(Session session, CatchUp catchUp) {
    catchUp
        .run()
        .exceptionally(failure -> {
          Log.warnf(
              "catch-up failed session=%s account=%s cause=%s",
              session.id(), session.account(), failure.toString());
          DoorConnection connection = session.connection();
          connection.tell(
              new Event.Notice("unavailable", "your messages cannot be fetched now; log in again"));
          connection.close(CloseReason.LOST);
          return null;
        });
  }
}

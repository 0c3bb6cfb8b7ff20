package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.SetAway;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RecordPublisher;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.subscription.Subscription;
import dev.parley.gateway.subscription.SubscriptionTable;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens and ends sessions.
///
/// To open: presence-service agrees, the conversations are listed, the inbox is subscribed to first
/// and then every conversation that this gateway does not hold yet; after the login's answer the
/// session catches up. Each method runs on the event loop of the connection concerned.
public final class Sessions implements Session.InboxListener {
  private static final Duration SUBSCRIBE_LIMIT = Duration.ofSeconds(10);
  private static final Comparator<ConversationView> INBOX_FIRST =
      Comparator.comparing(v -> !ConversationId.isInbox(v.conversation()));

  private final String gateway;
  private final Exchange exchange;
  private final SubscriptionTable subscriptions;
  private final SessionRegistry registry;
  private final RecordPublisher records;
  private final CursorPublisher cursors;
  private final Backlog backlog;
  private final AtomicLong opened = new AtomicLong();

  /// Works for one gateway.
  ///
  /// @param gateway id of this gateway
  /// @param exchange asks the services
  /// @param records writes what nobody waits for
  /// @param subscriptions this gateway's subscriptions
  /// @param registry this gateway's sessions
  /// @param backlog fetches what was missed
  public Sessions(
      String gateway,
      Exchange exchange,
      RecordPublisher records,
      SubscriptionTable subscriptions,
      SessionRegistry registry,
      Backlog backlog) {
    this.gateway = gateway;
    this.exchange = exchange;
    this.subscriptions = subscriptions;
    this.registry = registry;
    this.records = records;
    this.cursors = new CursorPublisher(exchange, records);
    this.backlog = backlog;
  }

  /// Opens a session for an account whose password was right.
  ///
  /// @param connection the connection that carries it
  /// @param who who has logged in
  /// @param takeover whether older sessions give way
  /// @return the session, subscribed and not yet caught up; fails as [Exchange#askAuth] does
  public CompletableFuture<Session> open(
      DoorConnection connection, Identity who, boolean takeover) {
    Session session = new Session(nextId(), who.account(), who.role(), connection, this);
    Origin origin = connection.origin();
    return open(
        session,
        Map.of(),
        replyTo ->
            new OpenSession(
                who.account(),
                session.id(),
                gateway,
                origin.door(),
                origin.address(),
                takeover,
                who.token(),
                who.authenticatedAt(),
                replyTo));
  }

  /// Opens a session for a command or two: presence-service does not hear of it, so it takes
  /// nobody's place and nobody sees it; it gets no mail, and what waits goes on waiting.
  ///
  /// @param connection the connection that carries it
  /// @param who who was proven to be there
  /// @return the session, on the connection's loop; fails as [Exchange#askQuery] does
  public CompletableFuture<Session> openBriefly(DoorConnection connection, Identity who) {
    Session session = new Session(nextId(), who.account(), who.role(), connection, this);
    return list(session)
        .thenCompose(listed -> enrolled(session, listed))
        .thenApply(listed -> {
          session.rememberMissed(
              listed.conversations().stream()
                  .filter(c -> c.given() < c.head())
                  .map(c -> new Range(c.conversation(), c.given(), c.head()))
                  .toList());
          return session;
        });
  }

  /// Goes on with the session of a token that was verified.
  ///
  /// @param connection the connection that carries it now
  /// @param who whose token it is
  /// @param cursors by conversation id the highest seq that the client has
  /// @return the session, subscribed and not yet caught up; fails as [Exchange#askAuth] does
  public CompletableFuture<Session> resume(
      DoorConnection connection, Identity who, Map<String, Long> cursors) {
    Session session = new Session(nextId(), who.account(), who.role(), connection, this);
    Origin origin = connection.origin();
    return open(
        session,
        cursors,
        replyTo ->
            new ResumeSession(
                who.account(),
                session.id(),
                gateway,
                origin.door(),
                origin.address(),
                who.token(),
                replyTo));
  }

  private CompletableFuture<Session> open(
      Session session, Map<String, Long> cursors, Function<ReplyTo, PresenceRecord> request) {
    return exchange
        .askPresence(session.connection().loop(), session.account(), Done.class, request)
        .thenCompose(_ -> prepare(session, cursors))
        .whenComplete((_, failure) -> undo(session, failure));
  }

  /// Starts the session's mail: tells how many messages waited, delivers them, goes live.
  ///
  /// @param session a session whose login was answered
  public void start(Session session) {
    if (session.connection().isClosed()) {
      return;
    }
    CatchUp catchUp =
        new CatchUp(
            backlog,
            session,
            inboxFirst(session),
            missed -> session.connection().tell(new Event.Offline(missed)));
    run(session, catchUp);
  }

  /// Ends a session: stores its cursors, then tells presence-service, so that the next login finds
  /// both. Repeated, it does nothing.
  ///
  /// @param session the session
  /// @param reason why it ends
  /// @return completes when both are stored, or could not be in time
  public CompletableFuture<Void> end(Session session, CloseReason reason) {
    if (!registry.remove(session)) {
      return CompletableFuture.completedFuture(null);
    }
    Log.debugf("session ends session=%s cause=%s", session.id(), reason);
    if (reason.isOrderly()
        && session.connection().isDrained()
        && !session.connection().acknowledges()) {
      session.markGiven();
    }
    leaveAll(session);
    Executor loop = session.connection().loop();
    return cursors
        .store(loop, session.takeMoves())
        .exceptionally(failure -> note("cursors not stored", session, failure))
        .thenCompose(_ -> close(session, reason))
        .exceptionally(failure -> note("session not closed", session, failure));
  }

  /// Collects the cursors that moved and writes them; to be called now and then, on any thread.
  public void reportCursors() {
    cursors.flush();
    for (Session session : registry.all()) {
      session.connection().loop().execute(() -> cursors.collect(session.takeMoves()));
    }
  }

  /// Stores up to where a conversation was seen; what was seen has also arrived.
  ///
  /// @param session who saw it
  /// @param conversation conversation id; one that is not the session's fails with `not_member`
  /// @param seq highest seq that was seen; what was not delivered yet cannot have been
  /// @return completes on the loop when it is stored; fails as [Exchange#askConversation] does
  public CompletableFuture<Void> markRead(Session session, String conversation, long seq) {
    ConversationView view = session.views().get(conversation);
    if (view == null) {
      throw new RequestFailedException(ErrorCode.NOT_MEMBER, "this is not your conversation");
    }
    long seen = Math.min(seq, view.delivered());
    CursorMove move = new CursorMove(conversation, session.account(), seen, seen);
    return cursors.store(session.connection().loop(), List.of(move));
  }

  /// Tells presence-service whether the person of a session is away.
  ///
  /// @param session the session
  /// @param away whether
  public void setAway(Session session, boolean away) {
    records.toPresence(
        session.account(),
        new SetAway(session.account(), session.id(), gateway, away),
        RecordPublisher.Failed.IGNORED);
  }

  /// Tells all gateways that somebody is writing a message: at most every three seconds for each
  /// conversation, in conversations of its own that are not too large.
  ///
  /// @param session who is writing
  /// @param conversation conversation id
  public void tellTyping(Session session, String conversation) {
    if (session.mayTellTyping(conversation, System.nanoTime())) {
      records.toPresenceEvents(new Typing(conversation, session.account()));
    }
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
      case MESSAGE, ADDED, JOINED, REMOVED, LEFT -> {}
      case EDITED, DELETED, REACTED, UNREACTED, PINNED, UNPINNED -> {}
      case ENCRYPTED, UNENCRYPTED -> {}
    }
  }

  /// A session whose opening failed is closed for good: the next login of the same connection has
  /// another id.
  private String nextId() {
    return gateway + "-s" + opened.incrementAndGet();
  }

  private CompletableFuture<Session> prepare(Session session, Map<String, Long> cursors) {
    return list(session)
        .thenCompose(conversations -> enrolled(session, conversations))
        .thenCompose(conversations -> {
          conversations.blocked().forEach(session::block);
          conversations.conversations().forEach(c -> addView(session, c, cursors));
          return subscribe(session, session.views());
        })
        .thenApply(_ -> {
          remember(session);
          registry.add(session);
          Log.debugf("session opened session=%s account=%s", session.id(), session.account());
          return session;
        });
  }

  private CompletableFuture<ConversationList> list(Session session) {
    return exchange.askQuery(
        session.connection().loop(),
        session.id(),
        ConversationList.class,
        replyTo -> new ListConversations(session.account(), replyTo));
  }

  /// Every account belongs to the lobby; one that has no place there yet is given it now.
  private CompletableFuture<ConversationList> enrolled(Session session, ConversationList listed) {
    boolean inLobby =
        listed.conversations().stream()
            .anyMatch(c -> c.conversation().equals(ConversationId.LOBBY));
    return inLobby
        ? CompletableFuture.completedFuture(listed)
        : enroll(session.connection().loop(), session.account()).thenCompose(_ -> list(session));
  }

  /// Gives an account its place in the lobby.
  ///
  /// @param loop where the future completes
  /// @param account handle of the account
  /// @return completes when broadcasts are kept for it
  public CompletableFuture<Done> enroll(Executor loop, String account) {
    return exchange.askConversation(
        loop, ConversationId.LOBBY, Done.class, replyTo -> new Enroll(account, replyTo));
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

  private CompletableFuture<Void> subscribe(Session session, Map<String, ConversationView> views) {
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
            attached.stream().map(Subscription::established).toArray(CompletableFuture[]::new))
        .orTimeout(SUBSCRIBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync((_, _) -> {}, session.connection().loop());
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
    subscribe(session, Map.of(conversation, view))
        .thenRun(() -> run(session, new CatchUp(backlog, session, List.of(view), _ -> {})));
  }

  private void leave(Session session, String conversation) {
    ConversationView view = session.views().remove(conversation);
    if (view != null) {
      subscriptions.detach(conversation, view);
    }
  }

  private void leaveAll(Session session) {
    session.views().values().forEach(v -> subscriptions.detach(v.conversation(), v));
  }

  /// A session that cannot be given its mail must not look as if it had none.
  private static void run(Session session, CatchUp catchUp) {
    catchUp
        .run()
        .exceptionally(failure -> {
          note("catch-up failed", session, failure);
          DoorConnection connection = session.connection();
          connection.tell(
              new Event.Notice("unavailable", "your messages cannot be fetched now; log in again"));
          connection.close(CloseReason.LOST);
          return null;
        });
  }

  /// An open that got no answer may have been done nevertheless.
  private void undo(Session session, @Nullable Throwable failure) {
    if (failure != null) {
      leaveAll(session);
      close(session, CloseReason.LOST);
    }
  }

  private CompletableFuture<Void> close(Session session, CloseReason reason) {
    return exchange
        .askPresence(
            session.connection().loop(),
            session.account(),
            Done.class,
            replyTo ->
                new CloseSession(session.account(), session.id(), gateway, reason.label(), replyTo))
        .thenApply(_ -> null);
  }

  private static Void note(String what, Session session, Throwable failure) {
    Log.warnf(
        "%s session=%s account=%s cause=%s",
        what, session.id(), session.account(), failure.toString());
    return null;
  }

  private static List<ConversationView> inboxFirst(Session session) {
    return session.views().values().stream().sorted(INBOX_FIRST).toList();
  }
}

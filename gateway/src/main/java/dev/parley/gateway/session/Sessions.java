package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RecordPublisher;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.subscription.SubscriptionTable;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Opens and ends sessions.
///
/// To open: presence-service agrees, the conversations are listed, the inbox is subscribed to first
/// and then every conversation that this gateway does not hold yet; after the login's answer the
/// session catches up. Each method runs on the event loop of the connection concerned.
public final class Sessions {
  private static final Duration SUBSCRIBE_LIMIT = Duration.ofSeconds(10);

  private final String gateway;
  private final Exchange exchange;
  private final SessionRegistry registry;
  private final SessionPresence presence;
  private final SessionMail mail;
  private final CursorPublisher cursors;
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
    this(
        gateway,
        exchange,
        records,
        registry,
        new SessionMail(subscriptions, backlog, SUBSCRIBE_LIMIT));
  }

  Sessions(
      String gateway,
      Exchange exchange,
      RecordPublisher records,
      SessionRegistry registry,
      SessionMail mail) {
    this.gateway = gateway;
    this.exchange = exchange;
    this.registry = registry;
    this.presence = new SessionPresence(gateway, exchange, records);
    this.mail = mail;
    this.cursors = new CursorPublisher(exchange, records);
  }

  /// Opens a session for an account whose password was right.
  ///
  /// @param connection the connection that carries it
  /// @param who who has logged in
  /// @param takeover whether older sessions give way
  /// @return the session, subscribed and not yet caught up; fails as [Exchange#askAuth] does
  public CompletableFuture<Session> open(
      DoorConnection connection, Identity who, boolean takeover) {
    Session session = begin(connection, who);
    return prepareAfter(presence.open(session, who, takeover), session, Map.of());
  }

  /// Opens a session for a command or two: presence-service does not hear of it, so it takes
  /// nobody's place and nobody sees it; it gets no mail, and what waits goes on waiting.
  ///
  /// @param connection the connection that carries it
  /// @param who who was proven to be there
  /// @return the session, on the connection's loop; fails as [Exchange#askQuery] does
  public CompletableFuture<Session> openBriefly(DoorConnection connection, Identity who) {
    Session session = begin(connection, who);
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
    Session session = begin(connection, who);
    return prepareAfter(presence.resume(session, who), session, cursors);
  }

  /// Starts the session's mail: tells how many messages waited, delivers them, goes live.
  ///
  /// @param session a session whose login was answered
  public void start(Session session) {
    if (session.connection().isClosed()) {
      return;
    }
    mail.start(session);
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
    mail.leaveAll(session);
    Executor loop = session.connection().loop();
    return cursors
        .store(loop, session.movesSinceLogin())
        .exceptionally(failure -> note("cursors not stored", session, failure))
        .thenCompose(_ -> presence.close(session, reason))
        .<Void>thenApply(_ -> null)
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
    presence.setAway(session, away);
  }

  /// Tells all gateways that somebody is writing a message: at most every three seconds for each
  /// conversation, in conversations of its own that are not too large.
  ///
  /// @param session who is writing
  /// @param conversation conversation id
  public void tellTyping(Session session, String conversation) {
    presence.tellTyping(session, conversation);
  }

  /// A session whose opening failed is closed for good: the next login of the same connection has
  /// another id.
  private Session begin(DoorConnection connection, Identity who) {
    String id = gateway + "-s" + opened.incrementAndGet();
    return new Session(id, who.account(), who.role(), connection, mail);
  }

  private CompletableFuture<Session> prepareAfter(
      CompletableFuture<Done> agreed, Session session, Map<String, Long> cursors) {
    return agreed
        .thenCompose(_ -> prepare(session, cursors))
        .whenComplete((_, failure) -> undo(session, failure));
  }

  private CompletableFuture<Session> prepare(Session session, Map<String, Long> cursors) {
    return list(session)
        .thenCompose(conversations -> enrolled(session, conversations))
        .thenCompose(conversations -> mail.enterAll(session, conversations, cursors))
        .thenApply(_ -> {
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

  /// An open that got no answer may have been done nevertheless.
  private void undo(Session session, @Nullable Throwable failure) {
    if (failure != null) {
      mail.leaveAll(session);
      presence.close(session, CloseReason.LOST);
    }
  }

  private static Void note(String what, Session session, Throwable failure) {
    Log.warnf(
        "%s session=%s account=%s cause=%s",
        what, session.id(), session.account(), failure.toString());
    return null;
  }
}

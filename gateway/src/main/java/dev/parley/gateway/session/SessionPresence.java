package dev.parley.gateway.session;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.SetAway;
import dev.parley.contracts.presence.Typing;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RecordPublisher;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What presence-service, the one owner of "who is logged in where", is asked and told of the
/// sessions of this gateway. Futures complete on the session's loop and fail as
/// [Exchange#askPresence] does.
final class SessionPresence {
  private final String gateway;
  private final Exchange exchange;
  private final RecordPublisher records;

  SessionPresence(String gateway, Exchange exchange, RecordPublisher records) {
    this.gateway = gateway;
    this.exchange = exchange;
    this.records = records;
  }

  /// Asks for a new session of an account; older ones give way, or it is refused.
  CompletableFuture<Done> open(Session session, Identity who, boolean takeover) {
    Origin origin = session.connection().origin();
    return ask(
        session,
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

  /// Asks for the session of a token to go on under another id.
  CompletableFuture<Done> resume(Session session, Identity who) {
    Origin origin = session.connection().origin();
    return ask(
        session,
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

  CompletableFuture<Done> close(Session session, CloseReason reason) {
    return ask(
        session,
        replyTo ->
            new CloseSession(session.account(), session.id(), gateway, reason.label(), replyTo));
  }

  void setAway(Session session, boolean away) {
    records.toPresence(
        session.account(),
        new SetAway(session.account(), session.id(), gateway, away),
        RecordPublisher.Failed.IGNORED);
  }

  /// Tells all gateways, if enough time has gone since they were told.
  void tellTyping(Session session, String conversation) {
    if (session.mayTellTyping(conversation, System.nanoTime())) {
      records.toPresenceEvents(new Typing(conversation, session.account()));
    }
  }

  private CompletableFuture<Done> ask(Session session, Function<ReplyTo, PresenceRecord> request) {
    return exchange.askPresence(
        session.connection().loop(), session.account(), Done.class, request);
  }
}

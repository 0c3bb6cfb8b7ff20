package dev.parley.gateway.request.message;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.hop.Hop;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Reader;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// `trace`: when a message came by each place of its way to the reader who asks.
///
/// routing-service says whether the reader may see the message, as for `history`, and when the log
/// had it; the other times are what this gateway remembers. Nothing is told of other readers.
public final class TraceHandler implements RequestHandler<MessageRequest.Trace> {
  private final Exchange exchange;
  private final HopLog hops;

  /// Works through these.
  ///
  /// @param exchange asks routing-service
  /// @param hops what this gateway remembers
  public TraceHandler(Exchange exchange, HopLog hops) {
    this.exchange = exchange;
    this.hops = hops;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Trace request) {
    Reader reader = Reader.of(caller, request.target());
    return reader
        .askMessage(exchange, request.seq())
        .thenApply(page -> {
          Entry message = message(page, request.seq());
          return new Reply.Traced(
              reader.conversation(), reader.account(), message.seq(), times(reader, message));
        });
  }

  private static Entry message(HistoryPage page, long seq) {
    return page.messages().stream()
        .filter(message -> message.seq() == seq)
        .filter(message -> !States.isDeleted(page, message))
        .findFirst()
        .orElseThrow(() ->
            new RequestFailedException(ErrorCode.NO_SUCH_MESSAGE, "there is no message " + seq));
  }

  private Map<Hop, Long> times(Reader reader, Entry message) {
    String conversation = reader.conversation();
    Map<Hop, Long> times = new EnumMap<>(Hop.class);
    hops.receivedAt(conversation, message.seq()).ifPresent(at -> times.put(Hop.RECEIVED, at));
    times.put(Hop.PUBLISHED, message.at());
    HopLog.Delivery delivery = hops.delivery(conversation, message.seq());
    if (delivery != null) {
      put(times, delivery, reader.session(), message.author());
    }
    return times;
  }

  private static void put(
      Map<Hop, Long> times, HopLog.Delivery delivery, Session session, String author) {
    if (delivery.storedAt() != null) {
      times.put(Hop.STORED, delivery.storedAt());
    }
    times.put(Hop.GATEWAY, delivery.passage().arrivedAt());
    // What came before the login was given later, with what waited.
    if (session.openedAt() <= delivery.passage().arrivedAt() && session.hears(author)) {
      delivery
          .passage()
          .handedAt(session.connection().loop())
          .ifPresent(at -> times.put(Hop.DELIVERED, at));
    }
  }
}

package dev.parley.gateway.session;

import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.EntryChunk;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Brings views of a session to where their subscriptions are, and then makes them live.
///
/// Page by page, the next one only when the client has taken the one before, so a long absence
/// costs the gateway one page. What is posted meanwhile is fetched in a further round; when a round
/// finds nothing missing, the views are live. Runs on the session's event loop.
final class CatchUp {
  private final Backlog backlog;
  private final Session session;
  private final List<ConversationView> behind;
  private LongConsumer counted;

  /// @param counted told once, before anything is delivered, how many messages were missed
  CatchUp(
      Backlog backlog, Session session, Collection<ConversationView> views, LongConsumer counted) {
    this.backlog = backlog;
    this.session = session;
    this.behind = new ArrayList<>(views);
    this.counted = counted;
  }

  /// {@return completes when all views are live or the connection is closed; fails if the backlog
  /// cannot be fetched}
  CompletableFuture<Void> run() {
    List<Range> missing = missing();
    if (missing.isEmpty()) {
      count(0);
      return CompletableFuture.completedFuture(null);
    }
    return pages(missing).thenCompose(_ -> isOver() ? done() : run());
  }

  /// Makes live what misses nothing; {@return what the others miss}
  List<Range> missing() {
    behind.removeIf(ConversationView::goLiveIfCaughtUp);
    return behind.stream()
        .map(v -> new Range(v.conversation(), v.delivered(), v.subscription().position()))
        .toList();
  }

  private CompletableFuture<Void> pages(List<Range> ranges) {
    return backlog
        .fetch(session, ranges)
        .thenCompose(page -> {
          count(page.messages());
          return deliver(BacklogSlices.of(page.conversations()).iterator())
              .thenCompose(_ -> page.remaining().isEmpty() ? finish(ranges) : next(ranges, page));
        });
  }

  private CompletableFuture<Void> next(List<Range> asked, BacklogPage page) {
    return drained()
        .thenCompose(_ -> {
          finishAllBut(asked, page.remaining());
          return isOver() ? done() : pages(page.remaining());
        });
  }

  private CompletableFuture<Void> finish(List<Range> ranges) {
    finishAllBut(ranges, List.of());
    return drained();
  }

  /// What was left out of a range that is done is not for this reader.
  private void finishAllBut(List<Range> asked, List<Range> remaining) {
    for (Range range : asked) {
      boolean open =
          remaining.stream().anyMatch(r -> r.conversation().equals(range.conversation()));
      ConversationView view = session.views().get(range.conversation());
      if (!open && view != null) {
        view.deliveredUpTo(range.upTo());
      }
    }
  }

  /// A page of long messages is more than may wait for one client: slice by slice, the next one
  /// when the client has taken the one before.
  private CompletableFuture<Void> deliver(Iterator<EntryChunk> slices) {
    while (slices.hasNext() && !isOver()) {
      EntryChunk slice = slices.next();
      ConversationView view = session.views().get(slice.conversation());
      if (view != null) {
        view.deliver(slice);
      }
      CompletableFuture<Void> drained = drained();
      if (!drained.isDone()) {
        return drained.thenCompose(_ -> deliver(slices));
      }
    }
    return done();
  }

  /// {@return completes when the client has taken what it was given, or is gone}; one that does not
  /// in time is dropped, and misses nothing when it comes back.
  private CompletableFuture<Void> drained() {
    DoorConnection connection = session.connection();
    CompletableFuture<Void> drained = connection.drained();
    if (!drained.isDone()) {
      drained
          .copy()
          .orTimeout(backlog.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
          .whenCompleteAsync((_, late) -> dropIf(late != null), connection.loop());
    }
    return drained;
  }

  private void dropIf(boolean late) {
    if (late) {
      Log.warnf("slow reader dropped connection=%s cause=backlog", session.connection().id());
      session.connection().close(CloseReason.SLOW_READER);
    }
  }

  private void count(long messages) {
    counted.accept(messages);
    counted = _ -> {};
  }

  private boolean isOver() {
    return session.connection().isClosed();
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}

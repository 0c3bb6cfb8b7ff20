package dev.parley.gateway.request.message;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Backlog;
import dev.parley.gateway.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `offline`: the messages that waited at this login once more, up to a bounded number.
public final class OfflineHandler implements RequestHandler<Request.Offline> {
  private final Backlog backlog;
  private final int limit;

  /// Works through these.
  ///
  /// @param backlog fetches what was missed
  /// @param limit most messages shown
  public OfflineHandler(Backlog backlog, int limit) {
    this.backlog = backlog;
    this.limit = limit;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.Offline request) {
    Session session = caller.requireSession();
    return collect(session, session.missedAtLogin(), new ArrayList<>(), limit)
        .thenApply(missed -> new Reply.Missed(session.account(), missed));
  }

  private CompletableFuture<List<ConversationEntries>> collect(
      Session session, List<Range> ranges, List<ConversationEntries> collected, int room) {
    if (ranges.isEmpty() || room <= 0) {
      return CompletableFuture.completedFuture(collected);
    }
    return backlog
        .fetch(session, ranges)
        .thenCompose(page -> {
          int taken = take(page, collected, room);
          return collect(session, page.remaining(), collected, room - taken);
        });
  }

  private static int take(BacklogPage page, List<ConversationEntries> collected, int room) {
    int taken = 0;
    for (ConversationEntries each : page.conversations()) {
      List<Entry> messages =
          each.entries().stream().filter(OfflineHandler::isShown).limit(room - taken).toList();
      taken += messages.size();
      collected.add(new ConversationEntries(each.conversation(), messages));
    }
    return taken;
  }

  /// Changes are events of the login only, and of a withdrawn message nothing is left.
  private static boolean isShown(Entry entry) {
    String text = entry.text();
    return entry.kind() == EntryKind.MESSAGE && text != null && !text.isEmpty();
  }
}

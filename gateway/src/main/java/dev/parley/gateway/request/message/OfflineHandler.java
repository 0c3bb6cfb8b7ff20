package dev.parley.gateway.request.message;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Backlog;
import dev.parley.gateway.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// `offline`: the messages that waited at this login once more, as many as an answer takes.
public final class OfflineHandler implements RequestHandler<MessageRequest.Offline> {
  /// Characters after which the answer ends: at most three times as many bytes, so that it alone
  /// makes nobody a slow reader.
  private static final int MAX_SIZE = 128 * 1024;

  /// What stands around a text.
  private static final int OVERHEAD = 120;

  private final Backlog backlog;
  private final int limit;

  /// What was collected so far.
  private static final class Missed {
    private final List<ConversationEntries> conversations = new ArrayList<>();
    private int room;
    private int size;
    private boolean full;

    private Missed(int limit) {
      this.room = limit;
    }

    private void take(BacklogPage page) {
      for (ConversationEntries each : page.conversations()) {
        List<Entry> messages = each.entries().stream().filter(this::fits).toList();
        conversations.add(new ConversationEntries(each.conversation(), messages));
      }
    }

    /// Changes are events of the login only, and of a withdrawn message nothing is left.
    private boolean fits(Entry entry) {
      String text = entry.text();
      if (entry.kind() != EntryKind.MESSAGE || text == null || text.isEmpty()) {
        return false;
      }
      room--;
      size += OVERHEAD + text.length();
      full |= room < 0 || size > MAX_SIZE;
      return !full;
    }
  }

  /// Works through these.
  ///
  /// @param backlog fetches what was missed
  /// @param limit most messages shown
  public OfflineHandler(Backlog backlog, int limit) {
    this.backlog = backlog;
    this.limit = limit;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.Offline request) {
    Session session = caller.requireSession();
    return collect(session, session.missedAtLogin(), new Missed(limit))
        .thenApply(missed -> new Reply.Missed(session.account(), missed.conversations));
  }

  private CompletableFuture<Missed> collect(Session session, List<Range> ranges, Missed missed) {
    if (ranges.isEmpty() || missed.full) {
      return CompletableFuture.completedFuture(missed);
    }
    return backlog
        .fetch(session, ranges)
        .thenCompose(page -> {
          missed.take(page);
          return collect(session, page.remaining(), missed);
        });
  }
}

package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.Range;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Reads what an account missed, page by page over several conversations.
@Singleton
public final class FetchBacklogHandler implements QueryHandler<FetchBacklog> {
  private static final int MAX_LIMIT = 500;

  /// Characters of text after which a page ends: at most three times as many bytes, below the 4 MB
  /// that a gateway's topic takes.
  private static final int MAX_TEXT = 512 * 1024;

  private final HistoryStore store;

  /// Prepares the handler.
  ///
  /// @param store where entries are read
  public FetchBacklogHandler(HistoryStore store) {
    this.store = store;
  }

  @Override
  public Class<FetchBacklog> kind() {
    return FetchBacklog.class;
  }

  @Override
  public Reply answer(FetchBacklog query) {
    Page page = new Page(Math.clamp(query.limit(), 1, MAX_LIMIT));
    boolean own = Boolean.TRUE.equals(query.own());
    query.ranges().forEach(range -> fill(page, query.account(), own, range));
    return new BacklogPage(
        query.replyTo().request(),
        store.countBacklog(query.account(), query.ranges()),
        page.conversations,
        page.remaining);
  }

  private void fill(Page page, String account, boolean own, Range range) {
    if (page.isFull()) {
      page.remaining.add(range);
      return;
    }
    int wanted = page.room;
    List<Entry> found = store.backlog(account, own, range, wanted);
    List<Entry> taken = page.take(range.conversation(), found);
    boolean isAll = taken.size() == found.size() && found.size() < wanted;
    if (!isAll && !taken.isEmpty() && taken.getLast().seq() < range.upTo()) {
      page.remaining.add(new Range(range.conversation(), taken.getLast().seq(), range.upTo()));
    }
  }

  private static final class Page {
    private final List<ConversationEntries> conversations = new ArrayList<>();
    private final List<Range> remaining = new ArrayList<>();
    private int room;
    private int textRoom = MAX_TEXT;

    Page(int room) {
      this.room = room;
    }

    boolean isFull() {
      return room == 0 || textRoom <= 0;
    }

    List<Entry> take(String conversation, List<Entry> found) {
      List<Entry> taken = new ArrayList<>();
      for (Entry entry : found) {
        if (isFull()) {
          break;
        }
        String text = entry.text();
        textRoom -= text == null ? 0 : text.length();
        room--;
        taken.add(entry);
      }
      if (!taken.isEmpty()) {
        conversations.add(new ConversationEntries(conversation, taken));
      }
      return taken;
    }
  }
}

package dev.parley.routing.history;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListConversations;
import dev.parley.routing.history.HistoryStore.Unseen;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lists an account's conversations with their cursors, and whom it blocks. The inbox is always
/// there, also before its first entry makes it.
@Singleton
public final class ListConversationsHandler implements QueryHandler<ListConversations> {
  private final HistoryStore store;

  /// Prepares the handler.
  ///
  /// @param store where conversations are read
  public ListConversationsHandler(HistoryStore store) {
    this.store = store;
  }

  @Override
  public Class<ListConversations> kind() {
    return ListConversations.class;
  }

  @Override
  public Reply answer(ListConversations query) {
    String inbox = ConversationId.inbox(query.account());
    List<ConversationSummary> conversations = new ArrayList<>(store.summaries(query.account()));
    if (conversations.stream().noneMatch(each -> each.conversation().equals(inbox))) {
      conversations.add(new ConversationSummary(inbox, 0, 0, 0, 1));
    }
    if (Boolean.TRUE.equals(query.counted())) {
      count(conversations, query.account());
    }
    return new ConversationList(
        query.replyTo().request(), conversations, store.blockedBy(query.account()));
  }

  private void count(List<ConversationSummary> conversations, String account) {
    Map<String, Unseen> unseen = store.unseen(account, ConversationSummary.MAX_COUNT);
    Unseen nothing = new Unseen(0, 0);
    conversations.replaceAll(
        each -> counted(each, unseen.getOrDefault(each.conversation(), nothing)));
  }

  private static ConversationSummary counted(ConversationSummary summary, Unseen unseen) {
    return new ConversationSummary(
        summary.conversation(),
        summary.head(),
        summary.given(),
        summary.read(),
        summary.members(),
        summary.open(),
        unseen.unread(),
        unseen.mentions(),
        summary.encrypted());
  }
}

package dev.parley.routing.history;

import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckFile;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/// Tells whether a message has a file. Who may read the message is not asked: its author may have
/// left, and the file is there for those who have not.
@Singleton
public final class CheckFileHandler implements QueryHandler<CheckFile> {
  private final HistoryStore store;

  /// Prepares the handler.
  ///
  /// @param store where messages are read
  public CheckFileHandler(HistoryStore store) {
    this.store = store;
  }

  @Override
  public Class<CheckFile> kind() {
    return CheckFile.class;
  }

  @Override
  public Reply answer(CheckFile query) {
    Optional<Access> conversation = store.access(query.conversation(), query.account());
    if (conversation.isEmpty()) {
      return Refusals.of(query, Refusal.noSuchGroup(query.conversation()));
    }
    return store
        .message(conversation.get().id(), query.account(), query.clientMessageId())
        .filter(message ->
            message.attachment() != null && message.attachment().file().equals(query.file()))
        .<Reply>map(message ->
            new FileFound(
                query.replyTo().request(),
                message.seq(),
                Objects.requireNonNull(message.attachment())))
        .orElseGet(() -> Refusals.of(query, Refusal.noSuchFile()));
  }
}

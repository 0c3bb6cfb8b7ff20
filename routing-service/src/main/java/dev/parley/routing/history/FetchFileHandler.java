package dev.parley.routing.history;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.FetchFile;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.history.HistoryStore.Access;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judges whether an account may have the file of a message: whoever may read the conversation may,
/// as long as the message is there.
@Singleton
public final class FetchFileHandler implements QueryHandler<FetchFile> {
  private final HistoryStore store;
  private final ReadAccess access;

  /// Prepares the handler.
  ///
  /// @param store where messages are read
  /// @param access who may read
  public FetchFileHandler(HistoryStore store, ReadAccess access) {
    this.store = store;
    this.access = access;
  }

  @Override
  public Class<FetchFile> kind() {
    return FetchFile.class;
  }

  @Override
  public Reply answer(FetchFile query) {
    Optional<Access> found = store.access(query.conversation(), query.account());
    Refusal refusal = access.check(query.conversation(), query.account(), found);
    if (refusal != null) {
      return Refusals.of(query, refusal);
    }
    return found
        .flatMap(each -> store.message(each.id(), query.author(), query.clientMessageId()))
        .map(message -> found(query, message))
        .orElseGet(() -> Refusals.of(query, Refusal.noSuchFile()));
  }

  private static @Nullable Reply found(FetchFile query, Entry message) {
    Attachment attachment = message.attachment();
    return attachment == null || !attachment.file().equals(query.file())
        ? null
        : new FileFound(query.replyTo().request(), message.seq(), attachment);
  }
}

package dev.parley.gateway.subscription;

import dev.parley.gateway.door.EntryChunk;
import java.util.concurrent.Executor;

/// A local reader of one conversation.
public interface Subscriber {
  /// {@return handle of the account that reads}
  String account();

  /// {@return event loop on which [#onEntries] is to be called}
  Executor loop();

  /// Takes new entries of the conversation. Chunks come in order, each right after the one before.
  ///
  /// @param chunk at least one entry
  void onEntries(EntryChunk chunk);

  /// Takes the news that a member of the conversation is writing.
  ///
  /// @param account its handle
  void onTyping(String account);
}
